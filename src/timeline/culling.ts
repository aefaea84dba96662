import { lowerBound } from '../base/binary-search.ts';
import type { LaneInterval } from './lane.ts';
import { FAMILY_RANK, type StateFamily } from './state-family.ts';
import { toX, type Viewport } from './viewport.ts';

/** Bars narrower than this are drawn at least this wide, and those that fall together as one with their number. */
export const MIN_INTERVAL_PX = 2;
/** Short intervals nearer together than this are one bar. */
const MERGE_PX = 3;

/** One bar on screen: one interval, or several that are each too short to be seen apart. */
export interface VisibleBar {
  readonly x: number;
  readonly width: number;
  /** Unclipped edges. */
  readonly originX: number;
  readonly farX: number;
  /** The interval; of several the worst. */
  readonly item: LaneInterval;
  readonly items: readonly LaneInterval[];
}

const latestEnds = new WeakMap<readonly LaneInterval[], Float64Array>();

/**
 * The intervals that touch the view: index range into `intervals`, which ascend by start. With overlaps the range can hold some that end
 * before the view. O(log n) after O(n) once.
 */
export function intervalsInView(
  intervals: readonly LaneInterval[],
  view: Viewport,
): { readonly first: number; readonly end: number } {
  let latest = latestEnds.get(intervals);
  if (latest === undefined) {
    latest = new Float64Array(intervals.length);
    let end = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < intervals.length; i++) {
      end = Math.max(end, intervals[i]!.end);
      latest[i] = end;
    }
    latestEnds.set(intervals, latest);
  }
  const reached = latest;
  const first = lowerBound(intervals.length, (i) => reached[i]! >= view.start);
  const end = lowerBound(intervals.length, (i) => intervals[i]!.start > view.end);
  return { first, end: Math.max(first, end) };
}

/**
 * The bars of a lane, clipped to `[0, widthPx]`, band by band; long ones before the short ones that lie on them. No interval that touches the
 * view is without a bar. O(intervals in view).
 */
export function computeBars(
  intervals: readonly LaneInterval[],
  view: Viewport,
  widthPx: number,
): VisibleBar[] {
  const { first, end } = intervalsInView(intervals, view);
  const long: VisibleBar[] = [];
  const short: { x: number; farX: number; items: LaneInterval[] }[] = [];
  const openGroup = new Map<number, { x: number; farX: number; items: LaneInterval[] }>();
  for (let i = first; i < end; i++) {
    const item = intervals[i]!;
    if (item.end < view.start) continue;
    const originX = toX(view, widthPx, item.start);
    const farX = toX(view, widthPx, item.end);
    if (farX - originX >= MERGE_PX) {
      const x = Math.max(0, originX);
      const width = Math.max(MIN_INTERVAL_PX, Math.min(widthPx, farX) - x);
      long.push({
        x: Math.min(x, widthPx - MIN_INTERVAL_PX),
        width,
        originX,
        farX,
        item,
        items: [item],
      });
      continue;
    }
    const group = openGroup.get(item.band);
    if (group !== undefined && originX - group.x < MERGE_PX) {
      group.items.push(item);
      group.farX = Math.max(group.farX, farX);
      continue;
    }
    const opened = { x: originX, farX, items: [item] };
    openGroup.set(item.band, opened);
    short.push(opened);
  }
  const merged = short.map(({ x, farX, items }): VisibleBar => {
    const clipped = Math.min(Math.max(0, x), widthPx - MIN_INTERVAL_PX);
    const width = Math.max(MIN_INTERVAL_PX, Math.min(widthPx, farX) - clipped);
    return {
      x: clipped,
      width,
      originX: x,
      farX: Math.max(farX, x + width),
      item: worstOf(items),
      items,
    };
  });
  return [...long, ...merged];
}

function worstOf(items: readonly LaneInterval[]): LaneInterval {
  return items.reduce((worst, item) =>
    FAMILY_RANK[item.family] < FAMILY_RANK[worst.family] ? item : worst,
  );
}

/** The worst family that a lane shows in the view; null when it shows no interval. */
export function worstFamilyInView(
  intervals: readonly LaneInterval[],
  view: Viewport,
): StateFamily | null {
  const { first, end } = intervalsInView(intervals, view);
  let worst: StateFamily | null = null;
  for (let i = first; i < end; i++) {
    const item = intervals[i]!;
    if (item.end < view.start) continue;
    if (worst === null || FAMILY_RANK[item.family] < FAMILY_RANK[worst]) worst = item.family;
  }
  return worst;
}
