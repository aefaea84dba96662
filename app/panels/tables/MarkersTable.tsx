import type { Marker } from '../../../src/model/incident.ts';
import { selectionOfMarker } from '../../selectors/selections.ts';
import { useApp } from '../../store/heartline-context.tsx';
import { useStrings } from '../../strings/strings-context.ts';
import { useSelectInView } from '../use-select-in-view.ts';
import { DataTable } from './DataTable.tsx';
import { spanOfPlaced, usePlacedColumns } from './placed-columns.tsx';

/** The instants that Heartline names. */
export function MarkersTable() {
  const strings = useStrings();
  const select = useSelectInView();
  const markers = useApp((state) => state.incident.markers);
  const selected = useApp(({ selection }) =>
    selection?.kind === 'marker' ? selection.index : null,
  );
  const columns = usePlacedColumns<Marker>();
  const { column } = strings;
  return (
    <DataTable<Marker>
      table="markers"
      empty={strings.table.emptyMarkers}
      items={markers}
      spanOf={spanOfPlaced}
      selectedItem={selected}
      onSelect={(marker, index) => select(selectionOfMarker(marker, index))}
      columns={[
        ...columns.time,
        { key: 'node', title: column.node, widthPx: 110, text: (marker) => marker.node ?? '' },
        {
          key: 'kind',
          title: column.kind,
          widthPx: 150,
          text: (marker) => strings.kind.marker(marker.kind),
          cell: (marker) => <span className="font-sans">{strings.kind.marker(marker.kind)}</span>,
        },
        {
          key: 'entity',
          title: column.entity,
          widthPx: 180,
          text: (marker) => marker.entity?.name ?? marker.peer ?? '',
        },
        { key: 'detail', title: column.detail, text: detailOf },
        columns.line,
      ]}
    />
  );
}

/** The attributes in one line: `0x9E · USER_MODE_HEALTH_MONITOR · 0xfffffab030cce600 0x4b0 0x0 0x0`. */
function detailOf({ attributes }: Marker): string {
  return Object.values(attributes)
    .filter((value) => value !== null && value !== '')
    .map((value) => (typeof value === 'object' ? value?.join(' ') : String(value)))
    .join(' · ');
}
