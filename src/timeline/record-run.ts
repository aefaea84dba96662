import type { SegmentRecords } from '../model/evidence.ts';
import type { ZoneRule } from '../time/time-base.ts';
import { instantOfRecord, orderOfRecords } from './record-order.ts';
import { clockOfSegment, type SegmentClock } from './segment-clock.ts';

/** Which records of a log are wanted. */
export interface RecordFilter {
  /** Sum of `1 << level` of the wanted levels. */
  readonly levels: number;
  /** What event id and component, written `1069 Provider`, must contain, in any letter case; '' for anything. */
  readonly component: string;
}

/** All five levels. */
export const EVERY_LEVEL = 0b111110;

/** The wanted records of one segment. Columns of indexes, no object per record. */
export interface RecordRun {
  readonly segment: SegmentRecords;
  /** null when the segment has no dated record; `count` is then 0. */
  readonly clock: SegmentClock | null;
  readonly count: number;
  /** Dated records in order of time; null: place and record are the same. */
  readonly dated: Uint32Array | null;
  /** Records without a time, in file order. */
  readonly undated: Uint32Array;
}

/**
 * The records of a segment that a filter keeps, and, when `found` is given (ascending record indexes), that are in it.
 * O(records of the segment), a few milliseconds at most for a segment of 8 MiB; cut long work between segments.
 */
export function buildRecordRun(
  segment: SegmentRecords,
  rule: ZoneRule,
  filter: RecordFilter,
  found: Uint32Array | null = null,
): RecordRun {
  const clock = clockOfSegment(segment, rule);
  const order = clock === null ? null : orderOfRecords(segment, clock);
  const undated = undatedRecordsOf(segment);
  if (filter.levels === EVERY_LEVEL && filter.component === '' && found === null) {
    return { segment, clock, count: order?.count ?? 0, dated: order?.records ?? null, undated };
  }
  const wanted = wantedRecords(segment, filter, found);
  const inOrder = order?.records ?? null;
  const dated = new Uint32Array(order?.count ?? 0);
  let count = 0;
  for (let place = 0; place < dated.length; place++) {
    const record = inOrder === null ? place : inOrder[place]!;
    if (wanted[record] === 1) dated[count++] = record;
  }
  return {
    segment,
    clock,
    count,
    dated: dated.slice(0, count),
    undated: undated.filter((record) => wanted[record] === 1),
  };
}

/** Index in the segment's columns of the run's record `place`, `[0, count)`. */
export function recordOfRun(run: RecordRun, place: number): number {
  return run.dated === null ? place : run.dated[place]!;
}

/** Instant of the run's record `place`. */
export function instantOfRun(run: RecordRun, place: number): number {
  return instantOfRecord(run.segment, run.clock!, recordOfRun(run, place));
}

function wantedRecords(
  { columns, dictionary }: SegmentRecords,
  filter: RecordFilter,
  found: Uint32Array | null,
): Uint8Array {
  const { count, level, component, eventId } = columns;
  const wanted = new Uint8Array(count);
  if (found === null) wanted.fill(1);
  else for (const record of found) wanted[record] = 1;
  for (let i = 0; i < count; i++) if ((filter.levels & (1 << level[i]!)) === 0) wanted[i] = 0;
  if (filter.component === '') return wanted;
  const needle = filter.component.toLowerCase();
  /** Answers by id and component together, which are few. */
  const answers = new Map<number, boolean>();
  for (let i = 0; i < count; i++) {
    if (wanted[i] === 0) continue;
    const key = eventId[i]! * 0x10000 + component[i]!;
    let contains = answers.get(key);
    if (contains === undefined) {
      const text = componentText(eventId[i]!, dictionary[component[i]!] ?? '');
      contains = text.toLowerCase().includes(needle);
      answers.set(key, contains);
    }
    if (!contains) wanted[i] = 0;
  }
  return wanted;
}

/** `1069 Microsoft-Windows-FailoverClustering`, `RCM`: the event id when there is one, and the component. */
export function componentText(eventId: number, component: string): string {
  if (eventId === 0) return component;
  return component === '' ? String(eventId) : `${eventId} ${component}`;
}

const undatedOf = new WeakMap<SegmentRecords, Uint32Array>();

/** The records that have no place on the axis, in file order: no stamp, or a stamp without a date. Remembered per segment. */
export function undatedRecordsOf(segment: SegmentRecords): Uint32Array {
  let undated = undatedOf.get(segment);
  if (undated === undefined) {
    const { count, clock } = segment.columns;
    const found: number[] = [];
    for (let i = 0; i < count; i++) if (clock[i] !== 1 && clock[i] !== 2) found.push(i);
    undated = Uint32Array.from(found);
    undatedOf.set(segment, undated);
  }
  return undated;
}
