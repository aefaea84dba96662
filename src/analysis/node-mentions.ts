import type { SourceEvidence } from '../model/evidence.ts';
import type { FactBody, NodeRef } from '../model/fact.ts';
import { bareAddress, spellingOf } from './node-spelling.ts';
import { Tally } from './tally.ts';

/** Two or three names of one node, told together. `name` is a spelling key. */
export interface NamedTogether {
  readonly name: string | null;
  readonly id: number | null;
  readonly address: string | null;
}

/** A line that tells something about the source's own node. */
export interface OwnTelling<T> {
  readonly value: T;
  readonly line: number;
  readonly written: string;
}

/** Every way in which one source names nodes. */
export interface NodeMentions {
  /** Spelling key to the short forms written. */
  readonly spellings: ReadonlyMap<string, Tally<string>>;
  /** Spelling key to whole written forms, e.g. `zq1.example.com`. */
  readonly written: ReadonlyMap<string, ReadonlySet<string>>;
  readonly together: readonly NamedTogether[];
  readonly ids: ReadonlySet<number>;
  readonly selfName: OwnTelling<string> | null;
  readonly selfId: OwnTelling<number> | null;
  /** Computer fields, spelling key to how often. */
  readonly computers: Tally<string>;
  readonly firstComputer: OwnTelling<string> | null;
  /** Addresses of this node, as its own endpoints of heartbeat routes. */
  readonly ownAddresses: ReadonlySet<string>;
  /** Route ends in ascending order with a blank between them: equal in the logs of both ends. */
  readonly routes: ReadonlySet<string>;
}

export function nodeMentionsOf({ source, facts }: SourceEvidence): NodeMentions {
  const spellings = new Map<string, Tally<string>>();
  const written = new Map<string, Set<string>>();
  const together: NamedTogether[] = [];
  const ids = new Set<number>();
  const computers = new Tally<string>();
  const ownAddresses = new Set<string>();
  const remoteAddresses = new Set<string>();
  const routes = new Set<string>();
  let selfName: OwnTelling<string> | null = null;
  let selfId: OwnTelling<number> | null = null;
  let firstComputer: OwnTelling<string> | null = null;

  const note = (name: string, weight = 1): string | null => {
    const spelling = spellingOf(name);
    if (spelling === null || spelling.kind === 'address') return null;
    const tally = spellings.get(spelling.key) ?? new Tally<string>();
    tally.add(spelling.short, weight);
    spellings.set(spelling.key, tally);
    const forms = written.get(spelling.key) ?? new Set<string>();
    forms.add(name.trim());
    written.set(spelling.key, forms);
    return spelling.key;
  };
  const noteRef = (ref: NodeRef): NamedTogether => {
    const named = {
      name: ref.name === undefined ? null : note(ref.name),
      id: ref.id ?? null,
      address: ref.address === undefined ? null : mappableAddress(ref.address),
    };
    if (named.id !== null) ids.add(named.id);
    const known =
      Number(named.name !== null) + Number(named.id !== null) + Number(named.address !== null);
    if (known > 1) together.push(named);
    return named;
  };

  if (source.node.name !== null) note(source.node.name);
  for (const fact of facts) {
    const { body } = fact;
    if (fact.computer !== undefined) {
      const key = note(fact.computer);
      if (key !== null) {
        computers.add(key);
        firstComputer ??= { value: key, line: fact.line, written: fact.computer };
      }
    }
    for (const ref of nodeRefsOf(body)) noteRef(ref);
    if (body.type === 'view') {
      for (const id of [...body.joiners, ...body.downers, ...body.members]) ids.add(id);
    }
    if (body.type === 'node-identity' && body.self) {
      const key = body.node.name === undefined ? null : (spellingOf(body.node.name)?.key ?? null);
      if (key !== null) selfName ??= { value: key, line: fact.line, written: body.node.name! };
      if (body.node.id !== undefined) {
        selfId ??= { value: body.node.id, line: fact.line, written: `Node ${body.node.id}` };
      }
      if (body.node.address !== undefined) {
        const address = mappableAddress(body.node.address);
        if (address !== null) ownAddresses.add(address);
      }
    }
    if ((body.type === 'beats-missed' && body.observer === null) || body.type === 'link') {
      const local = body.localEndpoint === undefined ? null : mappableAddress(body.localEndpoint);
      const remote = mappableAddress(
        body.remoteEndpoint ?? body.peer.address ?? remoteInReason(body) ?? '',
      );
      if (local !== null) ownAddresses.add(local);
      if (remote !== null) {
        remoteAddresses.add(remote);
        if (body.peer.address === undefined) noteRef({ ...body.peer, address: remote });
      }
      if (local !== null && remote !== null) routes.add([local, remote].sort().join(' '));
    }
  }
  // Masked logs write every end alike; an address on both sides tells nothing.
  for (const address of remoteAddresses) ownAddresses.delete(address);
  return {
    spellings,
    written,
    together,
    ids,
    selfName,
    selfId,
    computers,
    firstComputer,
    ownAddresses,
    routes,
  };
}

/** `channel to remote endpoint 10.0.1.11:~3343~ has failed`, beside the peer's number. */
function remoteInReason(body: FactBody): string | undefined {
  if (body.type !== 'link' || body.reason === undefined) return undefined;
  return /remote endpoint (\S+:~\d+~)/.exec(body.reason)?.[1];
}

/** The address of an endpoint, or null for one that cannot tell nodes apart: masked by words, unspecified, loopback. */
function mappableAddress(endpoint: string): string | null {
  const address = bareAddress(endpoint);
  if (!/^[0-9a-fx*]*[.:][0-9a-fx.:*]*$/.test(address)) return null;
  if (address === '0.0.0.0' || address === '::' || address === '::1' || address.startsWith('127.'))
    return null;
  return address;
}

function nodeRefsOf(body: FactBody): readonly NodeRef[] {
  switch (body.type) {
    case 'owner':
      return body.from === null ? [body.to] : [body.from, body.to];
    case 'beats-missed':
      return body.observer === null ? [body.peer] : [body.observer, body.peer];
    case 'link':
      return [body.peer];
    case 'node-identity':
      return [body.node];
    case 'node-state':
    case 'service':
    case 'boot':
    case 'shutdown':
    case 'alive':
    case 'bugcheck':
      return body.node === null ? [] : [body.node];
    case 'mark':
      return [body.node, body.peer].filter((ref) => ref !== null && ref !== undefined);
    default:
      return [];
  }
}
