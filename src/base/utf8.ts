/** Whether any byte of `bytes` is 0x80 or above. Looks at 32 bytes a step. */
export function hasHighByte(bytes: Uint8Array): boolean {
  let i = 0;
  const { length } = bytes;
  while (i < length && (bytes.byteOffset + i) % 4 !== 0) if (bytes[i++]! >= 0x80) return true;
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset + i, (length - i) >>> 2);
  const whole = words.length - (words.length % 8);
  for (let w = 0; w < whole; w += 8) {
    const union =
      words[w]! |
      words[w + 1]! |
      words[w + 2]! |
      words[w + 3]! |
      words[w + 4]! |
      words[w + 5]! |
      words[w + 6]! |
      words[w + 7]!;
    if ((union & 0x80808080) !== 0) return true;
  }
  for (i += whole * 4; i < length; i++) if (bytes[i]! >= 0x80) return true;
  return false;
}

const PIECE_BYTES = 256 * 1024;

/**
 * Offset of the first line (ended by LF) of `bytes` that is not valid UTF-8, or -1. Decodes in pieces, so that no long
 * string is built.
 */
export function findInvalidUtf8Line(bytes: Uint8Array): number {
  if (!hasHighByte(bytes)) return -1;
  for (let start = 0; start < bytes.length; ) {
    const newline = bytes.indexOf(10, start + PIECE_BYTES);
    const end = newline < 0 ? bytes.length : newline + 1;
    const piece = bytes.subarray(start, end);
    if (!isUtf8(piece)) return start + firstInvalidLine(piece);
    start = end;
  }
  return -1;
}

/** Whether `bytes` are well-formed UTF-8 from first to last. */
export function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function firstInvalidLine(piece: Uint8Array): number {
  for (let start = 0; start < piece.length; ) {
    const newline = piece.indexOf(10, start);
    const end = newline < 0 ? piece.length : newline + 1;
    if (!isUtf8(piece.subarray(start, end))) return start;
    start = end;
  }
  return 0;
}
