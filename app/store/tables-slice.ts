import { EVERY_LEVEL } from '../../src/timeline/record-run.ts';
import type { TableSort } from '../selectors/table-rows.ts';
import type { BottomTab } from './view-slice.ts';

/** The tables whose rows can be filtered. */
export type FilteredTable = Exclude<BottomTab, 'raw' | 'undated' | 'search'>;

/** Tables whose rows have a level. */
export const LEVELLED_TABLES = ['events', 'lines'] as const satisfies readonly FilteredTable[];

/** What the reader wants to see of one table. */
export interface TableView {
  /** Sum of `1 << level` of the levels shown. */
  readonly levels: number;
  /** Text that a column must contain, by column key; columns without a filter are absent. */
  readonly contains: Readonly<Record<string, string>>;
  readonly sort: TableSort;
}

export interface Tables {
  /** Whether the tables show only what lies in the visible span. */
  readonly followsView: boolean;
  readonly tables: Readonly<Record<FilteredTable, TableView>>;
}

/** Critical, error and warning: what engineers look at first. */
export const SEVERE_LEVELS = 0b1110;

const PLAIN: TableView = { levels: EVERY_LEVEL, contains: {}, sort: null };
const SEVERE: TableView = { ...PLAIN, levels: SEVERE_LEVELS };

export const START_TABLES: Tables = {
  followsView: true,
  tables: {
    events: SEVERE,
    transitions: PLAIN,
    markers: PLAIN,
    intervals: PLAIN,
    lines: SEVERE,
    problems: PLAIN,
  },
};

export function withTable(
  { tables }: Tables,
  table: FilteredTable,
  change: Partial<TableView>,
): Pick<Tables, 'tables'> {
  return { tables: { ...tables, [table]: { ...tables[table], ...change } } };
}

/** The filters with the column's text set; '' takes the filter off. */
export function withContained(
  contains: TableView['contains'],
  column: string,
  text: string,
): TableView['contains'] {
  const { [column]: _before, ...others } = contains;
  return text === '' ? others : { ...others, [column]: text };
}

/** First press sorts ascending, the second descending, the third gives the table its own order back. */
export function nextSort(sort: TableSort, column: string): TableSort {
  if (sort?.column !== column) return { column, descending: false };
  return sort.descending ? null : { column, descending: true };
}

/** With the level shown or hidden; a table never hides every level. */
export function withLevel(levels: number, level: number, shown: boolean): number {
  const changed = shown ? levels | (1 << level) : levels & ~(1 << level);
  return changed === 0 ? levels : changed;
}
