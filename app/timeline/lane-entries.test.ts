import { describe, expect, test } from 'vitest';
import { incident, interval } from '../../src/timeline/incident.testing.ts';
import { NO_CHOICES, soloNode, togglePinned } from '../../src/timeline/lane-choices.ts';
import { buildLanes } from '../../src/timeline/lane-tree.ts';
import { type LaneCommand, laneCommandFor, laneEntries } from './lane-entries.ts';
import { TIMELINE_STRINGS } from './strings.ts';

const press = (key: string, held: Partial<Parameters<typeof laneCommandFor>[0]> = {}) =>
  laneCommandFor({
    key,
    altKey: false,
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    ...held,
  });

describe('keys in the list of lanes', () => {
  test('give commands', () => {
    expect(press('Delete')).toBe('hide');
    expect(press('p')).toBe('pin');
    expect(press('o')).toBe('solo');
    expect(press('ArrowUp', { altKey: true })).toBe('up');
    expect(press('ArrowDown', { altKey: true })).toBe('down');
    expect(press('F10', { shiftKey: true })).toBe('menu');
    expect(press('N', { shiftKey: true })).toBe('fit-node');
    expect(press('z', { ctrlKey: true })).toBe('undo');
    expect(press('z', { metaKey: true })).toBe('undo');
  });

  test('leave all others to the list and the page', () => {
    expect(press('ArrowUp')).toBeNull();
    expect(press('ArrowLeft', { altKey: true })).toBeNull();
    expect(press('p', { ctrlKey: true })).toBeNull();
    expect(press('z', { ctrlKey: true, shiftKey: true })).toBeNull();
    expect(press('F10')).toBeNull();
  });
});

describe('the menu of a lane', () => {
  const lanes = buildLanes(
    incident({ intervals: [interval('ZQ1', ['resource', 'disk'], 'Online', 0, 9)] }),
    [],
  );
  const disk = lanes.find(({ kind }) => kind === 'resource')!;

  test('does what it says', () => {
    const done: LaneCommand[] = [];
    const entries = laneEntries(disk, NO_CHOICES, TIMELINE_STRINGS, (what) => done.push(what));
    for (const { run } of entries) run();
    expect(done).toEqual(['pin', 'solo', 'hide', 'up', 'down', 'fit-node']);
    expect(entries.map(({ label }) => label)).toContain('Show only ZQ1');
  });

  test('offers the way back from what is chosen', () => {
    const choices = soloNode(togglePinned(NO_CHOICES, disk.key), 'node:ZQ1');
    const labels = laneEntries(disk, choices, TIMELINE_STRINGS, () => {}).map(({ label }) => label);
    expect(labels).toContain('Unpin disk');
    expect(labels).toContain('Show all nodes');
  });
});
