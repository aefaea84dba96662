import type { CoverageSpan, EdgeBasis, LineRef } from '../model/incident.ts';
import type { Instant } from '../time/instant.ts';

/**
 * A stretch of a node's time across which no state is carried: its logs are silent (`hole`), the node was dark, or the
 * service that keeps the states had ended (`stop`). `end` null: as far as the logs reach.
 */
export interface Break {
  readonly cause: 'hole' | 'dark' | 'stop';
  readonly start: Instant;
  readonly end: Instant | null;
  readonly ref: LineRef | null;
}

/** What the edge of a state is worth that a break cuts off: a stop is told by a record, the others leave the end open. */
export function basisOfCut(cause: Break['cause']): EdgeBasis {
  return cause === 'stop' ? 'observed' : 'unknown';
}

export const CUT_REASONS: Readonly<Record<Break['cause'], string>> = {
  hole: 'The log is silent from here on; how long the state held is not known.',
  dark: 'The node went dark; how long the state held is not known.',
  stop: 'The cluster service of the node ended.',
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

/** Ascending and disjoint: a break that begins within an earlier one is cut to what lies behind it. */
export function orderBreaks(breaks: readonly Break[]): Break[] {
  const sorted = [...breaks].sort(
    (a, b) => a.start - b.start || (b.end ?? Infinity) - (a.end ?? Infinity),
  );
  const kept: Break[] = [];
  let reached = Number.NEGATIVE_INFINITY;
  for (const item of sorted) {
    const end = item.end ?? Number.POSITIVE_INFINITY;
    if (end <= reached) continue;
    kept.push(item.start < reached ? { ...item, start: reached as Instant } : item);
    reached = end;
  }
  return kept;
}
