import type { ScannedFact } from './fact.ts';
import type { CoverageRun, LineTally, Segment } from './segment.ts';
import type { Source } from './source.ts';

/** A fact in its source: as scanned, with `line` 1-based in the whole source. */
export type Fact = Omit<ScannedFact, 'record'>;

/** What analysis works on: one source and everything its records mean. Facts are in file order. */
export interface SourceEvidence {
  readonly source: Source;
  readonly facts: readonly Fact[];
  readonly coverage: readonly CoverageRun[];
}

/** A segment as the page keeps it: columns and density, without facts and problems. */
export type SegmentRecords = Pick<
  Segment,
  'baseOffset' | 'byteLength' | 'lineCount' | 'columns' | 'dictionary' | 'density' | 'coverage'
> & {
  /** 1-based number of the segment's first line. */
  readonly baseLine: number;
  readonly tally: LineTally;
};
