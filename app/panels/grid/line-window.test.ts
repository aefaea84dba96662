import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  centerRow,
  contentHeight,
  firstRowAt,
  type LineWindow,
  lastFirstRow,
  revealRow,
  scrollTopOf,
} from './line-window.ts';

const tenMillion: LineWindow = { rowCount: 10_000_000, rowHeightPx: 24, heightPx: 480 };

const views = fc.record({
  rowCount: fc.integer({ min: 0, max: 50_000_000 }),
  rowHeightPx: fc.integer({ min: 16, max: 40 }),
  heightPx: fc.integer({ min: 1, max: 2000 }),
});

describe('line window', () => {
  it('keeps the content under what a browser can hold and still ends at the last row', () => {
    expect(contentHeight(tenMillion)).toBe(8_000_000);
    expect(firstRowAt(tenMillion, contentHeight(tenMillion) - 480)).toBe(10_000_000 - 20);
  });

  it('scrolls pixel by pixel while the rows fit', () => {
    expect(firstRowAt({ rowCount: 100, rowHeightPx: 24, heightPx: 240 }, 36)).toBeCloseTo(1.5);
  });

  it('finds back the row it scrolled to', () => {
    fc.assert(
      fc.property(views, fc.double({ min: 0, max: 1, noNaN: true }), (view, part) => {
        const row = part * lastFirstRow(view);
        expect(firstRowAt(view, scrollTopOf(view, row))).toBeCloseTo(row, 4);
      }),
    );
  });

  it('reveals and centres every row inside the box', () => {
    fc.assert(
      fc.property(views, fc.nat(), fc.nat(), (view, anyRow, anyFirst) => {
        fc.pre(view.rowCount > 0 && view.heightPx >= view.rowHeightPx);
        const row = anyRow % view.rowCount;
        const fit = view.heightPx / view.rowHeightPx;
        const from = Math.min(anyFirst, lastFirstRow(view));
        for (const first of [revealRow(view, from, row), centerRow(view, row)]) {
          expect(row).toBeGreaterThanOrEqual(first - 1e-6);
          expect(row + 1).toBeLessThanOrEqual(Math.max(first + fit, view.rowCount) + 1e-6);
          expect(first).toBeLessThanOrEqual(lastFirstRow(view) + 1e-6);
        }
      }),
    );
  });

  it('does not move when the row is already in sight', () => {
    expect(revealRow(tenMillion, 100.5, 110)).toBe(100.5);
  });
});
