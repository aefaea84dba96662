import { lowerBound } from '../base/binary-search.ts';
import type { Finding, LineRef, Marker, StateInterval, Transition } from '../model/incident.ts';
import { type Instant, MS_PER_MINUTE, MS_PER_SECOND } from '../time/instant.ts';
import { DEFAULT_DEADLOCK_TIMEOUT_MS } from './deadlocks.ts';
import {
  compareEvidence,
  compareInstants,
  compareText,
  distinctRefs,
  groupBy,
  uniqueRefs,
} from './order.ts';
import { foldRepeats, type Occurrence } from './repeats.ts';

/** What the rules read: everything already merged and ordered. */
export interface Picture {
  readonly transitions: readonly Transition[];
  readonly intervals: readonly StateInterval[];
  readonly markers: readonly Marker[];
}

/** The order of findings: by start (null last), then rule, then first line of evidence. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    compareInstants(a.start, b.start) ||
    compareText(a.rule, b.rule) ||
    compareEvidence(a.evidence, b.evidence) ||
    compareText(a.title, b.title)
  );
}

/** Findings about what happened, repetitions folded into one. Each claims only what its lines prove. */
export function findCauses(picture: Picture): Finding[] {
  return [
    ...foldRepeats(findDeadlocks(picture)),
    ...findBugchecksAfterDeadlock(picture),
    ...foldRepeats(findQuorumLosses(picture)),
    ...foldRepeats(findHeartbeatsLostAfterStop(picture)),
  ];
}

/** The failure that follows a deadlock is logged at once. */
const FOLLOWS_WITHIN_MS = 10 * MS_PER_SECOND;

/** Lines at `end` or shortly after. `placed` ascends by time, null last. */
function rightAfter(end: Instant | null, placed: readonly (Transition | Marker)[]): LineRef[] {
  if (end === null) return [];
  const refs: LineRef[] = [];
  let i = lowerBound(placed.length, (index) => (placed[index]!.time ?? Infinity) >= end);
  for (; i < placed.length; i++) {
    const { time, ref } = placed[i]!;
    if (time === null || time - end > FOLLOWS_WITHIN_MS) break;
    refs.push(ref);
  }
  return refs;
}

function findDeadlocks({ intervals, transitions, markers }: Picture): Occurrence[] {
  const steps = groupBy(transitions, (step) => `${step.node}\n${step.entity.name}`);
  const ends = groupBy(
    markers.filter((marker) => marker.kind === 'rhs-terminated'),
    (marker) => `${marker.node}`,
  );
  return intervals
    .filter((interval) => interval.kind === 'deadlock')
    .map((deadlock): Occurrence => {
      const { entity, node, start, end, provisional, attributes, startBasis } = deadlock;
      const isProven = startBasis === 'observed' || attributes.deadlockTimeoutBasis === 'log';
      const after = [
        ...rightAfter(end, steps.get(`${node}\n${entity.name}`) ?? []),
        ...rightAfter(end, ends.get(`${node}`) ?? []),
      ];
      const seconds = start === null || end === null ? null : Math.round((end - start) / 1000);
      const how =
        seconds === null
          ? ''
          : ` for ${seconds} s${startBasis === 'observed' ? '' : isProven ? ', by the logged DeadlockTimeout' : ', by the default DeadlockTimeout'}`;
      return {
        subject: `${node ?? `? ${deadlock.evidence[0]?.source}`}\n${entity.name}\n${deadlock.state}`,
        rule: 'resource-deadlock',
        role: 'cause',
        confidence: (isProven ? 0.9 : 0.8) * (provisional ? 0.75 : 1),
        title: `Call ${deadlock.state} on ${entity.name} did not return${how}`,
        start,
        end,
        provisional,
        nodes: namesOf(node),
        evidence: distinctRefs([...deadlock.evidence, ...uniqueRefs(after)]),
        counterEvidence: [],
        collectNext: [
          'The process dump of RHS that Windows Error Reporting wrote at the end of the call: its threads show where the call waits.',
          'The System event log of the node for the minutes before the call: disk, multipath and file-system events.',
          'The list of file-system filters (fltmc instances) and the versions of their drivers.',
        ],
      };
    });
}

/** Stops of the health monitor are told only after the reboot; the deadlock may lie this far before. */
const DEADLOCK_TO_STOP_MS = 60 * MS_PER_MINUTE;

function findBugchecksAfterDeadlock({ markers, intervals }: Picture): Finding[] {
  const deadlocks = intervals.filter((interval) => interval.kind === 'deadlock');
  return markers.flatMap((stop): Finding[] => {
    const seconds = stop.attributes.timeoutSeconds;
    if (stop.kind !== 'bugcheck' || typeof seconds !== 'number') return [];
    const deadlock = deadlockBefore(stop, seconds, deadlocks);
    if (deadlock === undefined) return [];
    const timeoutMs = Number(deadlock.attributes.deadlockTimeoutMs ?? DEFAULT_DEADLOCK_TIMEOUT_MS);
    const isFourfold = seconds * 1000 === 4 * timeoutMs;
    const isSameNode = stop.node !== null && stop.node === deadlock.node;
    const isDated = isOneClock(stop, deadlock);
    if (!isFourfold && !(isSameNode && isDated)) return [];
    const measure = isFourfold
      ? `${seconds} s, four times the DeadlockTimeout of ${timeoutMs / 1000} s`
      : `${seconds} s, which is not four times the DeadlockTimeout of ${timeoutMs / 1000} s`;
    return [
      {
        rule: 'bugcheck-after-deadlock',
        role: 'consequence',
        confidence: (isFourfold ? 0.9 : 0.6) * (isSameNode ? 1 : 0.8) * (isDated ? 1 : 0.85),
        title: `The health monitor stopped ${stop.node ?? 'a node'} with 0x9E: RHS did not end in ${measure}`,
        start: deadlock.end,
        end: isDated && stop.time! >= deadlock.end! ? stop.time : null,
        provisional: deadlock.provisional,
        count: 1,
        nodes: namesOf(stop.node ?? deadlock.node),
        evidence: [stop.ref, ...uniqueRefs([...stop.alsoAt, ...deadlock.evidence], stop.ref)],
        counterEvidence: [],
        collectNext: [
          'MEMORY.DMP of the stop: the process named by parameter 1 is the RHS process; its blocked threads show the driver.',
          ...(stop.node === null
            ? ['The whole System event log, which names the node of the stop.']
            : []),
          ...(stop.time === null
            ? ['Events 6008, 41 and 6005 of the same boot: they bound the time of the stop.']
            : []),
        ],
      },
    ];
  });
}

/** Whether both have a time, and times that can be compared: none of them, or both, read without knowing the zone. */
function isOneClock(stop: Marker, deadlock: StateInterval): boolean {
  return stop.time !== null && deadlock.end !== null && stop.provisional === deadlock.provisional;
}

/**
 * The deadlock that a stop of the health monitor follows: on the same node, or on one that is not known; of several the one
 * whose end lies nearest to the monitor's `seconds` before the stop. The last one where times cannot be compared.
 */
function deadlockBefore(
  stop: Marker,
  seconds: number,
  deadlocks: readonly StateInterval[],
): StateInterval | undefined {
  const possible = deadlocks.filter((deadlock) => {
    const isOther = deadlock.node !== null && stop.node !== null && deadlock.node !== stop.node;
    if (isOther || !isOneClock(stop, deadlock)) return !isOther;
    const sinceMs = stop.time! - deadlock.end!;
    return sinceMs <= DEADLOCK_TO_STOP_MS && sinceMs >= -seconds * MS_PER_SECOND;
  });
  const distance = (deadlock: StateInterval) =>
    isOneClock(stop, deadlock)
      ? Math.abs(stop.time! - deadlock.end! - seconds * MS_PER_SECOND)
      : Number.MAX_VALUE;
  let nearest = possible.at(-1);
  for (const deadlock of possible)
    if (nearest === undefined || distance(deadlock) < distance(nearest)) nearest = deadlock;
  return nearest;
}

/** Quorum is lost by several nodes at about one time. */
const ONE_LOSS_MS = MS_PER_MINUTE;

function findQuorumLosses({ markers }: Picture): Occurrence[] {
  const groups: Marker[][] = [];
  for (const marker of markers) {
    if (marker.kind !== 'quorum-lost') continue;
    const last = groups.at(-1)?.at(-1);
    const isSame =
      last !== undefined &&
      last.time !== null &&
      marker.time !== null &&
      last.provisional === marker.provisional &&
      marker.time - last.time <= ONE_LOSS_MS;
    if (isSame) groups.at(-1)!.push(marker);
    else groups.push([marker]);
  }
  return groups.map((group): Occurrence => {
    const nodes = [...new Set(group.flatMap((marker) => namesOf(marker.node)))].sort();
    const first = group[0]!;
    return {
      subject: nodes.join('\n') || `? ${first.ref.source}`,
      rule: 'quorum-lost',
      role: 'consequence',
      confidence: first.provisional ? 0.8 : 0.95,
      title: `Quorum was lost${nodes.length === 0 ? '' : ` on ${nodes.join(', ')}`}`,
      start: first.time,
      end: group[group.length - 1]!.time,
      provisional: first.provisional,
      nodes,
      evidence: uniqueRefs(group.flatMap((marker) => [marker.ref, ...marker.alsoAt])),
      counterEvidence: [],
      collectNext: [
        'The cluster.log of every other node for the same minutes: which of them still saw each other.',
        'The state of the witness at that time.',
      ],
    };
  });
}

/** Heartbeats end this soon after the peer's service has gone. */
const LOST_AFTER_STOP_MS = MS_PER_MINUTE;
/** Clocks of two nodes are not compared: a smaller distance does not tell an order. */
const CLOCKS_APART_MS = 2 * MS_PER_SECOND;

/**
 * Heartbeats that were lost after their peer had stopped on purpose. Within one log the order is sure; across two logs it
 * is claimed only when the stop is earlier by more than clocks of one cluster usually differ, and never for a provisional one.
 */
function findHeartbeatsLostAfterStop({ markers, intervals }: Picture): Occurrence[] {
  const stops = markers.filter(
    ({ kind, time, provisional }) =>
      (kind === 'service-stop' || kind === 'shutdown') && time !== null && !provisional,
  );
  const misses = intervals.filter(
    ({ kind, provisional }) => kind === 'heartbeat-miss' && !provisional,
  );
  return misses.flatMap((miss): Occurrence[] => {
    const { peer, start, evidence } = miss;
    const first = evidence[0];
    if (start === null || first === undefined) return [];
    const stop = stops.findLast((marker) => {
      const ahead = start - marker.time!;
      const isOneLog = marker.ref.source === first.source;
      return (
        marker.node === peer &&
        ahead <= LOST_AFTER_STOP_MS &&
        ahead >= (isOneLog ? 0 : CLOCKS_APART_MS)
      );
    });
    if (stop === undefined) return [];
    const isOneLog = stop.ref.source === first.source;
    return [
      {
        subject: `${miss.node}\n${peer}\n${isOneLog}`,
        rule: 'heartbeat-lost-after-stop',
        role: 'context',
        confidence: isOneLog ? 0.9 : 0.6,
        title: `${peer} had stopped before ${miss.node ?? 'its peer'} missed its heartbeats`,
        start: stop.time,
        end: start,
        provisional: false,
        nodes: [...new Set([...namesOf(peer), ...namesOf(miss.node)])].sort(),
        evidence: [stop.ref, ...uniqueRefs([...stop.alsoAt, ...evidence], stop.ref)],
        counterEvidence: [],
        collectNext: isOneLog
          ? []
          : ['Records that both nodes write about one event, to compare their clocks.'],
      },
    ];
  });
}

function namesOf(node: string | null): string[] {
  return node === null ? [] : [node];
}
