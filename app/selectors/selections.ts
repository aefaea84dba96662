import type {
  Incident,
  IncidentEvent,
  LineRef,
  Marker,
  StateInterval,
  Transition,
} from '../../src/model/incident.ts';
import type { Instant } from '../../src/time/instant.ts';
import type { Selection } from '../../src/timeline/selection.ts';

export function selectionOfMarker(marker: Marker, index: number): Selection {
  return { kind: 'marker', laneKey: null, index, ref: marker.ref, time: marker.time };
}

export function selectionOfTransition(transition: Transition, index: number): Selection {
  return { kind: 'transition', laneKey: null, index, ref: transition.ref, time: transition.time };
}

export function selectionOfEvent(event: IncidentEvent, index: number): Selection {
  return { kind: 'event', laneKey: null, index, ref: event.ref, time: event.time };
}

export function selectionOfInterval(interval: StateInterval, index: number): Selection {
  return {
    kind: 'interval',
    laneKey: null,
    index,
    ref: interval.evidence[0] ?? null,
    time: interval.start,
  };
}

export function selectionOfRecord(ref: LineRef, time: Instant | null): Selection {
  return { kind: 'record', laneKey: null, index: null, ref, time };
}

/**
 * The selection in a newer picture of the incident: the same mark under its new index and time, or null when it is gone.
 * A mark is the same when it tells the same thing about the same entity from the same line.
 */
export function reselect(
  selection: Selection | null,
  before: Incident,
  after: Incident,
): Selection | null {
  if (selection === null || selection.index === null || before === after) return selection;
  const { index } = selection;
  const lane = { laneKey: selection.laneKey };
  switch (selection.kind) {
    case 'marker': {
      const at = findSame(before.markers[index], after.markers, identityOfMarker);
      return at === null ? null : { ...selectionOfMarker(after.markers[at]!, at), ...lane };
    }
    case 'transition': {
      const at = findSame(before.transitions[index], after.transitions, identityOfTransition);
      return at === null ? null : { ...selectionOfTransition(after.transitions[at]!, at), ...lane };
    }
    case 'event': {
      const at = findSame(before.events[index], after.events, identityOfEvent);
      return at === null ? null : { ...selectionOfEvent(after.events[at]!, at), ...lane };
    }
    case 'interval': {
      const at = findSame(before.intervals[index], after.intervals, identityOfInterval);
      return at === null ? null : { ...selectionOfInterval(after.intervals[at]!, at), ...lane };
    }
    case 'record':
      return selection;
  }
}

function findSame<Item>(
  item: Item | undefined,
  items: readonly Item[],
  identity: (item: Item) => string,
): number | null {
  if (item === undefined) return null;
  const wanted = identity(item);
  const at = items.findIndex((other) => identity(other) === wanted);
  return at === -1 ? null : at;
}

const lineText = (ref: LineRef | undefined) => `${ref?.source}:${ref?.line}`;

const identityOfMarker = (marker: Marker) =>
  [lineText(marker.ref), marker.kind, marker.entity?.writtenName].join('\n');

const identityOfTransition = ({ ref, entity, to }: Transition) =>
  [lineText(ref), entity.kind, entity.writtenName, to].join('\n');

const identityOfEvent = (event: IncidentEvent) => [lineText(event.ref), event.id].join('\n');

const identityOfInterval = (interval: StateInterval) =>
  [
    lineText(interval.evidence[0]),
    interval.kind,
    interval.entity.kind,
    interval.entity.writtenName,
    interval.peer,
    interval.state,
  ].join('\n');
