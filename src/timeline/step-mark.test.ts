import { describe, expect, test } from 'vitest';
import { at, incident, interval, marker } from './incident.testing.ts';
import { buildLanes } from './lane-tree.ts';
import { isSameMark } from './selection.ts';
import { stepMark } from './step-mark.ts';

const lane = buildLanes(
  incident({
    intervals: [
      interval('N', ['node', 'N'], 'up', 0, 40),
      interval('N', ['node', 'N'], 'dark', 40, 50),
    ],
    markers: [marker('N', 'bugcheck', 40), marker('N', 'boot', 50)],
  }),
  [],
)[0]!;
const whole = { start: at(0), end: at(100) };

describe('going through the marks of a lane', () => {
  test('takes intervals and markers in order of time and stops at the end', () => {
    const seen: string[] = [];
    let selection = stepMark(lane, null, 1, whole);
    while (selection !== null) {
      seen.push(`${selection.kind} ${selection.index}`);
      selection = stepMark(lane, selection, 1, whole);
    }
    expect(seen).toEqual(['interval 0', 'marker 0', 'interval 1', 'marker 1']);
  });

  test('begins with what is in view', () => {
    const late = { start: at(49), end: at(60) };
    expect(stepMark(lane, null, 1, late)).toMatchObject({ kind: 'interval', index: 1 });
    expect(stepMark(lane, null, -1, late)).toMatchObject({ kind: 'marker', index: 1 });
  });

  test('a selection made in a table is the same mark, but the way through the lane begins anew', () => {
    const fromTable = { kind: 'marker', laneKey: null, index: 1, ref: null, time: at(50) } as const;
    const fromLane = stepMark(lane, null, -1, whole);
    expect(isSameMark(fromTable, fromLane)).toBe(true);
    expect(stepMark(lane, fromTable, 1, whole)).toMatchObject({ kind: 'interval', index: 0 });
  });
});
