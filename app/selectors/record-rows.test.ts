import { describe, expect, it } from 'vitest';
import { Clock } from '../../src/model/clock.ts';
import type { SegmentRecords } from '../../src/model/evidence.ts';
import { allRecords, lineOf, rowOfLine, undatedRecords } from './record-rows.ts';

/** A segment whose records begin on the given 0-based lines. */
function segment(baseLine: number, lines: readonly number[], clocks: readonly number[] = []) {
  return {
    baseLine,
    columns: {
      count: lines.length,
      line: Uint32Array.from(lines),
      clock: Uint8Array.from(lines.map((_line, i) => clocks[i] ?? Clock.Utc)),
    },
  } as SegmentRecords;
}

const segments = [
  segment(1, [0, 1, 5], [Clock.Utc, Clock.Undated, Clock.Wall]),
  segment(11, []),
  segment(21, [0, 0, 4], [Clock.TimeOfDay, Clock.Utc, Clock.Undated]),
];

describe('rows of records', () => {
  it('numbers the records of all segments in file order', () => {
    const rows = allRecords(segments);
    expect(rows.count).toBe(6);
    expect([0, 1, 2, 3, 4, 5].map((row) => lineOf(rows.place(row)))).toEqual([1, 2, 6, 21, 21, 25]);
  });

  it('lists only the records that have no place on the axis', () => {
    const rows = undatedRecords(segments);
    expect(rows.count).toBe(3);
    expect([0, 1, 2].map((row) => lineOf(rows.place(row)))).toEqual([2, 21, 25]);
  });

  it('finds the record that holds a line, also a continuation line', () => {
    expect(rowOfLine(segments, 1)).toBe(0);
    expect(rowOfLine(segments, 4)).toBe(1);
    expect(rowOfLine(segments, 12)).toBe(2);
    expect(rowOfLine(segments, 21)).toBe(4);
    expect(rowOfLine(segments, 999)).toBe(5);
  });

  it('finds none above the first record', () => {
    expect(rowOfLine([segment(1, [3])], 2)).toBe(-1);
    expect(rowOfLine([], 1)).toBe(-1);
  });
});
