import { expect, test } from 'vitest';
import { at, incident, interval } from './incident.testing.ts';
import { buildLanes } from './lane-tree.ts';
import { worstInView } from './worst-in-view.ts';

test('a lane tells the worst trouble in view of itself and of all under it, and nothing when calm', () => {
  const lanes = buildLanes(
    incident({
      intervals: [
        interval('A', ['node', 'A'], 'up', 0, 100),
        interval('A', ['resource', 'd1'], 'OnlinePending', 0, 50, { attributes: { group: 'g' } }),
        interval('A', ['resource', 'd1'], 'Failed', 50, 100, { attributes: { group: 'g' } }),
        interval('B', ['node', 'B'], 'up', 0, 100),
      ],
    }),
    [],
  );
  expect([...worstInView(lanes, { start: at(10), end: at(90) })].sort()).toEqual([
    ['node:A', 'failed'],
    ['node:A/group:g', 'failed'],
    ['node:A/resource:d1', 'failed'],
  ]);
  expect(worstInView(lanes, { start: at(10), end: at(40) }).get('node:A')).toBe('pending');
});
