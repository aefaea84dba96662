import { lowerBound } from '../base/binary-search.ts';
import type { FactBody } from '../model/fact.ts';
import type { EdgeBasis, LineRef, StateInterval } from '../model/incident.ts';
import { type Instant, MS_PER_HOUR, MS_PER_SECOND } from '../time/instant.ts';
import type { ConfigValues } from './config-values.ts';
import { type EntityNames, entityKey } from './entity-names.ts';
import { groupBy, uniqueRefs } from './order.ts';
import { ofType, type PlacedFact } from './placing.ts';
import { byAuthority, inOrder, voiceOf, writerKey } from './tellings.ts';

type DeadlockFact = PlacedFact<Extract<FactBody, { type: 'deadlock' }>>;
type CallFact = PlacedFact<Extract<FactBody, { type: 'rhs-call' }>>;

/** Resource property DeadlockTimeout when nothing sets it (learn.microsoft.com, "DeadlockTimeout"). */
export const DEFAULT_DEADLOCK_TIMEOUT_MS = 300_000;
/** The log and event 1230 tell one deadlock this near to one another. */
const SAME_DEADLOCK_WITHIN_MS = 5 * MS_PER_SECOND;
/** A call seen being issued this near to the implied start is the one that did not return. */
const NEAR_IMPLIED_MS = 10 * MS_PER_SECOND;
/** With only the default time-out to go by, an unanswered call up to this old is taken at its word. */
const LONGEST_CALL_MS = 2 * MS_PER_HOUR;

/**
 * From the call to the resource DLL to the line that declares it deadlocked. The end is observed. The start is observed
 * where the log shows the call being issued and not answered; else it is implied: `DeadlockTimeout` and what the line says
 * it was exceeded by, back from the end. Undated deadlocks have no edges.
 */
export function buildDeadlocks(
  facts: readonly PlacedFact[],
  names: EntityNames,
  config: ConfigValues,
): StateInterval[] {
  const calls = groupBy(inOrder(ofType(facts, 'rhs-call')), (fact) =>
    [writerKey(fact), resourceKey(fact, names)].join('\n'),
  );
  const alike = groupBy(inOrder(ofType(facts, 'deadlock')), (fact) =>
    [writerKey(fact), resourceKey(fact, names)].join('\n'),
  );
  const intervals: StateInterval[] = [];
  for (const [key, group] of alike) {
    for (const told of mergeTellings(group)) {
      const interval = toInterval(told, calls.get(key) ?? [], names, config);
      if (interval !== null) intervals.push(interval);
    }
  }
  return intervals;
}

function resourceKey(fact: DeadlockFact | CallFact, names: EntityNames): string {
  return entityKey(names.of({ kind: 'resource', name: fact.body.resource }));
}

function mergeTellings(alike: readonly DeadlockFact[]): DeadlockFact[][] {
  const groups: DeadlockFact[][] = [];
  for (const fact of alike) {
    const last = groups.at(-1)?.[0];
    const isSame =
      last !== undefined &&
      last.placed.time !== null &&
      fact.placed.time !== null &&
      last.placed.provisional === fact.placed.provisional &&
      voiceOf(last) !== voiceOf(fact) &&
      fact.placed.time - last.placed.time <= SAME_DEADLOCK_WITHIN_MS;
    if (isSame) groups.at(-1)!.push(fact);
    else groups.push([fact]);
  }
  return groups.map((group) =>
    group.sort(
      (a, b) => Number(a.body.call === '') - Number(b.body.call === '') || byAuthority(a, b),
    ),
  );
}

interface Start {
  readonly time: Instant | null;
  readonly basis: EdgeBasis;
  readonly reasoning: string;
  readonly evidence: readonly LineRef[];
}

function toInterval(
  told: readonly DeadlockFact[],
  calls: readonly CallFact[],
  names: EntityNames,
  config: ConfigValues,
): StateInterval | null {
  const fact = told[0]!;
  const { call, resource } = fact.body;
  if (fact.placed.time === null && call === '') return null;
  const set = config.find(fact.ref.source, 'DeadlockTimeout', resource);
  const timeoutMs = set?.value ?? DEFAULT_DEADLOCK_TIMEOUT_MS;
  const overdueMs = told.find((other) => other.body.overdueMs !== null)?.body.overdueMs ?? null;
  const end = fact.placed.time;
  const start = startOf(end, call, timeoutMs, overdueMs ?? 0, set?.ref ?? null, calls);
  return {
    kind: 'deadlock',
    entity: names.of({ kind: 'resource', name: resource }),
    node: fact.writer,
    peer: null,
    medium: null,
    state: call === '' ? 'deadlock' : call,
    start: start.time,
    end,
    startBasis: start.basis,
    endBasis: 'observed',
    provisional: fact.placed.provisional,
    progress: [],
    outcome: null,
    reasoning: start.reasoning,
    evidence: [
      fact.ref,
      ...uniqueRefs([...told.slice(1).map((other) => other.ref), ...start.evidence], fact.ref),
    ],
    attributes: {
      call,
      deadlockTimeoutMs: timeoutMs,
      deadlockTimeoutBasis: set === null ? 'default' : 'log',
      overdueMs,
    },
  };
}

function startOf(
  end: Instant | null,
  call: string,
  timeoutMs: number,
  overdueMs: number,
  setAt: LineRef | null,
  calls: readonly CallFact[],
): Start {
  const beyond = overdueMs === 0 ? '' : ` and the ${overdueMs} ms the line says it was exceeded by`;
  const timeout =
    setAt === null
      ? `DeadlockTimeout is not in the logs: its default of ${timeoutMs / 1000} s${beyond}`
      : `DeadlockTimeout of ${timeoutMs / 1000} s from the log${beyond}`;
  const evidence = setAt === null ? [] : [setAt];
  const reasoning = `${timeout}, counted back from the line that declares the deadlock.`;
  if (end === null) return { time: null, basis: 'implied', reasoning, evidence };

  const implied = (end - timeoutMs - overdueMs) as Instant;
  const issued = lastUnanswered(calls, call, end);
  if (issued !== null) {
    const age = end - issued.placed.time!;
    const near = Math.abs(issued.placed.time! - implied) <= NEAR_IMPLIED_MS;
    if (near || (setAt === null && age <= LONGEST_CALL_MS)) {
      const told = `The log shows the call being issued and no answer to it`;
      const differs = near
        ? '.'
        : `; it took ${age / 1000} s, not the default of ${timeoutMs / 1000} s.`;
      return {
        time: issued.placed.time,
        basis: 'observed',
        reasoning: told + differs,
        evidence: [...evidence, issued.ref],
      };
    }
  }
  return { time: implied, basis: 'implied', reasoning, evidence };
}

/** The last call of that name before `end`, unless RHS answered it (997 only says that it is pending). */
function lastUnanswered(calls: readonly CallFact[], call: string, end: Instant): CallFact | null {
  const before = lowerBound(calls.length, (i) => (calls[i]!.placed.time ?? end) >= end);
  for (let i = before - 1; i >= 0; i--) {
    const { body } = calls[i]!;
    if (call !== '' && callName(body.call) !== callName(call)) continue;
    if (body.phase === 'issued') return calls[i]!;
    if (body.result !== 997) return null;
  }
  return null;
}

/** RCM issues `Online`, RHS waits for `ONLINERESOURCE`. */
function callName(call: string): string {
  return call.toUpperCase().replace(/RESOURCE$/, '');
}
