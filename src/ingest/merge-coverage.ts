import { COVERAGE_SILENCE_MS, type CoverageRun } from '../model/segment.ts';

/**
 * Joins the runs of several segments: ascending per clock, Wall before Utc, runs of one clock joined when they overlap or
 * lie no further apart than `COVERAGE_SILENCE_MS`. The result does not depend on the order given.
 */
export function mergeCoverage(runs: readonly CoverageRun[]): CoverageRun[] {
  const sorted = [...runs].sort(
    (a, b) => a.clock - b.clock || a.first - b.first || a.last - b.last,
  );
  const merged: CoverageRun[] = [];
  for (const run of sorted) {
    const last = merged.at(-1);
    if (last && last.clock === run.clock && run.first - last.last <= COVERAGE_SILENCE_MS) {
      merged[merged.length - 1] = {
        clock: run.clock,
        first: last.first,
        last: Math.max(last.last, run.last),
        records: last.records + run.records,
      };
    } else {
      merged.push(run);
    }
  }
  return merged;
}
