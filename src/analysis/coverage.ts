import { lowerBound } from '../base/binary-search.ts';
import type { CoverageSpan } from '../model/incident.ts';
import { type Instant, MS_PER_HOUR, MS_PER_MINUTE, MS_PER_SECOND } from '../time/instant.ts';
import { isClusterService } from './cluster-service.ts';
import type { PlacedFact, PlacedSource } from './placing.ts';
import type { InstantRun } from './stamp-bulk.ts';

/**
 * Silences longer than this are holes whatever stands behind them. A cluster service writes at least its hourly
 * housekeeping, so six hours of nothing in a cluster.log mean a wrapped ETL file; an event log may have a quiet day.
 */
const LONGEST_QUIET_MS: Readonly<Record<string, number>> = {
  'wsfc-cluster-log': 6 * MS_PER_HOUR,
};
const LONGEST_QUIET_ELSEWHERE_MS = 24 * MS_PER_HOUR;
/** A start belongs to the silence before it when it stands this near to the first record behind the silence. */
const START_WITHIN_MS = 2 * MS_PER_MINUTE;

/**
 * The spans in which a source could have spoken. A silence of more than a minute is a hole when a service start or a boot
 * ends it, or when it is longer than its format is ever quiet; any other silence is just quiet and stays covered.
 */
export function coverageOf(source: PlacedSource, format: string): CoverageSpan[] {
  const starts = startTimes(source.facts);
  const longestQuiet = LONGEST_QUIET_MS[format] ?? LONGEST_QUIET_ELSEWHERE_MS;
  const spans: { start: Instant; end: Instant }[] = [];
  for (const run of source.runs) {
    const last = spans[spans.length - 1];
    const isHole =
      last === undefined ||
      run.first - last.end > longestQuiet ||
      (run.first > last.end && beginsWithStart(run, starts));
    if (isHole) spans.push({ start: run.first, end: run.last });
    else if (run.last > last.end) last.end = run.last;
  }
  return spans;
}

function startTimes(facts: readonly PlacedFact[]): number[] {
  const times: number[] = [];
  for (const { body, placed } of facts) {
    if (placed.time === null) continue;
    const isStart =
      body.type === 'boot' ||
      (body.type === 'service' && body.state === 'starting' && isClusterService(body.service)) ||
      (body.type === 'service' && body.state === 'started' && isClusterService(body.service));
    if (isStart) times.push(placed.time);
  }
  return times.sort((a, b) => a - b);
}

function beginsWithStart(run: InstantRun, starts: readonly number[]): boolean {
  const from = run.first - MS_PER_SECOND;
  const next = starts[lowerBound(starts.length, (i) => starts[i]! >= from)];
  return next !== undefined && next <= run.first + START_WITHIN_MS;
}
