import type { EdgeBasis } from '../../../src/model/incident.ts';
import { formatDuration } from '../../../src/time/format-time.ts';
import type { Instant } from '../../../src/time/instant.ts';
import { sourcesById } from '../../selectors/incident-summary.ts';
import { selectionOfInterval } from '../../selectors/selections.ts';
import { useActions, useApp } from '../../store/heartline-context.tsx';
import { useStrings } from '../../strings/strings-context.ts';
import { VirtualGrid } from '../grid/VirtualGrid.tsx';
import { cellStamp } from '../Stamp.tsx';
import { StateWord } from './TransitionsTable.tsx';
import { lineCell } from './time-cells.tsx';

export function IntervalsTable() {
  const strings = useStrings();
  const { select } = useActions();
  const intervals = useApp((state) => state.incident.intervals);
  const sources = useApp((state) => sourcesById(state.sources));
  const selectedRow = useApp((state) =>
    state.selection?.kind === 'interval' ? state.selection.index : null,
  );
  const { column, table } = strings;
  const edge = (time: Instant | null, basis: EdgeBasis, provisional: boolean, open: string) => (
    <span title={strings.selection.edge(basis)}>
      {time === null ? (
        <i className="text-dim">{open}</i>
      ) : provisional ? (
        table.provisional(cellStamp(time))
      ) : (
        cellStamp(time)
      )}
      {basis !== 'observed' && time !== null && <i className="text-dim"> {basis}</i>}
    </span>
  );
  return (
    <VirtualGrid
      name={strings.tabs.bottom('intervals')}
      empty={table.emptyIntervals}
      columns={[
        { key: 'start', title: column.start, widthPx: 250 },
        { key: 'end', title: column.end, widthPx: 250 },
        { key: 'duration', title: column.duration, widthPx: 110, align: 'end' },
        { key: 'node', title: column.node, widthPx: 100 },
        { key: 'kind', title: column.kind, widthPx: 130 },
        { key: 'entity', title: column.entity },
        { key: 'state', title: column.state, widthPx: 160 },
        { key: 'line', title: column.line, widthPx: 180 },
      ]}
      rowCount={intervals.length}
      rowKey={(row) => row}
      selectedRow={selectedRow}
      onSelect={(row) => select(selectionOfInterval(intervals[row]!, row))}
      cell={(row, key) => {
        const interval = intervals[row]!;
        const { start, end, startBasis, endBasis, provisional, entity } = interval;
        switch (key) {
          case 'start':
            return edge(start, startBasis, provisional, table.openStart);
          case 'end':
            return edge(end, endBasis, provisional, table.openEnd);
          case 'duration':
            return start === null || end === null ? null : formatDuration(end - start);
          case 'node':
            return interval.node;
          case 'kind':
            return <span className="font-sans">{strings.kind.interval(interval.kind)}</span>;
          case 'entity':
            return interval.peer === null
              ? strings.kind.entityNamed(entity.kind, entity.name)
              : strings.kind.entityNamed(entity.kind, interval.peer);
          case 'state':
            return <StateWord word={interval.state} />;
          default:
            return lineCell(strings, sources, interval.evidence[0] ?? null);
        }
      }}
    />
  );
}
