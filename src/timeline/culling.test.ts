import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { computeBars, intervalsInView, MIN_INTERVAL_PX, worstFamilyInView } from './culling.ts';
import { at, incident, interval } from './incident.testing.ts';
import type { LaneInterval } from './lane.ts';
import { buildLanes } from './lane-tree.ts';

const view = { start: at(0), end: at(100) };
const WIDTH = 1000;

/** Intervals of one lane, from `[state, start, end]` in minutes: 10 CSS pixels a minute in the view above. */
function laneOf(...spans: readonly (readonly [string, number, number])[]): readonly LaneInterval[] {
  const intervals = spans.map(([state, start, end]) =>
    interval('N', ['resource', 'd'], state, start, end),
  );
  const lanes = buildLanes(incident({ intervals }), []);
  return lanes.find(({ kind }) => kind === 'resource')?.intervals ?? [];
}

describe('bars', () => {
  test('are clipped to the view and keep their unclipped edges', () => {
    const [bar] = computeBars(laneOf(['Online', -50, 50]), view, WIDTH);
    expect(bar).toMatchObject({ x: 0, width: 500, originX: -500, farX: 500 });
  });

  test('of a moment are still as wide as can be seen', () => {
    const [bar] = computeBars(laneOf(['Failed', 50, 50]), view, WIDTH);
    expect(bar).toMatchObject({ x: 500, width: MIN_INTERVAL_PX });
  });

  test('that fall together become one, which counts them and shows the worst', () => {
    const bars = computeBars(
      laneOf(['Online', 50, 50.1], ['Failed', 50.1, 50.2], ['Online', 50.2, 50.25]),
      view,
      WIDTH,
    );
    expect(bars).toHaveLength(1);
    expect(bars[0]!.items).toHaveLength(3);
    expect(bars[0]!.item.interval.state).toBe('Failed');
  });

  test('leave no interval that touches the view without a bar, and lie in the plot', () => {
    const spans = fc.array(
      fc.tuple(
        fc.constantFrom('Online', 'Failed', 'OnlinePending'),
        fc.integer({ min: -40, max: 140 }),
        fc.nat(4000).map((n) => n / 100),
      ),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(spans, (list) => {
        const intervals = laneOf(
          ...list.map(([state, start, length]) => [state, start, start + length] as const),
        );
        const bars = computeBars(intervals, view, WIDTH);
        const drawn = new Set(bars.flatMap(({ items }) => items));
        for (const item of intervals) {
          if (item.end >= view.start && item.start <= view.end) expect(drawn.has(item)).toBe(true);
        }
        for (const { x, width } of bars) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(width).toBeGreaterThanOrEqual(MIN_INTERVAL_PX);
          expect(x + width).toBeLessThanOrEqual(WIDTH + MIN_INTERVAL_PX);
        }
      }),
    );
  });
});

describe('the range in view', () => {
  test('begins with a long interval that began far before the view', () => {
    const intervals = laneOf(['Online', -500, 50], ['Offline', -400, -300], ['Failed', 60, 70]);
    expect(intervalsInView(intervals, view)).toEqual({ first: 0, end: 3 });
  });

  test('has as its worst only what touches it', () => {
    const intervals = laneOf(['Failed', -20, -10], ['OnlinePending', 10, 20], ['Online', 20, 90]);
    expect(worstFamilyInView(intervals, view)).toBe('pending');
    expect(worstFamilyInView([], view)).toBeNull();
  });
});
