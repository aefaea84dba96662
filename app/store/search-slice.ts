import type { SearchOutcome } from '../../src/worker/engine.ts';
import type { HitPart } from '../search/hit-list.ts';
import type { BottomTab } from './view-slice.ts';

/** A search that was begun, with what it has found so far. */
export interface BegunSearch {
  /** As it was typed. */
  readonly text: string;
  readonly status: 'running' | SearchOutcome;
  /** What the engine says of a search that was ended for being too slow, or that failed. */
  readonly message: string | null;
  readonly bytesDone: number;
  readonly bytesTotal: number;
  /** In no order. */
  readonly parts: readonly HitPart[];
}

/** The search box and what stands behind it. */
export interface SearchState {
  /** What the box holds; it may not be searched for yet, or not be a query. */
  readonly searchText: string;
  readonly search: BegunSearch | null;
  /** The table that was open before the search's own; null when the search did not change it. */
  readonly tabBeforeSearch: BottomTab | null;
}

export const NO_SEARCH: SearchState = { searchText: '', search: null, tabBeforeSearch: null };

type SearchChange = Pick<SearchState, 'search'> &
  Partial<SearchState> & { readonly bottomTab?: BottomTab };

/**
 * A search for `text` begins. The first one opens the table of hits; the hits of the one before stay until the new one
 * tells its own, so that nothing flickers while the reader types.
 */
export function begunSearch(
  state: SearchState & { readonly bottomTab: BottomTab },
  text: string,
): SearchChange {
  const search: BegunSearch = {
    text,
    status: 'running',
    message: null,
    bytesDone: 0,
    bytesTotal: 0,
    parts: state.search?.parts ?? [],
  };
  if (state.search !== null || state.bottomTab === 'search') return { search };
  return { search, tabBeforeSearch: state.bottomTab, bottomTab: 'search' };
}

/** What the running search has told since; a search that is over does not change. */
export function toldSearch(
  state: SearchState,
  told: Partial<Omit<BegunSearch, 'text'>>,
): Pick<SearchState, 'search'> {
  const { search } = state;
  if (search?.status !== 'running') return { search };
  return { search: { ...search, ...told } };
}

/** The box is emptied: its hits go, and the table that was open before comes back if the hits are still in front. */
export function clearedSearch(
  state: SearchState & { readonly bottomTab: BottomTab },
): SearchState & { readonly bottomTab: BottomTab } {
  const { tabBeforeSearch, bottomTab } = state;
  return {
    ...NO_SEARCH,
    bottomTab: bottomTab === 'search' ? (tabBeforeSearch ?? bottomTab) : bottomTab,
  };
}

/** The row to step to: the next or previous one, round at the ends; null when there is none. */
export function steppedRow(
  count: number,
  current: number | null,
  direction: -1 | 1,
  /** First row at or after the view's start, for a reader who stands at no hit. */
  firstInView: number,
): number | null {
  if (count === 0) return null;
  if (current !== null) return (current + direction + count) % count;
  const row = direction === 1 ? firstInView : firstInView - 1;
  return (row + count) % count;
}
