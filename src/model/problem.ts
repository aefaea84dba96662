/** A line that could not be read as the format says. The line is kept as text; nothing is lost. */
export interface Problem {
  /** 1-based in the source; 0 when it is about the whole file. Within a segment: 0-based line until assembled. */
  readonly line: number;
  /** Stable, kebab-case: `bad-timestamp`, `line-too-long`, `text-before-first-entry` ... */
  readonly code: string;
  /** What was seen, what was expected. */
  readonly message: string;
}
