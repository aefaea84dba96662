import { Clock } from './clock.ts';
import { COVERAGE_SILENCE_MS, type CoverageRun, type RecordColumns } from './segment.ts';

/**
 * Runs of dated records without a silence longer than `COVERAGE_SILENCE_MS`, ascending per clock, Wall before Utc.
 * Records need not be in order. Whether a silence is a hole is decided later, with the whole file in view.
 */
export function buildCoverage(
  columns: Pick<RecordColumns, 'count' | 'time' | 'clock'>,
): CoverageRun[] {
  return [...runsOf(columns, Clock.Wall), ...runsOf(columns, Clock.Utc)];
}

function runsOf(
  columns: Pick<RecordColumns, 'count' | 'time' | 'clock'>,
  clock: 1 | 2,
): CoverageRun[] {
  let size = 0;
  let sorted = true;
  const times = new Float64Array(columns.count);
  for (let i = 0; i < columns.count; i++) {
    if (columns.clock[i] !== clock) continue;
    times[size++] = columns.time[i]!;
    if (size > 1 && times[size - 1]! < times[size - 2]!) sorted = false;
  }
  const dated = times.subarray(0, size);
  if (!sorted) dated.sort();
  const runs: CoverageRun[] = [];
  let first = 0;
  for (let i = 1; i <= size; i++) {
    if (i < size && dated[i]! - dated[i - 1]! <= COVERAGE_SILENCE_MS) continue;
    runs.push({ clock, first: dated[first]!, last: dated[i - 1]!, records: i - first });
    first = i;
  }
  return runs;
}
