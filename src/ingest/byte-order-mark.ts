import type { Encoding } from '../model/source.ts';

/** Length of the byte order mark of `encoding` at the start of `head`, 0 when there is none. */
export function byteOrderMarkLength(head: Uint8Array, encoding: Encoding): number {
  switch (encoding) {
    case 'utf-8':
      return head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
    case 'utf-16le':
      return head[0] === 0xff && head[1] === 0xfe ? 2 : 0;
    case 'utf-16be':
      return head[0] === 0xfe && head[1] === 0xff ? 2 : 0;
    default:
      return 0;
  }
}

/** Bytes of one code unit: a line end of UTF-16 has two. */
export function unitBytes(encoding: Encoding): 1 | 2 {
  return encoding === 'utf-16le' || encoding === 'utf-16be' ? 2 : 1;
}
