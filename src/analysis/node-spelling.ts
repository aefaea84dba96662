/**
 * A spelling of a node: its host label, or an address.
 * `key` is equal for every spelling of one host: the first label in lower case, so that
 * `ZQ1.example.com`, `zq1` and `ZQ1` agree. Cluster nodes have unique NetBIOS names, so the domain never tells two apart.
 */
export interface NodeSpelling {
  readonly kind: 'name' | 'address';
  readonly key: string;
  /** The first label as written, or the address without port and brackets. */
  readonly short: string;
}

const IPV4 = /^\d{1,3}(?:\.\d{1,3}){3}$/;

/** null for a blank name. */
export function spellingOf(written: string): NodeSpelling | null {
  const name = written.trim();
  if (name === '') return null;
  if (IPV4.test(name) || name.includes(':')) {
    const address = bareAddress(name);
    return { kind: 'address', key: address, short: address };
  }
  const dot = name.indexOf('.');
  const short = dot > 0 ? name.slice(0, dot) : name;
  return { kind: 'name', key: short.toLowerCase(), short };
}

/** `10.0.1.11:~3343~`, `10.0.1.11:3343` and `[fe80::1%5]:3343` as the address alone, in lower case. */
export function bareAddress(endpoint: string): string {
  let address = endpoint.trim().toLowerCase();
  address = address.replace(/:~\d+~$/, '');
  const bracketed = /^\[(.+)\](?::\d+)?$/.exec(address);
  if (bracketed !== null) address = bracketed[1]!;
  else if (/^[^:]+:\d+$/.test(address)) address = address.slice(0, address.indexOf(':'));
  return address.replace(/%\w+$/, '');
}
