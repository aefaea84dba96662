import type { EvidenceLine, TimeBase } from '../time/time-base.ts';
import type { LevelName } from './level.ts';
import type { Problem } from './problem.ts';
import type { LineTally } from './segment.ts';

/** `s1`, `s2` ... in the order of intake. Stable within one session only; links use content fingerprints. */
export type SourceId = string & { readonly unit: 'SourceId' };

/**
 * Encodings a source can be read in: names that TextDecoder takes.
 * The offered code pages are the ones that cluster logs are found in.
 */
export const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'gbk',
  'shift_jis',
  'euc-kr',
  'big5',
  'windows-1251',
  'windows-1254',
  'windows-1250',
] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** How a fact about a source is known; `default` is a documented default that nothing in the file confirms. */
export type Basis = 'declared' | 'inferred' | 'set' | 'default';

export interface NodeClaim {
  /** null: left open for the reader to set. */
  readonly name: string | null;
  readonly basis: Basis;
  /** What says so: a line, or the file name (line 0). */
  readonly evidence: readonly EvidenceLine[];
}

/** What is known of one log, without its records. Immutable; replaced when a reader corrects it. */
export interface Source {
  readonly id: SourceId;
  /** Path as dropped, archive members after `!/`: `case.zip!/zq1/cluster.log`. */
  readonly path: string;
  readonly format: string;
  readonly encoding: Encoding;
  /** Why this encoding: `bom`, `nul-parity`, `valid-utf-8`, `ascii`, `fallback`, `format-claim` (of all code pages, a format knew the text in this one) or `set`. */
  readonly encodingBasis: string;
  readonly node: NodeClaim;
  readonly timeBase: TimeBase;
  readonly bytes: number;
  readonly lines: number;
  readonly records: number;
  readonly undated: number;
  readonly tally: LineTally;
  readonly levels: Readonly<Record<LevelName, number>>;
  readonly problems: readonly Problem[];
  readonly problemCount: number;
}

/** A file that no format claims, with what was seen and what to do. */
export interface Unrecognised {
  readonly path: string;
  readonly bytes: number;
  readonly reason: string;
}
