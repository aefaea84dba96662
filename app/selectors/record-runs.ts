import type { SegmentRecords } from '../../src/model/evidence.ts';
import type { Incident } from '../../src/model/incident.ts';
import type { Source, SourceId } from '../../src/model/source.ts';
import type { ZoneRule } from '../../src/time/time-base.ts';
import {
  buildRecordRun,
  type RecordFilter,
  type RecordRun,
} from '../../src/timeline/record-run.ts';
import { clockOfSegment } from '../../src/timeline/segment-clock.ts';
import type { Evidence } from '../store/evidence-slice.ts';
import { judgementsById } from './incident-summary.ts';

/** A segment of a source with what is needed to place its records. */
export interface RecordPart {
  readonly source: Source;
  /** Its place among the segments of its source. */
  readonly index: number;
  readonly segment: SegmentRecords;
  readonly rule: ZoneRule;
  readonly node: string | null;
}

/** Every segment of the sources (of one when `only` is given), in the order of the sources. */
export function recordParts(
  sources: readonly Source[],
  segments: Evidence['segments'],
  incident: Incident,
  only: SourceId | null,
): readonly RecordPart[] {
  const judgements = judgementsById(incident);
  return sources.flatMap((source) => {
    if (only !== null && source.id !== only) return [];
    const judgement = judgements.get(source.id);
    const { rule } = judgement?.timeBase ?? source.timeBase;
    const node = (judgement?.node ?? source.node).name;
    return (segments[source.id] ?? []).map(
      (segment, index): RecordPart => ({ source, index, segment, rule, node }),
    );
  });
}

/** Matching records by source and segment, as a search found them. */
export type FoundRecords = ReadonlyMap<SourceId, ReadonlyMap<number, Uint32Array>>;

const NOTHING = new Uint32Array(0);

interface Kept {
  readonly filter: string;
  readonly found: FoundRecords | null;
  readonly run: RecordRun;
}

const runs = new WeakMap<SegmentRecords, Kept>();

/** The run of a part, remembered until the filter or the zone changes. `found` null: no text filter. */
export function runOfPart(
  part: RecordPart,
  filter: RecordFilter,
  found: FoundRecords | null,
): RecordRun {
  const { segment, rule } = part;
  const key = `${filter.levels} ${filter.component}`;
  const kept = runs.get(segment);
  if (
    kept?.filter === key &&
    kept.found === found &&
    kept.run.clock === clockOfSegment(segment, rule)
  ) {
    return kept.run;
  }
  const hits = found === null ? null : (found.get(part.source.id)?.get(part.index) ?? NOTHING);
  const run = buildRecordRun(segment, rule, filter, hits);
  runs.set(segment, { filter: key, found, run });
  return run;
}
