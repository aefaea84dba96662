import type { ScannedFact } from './fact.ts';
import type { Level } from './level.ts';
import type { Problem } from './problem.ts';

/** Records as columns, 28 bytes a record. All arrays have `count` items and may be transferred; the sender then has none. */
export interface RecordColumns {
  readonly count: number;
  /** Meaning given by `clock`. */
  readonly time: Float64Array<ArrayBuffer>;
  readonly clock: Uint8Array<ArrayBuffer>;
  readonly level: Uint8Array<ArrayBuffer>;
  /** Index into the segment's dictionary: component tag or event provider; 0 is none. */
  readonly component: Uint16Array<ArrayBuffer>;
  /** Index into the segment's dictionary: the computer that the record names; 0 is none. */
  readonly computer: Uint16Array<ArrayBuffer>;
  /** Event id; 0 is none. Ids above 65535 are kept in the text only. */
  readonly eventId: Uint16Array<ArrayBuffer>;
  /** 0-based line within the segment. */
  readonly line: Uint32Array<ArrayBuffer>;
  /** Bytes from the segment's start to the record's first byte, in the source's own encoding. */
  readonly offset: Uint32Array<ArrayBuffer>;
  /** Bytes of the record, continuation lines included, without the last line end. */
  readonly length: Uint32Array<ArrayBuffer>;
}

/** What became of every line. The five add up to the lines of the segment. */
export interface LineTally {
  /** Lines on which at least one record begins. */
  readonly entries: number;
  /** Lines that continue the record above them. */
  readonly continuations: number;
  /** Section headers and the property dumps under them. */
  readonly sections: number;
  readonly blanks: number;
  /** Lines that could not be read as anything above. */
  readonly problems: number;
}

/**
 * Counts of records on a grid of bins aligned to whole multiples of `2 ** exponent` ms, finest level of a segment's density.
 * Wall and UTC records are both placed by the number in `time`. Coarser levels are sums of pairs.
 */
export interface DensityLevel {
  readonly exponent: number;
  /** Bin `i` covers `[(firstBin + i) * 2**exponent, (firstBin + i + 1) * 2**exponent)`. */
  readonly firstBin: number;
  readonly counts: Uint32Array<ArrayBuffer>;
  /** Smallest Level number in the bin (worst); 0 where the bin is empty. */
  readonly worst: Uint8Array<ArrayBuffer>;
}

/** A run of dated records of one clock without a silence longer than `COVERAGE_SILENCE_MS`; by value, not by order in the file. */
export interface CoverageRun {
  readonly clock: 1 | 2;
  readonly first: number;
  readonly last: number;
  readonly records: number;
}

/** A stretch of one source, scanned. Segments tile the source: every byte and every line belongs to exactly one. */
export interface Segment {
  /** Source bytes before this segment. */
  readonly baseOffset: number;
  /** Bytes of this segment. */
  readonly byteLength: number;
  readonly lineCount: number;
  readonly columns: RecordColumns;
  /** `[0]` is ''. */
  readonly dictionary: readonly string[];
  readonly tally: LineTally;
  readonly levels: Readonly<Record<Level, number>>;
  /** Records whose clock is neither Wall nor Utc. */
  readonly undated: number;
  /** First (finest) to last (one bin). Empty when no record is dated. */
  readonly density: readonly DensityLevel[];
  readonly coverage: readonly CoverageRun[];
  /** The first `MAX_PROBLEMS_PER_SEGMENT`; `tally.problems` and `problemCount` count all. */
  readonly problems: readonly Problem[];
  readonly problemCount: number;
  readonly facts: readonly ScannedFact[];
}

export const MAX_PROBLEMS_PER_SEGMENT = 200;
export const COVERAGE_SILENCE_MS = 60_000;
