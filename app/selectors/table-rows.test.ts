import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Viewport } from '../../src/timeline/viewport.ts';
import { type RowSpan, rowOfItem, selectTableRows } from './table-rows.ts';

const window = { start: 10, end: 20 } as Viewport;
const select = (
  spans: readonly RowSpan[],
  options: Partial<Parameters<typeof selectTableRows>[1]> = {},
) =>
  selectTableRows(spans.length, {
    window,
    spanOf: (i) => spans[i]!,
    passes: () => true,
    ...options,
  });

describe('the rows of a table', () => {
  it('are the items that touch the window, and the undated', () => {
    const { rows, inView, all, undated } = select([
      [9, 9],
      [10, 10],
      [20, 20],
      [5, 10],
      [5, 11],
      [19, 40],
      null,
    ]);
    expect([...rows]).toEqual([1, 4, 5, 6]);
    expect([inView, all, undated]).toEqual([3, 6, 1]);
  });

  it('are all that pass the filters when there is no window', () => {
    const { rows, all } = select([[1, 1], [90, 90], null], {
      window: null,
      passes: (i) => i !== 0,
    });
    expect([...rows]).toEqual([1, 2]);
    expect(all).toBe(1);
  });

  it('are sorted with what has no value last either way, equals in their own order', () => {
    const keys = ['b', null, 'a', 'b', 'A10', 'A9'];
    const spans = keys.map((): RowSpan => [12, 12]);
    const sorted = (descending: boolean) => [
      ...select(spans, { orderOf: (i) => keys[i]!, descending }).rows,
    ];
    expect(sorted(false)).toEqual([2, 5, 4, 0, 3, 1]);
    expect(sorted(true)).toEqual([0, 3, 4, 5, 2, 1]);
  });

  it('are found again by their item, sorted or not', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30)), fc.boolean(), (times, isSorted) => {
        const spans = times.map((time): RowSpan => [time, time]);
        const { rows } = select(spans, isSorted ? { orderOf: (i) => times[i]! } : {});
        times.forEach((time, item) => {
          const row = rowOfItem(rows, item, isSorted);
          expect(row !== -1).toBe(time >= 10 && time < 20);
          if (row !== -1) expect(rows[row]).toBe(item);
        });
      }),
    );
  });
});
