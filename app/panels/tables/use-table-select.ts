import type { Selection } from '../../../src/timeline/selection.ts';
import { selectViewport } from '../../selectors/incident-summary.ts';
import { useViewMoves } from '../../shell/use-view-moves.ts';
import { useHeartline } from '../../store/heartline-context.tsx';

/** Selects what a row stands for, and brings its mark into the view when it lies outside. */
export function useTableSelect(): (selection: Selection) => void {
  const { store, actions } = useHeartline();
  const { center } = useViewMoves();
  return (selection) => {
    actions.select(selection);
    const { time } = selection;
    const view = selectViewport(store.getState());
    if (time === null || view === null || selection.kind === 'interval') return;
    if (time < view.start || time >= view.end) center(time);
  };
}
