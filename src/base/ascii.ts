/** Longer texts are rare where this is used, and `apply` takes its items on the stack. */
const MAX_LENGTH = 2048;

/**
 * Text of `[start, end)` when it is plain ASCII and short, else null. Several times as fast as a TextDecoder, whose call
 * costs more than a line of a log is long.
 */
export function asciiText(bytes: Uint8Array, start: number, end: number): string | null {
  if (end - start > MAX_LENGTH) return null;
  for (let i = start; i < end; i++) if (bytes[i]! >= 0x80) return null;
  return String.fromCharCode.apply(null, bytes.subarray(start, end) as unknown as number[]);
}
