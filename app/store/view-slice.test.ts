import { describe, expect, it } from 'vitest';
import type { Instant } from '../../src/time/instant.ts';
import { movedTo, type View, wentBack, wentForward } from './view-slice.ts';

const span = (start: number) => ({ start: start as Instant, end: (start + 1000) as Instant });
const start = { viewport: null, back: [], forward: [] } as unknown as View;
const move = (view: View, to: number, sinceMs: number): View => ({
  ...view,
  ...movedTo(view, span(to), sinceMs),
});

describe('history of views', () => {
  it('goes back to the whole incident and forward again', () => {
    const moved = move(start, 1, Number.POSITIVE_INFINITY);
    const back = { ...moved, ...wentBack(moved) };
    expect(back.viewport).toBeNull();
    const forth = { ...back, ...wentForward(back) };
    expect(forth.viewport).toEqual(span(1));
    expect(forth.back).toEqual([null]);
  });

  it('takes the many small moves of one wheel turn as one step', () => {
    let view = move(start, 1, Number.POSITIVE_INFINITY);
    for (let i = 2; i < 50; i++) view = move(view, i, 16);
    expect(view.viewport).toEqual(span(49));
    expect(view.back).toEqual([null]);
  });

  it('drops what was undone when the reader moves on', () => {
    const moved = move(start, 1, Number.POSITIVE_INFINITY);
    const back = { ...moved, ...wentBack(moved) };
    expect(move(back, 2, Number.POSITIVE_INFINITY).forward).toEqual([]);
  });

  it('stays where it is when there is nothing to go back to', () => {
    expect(wentBack(start)).toBe(start);
    expect(wentForward(start)).toBe(start);
  });

  it('keeps a bounded history', () => {
    let view = start;
    for (let i = 0; i < 500; i++) view = move(view, i, Number.POSITIVE_INFINITY);
    expect(view.back).toHaveLength(100);
    expect(view.back.at(-1)).toEqual(span(498));
  });
});
