import type { SegmentBuilder } from '../model/segment-builder.ts';
import type { Encoding, NodeClaim } from '../model/source.ts';
import type { TimeBase } from '../time/time-base.ts';

/** The head of a source, for detection and preparation: at most the first 64 KiB, decoded. */
export interface Head {
  /** Decoded text of the head, without BOM; a cut last line is left out unless it is the only one. */
  readonly text: string;
  /** `text` split at line ends (CR LF, LF), without them. */
  readonly lines: readonly string[];
  /** Last component of the path: a hint for node and role only, never for the format. */
  readonly fileName: string;
  /** Whole path as dropped, archive members after `!/`. */
  readonly path: string;
  readonly encoding: Encoding;
  /** True when `text` is the whole source. */
  readonly whole: boolean;
}

/** How sure a format is that the head is its own. */
export interface Claim {
  /** 0 (not mine) to 1 (certain). Below 0.2 counts as not claimed. */
  readonly score: number;
  /** What was recognised, one sentence, shown to the reader. */
  readonly reason: string;
}

/** What a format learns from the head, once per source, before scanning. Extended by each format; plain JSON. */
export interface Preparation {
  readonly node: NodeClaim;
  readonly timeBase: TimeBase;
  /** The format's own findings about the dialect; handed to `isEntryStart` and `scan` unchanged, also across workers. */
  readonly dialect: unknown;
}

/**
 * Bytes of whole lines, ASCII-compatible: UTF-8 and the code pages as they are, UTF-16 transcoded to UTF-8.
 * A line ends at LF; a CR before it belongs to the line end.
 */
export interface ScanBytes {
  readonly bytes: Uint8Array;
  /** Decodes `[start, end)` in the source's encoding. */
  decode(start: number, end: number): string;
}

/**
 * One log format. All functions are pure: the same bytes give the same result in any worker.
 *
 * The driver cuts a source into segments at entry starts: a segment begins at the source's first byte or at a line for
 * which `isEntryStart` holds, and ends before such a line. So an entry is never split, `scan` carries no state from one
 * segment to the next, and the result does not depend on how the source is cut.
 */
export interface LogFormat {
  /** `wsfc-cluster-log`; fixed by the inspect contract. */
  readonly id: string;
  readonly title: string;
  /** Product versions read, for the README and the sources panel. */
  readonly versions: string;
  /** The document that the format's facts come from. */
  readonly reference: string;
  /** What the `component` column names: a component tag inside a product, or the provider of an event. */
  readonly componentIs: 'component' | 'provider';

  claim(head: Head): Claim;
  prepare(head: Head): Preparation;

  /**
   * Whether the line `[start, end)` (without its line end; its first 16 KiB when it is longer) begins an entry or a section.
   * Must be cheap, and look at nothing else: what stands around the line in `input` depends on how the source is cut.
   */
  isEntryStart(input: ScanBytes, start: number, end: number, dialect: unknown): boolean;

  /**
   * Scans `[0, input.bytes.length)`, whole lines. Never throws on content. Adds records, facts, problems and the tally of
   * every line to `out`; offsets and lines are relative to the segment. `atSourceStart`: text before the first entry is possible.
   * Returns the number of lines (a last line without LF counts).
   */
  scan(
    input: ScanBytes,
    dialect: unknown,
    out: SegmentBuilder,
    place: { readonly atSourceStart: boolean },
  ): number;

  /** The stamp as written in a record's text, or null when it has none. */
  stampOf(recordText: string, dialect: unknown): string | null;
}
