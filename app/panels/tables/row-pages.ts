import type { MergedRecords, MergedRow } from '../../../src/timeline/merged-records.ts';

const PAGE_ROWS = 64;
const PAGES_KEPT = 8;

/** The visible rows of a merged list: those of a window, from either end, then those without a time. */
export interface VisibleRows {
  readonly count: number;
  readonly inView: number;
  row(index: number): MergedRow;
  /** Place of a row of the merged list; -1 outside the window. */
  indexOf(mergedRow: number): number;
}

/** Rows `[from, to)` of the dated ones, then all undated ones. A page is looked up at once and a few are kept. */
export function visibleRows(
  merged: MergedRecords,
  from: number,
  to: number,
  descending: boolean,
): VisibleRows {
  const inView = Math.max(0, to - from);
  const pages = new Map<number, readonly MergedRow[]>();
  const page = (number: number): readonly MergedRow[] => {
    let rows = pages.get(number);
    if (rows === undefined) {
      rows = merged.rows(number * PAGE_ROWS, (number + 1) * PAGE_ROWS);
      if (pages.size >= PAGES_KEPT) pages.delete(pages.keys().next().value!);
      pages.set(number, rows);
    }
    return rows;
  };
  const mergedRowOf = (index: number) => {
    if (index >= inView) return merged.dated + (index - inView);
    return descending ? to - 1 - index : from + index;
  };
  return {
    count: inView + merged.undated,
    inView,
    row(index) {
      const at = mergedRowOf(index);
      return page(Math.floor(at / PAGE_ROWS))[at % PAGE_ROWS]!;
    },
    indexOf(mergedRow) {
      if (mergedRow >= merged.dated) return inView + (mergedRow - merged.dated);
      if (mergedRow < from || mergedRow >= to) return -1;
      return descending ? to - 1 - mergedRow : mergedRow - from;
    },
  };
}
