import type { FactBody } from '../../model/fact.ts';
import type { MarkerKind } from '../../model/marker.ts';
import type { CatalogueEvent } from './catalogue.ts';
import type { EventValues } from './event-values.ts';
import { CLUSTER_SERVICE_NAME } from './service-names.ts';
import type { WindowsEvent } from './windows-event.ts';

/** What SQL Server's view of an availability group amounts to; ids not listed are kept as events only. */
const MARKERS: Readonly<Record<number, MarkerKind>> = {
  1480: 'group-move',
  19406: 'group-move',
  19407: 'deadlock',
  19419: 'deadlock',
  19421: 'deadlock',
  35201: 'route-lost',
  35206: 'route-lost',
  41005: 'resource-failed',
  41091: 'group-failed',
  41131: 'group-failed',
  41143: 'group-failed',
  41144: 'group-failed',
};

/** SQL Server's availability group events; a lease that expired counts as a deadlock: one side stopped answering. */
export function sqlServerFacts(
  event: WindowsEvent,
  entry: CatalogueEvent,
  values: EventValues,
): FactBody[] {
  if (event.id === 41048) {
    return [
      {
        type: 'service',
        service: CLUSTER_SERVICE_NAME,
        state: 'stopped',
        node: null,
        reason: entry.meaning,
      },
    ];
  }
  const kind = MARKERS[event.id];
  if (kind === undefined) return [];
  const { group, database, replica, from, to, status } = values;
  const attributes = {
    event: event.id,
    ...(database !== undefined && { database }),
    ...(replica !== undefined && { replica }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(status !== undefined && { status }),
  };
  const entity = group === undefined ? null : ({ kind: 'group', name: group } as const);
  return [{ type: 'mark', kind, node: null, entity, attributes }];
}
