import { useMemo, useState } from 'react';
import type { SourceId } from '../../../src/model/source.ts';
import { lineOf, type RecordPlace, rowOfLine } from '../../selectors/record-rows.ts';
import { placeRecord } from '../../selectors/record-time.ts';
import { selectionOfRecord } from '../../selectors/selections.ts';
import { useApp, useTextReader } from '../../store/heartline-context.tsx';
import { useTable } from '../../store/use-tables.ts';
import { useStrings } from '../../strings/strings-context.ts';
import { type GridColumn, type RowRange, VirtualGrid } from '../grid/VirtualGrid.tsx';
import { fileName } from '../LineButton.tsx';
import { cellStamp } from '../Stamp.tsx';
import { useSelectInView } from '../use-select-in-view.ts';
import { rangeKey, useRecordTexts } from '../use-text.ts';
import { FilterField } from './FilterField.tsx';
import { componentCell, levelCell, levelText, oneLine, rangeOf } from './record-cells.tsx';
import { visibleRows } from './row-pages.ts';
import { TableBar, useRowCountText } from './TableBar.tsx';
import { timeCell } from './time-cells.tsx';
import { useTimeColumns } from './time-columns.ts';
import { useCopy } from './use-copy.ts';
import { type MergedParts, useMergedRecords } from './use-merged-records.ts';
import { useTableWindow } from './use-table-window.ts';
import { useTextFilter } from './use-text-filter.ts';

/** Columns that can be filtered; the node and the line are chosen by the source. */
const FILTERED: ReadonlySet<string> = new Set(['component', 'text']);

/** The records of every source on one axis, or of one source; those without a time stand at the end. */
export function LogLinesTable() {
  const strings = useStrings();
  const select = useSelectInView();
  const reader = useTextReader();
  const sources = useApp((state) => state.sources);
  const [wanted, setWanted] = useState<SourceId | null>(null);
  const only = sources.some(({ id }) => id === wanted) ? wanted : null;
  const [view, actions] = useTable('lines');
  const text = useTextFilter(view.contains.text ?? '');
  const filter = { levels: view.levels, component: view.contains.component ?? '' };
  const { parts, merged, share } = useMergedRecords(only, filter, text.found);
  const window = useTableWindow();
  const follows = useApp((state) => state.followsView);
  const descending = view.sort?.column === 'utc' && view.sort.descending;
  const rows = useMemo(() => {
    const from = window === null ? 0 : merged.rowAt(window.start);
    const to = window === null ? merged.dated : merged.rowAt(window.end);
    return visibleRows(merged, from, to, descending);
  }, [merged, window, descending]);

  const [shown, setShown] = useState<readonly [number, number]>([0, 0]);
  const [range, setRange] = useState<RowRange | null>(null);
  const [filtersShown, setFiltersShown] = useState(false);
  const placeAt = (row: number): RecordPlace & { readonly part: MergedParts['parts'][number] } => {
    const { run, record } = rows.row(row);
    const part = parts[run]!;
    return { segment: part.segment, index: record, part };
  };
  const rangeAt = (row: number) => {
    const place = placeAt(row);
    return rangeOf(place.part.source.id, place);
  };
  const ranges = [];
  for (let row = shown[0]; row < Math.min(shown[1], rows.count); row++) ranges.push(rangeAt(row));
  const revision = sources.map(({ id, encoding }) => `${id} ${encoding}`).join(' ');
  const texts = useRecordTexts(ranges, revision);

  const time = useTimeColumns();
  const { column } = strings;
  const isSortedByTime = view.sort?.column === 'utc';
  const columns: readonly GridColumn[] = [
    ...time.columns.map((each): GridColumn => {
      if (each.key !== 'utc') return each;
      const sort = !isSortedByTime ? 'none' : descending ? 'descending' : 'ascending';
      return { ...each, sort };
    }),
    { key: 'node', title: column.node, widthPx: 76 },
    { key: 'level', title: column.level, widthPx: 74 },
    { key: 'component', title: column.component, widthPx: 104 },
    { key: 'text', title: column.text },
    { key: 'line', title: column.line, widthPx: 160 },
  ];
  const plainCell = (place: ReturnType<typeof placeAt>, key: string): string => {
    const { source, node, rule } = place.part;
    switch (key) {
      case 'utc':
      case 'second': {
        const placed = placeRecord(place, rule);
        if (placed.time === null) return strings.table.undated;
        const stamp = cellStamp(placed.time, key === 'second' ? time.second : undefined);
        return placed.provisional ? strings.table.provisional(stamp) : stamp;
      }
      case 'node':
        return node ?? '';
      case 'level':
        return levelText(strings, place);
      case 'component':
        return componentCell(place);
      default:
        return `${fileName(source.path)}:${lineOf(place)}`;
    }
  };
  const copying = useCopy(
    columns.map(({ title }) => title),
    async (first, end) => {
      const places = Array.from({ length: end - first }, (_, i) => placeAt(first + i));
      const read: string[] = new Array(places.length).fill('');
      const bySource = Map.groupBy(places.keys(), (i) => places[i]!.part.source.id);
      for (const [source, indexes] of bySource) {
        const found = await reader.readRecords(
          source,
          indexes.map((i) => rangeOf(source, places[i]!)),
        );
        indexes.forEach((index, i) => {
          read[index] = found[i] ?? '';
        });
      }
      return places.map((place, i) =>
        columns.map(({ key }) => (key === 'text' ? read[i]! : plainCell(place, key))),
      );
    },
  );

  const at = useApp((state) => state.selection?.ref ?? state.rawAt);
  const selectedRow = useMemo(() => {
    if (at === null) return null;
    const segments = parts.filter(({ source }) => source.id === at.source);
    const found = placeOfLine(segments, at.line);
    if (found === null) return null;
    return rows.indexOf(merged.rowOf(parts.indexOf(found.part), found.index));
  }, [at, parts, merged, rows]);
  const isHere = selectedRow !== null && selectedRow >= 0;
  const marked = range !== null && range.end <= rows.count ? range : null;
  const count = useRowCountText();
  const status = [
    count({ inView: rows.inView, all: merged.dated, undated: merged.undated }),
    share === null ? '' : strings.rows.working(share),
    text.searching ? strings.rows.searching : '',
    text.fault === '' ? '' : strings.rows.searchEnded(text.fault),
  ];
  if (sources.length === 0) return <p className="p-3 text-dim">{strings.table.noSource}</p>;

  return (
    <div className="flex h-full flex-col">
      <TableBar
        table="lines"
        columns={columns}
        count={status.filter((part) => part !== '').join(' · ')}
        follows={follows}
        rowCount={rows.count}
        range={marked}
        copying={copying}
        hidesSelection={selectedRow === -1}
        filtersShown={filtersShown}
        onFiltersShown={setFiltersShown}
      >
        <label className="flex min-w-0 shrink-0 items-center gap-1.5 text-dim">
          {strings.table.chooseSource}
          <select
            value={only ?? ''}
            onChange={(event) =>
              setWanted(event.target.value === '' ? null : (event.target.value as SourceId))
            }
            className="h-6 max-w-44 rounded-md border border-control-line bg-raised px-1 text-text"
          >
            <option value="">{strings.rows.allSources}</option>
            {sources.map(({ id, path }) => (
              <option key={id} value={id}>
                {path}
              </option>
            ))}
          </select>
        </label>
      </TableBar>
      <div className="min-h-0 grow">
        <VirtualGrid
          name={strings.tabs.bottom('lines')}
          empty={
            parts.some(({ segment }) => segment.columns.count > 0)
              ? strings.rows.emptyView
              : strings.table.emptyLines
          }
          columns={columns}
          rowCount={rows.count}
          rowKey={(row) => row}
          selectedRow={isHere ? selectedRow : null}
          onSelect={(row) => {
            const place = placeAt(row);
            const ref = { source: place.part.source.id, line: lineOf(place) };
            select(selectionOfRecord(ref, placeRecord(place, place.part.rule).time));
          }}
          onWindow={(first, end) =>
            setShown((before) => (before[0] === first && before[1] === end ? before : [first, end]))
          }
          onSort={actions.sort}
          sortLabel={strings.rows.sorted}
          {...(filtersShown && {
            filterCell: ({ key, title }: GridColumn) =>
              FILTERED.has(key) && <FilterField table="lines" column={key} title={title} />,
          })}
          range={marked}
          onRange={setRange}
          onCopy={() => {
            const one = isHere ? { first: selectedRow, end: selectedRow + 1 } : null;
            const wanted = marked ?? one;
            if (wanted !== null) copying.copy('tsv', wanted);
          }}
          cell={(row, key) => {
            const place = placeAt(row);
            if (key === 'utc' || key === 'second') {
              return timeCell(strings, placeRecord(place, place.part.rule), key, time.second);
            }
            if (key === 'level') return levelCell(strings, place);
            if (key === 'line') {
              const { path } = place.part.source;
              const title = strings.selection.lineOf(lineOf(place), path);
              return <span title={title}>{plainCell(place, key)}</span>;
            }
            if (key !== 'text') return plainCell(place, key);
            if (texts.state === 'failed') return strings.raw.unreadable(texts.reason);
            const value = texts.value?.get(rangeKey(rangeOf(place.part.source.id, place)));
            return value === undefined ? null : oneLine(value);
          }}
        />
      </div>
    </div>
  );
}

/** The record that holds a line, among the parts of one source. */
function placeOfLine(parts: MergedParts['parts'], line: number) {
  const part = parts.findLast(({ segment }) => segment.baseLine <= line);
  if (part === undefined) return null;
  const index = rowOfLine([part.segment], line);
  return index === -1 ? null : { part, index };
}
