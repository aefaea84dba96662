import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromWindows1252, gbkPair } from './code-pages.ts';
import { decodeMojibake } from './mojibake.ts';

const NONE: ReadonlySet<string> = new Set();

test.each([
  ['Èº¼¯´ÅÅÌ 2', '群集磁盘 2', 'gbk'],
  ['ÂO¶°ºÏºÐ 1', '叢集磁碟 1', 'big5'],
  ['ƒNƒ‰ƒXƒ^ ƒfƒBƒXƒN 1', 'クラスタ ディスク 1', 'shift_jis'],
  ['Å¬·¯½ºÅÍ µð½ºÅ© 1', '클러스터 디스크 1', 'euc-kr'],
  ['Êëàñòåðíûé äèñê 1', 'Кластерный диск 1', 'windows-1251'],
  ['ç¾¤é›†ç£\u0081ç›˜ 1', '群集磁盘 1', 'utf-8'],
])('%s was %s in %s', (written, name, encoding) => {
  expect(decodeMojibake(written, NONE)).toMatchObject({ name, encoding });
});

test('the proof shows the bytes', () => {
  expect(decodeMojibake('Èº¼¯´ÅÅÌ 2', NONE)!.proof).toContain('C8 BA BC AF B4 C5 C5 CC 20 32');
});

test.each([
  'Cluster Disk 1',
  'Größe 1',
  'Müller & Söhne',
  'Événement',
  'Datenträger',
  'ÅÄÖ Disk',
  'Disco nº 1',
  'Disk – 1',
  '€uro',
  'Ärzte ÄÖÜ',
  '群集磁盘 1',
  '',
  '\u0000\u0081',
])('%j is left as it is', (written) => {
  expect(decodeMojibake(written, NONE)).toBeNull();
});

test('a name known elsewhere decides between code pages', () => {
  // 0xB0A1 is 啊 in GBK and 가 in EUC-KR.
  const written = '°¡°¡';
  expect(decodeMojibake(written, new Set(['啊啊']))).toMatchObject({
    name: '啊啊',
    encoding: 'gbk',
  });
  expect(decodeMojibake(written, new Set(['가가']))).toMatchObject({
    name: '가가',
    encoding: 'euc-kr',
  });
});

test('common Chinese text comes back whatever it says', () => {
  const common = fc
    .tuple(fc.integer({ min: 0xb0, max: 0xd6 }), fc.integer({ min: 0xa1, max: 0xfe }))
    .map((pair) => new TextDecoder('gbk').decode(Uint8Array.from(pair)))
    .filter((character) => gbkPair(character) !== undefined);
  fc.assert(
    fc.property(fc.array(common, { minLength: 2, maxLength: 6 }), (characters) => {
      const name = characters.join('');
      const written = fromWindows1252(characters.flatMap((character) => [...gbkPair(character)!]));
      const decoded = decodeMojibake(written, new Set([name]));
      expect(decoded?.name).toBe(name);
    }),
  );
});

test('any text is read without failing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const decoded = decodeMojibake(text, NONE);
      expect(decoded === null || decoded.name !== text).toBe(true);
    }),
  );
});
