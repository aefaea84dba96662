import { useEffect, useState } from 'react';
import type { Viewport } from '../../../src/timeline/viewport.ts';
import { selectViewport } from '../../selectors/incident-summary.ts';
import { useApp, useHeartline } from '../../store/heartline-context.tsx';

/** A view that moves every frame changes what follows it at most this often. */
const FOLLOW_MS = 120;

/** The visible span, a moment late while it moves; null when nothing is dated. */
export function useVisibleSpan(): Viewport | null {
  const { store } = useHeartline();
  const [span, setSpan] = useState(() => selectViewport(store.getState()));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const take = () => {
      timer = undefined;
      setSpan(selectViewport(store.getState()));
    };
    take();
    const unsubscribe = store.subscribe((state, before) => {
      if (state.viewport === before.viewport && state.incident === before.incident) return;
      timer ??= setTimeout(take, FOLLOW_MS);
    });
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [store]);
  return span;
}

/** The span that the tables are limited to; null when they show everything. */
export function useTableWindow(): Viewport | null {
  const follows = useApp((state) => state.followsView);
  const span = useVisibleSpan();
  return follows ? span : null;
}
