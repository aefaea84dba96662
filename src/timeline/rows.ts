import { lowerBound } from '../base/binary-search.ts';
import type { Lane } from './lane.ts';

export const LANE_HEIGHTS = ['compact', 'normal', 'tall'] as const;
export type LaneHeight = (typeof LANE_HEIGHTS)[number];

/** Heights in CSS pixels of a row of one band (nodes carry two lines of text), and what each further band of overlapping intervals adds. */
const ROW_PX: Readonly<
  Record<LaneHeight, Readonly<Record<'node' | 'lane' | 'source' | 'band', number>>>
> = {
  compact: { node: 32, lane: 20, source: 20, band: 15 },
  normal: { node: 34, lane: 26, source: 28, band: 20 },
  tall: { node: 40, lane: 38, source: 56, band: 30 },
};
const QUIET_ROW_PX = 20;

/** A row that is shown, in CSS pixels from the top of the list. */
export interface Row {
  readonly lane: Lane;
  readonly top: number;
  readonly height: number;
  /** 1-based place among the siblings that are shown, and their number. */
  readonly position: number;
  readonly siblings: number;
  readonly folded: boolean;
}

/** The rows that are shown: without what lies under a folded lane. `lanes` is depth first, as `buildLanes` and `arrangeLanes` give it. */
export function layoutRows(
  lanes: readonly Lane[],
  folded: ReadonlySet<string>,
  laneHeight: LaneHeight = 'normal',
): Row[] {
  const shown: Lane[] = [];
  const siblingsOf = new Map<string | null, number>();
  let foldedDepth = Number.POSITIVE_INFINITY;
  for (const lane of lanes) {
    if (lane.depth > foldedDepth) continue;
    foldedDepth = Number.POSITIVE_INFINITY;
    shown.push(lane);
    siblingsOf.set(lane.parent, (siblingsOf.get(lane.parent) ?? 0) + 1);
    if (folded.has(lane.key)) foldedDepth = lane.depth;
  }
  const placeIn = new Map<string | null, number>();
  let top = 0;
  return shown.map((lane) => {
    const position = (placeIn.get(lane.parent) ?? 0) + 1;
    placeIn.set(lane.parent, position);
    const height = heightOf(lane, ROW_PX[laneHeight]);
    const row = {
      lane,
      top,
      height,
      position,
      siblings: siblingsOf.get(lane.parent)!,
      folded: lane.hasChildren && folded.has(lane.key),
    };
    top += height;
    return row;
  });
}

function heightOf(lane: Lane, heights: (typeof ROW_PX)[LaneHeight]): number {
  if (lane.kind === 'quiet') return QUIET_ROW_PX;
  const single =
    lane.kind === 'node' ? heights.node : lane.kind === 'source' ? heights.source : heights.lane;
  return single + (lane.bands - 1) * heights.band;
}

/** Height of all rows. */
export function heightOfRows(rows: readonly Row[]): number {
  const last = rows[rows.length - 1];
  return last === undefined ? 0 : last.top + last.height;
}

/** Index range `[first, end)` of the rows that touch `[top, bottom)`. O(log n). */
export function rowsBetween(
  rows: readonly Row[],
  top: number,
  bottom: number,
): { readonly first: number; readonly end: number } {
  const first = lowerBound(rows.length, (i) => rows[i]!.top + rows[i]!.height > top);
  const end = lowerBound(rows.length, (i) => rows[i]!.top >= bottom);
  return { first, end: Math.max(first, end) };
}

/** The row at `y`, or null beside the rows. O(log n). */
export function rowAt(rows: readonly Row[], y: number): Row | null {
  const { first, end } = rowsBetween(rows, y, y + 1e-6);
  return first < end && y >= 0 ? rows[first]! : null;
}
