import type { HeartbeatMedium } from '../model/entity.ts';
import type { MarkerKind } from '../model/marker.ts';
import type { LaneKind } from './lane.ts';

/** The words that geometry puts on bars and into accessible names; the page supplies them in its language. Vendor words are not among them. */
export interface TimelineWords {
  readonly laneKind: Readonly<Record<LaneKind, string>>;
  readonly medium: Readonly<Record<HeartbeatMedium, string>>;
  /** Name of the branch without a node. */
  readonly unplaced: string;
  /** States of a node's life that are ours, by their word: `up` → `Up`. A word that is missing is shown as it is. */
  readonly nodeLife: Readonly<Record<string, string>>;
  marker(kind: MarkerKind): string;
  /** `Offline (owned by ZQ1)` */
  owned(state: string, owner: string): string;
  /** `dark`: nothing heard; `code` a bugcheck's code or null. */
  dark(code: string | null): string;
  missed(duration: string, outcome: 'recovered' | 'removed' | 'evicted' | null): string;
  /** `call`: what RHS was asked, e.g. `ONLINERESOURCE`. */
  deadlock(call: string, duration: string): string;
  deadline(state: string, duration: string): string;
  readonly noLog: string;
  noLogBefore(clock: string): string;
  noLogAfter(clock: string): string;
  /** Spans in accessible names. */
  fromTo(what: string, from: string, to: string): string;
  since(what: string, from: string): string;
  /** Begins then; how long it held is not known. */
  from(what: string, from: string): string;
  event(id: number): string;
  until(what: string, to: string): string;
  throughout(what: string): string;
  at(what: string, when: string): string;
  more(count: number): string;
  readonly zoneNotKnown: string;
  writtenAs(name: string): string;
}
