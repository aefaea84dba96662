import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Clock } from './clock.ts';
import { buildCoverage } from './coverage-runs.ts';
import { COVERAGE_SILENCE_MS } from './segment.ts';

function columnsOf(times: readonly number[], clock: number = Clock.Wall) {
  return {
    count: times.length,
    time: Float64Array.from(times),
    clock: new Uint8Array(times.length).fill(clock),
  };
}

describe('buildCoverage', () => {
  it('breaks a run at a silence that is longer than the bound, and only there', () => {
    const silence = COVERAGE_SILENCE_MS;
    expect(buildCoverage(columnsOf([0, silence, 2 * silence + 1]))).toEqual([
      { clock: Clock.Wall, first: 0, last: silence, records: 2 },
      { clock: Clock.Wall, first: 2 * silence + 1, last: 2 * silence + 1, records: 1 },
    ]);
  });

  it('does not ask for records in order', () => {
    expect(buildCoverage(columnsOf([500, 0, 250]))).toEqual(
      buildCoverage(columnsOf([0, 250, 500])),
    );
  });

  it('leaves undated records out', () => {
    expect(buildCoverage(columnsOf([0, 1], Clock.Undated))).toEqual([]);
  });

  it('gives ascending runs that hold every record', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1e7 })), (times) => {
        const runs = buildCoverage(columnsOf(times));
        expect(runs.reduce((sum, run) => sum + run.records, 0)).toBe(times.length);
        for (const time of times)
          expect(runs.some((run) => run.first <= time && time <= run.last)).toBe(true);
        for (let i = 1; i < runs.length; i++) {
          expect(runs[i]!.first - runs[i - 1]!.last).toBeGreaterThan(COVERAGE_SILENCE_MS);
        }
      }),
    );
  });
});
