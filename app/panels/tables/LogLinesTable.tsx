import { useMemo, useState } from 'react';
import type { SegmentRecords } from '../../../src/model/evidence.ts';
import type { Source, SourceId } from '../../../src/model/source.ts';
import { judgementsById } from '../../selectors/incident-summary.ts';
import { allRecords, lineOf, rowOfLine } from '../../selectors/record-rows.ts';
import { placeRecord } from '../../selectors/record-time.ts';
import { selectionOfRecord } from '../../selectors/selections.ts';
import { useActions, useApp } from '../../store/heartline-context.tsx';
import { useStrings } from '../../strings/strings-context.ts';
import { VirtualGrid } from '../grid/VirtualGrid.tsx';
import { rangeKey, useRecordTexts } from '../use-text.ts';
import { componentCell, levelCell, oneLine, rangeOf } from './record-cells.tsx';
import { timeCell } from './time-cells.tsx';
import { useTimeColumns } from './time-columns.ts';

const NO_SEGMENTS: readonly SegmentRecords[] = [];

/** Every record of one source, in file order. */
export function LogLinesTable() {
  const strings = useStrings();
  const sources = useApp((state) => state.sources);
  const rawSource = useApp((state) => state.rawAt?.source);
  const [chosen, setChosen] = useState<{ source: SourceId; at: SourceId | undefined } | null>(null);
  // A newly selected line brings its own source back.
  const wanted = chosen !== null && chosen.at === rawSource ? chosen.source : rawSource;
  const source = sources.find(({ id }) => id === wanted) ?? sources[0];
  if (source === undefined) return <p className="p-3 text-dim">{strings.table.noSource}</p>;
  return (
    <div className="flex h-full flex-col">
      <div className="flex items-center gap-2 border-line border-b px-2.5 py-1">
        <label className="flex min-w-0 items-center gap-2 text-dim">
          {strings.table.chooseSource}
          <select
            value={source.id}
            onChange={(event) =>
              setChosen({ source: event.target.value as SourceId, at: rawSource })
            }
            className="h-7 min-w-0 rounded-md border border-control-line bg-raised px-1.5 text-text"
          >
            {sources.map(({ id, path }) => (
              <option key={id} value={id}>
                {path}
              </option>
            ))}
          </select>
        </label>
        <span className="whitespace-nowrap text-dim">{strings.table.records(source.records)}</span>
      </div>
      <div className="min-h-0 grow">
        <RecordGrid key={source.id} source={source} />
      </div>
    </div>
  );
}

function RecordGrid({ source }: { readonly source: Source }) {
  const strings = useStrings();
  const { select } = useActions();
  const segments = useApp((state) => state.segments[source.id] ?? NO_SEGMENTS);
  const zone = useApp(
    (state) => (judgementsById(state.incident).get(source.id)?.timeBase ?? source.timeBase).rule,
  );
  const rawLine = useApp((state) => (state.rawAt?.source === source.id ? state.rawAt.line : null));
  const rows = useMemo(() => allRecords(segments), [segments]);
  const selectedRow = useMemo(() => {
    const row = rawLine === null ? -1 : rowOfLine(segments, rawLine);
    return row === -1 ? null : row;
  }, [segments, rawLine]);
  const [shown, setShown] = useState<readonly [number, number]>([0, 0]);
  const ranges = useMemo(() => {
    const wanted = [];
    for (let row = shown[0]; row < Math.min(shown[1], rows.count); row++) {
      wanted.push(rangeOf(source.id, rows.place(row)));
    }
    return wanted;
  }, [rows, shown, source.id]);
  const texts = useRecordTexts(ranges, `${source.id} ${source.encoding}`);
  const time = useTimeColumns();
  const { column } = strings;

  return (
    <VirtualGrid
      name={`${strings.tabs.bottom('lines')}: ${source.path}`}
      empty={strings.table.emptyLines}
      columns={[
        { key: 'line', title: column.line, widthPx: 104, align: 'end' },
        ...time.columns,
        { key: 'level', title: column.level, widthPx: 80 },
        { key: 'component', title: column.component, widthPx: 130 },
        { key: 'text', title: column.text },
      ]}
      rowCount={rows.count}
      rowKey={(row) => row}
      selectedRow={selectedRow}
      onSelect={(row) => {
        const place = rows.place(row);
        select(
          selectionOfRecord(
            { source: source.id, line: lineOf(place) },
            placeRecord(place, zone).time,
          ),
        );
      }}
      onWindow={(first, end) =>
        setShown((before) => (before[0] === first && before[1] === end ? before : [first, end]))
      }
      cell={(row, key) => {
        const place = rows.place(row);
        switch (key) {
          case 'line':
            return strings.number(lineOf(place));
          case 'utc':
          case 'second':
            return timeCell(strings, placeRecord(place, zone), key, time.second);
          case 'level':
            return levelCell(strings, place);
          case 'component':
            return componentCell(place);
          default: {
            if (texts.state === 'failed') return strings.raw.unreadable(texts.reason);
            const text = texts.value?.get(rangeKey(rangeOf(source.id, place)));
            return text === undefined ? null : oneLine(text);
          }
        }
      }}
    />
  );
}
