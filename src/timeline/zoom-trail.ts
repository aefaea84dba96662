import { spanOf, type Viewport } from './viewport.ts';

/** Views whose spans differ by less than this share are steps of a pan, not of a zoom. */
const SAME_SPAN = 0.02;

/**
 * The way from the whole down to the current view: of the views left behind those that hold what came after them, each wider than the
 * next; the current one last. `past` is oldest first; null stands for the whole incident, which always comes first.
 */
export function zoomTrail(
  past: readonly (Viewport | null)[],
  current: Viewport | null,
): readonly (Viewport | null)[] {
  const trail: (Viewport | null)[] = [null];
  for (const view of [...past, current]) {
    if (view === null) {
      trail.length = 1;
      continue;
    }
    while (trail.length > 1 && !holds(trail[trail.length - 1]!, view)) trail.pop();
    trail.push(view);
  }
  return trail;
}

function holds(outer: Viewport, inner: Viewport): boolean {
  const isWider = spanOf(outer) > spanOf(inner) * (1 + SAME_SPAN);
  return isWider && outer.start <= inner.start && outer.end >= inner.end;
}
