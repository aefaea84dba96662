import type { CoverageSpan, EdgeBasis, LineRef } from '../model/incident.ts';
import type { Instant } from '../time/instant.ts';
import { subtractSpans, uniteSpans } from './spans.ts';

/**
 * A stretch of a node's time across which no state is carried: its logs are silent (`hole`), the node was dark, the
 * service that keeps the states had ended (`stop`) or was ending when its log broke off (`stopping`), the log of
 * another node tells the states (`elsewhere`), or its logs are over (`end`). `end` null: as far as any log reaches.
 */
export interface Break {
  readonly cause: 'hole' | 'dark' | 'stop' | 'stopping' | 'elsewhere' | 'end';
  readonly start: Instant;
  readonly end: Instant | null;
  readonly ref: LineRef | null;
}

/** What the edge of a state is worth that a break cuts off. */
export const CUT_BASES: Readonly<Record<Break['cause'], EdgeBasis>> = {
  hole: 'unknown',
  dark: 'unknown',
  stop: 'observed',
  stopping: 'implied',
  elsewhere: 'implied',
  end: 'carried',
};

export const CUT_REASONS: Readonly<Record<Break['cause'], string>> = {
  hole: 'The log is silent from here on; how long the state held is not known.',
  dark: 'The node went dark; how long the state held is not known.',
  stop: 'The cluster service of the node ended.',
  stopping: 'The cluster service of the node was stopping when its log ended.',
  elsewhere: 'From here on the log of another node tells its states.',
  end: '',
};

/** The holes between spans, ascending. */
export function holesBetween(spans: readonly CoverageSpan[]): Break[] {
  return spans.slice(1).map((span, i) => ({
    cause: 'hole' as const,
    start: spans[i]!.end,
    end: span.start,
    ref: null,
  }));
}

const PRIORITY: readonly Break['cause'][] = [
  'dark',
  'stop',
  'stopping',
  'hole',
  'elsewhere',
  'end',
];

/** Ascending and disjoint: where breaks overlap, darkness comes before a stop and a stop before silence. */
export function orderBreaks(breaks: readonly Break[]): Break[] {
  const ordered: Break[] = [];
  let taken: CoverageSpan[] = [];
  for (const cause of PRIORITY) {
    const added: CoverageSpan[] = [];
    let reached = -ENDLESS as Instant;
    const alike = breaks.filter((one) => one.cause === cause).sort((a, b) => a.start - b.start);
    for (const item of alike) {
      const span = { start: Math.max(item.start, reached) as Instant, end: item.end ?? ENDLESS };
      if (span.start >= span.end) continue;
      reached = span.end;
      added.push(span);
      for (const { start, end } of subtractSpans([span], taken)) {
        ordered.push({ ...item, start, end: end === ENDLESS ? null : end });
      }
    }
    taken = uniteSpans([...taken, ...added]);
  }
  return ordered.sort((a, b) => a.start - b.start);
}

const ENDLESS = Number.POSITIVE_INFINITY as Instant;
