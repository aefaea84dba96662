import { useMemo, useState } from 'react';
import { lineOf } from '../../selectors/record-rows.ts';
import { selectionOfRecord } from '../../selectors/selections.ts';
import { selectUndatedMeanings, selectUndatedTray } from '../../selectors/undated-tray.ts';
import { useActions, useApp } from '../../store/heartline-context.tsx';
import { useStrings } from '../../strings/strings-context.ts';
import { VirtualGrid } from '../grid/VirtualGrid.tsx';
import { fileName } from '../LineButton.tsx';
import { rangeKey, useRecordTexts } from '../use-text.ts';
import { componentCell, levelCell, oneLine, rangeOf } from './record-cells.tsx';

/** Records that have no place on the axis. They keep their file order and never borrow a time. */
export function UndatedTable() {
  const strings = useStrings();
  const { select } = useActions();
  const tray = useApp((state) => selectUndatedTray(state.sources, state.segments));
  const meanings = useApp((state) => selectUndatedMeanings(state.incident));
  const selection = useApp((state) => state.selection);
  const [shown, setShown] = useState<readonly [number, number]>([0, 0]);
  const { ranges, encodings } = useMemo(() => {
    const wanted = [];
    const seen = new Set<string>();
    for (let i = shown[0]; i < Math.min(shown[1], tray.count); i++) {
      const row = tray.row(i);
      wanted.push(rangeOf(row.source.id, row));
      seen.add(row.source.encoding);
    }
    return { ranges: wanted, encodings: [...seen].join(' ') };
  }, [tray, shown]);
  const texts = useRecordTexts(ranges, encodings);
  const { column } = strings;

  const meaningOf = (source: string, line: number): string => {
    const key = `${source}:${line}`;
    const marker = meanings.markers.get(key);
    const transition = meanings.transitions.get(key);
    const parts = [
      meanings.events.get(key)?.meaning,
      marker && strings.kind.marker(marker.kind),
      transition &&
        strings.selection.sentence.transition(
          transition.entity.name,
          transition.from,
          transition.to,
        ),
    ];
    return parts.filter((part) => part !== undefined).join(' · ');
  };

  return (
    <VirtualGrid
      name={strings.tabs.bottom('undated')}
      empty={strings.table.emptyUndated}
      columns={[
        { key: 'source', title: column.source, widthPx: 220 },
        { key: 'line', title: column.line, widthPx: 80, align: 'end' },
        { key: 'level', title: column.level, widthPx: 80 },
        { key: 'component', title: column.component, widthPx: 160 },
        { key: 'known', title: column.known, widthPx: 260 },
        { key: 'text', title: column.text },
      ]}
      rowCount={tray.count}
      rowKey={(i) => i}
      selectedRow={selectedRowOf(selection, tray, shown)}
      onSelect={(i) => {
        const row = tray.row(i);
        select(selectionOfRecord({ source: row.source.id, line: lineOf(row) }, null));
      }}
      onWindow={(first, end) =>
        setShown((before) => (before[0] === first && before[1] === end ? before : [first, end]))
      }
      cell={(i, key) => {
        const row = tray.row(i);
        switch (key) {
          case 'source':
            return <span title={row.source.path}>{fileName(row.source.path)}</span>;
          case 'line':
            return strings.number(lineOf(row));
          case 'level':
            return levelCell(strings, row);
          case 'component':
            return componentCell(row);
          case 'known':
            return <span className="font-sans">{meaningOf(row.source.id, lineOf(row))}</span>;
          default: {
            if (texts.state === 'failed') return strings.raw.unreadable(texts.reason);
            const text = texts.value?.get(rangeKey(rangeOf(row.source.id, row)));
            return text === undefined ? null : oneLine(text);
          }
        }
      }}
    />
  );
}

/** The row on screen that is selected, if one is. */
function selectedRowOf(
  selection: ReturnType<typeof selectionOfRecord> | null,
  tray: ReturnType<typeof selectUndatedTray>,
  [first, end]: readonly [number, number],
): number | null {
  const ref = selection?.time === null ? selection.ref : null;
  if (ref == null) return null;
  for (let i = first; i < Math.min(end, tray.count); i++) {
    const row = tray.row(i);
    if (row.source.id === ref.source && lineOf(row) === ref.line) return i;
  }
  return null;
}
