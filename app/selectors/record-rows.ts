import { lowerBound } from '../../src/base/binary-search.ts';
import type { SegmentRecords } from '../../src/model/evidence.ts';
import { undatedRecordsOf } from '../../src/timeline/record-run.ts';

/** One record: its segment and its index in the segment's columns. */
export interface RecordPlace {
  readonly segment: SegmentRecords;
  readonly index: number;
}

/** The records of a source as numbered rows, in file order. */
export interface RecordRows {
  readonly count: number;
  /** `row` in `[0, count)`. O(log segments). */
  place(row: number): RecordPlace;
}

/** Every record of the segments, whose file order is the array's order. */
export function allRecords(segments: readonly SegmentRecords[]): RecordRows {
  return rowsOf(
    segments,
    (segment) => segment.columns.count,
    (_segment, at) => at,
  );
}

/** The records that have no place on the axis: no stamp, or a stamp without a date. */
export function undatedRecords(segments: readonly SegmentRecords[]): RecordRows {
  return rowsOf(
    segments,
    (segment) => undatedRecordsOf(segment).length,
    (segment, at) => undatedRecordsOf(segment)[at]!,
  );
}

/**
 * Row (of `allRecords`) whose entry holds the 1-based line: the last record that begins at or above it.
 * -1 when no record begins there or above.
 */
export function rowOfLine(segments: readonly SegmentRecords[], line: number): number {
  let before = 0;
  let row = -1;
  for (const segment of segments) {
    if (segment.baseLine > line) break;
    const { columns } = segment;
    const upTo = lowerBound(columns.count, (i) => segment.baseLine + columns.line[i]! > line);
    if (upTo > 0) row = before + upTo - 1;
    before += columns.count;
  }
  return row;
}

/** 1-based line of a record's first line in its source. */
export function lineOf({ segment, index }: RecordPlace): number {
  return segment.baseLine + segment.columns.line[index]!;
}

function rowsOf(
  segments: readonly SegmentRecords[],
  countOf: (segment: SegmentRecords) => number,
  indexAt: (segment: SegmentRecords, at: number) => number,
): RecordRows {
  const ends: number[] = [];
  let count = 0;
  for (const segment of segments) {
    count += countOf(segment);
    ends.push(count);
  }
  return {
    count,
    place(row) {
      const at = lowerBound(ends.length, (i) => ends[i]! > row);
      const segment = segments[at]!;
      return { segment, index: indexAt(segment, row - (at === 0 ? 0 : ends[at - 1]!)) };
    },
  };
}
