import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { begunSearch, clearedSearch, NO_SEARCH, steppedRow, toldSearch } from './search-slice.ts';
import type { BottomTab } from './view-slice.ts';

const start = { ...NO_SEARCH, bottomTab: 'markers' as BottomTab };

describe('a search', () => {
  it('opens its table when it is the first, and gives the other one back when it is cleared', () => {
    const begun = { ...start, ...begunSearch(start, 'disk') };
    expect(begun.bottomTab).toBe('search');
    const again = { ...begun, ...begunSearch(begun, 'disk 2') };
    expect(clearedSearch(again)).toEqual({ ...NO_SEARCH, bottomTab: 'markers' });
  });

  it('leaves the reader at the table that was opened since', () => {
    const begun = { ...start, ...begunSearch(start, 'disk') };
    expect(clearedSearch({ ...begun, bottomTab: 'raw' }).bottomTab).toBe('raw');
    const moved = { ...begun, bottomTab: 'raw' as BottomTab };
    expect(begunSearch(moved, 'disk 2')).not.toHaveProperty('bottomTab');
  });

  it('keeps the hits of the one before until it has told its own', () => {
    const part = { source: 's1', segment: {}, records: new Uint32Array(1) } as never;
    const begun = { ...start, ...begunSearch(start, 'disk') };
    const told = { ...begun, ...toldSearch(begun, { parts: [part], status: 'done' }) };
    expect(begunSearch(told, 'disk 2').search).toMatchObject({ status: 'running', parts: [part] });
  });

  it('does not change any more once it is over', () => {
    const begun = { ...start, ...begunSearch(start, 'disk') };
    const over = { ...begun, ...toldSearch(begun, { status: 'cancelled' }) };
    expect(toldSearch(over, { status: 'done' }).search?.status).toBe('cancelled');
  });
});

describe('stepping through hits', () => {
  it('begins at the view and goes round at the ends', () => {
    expect(steppedRow(5, null, 1, 2)).toBe(2);
    expect(steppedRow(5, null, -1, 2)).toBe(1);
    expect(steppedRow(5, null, 1, 5)).toBe(0);
    expect(steppedRow(5, null, -1, 0)).toBe(4);
    expect(steppedRow(5, 4, 1, 0)).toBe(0);
    expect(steppedRow(0, null, 1, 0)).toBeNull();
  });

  it('comes back by a step the other way', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.nat(), (count, at) => {
        const row = at % count;
        expect(steppedRow(count, steppedRow(count, row, 1, 0), -1, 0)).toBe(row);
      }),
    );
  });
});
