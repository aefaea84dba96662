import type { LineRef, StateInterval } from '../model/incident.ts';
import type { SourceId } from '../model/source.ts';
import type { Instant } from '../time/instant.ts';

/** Orders `s2` before `s10`; ids of another shape by their text. */
export function compareSourceIds(a: SourceId, b: SourceId): number {
  if (a === b) return 0;
  const numbers = Number(a.slice(1)) - Number(b.slice(1));
  if (numbers !== 0 && !Number.isNaN(numbers)) return numbers;
  return a < b ? -1 : 1;
}

export function compareRefs(a: LineRef, b: LineRef): number {
  return compareSourceIds(a.source, b.source) || a.line - b.line;
}

/** Ascending, null last. */
export function compareInstants(a: Instant | null, b: Instant | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a - b;
}

/** The order of every array of an incident: time (null last), then source, then line. */
export function comparePlaced(
  a: { readonly time: Instant | null; readonly ref: LineRef },
  b: { readonly time: Instant | null; readonly ref: LineRef },
): number {
  return compareInstants(a.time, b.time) || compareRefs(a.ref, b.ref);
}

/** By start (null last), then first line of evidence, then what it is about; undetermined only between equal intervals. */
export function compareIntervals(a: StateInterval, b: StateInterval): number {
  return (
    compareInstants(a.start, b.start) ||
    compareEvidence(a.evidence, b.evidence) ||
    compareText(describe(a), describe(b)) ||
    compareInstants(a.end, b.end)
  );
}

/** By the first line; items without one last. */
export function compareEvidence(a: readonly LineRef[], b: readonly LineRef[]): number {
  const [first] = a;
  const [other] = b;
  if (first === undefined || other === undefined)
    return Number(first === undefined) - Number(other === undefined);
  return compareRefs(first, other);
}

function describe({ kind, node, entity, state }: StateInterval): string {
  return [node ?? '', kind, entity.kind, entity.name, state].join('\n');
}

export function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** Ascending by source and line, each place once. */
export function uniqueRefs(refs: readonly LineRef[], without?: LineRef): LineRef[] {
  if (refs.length === 0) return [];
  const sorted = [...refs].sort(compareRefs);
  const unique: LineRef[] = [];
  for (const ref of sorted) {
    const last = unique[unique.length - 1];
    if (last !== undefined && compareRefs(last, ref) === 0) continue;
    if (without !== undefined && compareRefs(without, ref) === 0) continue;
    unique.push(ref);
  }
  return unique;
}

/** Each line once, in the order given: the deciding one stays first. */
export function distinctRefs(refs: readonly LineRef[]): readonly LineRef[] {
  if (refs.length <= 1) return refs;
  return refs.filter((ref, i) => refs.findIndex((other) => compareRefs(ref, other) === 0) === i);
}

/** Groups items by key, keys in order of first appearance. */
export function groupBy<T>(items: Iterable<T>, keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
