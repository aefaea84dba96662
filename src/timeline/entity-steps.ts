import type { Entity } from '../model/entity.ts';
import type { Incident } from '../model/incident.ts';
import type { Selection } from './selection.ts';

/** What a mark is about: an entity, or a node where the mark names no entity; null when it names neither. */
export interface Subject {
  readonly entity: Entity | null;
  readonly node: string | null;
}

export function subjectOf(incident: Incident, { kind, index }: Selection): Subject | null {
  const mark = markOf(incident, kind, index);
  if (mark === undefined || (mark.entity === null && mark.node === null)) return null;
  return { entity: mark.entity, node: mark.node };
}

/**
 * The marks about one subject in order of time, undated ones left out: its states (or, when the given mark is a transition, its
 * transitions), markers and events. `at` is the given mark's place in them, -1 when it is undated or gone.
 */
export function stepsOfSubject(
  incident: Incident,
  selection: Selection,
): { readonly steps: readonly Selection[]; readonly at: number } {
  const subject = subjectOf(incident, selection);
  if (subject === null) return { steps: [], at: -1 };
  const steps: Selection[] = [];
  const laneKey = null;
  if (selection.kind === 'transition') {
    incident.transitions.forEach((item, index) => {
      if (!isAbout(subject, item)) return;
      steps.push({ kind: 'transition', laneKey, index, ref: item.ref, time: item.time });
    });
  } else {
    incident.intervals.forEach((item, index) => {
      if (!isAbout(subject, item)) return;
      const ref = item.evidence[0] ?? null;
      steps.push({ kind: 'interval', laneKey, index, ref, time: item.start });
    });
  }
  incident.markers.forEach((item, index) => {
    if (!isAbout(subject, item)) return;
    steps.push({ kind: 'marker', laneKey, index, ref: item.ref, time: item.time });
  });
  incident.events.forEach((item, index) => {
    if (!isAbout(subject, item)) return;
    steps.push({ kind: 'event', laneKey, index, ref: item.ref, time: item.time });
  });
  const dated = steps.filter(({ time }) => time !== null).sort((a, b) => a.time! - b.time!);
  return {
    steps: dated,
    at: dated.findIndex(({ kind, index }) => kind === selection.kind && index === selection.index),
  };
}

/** Entities that each node has of its own; the others are the same thing wherever they are seen. */
const OF_ONE_NODE: ReadonlySet<Entity['kind']> = new Set(['service', 'link', 'interface']);

function isAbout(subject: Subject, item: Subject): boolean {
  if (subject.entity === null || item.entity === null) {
    // A node's own marks may or may not name the node as their entity.
    return isOfNodeItself(subject) && isOfNodeItself(item) && subject.node === item.node;
  }
  if (subject.entity.kind !== item.entity.kind || subject.entity.name !== item.entity.name) {
    return false;
  }
  return !OF_ONE_NODE.has(subject.entity.kind) || subject.node === item.node;
}

function isOfNodeItself({ entity }: Subject): boolean {
  return entity === null || entity.kind === 'node';
}

function markOf(incident: Incident, kind: Selection['kind'], index: number | null) {
  if (index === null) return undefined;
  switch (kind) {
    case 'interval':
      return incident.intervals[index];
    case 'marker':
      return incident.markers[index];
    case 'transition':
      return incident.transitions[index];
    case 'event':
      return incident.events[index];
    case 'record':
      return undefined;
  }
}
