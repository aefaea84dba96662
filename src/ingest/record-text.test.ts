import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SegmentRecords } from '../model/evidence.ts';
import type { Encoding, SourceId } from '../model/source.ts';
import { createAssembly } from './assemble.ts';
import { readLines, readText } from './record-text.ts';
import { scanSource } from './scan-source.ts';
import { stampLines } from './stamp-lines.testing.ts';

function encode(text: string, encoding: Encoding): Uint8Array<ArrayBuffer> {
  const little = Uint8Array.from(Buffer.from(text, encoding === 'utf-8' ? 'utf8' : 'utf16le'));
  return encoding === 'utf-16be' ? little.map((_, i) => little[i ^ 1]!) : little;
}

async function placedSegments(
  blob: Blob,
  encoding: Encoding,
  rangeBytes: number,
): Promise<SegmentRecords[]> {
  const preparation = stampLines.prepare({} as never);
  const recognised = { format: stampLines, encoding, encodingBasis: 'set', preparation } as const;
  const assembly = createAssembly({
    id: 's1' as SourceId,
    path: 'x',
    bytes: blob.size,
    recognised,
  });
  const placed: SegmentRecords[] = [];
  let index = 0;
  for await (const segment of scanSource(blob, recognised, { rangeBytes })) {
    placed.push(...assembly.addSegment(index++, segment).map((each) => each.segment));
  }
  return placed;
}

const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be'] as const;

describe('readLines', () => {
  it.each(ENCODINGS)('reads any lines of a source in %s, however it was cut', async (encoding) => {
    const line = fc.oneof(
      fc.nat(999).map((n) => `#${n} entry`),
      fc.string({ unit: 'grapheme', maxLength: 50 }).map((text) => text.replace(/[\r\n]/g, ' ')),
      fc.constant(''),
      fc.constant('磁\u0a00\u000b\u0d0a盘'),
    );
    const source = fc.record({
      lines: fc.array(line, { minLength: 1, maxLength: 30 }),
      end: fc.constantFrom('\n', '\r\n'),
      mark: fc.constantFrom('', '\ufeff'),
      rangeBytes: fc.constantFrom(16, 64, 4096),
      first: fc.integer({ min: -1, max: 35 }),
      count: fc.nat(40),
    });
    await fc.assert(
      fc.asyncProperty(source, async ({ lines, end, mark, rangeBytes, first, count }) => {
        const blob = new Blob([encode(mark + lines.join(end) + end, encoding)]);
        const segments = await placedSegments(blob, encoding, rangeBytes);
        const read = await readLines(blob, encoding, segments, first, count, 1000);
        const expected = lines
          .map((text, i) => ({ number: i + 1, text, cut: false }))
          .filter(({ number }) => number >= first && number < first + count);
        expect(read).toEqual(expected);
      }),
      { numRuns: 150 },
    );
  });

  it('cuts a line that is too long and goes on behind it', async () => {
    const blob = new Blob([`#1 ${'x'.repeat(200_000)}\n${'y'.repeat(300_000)}\n#2 end`]);
    const segments = await placedSegments(blob, 'utf-8', 4096);
    const read = await readLines(blob, 'utf-8', segments, 1, 9, 100);
    expect(read).toEqual([
      { number: 1, text: `#1 ${'x'.repeat(97)}`, cut: true },
      { number: 2, text: 'y'.repeat(100), cut: true },
      { number: 3, text: '#2 end', cut: false },
    ]);
  });

  it('gives the whole line of a record that begins inside it', async () => {
    const blob = new Blob(['0001 #1 a\n0002 #2 b\n']);
    const [segment] = await placedSegments(new Blob(['#00001 a\n#00002 b\n']), 'utf-8', 4096);
    const { columns } = segment!;
    columns.offset[0] = 5;
    columns.offset[1] = 15;
    const read = await readLines(
      blob,
      'utf-8',
      [{ ...segment!, byteLength: blob.size }],
      1,
      2,
      1000,
    );
    expect(read.map(({ text }) => text)).toEqual(['0001 #1 a', '0002 #2 b']);
  });

  it('reads little of a large source', async () => {
    const part = new Blob([`#1 ${'x'.repeat(96)}\n`.repeat(10_000)]);
    const blob = new Blob(Array<Blob>(40).fill(part));
    const segments = await placedSegments(blob, 'utf-8', 8 * 1024 * 1024);
    let bytes = 0;
    const watched = new Proxy(blob, {
      get: (target, key) => {
        if (key !== 'slice') return Reflect.get(target, key, target);
        return (start: number, end: number) => {
          bytes += end - start;
          return target.slice(start, end);
        };
      },
    });
    expect(await readLines(watched, 'utf-8', segments, 399_990, 5, 1000)).toHaveLength(5);
    expect(bytes).toBeLessThan(1024 * 1024);
  });
});

describe('readText', () => {
  it('cuts at a number of characters, never inside a pair', async () => {
    const blob = new Blob(['ab😀cd']);
    expect(await readText(blob, 'utf-8', 0, 8, 3)).toBe('ab');
    expect(await readText(blob, 'utf-8', 0, 8, 4)).toBe('ab😀');
    expect(await readText(blob, 'utf-8', 6, 2, 100)).toBe('cd');
  });

  it('leaves the byte order mark out and shows what it cannot read', async () => {
    expect(await readText(new Blob(['\ufeffab']), 'utf-8', 0, 5, 10)).toBe('ab');
    expect(await readText(new Blob([new Uint8Array([0x61, 0xff])]), 'utf-8', 0, 2, 10)).toBe(
      'a\ufffd',
    );
  });
});
