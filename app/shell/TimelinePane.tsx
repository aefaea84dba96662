import { useCallback } from 'react';
import type { SegmentRecords } from '../../src/model/evidence.ts';
import type { SourceId } from '../../src/model/source.ts';
import { selectHits } from '../search/hits.ts';
import { selectViewport } from '../selectors/incident-summary.ts';
import { selectZones } from '../selectors/zones-shown.ts';
import { useActions, useApp } from '../store/heartline-context.tsx';
import { useStrings } from '../strings/strings-context.ts';
import { Timeline } from '../timeline/Timeline.tsx';

const NO_SEGMENTS: readonly SegmentRecords[] = [];

/** The timeline, joined to the store. */
export function TimelinePane() {
  const strings = useStrings();
  const { moveView, select, toggleFold, setCrosshair } = useActions();
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
      onCrosshair={setCrosshair}
      strings={strings.timeline}
    />
  );
}
