import { lowerBound } from '../base/binary-search.ts';
import { intervalsInView } from './culling.ts';
import type { Lane, LaneInterval } from './lane.ts';
import { FAMILY_RANK } from './state-family.ts';
import type { Viewport } from './viewport.ts';

/** Worse states are trouble, which is never quiet however long it lasts. */
const CALM_FROM = FAMILY_RANK.unknown;

/**
 * Keys of the lanes in which nothing happens in the view: no marks, and at most one state, which is no trouble and does not change. A lane with
 * others under it is quiet when they all are. Nodes never are. A source is quiet where it could not have spoken.
 * `lanes` is depth first.
 */
export function quietLanes(lanes: readonly Lane[], view: Viewport): Set<string> {
  const quiet = new Set<string>();
  const stirred = new Set<string>();
  for (let i = lanes.length - 1; i >= 0; i--) {
    const lane = lanes[i]!;
    if (!stirred.has(lane.key) && isQuiet(lane, view)) quiet.add(lane.key);
    else if (lane.parent !== null) stirred.add(lane.parent);
  }
  return quiet;
}

function isQuiet(lane: Lane, view: Viewport): boolean {
  if (lane.kind === 'node' || lane.kind === 'quiet') return false;
  if (hasMarkIn(lane.markers, view) || hasMarkIn(lane.events, view)) return false;
  if (lane.source !== null)
    return lane.gaps.some((gap) => gap.start <= view.start && gap.end >= view.end);
  const { first, end } = intervalsInView(lane.intervals, view);
  let only: LaneInterval | null = null;
  for (let i = first; i < end; i++) {
    const item = lane.intervals[i]!;
    if (item.end <= view.start || item.start >= view.end) continue;
    if (only !== null) return false;
    only = item;
  }
  if (only === null) return true;
  const holds = isOutside(only.start, view) && isOutside(only.end, view);
  return FAMILY_RANK[only.family] >= CALM_FROM && (holds || isCarried(only, view));
}

function isOutside(time: number, view: Viewport): boolean {
  return time <= view.start || time >= view.end;
}

/** An edge in the view where the log begins or ends is no change of the state. */
function isCarried({ start, end, interval }: LaneInterval, view: Viewport): boolean {
  return (
    (isOutside(start, view) || interval.startBasis === 'carried') &&
    (isOutside(end, view) || interval.endBasis === 'carried')
  );
}

function hasMarkIn(marks: readonly { readonly time: number }[], view: Viewport): boolean {
  const at = lowerBound(marks.length, (i) => marks[i]!.time >= view.start);
  return at < marks.length && marks[at]!.time < view.end;
}
