/** A list of rows of one height in a scroll box that cannot be as tall as all rows together. Lengths in CSS pixels. */
export interface LineWindow {
  readonly rowCount: number;
  readonly rowHeightPx: number;
  /** Height of the box that shows rows. */
  readonly heightPx: number;
}

/** Browsers clamp elements near 33.5 million px (Chromium) or less; well below every known limit. */
const MAX_SCROLL_PX = 8_000_000;

/** Rows that fit whole; at least one. */
export function wholeRows({ heightPx, rowHeightPx }: LineWindow): number {
  return Math.max(1, Math.floor(heightPx / rowHeightPx));
}

/** Height to give the scrolled content: the rows' own height as long as a browser can hold it. */
export function contentHeight({ rowCount, rowHeightPx, heightPx }: LineWindow): number {
  return Math.max(heightPx, Math.min(MAX_SCROLL_PX, rowCount * rowHeightPx));
}

/** The largest first row: with it, the last row ends at the bottom of the box. Fractions are parts of a row. */
export function lastFirstRow({ rowCount, rowHeightPx, heightPx }: LineWindow): number {
  return Math.max(0, rowCount - heightPx / rowHeightPx);
}

/** First row (with fraction) at a scroll position: exact while unscaled, proportional beyond that. */
export function firstRowAt(view: LineWindow, scrollTopPx: number): number {
  const range = contentHeight(view) - view.heightPx;
  if (range <= 0) return 0;
  return Math.min(1, Math.max(0, scrollTopPx / range)) * lastFirstRow(view);
}

/** Scroll position that shows `firstRow` at the top; the inverse of `firstRowAt`. */
export function scrollTopOf(view: LineWindow, firstRow: number): number {
  const last = lastFirstRow(view);
  if (last === 0) return 0;
  return (Math.min(last, Math.max(0, firstRow)) / last) * (contentHeight(view) - view.heightPx);
}

/** First row after which `row` is whole in the box; `firstRow` itself when it already is. */
export function revealRow(view: LineWindow, firstRow: number, row: number): number {
  const fit = view.heightPx / view.rowHeightPx;
  if (row < firstRow) return row;
  if (row + 1 > firstRow + fit) return Math.min(lastFirstRow(view), row + 1 - fit);
  return firstRow;
}

/** First row that puts `row` in the middle of the box, as far as the ends allow. */
export function centerRow(view: LineWindow, row: number): number {
  const fit = view.heightPx / view.rowHeightPx;
  return Math.min(lastFirstRow(view), Math.max(0, row - (fit - 1) / 2));
}
