/** Which clock a source's stamps were written by. */
export type ZoneRule =
  | { readonly kind: 'utc' }
  /** Minutes east of UTC: +08:00 is 480. */
  | { readonly kind: 'offset'; readonly offsetMinutes: number }
  /** IANA name, e.g. `Asia/Shanghai`. */
  | { readonly kind: 'zone'; readonly zone: string }
  | { readonly kind: 'unknown' };

/** A line that proves something: its 1-based number in the decoded text, and its text (cut to 500 characters). */
export interface EvidenceLine {
  readonly line: number;
  readonly text: string;
}

/**
 * How a time base is known: `declared` (the file says so), `inferred` (from the evidence lines),
 * `set` (by the reader) or `default` (the format's documented default; nothing in the file says).
 */
export type TimeBaseBasis = 'declared' | 'inferred' | 'set' | 'default';

export interface TimeBase {
  readonly rule: ZoneRule;
  readonly basis: TimeBaseBasis;
  /** 0 to 1. */
  readonly confidence: number;
  readonly evidence: readonly EvidenceLine[];
}

export const UNKNOWN_TIME_BASE: TimeBase = {
  rule: { kind: 'unknown' },
  basis: 'default',
  confidence: 0,
  evidence: [],
};
