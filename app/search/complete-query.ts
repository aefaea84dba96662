import { LEVEL_NAMES } from '../../src/model/level.ts';
import { RECORD_KINDS, SEARCH_KEYS, type SearchKey } from '../../src/search/query.ts';

/** Names that the incident knows, best first; what can be offered behind each key. */
export type KnownNames = Readonly<Record<Exclude<SearchKey, 'level' | 'is'>, readonly KnownName[]>>;

export interface KnownName {
  readonly name: string;
  /** Said beside it, e.g. what an event id means; '' for nothing. */
  readonly detail: string;
}

/** One way to go on: `text[from, to)` becomes `insert`, and the caret goes behind it. */
export interface Completion {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
  /** The key that it belongs to; for `what: 'key'` the key itself. */
  readonly key: SearchKey;
  readonly what: 'key' | 'value';
  readonly label: string;
  readonly detail: string;
}

export const MAX_COMPLETIONS = 9;
/** A bare word is compared with names from this length on. */
const LEAST_WORD = 2;

/**
 * What may follow at the caret: keys at the start of a term, names behind a key, and the names that a bare word is part
 * of. Nothing inside a phrase or an expression.
 */
export function completeQuery(text: string, caret: number, names: KnownNames): Completion[] {
  const term = termAt(text, caret);
  if (term === null) return [];
  const { from, key, valueFrom, written } = term;
  const to = caret;
  if (key !== null) {
    const wanted = unquoted(written);
    return valuesOf(key, names)
      .filter(({ name }) => isLike(name, wanted) && name !== wanted)
      .sort((a, b) => startRank(a.name, wanted) - startRank(b.name, wanted))
      .slice(0, MAX_COMPLETIONS)
      .map(({ name, detail }) => ({
        from: valueFrom,
        to,
        insert: quotedWhenNeeded(name),
        key,
        what: 'value',
        label: name,
        detail,
      }));
  }
  const keys = SEARCH_KEYS.filter((each) => each.startsWith(written.toLowerCase())).map(
    (each): Completion => ({
      from,
      to,
      insert: `${each}:`,
      key: each,
      what: 'key',
      label: `${each}:`,
      detail: '',
    }),
  );
  if (written.length < LEAST_WORD) return keys;
  const named = (['node', 'resource', 'source'] as const).flatMap((each) =>
    names[each]
      .filter(({ name }) => isLike(name, written))
      .map(
        ({ name, detail }): Completion => ({
          from,
          to,
          insert: `${each}:${quotedWhenNeeded(name)}`,
          key: each,
          what: 'value',
          label: `${each}:${quotedWhenNeeded(name)}`,
          detail,
        }),
      ),
  );
  return [...keys, ...named].slice(0, MAX_COMPLETIONS);
}

interface TermAtCaret {
  /** Where the term begins, behind a `-`. */
  readonly from: number;
  readonly key: SearchKey | null;
  /** Where the value under the caret begins; the same as `from` without a key. */
  readonly valueFrom: number;
  /** What stands from there to the caret. */
  readonly written: string;
}

/** Null inside a phrase, inside an expression, and in the middle of a word. */
function termAt(text: string, caret: number): TermAtCaret | null {
  if (caret < text.length && !/[\s,]/.test(text[caret]!)) return null;
  let from = 0;
  let valueFrom = 0;
  let key: SearchKey | null = null;
  let quote: '"' | '/' | null = null;
  for (let at = 0; at < caret; at++) {
    const char = text[at]!;
    if (quote !== null) {
      if (char === '\\') at++;
      else if (char === quote) quote = null;
    } else if (/\s/.test(char)) {
      from = valueFrom = at + 1;
      key = null;
    } else if (char === '-' && at === from) from = valueFrom = at + 1;
    else if (at === valueFrom && (char === '"' || (char === '/' && key === null))) quote = char;
    else if (char === ',' && key !== null) valueFrom = at + 1;
    else if (char === ':' && key === null) {
      const before = text.slice(from, at).toLowerCase();
      key = SEARCH_KEYS.find((each) => each === before) ?? null;
      if (key !== null) valueFrom = at + 1;
    }
  }
  const written = text.slice(valueFrom, caret);
  if (quote !== null && key === null) return null;
  if (key === null && /^["/]/.test(written)) return null;
  return { from, key, valueFrom, written };
}

function valuesOf(key: SearchKey, names: KnownNames): readonly KnownName[] {
  const plain = (name: string) => ({ name, detail: '' });
  if (key === 'is') return RECORD_KINDS.map(plain);
  if (key !== 'level') return names[key];
  const levels = Object.values(LEVEL_NAMES);
  return ['>=error', '>=warning', ...levels].map(plain);
}

function isLike(name: string, wanted: string): boolean {
  return name.toLowerCase().includes(wanted.toLowerCase());
}

function startRank(name: string, wanted: string): number {
  return name.toLowerCase().startsWith(wanted.toLowerCase()) ? 0 : 1;
}

function unquoted(written: string): string {
  return written.replace(/^"|"$/g, '').replace(/\\(["\\])/g, '$1');
}

function quotedWhenNeeded(name: string): string {
  return /[\s,]|^"/.test(name) ? `"${name.replace(/["\\]/g, '\\$&')}"` : name;
}
