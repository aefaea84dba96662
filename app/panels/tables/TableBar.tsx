import { Clipboard, Filter, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { LEVEL_NAMES, type Level } from '../../../src/model/level.ts';
import { EVERY_LEVEL } from '../../../src/timeline/record-run.ts';
import { Button, IconButton } from '../../shell/Button.tsx';
import { useApp } from '../../store/heartline-context.tsx';
import { type FilteredTable, LEVELLED_TABLES, SEVERE_LEVELS } from '../../store/tables-slice.ts';
import { useTable } from '../../store/use-tables.ts';
import { useStrings } from '../../strings/strings-context.ts';
import type { GridColumn, RowRange } from '../grid/VirtualGrid.tsx';
import { LEVEL_COLOURS } from './record-cells.tsx';
import type { Copying } from './use-copy.ts';

interface TableBarProps {
  readonly table: FilteredTable;
  readonly columns: readonly GridColumn[];
  /** How many rows there are, in words. */
  readonly count: ReactNode;
  /** null where rows have no time. */
  readonly follows: boolean | null;
  readonly rowCount: number;
  readonly range: RowRange | null;
  readonly copying: Copying;
  /** The selected thing is in this table but filtered out. */
  readonly hidesSelection: boolean;
  readonly filtersShown: boolean;
  onFiltersShown(shown: boolean): void;
  /** Stands first. */
  readonly children?: ReactNode;
}

/** What limits a table's rows, how many are left, and how they are copied. */
export function TableBar(props: TableBarProps) {
  const strings = useStrings();
  const words = strings.rows;
  const [, actions] = useTable(props.table);
  const { range, rowCount, copying } = props;
  const rows = range ?? { first: 0, end: rowCount };
  const what = range === null ? words.copyAll : words.copySelected(range.end - range.first);
  const isLevelled = (LEVELLED_TABLES as readonly FilteredTable[]).includes(props.table);
  return (
    <div
      role="toolbar"
      aria-label={words.toolbar(strings.tabs.bottom(props.table))}
      className="relative flex shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-line border-b px-2.5 py-1 max-lg:flex-nowrap max-lg:overflow-x-auto"
    >
      {props.children}
      {props.follows !== null && (
        <label
          className="flex shrink-0 items-center gap-1.5 whitespace-nowrap"
          title={words.followHint}
        >
          <input
            type="checkbox"
            checked={props.follows}
            onChange={(event) => actions.follow(event.target.checked)}
            className="accent-accent-ground"
          />
          {words.follow}
        </label>
      )}
      <span className="shrink-0 whitespace-nowrap text-dim">{props.count}</span>
      {isLevelled && <Levels table={props.table} />}
      <Chips table={props.table} columns={props.columns} />
      {props.hidesSelection && <HiddenSelection table={props.table} />}
      <span role="status" aria-live="polite" className="ml-auto whitespace-nowrap text-dim">
        {copying.said}
      </span>
      <span className="flex shrink-0 gap-0.5">
        <IconButton
          label={words.filters}
          aria-pressed={props.filtersShown}
          className="aria-pressed:bg-selected aria-pressed:text-text"
          onClick={() => props.onFiltersShown(!props.filtersShown)}
        >
          <Filter size={14} aria-hidden="true" />
        </IconButton>
        {(['tsv', 'markdown'] as const).map((form) => {
          const label = form === 'tsv' ? words.copyTsv : words.copyMarkdown;
          return (
            <Button
              key={form}
              look="quiet"
              disabled={rowCount === 0}
              aria-label={label}
              title={`${label}: ${what}. ${words.copyHint}`}
              onClick={() => copying.copy(form, rows)}
            >
              <Clipboard size={13} aria-hidden="true" />
              {form === 'tsv' ? words.tsv : words.markdown}
            </Button>
          );
        })}
      </span>
    </div>
  );
}

const LEVELS = [1, 2, 3, 4, 5] as const satisfies readonly Level[];

function Levels({ table }: { readonly table: FilteredTable }) {
  const strings = useStrings();
  const words = strings.rows;
  const [view, actions] = useTable(table);
  const { levels } = view;
  return (
    <>
      <fieldset className="flex shrink-0 items-center gap-px">
        <legend className="sr-only">{words.levels}</legend>
        {LEVELS.map((level) => {
          const name = LEVEL_NAMES[level];
          const shown = (levels & (1 << level)) !== 0;
          return (
            <button
              key={level}
              type="button"
              aria-pressed={shown}
              onClick={() => actions.showLevel(level, !shown)}
              className={`h-6 border border-line px-1.5 text-[11.5px] first-of-type:rounded-l-md last-of-type:rounded-r-md ${shown ? `bg-selected ${LEVEL_COLOURS[name]}` : 'text-dim line-through decoration-1'}`}
            >
              {strings.kind.level(name)}
            </button>
          );
        })}
      </fieldset>
      {levels !== EVERY_LEVEL && (
        <Chip
          text={levels === SEVERE_LEVELS ? words.severeOnly : words.someLevels}
          remove={words.everyLevel}
          onRemove={() => actions.showLevels(EVERY_LEVEL)}
        />
      )}
      {levels === EVERY_LEVEL && (
        <Button look="link" onClick={() => actions.showLevels(SEVERE_LEVELS)}>
          {words.severe}
        </Button>
      )}
    </>
  );
}

function Chips(props: { readonly table: FilteredTable; readonly columns: readonly GridColumn[] }) {
  const words = useStrings().rows;
  const [view, actions] = useTable(props.table);
  const titles = new Map(props.columns.map(({ key, title }) => [key, title]));
  return Object.entries(view.contains).map(([column, text]) => {
    const said = words.contains(titles.get(column) ?? column, text);
    return (
      <Chip
        key={column}
        text={said}
        remove={words.removeFilter(said)}
        onRemove={() => actions.filter(column, '')}
      />
    );
  });
}

function Chip(props: { readonly text: string; readonly remove: string; onRemove(): void }) {
  return (
    <span className="flex h-6 shrink-0 items-center gap-1 whitespace-nowrap rounded-full bg-note-ground pr-0.5 pl-2 text-[11.5px] text-note">
      {props.text}
      <button
        type="button"
        aria-label={props.remove}
        title={props.remove}
        onClick={props.onRemove}
        className="grid size-5 place-items-center rounded-full hover:bg-selected"
      >
        <X size={12} aria-hidden="true" />
      </button>
    </span>
  );
}

function HiddenSelection({ table }: { readonly table: FilteredTable }) {
  const words = useStrings().rows;
  const [, actions] = useTable(table);
  const reveal = () => {
    actions.clear(EVERY_LEVEL);
    actions.follow(false);
  };
  return (
    <span className="shrink-0 whitespace-nowrap text-warning">
      {words.hiddenSelection}{' '}
      <Button look="link" onClick={reveal}>
        {words.reveal}
      </Button>
    </span>
  );
}

/** What every filterable table says of its count: `37 of 212 in view`, or the number of rows. */
export function useRowCountText(): (counts: {
  readonly inView: number;
  readonly all: number;
  readonly undated: number;
}) => string {
  const words = useStrings().rows;
  const follows = useApp((state) => state.followsView);
  return ({ inView, all, undated }) =>
    [
      follows ? words.inView(inView, all) : words.all(all),
      undated > 0 ? words.undated(undated) : '',
    ]
      .filter((part) => part !== '')
      .join(' · ');
}
