import { assertNever } from '../base/assert.ts';
import { LEVEL_NAMES, type Level } from '../model/level.ts';
import { keyOf, misspeltKeyOf } from './parse-query.ts';
import type { Condition, Query } from './query.ts';

/** The query as text that `parseQuery` reads as the same query. */
export function formatQuery(query: Query): string {
  return query.terms
    .map(({ exclude, condition }) => (exclude ? '-' : '') + formatCondition(condition))
    .join(' ');
}

/** One condition as a reader would type it, e.g. for naming the term of a refused search. */
export function formatCondition(condition: Condition): string {
  switch (condition.type) {
    case 'text':
      return isPlainWord(condition.text) ? condition.text : quote(condition.text);
    case 'regex':
      return `/${condition.source}/${condition.flags}`;
    case 'level':
      return `level:${formatLevels(condition.levels)}`;
    case 'id':
      return `id:${condition.ids.join(',')}`;
    case 'is':
      return `is:${condition.kinds.join(',')}`;
    case 'node':
    case 'source':
    case 'resource':
    case 'component':
    case 'provider':
      return `${condition.type}:${condition.names.map(formatName).join(',')}`;
    default:
      return assertNever(condition);
  }
}

function isPlainWord(text: string): boolean {
  return /^[^\s"/-]\S*$/.test(text) && keyOf(text) === null && misspeltKeyOf(text) === null;
}

function formatName(name: string): string {
  return name === '' || /[\s,]|^"/.test(name) ? quote(name) : name;
}

function quote(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}

function formatLevels(levels: readonly Level[]): string {
  const mildest = levels.at(-1);
  const isAndWorse = mildest === levels.length && levels.length > 1;
  if (mildest !== undefined && isAndWorse) return `>=${LEVEL_NAMES[mildest]}`;
  return levels.map((level) => LEVEL_NAMES[level]).join(',');
}
