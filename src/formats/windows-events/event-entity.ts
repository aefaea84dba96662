import type { WrittenEntity } from '../../model/entity.ts';
import type { CatalogueEvent } from './catalogue.ts';
import type { EventValues } from './event-values.ts';
import { serviceName } from './service-names.ts';

/** The entity that an event is about, the most particular one it names; null when it names none. */
export function entityOf(entry: CatalogueEvent, values: EventValues): WrittenEntity | null {
  const { volume, resource, group, node, network, service } = values;
  const isAboutVolume =
    entry.provider === 'Microsoft-Windows-FailoverClustering' && entry.fields[0]?.name === 'volume';
  if (isAboutVolume && volume !== undefined) return { kind: 'csv', name: volume };
  if (values.interface !== undefined) return { kind: 'interface', name: values.interface };
  if (resource !== undefined) return { kind: 'resource', name: resource };
  if (group !== undefined) return { kind: 'group', name: group };
  if (service !== undefined) return { kind: 'service', name: serviceName(service) };
  if (network !== undefined) return { kind: 'network', name: network };
  if (node !== undefined) return { kind: 'node', name: node };
  return null;
}
