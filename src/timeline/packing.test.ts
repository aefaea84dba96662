import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { packBands } from './packing.ts';

describe('packing', () => {
  test('puts overlapping spans into different bands and lets touching ones share', () => {
    expect(
      packBands([
        { start: 0, end: 10 },
        { start: 5, end: 8 },
        { start: 10, end: 12 },
      ]),
    ).toEqual({
      bandOf: [0, 1, 0],
      bands: 2,
    });
  });

  test('never lets two spans of one band overlap, and uses no more bands than overlap at once', () => {
    const spans = fc
      .array(fc.tuple(fc.nat(100), fc.nat(20)), { maxLength: 40 })
      .map((pairs) =>
        pairs
          .map(([start, length]) => ({ start, end: start + length + 1 }))
          .sort((a, b) => a.start - b.start),
      );
    fc.assert(
      fc.property(spans, (list) => {
        const { bandOf, bands } = packBands(list);
        for (let i = 0; i < list.length; i++) {
          for (let j = 0; j < i; j++) {
            if (bandOf[i] === bandOf[j]) expect(list[j]!.end).toBeLessThanOrEqual(list[i]!.start);
          }
        }
        const deepest = Math.max(
          1,
          ...list.map(({ start }) => list.filter((s) => s.start <= start && s.end > start).length),
        );
        expect(bands).toBe(deepest);
      }),
    );
  });
});
