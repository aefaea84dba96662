import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Clock } from './clock.ts';
import { buildDensity } from './density.ts';
import { Level } from './level.ts';

function columnsOf(records: readonly { time: number; level: number; clock?: number }[]) {
  return {
    count: records.length,
    time: Float64Array.from(records, (record) => record.time),
    level: Uint8Array.from(records, (record) => record.level),
    clock: Uint8Array.from(records, (record) => record.clock ?? Clock.Utc),
  };
}

const RECORDS = fc.array(
  fc.record({
    time: fc.integer({ min: -1e12, max: 4e12 }),
    level: fc.constantFrom(...Object.values(Level)),
  }),
  { minLength: 1, maxLength: 200 },
);

describe('buildDensity', () => {
  it('has nothing to say about records without a date', () => {
    expect(
      buildDensity(columnsOf([{ time: 0, level: Level.Error, clock: Clock.TimeOfDay }])),
    ).toEqual([]);
  });

  it('keeps the worst level of a bin', () => {
    const [finest] = buildDensity(
      columnsOf([
        { time: 1000, level: Level.Info },
        { time: 1000, level: Level.Error },
        { time: 1000, level: Level.Debug },
      ]),
    );
    expect([...finest!.counts]).toEqual([3]);
    expect([...finest!.worst]).toEqual([Level.Error]);
  });

  it('counts every dated record once on every level, within bins that hold it', () => {
    fc.assert(
      fc.property(RECORDS, (records) => {
        const levels = buildDensity(columnsOf(records));
        expect(levels.at(-1)!.counts.length).toBeLessThanOrEqual(2);
        const worst = Math.min(...records.map((record) => record.level));
        for (const { exponent, firstBin, counts, worst: worstOf } of levels) {
          expect(counts.length).toBeLessThanOrEqual(4096);
          expect(counts.reduce((a, b) => a + b, 0)).toBe(records.length);
          expect(Math.min(...worstOf.filter((level) => level !== 0))).toBe(worst);
          for (const { time } of records) {
            const bin = Math.floor(time / 2 ** exponent) - firstBin;
            expect(counts[bin]).toBeGreaterThan(0);
          }
        }
      }),
    );
  });
});
