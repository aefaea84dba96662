import type { SegmentRecords } from '../model/evidence.ts';
import type { ZoneRule } from '../time/time-base.ts';
import { orderOfRecords, placeAt, recordAt } from './record-order.ts';
import { clockOfSegment, type SegmentClock } from './segment-clock.ts';
import type { Viewport } from './viewport.ts';

/** Records by level; the index is the Level, index 0 stays 0. */
export type LevelCounts = readonly number[];

export const NO_LEVELS: LevelCounts = [0, 0, 0, 0, 0, 0];

const wholes = new WeakMap<SegmentClock, LevelCounts>();

/**
 * The dated records of a segment in the span `[start, end)` by level. O(1) for a segment outside the span or, from the second
 * time on, wholly in it; else O(its records in the span).
 */
export function countLevels(segment: SegmentRecords, rule: ZoneRule, span: Viewport): LevelCounts {
  const clock = clockOfSegment(segment, rule);
  if (clock === null || clock.last < span.start || clock.first >= span.end) return NO_LEVELS;
  const order = orderOfRecords(segment, clock);
  const isWhole = clock.first >= span.start && clock.last < span.end;
  const known = isWhole ? wholes.get(clock) : undefined;
  if (known !== undefined) return known;
  const from = placeAt(segment, clock, order, span.start);
  const to = placeAt(segment, clock, order, span.end);
  const counts = [...NO_LEVELS];
  const { level } = segment.columns;
  for (let place = from; place < to; place++) {
    const at = level[recordAt(order, place)]!;
    counts[at] = (counts[at] ?? 0) + 1;
  }
  if (isWhole) wholes.set(clock, counts);
  return counts;
}

export function addLevels(a: LevelCounts, b: LevelCounts): LevelCounts {
  return a.map((count, level) => count + (b[level] ?? 0));
}

export function totalOf(counts: LevelCounts): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
