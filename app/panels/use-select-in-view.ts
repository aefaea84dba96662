import { useMemo } from 'react';
import type { Incident } from '../../src/model/incident.ts';
import type { Selection } from '../../src/timeline/selection.ts';
import type { Viewport } from '../../src/timeline/viewport.ts';
import { selectViewport } from '../selectors/incident-summary.ts';
import { useViewMoves } from '../shell/use-view-moves.ts';
import { useHeartline } from '../store/heartline-context.tsx';

/** Selects a mark, and moves the view to it when nothing of it is in sight. */
export function useSelectInView(): (selection: Selection) => void {
  const { store, actions } = useHeartline();
  const { center } = useViewMoves();
  return useMemo(
    () => (selection) => {
      actions.select(selection);
      const state = store.getState();
      const view = selectViewport(state);
      if (selection.time === null || view === null) return;
      if (!isInSight(state.incident, selection, view)) center(selection.time);
    },
    [store, actions, center],
  );
}

function isInSight({ intervals }: Incident, { kind, index, time }: Selection, view: Viewport) {
  const end = kind === 'interval' ? (intervals[index ?? -1]?.end ?? view.end) : time!;
  return time! < view.end && end >= view.start;
}
