import type { Incident } from '../../src/model/incident.ts';
import type { Source, SourceId } from '../../src/model/source.ts';
import { incidentExtent } from '../../src/timeline/extent.ts';
import { fitViewport, type Viewport } from '../../src/timeline/viewport.ts';
import { memoizeLast } from './memoize-last.ts';

/** First to last dated instant of the incident; null when nothing is dated. */
export const selectExtent = memoizeLast(incidentExtent);

const fitted = memoizeLast((extent: Viewport | null) =>
  extent === null ? null : fitViewport(extent.start, extent.end),
);

/** What is in view: the reader's choice, else the whole incident; null when nothing is dated. */
export function selectViewport(state: {
  readonly viewport: Viewport | null;
  readonly incident: Incident;
}): Viewport | null {
  return state.viewport ?? fitted(selectExtent(state.incident));
}

export const sourcesById = memoizeLast(
  (sources: readonly Source[]): ReadonlyMap<SourceId, Source> =>
    new Map(sources.map((source) => [source.id, source])),
);

export const judgementsById = memoizeLast(
  (incident: Incident): ReadonlyMap<SourceId, Incident['sources'][number]> =>
    new Map(incident.sources.map((judgement) => [judgement.id, judgement])),
);
