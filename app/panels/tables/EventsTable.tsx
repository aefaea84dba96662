import { useMemo } from 'react';
import type { IncidentEvent } from '../../../src/model/incident.ts';
import { LEVEL_NAMES, type Level } from '../../../src/model/level.ts';
import { selectEventLevels } from '../../selectors/event-levels.ts';
import { selectionOfEvent } from '../../selectors/selections.ts';
import { useApp } from '../../store/heartline-context.tsx';
import { useStrings } from '../../strings/strings-context.ts';
import { useSelectInView } from '../use-select-in-view.ts';
import { DataTable } from './DataTable.tsx';
import { spanOfPlaced, usePlacedColumns } from './placed-columns.tsx';
import { LEVEL_COLOURS } from './record-cells.tsx';

/** Known Windows events, each once however many files tell it. */
export function EventsTable() {
  const strings = useStrings();
  const select = useSelectInView();
  const events = useApp((state) => state.incident.events);
  const levels = useApp((state) => selectEventLevels(state.incident.events, state.segments));
  const selected = useApp(({ selection }) =>
    selection?.kind === 'event' ? selection.index : null,
  );
  const columns = usePlacedColumns<IncidentEvent>();
  const { column } = strings;
  const indexOf = useMemo(() => new Map(events.map((event, index) => [event, index])), [events]);
  const levelOf = (event: IncidentEvent) => (levels[indexOf.get(event)!] ?? 2) as Level;
  return (
    <DataTable<IncidentEvent>
      table="events"
      empty={strings.table.emptyEvents}
      items={events}
      levels={levels}
      spanOf={spanOfPlaced}
      selectedItem={selected}
      onSelect={(event, index) => select(selectionOfEvent(event, index))}
      columns={[
        ...columns.time,
        { key: 'node', title: column.node, widthPx: 110, text: (event) => event.node ?? '' },
        {
          key: 'level',
          title: column.level,
          widthPx: 80,
          text: (event) => strings.kind.level(LEVEL_NAMES[levelOf(event)]),
          cell: (event) => {
            const name = LEVEL_NAMES[levelOf(event)];
            return <span className={LEVEL_COLOURS[name]}>{strings.kind.level(name)}</span>;
          },
          order: levelOf,
        },
        {
          key: 'id',
          title: column.event,
          widthPx: 80,
          align: 'end',
          text: (event) => String(event.id),
          cell: (event) => <span title={event.provider}>{event.id}</span>,
          order: (event) => event.id,
        },
        {
          key: 'meaning',
          title: column.meaning,
          text: (event) => event.meaning,
          cell: (event) => <span className="font-sans">{event.meaning}</span>,
        },
        {
          key: 'entity',
          title: column.entity,
          widthPx: 180,
          text: (event) => event.entity?.name ?? '',
        },
        columns.line,
      ]}
    />
  );
}
