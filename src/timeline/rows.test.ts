import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { incident, interval } from './incident.testing.ts';
import { buildLanes } from './lane-tree.ts';
import { heightOfRows, layoutRows, rowAt, rowsBetween } from './rows.ts';

const lanes = buildLanes(
  incident({
    intervals: ['A', 'B'].flatMap((node) => [
      interval(node, ['node', node], 'up', 0, 9),
      interval(node, ['resource', 'disk 1'], 'Online', 0, 9, { attributes: { group: 'wlc' } }),
      interval(node, ['resource', 'disk 2'], 'Online', 0, 9, { attributes: { group: 'wlc' } }),
      interval(node, ['service', 'clussvc'], 'running', 0, 9),
    ]),
  }),
  [],
);
const shown = (folded: readonly string[]) =>
  layoutRows(lanes, new Set(folded)).map(({ lane }) => lane.key);

describe('rows', () => {
  test('a folded lane hides all that is under it and nothing else', () => {
    expect(shown(['node:A/group:wlc', 'node:B'])).toEqual([
      'node:A',
      'node:A/group:wlc',
      'node:A/service:clussvc',
      'node:B',
    ]);
  });

  test('know their place among the siblings that are shown', () => {
    const row = layoutRows(lanes, new Set()).find(({ lane }) => lane.name === 'disk 2');
    expect(row).toMatchObject({ position: 2, siblings: 2 });
  });

  test('are lower when compact and higher when tall', () => {
    const heights = (['compact', 'normal', 'tall'] as const).map((height) =>
      heightOfRows(layoutRows(lanes, new Set(), height)),
    );
    expect(heights).toEqual([...heights].sort((a, b) => a - b));
    expect(new Set(heights).size).toBe(3);
  });

  test('lie under each other without gaps, and every height finds its row', () => {
    const rows = layoutRows(lanes, new Set());
    fc.assert(
      fc.property(fc.double({ min: 0, max: heightOfRows(rows) - 0.001, noNaN: true }), (y) => {
        const row = rowAt(rows, y)!;
        expect(row.top).toBeLessThanOrEqual(y);
        expect(row.top + row.height).toBeGreaterThan(y);
      }),
    );
    expect(rowAt(rows, -1)).toBeNull();
    expect(rowAt(rows, heightOfRows(rows) + 1)).toBeNull();
  });

  test('in sight are exactly those that touch the window', () => {
    const rows = layoutRows(lanes, new Set());
    const { first, end } = rowsBetween(rows, 40, 100);
    expect(rows.filter((row) => row.top < 100 && row.top + row.height > 40)).toEqual(
      rows.slice(first, end),
    );
  });
});
