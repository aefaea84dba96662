import type { EdgeBasis, StateInterval } from '../../../src/model/incident.ts';
import { formatDuration } from '../../../src/time/format-time.ts';
import type { Instant } from '../../../src/time/instant.ts';
import { sourcesById } from '../../selectors/incident-summary.ts';
import { selectionOfInterval } from '../../selectors/selections.ts';
import type { RowSpan } from '../../selectors/table-rows.ts';
import { useApp } from '../../store/heartline-context.tsx';
import { useStrings } from '../../strings/strings-context.ts';
import { cellStamp } from '../Stamp.tsx';
import { useSelectInView } from '../use-select-in-view.ts';
import { DataTable } from './DataTable.tsx';
import { lineText } from './placed-columns.tsx';
import { StateWord } from './StateWord.tsx';
import { lineCell } from './time-cells.tsx';

/** Every stretch that is drawn: states, missed heartbeats, deadlocks, darkness, holes. */
export function IntervalsTable() {
  const strings = useStrings();
  const select = useSelectInView();
  const intervals = useApp((state) => state.incident.intervals);
  const sources = useApp((state) => sourcesById(state.sources));
  const selected = useApp(({ selection }) =>
    selection?.kind === 'interval' ? selection.index : null,
  );
  const { column, table } = strings;
  const edgeText = (
    time: Instant | null,
    basis: EdgeBasis,
    { provisional }: StateInterval,
    open: string,
  ) => {
    if (time === null) return open;
    const stamp = provisional ? table.provisional(cellStamp(time)) : cellStamp(time);
    return basis === 'observed' ? stamp : `${stamp} ${basis}`;
  };
  const edgeCell = (basis: EdgeBasis, text: string) => (
    <span title={strings.selection.edge(basis)}>{text}</span>
  );
  const startText = (item: StateInterval) =>
    edgeText(item.start, item.startBasis, item, table.openStart);
  const endText = (item: StateInterval) => edgeText(item.end, item.endBasis, item, table.openEnd);
  return (
    <DataTable
      table="intervals"
      empty={table.emptyIntervals}
      items={intervals}
      spanOf={spanOfInterval}
      selectedItem={selected}
      onSelect={(interval, index) => select(selectionOfInterval(interval, index))}
      columns={[
        {
          key: 'start',
          title: column.start,
          widthPx: 250,
          text: startText,
          cell: (item) => edgeCell(item.startBasis, startText(item)),
          order: ({ start }) => start,
        },
        {
          key: 'end',
          title: column.end,
          widthPx: 250,
          text: endText,
          cell: (item) => edgeCell(item.endBasis, endText(item)),
          order: ({ end }) => end,
        },
        {
          key: 'duration',
          title: column.duration,
          widthPx: 110,
          align: 'end',
          text: ({ start, end }) =>
            start === null || end === null ? '' : formatDuration(end - start),
          order: ({ start, end }) => (start === null || end === null ? null : end - start),
        },
        { key: 'node', title: column.node, widthPx: 100, text: ({ node }) => node ?? '' },
        {
          key: 'kind',
          title: column.kind,
          widthPx: 130,
          text: ({ kind }) => strings.kind.interval(kind),
          cell: ({ kind }) => <span className="font-sans">{strings.kind.interval(kind)}</span>,
        },
        {
          key: 'entity',
          title: column.entity,
          text: ({ entity, peer }) => strings.kind.entityNamed(entity.kind, peer ?? entity.name),
        },
        {
          key: 'state',
          title: column.state,
          widthPx: 160,
          text: ({ state }) => state,
          cell: ({ state }) => <StateWord word={state} />,
        },
        {
          key: 'line',
          title: column.line,
          widthPx: 180,
          text: ({ evidence }) => lineText(sources, evidence[0] ?? null),
          cell: ({ evidence }) => lineCell(strings, sources, evidence[0] ?? null),
        },
      ]}
    />
  );
}

/** An edge that no record sets reaches beyond every window. */
function spanOfInterval({ start, end }: StateInterval): RowSpan {
  if (start === null && end === null) return null;
  return [start ?? Number.NEGATIVE_INFINITY, end ?? Number.POSITIVE_INFINITY];
}
