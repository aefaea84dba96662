import { describe, expect, test } from 'vitest';
import { at, incident, interval, marker } from './incident.testing.ts';
import { buildLanes } from './lane-tree.ts';
import { spanOfNode } from './node-span.ts';
import { snapTime } from './snap-time.ts';

const lanes = buildLanes(
  incident({
    intervals: [
      interval('A', ['resource', 'd'], 'Online', 10, 20),
      interval('B', ['resource', 'd'], 'Online', 40, 70),
    ],
    markers: [marker('A', 'boot', 21)],
  }),
  [],
);

describe('snapping', () => {
  test('goes to the nearest edge or mark within reach', () => {
    expect(snapTime(lanes, at(10.4), 60_000)).toBe(at(10));
    expect(snapTime(lanes, at(20.4), 60_000)).toBe(at(20));
    expect(snapTime(lanes, at(20.6), 60_000)).toBe(at(21));
    expect(snapTime(lanes, at(69.5), 60_000)).toBe(at(70));
  });

  test('goes nowhere when nothing is within reach', () => {
    expect(snapTime(lanes, at(30), 60_000)).toBeNull();
    expect(snapTime([], at(30), 60_000)).toBeNull();
  });
});

describe('the span of a node', () => {
  test('is that of its own lanes', () => {
    expect(spanOfNode(lanes, 'A')).toEqual({ start: at(10), end: at(21) });
    expect(spanOfNode(lanes, 'B')).toEqual({ start: at(40), end: at(70) });
    expect(spanOfNode(lanes, 'C')).toBeNull();
  });
});
