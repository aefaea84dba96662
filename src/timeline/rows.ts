import { lowerBound } from '../base/binary-search.ts';
import type { Lane } from './lane.ts';

/** Height of a row of one band in CSS pixels: nodes carry two lines of text, the rest one. */
const NODE_ROW_PX = 34;
const ROW_PX = 26;
const SOURCE_ROW_PX = 28;
/** Each further band of a row with overlapping intervals. */
const BAND_PX = 20;

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

/**
 * The rows that are shown: lanes for which `keep` holds with all their ancestors, without what lies under a folded lane.
 * `lanes` is depth first, as `buildLanes` gives it.
 */
export function layoutRows(
  lanes: readonly Lane[],
  folded: ReadonlySet<string>,
  keep: (lane: Lane) => boolean = () => true,
): Row[] {
  const wanted = new Set<string>();
  for (let i = lanes.length - 1; i >= 0; i--) {
    const lane = lanes[i]!;
    if (!wanted.has(lane.key) && !keep(lane)) continue;
    wanted.add(lane.key);
    if (lane.parent !== null) wanted.add(lane.parent);
  }
  const shown: Lane[] = [];
  const siblingsOf = new Map<string | null, number>();
  let foldedDepth = Number.POSITIVE_INFINITY;
  for (const lane of lanes) {
    if (lane.depth > foldedDepth) continue;
    foldedDepth = Number.POSITIVE_INFINITY;
    if (!wanted.has(lane.key)) continue;
    shown.push(lane);
    siblingsOf.set(lane.parent, (siblingsOf.get(lane.parent) ?? 0) + 1);
    if (folded.has(lane.key)) foldedDepth = lane.depth;
  }
  const placeIn = new Map<string | null, number>();
  let top = 0;
  return shown.map((lane) => {
    const position = (placeIn.get(lane.parent) ?? 0) + 1;
    placeIn.set(lane.parent, position);
    const height = heightOf(lane);
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

function heightOf(lane: Lane): number {
  const single =
    lane.kind === 'node' ? NODE_ROW_PX : lane.kind === 'source' ? SOURCE_ROW_PX : ROW_PX;
  return single + (lane.bands - 1) * BAND_PX;
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
