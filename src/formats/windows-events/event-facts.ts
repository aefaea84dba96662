import type { FactBody } from '../../model/fact.ts';
import { type CatalogueEvent, findEvent } from './catalogue.ts';
import { clusterFacts } from './cluster-event-facts.ts';
import { entityOf } from './event-entity.ts';
import { type EventValues, eventValues } from './event-values.ts';
import { machineFacts } from './machine-event-facts.ts';
import { serviceFacts } from './service-event-facts.ts';
import { sqlServerFacts } from './sql-server-event-facts.ts';
import type { WindowsEvent } from './windows-event.ts';
import type { DateOrder } from './written-date.ts';

export interface EventFactOptions {
  /** How dates inside messages are read when their numbers do not decide (event 6008). */
  readonly dateOrder: DateOrder;
  /** Hears of a reading that rests on a guess, or of a value that cannot be read: a problem's code and message. */
  readonly onDoubt?: (code: string, message: string) => void;
}

/**
 * What an event means. Empty for an event that the catalogue does not know; else one `event` fact first, then the facts
 * and marks in the model's words. An event is placed at its own time only when it happened then: 41, 1001 and 6008 are
 * written after the reboot, and what they tell of the time before it stands in their own fields.
 */
export function eventFacts(event: WindowsEvent, options: EventFactOptions): FactBody[] {
  const entry = findEvent(event.provider, event.id, event.message);
  if (!entry) return [];
  const values = eventValues(event, entry);
  return [eventFact(event, entry, values), ...meaningOf(event, entry, values, options)];
}

function meaningOf(
  event: WindowsEvent,
  entry: CatalogueEvent,
  values: EventValues,
  options: EventFactOptions,
): readonly FactBody[] {
  switch (entry.provider) {
    case 'Microsoft-Windows-FailoverClustering':
      return clusterFacts(event, entry, values);
    case 'Service Control Manager':
      return serviceFacts(event, values);
    case 'MSSQLSERVER':
      return sqlServerFacts(event, entry, values);
    default:
      return machineFacts(event, entry, values, options);
  }
}

function eventFact(event: WindowsEvent, entry: CatalogueEvent, values: EventValues): FactBody {
  const entity = entityOf(entry, values);
  return {
    type: 'event',
    id: event.id,
    provider: /^mssql\$/i.test(event.provider) ? event.provider : entry.provider,
    meaning: entry.meaning,
    kind: entry.kind,
    ...(event.recordId !== null && { recordId: event.recordId }),
    ...(entity && { entity }),
    ...(values.group !== undefined && { group: values.group }),
  };
}
