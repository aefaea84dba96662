import type { LineRef } from '../model/incident.ts';
import type { Instant } from '../time/instant.ts';

/** What a mark on the timeline stands for. `record`: one log entry, found in a source's density. */
export type SelectionKind = 'interval' | 'marker' | 'transition' | 'event' | 'record';

/** One selected mark. Every mark leads to its line. */
export interface Selection {
  readonly kind: SelectionKind;
  /** The lane it was picked in; null when it was picked in a table. */
  readonly laneKey: string | null;
  /** Index into the incident's array of that kind (`intervals`, `markers`, `transitions`, `events`); null for a record. */
  readonly index: number | null;
  /** The deciding line; null only for an interval without evidence (absence). */
  readonly ref: LineRef | null;
  /** Where on the axis: the instant, or an interval's start; null when undated. */
  readonly time: Instant | null;
}

/** Whether two selections mean the same mark, in whichever lane or table it was picked. */
export function isSameMark(a: Selection | null, b: Selection | null): boolean {
  if (a === null || b === null) return a === b;
  if (a.kind !== b.kind) return false;
  if (a.index !== null || b.index !== null) return a.index === b.index;
  return a.ref?.source === b.ref?.source && a.ref?.line === b.ref?.line;
}
