import { describe, expect, it, vi } from 'vitest';
import type { ViewMoves } from '../shell/use-view-moves.ts';
import type { AppState } from '../store/app-store.ts';
import { NO_EVIDENCE, NO_INCIDENT } from '../store/evidence-slice.ts';
import type { Actions } from '../store/heartline.ts';
import { NO_LANES } from '../store/lanes-slice.ts';
import { NO_MEASURE } from '../store/measure-slice.ts';
import { NO_PLACES } from '../store/places-slice.ts';
import { NO_SEARCH } from '../store/search-slice.ts';
import { en } from '../strings/en.ts';
import { ACTION_GROUPS, pageActions } from './actions.ts';

const empty = {
  ...NO_EVIDENCE,
  ...NO_SEARCH,
  ...NO_PLACES,
  ...NO_MEASURE,
  ...NO_LANES,
  laneHeight: 'normal',
  foldsQuiet: true,
  back: [],
  forward: [],
  selection: null,
  secondZone: { kind: 'utc' },
  moreZones: [],
} as unknown as AppState;
const open = { ...empty, sources: [{ id: 's1' }] } as unknown as AppState;

function actionsOf(state: AppState) {
  const called: string[] = [];
  const actions = new Proxy({} as Actions, {
    get: (_target, name) => () => called.push(String(name)),
  });
  const store = { getState: () => state } as never;
  const moves = { fit: vi.fn(), zoom: vi.fn(), pan: vi.fn(), stepMarker: vi.fn() };
  const list = pageActions({ store, actions }, moves as unknown as ViewMoves, en, {
    incident: NO_INCIDENT,
    theme: 'dark',
  });
  return { list, called };
}

describe('the actions of the page', () => {
  const { list } = actionsOf(open);

  it('have an identity, a title and a group of their own, and no two share a key', () => {
    for (const pick of [
      list.map(({ id }) => id),
      list.map(({ title }) => title),
      list.flatMap(({ keys }) => keys.map((key) => key.toLowerCase())),
    ]) {
      expect(pick).toEqual([...new Set(pick)]);
    }
    for (const { group } of list) expect(ACTION_GROUPS).toContain(group);
  });

  it('keep the keys that write in a field to themselves', () => {
    for (const { everywhere, keys } of list) {
      if (everywhere)
        for (const key of keys) expect(key).toMatch(/^(?:\$mod\+.|(?:Shift\+)?F\d+)$/);
    }
  });

  it('offer without logs only what needs none', () => {
    const offered = list
      .filter(({ group, isListed }) => group !== 'zones' && isListed(empty))
      .map(({ id }) => id);
    expect(offered).toEqual(['add-logs', 'add-folder', 'sample', 'theme', 'keys']);
  });

  it('list saved views that there are, and the next free slot to save one', () => {
    const saved = {
      ...open,
      savedViews: [{ viewport: null, foldedLanes: new Set() }, undefined],
    } as unknown as AppState;
    const views = list.filter((action) => action.isListed(saved) && action.id.includes('-view-'));
    expect(views.map(({ id }) => id)).toEqual(['show-view-1', 'save-view-1', 'save-view-2']);
    expect(list.find(({ id }) => id === 'show-view-5')?.isAvailable(saved)).toBe(true);
  });

  it('do what they say', () => {
    const { list: fresh, called } = actionsOf(open);
    for (const id of ['next-hit', 'back', 'table-markers', 'zone-none', 'save-view-3', 'mark']) {
      fresh.find((action) => action.id === id)!.run();
    }
    expect(called).toEqual([
      'stepHit',
      'goBack',
      'openBottomTab',
      'setSecondZone',
      'saveView',
      'toggleMarkHere',
    ]);
  });
});
