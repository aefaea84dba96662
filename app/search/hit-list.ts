import { lowerBound } from '../../src/base/binary-search.ts';
import { Clock } from '../../src/model/clock.ts';
import type { SegmentRecords } from '../../src/model/evidence.ts';
import type { SourceId } from '../../src/model/source.ts';
import type { Instant } from '../../src/time/instant.ts';
import type { ZoneRule } from '../../src/time/time-base.ts';
import type { MatchRun } from '../../src/timeline/match-ticks.ts';
import { instantOfRecord } from '../../src/timeline/record-order.ts';
import { clockOfSegment, type SegmentClock } from '../../src/timeline/segment-clock.ts';
import type { RecordPlace } from '../selectors/record-rows.ts';

/** What a search found in one segment. */
export interface HitPart {
  readonly source: SourceId;
  readonly segment: SegmentRecords;
  /** Indexes into the segment's columns, ascending. */
  readonly records: Uint32Array;
}

export interface Hit extends RecordPlace {
  readonly source: SourceId;
  /** null: undated. */
  readonly time: Instant | null;
}

/**
 * Hits as one list: by time, those of one instant by source and line, the undated ones last in file order. Nothing is
 * copied or sorted as a whole, so that ten million hits cost no more than the rows that are looked at.
 */
export interface HitList {
  readonly count: number;
  /** The first `dated` rows have a time. */
  readonly dated: number;
  /** Rows `[first, end)` as far as they exist. */
  rows(first: number, end: number): readonly Hit[];
  /** First dated row at or after an instant; `dated` when there is none. */
  rowAt(time: number): number;
  /** Row of the hit whose entry holds the 1-based line of a source; null when that entry is no hit. */
  rowOfLine(source: SourceId, line: number): number | null;
  countOf(source: SourceId): number;
  /** Instants of a source's hits, segment by segment. */
  runsOf(source: SourceId): readonly MatchRun[];
}

/** @param parts in the order of sources, those of a source in file order */
export function buildHitList(
  parts: readonly HitPart[],
  ruleOf: (source: SourceId) => ZoneRule,
): HitList {
  const ordered = parts.map((part) => orderPart(part, ruleOf(part.source)));
  const bySource = new Map<SourceId, OrderedPart[]>();
  for (const each of ordered) {
    const found = bySource.get(each.part.source);
    if (found === undefined) bySource.set(each.part.source, [each]);
    else found.push(each);
  }
  const dated = ordered.reduce((sum, { run }) => sum + run.count, 0);
  const undated = ordered.reduce((sum, part) => sum + part.undated.length, 0);
  const rowAt = (time: number) => ordered.reduce((sum, { run }) => sum + countBefore(run, time), 0);
  return {
    count: dated + undated,
    dated,
    rowAt,
    rows(first, end) {
      const from = Math.max(0, first);
      return [
        ...datedRows(ordered, from, Math.min(end, dated), rowAt),
        ...undatedRows(ordered, from - dated, end - dated),
      ];
    },
    rowOfLine(source, line) {
      const at = ordered.findIndex(({ part }) => part.source === source && holds(part, line));
      if (at === -1) return null;
      const record = recordOfLine(ordered[at]!.part, line);
      return record === null ? null : rowOfRecord(ordered, at, record, dated);
    },
    countOf: (source) =>
      bySource.get(source)?.reduce((sum, { part }) => sum + part.records.length, 0) ?? 0,
    runsOf: (source) => bySource.get(source)?.map(({ run }) => run) ?? [],
  };
}

/** A part with its dated hits in the order of time. */
interface OrderedPart {
  readonly part: HitPart;
  readonly clock: SegmentClock | null;
  /** Dated hits by time, then by record. */
  readonly byTime: Uint32Array;
  readonly undated: Uint32Array;
  readonly run: MatchRun;
}

const known = new WeakMap<Uint32Array, OrderedPart>();

/** O(hits) once; O(n log n) where a log does not ascend in time. */
function orderPart(part: HitPart, rule: ZoneRule): OrderedPart {
  const { segment, records } = part;
  const clock = clockOfSegment(segment, rule);
  const before = known.get(records);
  if (before?.clock === clock && before.part.segment === segment) return before;
  const { clock: clocks } = segment.columns;
  const isDated = (record: number) =>
    clock !== null && (clocks[record] === Clock.Wall || clocks[record] === Clock.Utc);
  const instantOf = (record: number) =>
    clock === null ? Number.NaN : instantOfRecord(segment, clock, record);
  let byTime = records.every(isDated) ? records : records.filter(isDated);
  const undated = byTime === records ? records.subarray(0, 0) : records.filter((r) => !isDated(r));
  if (!ascends(byTime, instantOf)) {
    byTime = byTime.slice().sort((a, b) => instantOf(a) - instantOf(b) || a - b);
  }
  const at = (index: number) => instantOf(byTime[index]!);
  const count = byTime.length;
  const run = { count, first: count > 0 ? at(0) : 0, last: count > 0 ? at(count - 1) : 0, at };
  const ordered = { part, clock, byTime, undated, run };
  known.set(records, ordered);
  return ordered;
}

function ascends(records: Uint32Array, instantOf: (record: number) => number): boolean {
  for (let i = 1; i < records.length; i++) {
    if (instantOf(records[i - 1]!) > instantOf(records[i]!)) return false;
  }
  return true;
}

function countBefore(run: MatchRun, time: number): number {
  if (run.count === 0 || run.first >= time) return 0;
  if (run.last < time) return run.count;
  return lowerBound(run.count, (i) => run.at(i) >= time);
}

function countUntil(run: MatchRun, time: number): number {
  if (run.count === 0 || run.first > time) return 0;
  if (run.last <= time) return run.count;
  return lowerBound(run.count, (i) => run.at(i) > time);
}

function datedRows(
  ordered: readonly OrderedPart[],
  first: number,
  end: number,
  rowAt: (time: number) => number,
): Hit[] {
  if (first >= end) return [];
  const time = instantOfRow(ordered, first, rowAt);
  const cursors = ordered.map(({ run }) => countBefore(run, time));
  let skip = first - cursors.reduce((sum, cursor) => sum + cursor, 0);
  ordered.forEach(({ run }, i) => {
    const same = Math.min(skip, countUntil(run, time) - cursors[i]!);
    cursors[i]! += same;
    skip -= same;
  });
  const rows: Hit[] = [];
  while (rows.length < end - first) {
    let next = -1;
    let nextTime = Number.POSITIVE_INFINITY;
    ordered.forEach(({ run }, i) => {
      const cursor = cursors[i]!;
      if (cursor === run.count || run.at(cursor) >= nextTime) return;
      next = i;
      nextTime = run.at(cursor);
    });
    const { part, byTime } = ordered[next]!;
    const index = byTime[cursors[next]!++]!;
    rows.push({ source: part.source, segment: part.segment, index, time: nextTime as Instant });
  }
  return rows;
}

/** The instant of a dated row: bisects the axis, since no list of all instants exists. */
function instantOfRow(
  ordered: readonly OrderedPart[],
  row: number,
  rowAt: (time: number) => number,
): number {
  const runs = ordered.map(({ run }) => run).filter(({ count }) => count > 0);
  let low = Math.min(...runs.map((run) => run.first));
  let high = Math.max(...runs.map((run) => run.last));
  if (rowAt(high) <= row) return high;
  // From here on: rowAt(low) <= row < rowAt(high).
  for (;;) {
    const middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) return low;
    if (rowAt(middle) <= row) low = middle;
    else high = middle;
  }
}

function undatedRows(ordered: readonly OrderedPart[], first: number, end: number): Hit[] {
  const rows: Hit[] = [];
  let before = 0;
  for (const { part, undated } of ordered) {
    if (before >= end) break;
    for (
      let i = Math.max(0, first - before);
      i < Math.min(undated.length, Math.max(0, end - before));
      i++
    ) {
      rows.push({ source: part.source, segment: part.segment, index: undated[i]!, time: null });
    }
    before += undated.length;
  }
  return rows;
}

function holds({ segment }: HitPart, line: number): boolean {
  return line >= segment.baseLine && line < segment.baseLine + segment.lineCount;
}

/** The hit that begins on the line, or the one whose entry goes on to it; null when there is none. */
function recordOfLine({ segment, records }: HitPart, line: number): number | null {
  const { columns, baseLine } = segment;
  const begins = lowerBound(columns.count, (i) => baseLine + columns.line[i]! > line) - 1;
  const at = lowerBound(records.length, (i) => records[i]! > begins) - 1;
  const record = records[at];
  if (record === undefined || columns.line[record] !== columns.line[begins]) return null;
  return record;
}

function rowOfRecord(
  ordered: readonly OrderedPart[],
  at: number,
  record: number,
  dated: number,
): number {
  const { byTime, undated, run } = ordered[at]!;
  const undatedAt = lowerBound(undated.length, (i) => undated[i]! >= record);
  if (undated[undatedAt] === record) {
    const before = ordered.slice(0, at).reduce((sum, part) => sum + part.undated.length, 0);
    return dated + before + undatedAt;
  }
  const { part, clock } = ordered[at]!;
  const time = clock === null ? Number.NaN : instantOfRecord(part.segment, clock, record);
  let row = countBefore(run, time);
  while (byTime[row] !== record) row++;
  ordered.forEach((other, i) => {
    if (i < at) row += countUntil(other.run, time);
    else if (i > at) row += countBefore(other.run, time);
  });
  return row;
}
