import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arrangeLanes, quietKey, siblingsOf } from './arrange-lanes.ts';
import { at, incident, interval, marker } from './incident.testing.ts';
import {
  hideLane,
  type LaneChoices,
  moveLane,
  NO_CHOICES,
  placeLane,
  showLane,
  soloNode,
  togglePinned,
} from './lane-choices.ts';
import { buildLanes } from './lane-tree.ts';
import { quietLanes } from './quiet-lanes.ts';
import { TEST_WORDS } from './words.testing.ts';

const lanes = buildLanes(
  incident({
    intervals: ['A', 'B'].flatMap((node) => [
      interval(node, ['node', node], 'up', 0, 100),
      ...['disk 1', 'disk 2', 'disk 3'].map((disk) =>
        interval(node, ['resource', disk], 'Online', null, null, {
          start: at(0),
          end: at(100),
          attributes: { group: 'wlc' },
        }),
      ),
      interval(node, ['service', 'clussvc'], 'running', 10, 90),
    ]),
    markers: [marker('A', 'resource-failed', 50, { entity: entity('disk 2') })],
  }),
  [],
);

function entity(name: string) {
  return { kind: 'resource' as const, name, writtenName: name };
}

const DISK = (node: string, disk: number) => `node:${node}/resource:disk ${disk}`;
const WLC = 'node:A/group:wlc';

function shown(
  choices: LaneChoices,
  extra: { readonly filter?: string; readonly quiet?: ReadonlySet<string> } = {},
) {
  return arrangeLanes(lanes, { choices, filter: '', quiet: new Set(), ...extra }, TEST_WORDS);
}
const keys = (...args: Parameters<typeof shown>) => shown(...args).map(({ key }) => key);

describe('lanes without choices', () => {
  test('stay as they are, each the same object', () => {
    expect(shown(NO_CHOICES)).toEqual(lanes);
    shown(NO_CHOICES).forEach((lane, i) => {
      expect(lane).toBe(lanes[i]);
    });
  });
});

describe('hidden lanes', () => {
  test('go with all that lies under them, and come back', () => {
    const hidden = hideLane(NO_CHOICES, WLC);
    expect(keys(hidden)).not.toContain(DISK('A', 1));
    expect(keys(hidden)).toContain(DISK('B', 1));
    expect(keys(showLane(hidden, WLC))).toEqual(keys(NO_CHOICES));
    expect(keys(showLane(hideLane(hidden, DISK('B', 1)), null))).toEqual(keys(NO_CHOICES));
  });

  test('leave no parent that could be unfolded to nothing', () => {
    const choices = [1, 2, 3].reduce(
      (before, disk) => hideLane(before, DISK('A', disk)),
      NO_CHOICES,
    );
    expect(shown(choices).find(({ key }) => key === WLC)?.hasChildren).toBe(false);
  });
});

describe('pinned lanes', () => {
  test('stand first with what lies under them, in the order of pinning', () => {
    const choices = togglePinned(togglePinned(NO_CHOICES, DISK('B', 2)), WLC);
    const top = shown(choices).slice(0, 5);
    expect(top.map(({ key, depth }) => [key, depth])).toEqual([
      [DISK('B', 2), 0],
      [WLC, 0],
      [DISK('A', 1), 1],
      [DISK('A', 2), 1],
      [DISK('A', 3), 1],
    ]);
    expect(new Set(keys(choices)).size).toBe(lanes.length);
    expect(keys(togglePinned(togglePinned(choices, WLC), DISK('B', 2)))).toEqual(keys(NO_CHOICES));
  });
});

describe('one node alone', () => {
  test('is shown with its lanes, and the same again shows all', () => {
    const alone = soloNode(NO_CHOICES, 'node:B');
    expect(keys(alone).every((key) => key.startsWith('node:B'))).toBe(true);
    expect(keys(soloNode(alone, 'node:B'))).toEqual(keys(NO_CHOICES));
  });
});

describe('the order of siblings', () => {
  test('changes by one place, not beyond the ends', () => {
    const siblings = siblingsOf(lanes, DISK('A', 2), NO_CHOICES)!;
    expect(siblings.parent).toBe(WLC);
    const move = (key: string, by: -1 | 1) =>
      moveLane(NO_CHOICES, siblings.parent, siblings.keys, key, by);
    expect(keys(move(DISK('A', 2), -1)).slice(2, 5)).toEqual([
      DISK('A', 2),
      DISK('A', 1),
      DISK('A', 3),
    ]);
    expect(keys(move(DISK('A', 2), 1)).slice(2, 5)).toEqual([
      DISK('A', 1),
      DISK('A', 3),
      DISK('A', 2),
    ]);
    expect(move(DISK('A', 1), -1)).toBe(NO_CHOICES);
    expect(move(DISK('A', 3), 1)).toBe(NO_CHOICES);
  });

  test('changes among nodes, and among pinned lanes', () => {
    const nodes = siblingsOf(lanes, 'node:B', NO_CHOICES)!;
    expect(keys(placeLane(NO_CHOICES, nodes.parent, nodes.keys, 'node:B', 'node:A'))[0]).toBe(
      'node:B',
    );
    const pinned = togglePinned(togglePinned(NO_CHOICES, DISK('B', 2)), WLC);
    const among = siblingsOf(shown(pinned), WLC, pinned)!;
    expect(among.keys).toEqual([DISK('B', 2), WLC]);
    expect(moveLane(pinned, among.parent, among.keys, WLC, -1).pinned).toEqual([WLC, DISK('B', 2)]);
  });

  test('keeps every lane exactly once, whatever is chosen', () => {
    const key = fc.constantFrom(...lanes.map((lane) => lane.key), 'node:gone');
    const choices = fc.record({
      hidden: fc.constant(new Set<string>()),
      pinned: fc.uniqueArray(key, { maxLength: 4 }),
      solo: fc.constant(null),
      order: fc.dictionary(key, fc.array(key, { maxLength: 4 })),
    });
    fc.assert(
      fc.property(choices, (choice) => {
        expect(keys(choice).sort()).toEqual(lanes.map((lane) => lane.key).sort());
      }),
    );
  });
});

describe('the filter', () => {
  test('keeps matches with what is above and under them', () => {
    expect(keys(NO_CHOICES, { filter: 'DISK 2' })).toEqual([
      'node:A',
      WLC,
      DISK('A', 2),
      'node:B',
      'node:B/group:wlc',
      DISK('B', 2),
    ]);
    expect(keys(NO_CHOICES, { filter: 'b, node' })).toEqual(
      lanes.map(({ key }) => key).filter((key) => key.startsWith('node:B')),
    );
    expect(keys(NO_CHOICES, { filter: 'no such thing' })).toEqual([]);
  });
});

describe('quiet lanes', () => {
  const view = { start: at(20), end: at(80) };

  test('are those with one calm state that does not change, and no mark', () => {
    const quiet = quietLanes(lanes, view);
    expect(quiet.has(DISK('A', 1))).toBe(true);
    expect(quiet.has(DISK('A', 2))).toBe(false);
    expect(quiet.has(WLC)).toBe(false);
    expect(quiet.has('node:B/group:wlc')).toBe(true);
    expect(quiet.has('node:B')).toBe(false);
    expect(quietLanes(lanes, { start: at(0), end: at(100) }).has('node:A/service:clussvc')).toBe(
      false,
    );
  });

  test('are never those in trouble', () => {
    const failed = buildLanes(
      incident({ intervals: [interval('N', ['resource', 'd'], 'Failed', 0, 100)] }),
      [],
    );
    expect(quietLanes(failed, view)).toEqual(new Set());
  });

  test('are gathered last under a row that counts them', () => {
    const quiet = quietLanes(lanes, view);
    const rows = shown(NO_CHOICES, { quiet });
    const at = rows.findIndex(({ key }) => key === quietKey(WLC));
    expect(rows[at]).toMatchObject({ kind: 'quiet', name: '2', depth: 2, hasChildren: true });
    expect(rows.slice(at - 1, at + 3).map(({ key, depth }) => [key, depth])).toEqual([
      [DISK('A', 2), 2],
      [quietKey(WLC), 2],
      [DISK('A', 1), 3],
      [DISK('A', 3), 3],
    ]);
  });

  test('are not gathered when there is but one, nor while the reader filters', () => {
    const one = new Set([DISK('A', 1)]);
    expect(keys(NO_CHOICES, { quiet: one })).toEqual(keys(NO_CHOICES));
    const all = quietLanes(lanes, view);
    expect(keys(NO_CHOICES, { quiet: all, filter: 'disk' })).not.toContain(quietKey(WLC));
  });

  test('have their place among their true siblings', () => {
    const rows = shown(NO_CHOICES, { quiet: quietLanes(lanes, view) });
    expect(siblingsOf(rows, DISK('A', 3), NO_CHOICES)).toEqual({
      parent: WLC,
      keys: [DISK('A', 1), DISK('A', 3)],
    });
  });
});
