import { useMemo } from 'react';
import { useApp, useHeartline } from './heartline-context.tsx';
import {
  type FilteredTable,
  nextSort,
  type TableView,
  withContained,
  withLevel,
  withTable,
} from './tables-slice.ts';

export interface TableActions {
  follow(follows: boolean): void;
  showLevel(level: number, shown: boolean): void;
  showLevels(levels: number): void;
  filter(column: string, text: string): void;
  sort(column: string): void;
  /** Takes off every filter, of levels too. */
  clear(levels: number): void;
}

/** What the reader wants to see of a table, and how it is changed. */
export function useTable(table: FilteredTable): readonly [TableView, TableActions] {
  const { store } = useHeartline();
  const view = useApp((state) => state.tables[table]);
  const actions = useMemo((): TableActions => {
    const change = (to: (view: TableView) => Partial<TableView>) =>
      store.setState((state) => withTable(state, table, to(state.tables[table])));
    return {
      follow: (followsView) => store.setState({ followsView }),
      showLevel: (level, shown) =>
        change(({ levels }) => ({ levels: withLevel(levels, level, shown) })),
      showLevels: (levels) => change(() => ({ levels })),
      filter: (column, text) =>
        change(({ contains }) => ({ contains: withContained(contains, column, text) })),
      sort: (column) => change(({ sort }) => ({ sort: nextSort(sort, column) })),
      clear: (levels) => change(() => ({ levels, contains: {} })),
    };
  }, [store, table]);
  return [view, actions];
}
