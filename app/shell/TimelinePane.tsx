import { useCallback } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { SegmentRecords } from '../../src/model/evidence.ts';
import type { SourceId } from '../../src/model/source.ts';
import type { Instant } from '../../src/time/instant.ts';
import { selectHits } from '../search/hits.ts';
import { selectViewport } from '../selectors/incident-summary.ts';
import { selectZones } from '../selectors/zones-shown.ts';
import type { AppState } from '../store/app-store.ts';
import { useActions, useApp } from '../store/heartline-context.tsx';
import type { Lanes } from '../store/lanes-slice.ts';
import { useStrings } from '../strings/strings-context.ts';
import { Timeline } from '../timeline/Timeline.tsx';
import { useViewMoves } from './use-view-moves.ts';
import { ViewBar } from './ViewBar.tsx';

const NO_SEGMENTS: readonly SegmentRecords[] = [];

/** The timeline, joined to the store. */
export function TimelinePane() {
  const strings = useStrings();
  const actions = useActions();
  const { moveView, select, toggleFold, setCrosshair, noteCrosshair } = actions;
  const moves = useViewMoves();
  const wishes = useApp(useShallow(selectWishes));
  const measured = useApp((state) => state.measured);
  const onCrosshair = useCallback(
    (time: Instant | null) => {
      setCrosshair(time);
      noteCrosshair(time);
    },
    [setCrosshair, noteCrosshair],
  );
  const incident = useApp((state) => state.incident);
  const lanes = useApp((state) => state.lanes);
  const sources = useApp((state) => state.sources);
  const segments = useApp((state) => state.segments);
  const viewport = useApp(selectViewport);
  const selection = useApp((state) => state.selection);
  const folded = useApp((state) => state.foldedLanes);
  const zones = useApp(selectZones);
  const theme = useApp((state) => state.theme);
  const hits = useApp(selectHits);
  const marks = useApp((state) => state.marks);
  const segmentsOf = useCallback((source: SourceId) => segments[source] ?? NO_SEGMENTS, [segments]);
  if (sources.length === 0) {
    return <p className="p-6 text-dim">{strings.view.loadingLanes}</p>;
  }
  return (
    <div className="flex h-full min-h-0 flex-col">
      <ViewBar />
      <div className="min-h-0 flex-1">
        <Timeline
          incident={incident}
          lanes={lanes}
          sources={sources}
          segmentsOf={segmentsOf}
          viewport={viewport}
          onViewport={moveView}
          selection={selection}
          onSelect={select}
          folded={folded}
          onToggleFold={toggleFold}
          zones={zones}
          theme={theme}
          matches={hits}
          marks={marks}
          onCrosshair={onCrosshair}
          wishes={wishes}
          laneActions={actions}
          onFitNode={moves.fitNode}
          measured={measured}
          onMeasure={actions.measure}
          onCopyTime={actions.copyTime}
          strings={strings.timeline}
        />
      </div>
    </div>
  );
}

function selectWishes(state: AppState): Lanes {
  const { laneChoices, laneHistory, laneFilter, laneHeight, foldsQuiet, openQuiet } = state;
  return { laneChoices, laneHistory, laneFilter, laneHeight, foldsQuiet, openQuiet };
}
