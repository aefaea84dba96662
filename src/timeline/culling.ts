import { lowerBound } from '../base/binary-search.ts';
import type { LaneInterval } from './lane.ts';
import { FAMILY_RANK, type StateFamily } from './state-family.ts';
import type { Viewport } from './viewport.ts';

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
  /** Unclipped left edge of the next bar in the band; Infinity for the last. */
  readonly nextX: number;
  /** The interval; of several the worst. */
  readonly item: LaneInterval;
  /** How many intervals the bar stands for. */
  readonly count: number;
  /** All of them; gathered when asked for. O(count). */
  readonly items: readonly LaneInterval[];
}

/** A lane's intervals as columns, made once a lane: a frame reads numbers, not objects. */
interface IntervalColumns {
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  /** The latest end of this and all earlier intervals. */
  readonly reached: Float64Array;
  readonly bands: Uint16Array;
  readonly ranks: Uint8Array;
}

const columnsOfLane = new WeakMap<readonly LaneInterval[], IntervalColumns>();

function columnsOf(intervals: readonly LaneInterval[]): IntervalColumns {
  const known = columnsOfLane.get(intervals);
  if (known !== undefined) return known;
  const { length } = intervals;
  const columns = {
    starts: new Float64Array(length),
    ends: new Float64Array(length),
    reached: new Float64Array(length),
    bands: new Uint16Array(length),
    ranks: new Uint8Array(length),
  };
  let reached = Number.NEGATIVE_INFINITY;
  intervals.forEach(({ start, end, band, family }, i) => {
    reached = Math.max(reached, end);
    columns.starts[i] = start;
    columns.ends[i] = end;
    columns.reached[i] = reached;
    columns.bands[i] = band;
    columns.ranks[i] = FAMILY_RANK[family];
  });
  columnsOfLane.set(intervals, columns);
  return columns;
}

/**
 * The intervals that touch the view: index range into `intervals`, which ascend by start. With overlaps the range can hold some that end
 * before the view. O(log n) after O(n) once.
 */
export function intervalsInView(
  intervals: readonly LaneInterval[],
  view: Viewport,
): { readonly first: number; readonly end: number } {
  const { starts, reached } = columnsOf(intervals);
  const first = lowerBound(intervals.length, (i) => reached[i]! >= view.start);
  const end = lowerBound(intervals.length, (i) => starts[i]! > view.end);
  return { first, end: Math.max(first, end) };
}

/** A bar while it is put together: further short intervals may still join it. */
class GrowingBar implements VisibleBar {
  x: number;
  width = 0;
  readonly originX: number;
  farX: number;
  nextX = Number.POSITIVE_INFINITY;
  count = 1;
  /** Index of the worst. */
  worst: number;
  private last: number;
  private readonly first: number;
  private readonly intervals: readonly LaneInterval[];
  /** Only intervals shorter than this, in ms, join others. */
  private readonly shortMs: number;

  constructor(
    intervals: readonly LaneInterval[],
    at: number,
    originX: number,
    farX: number,
    shortMs: number,
  ) {
    this.intervals = intervals;
    this.first = at;
    this.last = at;
    this.worst = at;
    this.x = originX;
    this.originX = originX;
    this.farX = farX;
    this.shortMs = shortMs;
  }

  join(at: number, farX: number, isWorse: boolean): void {
    this.last = at;
    this.count++;
    if (farX > this.farX) this.farX = farX;
    if (isWorse) this.worst = at;
  }

  get item(): LaneInterval {
    return this.intervals[this.worst]!;
  }

  get items(): readonly LaneInterval[] {
    if (this.count === 1) return [this.item];
    const { band } = this.item;
    return this.intervals
      .slice(this.first, this.last + 1)
      .filter((item) => item.band === band && item.end - item.start < this.shortMs);
  }
}

/**
 * The bars of a lane, clipped to `[0, widthPx]`, band by band; long ones before the short ones that lie on them. No interval that touches the
 * view is without a bar. O(intervals in view), without an object for an interval that joins a bar.
 */
export function computeBars(
  intervals: readonly LaneInterval[],
  view: Viewport,
  widthPx: number,
): VisibleBar[] {
  const { first, end } = intervalsInView(intervals, view);
  if (first === end) return [];
  const { starts, ends, bands, ranks } = columnsOf(intervals);
  const pxPerMs = widthPx / (view.end - view.start);
  const shortMs = MERGE_PX / pxPerMs;
  const rightmost = widthPx - MIN_INTERVAL_PX;
  const long: GrowingBar[] = [];
  const short: GrowingBar[] = [];
  const lastOfBand: (GrowingBar | undefined)[] = [];
  const groupOfBand: (GrowingBar | undefined)[] = [];
  for (let i = first; i < end; i++) {
    if (ends[i]! < view.start) continue;
    const band = bands[i]!;
    const originX = (starts[i]! - view.start) * pxPerMs;
    const farX = (ends[i]! - view.start) * pxPerMs;
    const isLong = ends[i]! - starts[i]! >= shortMs;
    const group = groupOfBand[band];
    if (!isLong && group !== undefined && originX - group.originX < MERGE_PX) {
      group.join(i, farX, ranks[i]! < ranks[group.worst]!);
      continue;
    }
    const bar = new GrowingBar(intervals, i, originX, farX, shortMs);
    const before = lastOfBand[band];
    if (before !== undefined) before.nextX = originX;
    lastOfBand[band] = bar;
    if (isLong) {
      const x = Math.max(0, originX);
      bar.width = Math.max(MIN_INTERVAL_PX, Math.min(widthPx, farX) - x);
      bar.x = Math.min(x, rightmost);
      long.push(bar);
    } else {
      groupOfBand[band] = bar;
      short.push(bar);
    }
  }
  for (const bar of short) {
    bar.x = Math.min(Math.max(0, bar.originX), rightmost);
    bar.width = Math.max(MIN_INTERVAL_PX, Math.min(widthPx, bar.farX) - bar.x);
    bar.farX = Math.max(bar.farX, bar.originX + bar.width);
  }
  return short.length === 0 ? long : long.concat(short);
}

/** The worst family that a lane shows in the view; null when it shows no interval. */
export function worstFamilyInView(
  intervals: readonly LaneInterval[],
  view: Viewport,
): StateFamily | null {
  const { first, end } = intervalsInView(intervals, view);
  const { ends, ranks } = columnsOf(intervals);
  let worst = -1;
  for (let i = first; i < end; i++) {
    if (ends[i]! >= view.start && (worst === -1 || ranks[i]! < ranks[worst]!)) worst = i;
  }
  return worst === -1 ? null : intervals[worst]!.family;
}
