import type { Field } from './labels.ts';

/** A header value and the line it stands on. */
export interface HeaderValue {
  readonly value: string;
  readonly line: number;
}

/** The lines of one event, sorted into what they are. Line numbers are indexes into the scanned lines. */
export interface Entry {
  /** First and last line that are not blank. */
  first: number;
  last: number;
  readonly header: Map<Field, HeaderValue>;
  /** Languages in which every label of the header is one. */
  languages: readonly string[] | null;
  readonly description: string[];
  readonly xml: string[];
  /** Hex digits of the bytes after `Data:`. */
  bytes: string;
  /** Lines of Event Viewer's friendly view: names and values. */
  readonly friendly: string[];
  /** True while no label is there: a message stood alone, or under a headline. */
  headless: boolean;
}

/** An entry that begins at line `first` and holds nothing yet. */
export function emptyEntry(first: number): Entry {
  return {
    first,
    last: first,
    header: new Map(),
    languages: null,
    description: [],
    xml: [],
    bytes: '',
    friendly: [],
    headless: false,
  };
}

/** Entries in file order, and the lines that belong to none. */
export interface SplitLines {
  readonly entries: readonly Entry[];
  /** Lines of dashes between entries. */
  readonly separators: readonly number[];
  /** Lines outside all entries that are neither blank nor separators; ascending. */
  readonly strays: readonly number[];
}
