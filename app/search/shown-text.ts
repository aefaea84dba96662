import { piecesOf } from './marked-text.ts';

/** `process.thread::date-time LEVEL` before the message of a cluster.log; other columns show the same. */
const HEAD = /^[0-9a-f]{4,8}\.[0-9a-f]{4,8}::\S+ +[A-Z]+ +/i;
/** What stands before the first match at most; further to the right it would be cut off. */
const LEAD = 36;

/**
 * What a row of hits shows of a text, so that the reason why it was found is in sight: the message without the stamp
 * before it, and of a long one the part from shortly before the first match. A match in the part that is left out keeps it.
 */
export function shownText(text: string, query: string): string {
  const head = HEAD.exec(text)?.[0].length ?? 0;
  const [before, match] = piecesOf(text, query);
  const at = match === undefined ? null : before!.length;
  const from = at === null || at >= head ? head : 0;
  if (at === null || at - from <= LEAD) return text.slice(from);
  const start = text.indexOf(' ', at - LEAD / 2);
  return `… ${text.slice(start === -1 || start >= at ? at : start + 1)}`;
}
