import { lowerBound } from '../base/binary-search.ts';
import type { Instant } from '../time/instant.ts';
import { intervalsInView } from './culling.ts';
import type { Lane } from './lane.ts';

/**
 * The edge of an interval, marker or event in the lanes nearest to `time`, at most `reachMs` away; null where there is none.
 * Edges where a log merely begins or ends count as well. O(lanes × log n + intervals near).
 */
export function snapTime(
  lanes: readonly Pick<Lane, 'intervals' | 'markers' | 'events'>[],
  time: Instant,
  reachMs: number,
): Instant | null {
  let best: Instant | null = null;
  let distance = reachMs;
  const consider = (edge: Instant) => {
    const away = Math.abs(edge - time);
    if (away > distance || (best !== null && away === distance)) return;
    best = edge;
    distance = away;
  };
  const near = { start: (time - reachMs) as Instant, end: (time + reachMs) as Instant };
  for (const { intervals, markers, events } of lanes) {
    const { first, end } = intervalsInView(intervals, near);
    for (let i = first; i < end; i++) {
      consider(intervals[i]!.start);
      consider(intervals[i]!.end);
    }
    for (const marks of [markers, events]) {
      const from = lowerBound(marks.length, (i) => marks[i]!.time >= near.start);
      for (let i = from; i < marks.length && marks[i]!.time <= near.end; i++) {
        consider(marks[i]!.time);
      }
    }
  }
  return best;
}
