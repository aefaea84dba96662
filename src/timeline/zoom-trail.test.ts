import { describe, expect, test } from 'vitest';
import { at } from './incident.testing.ts';
import { zoomTrail } from './zoom-trail.ts';

const view = (start: number, end: number) => ({ start: at(start), end: at(end) });

describe('the way into a view', () => {
  test('is the whole alone before anything was zoomed', () => {
    expect(zoomTrail([], null)).toEqual([null]);
  });

  test('holds each zoom that holds the next', () => {
    expect(zoomTrail([null, view(10, 60)], view(20, 30))).toEqual([
      null,
      view(10, 60),
      view(20, 30),
    ]);
  });

  test('forgets what was left by zooming out or moving away', () => {
    expect(zoomTrail([null, view(10, 60), view(20, 30)], view(15, 55))).toEqual([
      null,
      view(10, 60),
      view(15, 55),
    ]);
    expect(zoomTrail([null, view(10, 60), view(20, 30)], null)).toEqual([null]);
    expect(zoomTrail([null, view(10, 60)], view(70, 80))).toEqual([null, view(70, 80)]);
  });

  test('takes a pan for the same step', () => {
    expect(zoomTrail([null, view(10, 20)], view(11, 21))).toEqual([null, view(11, 21)]);
  });
});
