import { lowerBound } from '../../src/base/binary-search.ts';
import type { Viewport } from '../../src/timeline/viewport.ts';

/** How a table's rows are ordered; null is their own order. */
export type TableSort = { readonly column: string; readonly descending: boolean } | null;

/** The span on the axis that a row takes: `[start, end]`; null when it has no time. */
export type RowSpan = readonly [start: number, end: number] | null;

export interface TableSelection {
  /** Indexes of the items that are rows, in order. */
  readonly rows: Uint32Array;
  /** Items that pass the filters in the window, and in all; without the undated. */
  readonly inView: number;
  readonly all: number;
  /** Items without a time that pass the filters; they are always rows. */
  readonly undated: number;
}

/**
 * Which of `count` items are rows. A window keeps those that touch it and the undated; each filter keeps what contains its text,
 * in any letter case. O(count) calls of `spanOf` and `passes`, and a sort of what is left.
 */
export function selectTableRows(
  count: number,
  options: {
    readonly window: Viewport | null;
    spanOf(index: number): RowSpan;
    passes(index: number): boolean;
    /** What a sort compares; numbers before texts, null last either way. */
    orderOf?(index: number): number | string | null;
    readonly descending?: boolean;
  },
): TableSelection {
  const { window, spanOf, passes, orderOf, descending = false } = options;
  const rows: number[] = [];
  let inView = 0;
  let all = 0;
  let undated = 0;
  for (let index = 0; index < count; index++) {
    if (!passes(index)) continue;
    const span = spanOf(index);
    if (span === null) undated++;
    else {
      all++;
      if (window !== null && !touches(span, window)) continue;
      inView++;
    }
    rows.push(index);
  }
  if (orderOf !== undefined) {
    const keys = new Map(rows.map((index) => [index, orderOf(index)]));
    const sign = descending ? -1 : 1;
    rows.sort((a, b) => compareKeys(keys.get(a)!, keys.get(b)!, sign) || a - b);
  }
  return { rows: Uint32Array.from(rows), inView, all, undated };
}

/** Row of an item; -1 when it is none. */
export function rowOfItem(rows: Uint32Array, item: number, isSorted: boolean): number {
  if (isSorted) return rows.indexOf(item);
  const row = lowerBound(rows.length, (i) => rows[i]! >= item);
  return rows[row] === item ? row : -1;
}

/** Of an instant: whether it lies in the window; of a stretch: whether some of it does. */
function touches([start, end]: readonly [number, number], window: Viewport): boolean {
  return start < window.end && (start === end ? end >= window.start : end > window.start);
}

function compareKeys(a: number | string | null, b: number | string | null, sign: number): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  if (typeof a === 'number' && typeof b === 'number') return (a - b) * sign;
  if (typeof a === 'string' && typeof b === 'string') return compareTexts(a, b) * sign;
  return typeof a === 'number' ? -1 : 1;
}

const collator = new Intl.Collator('en', { numeric: true });

function compareTexts(a: string, b: string): number {
  return collator.compare(a, b);
}
