import type { NameRepair } from '../model/incident.ts';
import { isLineBound } from './line-bound.ts';
import type { Query } from './query.ts';

/** A condition on the text of a record: the expression matches in it, or must not. Travels to the workers. */
export interface TextTerm {
  readonly source: string;
  /** Of the expression, with `m` and without `g`. */
  readonly flags: string;
  readonly exclude: boolean;
  /** See `isLineBound`. */
  readonly lineBound: boolean;
}

/**
 * The conditions of a query that only the text can tell, those first that are cheap to test and probably rare.
 *
 * @param repairs spellings that belong together, for `resource:`; refused ones are not used
 */
export function textTerms(query: Query, repairs: readonly NameRepair[]): TextTerm[] {
  const terms: { readonly term: TextTerm; readonly cost: number }[] = [];
  for (const { exclude, condition } of query.terms) {
    if (condition.type === 'text') {
      const source = escapeRegex(condition.text);
      const term = { source, flags: 'im', exclude, lineBound: isLineBound(source, 'im') };
      terms.push({ term, cost: -Math.min(condition.text.length, 50) });
    } else if (condition.type === 'resource') {
      const spellings = condition.names.flatMap((name) => spellingsOf(name, repairs));
      const source = [...new Set(spellings)].map(wholeWords).join('|');
      // The signs looked at beside a name are never beyond the end of its line.
      const lineBound = isLineBound(spellings.map(escapeRegex).join('|'), 'im');
      terms.push({ term: { source, flags: 'imu', exclude, lineBound }, cost: 0 });
    } else if (condition.type === 'regex') {
      const { source, flags } = condition;
      const lineBound = isLineBound(source, flags);
      const term = { source, flags: `${flags}m`, exclude, lineBound };
      terms.push({ term, cost: lineBound ? 10 : 1000 });
    }
  }
  const costOf = ({ term, cost }: (typeof terms)[number]) => cost + (term.exclude ? 100 : 0);
  return terms.sort((a, b) => costOf(a) - costOf(b)).map(({ term }) => term);
}

/** The name and every other spelling of names that hold it: as written in a log and as repaired. */
function spellingsOf(name: string, repairs: readonly NameRepair[]): string[] {
  const wanted = name.toLowerCase();
  const spellings = [name];
  for (const { written, proposed, refused } of repairs) {
    if (refused) continue;
    if (proposed.toLowerCase().includes(wanted)) spellings.push(written);
    if (written.toLowerCase().includes(wanted)) spellings.push(proposed);
  }
  return spellings;
}

/** Matches `name` where it is not a part of a longer word: `Disk 1` is not in `Disk 12`. */
function wholeWords(name: string): string {
  const escaped = escapeRegex(name);
  const before = /^[\p{L}\p{N}_]/u.test(name) ? `(?<![\\p{L}\\p{N}_]${escaped})` : '';
  const after = /[\p{L}\p{N}_]$/u.test(name) ? '(?![\\p{L}\\p{N}_])' : '';
  return `${escaped}${before}${after}`;
}

function escapeRegex(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
