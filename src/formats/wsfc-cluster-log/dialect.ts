/**
 * How the entries of one log begin. One tolerant reader reads all generations; the kind only widens it:
 * - `full`: date and time, the form of every raw file since 2000
 * - `masked`: the author of an excerpt has hidden the date or the whole stamp
 * - `day-of-month`: NT4
 * - `time-only`: an excerpt without dates; any text may follow the time
 * - `bare`: an excerpt without stamps; a level or a tag at the start of a line begins an entry
 */
export type DialectKind = 'full' | 'masked' | 'day-of-month' | 'time-only' | 'bare';

export interface Dialect {
  readonly kind: DialectKind;
}

/** The dialect that `prepare` handed out; anything else is read as `full`. */
export function dialectOf(value: unknown): DialectKind {
  const kind = typeof value === 'object' && value !== null && 'kind' in value ? value.kind : null;
  return kind === 'masked' || kind === 'day-of-month' || kind === 'time-only' || kind === 'bare'
    ? kind
    : 'full';
}
