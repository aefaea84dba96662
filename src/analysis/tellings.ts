import type { LineRef } from '../model/incident.ts';
import { compareInstants, uniqueRefs } from './order.ts';
import type { PlacedFact } from './placing.ts';

/** One voice: tellings of one voice are never merged as the same thing told twice. */
export function voiceOf(fact: PlacedFact): string {
  return `${fact.ref.source} ${fact.channel ?? ''}`;
}

/** The node that wrote the fact; sources whose node is open stay apart. */
export function writerKey(fact: PlacedFact): string {
  return fact.writer ?? `? ${fact.ref.source}`;
}

const CHANNEL_RANKS: Readonly<Record<string, number>> = {
  main: 0,
  system: 1,
  operational: 2,
  verbose: 3,
};

/** Which telling decides: the main log, then the System, Operational and Verbose channels. Smaller is better. */
export function channelRank(fact: PlacedFact): number {
  return fact.channel === undefined ? 0 : (CHANNEL_RANKS[fact.channel] ?? 4);
}

/** Millisecond stamps agree closely; a stamp in whole seconds may be up to one second early. */
export function writesMilliseconds(written: string): boolean {
  return /[.,]\d{3}/.test(written);
}

/** Several facts taken as one: the deciding one and the lines of the others. */
export interface Told<Fact> {
  readonly fact: Fact;
  readonly others: readonly Fact[];
}

/** Most things are told once; one list for all of them. */
const NO_LINES: readonly LineRef[] = [];

export function alsoAt(told: Told<PlacedFact>): readonly LineRef[] {
  if (told.others.length === 0) return NO_LINES;
  return uniqueRefs(
    told.others.map((other) => other.ref),
    told.fact.ref,
  );
}

/** By time (null last), then by path and line, so that a result does not depend on the order of intake. */
export function compareFacts(a: PlacedFact, b: PlacedFact): number {
  return compareInstants(a.placed.time, b.placed.time) || a.rank - b.rank || a.index - b.index;
}

export function inOrder<Fact extends PlacedFact>(facts: readonly Fact[]): Fact[] {
  return [...facts].sort(compareFacts);
}

export function byAuthority(a: PlacedFact, b: PlacedFact): number {
  return (
    channelRank(a) - channelRank(b) ||
    Number(writesMilliseconds(b.placed.written)) - Number(writesMilliseconds(a.placed.written)) ||
    (a.placed.time ?? 0) - (b.placed.time ?? 0) ||
    a.rank - b.rank ||
    a.index - b.index
  );
}
