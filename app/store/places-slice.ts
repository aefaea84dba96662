import type { Instant } from '../../src/time/instant.ts';
import type { Viewport } from '../../src/timeline/viewport.ts';
import type { AppState } from './app-store.ts';

/** What a saved view brings back; null stands for the whole incident. */
export interface SavedView {
  readonly viewport: Viewport | null;
  readonly foldedLanes: ReadonlySet<string>;
}

/** Keys 1 to 9. */
export const VIEW_SLOTS = 9;

/** Places that the reader keeps for this incident, and the list of commands. */
export interface Places {
  /** By slot; missing or undefined: nothing is saved there. */
  readonly savedViews: readonly (SavedView | undefined)[];
  /** Marked instants, ascending. */
  readonly marks: readonly Instant[];
  /** What stands in the palette's box; null: the palette is closed. */
  readonly paletteText: string | null;
  /** The last thing done of which the reader is told. */
  readonly undoable: Undoable | null;
}

export interface Undoable {
  readonly message: string;
  /** What takes it back; null: there is nothing to take back. */
  readonly before: Partial<AppState> | null;
}

export const NO_PLACES: Places = {
  savedViews: [],
  marks: [],
  paletteText: null,
  undoable: null,
};

/** The views with the current one saved in a slot, 0-based. */
export function withSavedView(
  views: Places['savedViews'],
  slot: number,
  view: SavedView | undefined,
): Places['savedViews'] {
  return Array.from({ length: VIEW_SLOTS }, (_, i) => (i === slot ? view : views[i]));
}

/** The instant marked, or no longer when it already was. */
export function withMark(marks: Places['marks'], time: Instant): Places['marks'] {
  if (marks.includes(time)) return marks.filter((mark) => mark !== time);
  return [...marks, time].sort((a, b) => a - b);
}
