import { useEffect, useState } from 'react';
import type { Viewport } from '../../../src/timeline/viewport.ts';
import { selectViewport } from '../../selectors/incident-summary.ts';
import { useApp, useHeartline } from '../../store/heartline-context.tsx';

/** A view at rest for this long is followed; one that keeps moving, this often, so that most frames are the picture's alone. */
const REST_MS = 100;
const MOVING_MS = 500;

/** The visible span, a moment late while it moves; null when nothing is dated. */
export function useVisibleSpan(): Viewport | null {
  const { store } = useHeartline();
  const [span, setSpan] = useState(() => selectViewport(store.getState()));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let since: number | null = null;
    const take = () => {
      since = null;
      setSpan(selectViewport(store.getState()));
    };
    take();
    const unsubscribe = store.subscribe((state, before) => {
      if (state.viewport === before.viewport && state.incident === before.incident) return;
      const now = performance.now();
      since ??= now;
      clearTimeout(timer);
      timer = setTimeout(take, Math.max(0, Math.min(REST_MS, since + MOVING_MS - now)));
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
