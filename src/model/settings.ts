import type { ZoneRule } from '../time/time-base.ts';
import type { SourceId } from './source.ts';

/** Everything a reader has corrected or chosen about the evidence. Plain JSON; empty by default. */
export interface ReaderSettings {
  /** Zone by source; wins over what the file says. */
  readonly zones: Readonly<Record<SourceId, ZoneRule>>;
  /** Node by source; wins over what the file says. */
  readonly nodes: Readonly<Record<SourceId, string>>;
  /** `YYYY-MM-DD` of the first record, for sources whose lines have only a time of day; `YYYY-MM` where lines have the day. */
  readonly dates: Readonly<Record<SourceId, string>>;
  /** Repaired names refused by the reader, as written. */
  readonly refusedNames: readonly string[];
}

export const NO_SETTINGS: ReaderSettings = { zones: {}, nodes: {}, dates: {}, refusedNames: [] };
