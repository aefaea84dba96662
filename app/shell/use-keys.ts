import { useEffect } from 'react';
import { tinykeys } from 'tinykeys';
import { useHeartline } from '../store/heartline-context.tsx';
import { useViewMoves, ZOOM_IN, ZOOM_OUT } from './use-view-moves.ts';

/** Share of the span that one arrow press moves. */
const PAN_SHARE = 0.15;

/** The page's keys. They rest while the reader writes, holds a widget of its own keys, or a dialog is open. */
export function useKeys(): void {
  const { store, actions } = useHeartline();
  const moves = useViewMoves();
  useEffect(() => {
    const free =
      (act: () => void) =>
      (event: KeyboardEvent): void => {
        if (event.defaultPrevented || isTaken(event.target)) return;
        if (store.getState().keysShown) return;
        event.preventDefault();
        act();
      };
    const zoomIn = free(() => moves.zoom(ZOOM_IN));
    const zoomOut = free(() => moves.zoom(ZOOM_OUT));
    return tinykeys(window, {
      f: free(moves.fit),
      '+': zoomIn,
      'Shift++': zoomIn,
      '=': zoomIn,
      '-': zoomOut,
      ArrowLeft: free(() => moves.pan(-PAN_SHARE)),
      ArrowRight: free(() => moves.pan(PAN_SHARE)),
      '[': free(() => moves.stepMarker(-1)),
      ']': free(() => moves.stepMarker(1)),
      'Alt+ArrowLeft': free(actions.goBack),
      'Alt+ArrowRight': free(actions.goForward),
      t: free(() => actions.setTheme(store.getState().theme === 'dark' ? 'light' : 'dark')),
      'Shift+?': free(() => actions.showKeys(true)),
    });
  }, [store, actions, moves]);
}

/** Fields and dialogs take every key; tabs and grids have keys of their own, which they mark as handled. */
function isTaken(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.matches('input:not([type=file]), textarea, select') || target.isContentEditable) {
    return true;
  }
  return target.closest('[role=dialog]') !== null;
}
