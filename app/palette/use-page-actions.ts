import { useMemo } from 'react';
import { useViewMoves } from '../shell/use-view-moves.ts';
import { useApp, useHeartline } from '../store/heartline-context.tsx';
import { useStrings } from '../strings/strings-context.ts';
import { type PageAction, pageActions } from './actions.ts';

/** Everything that the page can do now and here; changes with the incident and the theme, not with the view. */
export function usePageActions(): readonly PageAction[] {
  const heartline = useHeartline();
  const moves = useViewMoves();
  const strings = useStrings();
  const incident = useApp((state) => state.incident);
  const theme = useApp((state) => state.theme);
  return useMemo(
    () => pageActions(heartline, moves, strings, { incident, theme }),
    [heartline, moves, strings, incident, theme],
  );
}
