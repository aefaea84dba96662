import { Clock } from '../../model/clock.ts';
import type { FactBody, NodeRef } from '../../model/fact.ts';
import {
  MS_PER_DAY,
  MS_PER_HOUR,
  MS_PER_MINUTE,
  MS_PER_SECOND,
  type WallTime,
} from '../../time/instant.ts';
import { describeStatus, statusText } from '../status-codes.ts';
import type { EntryContext, LinePattern } from './line-pattern.ts';
import { self } from './patterns-membership.ts';
import { parseStamp } from './stamp.ts';

const JOSH = 'joshthecoder.com 2020-05-21';
const GPO = 'published case of 2024-08-19, Windows Server 2022';

type QuorumState = Extract<FactBody, { type: 'quorum' }>['state'];
type ServiceState = Extract<FactBody, { type: 'service' }>['state'];

/** Quorum, the death timer, and start and stop of the cluster service. */
export const QUORUM_PATTERNS: readonly LinePattern[] = [
  {
    reference:
      '7, Quorum; SupportArticles: ERR on 2012 R2 and 2016, WARN later; the list is the view',
    probes: ['Lost quorum ('],
    expression: /^Lost quorum \((?<v>.*?)\)/,
    toFacts: (g, context) => [quorum('lost', `nodes in view: ${g.v!}`), ...self(context)],
    example: 'Node 8: Lost quorum (3 4 5 6 7 8)',
  },
  {
    reference: '7, Quorum; SupportArticles: with "executing OnStop" the service stops by force',
    probes: ['lost quorum (status'],
    expression: /^lost quorum \(status = (?<s>\d+)\)(?<stop>, executing OnStop)?/,
    toFacts: (g) => {
      const lost = quorum('lost', `status ${statusText(g.s!)}`);
      return g.stop === undefined
        ? lost
        : [lost, service('terminated', 'lost quorum, executing OnStop')];
    },
    example: 'lost quorum (status = 5925), executing OnStop',
  },
  {
    reference: `7, Quorum; ${JOSH}`,
    probes: ['Quorum lost because'],
    expression: /^Quorum lost because (?<why>.*)$/,
    toFacts: (g) => quorum('lost', named(g.why!)),
    example:
      'Quorum lost because failed to update witness epoch after node failure (status = 5925)',
  },
  {
    reference: `7, Quorum; ${JOSH}`,
    probes: ['One off quorum'],
    expression: /^One off quorum(?: \((?<v>.*?)\))?/,
    toFacts: (g, context) => [
      quorum(
        'at-risk',
        g.v === undefined ? 'one off quorum' : `one off quorum, nodes in view: ${g.v}`,
      ),
      ...self(context),
    ],
    example: 'Node 2: One off quorum (2)',
  },
  {
    reference: `7, Quorum; ${JOSH}: the time in the text is UTC even under -UseLocalTime`,
    probes: ['death timer is started at '],
    expression: /^death timer is started at (?<t>\S+) and expires in (?<n>\d+) seconds/,
    toFacts: (g, context) => [
      {
        type: 'quorum',
        state: 'at-risk',
        detail: 'death timer started',
        remainingSeconds: Number(g.n),
      },
      ...clockEvidence(g.t!, context),
      ...self(context),
    ],
    example: 'Node 2: death timer is started at 2020/05/12-01:17:42.347 and expires in 90 seconds',
  },
  {
    reference: `7, Quorum; ${JOSH}`,
    probes: ['death timer is already running'],
    expression: /^death timer is already running, (?<n>\d+) seconds left/,
    toFacts: (g, context) => [
      {
        type: 'quorum',
        state: 'at-risk',
        detail: 'death timer running',
        remainingSeconds: Number(g.n),
      },
      ...self(context),
    ],
    example: 'Node 2: death timer is already running, 88 seconds left.',
  },
  {
    reference: `7, Quorum; ${JOSH}`,
    probes: ['stopping death timer', 'regained quorum'],
    expression: /^(?<why>stopping death timer|regained quorum)/,
    toFacts: (g, context) => [quorum('regained', g.why!), ...self(context)],
    example: 'Node 2: stopping death timer',
  },
  {
    reference: `7, Quorum; ${JOSH}: the other side won the witness`,
    probes: ['witness tag ('],
    expression: /^witness tag \((?<w>\S+)\) is better than proposed tag \((?<p>\S+?)\)/,
    toFacts: (g) => quorum('at-risk', `witness tag ${g.w!} is better than proposed tag ${g.p!}`),
    example:
      'Node 1 CompareAndSetWitnessTag: witness tag (87:87:31907) is better than proposed tag (87:86:31906).',
  },
  {
    reference: '7, Quorum; published excerpt: too few votes at start',
    probes: ['An attempt to form cluster failed'],
    expression: /^An attempt to form cluster failed due to insufficient quorum votes/,
    toFacts: () => ({
      type: 'node-state',
      node: null,
      state: 'join-failed',
      reason: 'insufficient quorum votes to form the cluster',
    }),
    example:
      'An attempt to form cluster failed due to insufficient quorum votes. Try starting additional cluster node(s)',
  },
  {
    reference: `7, service; ${GPO}`,
    probes: ['---+ LOG BEGIN'],
    expression: /^-+\+ LOG BEGIN \+-+/,
    toFacts: (_, context) => service('starting', 'log begins', { pid: context.pid }),
    example: '---+ LOG BEGIN +---',
  },
  {
    reference:
      '7, service; general knowledge, and Windows 2000 Resource Kit "Anatomy of a Cluster Log Entry"',
    probes: ['Starting clussvc as a service', 'Service Starting...', 'Cluster service started - '],
    expression:
      /^(?:(?<clussvc>Starting clussvc as a service|Service Starting)|Cluster service started - (?<v>.*)$)/,
    toFacts: (g, context) =>
      g.v === undefined
        ? service('starting', undefined, { pid: context.pid })
        : service('started', g.v, { pid: context.pid }),
    example: 'Cluster service started - Cluster Node Version 3.2051',
  },
  {
    reference: `7, service; ${GPO}; NT4: "Service Stopped."`,
    probes: ['Service Stopping...', 'Service Stopped.', 'About to exit service'],
    expression: /^(?:(?<a>Service Stopping)|(?<b>Service Stopped)|About to exit service)/,
    toFacts: (g, context) =>
      service(g.a === undefined ? 'stopped' : 'stopping', undefined, { pid: context.pid }),
    example: 'Service Stopping...',
  },
  {
    reference: `1, entries without a tag; ${JOSH}`,
    probes: ['Shutdown lock acquired'],
    expression: /^Shutdown lock acquired, proceeding with shutdown/,
    toFacts: (_, context) => service('stopping', 'shutdown lock acquired', { pid: context.pid }),
    example: 'Shutdown lock acquired, proceeding with shutdown',
  },
  {
    reference: `7, service; ${GPO}`,
    probes: ['Graceful shutdown reported by node '],
    expression:
      /^Graceful shutdown reported by node (?<n>[^\s,]+), reason ServiceStopReason::(?<why>\w+)/,
    toFacts: (g) => service('stopping', g.why!, { node: { name: g.n! } }),
    example:
      'Graceful shutdown reported by node sqlelbe02, reason ServiceStopReason::ServiceShutdown, nodeIsUp false (payload 327682)',
  },
  {
    reference: `6, NETWORK; ${GPO}`,
    probes: ['Local node is shutting down'],
    expression: /^Local node is shutting down/,
    toFacts: () => service('stopping', 'local node is shutting down'),
    example: 'Local node is shutting down, disconnecting from other nodes',
  },
  {
    reference: '7, service; SupportArticles: also printed at the end of a clean stop',
    probes: ['Cluster Service preterminate succeeded'],
    expression: /^Cluster Service preterminate succeeded/,
    toFacts: (_, context) => service('terminated', 'preterminate', { pid: context.pid }),
    example: 'Cluster Service preterminate succeeded.',
  },
  {
    reference: '7, service; published excerpt: FatalError is a WARN',
    probes: ['FatalError: '],
    expression: /^FatalError: (?<why>.*)$/,
    toFacts: (g, context) => service('failed', named(g.why!), { pid: context.pid }),
    example: 'FatalError: join/form timeout (status = 258)',
  },
  {
    reference: `7, service; ${GPO}`,
    probes: ['The cluster service has been stopped and set as disabled'],
    expression:
      /^The cluster service has been stopped and set as disabled as part of cluster node cleanup/,
    toFacts: () => [
      { type: 'node-state', node: null, state: 'evicted', reason: 'cluster node cleanup' },
      service('stopped', 'stopped and disabled by cluster node cleanup'),
    ],
    example:
      'The cluster service has been stopped and set as disabled as part of cluster node cleanup.',
  },
  {
    reference: '7, service; events 5120 and 5142',
    probes: ["Cluster Shared Volume '"],
    expression:
      /^Cluster Shared Volume '(?<v>.+?)' \('(?<r>.+?)'\) (?:(?<p>has entered a paused state)|(?<l>is no longer accessible)|(?:has )?(?:been )?transitioned to state '?(?<s>\w+))(?:[^']*?because of (?:error )?'(?<why>.+?)')?/,
    toFacts: (g) => {
      const entity = { kind: 'csv', name: g.v! } as const;
      if (g.s !== undefined) return { type: 'state-seen', entity, state: g.s };
      return {
        type: 'mark',
        kind: g.p === undefined ? 'storage-lost' : 'csv-paused',
        node: null,
        entity,
        attributes: { volume: g.v!, resource: g.r!, ...(g.why !== undefined && csvStatus(g.why)) },
      };
    },
    example:
      "Cluster Shared Volume 'Volume1' ('Cluster Disk 2') has entered a paused state because of 'STATUS_IO_TIMEOUT(c00000b5)'. All I/O will temporarily be queued until a path to the volume is reestablished.",
  },
];

function quorum(state: QuorumState, detail: string): FactBody {
  return { type: 'quorum', state, detail };
}

function service(
  state: ServiceState,
  reason?: string,
  more: { pid?: number | null; node?: NodeRef } = {},
): FactBody {
  return {
    type: 'service',
    service: 'clussvc',
    state,
    node: more.node ?? null,
    ...(reason !== undefined && { reason }),
    ...(more.pid !== undefined && more.pid !== null && { pid: more.pid }),
  };
}

/** Adds the symbol to a text that ends in `(status = 5925)`. */
function named(text: string): string {
  return text.replace(
    /\(status = (\d+)\)/,
    (_, status: string) => `(status = ${statusText(status)})`,
  );
}

/** `STATUS_IO_TIMEOUT(c00000b5)`: the vendor's own name with its number, or either alone. */
function csvStatus(written: string): { status: string; statusName?: string } {
  const parts = /^(?<name>[A-Z][A-Z0-9_]+)?\(?(?<code>[0-9a-fx]+)?\)?$/i.exec(written)?.groups;
  const code = parts?.code ?? written;
  const name = parts?.name ?? describeStatus(code)?.name;
  return { status: code, ...(name !== undefined && { statusName: name }) };
}

const QUARTER_HOUR = 15 * MS_PER_MINUTE;
/** Stamp and embedded time are written by one call; they differ by less than this once the zone is taken out. */
const CALL_TOLERANCE = 2 * MS_PER_SECOND;
/** Offsets in use run from UTC-12 to UTC+14. */
const WESTMOST = -12 * MS_PER_HOUR;
const EASTMOST = 14 * MS_PER_HOUR;

/**
 * What an embedded UTC time says about the clock of the stamps: the pair when the offset is a whole number of quarter
 * hours, and for a time of day also the date, when only one offset fits.
 */
function clockEvidence(embedded: string, context: EntryContext): FactBody[] {
  const utc = parseStamp(embedded);
  if (utc?.clock !== Clock.Wall || embedded.startsWith('1601')) return [];
  const about = 'death timer start, written in UTC';
  if (context.clock === Clock.Wall) {
    const offset = quarterHours(context.time - utc.time);
    return offset === null
      ? []
      : [{ type: 'clock-evidence', wall: context.time as WallTime, utc: utc.time, about }];
  }
  if (context.clock !== Clock.TimeOfDay) return [];
  const difference = context.time - (utc.time % MS_PER_DAY);
  const offsets = [-MS_PER_DAY, 0, MS_PER_DAY]
    .map((turn) => quarterHours(difference + turn))
    .filter((offset) => offset !== null);
  if (offsets.length !== 1) return [];
  const dayShift = Math.round((difference - offsets[0]!) / MS_PER_DAY) * MS_PER_DAY;
  const wall = (utc.time - (utc.time % MS_PER_DAY) + context.time - dayShift) as WallTime;
  return [
    { type: 'clock-evidence', wall, utc: utc.time, about },
    { type: 'date-evidence', at: wall, about },
  ];
}

/** The offset as whole quarter hours within the range in use, or null. */
function quarterHours(difference: number): number | null {
  const offset = Math.round(difference / QUARTER_HOUR) * QUARTER_HOUR;
  if (offset < WESTMOST || offset > EASTMOST) return null;
  return Math.abs(difference - offset) <= CALL_TOLERANCE ? offset : null;
}
