import { parseQuery } from '../../src/search/parse-query.ts';
import { panViewport } from '../../src/timeline/viewport.ts';
import type { Engine, Search } from '../../src/worker/engine.ts';
import { selectViewport } from '../selectors/incident-summary.ts';
import { lineOf } from '../selectors/record-rows.ts';
import { selectionOfRecord } from '../selectors/selections.ts';
import type { AppState, AppStore } from '../store/app-store.ts';
import { begunSearch, clearedSearch, steppedRow, toldSearch } from '../store/search-slice.ts';
import type { Hit, HitPart } from './hit-list.ts';
import { selectHitRow, selectHits } from './hits.ts';

export interface SearchActions {
  /** What the reader typed. It is searched for as soon as typing pauses and the text is a query. */
  setSearchText(text: string): void;
  /** Searches for what the box holds, now. */
  runSearch(): void;
  /** Ends the search under way; what it has found stays. */
  cancelSearch(): void;
  clearSearch(): void;
  /** Selects the hit after (1) or before (-1) the selected line, round at the ends, and brings it into view. */
  stepHit(direction: -1 | 1): void;
  /** Selects a hit and brings it into view. */
  showHit(hit: Hit): void;
}

/** A pause in typing after which the text is taken as meant. */
const TYPING_PAUSE_MS = 250;
/** Hits reach the page at this pace, however fast they come. */
const TELL_PAUSE_MS = 100;

/**
 * Runs searches for the store. New evidence makes the hits stale: the search is run again once nothing is being read.
 * @param select as the page selects a mark
 */
export function createSearchActions(
  store: AppStore,
  engine: Engine,
  actions: {
    select(selection: ReturnType<typeof selectionOfRecord>): void;
    moveView(viewport: NonNullable<AppState['viewport']>): void;
  },
): SearchActions {
  let running: Search | null = null;
  let typing: ReturnType<typeof setTimeout> | undefined;

  const end = () => {
    clearTimeout(typing);
    const ended = running;
    running = null;
    ended?.cancel();
  };

  const run = () => {
    const text = store.getState().searchText;
    const query = parseQuery(text);
    end();
    if ('error' in query || query.terms.length === 0) return;
    store.setState((state) => begunSearch(state, text));
    const parts: HitPart[] = [];
    let bytes: readonly [number, number] = [0, 0];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tell = (more: Partial<NonNullable<AppState['search']>> = {}) => {
      clearTimeout(timer);
      timer = undefined;
      const [bytesDone, bytesTotal] = bytes;
      store.setState((state) =>
        toldSearch(state, { parts: [...parts], bytesDone, bytesTotal, ...more }),
      );
    };
    const soon = () => {
      timer ??= setTimeout(tell, TELL_PAUSE_MS);
    };
    running = engine.search(query, {
      onHits(source, _index, records, segment) {
        parts.push({ source, segment, records });
        soon();
      },
      onProgress(done, total) {
        bytes = [done, total];
        soon();
      },
      onDone(status, message) {
        running = null;
        tell({ status, message: message ?? null });
      },
    });
  };

  const clear = () => {
    end();
    store.setState(clearedSearch);
  };

  const show = ({ source, time, ...place }: Hit) => {
    const state = store.getState();
    const view = selectViewport(state);
    const laneKey = state.lanes.find((lane) => lane.source === source)?.key ?? null;
    actions.select({ ...selectionOfRecord({ source, line: lineOf(place) }, time), laneKey });
    if (view !== null && time !== null && (time < view.start || time >= view.end)) {
      actions.moveView(panViewport(view, time - (view.start + view.end) / 2));
    }
  };

  store.subscribe((state, before) => {
    if (state.search === null) return;
    if (state.sources.length === 0) {
      clear();
      return;
    }
    const settled = state.pageState !== 'loading';
    const changed = state.segments !== before.segments || state.incident !== before.incident;
    if (settled && (changed || before.pageState === 'loading')) {
      clearTimeout(typing);
      typing = setTimeout(run, TYPING_PAUSE_MS);
    }
  });

  return {
    setSearchText(text) {
      if (text.trim() === '') {
        clear();
        store.setState({ searchText: text });
        return;
      }
      store.setState({ searchText: text });
      clearTimeout(typing);
      typing = setTimeout(run, TYPING_PAUSE_MS);
    },
    runSearch: run,
    cancelSearch: end,
    clearSearch: clear,
    stepHit(direction) {
      const state = store.getState();
      const hits = selectHits(state);
      if (hits === null) return;
      const from =
        state.selection?.time ?? selectViewport(state)?.[direction === 1 ? 'start' : 'end'] ?? 0;
      const row = steppedRow(hits.count, selectHitRow(state), direction, hits.rowAt(from));
      const hit = row === null ? undefined : hits.rows(row, row + 1)[0];
      if (hit !== undefined) show(hit);
    },
    showHit: show,
  };
}
