import { lowerBound } from '../base/binary-search.ts';
import type { CoverageSpan, EdgeBasis, LineRef } from '../model/incident.ts';
import type { Instant } from '../time/instant.ts';
import { type Break, CUT_BASES, CUT_REASONS } from './breaks.ts';
import { subtractSpans, uniteSpans } from './spans.ts';

/** A record about the state of one entity: it passed to `to`; `from` null where the record only shows it in `to`. */
export interface ChainPoint {
  readonly time: Instant;
  readonly from: string | null;
  readonly to: string;
  readonly provisional: boolean;
  readonly refs: readonly LineRef[];
  /** What `time` is worth as the start of `to`; observed unless said otherwise. */
  readonly basis?: EdgeBasis;
  /** Why `basis` is not observed. */
  readonly reasoning?: string;
}

/** A stretch in one state, without the entity. */
export interface ChainState {
  readonly state: string;
  readonly start: Instant;
  readonly end: Instant;
  readonly startBasis: EdgeBasis;
  readonly endBasis: EdgeBasis;
  readonly provisional: boolean;
  readonly reasoning: string;
  readonly evidence: readonly LineRef[];
}

/**
 * Folds the records about one entity into stretches that do not overlap. `points` ascend; `spans` is where the logs that
 * told them could have spoken, `breaks` where no state is carried (both ascending).
 *
 * - Before the first record, and after each break, the state is the one the next record comes from, back to where the logs
 *   begin to speak; since when it held is not known.
 * - After the last record it is carried to the end of the logs.
 * - Where a record comes from another state than the one before it led to, the step between was not logged: the earlier
 *   state ends at the later record, with its end unknown.
 */
export function foldChain(
  points: readonly ChainPoint[],
  spans: readonly CoverageSpan[],
  breaks: readonly Break[],
): ChainState[] {
  const states: ChainState[] = [];
  points.forEach((point, i) => {
    const previous = points[i - 1];
    const next = points[i + 1];
    if (point.from !== null) {
      const resumed = resumesAt(point.time, previous?.time ?? null, spans, breaks);
      const isShown = resumed !== null && (resumed < point.time || previous === undefined);
      if (isShown) states.push(stateBefore(point, point.from, resumed));
    }
    states.push(stateAfter(point, next ?? null, spans, breaks));
  });
  return states.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** From when on a log could have told the state before `time`; null when the record before tells it. */
function resumesAt(
  time: Instant,
  previous: Instant | null,
  spans: readonly CoverageSpan[],
  breaks: readonly Break[],
): Instant | null {
  const cut = lastBreakBefore(time, breaks);
  if (previous !== null && (cut === null || cut.start < previous)) return null;
  const after = lowerBound(spans.length, (i) => spans[i]!.start > time);
  const spanStart = spans[after - 1]?.start ?? time;
  const cutEnd = cut === null ? spanStart : (cut.end ?? time);
  const resumed = Math.max(spanStart, cutEnd) as Instant;
  return resumed > time ? time : resumed;
}

function lastBreakBefore(time: Instant, breaks: readonly Break[]): Break | null {
  return breaks[lowerBound(breaks.length, (i) => breaks[i]!.start >= time) - 1] ?? null;
}

function stateBefore(point: ChainPoint, state: string, start: Instant): ChainState {
  return {
    state,
    start,
    end: point.time,
    startBasis: 'unknown',
    endBasis: 'observed',
    provisional: point.provisional,
    reasoning: 'The record at its end tells this state; since when it held is not logged.',
    evidence: point.refs,
  };
}

function stateAfter(
  point: ChainPoint,
  next: ChainPoint | null,
  spans: readonly CoverageSpan[],
  breaks: readonly Break[],
): ChainState {
  const { end, basis, reasoning, evidence } = endOf(point, next, spans, breaks);
  return {
    state: point.to,
    start: point.time,
    end,
    startBasis: point.basis ?? 'observed',
    endBasis: basis,
    provisional: point.provisional || (next?.provisional ?? false),
    reasoning: [point.reasoning, reasoning].filter(Boolean).join(' '),
    evidence,
  };
}

interface StateEnd {
  readonly end: Instant;
  readonly basis: EdgeBasis;
  readonly reasoning: string;
  readonly evidence: readonly LineRef[];
}

function endOf(
  point: ChainPoint,
  next: ChainPoint | null,
  spans: readonly CoverageSpan[],
  breaks: readonly Break[],
): StateEnd {
  const cut = breaks[lowerBound(breaks.length, (i) => breaks[i]!.start >= point.time)];
  const span = spans[lowerBound(spans.length, (i) => spans[i]!.end >= point.time)];
  const reach = span === undefined || span.start > point.time ? point.time : span.end;
  if (cut !== undefined && (next === null || cut.start < next.time)) {
    const isSilentBefore = reach < cut.start && reach > point.time;
    const cause = isSilentBefore ? 'hole' : cut.cause;
    return {
      end: isSilentBefore ? reach : cut.start,
      basis: CUT_BASES[cause],
      reasoning: CUT_REASONS[cause],
      evidence: cut.ref === null ? point.refs : [...point.refs, cut.ref],
    };
  }
  if (next === null) return { end: reach, basis: 'carried', reasoning: '', evidence: point.refs };
  const evidence = [...point.refs, ...next.refs];
  const end = next.time;
  if (next.from === null && next.to !== point.to) {
    const reasoning = `Seen in state ${next.to} at its end; the step itself is not logged.`;
    return { end, basis: 'implied', reasoning, evidence };
  }
  if (next.from !== null && next.from !== point.to) {
    const reasoning = `The log goes on from ${next.from}; the step from ${point.to} to it is not logged.`;
    return { end, basis: 'unknown', reasoning, evidence };
  }
  return { end, basis: next.basis ?? 'observed', reasoning: next.reasoning ?? '', evidence };
}

/**
 * The breaks between the first and the last record, as stretches in state `unknown`; what of them `states` cover is known. A
 * stopped service has no state at all.
 */
export function unknownStretches(
  points: readonly ChainPoint[],
  states: readonly ChainState[],
  breaks: readonly Break[],
  causes: readonly Break['cause'][],
): ChainState[] {
  const first = points[0];
  const last = points[points.length - 1];
  if (first === undefined || last === undefined) return [];
  const known = uniteSpans(states.filter(({ start, end }) => end > start));
  return breaks
    .filter(
      ({ cause, start }) => causes.includes(cause) && start >= first.time && start < last.time,
    )
    .flatMap(({ cause, start, end }) => {
      const until = end === null || end > last.time ? last.time : end;
      return subtractSpans([{ start, end: until }], known).map(
        (span): ChainState => ({
          state: 'unknown',
          ...span,
          startBasis: 'unknown',
          endBasis: 'unknown',
          provisional: first.provisional,
          reasoning: cause === 'dark' ? 'The node was dark.' : 'No log covers this time.',
          evidence: [],
        }),
      );
    });
}
