import type { Instant } from '../time/instant.ts';
import type { TimeBase } from '../time/time-base.ts';
import type { Entity, HeartbeatMedium } from './entity.ts';
import type { Attributes, MarkerKind } from './marker.ts';
import type { NodeClaim, SourceId } from './source.ts';

/** Where something was read: a 1-based line of a source. */
export interface LineRef {
  readonly source: SourceId;
  readonly line: number;
}

/**
 * Where on the axis, and how sure. `time` null: undated, or only a time of day.
 * `provisional`: the source's zone is unknown and the instant is its digits read as UTC.
 * A wall time in a daylight-saving overlap has two instants (`alternative` is the other one); in a gap, none
 * (`time` is then the wall time shifted by the gap's length).
 */
export interface Placed {
  readonly time: Instant | null;
  readonly provisional: boolean;
  readonly written: string;
  readonly dst?: 'gap' | 'overlap';
  readonly alternative?: Instant;
}

export type EdgeBasis = 'observed' | 'implied' | 'carried' | 'unknown';

export interface Transition extends Placed {
  readonly ref: LineRef;
  /** Other lines that tell the same step. */
  readonly alsoAt: readonly LineRef[];
  readonly node: string | null;
  readonly entity: Entity;
  readonly group: string | null;
  readonly from: string;
  readonly to: string;
  readonly owner: string | null;
}

export type IntervalKind =
  | 'state'
  | 'heartbeat-miss'
  | 'deadlock'
  | 'dark'
  | 'pending-deadline'
  | 'no-coverage';

export interface Progress {
  readonly time: Instant | null;
  readonly percent: number;
  readonly remainingMs: number | null;
}

/** `[start, end)`; a null edge has no instant (its basis is then `carried` or `unknown`, or the evidence is undated). */
export interface StateInterval {
  readonly kind: IntervalKind;
  readonly entity: Entity;
  /** The node in whose lanes it is drawn; for heartbeat-miss the observer. null: no node is known. */
  readonly node: string | null;
  readonly peer: string | null;
  readonly medium: HeartbeatMedium | null;
  /** The vendor's word, or ours for node life: up, stopped, dark, booting, joining, isolated, quarantined, unknown. */
  readonly state: string;
  readonly start: Instant | null;
  readonly end: Instant | null;
  readonly startBasis: EdgeBasis;
  readonly endBasis: EdgeBasis;
  readonly provisional: boolean;
  readonly progress: readonly Progress[];
  readonly outcome: 'recovered' | 'removed' | 'evicted' | null;
  /** What an implied edge rests on, in one sentence; '' when both edges are observed or carried. */
  readonly reasoning: string;
  /** Lines that prove it, the deciding one first. */
  readonly evidence: readonly LineRef[];
  readonly attributes: Attributes;
}

export interface Marker extends Placed {
  readonly kind: MarkerKind;
  readonly ref: LineRef;
  /** Other lines that tell the same thing. */
  readonly alsoAt: readonly LineRef[];
  /** Whom it happened to. */
  readonly node: string | null;
  readonly peer: string | null;
  readonly entity: Entity | null;
  readonly attributes: Attributes;
}

export interface Finding {
  /** Stable, kebab-case. */
  readonly rule: string;
  readonly role: 'cause' | 'consequence' | 'context';
  readonly confidence: number;
  readonly title: string;
  readonly start: Instant | null;
  readonly end: Instant | null;
  /** True when `start` and `end` rest on a source whose zone is unknown. */
  readonly provisional: boolean;
  /** How often it happened to the same node and entity within `[start, end]`; `evidence` then has the lines of the first and the last. */
  readonly count: number;
  readonly nodes: readonly string[];
  readonly evidence: readonly LineRef[];
  readonly counterEvidence: readonly LineRef[];
  readonly collectNext: readonly string[];
}

/** A proposal that two spellings are one name. Shown beside the written name; a refused one is not applied. */
export interface NameRepair {
  readonly written: string;
  readonly proposed: string;
  /** `decoded`: reversible, e.g. windows-1252 text that is strict GBK. `skeleton`: lossy, one candidate fits. */
  readonly method: 'decoded' | 'skeleton';
  /** Code page that the bytes were really in. */
  readonly encoding: string;
  readonly proof: string;
  readonly refused: boolean;
}

/** Coverage of a source on the axis: half-open runs in which it could have spoken. */
export interface CoverageSpan {
  readonly start: Instant;
  readonly end: Instant;
}

/** What analysis decided about a source. */
export interface SourceJudgement {
  readonly id: SourceId;
  readonly node: NodeClaim;
  readonly timeBase: TimeBase;
  readonly first: Instant | null;
  readonly last: Instant | null;
  readonly coverage: readonly CoverageSpan[];
  /** Zones that evidence speaks for although the base stays unknown, best first. */
  readonly zoneProposals: readonly TimeBase[];
  /** A date that evidence speaks for, for sources with only a time of day. */
  readonly dateProposal: {
    readonly date: string;
    readonly ref: LineRef;
    readonly text: string;
  } | null;
}

export interface IncidentNode {
  readonly name: string;
  readonly aliases: readonly string[];
}

/** A known Windows event, once, however many files tell it. */
export interface IncidentEvent extends Placed {
  readonly ref: LineRef;
  readonly alsoAt: readonly LineRef[];
  readonly node: string | null;
  readonly id: number;
  readonly provider: string;
  readonly meaning: string;
  readonly entity: Entity | null;
}

/** Everything drawn, listed and exported. Arrays are sorted by time (null last), then source, then line. */
export interface Incident {
  readonly nodes: readonly IncidentNode[];
  readonly sources: readonly SourceJudgement[];
  readonly transitions: readonly Transition[];
  readonly intervals: readonly StateInterval[];
  readonly markers: readonly Marker[];
  readonly events: readonly IncidentEvent[];
  readonly findings: readonly Finding[];
  readonly repairs: readonly NameRepair[];
}
