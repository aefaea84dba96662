import { expect, it } from 'vitest';
import type { Instant } from '../../src/time/instant.ts';
import { type SavedView, VIEW_SLOTS, withMark, withSavedView } from './places-slice.ts';

const at = (ms: number) => ms as Instant;

it('saves a view in its slot and leaves the others', () => {
  const view: SavedView = { viewport: null, foldedLanes: new Set(['node:ZQ1']) };
  const one = withSavedView([], 2, view);
  expect(one).toHaveLength(VIEW_SLOTS);
  expect(one[2]).toBe(view);
  const two = withSavedView(one, 8, { ...view });
  expect(two[2]).toBe(view);
  expect(one[8]).toBeUndefined();
});

it('keeps marks in order of time and takes one away that is marked again', () => {
  const marks = withMark(withMark(withMark([], at(30)), at(10)), at(20));
  expect(marks).toEqual([10, 20, 30]);
  expect(withMark(marks, at(20))).toEqual([10, 30]);
});
