import type { LineRef, Placed } from '../../../src/model/incident.ts';
import type { Source, SourceId } from '../../../src/model/source.ts';
import { sourcesById } from '../../selectors/incident-summary.ts';
import type { RowSpan } from '../../selectors/table-rows.ts';
import { useApp } from '../../store/heartline-context.tsx';
import type { Strings } from '../../strings/en.ts';
import { useStrings } from '../../strings/strings-context.ts';
import { fileName } from '../LineButton.tsx';
import { cellStamp } from '../Stamp.tsx';
import type { DataColumn } from './DataTable.tsx';
import { lineCell, timeCell } from './time-cells.tsx';
import { useTimeColumns } from './time-columns.ts';

interface Told extends Placed {
  readonly ref: LineRef;
}

/** The columns that everything told by a line at an instant has: its time, and at the end its line. */
export function usePlacedColumns<Item extends Told>(): {
  readonly time: readonly DataColumn<Item>[];
  readonly line: DataColumn<Item>;
} {
  const strings = useStrings();
  const sources = useApp((state) => sourcesById(state.sources));
  const { columns, second } = useTimeColumns();
  return {
    time: columns.map((column) => {
      const key = column.key === 'utc' ? 'utc' : 'second';
      return {
        ...column,
        text: (item) => stampText(strings, item, key === 'utc' ? undefined : second),
        cell: (item) => timeCell(strings, item, key, second),
        order: (item) => item.time,
      };
    }),
    line: {
      key: 'line',
      title: strings.column.line,
      widthPx: 220,
      text: (item) => lineText(sources, item.ref),
      cell: (item) => lineCell(strings, sources, item.ref),
    },
  };
}

function stampText(strings: Strings, placed: Placed, zone?: Parameters<typeof cellStamp>[1]) {
  if (placed.time === null) return strings.table.undated;
  const text = cellStamp(placed.time, zone);
  return placed.provisional ? strings.table.provisional(text) : text;
}

/** `cluster.log:91440`, without separators, as editors take it. */
export function lineText(sources: ReadonlyMap<SourceId, Source>, ref: LineRef | null): string {
  if (ref === null) return '';
  return `${fileName(sources.get(ref.source)?.path ?? ref.source)}:${ref.line}`;
}

export function spanOfPlaced({ time }: Placed): RowSpan {
  return time === null ? null : [time, time];
}
