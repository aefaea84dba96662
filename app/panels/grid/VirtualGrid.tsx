import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { centerRow, revealRow, wholeRows } from './line-window.ts';
import { useLineWindow } from './use-line-window.ts';

export interface GridColumn {
  readonly key: string;
  readonly title: string;
  /** CSS pixels; left out for the one column that takes the rest. */
  readonly widthPx?: number;
  readonly align?: 'end';
  /** How the rows are ordered by this column; left out where it cannot order them. */
  readonly sort?: 'ascending' | 'descending' | 'none';
}

/** Rows `[first, end)` that the reader has marked to be copied. */
export interface RowRange {
  readonly first: number;
  readonly end: number;
}

interface VirtualGridProps {
  /** Accessible name. */
  readonly name: string;
  readonly columns: readonly GridColumn[];
  readonly rowCount: number;
  /** Content of a cell; null while the row's text is being read. */
  cell(row: number, column: string): ReactNode;
  /** A stable identity of a row within this grid. */
  rowKey(row: number): string | number;
  /** Extra class of a row, for its meaning; the words in its cells say the same. */
  rowClass?(row: number): string | undefined;
  /** The row that is selected elsewhere; null when it is not in this grid. */
  readonly selectedRow: number | null;
  onSelect(row: number): void;
  /** Told which rows are on screen, `[first, end)`, so that their text can be read. */
  onWindow?(first: number, end: number): void;
  /** Said instead of rows when there are none. */
  readonly empty: string;
  /** Sorts by a column whose `sort` is given; `sortLabel` names the button. */
  onSort?(column: string): void;
  sortLabel?(title: string): string;
  /** A row of filters under the titles, a cell a column; left out for none. */
  filterCell?(column: GridColumn): ReactNode;
  /** Several rows in one piece, marked by Shift or Ctrl+A; null for none. Left out where nothing is copied. */
  readonly range?: RowRange | null;
  onRange?(range: RowRange | null): void;
  /** Ctrl+C with no text selected. */
  onCopy?(): void;
  /** Rows are as wide as their longest cell instead of being cut at the box. */
  readonly wide?: boolean;
}

/** The column that takes the rest is never narrower. */
const LEAST_REST_PX = 240;
const ROW_PX = 24;
const HEADER_PX = 26;
const FILTER_PX = 30;

/**
 * A grid of rows of one height that reaches any of millions of rows. One tab stop: arrows, Page Up and Down, Home and
 * End move the active row, Enter and Space select it.
 */
export function VirtualGrid(props: VirtualGridProps) {
  const { name, columns, rowCount, cell, rowKey, rowClass, selectedRow, onSelect, onWindow } =
    props;
  const headerPx = HEADER_PX + (props.filterCell === undefined ? 0 : FILTER_PX);
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  const { view, contentHeightPx, firstRow, scrollToRow } = useLineWindow(
    box,
    rowCount,
    ROW_PX,
    headerPx,
  );
  const { range = null, onRange } = props;
  /** Where a marked range began. */
  const anchor = useRef<number | null>(null);
  const [active, setActive] = useState(selectedRow ?? 0);
  const first = Math.floor(firstRow);
  const end = Math.min(rowCount, Math.ceil(firstRow + view.heightPx / ROW_PX) + 1);
  const activeRow = Math.min(active, Math.max(0, rowCount - 1));

  useEffect(() => onWindow?.(first, end), [onWindow, first, end]);

  const measured = view.heightPx > 1;
  const sought = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (selectedRow === null || !measured || sought.current === selectedRow) {
      if (selectedRow === null) sought.current = null;
      return;
    }
    sought.current = selectedRow;
    setActive(selectedRow);
    const inSight = revealRow(view, firstRow, selectedRow) === firstRow;
    if (!inSight) scrollToRow(centerRow(view, selectedRow));
  }, [selectedRow, measured, view, firstRow, scrollToRow]);

  const select = (row: number) => {
    anchor.current = row;
    onRange?.(null);
    sought.current = row;
    setActive(row);
    onSelect(row);
  };

  const markTo = (row: number) => {
    anchor.current ??= activeRow;
    const [low, high] = [Math.min(anchor.current, row), Math.max(anchor.current, row)];
    onRange?.({ first: low, end: high + 1 });
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || rowCount === 0 || event.altKey) return;
    if (event.ctrlKey || event.metaKey) {
      if (onRange !== undefined && event.key === 'a') {
        event.preventDefault();
        onRange({ first: 0, end: rowCount });
      } else if (event.key === 'c' && getSelection()?.isCollapsed !== false) {
        props.onCopy?.();
      }
      return;
    }
    if (event.key === 'Escape' && range !== null) {
      onRange?.(null);
      event.stopPropagation();
      return;
    }
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      select(activeRow);
      return;
    }
    const page = wholeRows(view) - 1;
    const to: Record<string, number> = {
      ArrowDown: activeRow + 1,
      ArrowUp: activeRow - 1,
      PageDown: activeRow + page,
      PageUp: activeRow - page,
      Home: 0,
      End: rowCount - 1,
    };
    const wanted = to[event.key];
    if (wanted === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const row = Math.max(0, Math.min(rowCount - 1, wanted));
    if (event.shiftKey && onRange !== undefined) markTo(row);
    else {
      anchor.current = row;
      if (range !== null) onRange?.(null);
    }
    setActive(row);
    scrollToRow(revealRow(view, firstRow, row));
  };

  const onClick = (event: MouseEvent) => {
    const row = (event.target as Element).closest<HTMLElement>('tr[data-row]')?.dataset.row;
    if (row === undefined) return;
    if (event.shiftKey && onRange !== undefined) {
      getSelection()?.removeAllRanges();
      markTo(Number(row));
      setActive(Number(row));
    } else if (getSelection()?.isCollapsed !== false) select(Number(row));
  };

  const rows: ReactNode[] = [];
  for (let row = first; row < end; row++) {
    rows.push(
      <tr
        key={rowKey(row)}
        id={`${id}-${row}`}
        data-row={row}
        aria-rowindex={row + 2}
        aria-selected={
          row === selectedRow || (range !== null && row >= range.first && row < range.end)
        }
        data-active={row === activeRow || undefined}
        className={`h-6 cursor-pointer border-line border-b hover:bg-sunken aria-selected:bg-selected group-focus-visible:data-active:outline-2 group-focus-visible:data-active:-outline-offset-2 group-focus-visible:data-active:outline-accent ${rowClass?.(row) ?? ''}`}
      >
        {columns.map((column) => (
          <td
            key={column.key}
            className={`h-6 px-2.5 py-0 ${props.wide ? 'whitespace-pre' : 'truncate'} ${column.align === 'end' ? 'text-right' : ''}`}
          >
            {cell(row, column.key)}
          </td>
        ))}
      </tr>,
    );
  }

  return (
    <div
      ref={box}
      className="relative h-full overflow-auto has-[:focus-visible]:outline-2 has-[:focus-visible]:-outline-offset-2 has-[:focus-visible]:outline-accent"
    >
      <div
        className={`sticky top-0 overflow-hidden ${props.wide ? 'w-max min-w-full' : ''}`}
        style={{ height: view.heightPx + headerPx, minWidth: leastWidth(columns, props.wide) }}
      >
        <table
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: ARIA allows a table to be a grid, and its rows and cells then follow
          role="grid"
          aria-label={name}
          aria-rowcount={rowCount + 1}
          aria-colcount={columns.length}
          aria-multiselectable={onRange === undefined ? undefined : true}
          aria-activedescendant={
            activeRow >= first && activeRow < end ? `${id}-${activeRow}` : undefined
          }
          tabIndex={0}
          onKeyDown={onKeyDown}
          onClick={onClick}
          className={`group w-full border-collapse font-mono text-[12px] outline-none ${props.wide ? '' : 'table-fixed'}`}
        >
          <colgroup>
            {columns.map((column) => (
              <col key={column.key} style={{ width: column.widthPx }} />
            ))}
          </colgroup>
          <thead className="relative z-10 bg-panel">
            <tr aria-rowindex={1} className="h-[26px] border-line border-b">
              {columns.map((column) => (
                <th
                  key={column.key}
                  scope="col"
                  aria-sort={column.sort === 'none' ? undefined : column.sort}
                  className={`truncate px-2.5 font-normal font-sans text-[11.5px] text-dim ${column.align === 'end' ? 'text-right' : 'text-left'}`}
                >
                  <ColumnTitle column={column} onSort={props.onSort} label={props.sortLabel} />
                </th>
              ))}
            </tr>
            {props.filterCell !== undefined && (
              <tr className="h-[30px] border-line border-b">
                {columns.map((column) => (
                  <td key={column.key} className="px-1.5 py-0.5 font-sans">
                    {props.filterCell?.(column)}
                  </td>
                ))}
              </tr>
            )}
          </thead>
          <tbody style={{ transform: `translateY(${-(firstRow - first) * ROW_PX}px)` }}>
            {rows}
          </tbody>
        </table>
        {rowCount === 0 && <p className="px-3 py-4 text-dim">{props.empty}</p>}
      </div>
      <div style={{ height: Math.max(0, contentHeightPx - view.heightPx) }} />
    </div>
  );
}

const ARROWS = { ascending: ' ↑', descending: ' ↓', none: '' };

function ColumnTitle(props: {
  readonly column: GridColumn;
  readonly onSort: ((column: string) => void) | undefined;
  readonly label: ((title: string) => string) | undefined;
}) {
  const { column, onSort, label } = props;
  if (column.sort === undefined || onSort === undefined) return column.title;
  return (
    <button
      type="button"
      title={label?.(column.title)}
      onClick={() => onSort(column.key)}
      className="max-w-full truncate rounded-sm align-bottom hover:text-text focus-visible:-outline-offset-2"
    >
      {column.title}
      <span aria-hidden="true">{ARROWS[column.sort]}</span>
    </button>
  );
}

function leastWidth(columns: readonly GridColumn[], wide: boolean | undefined): number | undefined {
  if (wide) return undefined;
  return columns.reduce((sum, { widthPx }) => sum + (widthPx ?? LEAST_REST_PX), 0);
}
