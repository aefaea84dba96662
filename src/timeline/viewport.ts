import type { Instant } from '../time/instant.ts';
import { MS_PER_DAY } from '../time/instant.ts';

/** The visible span, half-open `[start, end)`, `end > start`. */
export interface Viewport {
  readonly start: Instant;
  readonly end: Instant;
}

/** The narrowest and the widest span that can be shown: 1 ms and 100 years. */
export const MIN_SPAN_MS = 1;
export const MAX_SPAN_MS = 36_525 * MS_PER_DAY;

/** Share of the span that stays free on each side after a fit. */
const FIT_PADDING = 0.03;

export function spanOf(view: Viewport): number {
  return view.end - view.start;
}

/**
 * Scales the span by `factor` about `anchor`, so that the instant under the pointer stays in place.
 * The span is held between `MIN_SPAN_MS` and `MAX_SPAN_MS`; a factor that is not a positive number changes nothing.
 */
export function zoomViewport(view: Viewport, factor: number, anchor: Instant): Viewport {
  if (!(factor > 0) || !Number.isFinite(factor)) return view;
  const span = spanOf(view);
  const held = Math.min(MAX_SPAN_MS, Math.max(MIN_SPAN_MS, span * factor));
  if (held === span) return view;
  const share = (anchor - view.start) / span;
  const start = anchor - share * held;
  return { start: start as Instant, end: (start + held) as Instant };
}

/** Moves the span by `byMs`, positive towards the future. */
export function panViewport(view: Viewport, byMs: number): Viewport {
  if (byMs === 0 || !Number.isFinite(byMs)) return view;
  return { start: (view.start + byMs) as Instant, end: (view.end + byMs) as Instant };
}

/**
 * The span `[start, end]` with `padding` of its length free on each side. A span of no length gets a second around it;
 * the order of the two instants does not matter.
 */
export function fitViewport(start: Instant, end: Instant, padding = FIT_PADDING): Viewport {
  const [low, high] = start <= end ? [start, end] : [end, start];
  if (low === high) return { start: (low - 500) as Instant, end: (high + 500) as Instant };
  const margin = (high - low) * padding;
  return holdSpan({ start: (low - margin) as Instant, end: (high + margin) as Instant });
}

/**
 * Keeps the view from leaving `bounds` altogether: at least a tenth of it stays inside, and it is never more than four times
 * as wide as the bounds (or the least span). Null bounds, nothing to keep to: only the span is held.
 */
export function clampViewport(view: Viewport, bounds: Viewport | null): Viewport {
  const held = holdSpan(view);
  if (bounds === null) return held;
  const widest = Math.max(spanOf(bounds) * 4, 1000);
  const span = Math.min(spanOf(held), widest);
  const centre = (held.start + held.end) / 2;
  const inside = Math.min(span, spanOf(bounds)) / 10;
  const lowest = bounds.start + inside - span / 2;
  const highest = bounds.end - inside + span / 2;
  const kept = Math.min(highest, Math.max(lowest, centre));
  if (kept === centre && span === spanOf(view)) return held;
  return { start: (kept - span / 2) as Instant, end: (kept + span / 2) as Instant };
}

function holdSpan(view: Viewport): Viewport {
  const span = spanOf(view);
  if (span >= MIN_SPAN_MS && span <= MAX_SPAN_MS) return view;
  const centre = (view.start + view.end) / 2;
  const half = (span < MIN_SPAN_MS ? MIN_SPAN_MS : MAX_SPAN_MS) / 2;
  return { start: (centre - half) as Instant, end: (centre + half) as Instant };
}

/** CSS pixels from the left edge of a plot `widthPx` wide; may be outside it. */
export function toX(view: Viewport, widthPx: number, time: number): number {
  return ((time - view.start) / (view.end - view.start)) * widthPx;
}

/** The instant under CSS pixel `x` of a plot `widthPx` wide. */
export function toTime(view: Viewport, widthPx: number, x: number): Instant {
  return (view.start + (x / widthPx) * (view.end - view.start)) as Instant;
}

/** The view a share `progress` (0 to 1) of the way from `from` to `to`; the span goes geometrically, so that zooming looks even. */
export function betweenViewports(from: Viewport, to: Viewport, progress: number): Viewport {
  if (progress <= 0) return from;
  if (progress >= 1) return to;
  const [spanFrom, spanTo] = [spanOf(from), spanOf(to)];
  const span = spanFrom * (spanTo / spanFrom) ** progress;
  // The centre moves with the span, so that an instant that both views show at one place stays there.
  const share = spanTo === spanFrom ? progress : (span - spanFrom) / (spanTo - spanFrom);
  const start = from.start + (to.start - from.start) * share;
  return { start: start as Instant, end: (start + span) as Instant };
}
