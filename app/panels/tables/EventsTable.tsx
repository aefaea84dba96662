import { selectionOfEvent } from '../../selectors/selections.ts';
import { useApp } from '../../store/heartline-context.tsx';
import { useStrings } from '../../strings/strings-context.ts';
import { FactTable } from './FactTable.tsx';

export function EventsTable() {
  const strings = useStrings();
  const events = useApp((state) => state.incident.events);
  const { column } = strings;
  return (
    <FactTable
      name={strings.tabs.bottom('events')}
      empty={strings.table.emptyEvents}
      kind="event"
      items={events}
      columns={[
        { key: 'node', title: column.node, widthPx: 110 },
        { key: 'id', title: column.event, widthPx: 70, align: 'end' },
        { key: 'meaning', title: column.meaning },
        { key: 'entity', title: column.entity, widthPx: 180 },
      ]}
      cell={(event, key) => {
        if (key === 'node') return event.node;
        if (key === 'id') return <span title={event.provider}>{event.id}</span>;
        if (key === 'meaning') return <span className="font-sans">{event.meaning}</span>;
        return event.entity?.name;
      }}
      refOf={(event) => event.ref}
      toSelection={selectionOfEvent}
    />
  );
}
