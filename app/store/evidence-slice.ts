import type { SegmentRecords } from '../../src/model/evidence.ts';
import type { Incident } from '../../src/model/incident.ts';
import type { Source, SourceId, Unrecognised } from '../../src/model/source.ts';
import type { Lane } from '../../src/timeline/lane.ts';
import type { FileProgress, KnownFormat } from '../../src/worker/engine.ts';

/** Whether work is under way; also the value of `<html data-heartline>`. */
export type PageState = 'empty' | 'loading' | 'ready' | 'error';

/** What the engine has told so far. Every part keeps its identity until it changes. */
export interface Evidence {
  readonly pageState: PageState;
  readonly files: readonly FileProgress[];
  /** In the order of intake. */
  readonly sources: readonly Source[];
  /** Segments of a source in file order, as far as they have arrived. */
  readonly segments: Readonly<Record<SourceId, readonly SegmentRecords[]>>;
  readonly unrecognised: readonly Unrecognised[];
  readonly incident: Incident;
  /** The rows of the timeline; made from `incident`. */
  readonly lanes: readonly Lane[];
  /** What can be read; empty until the workers are there. */
  readonly formats: readonly KnownFormat[];
  /** Why the workers ended; null while they work. */
  readonly failure: string | null;
}

export const NO_INCIDENT: Incident = {
  nodes: [],
  sources: [],
  transitions: [],
  intervals: [],
  markers: [],
  events: [],
  findings: [],
  repairs: [],
};

export const NO_EVIDENCE: Evidence = {
  pageState: 'empty',
  files: [],
  sources: [],
  segments: {},
  unrecognised: [],
  incident: NO_INCIDENT,
  lanes: [],
  formats: [],
  failure: null,
};
