import type { SegmentRecords } from '../model/evidence.ts';
import type { Instant } from '../time/instant.ts';
import type { ZoneRule } from '../time/time-base.ts';
import {
  instantOfRecord,
  orderOfRecords,
  placeAt,
  recordAt,
  worstBetween,
} from './record-order.ts';
import { clockOfSegment } from './segment-clock.ts';

export interface NearRecord {
  readonly segment: SegmentRecords;
  /** Index in the segment's columns. */
  readonly record: number;
  /** 1-based line of the source. */
  readonly line: number;
  readonly time: Instant;
  readonly level: number;
}

/** Places looked at together: when none of them is as bad as what is kept, they are passed over. */
const STRIDE = 64;

/**
 * The `limit` records of a source within `withinMs` of an instant (both ends included) that matter most: worst level first,
 * then nearest. O(segments + records in the
 * span), most of which are passed over 64 at a time once enough worse ones are kept.
 */
export function recordsNear(
  segments: readonly SegmentRecords[],
  rule: ZoneRule,
  at: Instant,
  withinMs: number,
  limit: number,
): NearRecord[] {
  const best: NearRecord[] = [];
  const isBefore = (level: number, distance: number, other: NearRecord) =>
    level !== other.level ? level < other.level : distance < Math.abs(other.time - at);
  for (const segment of segments) {
    const clock = clockOfSegment(segment, rule);
    if (clock === null || clock.last < at - withinMs || clock.first > at + withinMs) continue;
    const order = orderOfRecords(segment, clock);
    for (let place = placeAt(segment, clock, order, at - withinMs); place < order.count; place++) {
      const worstKept = best[limit - 1]?.level;
      if (worstKept !== undefined && place % STRIDE === 0 && place + STRIDE < order.count) {
        if (worstBetween(segment, order, place, place + STRIDE) > worstKept) {
          place += STRIDE - 1;
          continue;
        }
      }
      const record = recordAt(order, place);
      const time = instantOfRecord(segment, clock, record);
      if (time > at + withinMs) break;
      const level = segment.columns.level[record]!;
      const distance = Math.abs(time - at);
      const last = best[limit - 1];
      if (last !== undefined && !isBefore(level, distance, last)) continue;
      let to = Math.min(best.length, limit - 1);
      while (to > 0 && isBefore(level, distance, best[to - 1]!)) to--;
      best.splice(to, 0, {
        segment,
        record,
        line: segment.baseLine + segment.columns.line[record]!,
        time: time as Instant,
        level,
      });
      if (best.length > limit) best.pop();
    }
  }
  return best;
}
