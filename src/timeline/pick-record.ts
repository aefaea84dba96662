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

export interface PickedRecord {
  /** 1-based line of the source. */
  readonly line: number;
  readonly time: Instant;
  readonly level: number;
  /** The segment's dictionary entry; '' for none. */
  readonly component: string;
  /** 0 for none. */
  readonly eventId: number;
}

/** The record in `[start, end)` that speaks loudest: of the worst level, nearest to `near`. O(segments + records in the span). */
export function pickRecord(
  segments: readonly SegmentRecords[],
  rule: ZoneRule,
  start: number,
  end: number,
  near: number,
): PickedRecord | null {
  let best: PickedRecord | null = null;
  for (const segment of segments) {
    const clock = clockOfSegment(segment, rule);
    if (clock === null || clock.last < start || clock.first >= end) continue;
    const order = orderOfRecords(segment, clock);
    const from = placeAt(segment, clock, order, start);
    const to = placeAt(segment, clock, order, end);
    const worst = worstBetween(segment, order, from, to);
    if (worst === 0 || (best !== null && worst > best.level)) continue;
    const { columns } = segment;
    for (let place = from; place < to; place++) {
      const record = recordAt(order, place);
      if (columns.level[record] !== worst) continue;
      const time = instantOfRecord(segment, clock, record);
      if (
        best !== null &&
        best.level === worst &&
        Math.abs(best.time - near) <= Math.abs(time - near)
      )
        continue;
      best = {
        line: segment.baseLine + columns.line[record]!,
        time: time as Instant,
        level: worst,
        component: segment.dictionary[columns.component[record]!] ?? '',
        eventId: columns.eventId[record]!,
      };
    }
  }
  return best;
}

/** Level of the record that a line belongs to, or 0 when no record of the segments holds the line. O(segments + log records). */
export function levelAtLine(segments: readonly SegmentRecords[], line: number): number {
  for (const { baseLine, lineCount, columns } of segments) {
    const within = line - baseLine;
    if (within < 0 || within >= lineCount) continue;
    let low = 0;
    let high = columns.count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (columns.line[middle]! > within) high = middle;
      else low = middle + 1;
    }
    return low === 0 ? 0 : columns.level[low - 1]!;
  }
  return 0;
}
