import type { FactBody } from '../model/fact.ts';
import type { IncidentEvent } from '../model/incident.ts';
import type { EntityNames } from './entity-names.ts';
import { groupBy } from './order.ts';
import { ofType, type PlacedFact } from './placing.ts';
import { alsoAt, byAuthority, inOrder, type Told, voiceOf, writerKey } from './tellings.ts';

type EventFact = PlacedFact<Extract<FactBody, { type: 'event' }>>;

/** Two exports of one log may print different fractions of a second. */
const SAME_EVENT_WITHIN_MS = 1000;

/** Known Windows events, each once however many files tell it; in no particular order. */
export function buildEvents(facts: readonly PlacedFact[], names: EntityNames): IncidentEvent[] {
  const alike = groupBy(inOrder(ofType(facts, 'event')), (fact) => {
    const { id, provider, entity } = fact.body;
    const subject = entity === undefined ? '' : `${entity.kind}:${names.of(entity).name}`;
    return [writerKey(fact), id, provider.toLowerCase(), subject].join('\n');
  });
  const events: IncidentEvent[] = [];
  for (const group of alike.values()) {
    for (const told of mergeTellings(group)) events.push(toEvent(told, names));
  }
  return events;
}

function mergeTellings(alike: readonly EventFact[]): Told<EventFact>[] {
  const open: EventFact[][] = [];
  for (const fact of alike) {
    const last = open[open.length - 1] ?? [];
    const isAnother = last.some(
      (other) => voiceOf(other) === voiceOf(fact) || !isOneEvent(other, fact),
    );
    if (last.length > 0 && !isAnother) last.push(fact);
    else open.push([fact]);
  }
  return open.map((tellings) => {
    const sorted = [...tellings].sort(byAuthority);
    return { fact: sorted[0]!, others: sorted.slice(1) };
  });
}

function isOneEvent(a: EventFact, b: EventFact): boolean {
  const bothNumbered = a.body.recordId !== undefined && b.body.recordId !== undefined;
  if (bothNumbered && a.body.recordId !== b.body.recordId) return false;
  if (a.placed.time === null || b.placed.time === null) return false;
  if (a.placed.provisional !== b.placed.provisional) return false;
  return Math.abs(a.placed.time - b.placed.time) <= SAME_EVENT_WITHIN_MS;
}

function toEvent(told: Told<EventFact>, names: EntityNames): IncidentEvent {
  const { body, placed, ref, writer } = told.fact;
  return {
    ...placed,
    ref,
    alsoAt: alsoAt(told),
    node: writer,
    id: body.id,
    provider: body.provider,
    meaning: body.meaning,
    entity: body.entity === undefined ? null : names.of(body.entity),
  };
}
