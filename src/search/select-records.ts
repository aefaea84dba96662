import { spellingOf } from '../analysis/node-spelling.ts';
import { lowerBound } from '../base/binary-search.ts';
import { Clock } from '../model/clock.ts';
import type { SegmentRecords } from '../model/evidence.ts';
import type { Incident, LineRef } from '../model/incident.ts';
import type { Source } from '../model/source.ts';
import type { Condition, Query, RecordKind } from './query.ts';

/** Ascending indexes of the records of a segment that columns and context leave; `'all'` for every one. */
export type Selection = 'all' | Uint32Array<ArrayBuffer>;

/** Finds the records of one source for which every condition holds that needs no text. */
export type RecordSelector = (segment: SegmentRecords) => Selection;

/**
 * Prepares a query for one source; null when none of its records can match. A selector costs O(records) of the segment
 * and looks names up once per dictionary entry.
 *
 * @param incident the picture so far: what nodes are called, and which lines tell a transition, a marker or an event
 */
export function createSelector(
  query: Query,
  source: Source,
  incident: Incident | null,
): RecordSelector | null {
  const checks: ((segment: SegmentRecords) => Check)[] = [];
  for (const { exclude, condition } of query.terms) {
    const check = checkOf(condition, source, incident);
    if (check === null) continue;
    if (typeof check !== 'boolean')
      checks.push((segment) => (exclude ? inverted(check(segment)) : check(segment)));
    else if (check === exclude) return null;
  }
  return (segment) => {
    let selection: Selection = 'all';
    for (const check of checks) selection = narrow(selection, segment, check(segment));
    return selection;
  };
}

/** Record `i` passes when `table[column[i]]` is 1; `column` null: when `table[i]` is. */
interface Check {
  readonly column: Uint8Array | Uint16Array | null;
  readonly table: Uint8Array;
}

/** Null when the condition is one on the text; a boolean when it is the same for every record of the source. */
function checkOf(
  condition: Condition,
  source: Source,
  incident: Incident | null,
): ((segment: SegmentRecords) => Check) | boolean | null {
  switch (condition.type) {
    case 'text':
    case 'regex':
    case 'resource':
      return null;
    case 'source':
      return isIn(source.path, condition.names);
    case 'level': {
      const table = tableOf(256, condition.levels);
      return ({ columns }) => ({ column: columns.level, table });
    }
    case 'id': {
      const table = tableOf(0x10000, condition.ids);
      return ({ columns }) => ({ column: columns.eventId, table });
    }
    case 'component':
      return byDictionary('component', (text) => condition.names.some((tag) => isTag(text, tag)));
    case 'provider':
      return byDictionary('component', (text) => text !== '' && isIn(text, condition.names));
    case 'node':
      return nodeCheck(condition.names, source, incident);
    case 'is':
      return kindCheck(condition.kinds, source, incident);
  }
}

function byDictionary(
  column: 'component' | 'computer',
  passes: (text: string) => boolean,
): (segment: SegmentRecords) => Check {
  return ({ columns, dictionary }) => ({
    column: columns[column],
    table: Uint8Array.from(dictionary, (text) => (passes(text) ? 1 : 0)),
  });
}

const isIn = (text: string, parts: readonly string[]) =>
  parts.some((part) => text.toLowerCase().includes(part.toLowerCase()));

function isTag(component: string, tag: string): boolean {
  const [seen, wanted] = [component.toLowerCase(), tag.toLowerCase()];
  return (
    seen === wanted || (seen.startsWith(wanted) && !/[\p{L}\p{N}]/u.test(seen[wanted.length]!))
  );
}

/**
 * Who wrote a record, by the rule of analysis: the node that the reader set for the source, else the computer that the record
 * names, else the source's node.
 */
function nodeCheck(
  names: readonly string[],
  source: Source,
  incident: Incident | null,
): ((segment: SegmentRecords) => Check) | boolean {
  const wanted = nodeKeys(names, incident);
  const claim = incident?.sources.find(({ id }) => id === source.id)?.node ?? source.node;
  const isOwn = claim.name !== null && wanted.has(nodeKey(claim.name));
  if (claim.basis === 'set') return isOwn;
  return byDictionary('computer', (computer) => {
    const spelling = spellingOf(computer);
    return spelling?.kind === 'name' ? wanted.has(spelling.key) : isOwn;
  });
}

/** Keys of the nodes that go by one of the names, and of the names themselves. */
function nodeKeys(names: readonly string[], incident: Incident | null): Set<string> {
  const keys = new Set(names.map(nodeKey));
  const wanted = new Set([...names.map((name) => name.toLowerCase()), ...keys]);
  for (const { name, aliases } of incident?.nodes ?? []) {
    if (aliases.some((alias) => wanted.has(alias.toLowerCase()))) keys.add(nodeKey(name));
  }
  return keys;
}

const nodeKey = (name: string) => spellingOf(name)?.key ?? '';

function kindCheck(
  kinds: readonly RecordKind[],
  source: Source,
  incident: Incident | null,
): ((segment: SegmentRecords) => Check) | boolean {
  const [dated, undated] = [kinds.includes('dated'), kinds.includes('undated')];
  if (dated && undated) return true;
  const lines = linesTelling(kinds, source, incident);
  return (segment) => {
    const { columns } = segment;
    const table = new Uint8Array(columns.count);
    if (dated || undated) {
      for (let i = 0; i < columns.count; i++) {
        const isDated = columns.clock[i] === Clock.Wall || columns.clock[i] === Clock.Utc;
        if (isDated === dated) table[i] = 1;
      }
    }
    markLines(segment, lines, table);
    return { column: null, table };
  };
}

/** Ascending 1-based lines of the source that tell something of the kinds. */
function linesTelling(
  kinds: readonly RecordKind[],
  source: Source,
  incident: Incident | null,
): Float64Array {
  const lines: number[] = [];
  const collect = (items: readonly { ref: LineRef; alsoAt: readonly LineRef[] }[]) => {
    for (const { ref, alsoAt } of items) {
      if (ref.source === source.id) lines.push(ref.line);
      for (const also of alsoAt) if (also.source === source.id) lines.push(also.line);
    }
  };
  if (kinds.includes('transition')) collect(incident?.transitions ?? []);
  if (kinds.includes('marker')) collect(incident?.markers ?? []);
  if (kinds.includes('event')) collect(incident?.events ?? []);
  return Float64Array.from(lines).sort();
}

/** Marks the records in which the lines lie; of several that begin on such a line, each. */
function markLines(segment: SegmentRecords, lines: Float64Array, table: Uint8Array): void {
  const { baseLine, lineCount, columns } = segment;
  for (let at = lowerBound(lines.length, (i) => lines[i]! >= baseLine); at < lines.length; at++) {
    const line = lines[at]! - baseLine;
    if (line >= lineCount) return;
    const record = lowerBound(columns.count, (i) => columns.line[i]! > line) - 1;
    for (let i = record; i >= 0 && columns.line[i] === columns.line[record]; i--) table[i] = 1;
  }
}

function tableOf(size: number, passing: readonly number[]): Uint8Array {
  const table = new Uint8Array(size);
  for (const value of passing) table[value] = 1;
  return table;
}

function inverted({ column, table }: Check): Check {
  return { column, table: table.map((passes) => 1 - passes) };
}

function narrow(selection: Selection, { columns }: SegmentRecords, check: Check): Selection {
  const { column, table } = check;
  if (table.every((passes) => passes === 1)) return selection;
  const count = selection === 'all' ? columns.count : selection.length;
  const kept = new Uint32Array(count);
  let size = 0;
  for (let at = 0; at < count; at++) {
    const record = selection === 'all' ? at : selection[at]!;
    if (table[column === null ? record : column[record]!] === 1) kept[size++] = record;
  }
  return kept.slice(0, size);
}
