import { type ReactNode, useMemo, useState } from 'react';
import { type RowSpan, rowOfItem, selectTableRows } from '../../selectors/table-rows.ts';
import { useApp } from '../../store/heartline-context.tsx';
import type { FilteredTable } from '../../store/tables-slice.ts';
import { useTable } from '../../store/use-tables.ts';
import { useStrings } from '../../strings/strings-context.ts';
import { type GridColumn, type RowRange, VirtualGrid } from '../grid/VirtualGrid.tsx';
import { FilterField } from './FilterField.tsx';
import { TableBar, useRowCountText } from './TableBar.tsx';
import { useCopy } from './use-copy.ts';
import { useTableWindow } from './use-table-window.ts';

export interface DataColumn<Item> extends Omit<GridColumn, 'sort'> {
  /** What is filtered, sorted and copied. */
  text(item: Item): string;
  /** What is shown, where it is more than the text. */
  cell?(item: Item): ReactNode;
  /** What a sort compares, where it is not the text; null stands last. */
  order?(item: Item): number | string | null;
}

interface DataTableProps<Item> {
  readonly table: FilteredTable;
  readonly empty: string;
  readonly items: readonly Item[];
  readonly columns: readonly DataColumn<Item>[];
  /** Where an item lies on the axis; left out where items have no time. */
  spanOf?(item: Item): RowSpan;
  /** Level of each item, for tables whose rows have one. */
  readonly levels?: Uint8Array;
  readonly selectedItem: number | null;
  onSelect(item: Item, index: number): void;
  /** Said after the count. */
  readonly note?: string;
}

const NO_SPAN = (): RowSpan => [0, 0];

/** A table of what the incident holds: limited to the view, filtered, sorted, copied. */
export function DataTable<Item>(props: DataTableProps<Item>) {
  const { table, items, columns, levels, spanOf = NO_SPAN } = props;
  const strings = useStrings();
  const [view, actions] = useTable(table);
  const isPlaced = props.spanOf !== undefined;
  const follows = useApp((state) => state.followsView);
  const span = useTableWindow();
  const window = isPlaced ? span : null;
  const [range, setRange] = useState<RowRange | null>(null);
  const [filtersShown, setFiltersShown] = useState(false);

  // Columns are made anew at every rendering; what they say of an item depends on the items and the language only.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  const chosen = useMemo(() => {
    const filters = Object.entries(view.contains).flatMap(([key, text]) => {
      const column = columns.find((each) => each.key === key);
      return column === undefined ? [] : [{ column, text: text.toLowerCase() }];
    });
    const sorted = columns.find(({ key }) => key === view.sort?.column);
    return selectTableRows(items.length, {
      window,
      spanOf: (i) => spanOf(items[i]!),
      passes: (i) =>
        (levels === undefined || (view.levels & (1 << levels[i]!)) !== 0) &&
        filters.every(({ column, text }) => column.text(items[i]!).toLowerCase().includes(text)),
      ...(sorted !== undefined && {
        orderOf: (i: number) => (sorted.order ?? sorted.text)(items[i]!),
        descending: view.sort!.descending,
      }),
    });
  }, [items, levels, window, view, strings]);

  const { rows } = chosen;
  const selectedRow =
    props.selectedItem === null ? -1 : rowOfItem(rows, props.selectedItem, view.sort !== null);
  const marked = range !== null && range.end <= rows.length ? range : null;
  const copying = useCopy(
    columns.map(({ title }) => title),
    (first, end) =>
      Promise.resolve(
        Array.from(rows.subarray(first, end), (i) => columns.map(({ text }) => text(items[i]!))),
      ),
  );
  const byKey = new Map(columns.map((column) => [column.key, column]));
  const count = useRowCountText();
  const { contains, sort } = view;
  const isLimited = window !== null || Object.keys(contains).length > 0 || levels !== undefined;

  return (
    <div className="flex h-full flex-col">
      <TableBar
        table={table}
        columns={columns}
        count={[
          isPlaced ? count(chosen) : strings.rows.all(rows.length),
          ...(props.note === undefined ? [] : [props.note]),
        ].join(' · ')}
        follows={isPlaced ? follows : null}
        rowCount={rows.length}
        range={marked}
        copying={copying}
        hidesSelection={props.selectedItem !== null && selectedRow === -1}
        filtersShown={filtersShown}
        onFiltersShown={setFiltersShown}
      />
      <div className="min-h-0 grow">
        <VirtualGrid
          name={strings.tabs.bottom(table)}
          empty={items.length > 0 && isLimited ? strings.rows.emptyView : props.empty}
          columns={columns.map((column) => ({
            ...column,
            sort:
              sort?.column !== column.key ? 'none' : sort.descending ? 'descending' : 'ascending',
          }))}
          rowCount={rows.length}
          rowKey={(row) => rows[row]!}
          selectedRow={selectedRow === -1 ? null : selectedRow}
          onSelect={(row) => props.onSelect(items[rows[row]!]!, rows[row]!)}
          onSort={actions.sort}
          sortLabel={strings.rows.sorted}
          {...(filtersShown && {
            filterCell: ({ key, title }: GridColumn) => (
              <FilterField table={table} column={key} title={title} />
            ),
          })}
          range={marked}
          onRange={setRange}
          onCopy={() => {
            const row = selectedRow === -1 ? null : selectedRow;
            const wanted = marked ?? (row === null ? null : { first: row, end: row + 1 });
            if (wanted !== null) copying.copy('tsv', wanted);
          }}
          cell={(row, key) => {
            const item = items[rows[row]!]!;
            const column = byKey.get(key)!;
            return column.cell === undefined ? column.text(item) : column.cell(item);
          }}
        />
      </div>
    </div>
  );
}
