import { expect, it } from 'vitest';
import { textDecoder } from './text-decoder.ts';

it('decodes windows-1252 as the encoding standard says', () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, i) => i);
  const text = textDecoder('windows-1252').decode(bytes);
  expect(text.slice(0x80, 0xa0)).toBe('€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ');
  expect(text.slice(0xa0)).toBe(String.fromCharCode(...bytes.slice(0xa0)));
});

it('leaves other encodings to the platform', () => {
  expect(textDecoder('gbk').decode(Uint8Array.of(0xc8, 0xba))).toBe('群');
});
