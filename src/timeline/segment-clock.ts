import { Clock } from '../model/clock.ts';
import { buildDensity } from '../model/density.ts';
import type { SegmentRecords } from '../model/evidence.ts';
import type { DensityLevel } from '../model/segment.ts';
import { createConverter } from '../time/apply-time-base.ts';
import type { Instant, WallTime } from '../time/instant.ts';
import type { ZoneRule } from '../time/time-base.ts';
import { instantsOf, offsetChanges } from '../time/zone.ts';

/** A segment's records on the UTC axis. Where one offset serves the whole segment nothing is copied. */
export interface SegmentClock {
  /** First and last instant, closed; the segment has at least one dated record. */
  readonly first: number;
  readonly last: number;
  /** Added to `density` bins and, when `instants` is null, to the `time` column. */
  readonly shiftMs: number;
  readonly density: readonly DensityLevel[];
  /** Instant per record (NaN where undated) when records need different shifts; null: `time + shiftMs`. */
  readonly instants: Float64Array<ArrayBuffer> | null;
}

const clocks = new WeakMap<
  SegmentRecords,
  { readonly rule: string; readonly clock: SegmentClock | null }
>();

/**
 * How a segment's records lie on the axis under a time base; null when none is dated. An unknown zone counts as UTC.
 * Remembered per segment. O(1) with one offset, O(records) once for a segment that holds a change of the offset or stamps of both
 * clocks. In an overlap the first of the two instants is taken: where exactly a record lies is told by analysis, not by the picture.
 */
export function clockOfSegment(segment: SegmentRecords, rule: ZoneRule): SegmentClock | null {
  const key = keyOf(rule);
  const known = clocks.get(segment);
  if (known?.rule === key) return known.clock;
  const clock = computeClock(segment, rule);
  clocks.set(segment, { rule: key, clock });
  return clock;
}

function keyOf(rule: ZoneRule): string {
  if (rule.kind === 'offset') return `${rule.offsetMinutes}`;
  return rule.kind === 'zone' ? rule.zone : 'utc';
}

function computeClock(segment: SegmentRecords, rule: ZoneRule): SegmentClock | null {
  const [wall, utc] = [rangeOf(segment, Clock.Wall), rangeOf(segment, Clock.Utc)];
  if (wall === null) return utc === null ? null : shifted(segment, utc, 0);
  const shiftMs = oneShift(rule, wall);
  if (shiftMs !== null && (utc === null || shiftMs === 0)) {
    const both =
      utc === null
        ? wall
        : { first: Math.min(wall.first, utc.first), last: Math.max(wall.last, utc.last) };
    return shifted(segment, both, shiftMs);
  }
  return converted(segment, rule);
}

function shifted(
  segment: SegmentRecords,
  range: { first: number; last: number },
  shiftMs: number,
): SegmentClock {
  return {
    first: range.first + shiftMs,
    last: range.last + shiftMs,
    shiftMs,
    density: segment.density,
    instants: null,
  };
}

function rangeOf(segment: SegmentRecords, clock: 1 | 2): { first: number; last: number } | null {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const run of segment.coverage) {
    if (run.clock !== clock) continue;
    if (run.first < first) first = run.first;
    if (run.last > last) last = run.last;
  }
  return first <= last ? { first, last } : null;
}

/** What to add to every wall time of the range, or null when the zone's offset changes within it. */
function oneShift(rule: ZoneRule, wall: { first: number; last: number }): number | null {
  const [first, last] = [
    instantsOf(rule, wall.first as WallTime),
    instantsOf(rule, wall.last as WallTime),
  ];
  if (first.kind !== 'exact' || last.kind !== 'exact') return null;
  const shift = first.instant - wall.first;
  if (last.instant - wall.last !== shift) return null;
  return offsetChanges(rule, first.instant, (last.instant + 1) as Instant).length === 0
    ? shift
    : null;
}

function converted(segment: SegmentRecords, rule: ZoneRule): SegmentClock {
  const { count, time, clock, level } = segment.columns;
  const instants = new Float64Array(count);
  const toInstant = createConverter(rule);
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < count; i++) {
    if (clock[i] === Clock.Wall) instants[i] = toInstant(time[i]!);
    else if (clock[i] === Clock.Utc) instants[i] = time[i]!;
    else {
      instants[i] = Number.NaN;
      continue;
    }
    if (instants[i]! < first) first = instants[i]!;
    if (instants[i]! > last) last = instants[i]!;
  }
  const density = buildDensity({ count, time: instants, clock, level });
  return { first, last, shiftMs: 0, density, instants };
}
