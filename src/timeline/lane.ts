import type { HeartbeatMedium } from '../model/entity.ts';
import type { IncidentEvent, Marker, StateInterval } from '../model/incident.ts';
import type { SourceId } from '../model/source.ts';
import type { Instant } from '../time/instant.ts';
import type { StateFamily } from './state-family.ts';

export type LaneKind =
  | 'node'
  | 'group'
  | 'resource'
  | 'timers'
  | 'heartbeat'
  | 'decisions'
  | 'network'
  | 'interface'
  | 'voting-disk'
  | 'csv'
  | 'service'
  | 'source'
  /** Gathers siblings in which nothing happens. */
  | 'quiet';

/** An interval in its lane, with both edges on the axis. */
export interface LaneInterval {
  readonly interval: StateInterval;
  /** Index into `incident.intervals`. */
  readonly index: number;
  /** The interval's edge, or for one that is null as far as the logs of the lane's node reach. */
  readonly start: Instant;
  readonly end: Instant;
  readonly family: StateFamily;
  /** Band within the lane, 0 at the top: intervals that overlap in time never hide each other. */
  readonly band: number;
}

export interface LaneMarker {
  readonly marker: Marker;
  /** Index into `incident.markers`. */
  readonly index: number;
  readonly time: Instant;
  /** Short sign beside the glyph: `0x9E`, `1135`; null: the kind in words serves. */
  readonly code: string | null;
}

export interface LaneEvent {
  readonly event: IncidentEvent;
  /** Index into `incident.events`. */
  readonly index: number;
  readonly time: Instant;
}

/** One row of the tree. All items are ascending by time; those without an instant are not on the axis and not here. */
export interface Lane {
  /** Stable and made of what the row shows: `node:ZQ1/resource:群集磁盘 2`. Links name lanes by it. */
  readonly key: string;
  readonly kind: LaneKind;
  /** 0 for a node. */
  readonly depth: number;
  readonly parent: string | null;
  readonly hasChildren: boolean;
  /** Name of the thing, as shown. */
  readonly name: string;
  /** As the logs write it, when that differs from `name`. */
  readonly writtenName: string | null;
  /** null: the node of what is shown is not known. */
  readonly node: string | null;
  readonly peer: string | null;
  readonly medium: HeartbeatMedium | null;
  /** The source whose density the row shows. */
  readonly source: SourceId | null;
  /** Anything in the row rests on a zone that is not known. */
  readonly provisional: boolean;
  readonly intervals: readonly LaneInterval[];
  readonly bands: number;
  readonly markers: readonly LaneMarker[];
  readonly events: readonly LaneEvent[];
  /** For a source: half-open spans inside the incident in which it could not have spoken. */
  readonly gaps: readonly { readonly start: Instant; readonly end: Instant }[];
}
