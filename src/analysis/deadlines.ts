import type { EdgeBasis, LineRef, StateInterval } from '../model/incident.ts';
import { type Instant, MS_PER_SECOND } from '../time/instant.ts';
import type { ConfigValues } from './config-values.ts';
import type { ObserverEnd } from './heartbeats.ts';
import { groupBy, uniqueRefs } from './order.ts';
import { ofType, type PlacedFact } from './placing.ts';
import { inOrder, writerKey } from './tellings.ts';

/** Resource property PendingTimeout when nothing sets it (learn.microsoft.com, "PendingTimeout"). */
const DEFAULT_PENDING_TIMEOUT_MS = 180_000;
/** A pending state is shown with its deadline once it has used up this share of it. */
const WORTH_SHOWING = 0.5;

/**
 * A node that has one vote too few, with its death timer where the log gives one: from the line that starts it to the line that ends it, or to its
 * expiry. `attributes.result` is `regained`, `lost`, `expired` or null when the log ends before.
 */
export function buildDeathTimers(
  facts: readonly PlacedFact[],
  endOf: ObserverEnd,
): StateInterval[] {
  const intervals: StateInterval[] = [];
  const dated = inOrder(ofType(facts, 'quorum')).filter((fact) => fact.placed.time !== null);
  for (const own of groupBy(dated, writerKey).values()) {
    let open: { first: PlacedFact; expires: Instant | null; refs: LineRef[] } | null = null;
    const close = (end: Instant, basis: EdgeBasis, result: string | null, ref: LineRef | null) => {
      if (open === null) return;
      intervals.push(deathTimer(open, end, basis, result, ref));
      open = null;
    };
    for (const fact of own) {
      const { body, placed, ref } = fact;
      const time = placed.time!;
      const expires: Instant | null =
        open === null ? null : (open as { expires: Instant | null }).expires;
      if (expires !== null && time > expires) close(expires, 'implied', 'expired', null);
      if (body.state !== 'at-risk') {
        close(time, 'observed', body.state, ref);
        continue;
      }
      const left = body.remainingSeconds;
      const deadline = left === undefined ? null : ((time + left * MS_PER_SECOND) as Instant);
      if (open === null) open = { first: fact, expires: deadline, refs: [] };
      else {
        const timer = open as { expires: Instant | null; refs: LineRef[] };
        timer.refs.push(ref);
        timer.expires ??= deadline;
      }
    }
    if (open !== null) {
      const { first, expires } = open as { first: PlacedFact; expires: Instant | null };
      const reach = endOf(first.writer, first.placed.time!);
      if (expires !== null && expires <= reach) close(expires, 'implied', 'expired', null);
      else close(reach, 'carried', null, null);
    }
  }
  return intervals;
}

function deathTimer(
  timer: { first: PlacedFact; expires: Instant | null; refs: readonly LineRef[] },
  end: Instant,
  endBasis: EdgeBasis,
  result: string | null,
  endRef: LineRef | null,
): StateInterval {
  const { first, expires, refs } = timer;
  const node = first.writer ?? '';
  return {
    kind: 'pending-deadline',
    entity: { kind: 'node', name: node, writtenName: node },
    node: first.writer,
    peer: null,
    medium: null,
    state: expires === null ? 'quorum at risk' : 'quorum death timer',
    start: first.placed.time,
    end,
    startBasis: 'observed',
    endBasis,
    provisional: first.placed.provisional,
    progress: [],
    outcome: result === 'regained' ? 'recovered' : null,
    reasoning:
      endBasis === 'implied' ? 'The timer runs out at this instant; no line ends it before.' : '',
    evidence: [first.ref, ...uniqueRefs(endRef === null ? refs : [...refs, endRef], first.ref)],
    attributes: {
      result,
      deadlineMs: expires === null ? null : expires - first.placed.time!,
    },
  };
}

/**
 * How long RCM lets a resource stay in OnlinePending or OfflinePending, for pending states that came near to it. `states`
 * are the state intervals; only those with an observed start say when the deadline began to run.
 */
export function buildPendingDeadlines(
  states: readonly StateInterval[],
  config: ConfigValues,
): StateInterval[] {
  const pending = states.filter(
    ({ entity, state }) => entity.kind === 'resource' && /^o(?:n|ff)linepending$/i.test(state),
  );
  return pending.flatMap((state): StateInterval[] => {
    const { entity, start, end, evidence } = state;
    if (start === null || end === null || state.startBasis !== 'observed') return [];
    const first = evidence[0];
    if (first === undefined) return [];
    const set = config.find(first.source, 'PendingTimeout', entity.name);
    const timeoutMs = set?.value ?? DEFAULT_PENDING_TIMEOUT_MS;
    if (end - start < timeoutMs * WORTH_SHOWING) return [];
    const isOver = end - start >= timeoutMs;
    return [
      {
        ...state,
        kind: 'pending-deadline',
        state: `PendingTimeout in ${state.state}`,
        end: isOver ? ((start + timeoutMs) as Instant) : end,
        endBasis: isOver ? 'implied' : state.endBasis,
        reasoning: `PendingTimeout of ${timeoutMs / 1000} s (${set === null ? 'default' : 'from the log'}) counts from the start of ${state.state}.`,
        evidence: set === null ? evidence : [...evidence, set.ref],
        attributes: {
          pendingTimeoutMs: timeoutMs,
          pendingTimeoutBasis: set === null ? 'default' : 'log',
          result: isOver ? 'expired' : 'ended',
        },
      },
    ];
  });
}
