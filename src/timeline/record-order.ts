import { lowerBound } from '../base/binary-search.ts';
import type { SegmentRecords } from '../model/evidence.ts';
import type { SegmentClock } from './segment-clock.ts';

/** Records per block whose worst level is kept. */
const BLOCK = 64;

/** The dated records of a segment in order of time. */
export interface RecordOrder {
  readonly count: number;
  /** Record index of place `i`; null: place and record are the same. */
  readonly records: Uint32Array<ArrayBuffer> | null;
  /** Worst (smallest) level of each block of 64 places. */
  readonly blocks: Uint8Array<ArrayBuffer>;
}

const orders = new WeakMap<SegmentClock, RecordOrder>();

/** The order of a segment's records under a clock, remembered. O(records) once, and O(n log n) when they are out of order. */
export function orderOfRecords(segment: SegmentRecords, clock: SegmentClock): RecordOrder {
  const known = orders.get(clock);
  if (known !== undefined) return known;
  const { columns } = segment;
  const records = isInOrder(segment, clock) ? null : sortedRecords(segment, clock);
  const count = records === null ? columns.count : records.length;
  const blocks = new Uint8Array(Math.ceil(count / BLOCK));
  for (let place = 0; place < count; place++) {
    const level = columns.level[records === null ? place : records[place]!]!;
    const block = Math.floor(place / BLOCK);
    if (blocks[block] === 0 || level < blocks[block]!) blocks[block] = level;
  }
  const order = { count, records, blocks };
  orders.set(clock, order);
  return order;
}

/** The instant of a record; meaningless for an undated one unless the clock keeps instants (then NaN). */
export function instantOfRecord(
  segment: SegmentRecords,
  clock: SegmentClock,
  record: number,
): number {
  return clock.instants === null
    ? segment.columns.time[record]! + clock.shiftMs
    : clock.instants[record]!;
}

/** First place at or after an instant. O(log n). */
export function placeAt(
  segment: SegmentRecords,
  clock: SegmentClock,
  order: RecordOrder,
  instant: number,
): number {
  return lowerBound(
    order.count,
    (place) => instantOfRecord(segment, clock, recordAt(order, place)) >= instant,
  );
}

export function recordAt(order: RecordOrder, place: number): number {
  return order.records === null ? place : order.records[place]!;
}

/** Worst level of the places `[from, to)`; 0 when there are none. O(64 + (to - from) / 64). */
export function worstBetween(
  segment: SegmentRecords,
  order: RecordOrder,
  from: number,
  to: number,
): number {
  let worst = 0;
  const take = (level: number) => {
    if (worst === 0 || level < worst) worst = level;
  };
  let place = from;
  while (place < to) {
    if (place % BLOCK === 0 && place + BLOCK <= to) {
      take(order.blocks[place / BLOCK]!);
      place += BLOCK;
    } else {
      take(segment.columns.level[recordAt(order, place)]!);
      place++;
    }
  }
  return worst;
}

function isInOrder(segment: SegmentRecords, clock: SegmentClock): boolean {
  const { count, clock: clocks } = segment.columns;
  let before = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < count; i++) {
    const time = instantOfRecord(segment, clock, i);
    if ((clocks[i] !== 1 && clocks[i] !== 2) || time < before) return false;
    before = time;
  }
  return true;
}

function sortedRecords(segment: SegmentRecords, clock: SegmentClock): Uint32Array<ArrayBuffer> {
  const { count, clock: clocks } = segment.columns;
  const dated = new Uint32Array(count);
  let size = 0;
  for (let i = 0; i < count; i++) if (clocks[i] === 1 || clocks[i] === 2) dated[size++] = i;
  return dated
    .slice(0, size)
    .sort(
      (a, b) => instantOfRecord(segment, clock, a) - instantOfRecord(segment, clock, b) || a - b,
    );
}
