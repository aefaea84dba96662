import { useMemo } from 'react';
import { lowerBound } from '../../src/base/binary-search.ts';
import type { Instant } from '../../src/time/instant.ts';
import { spanOfNode } from '../../src/timeline/node-span.ts';
import {
  fitViewport,
  panViewport,
  spanOf,
  type Viewport,
  zoomViewport,
} from '../../src/timeline/viewport.ts';
import { selectViewport } from '../selectors/incident-summary.ts';
import { selectionOfMarker } from '../selectors/selections.ts';
import type { Heartline } from '../store/heartline.ts';
import { useHeartline } from '../store/heartline-context.tsx';

/** Moves of the view that keys and buttons share. */
export interface ViewMoves {
  fit(): void;
  zoom(factor: number): void;
  /** Moves by a share of the span; positive towards the future. */
  pan(share: number): void;
  /** Brings an instant to the middle of the view; the span stays. */
  center(time: Instant): void;
  /** Brings all that the lanes of a node show into view. */
  fitNode(node: string | null): void;
  /** The same for the node of the selected lane or mark. */
  fitSelectedNode(): void;
  /** Brings the selected interval, or some time around the selected instant, into view. */
  fitSelection(): void;
  /** Selects the marker before (-1) or after (1) the selected instant, and brings it into view. */
  stepMarker(direction: -1 | 1): void;
}

const ZOOM_STEP = 1.5;
export const ZOOM_IN = 1 / ZOOM_STEP;
export const ZOOM_OUT = ZOOM_STEP;

export function useViewMoves(): ViewMoves {
  const heartline = useHeartline();
  return useMemo(() => createViewMoves(heartline), [heartline]);
}

function createViewMoves({ store, actions }: Heartline): ViewMoves {
  const change = (to: (view: Viewport) => Viewport) => {
    const view = selectViewport(store.getState());
    if (view !== null) actions.moveView(to(view));
  };
  const fitNode = (node: string | null) => {
    const span = spanOfNode(store.getState().lanes, node);
    if (span !== null) actions.moveView(fitViewport(span.start, span.end));
  };
  return {
    fitNode,
    fitSelectedNode() {
      const { selection, incident, lanes } = store.getState();
      const lane = lanes.find(({ key }) => key === selection?.laneKey);
      const node =
        lane?.node ??
        incident.sources.find(({ id }) => id === selection?.ref?.source)?.node.name ??
        null;
      if (selection !== null) fitNode(node);
    },
    fitSelection() {
      const { selection, incident } = store.getState();
      if (selection?.time == null) return;
      const interval =
        selection.kind === 'interval' && selection.index !== null
          ? incident.intervals[selection.index]
          : undefined;
      actions.moveView(fitViewport(selection.time, interval?.end ?? selection.time, 0.1));
    },
    fit: () => actions.moveView(null),
    zoom: (factor) =>
      change((view) => zoomViewport(view, factor, ((view.start + view.end) / 2) as Instant)),
    pan: (share) => change((view) => panViewport(view, spanOf(view) * share)),
    center: (time) => change((view) => panViewport(view, time - (view.start + view.end) / 2)),
    stepMarker(direction) {
      const state = store.getState();
      const { markers } = state.incident;
      const dated = lowerBound(markers.length, (i) => markers[i]!.time === null);
      const index = nextMarker(state, dated, direction);
      const marker = index === null ? undefined : markers[index];
      if (index === null || marker?.time == null) return;
      actions.select(selectionOfMarker(marker, index));
      const { time } = marker;
      const view = selectViewport(state);
      if (view !== null && (time < view.start || time >= view.end)) {
        actions.moveView(panViewport(view, time - (view.start + view.end) / 2));
      }
    },
  };
}

/** Index of the marker to step to among the first `dated` ones, which ascend in time; null at the end. */
function nextMarker(
  { selection, incident, viewport }: ReturnType<Heartline['store']['getState']>,
  dated: number,
  direction: -1 | 1,
): number | null {
  let index: number;
  if (selection?.kind === 'marker' && selection.index !== null) {
    index = selection.index + direction;
  } else {
    const view = selectViewport({ viewport, incident });
    const from = selection?.time ?? (direction === 1 ? view?.start : view?.end) ?? 0;
    const at = lowerBound(dated, (i) => incident.markers[i]!.time! >= from);
    index = direction === 1 ? at : at - 1;
  }
  return index >= 0 && index < dated ? index : null;
}
