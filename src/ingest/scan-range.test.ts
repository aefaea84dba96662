import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeFormat } from '../formats/harness.testing.ts';
import type { Segment } from '../model/segment.ts';
import type { Encoding } from '../model/source.ts';
import { MAX_ENTRY_BYTES, RANGE_BYTES } from './limits.ts';
import { readText } from './record-text.ts';
import { scanSource } from './scan-source.ts';
import { stampLines } from './stamp-lines.testing.ts';

const MIB = 1024 * 1024;

async function scanAll(
  blob: Blob,
  encoding: Encoding = 'utf-8',
  rangeBytes: number = RANGE_BYTES,
): Promise<Segment[]> {
  const recognised = {
    format: stampLines,
    encoding,
    preparation: stampLines.prepare({} as never),
  };
  const segments: Segment[] = [];
  for await (const segment of scanSource(blob, recognised, { rangeBytes })) segments.push(segment);
  return segments;
}

const total = (segments: readonly Segment[], pick: (segment: Segment) => number) =>
  segments.reduce((sum, segment) => sum + pick(segment), 0);

describeFormat(stampLines, [
  {
    name: 'entries with continuations, blanks, CJK and an emoji',
    text: '#1 first\ncontinued\n\n#2 群集磁盘 2 gone!\n#3 smile 😀 here\n  more 磁盘\n\n#4 last!\n'.repeat(
      9,
    ),
  },
  {
    name: 'text before the first entry, no line end at the end',
    text: `lead\n${'#7 x\n'.repeat(9)}#8 end`,
  },
]);

describe('scanRange', () => {
  it('gives an empty segment where no entry begins, and the owner of the entry reads on', async () => {
    const blob = new Blob([`#1 ${'x'.repeat(500)}\nmore\n#2 y\n`]);
    const segments = await scanAll(blob, 'utf-8', 64);
    expect(segments[0]).toMatchObject({ baseOffset: 0, byteLength: 509, lineCount: 2 });
    expect(segments.slice(1, 7).map((segment) => segment.byteLength)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(segments[7]).toMatchObject({ baseOffset: 509, byteLength: 5 });
    expect(segments[8]?.columns.count ?? 0).toBe(0);
  });

  it('counts the byte order mark in offsets and keeps it out of the text', async () => {
    const blob = new Blob(['\ufeff#1 a\n#2 b\n']);
    const [segment] = await scanAll(blob);
    expect([...segment!.columns.offset]).toEqual([3, 8]);
    expect(segment!.byteLength).toBe(blob.size);
  });

  it('scans the first bytes of an overlong entry and counts the lines of the rest', async () => {
    const thousandLines = new Blob([`${'x'.repeat(99)}\n`.repeat(1000)]);
    const blob = new Blob(['#1 long\n', ...Array<Blob>(400).fill(thousandLines), '#2 next\n']);
    const segments = await scanAll(blob);
    const first = segments[0]!;
    expect(first.byteLength).toBe(blob.size - 8);
    expect(first.lineCount).toBe(400_001);
    expect(first.tally.continuations).toBe(400_000);
    expect(first.columns.length[0]).toBe(blob.size - 8);
    expect(first.problems).toMatchObject([{ line: 0, code: 'entry-too-long' }]);
    expect(total(segments, (segment) => segment.columns.count)).toBe(2);
    expect(total(segments, (segment) => segment.byteLength)).toBe(blob.size);
  });

  it.each(['utf-8', 'utf-16le', 'utf-16be'] as const)(
    'passes over a line of 40 MB in %s',
    async (encoding) => {
      const encode = (text: string) =>
        encoding === 'utf-8'
          ? text
          : Buffer.from(text, 'utf16le').map(
              (_, i, all) => all[encoding === 'utf-16be' ? i ^ 1 : i]!,
            );
      const part = new Blob([encode('磁'.repeat(MIB / 2))]);
      const parts = Array<Blob>(encoding === 'utf-8' ? 27 : 40).fill(part);
      const blob = new Blob([
        encode('#1 before\n#2 '),
        ...parts,
        encode('\ntail\n#3 after\n#4 end\n'),
      ]);
      const segments = await scanAll(blob, encoding);
      expect(total(segments, (segment) => segment.lineCount)).toBe(5);
      expect(total(segments, (segment) => segment.byteLength)).toBe(blob.size);
      expect(total(segments, (segment) => segment.columns.count)).toBe(4);
      expect(segments[0]!.problems).toMatchObject([{ line: 1, code: 'entry-too-long' }]);
      const after = segments.find(
        (segment) => segment.baseOffset > part.size && segment.columns.count > 0,
      )!;
      const start = after.baseOffset + after.columns.offset[0]!;
      expect(await readText(blob, encoding, start, after.columns.length[0]!, 100)).toBe('#3 after');
    },
  );

  it('does not remark on an entry that stays within the limit past its range', async () => {
    const blob = new Blob(['#1 a\n', `${'x'.repeat(MAX_ENTRY_BYTES - MIB)}\n`, '#2 b\n']);
    const segments = await scanAll(blob, 'utf-8', 4096);
    expect(total(segments, (segment) => segment.problemCount)).toBe(0);
    expect(total(segments, (segment) => segment.columns.count)).toBe(2);
  });

  it('names the line of bytes that are not UTF-8 and keeps the text', async () => {
    const blob = new Blob(['#1 a\n#2 ', new Uint8Array([0xc8, 0xba, 0xbc, 0xaf]), '\n#3 c\n']);
    const [segment] = await scanAll(blob);
    expect(segment!.problems).toMatchObject([{ line: 1, code: 'invalid-utf-8' }]);
    expect(segment!.columns.count).toBe(3);
  });

  it('reads UTF-16 with an odd byte at the end and half a surrogate pair', async () => {
    const bytes = Buffer.concat([
      Buffer.from('#1 a\n#2 \ud83d b\n#3', 'utf16le'),
      Buffer.from([0x20]),
    ]);
    const [segment] = await scanAll(new Blob([bytes]), 'utf-16le');
    expect(segment!.columns.count).toBe(3);
    expect(segment!.byteLength).toBe(bytes.length);
    expect(segment!.problems).toMatchObject([
      { line: 1, code: 'lone-surrogate' },
      { line: 2, code: 'odd-byte' },
    ]);
  });

  it('treats a lone CR as text', async () => {
    const [segment] = await scanAll(new Blob(['#1 a\r#2 b\n#3 c\r\n']));
    expect([...segment!.columns.length]).toEqual([9, 4]);
  });

  it('stops when aborted', async () => {
    const abort = new AbortController();
    abort.abort(new DOMException('enough', 'AbortError'));
    const scan = scanSource(
      new Blob(['#1 a\n']),
      { format: stampLines, encoding: 'utf-8', preparation: stampLines.prepare({} as never) },
      { signal: abort.signal },
    );
    await expect(scan.next()).rejects.toThrow('enough');
  });

  it('finds every record of UTF-16 text at its own bytes, wherever it is cut', async () => {
    const line = fc
      .string({ unit: 'binary', maxLength: 30 })
      .map((text) => text.replace(/[\r\n#]/g, ''));
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { maxLength: 20 }),
        fc.constantFrom(4, 16, 50),
        async (lines, rangeBytes) => {
          const texts = lines.map((text, i) => `#${i} ${text}`);
          const bytes = Buffer.from(texts.join('\n'), 'utf16le');
          const blob = new Blob([bytes]);
          const read: string[] = [];
          for (const { baseOffset, columns } of await scanAll(blob, 'utf-16le', rangeBytes)) {
            for (let i = 0; i < columns.count; i++) {
              const start = baseOffset + columns.offset[i]!;
              read.push(bytes.toString('utf16le', start, start + columns.length[i]!));
            }
          }
          expect(read).toEqual(texts);
        },
      ),
    );
  });
});
