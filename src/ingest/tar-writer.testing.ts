const BLOCK = 512;

export interface TarEntry {
  readonly name: string;
  readonly content?: string | Uint8Array;
  /** Default `0`, a file. */
  readonly type?: string;
  /** `ustar` (default), `gnu`, or `v7`: without a magic. */
  readonly flavour?: 'ustar' | 'gnu' | 'v7';
  readonly prefix?: string;
  /** Size field as raw bytes, instead of octal digits. */
  readonly rawSize?: Uint8Array;
}

/** Writes tar by the letter of POSIX.1 (ustar interchange format), ended by two zero blocks. */
export function tarOf(entries: readonly TarEntry[]): Uint8Array<ArrayBuffer> {
  const parts = entries.flatMap((entry) => {
    const content = bytesOf(entry.content ?? '');
    return [
      headerOf(entry, content.length),
      content,
      new Uint8Array(-content.length & (BLOCK - 1)),
    ];
  });
  parts.push(new Uint8Array(2 * BLOCK));
  return concat(parts);
}

/** A pax record: `length key=value\n`, where the length counts itself. */
export function paxRecord(key: string, value: string): string {
  const rest = bytesOf(` ${key}=${value}\n`).length;
  let length = rest + 1;
  while (`${length}`.length + rest !== length) length++;
  return `${length} ${key}=${value}\n`;
}

export function concat(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function headerOf(entry: TarEntry, size: number): Uint8Array {
  const block = new Uint8Array(BLOCK);
  const put = (at: number, text: string | Uint8Array) => block.set(bytesOf(text), at);
  put(0, bytesOf(entry.name).subarray(0, 100));
  put(100, '0000644\0');
  put(108, '0000000\0');
  put(116, '0000000\0');
  put(124, entry.rawSize ?? `${size.toString(8).padStart(11, '0')}\0`);
  put(136, '00000000000\0');
  put(148, '        ');
  put(156, entry.type ?? '0');
  if (entry.flavour === 'gnu') put(257, 'ustar  \0');
  else if (entry.flavour !== 'v7') put(257, 'ustar\x0000');
  if (entry.prefix !== undefined) put(345, entry.prefix);
  const sum = block.reduce((total, byte) => total + byte, 0);
  put(148, `${sum.toString(8).padStart(6, '0')}\0 `);
  return block;
}

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}
