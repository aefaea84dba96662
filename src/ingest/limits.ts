/**
 * Every bound that intake and scanning keep, in one place. They exist so that no file, however made, freezes the page or
 * fills its memory; each refusal names the limit it ran into.
 */

const KIB = 1024;
const MIB = 1024 * KIB;
const GIB = 1024 * MIB;

/** What an archive may cost to open. */
export interface IntakeLimits {
  /** Archives within archives: a member of a dropped archive has depth 1. A `.tar.gz` counts twice. */
  readonly depth: number;
  /** Members of all archives of one intake together. */
  readonly members: number;
  /** Inflated bytes of all archives of one intake together. */
  readonly totalBytes: number;
  /** A member may inflate to this size whatever its ratio. */
  readonly ratioFreeBytes: number;
  /** Beyond `ratioFreeBytes`: inflated bytes per packed byte. DEFLATE cannot exceed 1032; text reaches 5 to 60. */
  readonly ratio: number;
  /** Characters of a member's whole path, archive names included. */
  readonly pathChars: number;
}

export const INTAKE_LIMITS: IntakeLimits = {
  depth: 6,
  members: 20_000,
  totalBytes: 16 * GIB,
  ratioFreeBytes: GIB,
  ratio: 1000,
  pathChars: 4096,
};

/** Detection looks at no more of a source than this. */
export const HEAD_BYTES = 64 * KIB;

/** A source is cut into ranges of this size, whatever the number of workers, so that the result never depends on them. */
export const RANGE_BYTES = 8 * MIB;

/** Bytes read past a range at once, to find the end of its last entry. */
export const LOOKAHEAD_BYTES = 64 * KIB;

/** `isEntryStart` sees at most this much of a line, so that its answer does not depend on how the source is cut. */
export const PROBE_BYTES = 16 * KIB;

/** How far an entry is scanned past the end of the range in which it begins; the rest of it is only counted. */
export const MAX_ENTRY_BYTES = 4 * MIB;

/** Step in which the unscanned rest of an overlong entry is passed over. */
export const SKIP_STEP_BYTES = MIB;
