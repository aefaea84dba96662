import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { Clock } from '../../src/model/clock.ts';
import type { SegmentRecords } from '../../src/model/evidence.ts';
import { SegmentBuilder } from '../../src/model/segment-builder.ts';
import type { Source, SourceId } from '../../src/model/source.ts';
import { formatQuery } from '../../src/search/format-query.ts';
import { UNKNOWN_TIME_BASE } from '../../src/time/time-base.ts';
import type { Engine, SearchListener } from '../../src/worker/engine.ts';
import type { AppState, AppStore } from '../store/app-store.ts';
import { NO_EVIDENCE } from '../store/evidence-slice.ts';
import { NO_SEARCH } from '../store/search-slice.ts';
import { createSearchActions } from './search-actions.ts';

const s1 = 's1' as SourceId;
const source = { id: s1, path: 'cluster.log', timeBase: UNKNOWN_TIME_BASE } as Source;

function segmentOf(stamps: readonly number[]): SegmentRecords {
  const builder = new SegmentBuilder();
  stamps.forEach((stamp, i) => {
    builder.record(stamp, Clock.Utc, 4, 0, i, 10 * i, 9);
  });
  const size = { baseOffset: 0, byteLength: stamps.length * 10, lineCount: stamps.length };
  return { ...builder.finish(size), baseLine: 1 };
}

const segment = segmentOf([100, 200, 300]);

/** A page with one log of three entries, and what the engine was asked. */
function page() {
  const store: AppStore = createStore<AppState>(
    () =>
      ({
        ...NO_EVIDENCE,
        ...NO_SEARCH,
        pageState: 'ready',
        sources: [source],
        segments: { [s1]: [segment] },
        lanes: [
          { key: 'node:ZQ1', source: null },
          { key: 'node:ZQ1/source:a', source: s1 },
        ],
        viewport: { start: 150, end: 250 },
        selection: null,
        bottomTab: 'events',
      }) as unknown as AppState,
  );
  const asked: { text: string; listener: SearchListener; cancelled: boolean }[] = [];
  const engine = {
    search(query, listener) {
      const search = { text: formatQuery(query), listener, cancelled: false };
      asked.push(search);
      return {
        cancel() {
          search.cancelled = true;
          listener.onDone('cancelled');
        },
      };
    },
  } as Pick<Engine, 'search'> as Engine;
  const moveView = vi.fn();
  const actions = createSearchActions(store, engine, {
    select: (selection) => store.setState({ selection }),
    moveView,
  });
  const find = (...records: readonly number[]) => {
    const { listener } = asked.at(-1)!;
    if (records.length > 0) listener.onHits(s1, 0, Uint32Array.from(records), segment);
    listener.onProgress(30, 30);
    listener.onDone('done');
  };
  return { store, asked, actions, find, moveView };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('searching while the reader types', () => {
  it('waits for a pause, and ends the search before', () => {
    const { actions, asked, store } = page();
    actions.setSearchText('d');
    actions.setSearchText('disk');
    expect(asked).toHaveLength(0);
    vi.runAllTimers();
    expect(asked.map(({ text }) => text)).toEqual(['disk']);
    expect(store.getState().search?.status).toBe('running');
    actions.setSearchText('disk 2');
    vi.runAllTimers();
    expect(asked.map(({ cancelled }) => cancelled)).toEqual([true, false]);
  });

  it('does not ask for what is no query, and forgets all in an empty box', () => {
    const { actions, asked, store, find } = page();
    actions.setSearchText('level:');
    vi.runAllTimers();
    expect(asked).toHaveLength(0);
    actions.setSearchText('disk');
    actions.runSearch();
    find(1);
    expect(store.getState().search?.parts).toHaveLength(1);
    actions.setSearchText(' ');
    expect(store.getState().search).toBeNull();
  });

  it('tells how a search ended, also when the reader ended it', () => {
    const { actions, asked, store } = page();
    actions.setSearchText('/a+/');
    actions.runSearch();
    asked[0]!.listener.onDone('too-slow', '/a+/ took over 2 s');
    expect(store.getState().search).toMatchObject({
      status: 'too-slow',
      message: '/a+/ took over 2 s',
    });
    actions.runSearch();
    actions.cancelSearch();
    expect(store.getState().search?.status).toBe('cancelled');
  });
});

describe('new evidence', () => {
  it('is searched once it is read', () => {
    const { actions, asked, store, find } = page();
    actions.setSearchText('disk');
    actions.runSearch();
    find(1);
    store.setState({ pageState: 'loading', segments: { [s1]: [segmentOf([1])] } });
    vi.runAllTimers();
    expect(asked).toHaveLength(1);
    store.setState({ pageState: 'ready' });
    vi.runAllTimers();
    expect(asked).toHaveLength(2);
  });

  it('that is all gone takes the search with it', () => {
    const { actions, store } = page();
    actions.setSearchText('disk');
    actions.runSearch();
    store.setState({ ...NO_EVIDENCE });
    expect(store.getState()).toMatchObject({ searchText: '', search: null });
  });
});

describe('going from hit to hit', () => {
  it('begins with the first in view, goes round, and brings what is not in view there', () => {
    const { actions, store, find, moveView } = page();
    actions.setSearchText('disk');
    actions.runSearch();
    find(0, 1, 2);
    const lines: (number | undefined)[] = [];
    for (const direction of [1, 1, 1, -1] as const) {
      actions.stepHit(direction);
      lines.push(store.getState().selection?.ref?.line);
    }
    expect(lines).toEqual([2, 3, 1, 3]);
    expect(store.getState().selection?.laneKey).toBe('node:ZQ1/source:a');
    expect(moveView).toHaveBeenCalledTimes(3);
    expect(moveView).toHaveBeenLastCalledWith({ start: 250, end: 350 });
  });

  it('does nothing when nothing was found', () => {
    const { actions, store, find } = page();
    actions.stepHit(1);
    actions.setSearchText('disk');
    actions.runSearch();
    find();
    actions.stepHit(1);
    expect(store.getState().selection).toBeNull();
  });
});
