import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { NameRepair } from '../model/incident.ts';
import type { Encoding } from '../model/source.ts';
import { createMatcher } from './match-segment.ts';
import { parseQuery } from './parse-query.ts';
import { type TextTerm, textTerms } from './text-terms.ts';

function termsOf(text: string, repairs: readonly NameRepair[] = []): TextTerm[] {
  const query = parseQuery(text);
  if ('error' in query) throw new Error(query.error.message);
  return textTerms(query, repairs);
}

/** Lays records out in bytes, each with what follows it. */
function layOut(records: readonly { bytes: Uint8Array; after: Uint8Array }[]) {
  const offset: number[] = [];
  const length: number[] = [];
  const all: number[] = [];
  for (const { bytes, after } of records) {
    offset.push(all.length);
    length.push(bytes.length);
    all.push(...bytes, ...after);
  }
  return {
    bytes: Uint8Array.from(all),
    offset: Uint32Array.from(offset),
    length: Uint32Array.from(length),
  };
}

/** What the matcher must agree with: every record decoded alone, every expression run over it alone. */
function naively(terms: readonly TextTerm[], encoding: Encoding, laid: ReturnType<typeof layOut>) {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  const hits: number[] = [];
  laid.offset.forEach((start, i) => {
    const text = decoder.decode(laid.bytes.subarray(start, start + laid.length[i]!));
    const holds = terms.every(
      ({ source, flags, exclude }) => new RegExp(source, flags).test(text) !== exclude,
    );
    if (holds) hits.push(i);
  });
  return hits;
}

function search(query: string, lines: readonly string[], repairs: readonly NameRepair[] = []) {
  const [text, lf] = [new TextEncoder(), new Uint8Array([10])];
  const laid = layOut(lines.map((line) => ({ bytes: text.encode(line), after: lf })));
  const hits = createMatcher(termsOf(query, repairs), 'utf-8')(
    laid.bytes,
    laid.offset,
    laid.length,
  );
  return [...hits].map((record) => lines[record]);
}

const REPAIR: NameRepair = {
  written: 'Èº¼¯´ÅÅÌ 2',
  proposed: '群集磁盘 2',
  method: 'decoded',
  encoding: 'gbk',
  proof: '',
  refused: false,
};

describe('a search of the text', () => {
  it('finds words whatever the letter case, all of them, in any order', () => {
    const lines = ['Access denied', 'DENIED the access', 'access', 'denied'];
    expect(search('access denied', lines)).toEqual(lines.slice(0, 2));
  });

  it('leaves out what is excluded, also when nothing else is asked for', () => {
    expect(search('-debug', ['a', 'Debug', 'b'])).toEqual(['a', 'b']);
    expect(search('a -"a b"', ['a', 'a b', 'b a'])).toEqual(['a', 'b a']);
  });

  it('takes signs of expressions in words literally', () => {
    expect(search('"(a.b)*[c]"', ['(a.b)*[c]', 'axb'])).toEqual(['(a.b)*[c]']);
  });

  it('lets an expression see one entry at a time', () => {
    expect(search('/one[^]*two/', ['one', 'two', 'one\nand two'])).toEqual(['one\nand two']);
    expect(search('/one\\s+two/', ['one', 'two', 'one\n two'])).toEqual(['one\n two']);
    expect(search('/(?<!a\\n)b/', ['a', 'b', 'a\nb'])).toEqual(['b']);
    expect(search('/a(?!\\nb)/', ['a', 'b', 'a\nb'])).toEqual(['a']);
  });

  it('anchors ^ and $ at every line of an entry', () => {
    expect(search('/^b$/', ['ab', 'b', 'a\nb\nc', 'bc'])).toEqual(['b', 'a\nb\nc']);
  });

  it('finds a resource as whole words and in the spelling that the log used', () => {
    const lines = ['Disk 1 failed', 'Disk 12 failed', "'Disk 1'", 'XDisk 1', 'disk 1'];
    expect(search('resource:"Disk 1"', lines)).toEqual([lines[0], lines[2], lines[4]]);
    const garbled = ["for 'Èº¼¯´ÅÅÌ 2'.", "for '群集磁盘 2'.", "for 'Èº¼¯´ÅÅÌ 20'.", '群集磁盘 23'];
    expect(search('resource:"群集磁盘 2"', garbled, [REPAIR])).toEqual(garbled.slice(0, 2));
    expect(search('resource:"Èº¼¯´ÅÅÌ 2"', garbled, [REPAIR])).toEqual(garbled.slice(0, 2));
    const refused = { ...REPAIR, refused: true };
    expect(search('resource:"群集磁盘 2"', garbled, [refused])).toEqual([garbled[1]]);
  });

  it('finds one of several resources', () => {
    expect(search('resource:Quorum,"IP 1"', ['quorum', 'IP 1', 'IP 2'])).toEqual([
      'quorum',
      'IP 1',
    ]);
  });
});

const encodeUtf16 = (text: string, bigEndian: boolean) => {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(2 * i, text.charCodeAt(i), !bigEndian);
  return bytes;
};
const encodeUtf8 = (text: string) => new TextEncoder().encode(text);
const bytesOf = (...bytes: number[]) => Uint8Array.from(bytes);

/** Pieces of entries: words that the queries ask for, line ends, characters of every width, bytes that are no text. */
const WORDS = ['ab', 'AB', 'a', 'b', ' ', 'c', '\n', '\r\n', '12', '_', '(', '\t', '\r'];
const WIDE: Readonly<Record<string, readonly Uint8Array[]>> = {
  'utf-8': [
    encodeUtf8('群'),
    encodeUtf8('é'),
    encodeUtf8('😀'),
    bytesOf(0xff),
    bytesOf(0xe7, 0xbe),
  ],
  'windows-1252': [bytesOf(0x80), bytesOf(0xe9), bytesOf(0x81)],
  gbk: [bytesOf(0xc8, 0xba), bytesOf(0xbc, 0xaf), bytesOf(0xc8), bytesOf(0x81, 0x30, 0x81, 0x30)],
  shift_jis: [bytesOf(0x83, 0x65), bytesOf(0xb1), bytesOf(0x83)],
  big5: [bytesOf(0xa4, 0xa4), bytesOf(0x88, 0x62), bytesOf(0xa4)],
  'utf-16le': [encodeUtf16('群😀', false), bytesOf(0x00, 0xd8), bytesOf(0x0a, 0x0a)],
  'utf-16be': [encodeUtf16('群😀', true), bytesOf(0xd8, 0x00), bytesOf(0x0a, 0x0a)],
};
const QUERIES = [
  ...['ab', 'a b', '-ab', 'ab -c', '"a b" 12', '群', 'resource:ab', 'resource:"ab 12",c é'],
  ...[
    '/^ab/',
    '/ab$/',
    '/\\bb/',
    '/a.b/',
    '/a\\s+b/',
    '/[^a]b/',
    '/[^\\n]b/i',
    '/[^\\n]+/',
    '/a[^]*b/',
    '/c*/',
  ],
  ...['/a.*b/s', '/(?<=\\n)a/', '/b(?!\\r?\\n)/', '/\\r/', '/^$/', '/(a|b)c\\1/', '/./u', '/^.$/u'],
];

describe('createMatcher', () => {
  test.each(Object.keys(WIDE) as Encoding[])(
    'agrees with a search entry by entry in %s',
    (encoding) => {
      const encode = (text: string) =>
        encoding.startsWith('utf-16')
          ? encodeUtf16(text, encoding === 'utf-16be')
          : encodeUtf8(text);
      const piece = fc.constantFrom(...WORDS.map(encode), ...WIDE[encoding]!);
      const bytes = fc
        .array(piece, { maxLength: 8 })
        .map((pieces) => Uint8Array.from(pieces.flatMap((part) => [...part])));
      const after = fc.oneof(
        { weight: 6, arbitrary: fc.constantFrom(encode('\n'), encode('\r\n')) },
        {
          weight: 1,
          arbitrary: fc.constantFrom(encode(''), encode('\n\nab\r\n'), encode(' '), encode('\na')),
        },
      );
      const records = fc.array(fc.record({ bytes, after }), { maxLength: 30 });
      const query = fc.constantFrom(...QUERIES);
      fc.assert(
        fc.property(records, query, fc.constantFrom(1, 30, 1000), (given, asked, pieceBytes) => {
          const laid = layOut(given);
          const terms = termsOf(asked);
          const hits = createMatcher(terms, encoding, pieceBytes)(
            laid.bytes,
            laid.offset,
            laid.length,
          );
          expect([...hits]).toEqual(naively(terms, encoding, laid));
        }),
        { numRuns: 600 },
      );
    },
  );

  it('looks only at the records it is given', () => {
    const bytes = encodeUtf8('ab\nab\nab\nab\n');
    const match = createMatcher(termsOf('ab'), 'utf-8');
    expect([...match(bytes, Uint32Array.of(3, 9), Uint32Array.of(2, 2))]).toEqual([0, 1]);
    expect([...match(bytes, Uint32Array.of(3, 9), Uint32Array.of(1, 2))]).toEqual([1]);
    expect([...match(bytes, new Uint32Array(), new Uint32Array())]).toEqual([]);
  });
});
