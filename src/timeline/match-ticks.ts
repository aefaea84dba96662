import { lowerBound } from '../base/binary-search.ts';
import { toX, type Viewport } from './viewport.ts';

/** Instants of records that a search has found, ascending; reading one costs nothing. */
export interface MatchRun {
  readonly count: number;
  /** Instant of the first and of the last; of no meaning when `count` is 0. */
  readonly first: number;
  readonly last: number;
  at(index: number): number;
}

/**
 * Where the matches in view stand, in CSS pixels; of those nearer together than `pitchPx` only the first is told.
 * Ascending within a run. O(pixels · log matches), however many there are.
 */
export function computeMatchTicks(
  runs: readonly MatchRun[],
  view: Viewport,
  widthPx: number,
  pitchPx: number,
): number[] {
  const ticks: number[] = [];
  const pitchMs = ((view.end - view.start) / widthPx) * pitchPx;
  for (const run of runs) {
    if (run.count === 0 || run.last < view.start || run.first >= view.end) continue;
    let index = lowerBound(run.count, (i) => run.at(i) >= view.start);
    while (index < run.count) {
      const time = run.at(index);
      if (time >= view.end) break;
      ticks.push(toX(view, widthPx, time));
      const from = index + 1;
      index = from + lowerBound(run.count - from, (i) => run.at(from + i) >= time + pitchMs);
    }
  }
  return ticks;
}
