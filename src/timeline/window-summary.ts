import { lowerBound } from '../base/binary-search.ts';
import type { Entity, HeartbeatMedium } from '../model/entity.ts';
import type { EdgeBasis, Incident, Marker, StateInterval } from '../model/incident.ts';
import type { Viewport } from './viewport.ts';

/** A state that an entity is in, and the interval (index into `incident.intervals`) that says so. */
export interface StateAt {
  readonly state: string;
  readonly interval: number;
  /** How the edge on the far side of the instant is known; `carried`: nothing later speaks of it. */
  readonly basis: EdgeBasis;
}

/** What became of one entity in a window. */
export interface EntityChange {
  readonly entity: Entity;
  readonly node: string | null;
  readonly peer: string | null;
  readonly medium: HeartbeatMedium | null;
  /** null: no interval says its state then. */
  readonly before: StateAt | null;
  readonly after: StateAt | null;
  /** States that began within the window, by time, as indexes into `incident.intervals`; the last may be `after`. */
  readonly steps: readonly number[];
}

export interface WindowStates {
  /** Entities whose state changed within the window, those with the earliest step first. */
  readonly changed: readonly EntityChange[];
  /** Entities of known state that kept it throughout. */
  readonly kept: readonly EntityChange[];
}

/**
 * Each entity's state at both ends of a window `[start, end)` and what it went through between. The state at the end is the one
 * that holds just before it; a state that nothing later speaks of still holds. A state that was not seen to begin and is the
 * first one known of the entity counts as the state at the start. Missed heartbeats, deadlocks, deadlines and missing logs are no states and left out.
 */
export function stateChanges(incident: Incident, { start, end }: Viewport): WindowStates {
  const tracks = new Map<string, number[]>();
  incident.intervals.forEach((interval, index) => {
    if (interval.kind !== 'state' && interval.kind !== 'dark') return;
    const key = trackOf(interval);
    const track = tracks.get(key);
    if (track === undefined) tracks.set(key, [index]);
    else track.push(index);
  });
  const changed: EntityChange[] = [];
  const kept: EntityChange[] = [];
  for (const track of tracks.values()) {
    const change = changeOf(incident, track, start, end);
    if (change === null) continue;
    const isChanged = change.steps.length > 0 || change.before?.state !== change.after?.state;
    (isChanged ? changed : kept).push(change);
  }
  const firstStep = ({ steps }: EntityChange) =>
    steps.length === 0 ? end : (incident.intervals[steps[0]!]!.start ?? start);
  changed.sort((a, b) => firstStep(a) - firstStep(b));
  return { changed, kept };
}

/** Markers in the window, `[first, end)` as indexes into `incident.markers`. */
export function markersWithin(
  markers: readonly Marker[],
  { start, end }: Viewport,
): { readonly first: number; readonly end: number } {
  const at = (instant: number) =>
    lowerBound(markers.length, (i) => (markers[i]!.time ?? Number.POSITIVE_INFINITY) >= instant);
  return { first: at(start), end: at(end) };
}

function trackOf({ entity, node, peer, medium }: StateInterval): string {
  return [entity.kind, entity.name, node, peer, medium].join('\n');
}

function changeOf(
  { intervals }: Incident,
  track: readonly number[],
  start: number,
  end: number,
): EntityChange | null {
  let before: StateAt | null = null;
  let after: StateAt | null = null;
  const steps: number[] = [];
  for (const index of track) {
    const { state, startBasis, endBasis, ...interval } = intervals[index]!;
    const from = edgeOf(interval.start, startBasis, Number.NEGATIVE_INFINITY);
    const edge = edgeOf(interval.end, endBasis, Number.POSITIVE_INFINITY);
    if (from === null || edge === null) continue;
    const to = endBasis === 'carried' ? Number.POSITIVE_INFINITY : edge;
    const isSeenToBegin = startBasis === 'observed' || startBasis === 'implied';
    // Of two that overlap, the later one is what was known last.
    if (
      from < start
        ? to >= start
        : before === null && steps.length === 0 && !isSeenToBegin && from < end
    ) {
      before = { state, interval: index, basis: startBasis };
    } else if (from >= start && from < end) steps.push(index);
    if (from < end && to >= end) after = { state, interval: index, basis: endBasis };
  }
  if (before === null && after === null && steps.length === 0) return null;
  const { entity, node, peer, medium } = intervals[track[0]!]!;
  return { entity, node, peer, medium, before, after, steps };
}

/** An edge that no record sets lies beyond everything; one whose record has no time lies nowhere (null). */
function edgeOf(edge: number | null, basis: EdgeBasis, beyond: number): number | null {
  if (edge !== null) return edge;
  return basis === 'observed' || basis === 'implied' ? null : beyond;
}
