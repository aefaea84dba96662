import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Segment } from '../model/segment.ts';
import type { SourceId } from '../model/source.ts';
import { createAssembly } from './assemble.ts';
import { mergeCoverage } from './merge-coverage.ts';
import { scanSource } from './scan-source.ts';
import { stampLines } from './stamp-lines.testing.ts';

const recognised = {
  format: stampLines,
  encoding: 'utf-8',
  encodingBasis: 'ascii',
  preparation: stampLines.prepare({} as never),
} as const;

const TEXT = `${Array.from({ length: 40 }, (_, i) => `#${i * 30_000} entry!\nmore\n`).join('')}\n#9000000 late!\n`;

async function segmentsOf(text: string): Promise<Segment[]> {
  const segments: Segment[] = [];
  for await (const segment of scanSource(new Blob([text]), recognised, { rangeBytes: 64 }))
    segments.push(segment);
  return segments;
}

const assembly = () =>
  createAssembly({ id: 's1' as SourceId, path: 'x.log', bytes: TEXT.length, recognised });

describe('createAssembly', () => {
  it('adds up the source and numbers lines from 1', async () => {
    const whole = assembly();
    const segments = await segmentsOf(TEXT);
    const placed = segments.flatMap((segment, index) => whole.addSegment(index, segment));
    expect(whole.source()).toMatchObject({
      lines: 82,
      records: 41,
      undated: 0,
      tally: { entries: 41, continuations: 40, blanks: 1 },
      levels: { info: 41 },
    });
    const { facts, coverage } = whole.evidence();
    expect(facts.map((fact) => fact.line)).toEqual([
      ...Array.from({ length: 40 }, (_, i) => 2 * i + 1),
      82,
    ]);
    expect(facts[0]).not.toHaveProperty('record');
    expect(coverage).toEqual([
      { clock: 2, first: 0, last: 39 * 30_000, records: 40 },
      { clock: 2, first: 9_000_000, last: 9_000_000, records: 1 },
    ]);
    let baseLine = 1;
    for (const { segment } of placed) {
      expect(segment.baseLine).toBe(baseLine);
      baseLine += segment.lineCount;
    }
  });

  it('ends the same in whatever order the segments arrive', async () => {
    const segments = await segmentsOf(TEXT);
    const inOrder = assembly();
    const placedInOrder = segments.flatMap((segment, index) => inOrder.addSegment(index, segment));
    const order = fc.shuffledSubarray([...segments.keys()], { minLength: segments.length });
    fc.assert(
      fc.property(order, (indexes) => {
        const shuffled = assembly();
        const placed = indexes.flatMap((index) => shuffled.addSegment(index, segments[index]!));
        expect(placed).toEqual(placedInOrder);
        expect(shuffled.evidence()).toEqual(inOrder.evidence());
      }),
      { numRuns: 30 },
    );
  });

  it('waits with a segment until all before it are there', async () => {
    const [first, second] = await segmentsOf(TEXT);
    const partial = assembly();
    expect(partial.addSegment(1, second!)).toEqual([]);
    expect(partial.source().lines).toBe(0);
    const known = partial.source();
    expect(partial.source()).toBe(known);
    expect(partial.addSegment(0, first!).map(({ index }) => index)).toEqual([0, 1]);
    expect(partial.source()).not.toBe(known);
  });
});

describe('mergeCoverage', () => {
  it('joins runs of one clock that are close, whatever their order', () => {
    const runs = [
      { clock: 1, first: 100, last: 200, records: 2 },
      { clock: 2, first: 100, last: 200, records: 1 },
      { clock: 1, first: 60_200, last: 60_300, records: 3 },
      { clock: 1, first: 120_301, last: 120_301, records: 1 },
    ] as const;
    const merged = [
      { clock: 1, first: 100, last: 60_300, records: 5 },
      { clock: 1, first: 120_301, last: 120_301, records: 1 },
      { clock: 2, first: 100, last: 200, records: 1 },
    ];
    expect(mergeCoverage(runs)).toEqual(merged);
    expect(mergeCoverage(runs.toReversed())).toEqual(merged);
  });
});
