import type { ReactNode } from 'react';
import type { LineRef, Placed } from '../../../src/model/incident.ts';
import type { Selection, SelectionKind } from '../../../src/timeline/selection.ts';
import { sourcesById } from '../../selectors/incident-summary.ts';
import { useActions, useApp } from '../../store/heartline-context.tsx';
import { useStrings } from '../../strings/strings-context.ts';
import { type GridColumn, VirtualGrid } from '../grid/VirtualGrid.tsx';
import { lineCell, timeCell } from './time-cells.tsx';
import { useTimeColumns } from './time-columns.ts';

interface FactTableProps<Item extends Placed> {
  readonly name: string;
  readonly empty: string;
  readonly kind: SelectionKind;
  readonly items: readonly Item[];
  /** Columns between the time and the line. */
  readonly columns: readonly GridColumn[];
  cell(item: Item, column: string): ReactNode;
  refOf(item: Item): LineRef;
  toSelection(item: Item, index: number): Selection;
}

/** A table of things that a line tells at an instant: time, what, and the line. A row selects its mark. */
export function FactTable<Item extends Placed>(props: FactTableProps<Item>) {
  const strings = useStrings();
  const { select } = useActions();
  const { items, kind } = props;
  const sources = useApp((state) => sourcesById(state.sources));
  const selectedRow = useApp((state) =>
    state.selection?.kind === kind ? state.selection.index : null,
  );
  const time = useTimeColumns();
  const columns: readonly GridColumn[] = [
    ...time.columns,
    ...props.columns,
    { key: 'line', title: strings.column.line, widthPx: 220 },
  ];
  return (
    <VirtualGrid
      name={props.name}
      empty={props.empty}
      columns={columns}
      rowCount={items.length}
      rowKey={(row) => row}
      selectedRow={selectedRow}
      onSelect={(row) => select(props.toSelection(items[row]!, row))}
      cell={(row, column) => {
        const item = items[row]!;
        if (column === 'utc' || column === 'second') {
          return timeCell(strings, item, column, time.second);
        }
        if (column === 'line') return lineCell(strings, sources, props.refOf(item));
        return props.cell(item, column);
      }}
    />
  );
}
