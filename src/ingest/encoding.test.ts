import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectEncoding } from './encoding.ts';
import { suggestEncodings } from './suggest-encodings.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16le = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'));
const utf16be = (text: string) => utf16le(text).map((_, i, all) => all[i ^ 1]!);
const latin1 = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
const bytesOfHex = (hex: string) => new Uint8Array(Buffer.from(hex.replaceAll(' ', ''), 'hex'));

const LINE = '00000b5c.00000a10::2017/09/15-20:24:36.365 INFO  [RCM] 群集磁盘 2\r\n';
const CJK = `${'群集磁盘资源已脱机这是一个很长的句子'.repeat(40)}\r\n1 群集\r\n`;

describe('detectEncoding', () => {
  it.each([
    ['UTF-8 by its mark', utf8(`\ufeff${LINE}`), 'utf-8', 'bom'],
    ['UTF-16LE by its mark', utf16le(`\ufeff${LINE}`), 'utf-16le', 'bom'],
    ['UTF-16BE by its mark', utf16be(`\ufeff${LINE}`), 'utf-16be', 'bom'],
    ['UTF-16LE by its zeros', utf16le(LINE), 'utf-16le', 'nul-parity'],
    ['UTF-16BE by its zeros', utf16be(LINE), 'utf-16be', 'nul-parity'],
    ['UTF-16LE with little ASCII', utf16le(CJK.repeat(9)), 'utf-16le', 'nul-parity'],
    ['UTF-16BE with little ASCII', utf16be(CJK.repeat(9)), 'utf-16be', 'nul-parity'],
    ['cut UTF-16LE', utf16le(LINE.repeat(9)).subarray(0, 333), 'utf-16le', 'nul-parity'],
    ['cut UTF-16LE with a mark', utf16le(`\ufeff${LINE}`).subarray(0, 33), 'utf-16le', 'bom'],
    ['cut UTF-16BE', utf16be(LINE.repeat(9)).subarray(0, 333), 'utf-16be', 'nul-parity'],
    ['UTF-8', utf8(LINE), 'utf-8', 'valid-utf-8'],
    ['ASCII', utf8('plain\n'), 'utf-8', 'ascii'],
    ['ASCII with terminal colours', utf8('\u001b[31mred\u001b[0m\n'), 'utf-8', 'ascii'],
    [
      'ASCII before a tail of zeros',
      new Uint8Array([...utf8(LINE.slice(0, 50)), ...new Uint8Array(60)]),
      'utf-8',
      'ascii',
    ],
    ['windows-1252', latin1('Die Ressource wurde gelöscht\n'), 'windows-1252', 'fallback'],
    ['GBK', bytesOfHex('c8 ba bc af b4 c5 c5 cc 20 32 0a'), 'windows-1252', 'fallback'],
  ])('finds %s', (_name, bytes, encoding, basis) => {
    expect(detectEncoding(bytes, true)).toEqual({ encoding, basis });
  });

  it('takes a UTF-8 sequence that the head cuts for what it is', () => {
    const bytes = utf8('磁盘 a 群');
    for (let end = 1; end <= bytes.length; end++) {
      expect(detectEncoding(bytes.subarray(0, end), false).encoding).toBe('utf-8');
    }
  });

  it('does not take the last byte of windows-1252 text for cut UTF-8', () => {
    expect(detectEncoding(latin1('un café'), true).encoding).toBe('windows-1252');
    expect(detectEncoding(utf8('磁盘').subarray(0, 5), true).encoding).toBe('utf-8');
  });

  it.each([
    [
      'random bytes',
      Uint8Array.from({ length: 4096 }, (_, i) => (Math.imul(i + 1, 2654435761) >>> 13) & 0xff),
    ],
    [
      'random bytes behind a UTF-16 mark',
      Uint8Array.from({ length: 4096 }, (_, i) =>
        i === 0 ? 0xff : i === 1 ? 0xfe : (Math.imul(i, 2654435761) >>> 13) & 0xff,
      ),
    ],
    ['32-bit numbers', new Uint8Array(Uint32Array.from({ length: 500 }, (_, i) => i * 77).buffer)],
    ['strings ended by NUL', utf8('name\0path\0a longer one\0x\0'.repeat(40))],
    ['zeros', new Uint8Array(100)],
    ['nothing', new Uint8Array(0)],
  ])('calls %s binary', (_name, bytes) => {
    expect(detectEncoding(bytes, true).encoding).toBe('binary');
  });

  it('finds UTF-16 text of any kind that holds lines of digits', () => {
    const line = fc
      .tuple(fc.nat(), fc.string({ unit: 'grapheme', maxLength: 40 }))
      .map(([n, text]) => `${n} ${text}`);
    const isPlain = (text: string) => !/[\p{Cc}\p{Co}\p{Cn}]/u.test(text.replaceAll('\n', ''));
    const lines = fc
      .array(line, { minLength: 1 })
      .map((all) => `${all.join('\n')}\n`)
      .filter(isPlain);
    fc.assert(
      fc.property(lines, (text) => {
        expect(detectEncoding(utf16le(text), true).encoding).toBe('utf-16le');
        expect(detectEncoding(utf16be(text), true).encoding).toBe('utf-16be');
      }),
    );
  });

  it('answers for arbitrary bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.boolean(), (bytes, whole) => {
        expect(detectEncoding(bytes, whole).encoding).toBeTypeOf('string');
      }),
    );
  });
});

describe('suggestEncodings', () => {
  it.each([
    // "群集磁盘 2 资源已脱机" and so on: names as localised Windows writes them.
    ['gbk', 'c8ba bcaf b4c5 c5cc 2032 20d7 cad4 b4d2 d1cd d1bb fa'],
    ['gbk', 'c8ba bcaf b4c5 c5cc 2032'],
    ['shift_jis', '834e 8389 8358 835e 815b 2083 6683 4283 5883 4e20 8ec0 8d73 8392 8ae7'],
    ['euc-kr', 'c5ac b7af bdba c5cd 20b5 f0bd bac5 a920 bfc0 c7c1 b6f3 c0ce'],
    ['big5', 'a4c0 b5a9 c2b5 baaa 20b8 eaa8 d3a4 77ae b2a5 ce'],
    ['windows-1251', 'd0e5 f1f3 f0f1 20ea ebe0 f1f2 e5f0 e020 eeff eae0'],
    [
      'windows-1252',
      '4c65 7320 7265 7373 6f75 7263 6573 2064 e970 6c61 63e9 6573 2067 e96e e972 e9e8',
    ],
  ])('ranks %s first for text of its language', (encoding, hex) => {
    expect(suggestEncodings(bytesOfHex(hex))[0]).toMatchObject({ encoding });
  });

  it('ranks every code page, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const suggestions = suggestEncodings(bytes);
        expect(suggestions).toHaveLength(8);
        for (const { plausibility } of suggestions) {
          expect(plausibility).toBeGreaterThanOrEqual(0);
          expect(plausibility).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
