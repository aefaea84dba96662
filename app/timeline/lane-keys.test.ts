import { describe, expect, test } from 'vitest';
import { incident, interval } from '../../src/timeline/incident.testing.ts';
import { buildLanes } from '../../src/timeline/lane-tree.ts';
import { layoutRows } from '../../src/timeline/rows.ts';
import { laneMoveFor } from './lane-keys.ts';

const lanes = buildLanes(
  incident({
    intervals: [
      interval('A', ['resource', 'disk'], 'Online', 0, 1, { attributes: { group: 'wlc' } }),
      interval('A', ['service', 'clussvc'], 'running', 0, 1),
    ],
  }),
  [],
);
// node A, group wlc, resource disk, service clussvc
const open = layoutRows(lanes, new Set());
const press = (key: string, index: number, rows = open, shiftKey = false) =>
  laneMoveFor({ key, shiftKey }, rows, index);

describe('keys in the list of lanes', () => {
  test('up, down, Home and End move and stop at the ends', () => {
    expect(press('ArrowDown', 0)).toEqual({ type: 'focus', index: 1 });
    expect(press('ArrowUp', 0)).toEqual({ type: 'focus', index: 0 });
    expect(press('End', 0)).toEqual({ type: 'focus', index: 3 });
    expect(press('PageDown', 1)).toEqual({ type: 'focus', index: 3 });
    expect(press('Home', 3)).toEqual({ type: 'focus', index: 0 });
  });

  test('left folds, then goes to the parent', () => {
    expect(press('ArrowLeft', 1)).toEqual({ type: 'toggle', key: 'node:A/group:wlc' });
    const folded = layoutRows(lanes, new Set(['node:A/group:wlc']));
    expect(press('ArrowLeft', 1, folded)).toEqual({ type: 'focus', index: 0 });
    expect(press('ArrowLeft', 2)).toEqual({ type: 'focus', index: 1 });
  });

  test('right unfolds, then goes to the first child, and does nothing on a leaf', () => {
    const folded = layoutRows(lanes, new Set(['node:A']));
    expect(press('ArrowRight', 0, folded)).toEqual({ type: 'toggle', key: 'node:A' });
    expect(press('ArrowRight', 0)).toEqual({ type: 'focus', index: 1 });
    expect(press('ArrowRight', 2)).toBeNull();
  });

  test('Enter goes through the marks of a row', () => {
    expect(press('Enter', 2)).toEqual({ type: 'mark', direction: 1 });
    expect(press('Enter', 2, open, true)).toEqual({ type: 'mark', direction: -1 });
  });

  test('other keys are left to the page', () => {
    for (const key of ['f', '/', 'Tab', ' ']) expect(press(key, 0)).toBeNull();
  });
});
