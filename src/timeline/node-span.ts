import type { Instant } from '../time/instant.ts';
import type { Lane } from './lane.ts';
import type { Viewport } from './viewport.ts';

/** First to last instant of all that the lanes of a node show; null: nothing is dated. */
export function spanOfNode(lanes: readonly Lane[], node: string | null): Viewport | null {
  let start = Number.POSITIVE_INFINITY;
  let end = Number.NEGATIVE_INFINITY;
  const take = (from: number, to: number) => {
    start = Math.min(start, from);
    end = Math.max(end, to);
  };
  for (const lane of lanes) {
    if (lane.node !== node) continue;
    for (const item of lane.intervals) {
      if (item.family !== 'no-coverage') take(item.start, item.end);
    }
    for (const { time } of lane.markers) take(time, time);
    for (const { time } of lane.events) take(time, time);
  }
  return start <= end ? { start: start as Instant, end: end as Instant } : null;
}
