import type { Entity } from '../../../src/model/entity.ts';
import type {
  IncidentEvent,
  LineRef,
  Marker,
  StateInterval,
  Transition,
} from '../../../src/model/incident.ts';
import { formatClock, formatDate, formatDuration } from '../../../src/time/format-time.ts';
import type { Instant } from '../../../src/time/instant.ts';
import type { Strings } from '../../strings/en.ts';

/** What an interval means, since when, and how each edge is known; a sentence an item. */
export function sentencesOfInterval(strings: Strings, interval: StateInterval): string[] {
  const words = strings.detail;
  return [
    whatHolds(strings, interval),
    ...whenHeld(strings, interval),
    words.begins(interval.startBasis),
    words.ends(interval.endBasis),
    ...(interval.reasoning === '' ? [] : [interval.reasoning]),
  ];
}

export function sentencesOfMarker(strings: Strings, marker: Marker): string[] {
  const words = strings.detail;
  const what = marker.entity?.name ?? marker.peer ?? words.something;
  return [
    words.happened(marker.kind, marker.node ?? words.someone, what),
    when(strings, marker.time),
    words.toldBy(linesOf(marker)),
  ];
}

export function sentencesOfTransition(strings: Strings, transition: Transition): string[] {
  const words = strings.detail;
  const what = named(strings, transition.entity);
  const said =
    transition.from === ''
      ? words.transitionTo(what, transition.to)
      : words.transition(what, transition.from, transition.to);
  return [said, when(strings, transition.time), words.toldBy(linesOf(transition))];
}

export function sentencesOfEvent(strings: Strings, event: IncidentEvent): string[] {
  const words = strings.detail;
  return [
    words.eventMeaning(event.id, event.meaning),
    when(strings, event.time),
    words.toldBy(linesOf(event)),
  ];
}

function whatHolds(strings: Strings, interval: StateInterval): string {
  const words = strings.detail;
  const { entity, node, peer, state } = interval;
  const what = named(strings, entity);
  switch (interval.kind) {
    case 'state':
      if (entity.kind === 'node') {
        return words.nodeState(strings.kind.entityNamed('node', entity.name), state);
      }
      return words.state(what, node, state);
    case 'dark':
      return words.dark(strings.kind.entityNamed('node', node ?? entity.name));
    case 'heartbeat-miss':
      return words.missed(node ?? words.someone, peer ?? words.something);
    case 'deadlock':
      return words.deadlock(what, state);
    case 'pending-deadline':
      return words.deadline(what, state);
    case 'no-coverage':
      return words.noCoverage(what);
  }
}

function whenHeld(strings: Strings, { start, end }: StateInterval): string[] {
  const words = strings.detail;
  if (start !== null && end !== null) {
    return [words.from(stamp(start), stamp(end), formatDuration(end - start))];
  }
  if (start !== null) return [words.since(stamp(start))];
  return end === null ? [] : [words.until(stamp(end))];
}

function when(strings: Strings, time: Instant | null): string {
  return time === null ? strings.detail.noTime : strings.detail.at(stamp(time));
}

const UTC = { kind: 'utc' } as const;

function stamp(instant: Instant): string {
  return `${formatDate(instant, UTC)} ${formatClock(instant, UTC, 'millisecond')}`;
}

function named(strings: Strings, entity: Entity): string {
  return strings.kind.entityNamed(entity.kind, entity.name);
}

function linesOf({ alsoAt }: { readonly alsoAt: readonly LineRef[] }): number {
  return 1 + alsoAt.length;
}
