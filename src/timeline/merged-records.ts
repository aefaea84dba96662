import { lowerBound } from '../base/binary-search.ts';
import { instantOfRecord } from './record-order.ts';
import { instantOfRun, type RecordRun, recordOfRun } from './record-run.ts';

/** One row of the merged list: the run it is in and its record in the columns of that run's segment. */
export interface MergedRow {
  readonly run: number;
  readonly record: number;
}

/**
 * The records of many runs as one list in order of time; of one instant, in the order of the runs. Those without a time stand
 * at the end, run by run. Nothing is sorted or copied: a row is found by counting, in O(runs · log² records).
 */
export interface MergedRecords {
  readonly runs: readonly RecordRun[];
  readonly dated: number;
  readonly undated: number;
  /** Rows `[from, to)`; within `[0, dated + undated)`. */
  rows(from: number, to: number): MergedRow[];
  /** Dated records before an instant: the row of the first one at or after it. */
  rowAt(instant: number): number;
  /** Row of a record of a run; -1 when the run does not hold it. */
  rowOf(run: number, record: number): number;
}

export function mergeRecords(runs: readonly RecordRun[]): MergedRecords {
  let dated = 0;
  const undatedEnds: number[] = [];
  let undated = 0;
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const run of runs) {
    dated += run.count;
    undated += run.undated.length;
    undatedEnds.push(undated);
    if (run.count === 0) continue;
    first = Math.min(first, instantOfRun(run, 0));
    last = Math.max(last, instantOfRun(run, run.count - 1));
  }

  /** Smallest instant at or before which more than `row` records lie: that of the row. */
  const instantOfRow = (row: number): number => {
    if (countTo(runs, first) > row) return first;
    let low = first;
    let high = last;
    for (;;) {
      const middle = (low + high) / 2;
      if (middle <= low || middle >= high) return high;
      if (countTo(runs, middle) > row) high = middle;
      else low = middle;
    }
  };

  /** Place in each run from which the rows at and after `row` go on. */
  const cursorsAt = (row: number): number[] => {
    const instant = instantOfRow(row);
    const cursors = runs.map((run) => placesBefore(run, instant));
    let over = row - cursors.reduce((sum, place) => sum + place, 0);
    for (let i = 0; i < runs.length && over > 0; i++) {
      const here = Math.min(over, placesTo(runs[i]!, instant) - cursors[i]!);
      cursors[i] = cursors[i]! + here;
      over -= here;
    }
    return cursors;
  };

  const datedRows = (from: number, to: number): MergedRow[] => {
    if (from >= to) return [];
    const cursors = cursorsAt(from);
    const heads = runs.map((run, i) => headOf(run, cursors[i]!));
    const rows: MergedRow[] = [];
    while (rows.length < to - from) {
      let next = 0;
      for (let i = 1; i < heads.length; i++) if (heads[i]! < heads[next]!) next = i;
      const run = runs[next]!;
      const place = cursors[next]!;
      rows.push({ run: next, record: recordOfRun(run, place) });
      cursors[next] = place + 1;
      heads[next] = headOf(run, place + 1);
    }
    return rows;
  };

  const undatedRow = (row: number): MergedRow => {
    const run = lowerBound(undatedEnds.length, (i) => undatedEnds[i]! > row);
    const before = run === 0 ? 0 : undatedEnds[run - 1]!;
    return { run, record: runs[run]!.undated[row - before]! };
  };

  return {
    runs,
    dated,
    undated,
    rows(from, to) {
      const end = Math.min(to, dated + undated);
      const rows = datedRows(Math.max(0, from), Math.min(end, dated));
      for (let row = Math.max(from, dated); row < end; row++) rows.push(undatedRow(row - dated));
      return rows;
    },
    rowAt: (instant) => runs.reduce((sum, run) => sum + placesBefore(run, instant), 0),
    rowOf(at, record) {
      const run = runs[at];
      if (run === undefined) return -1;
      const inUndated = lowerBound(run.undated.length, (i) => run.undated[i]! >= record);
      if (run.undated[inUndated] === record) {
        return dated + (at === 0 ? 0 : undatedEnds[at - 1]!) + inUndated;
      }
      if (run.clock === null) return -1;
      const instant = instantOfRecord(run.segment, run.clock, record);
      const end = placesTo(run, instant);
      let place = placesBefore(run, instant);
      while (place < end && recordOfRun(run, place) !== record) place++;
      if (!(place < end)) return -1;
      return runs.reduce((sum, other, i) => {
        if (i === at) return sum + place;
        return sum + (i < at ? placesTo(other, instant) : placesBefore(other, instant));
      }, 0);
    },
  };
}

function headOf(run: RecordRun, place: number): number {
  return place < run.count ? instantOfRun(run, place) : Number.POSITIVE_INFINITY;
}

/** Records of the run before an instant. */
function placesBefore(run: RecordRun, instant: number): number {
  if (run.count === 0 || run.clock!.first >= instant) return 0;
  if (run.clock!.last < instant) return run.count;
  return lowerBound(run.count, (place) => instantOfRun(run, place) >= instant);
}

/** Records of the run at or before an instant. */
function placesTo(run: RecordRun, instant: number): number {
  if (run.count === 0 || run.clock!.first > instant) return 0;
  if (run.clock!.last <= instant) return run.count;
  return lowerBound(run.count, (place) => instantOfRun(run, place) > instant);
}

function countTo(runs: readonly RecordRun[], instant: number): number {
  let count = 0;
  for (const run of runs) count += placesTo(run, instant);
  return count;
}
