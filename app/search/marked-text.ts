import { parseQuery } from '../../src/search/parse-query.ts';
import { memoizeLast } from '../selectors/memoize-last.ts';

/**
 * The text cut where words, phrases and names of a query stand in it: every second piece, the first being number 1, is one
 * of them. Expressions are not looked for again: one that was fast in a worker may still be slow here.
 */
export function piecesOf(text: string, query: string): readonly string[] {
  const pattern = patternOf(query);
  return pattern === null ? [text] : text.split(pattern);
}

/** One group around all alternatives, so that `split` keeps what it splits at; null when nothing is to be marked. */
const patternOf = memoizeLast((query: string): RegExp | null => {
  const parsed = parseQuery(query);
  if ('error' in parsed) return null;
  const wanted = parsed.terms.flatMap(({ exclude, condition }) => {
    if (exclude) return [];
    if (condition.type === 'text') return [condition.text];
    return condition.type === 'resource' ? condition.names : [];
  });
  if (wanted.length === 0) return null;
  // The longest first: of two that begin alike the first alternative would win.
  const ordered = wanted.toSorted((a, b) => b.length - a.length);
  return new RegExp(
    `(${ordered.map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('|')})`,
    'i',
  );
});
