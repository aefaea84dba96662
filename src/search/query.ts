import type { Level } from '../model/level.ts';

/** What `is:` asks for: a record that tells a transition, a marker or a known event, or one with or without a date. */
export const RECORD_KINDS = ['transition', 'marker', 'event', 'dated', 'undated'] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** Conditions that name things. Names are as the reader wrote them; letter case does not count. */
export const NAME_KEYS = ['node', 'source', 'resource', 'component', 'provider'] as const;
export type NameKey = (typeof NAME_KEYS)[number];

/**
 * One condition on a record; where it lists several values, any of them will do.
 * - `text`: the record's text holds it, whatever the letter case; never empty.
 * - `regex`: the expression matches within the record's text. `^` and `$` also match at every line end of a record of several
 *   lines. `flags` are some of `i`, `s`, `u`, in this order.
 * - `node`: that node wrote the record, under any of its names.
 * - `source`: the path holds the text. `provider`: so does the event provider.
 * - `resource`: the text holds the name, as whole words, in any of its spellings.
 * - `component`: the tag, alone or up to a sign that is neither letter nor digit: `RCM` is also `RCM-rbtr`.
 * - `level`, `id`, `is`: one of the values, which ascend.
 */
export type Condition =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'regex'; readonly source: string; readonly flags: string }
  | { readonly type: NameKey; readonly names: readonly string[] }
  | { readonly type: 'level'; readonly levels: readonly Level[] }
  | { readonly type: 'id'; readonly ids: readonly number[] }
  | { readonly type: 'is'; readonly kinds: readonly RecordKind[] };

export interface Term {
  /** Written with a leading `-`: the condition must not hold. */
  readonly exclude: boolean;
  readonly condition: Condition;
}

/** What a search asks for: records for which every term holds. No terms: every record. */
export interface Query {
  readonly terms: readonly Term[];
}

/** Every word that may stand before a colon. */
export const SEARCH_KEYS = [...NAME_KEYS, 'level', 'id', 'is'] as const;
export type SearchKey = (typeof SEARCH_KEYS)[number];
