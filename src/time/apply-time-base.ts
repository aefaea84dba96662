import { type Instant, MS_PER_DAY, MS_PER_MINUTE, type WallTime } from './instant.ts';
import type { ZoneRule } from './time-base.ts';
import { instantsOf } from './zone.ts';
import { type ZoneOffsets, zoneOffsets } from './zone-offsets.ts';

/**
 * A wall time on the axis. In an overlap `instant` is the earlier one and `alternative` the later; in a gap `instant` is the
 * wall time moved forward by the gap's length. `provisional`: no zone is known, the digits are read as UTC.
 */
export interface PlacedWall {
  readonly instant: Instant;
  readonly dst?: 'gap' | 'overlap';
  readonly alternative?: Instant;
  readonly provisional: boolean;
}

/** Places one wall time. A rule that is unknown, or names a zone that this browser does not know, reads it as UTC, provisionally. */
export function placeWall(rule: ZoneRule, wall: WallTime): PlacedWall {
  const provisional =
    rule.kind === 'unknown' || (rule.kind === 'zone' && zoneOffsets(rule.zone) === null);
  const reading = instantsOf(rule, wall);
  switch (reading.kind) {
    case 'exact':
      return { instant: reading.instant, provisional };
    case 'gap':
      return { instant: reading.shifted, dst: 'gap', provisional };
    case 'overlap':
      return {
        instant: reading.earlier,
        dst: 'overlap',
        alternative: reading.later,
        provisional,
      };
  }
}

/** Wall times are looked up by pieces of this length (8.5 years). */
const PIECE_MS = 2 ** 38;
/** Changes this near to a piece can reach into it: an offset is under a day. */
const REACH_MS = 2 * MS_PER_DAY;

/** From wall time `starts[i]` on, up to the next start, `offsetsMs[i]` is taken off. */
interface WallPiece {
  readonly starts: readonly number[];
  readonly offsetsMs: readonly number[];
}

/**
 * A function from wall times to instants for whole columns: the same instants as `placeWall` gives, one subtraction a time
 * as long as neighbours share an offset. NaN stays NaN. A converter belongs to one loop; make one per column.
 */
export function createConverter(rule: ZoneRule): (wall: number) => number {
  if (rule.kind === 'offset') {
    const offsetMs = rule.offsetMinutes * MS_PER_MINUTE;
    return (wall) => wall - offsetMs;
  }
  const zone = rule.kind === 'zone' ? zoneOffsets(rule.zone) : null;
  if (zone === null) return (wall) => wall;

  const pieces = new Map<number, WallPiece>();
  let low = 0;
  let high = 0;
  let offsetMs = 0;

  const seek = (wall: number) => {
    if (!Number.isFinite(wall)) return;
    const index = Math.floor(wall / PIECE_MS);
    let piece = pieces.get(index);
    if (piece === undefined) {
      piece = readPiece(zone, index);
      pieces.set(index, piece);
    }
    let at = piece.starts.length - 1;
    while (at > 0 && piece.starts[at]! > wall) at--;
    low = Math.max(piece.starts[at]!, index * PIECE_MS);
    high = Math.min(piece.starts[at + 1] ?? Infinity, (index + 1) * PIECE_MS);
    offsetMs = piece.offsetsMs[at]!;
  };

  return (wall) => {
    if (!(wall >= low && wall < high)) seek(wall);
    return wall - offsetMs;
  };
}

/**
 * A change from offset `b` to `a` at instant `t` reaches the wall times at `t + max(a, b)`: in a gap the digits up to
 * `t + a` are read with `b`, in an overlap those up to `t + b` mean the earlier instant, which has `b`.
 */
function readPiece(zone: ZoneOffsets, index: number): WallPiece {
  const to = (index + 1) * PIECE_MS + REACH_MS;
  let stretch = zone.stretchAt(index * PIECE_MS - REACH_MS);
  const starts = [-Infinity];
  const offsetsMs = [stretch.offsetMs];
  while (stretch.end < to) {
    const next = zone.stretchAt(stretch.end);
    if (next.offsetMs !== stretch.offsetMs) {
      starts.push(stretch.end + Math.max(stretch.offsetMs, next.offsetMs));
      offsetsMs.push(next.offsetMs);
    }
    stretch = next;
  }
  return { starts, offsetsMs };
}
