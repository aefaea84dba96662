import type { Marker } from '../../../src/model/incident.ts';
import { selectionOfMarker } from '../../selectors/selections.ts';
import { useApp } from '../../store/heartline-context.tsx';
import { useStrings } from '../../strings/strings-context.ts';
import { FactTable } from './FactTable.tsx';

export function MarkersTable() {
  const strings = useStrings();
  const markers = useApp((state) => state.incident.markers);
  const { column } = strings;
  return (
    <FactTable
      name={strings.tabs.bottom('markers')}
      empty={strings.table.emptyMarkers}
      kind="marker"
      items={markers}
      columns={[
        { key: 'node', title: column.node, widthPx: 110 },
        { key: 'kind', title: column.kind, widthPx: 150 },
        { key: 'entity', title: column.entity, widthPx: 180 },
        { key: 'detail', title: column.detail },
      ]}
      cell={(marker, key) => {
        if (key === 'node') return marker.node;
        if (key === 'kind')
          return <span className="font-sans">{strings.kind.marker(marker.kind)}</span>;
        if (key === 'entity') return marker.entity?.name ?? marker.peer;
        return detailOf(marker);
      }}
      refOf={(marker) => marker.ref}
      toSelection={selectionOfMarker}
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
