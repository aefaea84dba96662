import type { Instant } from '../time/instant.ts';
import type { Viewport } from './viewport.ts';

/** The span from the start of `span` to `time`, or from `time` to its start when that is later; without a span, one of no length at `time`. */
export function extendSpan(span: Viewport | null, time: Instant): Viewport {
  const from = span?.start ?? time;
  return from <= time ? { start: from, end: time } : { start: time, end: from };
}
