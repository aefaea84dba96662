import type { Instant } from '../../src/time/instant.ts';
import type { Viewport } from '../../src/timeline/viewport.ts';
import type { AppStore } from '../store/app-store.ts';
import { NO_PLACES, type Undoable, withMark, withSavedView } from '../store/places-slice.ts';
import { en } from '../strings/en.ts';

export interface PlaceActions {
  /** Opens the list of commands with a text in its box. */
  openPalette(text: string): void;
  closePalette(): void;
  /** Saves what is in view under a slot, 0-based. */
  saveView(slot: number): void;
  /** Shows what is saved under a slot; says so when nothing is. */
  showSavedView(slot: number): void;
  /** Where the crosshair stands; null when it is off the lanes. */
  setCrosshair(time: Instant | null): void;
  /** Marks the instant under the crosshair, else the selected one; takes the mark away that is already there. */
  toggleMarkHere(): void;
  removeMark(time: Instant): void;
  clearMarks(): void;
  /** These lanes and no others are folded. */
  foldLanes(foldedLanes: ReadonlySet<string>): void;
  /** Takes the last undoable change back. */
  undo(): void;
  dismissUndo(): void;
}

/** @param actions as the page moves its view, so that going somewhere can be gone back from */
export function createPlaceActions(
  store: AppStore,
  actions: { moveView(viewport: Viewport | null): void },
): PlaceActions {
  const words = en.places;
  let crosshair: Instant | null = null;
  const say = (message: string, before: Undoable['before'] | null): { undoable: Undoable } => ({
    undoable: { message, before },
  });
  store.subscribe((state, before) => {
    if (state.sources.length === 0 && before.sources.length > 0) {
      store.setState({ ...NO_PLACES, paletteText: state.paletteText });
    }
  });
  return {
    openPalette: (paletteText) => store.setState({ paletteText }),
    closePalette: () => store.setState({ paletteText: null }),
    saveView(slot) {
      const { viewport, foldedLanes, savedViews, sources } = store.getState();
      if (sources.length === 0) return;
      const message = savedViews[slot] === undefined ? words.saved : words.replaced;
      store.setState({
        savedViews: withSavedView(savedViews, slot, { viewport, foldedLanes }),
        ...say(message(slot + 1), { savedViews }),
      });
    },
    showSavedView(slot) {
      const { viewport, foldedLanes, savedViews, sources } = store.getState();
      if (sources.length === 0) return;
      const view = savedViews[slot];
      if (view === undefined) {
        store.setState(say(words.notSaved(slot + 1), null));
        return;
      }
      actions.moveView(view.viewport);
      store.setState({
        foldedLanes: view.foldedLanes,
        ...say(words.went(slot + 1), { viewport, foldedLanes }),
      });
    },
    setCrosshair(time) {
      crosshair = time;
    },
    toggleMarkHere() {
      const time = crosshair ?? store.getState().selection?.time;
      if (time == null) store.setState(say(words.nothingToMark, null));
      else store.setState(({ marks }) => ({ marks: withMark(marks, time) }));
    },
    removeMark: (time) =>
      store.setState(({ marks }) => ({ marks: marks.filter((mark) => mark !== time) })),
    clearMarks: () =>
      store.setState(({ marks }) => ({ marks: [], ...say(words.cleared, { marks }) })),
    foldLanes: (foldedLanes) => store.setState({ foldedLanes }),
    undo: () => store.setState(({ undoable }) => ({ ...undoable?.before, undoable: null })),
    dismissUndo: () => store.setState({ undoable: null }),
  };
}
