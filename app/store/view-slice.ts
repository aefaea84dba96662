import type { LineRef } from '../../src/model/incident.ts';
import type { ZoneRule } from '../../src/time/time-base.ts';
import type { Selection } from '../../src/timeline/selection.ts';
import type { Viewport } from '../../src/timeline/viewport.ts';

export type Theme = 'dark' | 'light';

export const RIGHT_TABS = ['selection', 'window', 'findings', 'sources', 'names'] as const;
export type RightTab = (typeof RIGHT_TABS)[number];

export const BOTTOM_TABS = [
  'search',
  'events',
  'transitions',
  'markers',
  'intervals',
  'lines',
  'problems',
  'raw',
  'undated',
] as const;
export type BottomTab = (typeof BOTTOM_TABS)[number];

/** Where the reader stands: what is shown and what is selected, nothing that follows from the evidence. */
export interface View {
  /** null: follow the whole incident while it grows. */
  readonly viewport: Viewport | null;
  /** Views left behind, oldest first, and those undone, next first; null means the whole incident. */
  readonly back: readonly (Viewport | null)[];
  readonly forward: readonly (Viewport | null)[];
  /** Zone of the second ruler and time column; `utc` means there is none. */
  readonly secondZone: ZoneRule;
  /** Zones of the rulers below the second. */
  readonly moreZones: readonly ZoneRule[];
  readonly theme: Theme;
  readonly selection: Selection | null;
  /** The line that the raw view stands at. */
  readonly rawAt: LineRef | null;
  readonly foldedLanes: ReadonlySet<string>;
  readonly rightTab: RightTab;
  readonly bottomTab: BottomTab;
  readonly keysShown: boolean;
}

/** Views kept for going back. */
const HISTORY_LENGTH = 100;
/** Moves closer together than this are one step back: a wheel turn is many small zooms. */
const SAME_MOVE_MS = 600;

/** The view moved to `viewport`; `sinceLastMoveMs` decides whether it can be undone by itself. */
export function movedTo(
  view: View,
  viewport: Viewport | null,
  sinceLastMoveMs: number,
): Pick<View, 'viewport' | 'back' | 'forward'> {
  if (sinceLastMoveMs < SAME_MOVE_MS && view.back.length > 0) {
    return { viewport, back: view.back, forward: [] };
  }
  return { viewport, back: [...view.back, view.viewport].slice(-HISTORY_LENGTH), forward: [] };
}

export function wentBack(view: View): Pick<View, 'viewport' | 'back' | 'forward'> {
  const viewport = view.back.at(-1);
  if (viewport === undefined) return view;
  return { viewport, back: view.back.slice(0, -1), forward: [view.viewport, ...view.forward] };
}

export function wentForward(view: View): Pick<View, 'viewport' | 'back' | 'forward'> {
  const [viewport, ...forward] = view.forward;
  if (viewport === undefined) return view;
  return { viewport, back: [...view.back, view.viewport], forward };
}
