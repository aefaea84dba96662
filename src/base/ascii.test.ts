import fc from 'fast-check';
import { expect, it } from 'vitest';
import { asciiText } from './ascii.ts';

it('reads plain ASCII as every ASCII-compatible decoder does, and nothing else', () => {
  const decoders = ['utf-8', 'gbk', 'shift_jis', 'windows-1252'].map(
    (encoding) => new TextDecoder(encoding, { ignoreBOM: true }),
  );
  // Some platforms swap the controls 0x1A, 0x1C and 0x7F in Shift_JIS, as old terminals did; logs have none of them.
  const bytes = fc
    .uint8Array({ max: 0x90 })
    .map((all) => all.filter((byte) => byte >= 0x20 && byte !== 0x7f));
  fc.assert(
    fc.property(bytes, fc.nat(20), (bytes, skip) => {
      const start = Math.min(skip, bytes.length);
      const text = asciiText(bytes, start, bytes.length);
      const part = bytes.subarray(start);
      if (part.some((byte) => byte >= 0x80)) expect(text).toBeNull();
      else for (const decoder of decoders) expect(text).toBe(decoder.decode(part));
    }),
  );
});

it('leaves long texts to a decoder', () => {
  expect(asciiText(new Uint8Array(2048), 0, 2048)).toHaveLength(2048);
  expect(asciiText(new Uint8Array(2049), 0, 2049)).toBeNull();
});
