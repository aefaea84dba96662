import { useEffect } from 'react';
import { tinykeys } from 'tinykeys';
import { usePageActions } from '../palette/use-page-actions.ts';
import { useHeartline } from '../store/heartline-context.tsx';

/** The keys of all actions. They rest while the reader writes, holds a widget of its own keys, or a dialog is open. */
export function useKeys(): void {
  const { store } = useHeartline();
  const actions = usePageActions();
  useEffect(() => {
    const bindings: Record<string, (event: KeyboardEvent) => void> = {};
    for (const { keys, everywhere, isAvailable, run } of actions) {
      const onKey = (event: KeyboardEvent) => {
        const state = store.getState();
        if (event.defaultPrevented || state.keysShown || state.paletteText !== null) return;
        if (!everywhere && isTaken(event.target)) return;
        if (!isAvailable(state)) return;
        event.preventDefault();
        run();
      };
      for (const key of keys) bindings[key] = onKey;
    }
    return tinykeys(window, bindings);
  }, [store, actions]);
}

/** Fields and dialogs take every key; tabs and grids have keys of their own, which they mark as handled. */
function isTaken(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.matches('input:not([type=file]), textarea, select') || target.isContentEditable) {
    return true;
  }
  return target.closest('[role=dialog]') !== null;
}
