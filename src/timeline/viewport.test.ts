import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Instant } from '../time/instant.ts';
import {
  betweenViewports,
  clampViewport,
  fitViewport,
  MAX_SPAN_MS,
  MIN_SPAN_MS,
  panViewport,
  spanOf,
  toTime,
  toX,
  type Viewport,
  zoomViewport,
} from './viewport.ts';

const view = (start: number, end: number): Viewport => ({
  start: start as Instant,
  end: end as Instant,
});
const instants = fc.integer({ min: -2e12, max: 4e12 });
const views = fc
  .tuple(instants, fc.integer({ min: 1, max: 1e11 }))
  .map(([start, span]) => view(start, start + span));

describe('zooming', () => {
  test('keeps the instant under the pointer in place', () => {
    fc.assert(
      fc.property(
        views,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0.1, max: 10, noNaN: true }),
        (from, share, factor) => {
          const anchor = (from.start + share * spanOf(from)) as Instant;
          const to = zoomViewport(from, factor, anchor);
          expect(toX(to, 1000, anchor)).toBeCloseTo(share * 1000, 0);
        },
      ),
    );
  });

  test('stops at one millisecond and at a hundred years', () => {
    const day = view(0, 86_400_000);
    expect(spanOf(zoomViewport(day, 1e-30, 5 as Instant))).toBe(MIN_SPAN_MS);
    expect(spanOf(zoomViewport(day, 1e30, 5 as Instant))).toBe(MAX_SPAN_MS);
  });

  test('ignores factors that are no positive number', () => {
    const day = view(0, 86_400_000);
    for (const factor of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(zoomViewport(day, factor, 0 as Instant)).toBe(day);
    }
  });

  test('in and out again comes back', () => {
    const from = view(1000, 61_000);
    const back = zoomViewport(zoomViewport(from, 0.25, 7000 as Instant), 4, 7000 as Instant);
    expect(back.start).toBeCloseTo(from.start, 6);
    expect(back.end).toBeCloseTo(from.end, 6);
  });
});

describe('moving and fitting', () => {
  test('panning keeps the span', () => {
    expect(panViewport(view(10, 20), 5)).toEqual(view(15, 25));
    const still = view(10, 20);
    expect(panViewport(still, 0)).toBe(still);
  });

  test('a fit leaves room on both sides and takes the instants in any order', () => {
    expect(fitViewport(0 as Instant, 1000 as Instant, 0.1)).toEqual(view(-100, 1100));
    expect(fitViewport(1000 as Instant, 0 as Instant, 0.1)).toEqual(view(-100, 1100));
  });

  test('an instant alone gets a second around it', () => {
    expect(fitViewport(5000 as Instant, 5000 as Instant)).toEqual(view(4500, 5500));
  });

  test('the view never leaves the incident altogether, and holding it twice changes nothing more', () => {
    fc.assert(
      fc.property(views, views, (bounds, wanted) => {
        const held = clampViewport(wanted, bounds);
        expect(held.start).toBeLessThanOrEqual(bounds.end);
        expect(held.end).toBeGreaterThanOrEqual(bounds.start);
        const again = clampViewport(held, bounds);
        expect(again.start).toBeCloseTo(held.start, 2);
        expect(again.end).toBeCloseTo(held.end, 2);
      }),
    );
  });

  test('a view that is in bounds stays as it is', () => {
    const inside = view(100, 200);
    expect(clampViewport(inside, view(0, 1000))).toBe(inside);
    expect(clampViewport(inside, null)).toBe(inside);
  });
});

describe('pixels', () => {
  test('to a pixel and back is the same instant', () => {
    fc.assert(
      fc.property(views, fc.double({ min: -500, max: 2500, noNaN: true }), (from, x) => {
        expect(toX(from, 1600, toTime(from, 1600, x))).toBeCloseTo(x, 0);
      }),
    );
  });
});

describe('gliding', () => {
  test('begins and ends exactly at the two views', () => {
    const [from, to] = [view(0, 1000), view(200, 300)];
    expect(betweenViewports(from, to, 0)).toBe(from);
    expect(betweenViewports(from, to, 1)).toBe(to);
  });

  test('keeps an instant that both views show at one place there all the way', () => {
    const from = view(0, 1000);
    const to = zoomViewport(from, 0.01, 250 as Instant);
    for (const progress of [0.2, 0.5, 0.9]) {
      expect(toX(betweenViewports(from, to, progress), 1000, 250)).toBeCloseTo(250, 6);
    }
  });
});
