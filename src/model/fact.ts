import type { WallTime } from '../time/instant.ts';
import type { Clock } from './clock.ts';
import type { HeartbeatMedium, WrittenEntity } from './entity.ts';
import type { Attributes, MarkerKind } from './marker.ts';

/**
 * A node as a line names it: by name, by cluster number, or by an address of its own.
 * At least one is present. `null` in a field that takes a NodeRef means: the node that wrote the log.
 */
export interface NodeRef {
  readonly name?: string;
  readonly id?: number;
  readonly address?: string;
}

/** What a record means, before names, zones and duplicates are sorted out. JSON-safe. */
export type FactBody =
  /** An entity passed from one state to another, in the vendor's words. */
  | {
      readonly type: 'transition';
      readonly entity: WrittenEntity;
      readonly from: string;
      readonly to: string;
      /** The group (role) that the entity belongs to, when the line says. */
      readonly group?: string;
      /** True for a line that announces the step just before the authoritative line; merged with it when equal and close. */
      readonly announced?: boolean;
    }
  /** An entity was seen in a state, without a line that says from what (event 1200, "has come online", a property dump). */
  | {
      readonly type: 'state-seen';
      readonly entity: WrittenEntity;
      readonly state: string;
      readonly group?: string;
      /** For a resource, when the line says: `Physical Disk`, `IP Address` ... */
      readonly resourceType?: string;
    }
  /** The group is now owned by `to`. */
  | {
      readonly type: 'owner';
      readonly group: string;
      readonly from: NodeRef | null;
      readonly to: NodeRef;
      readonly reason: string;
    }
  /** RCM gave RHS a call for a resource, or RHS answered it (`result` 0 is success, 997 pending, else a status). */
  | {
      readonly type: 'rhs-call';
      readonly resource: string;
      readonly call: string;
      readonly phase: 'issued' | 'answered';
      readonly result: number | null;
    }
  /** A call to a resource DLL exceeded its time-out. `overdueMs`: by how much beyond DeadlockTimeout; null when not said. */
  | {
      readonly type: 'deadlock';
      readonly resource: string;
      readonly call: string;
      readonly overdueMs: number | null;
    }
  /** Heartbeats from `peer` were missed. `beats` or `percent` of the threshold, whichever the line gives. */
  | {
      readonly type: 'beats-missed';
      readonly observer: NodeRef | null;
      readonly peer: NodeRef;
      readonly medium: HeartbeatMedium;
      readonly localEndpoint?: string;
      readonly remoteEndpoint?: string;
      readonly beats?: number;
      readonly percent?: number;
    }
  /** A heartbeat route or the whole connection to a peer was lost or came back. `scope` node: all routes of the pair. */
  | {
      readonly type: 'link';
      readonly state: 'lost' | 'restored';
      readonly scope: 'route' | 'node';
      /** Empty in a route history, which names no peer and carries only `lastBeat`: it belongs to the loss told beside it. */
      readonly peer: NodeRef;
      readonly localEndpoint?: string;
      readonly remoteEndpoint?: string;
      readonly reason?: string;
      /** The last beat that a route history proves, in the clock of the stamp. */
      readonly lastBeat?: WallTime;
    }
  /** A membership view: who joined, who left, who is in it. Numbers are cluster node ids. */
  | {
      readonly type: 'view';
      readonly joiners: readonly number[];
      readonly downers: readonly number[];
      readonly members: readonly number[];
    }
  /** Two names of one node, told by one line: `New join with n2`, `ELB31(2)`, `node sqlelbe01 (id 1)`. */
  | { readonly type: 'node-identity'; readonly self: boolean; readonly node: NodeRef }
  /** A node changed its life state; about the node named, not the one that logged it. */
  | {
      readonly type: 'node-state';
      readonly node: NodeRef | null;
      readonly state:
        | 'up'
        | 'joining'
        | 'join-failed'
        | 'down'
        | 'isolated'
        | 'not-isolated'
        | 'quarantined'
        | 'evicted';
      readonly reason?: string;
    }
  | {
      readonly type: 'quorum';
      readonly state: 'lost' | 'regained' | 'at-risk';
      readonly detail?: string;
      /** For at-risk: the seconds left on the death timer. */
      readonly remainingSeconds?: number;
    }
  /** A service or process started, stopped or failed. `node` null: the node that wrote the log. */
  | {
      readonly type: 'service';
      readonly service: string;
      readonly state: 'starting' | 'started' | 'stopping' | 'stopped' | 'failed' | 'terminated';
      readonly node: NodeRef | null;
      readonly reason?: string;
      readonly pid?: number;
    }
  /** The operating system of the node started. */
  | { readonly type: 'boot'; readonly node: NodeRef | null }
  /** The node stopped: clean (1074, 13, 109, 6006) or found to have been unexpected (6008, 41). */
  | {
      readonly type: 'shutdown';
      readonly node: NodeRef | null;
      readonly clean: boolean;
      readonly reason?: string;
      readonly attributes?: Attributes;
    }
  /** The node was alive at `at`; `clock` says how to read it. 6008 tells it after the fact. */
  | {
      readonly type: 'alive';
      readonly node: NodeRef | null;
      readonly at: number;
      readonly clock: Clock;
      readonly atWritten: string;
    }
  /** A bugcheck is reported (always after the reboot). `code` and `parameters` as numbers in lower-case hex with 0x, as written. */
  | {
      readonly type: 'bugcheck';
      readonly node: NodeRef | null;
      readonly code: string;
      readonly parameters: readonly string[];
      readonly dumpFile?: string;
      readonly reportId?: string;
    }
  /** A value that sets a time-out or a threshold; milliseconds where the property is in milliseconds. `scope` names the resource, group or cluster. */
  | {
      readonly type: 'config-value';
      readonly scope: WrittenEntity | null;
      /** The value is that of all resources of this type which set none of their own; `scope` is null. */
      readonly resourceType?: string;
      readonly property: string;
      readonly value: number;
    }
  /**
   * One instant written twice: `wall` by the clock of the stamps, `utc` in UTC. Their difference is the UTC offset.
   * `about` names what gave the pair, e.g. "Event Xml beside the copied text".
   */
  | {
      readonly type: 'clock-evidence';
      readonly wall: WallTime;
      readonly utc: number;
      readonly about: string;
    }
  /** A full date beside a line that has only a time of day. */
  | { readonly type: 'date-evidence'; readonly at: WallTime; readonly about: string }
  /** Anything that is an instant and has no richer form above. */
  | {
      readonly type: 'mark';
      readonly kind: MarkerKind;
      readonly node: NodeRef | null;
      readonly entity: WrittenEntity | null;
      readonly peer?: NodeRef;
      readonly attributes?: Attributes;
    }
  /** A Windows event that the catalogue knows; kept for the Events table and for merging one event told twice. */
  | {
      readonly type: 'event';
      readonly id: number;
      readonly provider: string;
      readonly meaning: string;
      readonly kind: string;
      readonly recordId?: number;
      readonly entity?: WrittenEntity;
      readonly group?: string;
    };

/** A fact where it was found. */
export interface ScannedFact {
  /** Index of the record in its segment; -1 for a fact that a section states outside any record. */
  readonly record: number;
  /** 0-based line within the segment; the first line of the record unless the fact stands on a later one. */
  readonly line: number;
  /** The stamp as in the file; empty when the record has none. */
  readonly written: string;
  /** The record's `time` and `clock` columns, repeated so that facts travel without the columns. */
  readonly time: number;
  readonly clock: Clock;
  /** Node named by the record itself (a Computer field), when it has one. */
  readonly computer?: string;
  /** Which of several tellings of one event this is (`main`, `system`, `operational`, `verbose`), for merging. */
  readonly channel?: string;
  readonly body: FactBody;
}
