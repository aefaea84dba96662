import { LEVEL_NAMES, type Level } from '../model/level.ts';
import {
  type Condition,
  type Query,
  RECORD_KINDS,
  type RecordKind,
  SEARCH_KEYS,
  type SearchKey,
  type Term,
} from './query.ts';

/** Why a text is no query: what was seen and what was expected, and the 0-based UTF-16 unit where. */
export interface QueryError {
  readonly message: string;
  readonly at: number;
}

/**
 * Reads what was typed into the search box: terms with blanks between them, all of which must hold.
 *
 *     access denied            words, whatever the letter case
 *     "fault domain"           a phrase; \" and \\ stand for " and \
 *     /fault domain \d/i       a regular expression
 *     node:ZQ1 source:cluster.log component:RCM provider:FailoverClustering
 *     resource:"Cluster Disk 2",Quorum
 *     level:error,critical     level:>=warning
 *     id:1069,1135             is:transition|marker|event|dated|undated
 *     -anything                the term must not hold
 *
 * A word with a colon that is no such key (`10.0.0.1:3343`) is a word. An empty text has no terms.
 */
export function parseQuery(text: string): Query | { readonly error: QueryError } {
  const reader = new QueryReader(text);
  try {
    return { terms: reader.terms() };
  } catch (error) {
    if (error instanceof Refusal) return { error: { message: error.message, at: error.at } };
    throw error;
  }
}

/** The key before a colon at the start of `text`, or null when the text is a word. Used to know what must be quoted. */
export function keyOf(text: string): SearchKey | null {
  const key = /^([a-z]+):/i.exec(text)?.[1]?.toLowerCase();
  return SEARCH_KEYS.find((known) => known === key) ?? null;
}

/** A known key that `text` misspells by one letter; only for keys long enough that this is no accident. */
export function misspeltKeyOf(text: string): SearchKey | null {
  const key = /^([a-z]+):(?!:)/i.exec(text)?.[1]?.toLowerCase();
  if (key === undefined || keyOf(text) !== null) return null;
  return SEARCH_KEYS.find((known) => known.length > 3 && isOneLetterOff(key, known)) ?? null;
}

class Refusal extends Error {
  readonly at: number;

  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

/** Further names for levels, as logs write them. */
const LEVEL_ALIASES: Readonly<Record<string, Level>> = {
  crit: 1,
  err: 2,
  warn: 3,
  information: 4,
  informational: 4,
  dbg: 5,
  verbose: 5,
};

const EXPECTED: Readonly<Record<SearchKey, string>> = {
  node: 'a node name',
  source: 'a part of a path',
  resource: 'a resource name',
  component: 'a component tag',
  provider: 'a part of a provider name',
  level: 'critical, error, warning, info or debug, or >= and one of them',
  id: 'an event id from 1 to 65535',
  is: 'transition, marker, event, dated or undated',
};

const MAX_EVENT_ID = 0xffff;

class QueryReader {
  private readonly text: string;
  private at = 0;

  constructor(text: string) {
    this.text = text;
  }

  terms(): Term[] {
    const terms: Term[] = [];
    for (;;) {
      while (this.at < this.text.length && isBlank(this.text[this.at]!)) this.at++;
      if (this.at === this.text.length) return terms;
      terms.push(this.term());
    }
  }

  private term(): Term {
    const exclude = this.text[this.at] === '-';
    if (exclude) this.at++;
    if (this.atEndOfTerm()) {
      throw new Refusal('nothing after "-"; expected what to leave out, e.g. -debug', this.at);
    }
    return { exclude, condition: this.condition() };
  }

  private condition(): Condition {
    const first = this.text[this.at];
    if (first === '/') return this.regex();
    if (first === '"') {
      const start = this.at;
      const text = this.quoted();
      if (text === '') throw new Refusal('empty phrase; expected text between the quotes', start);
      this.expectEndOfTerm('the closing quote');
      return { type: 'text', text };
    }
    const rest = this.text.slice(this.at);
    const misspelt = misspeltKeyOf(rest);
    if (misspelt !== null) {
      const seen = rest.slice(0, rest.indexOf(':') + 1);
      throw new Refusal(
        `unknown filter "${seen}"; expected ${misspelt}: or, to find the text, "${this.bare(false)}" in quotes`,
        this.at,
      );
    }
    const key = keyOf(rest);
    if (key === null) return { type: 'text', text: this.bare(false, true) };
    this.at += key.length + 1;
    return this.keyed(key);
  }

  private keyed(key: SearchKey): Condition {
    switch (key) {
      case 'level':
        return { type: 'level', levels: ascending(this.values(key, readLevels).flat()) };
      case 'id':
        return { type: 'id', ids: ascending(this.values(key, readId)) };
      case 'is': {
        const kinds = new Set(this.values(key, readKind));
        return { type: 'is', kinds: RECORD_KINDS.filter((kind) => kinds.has(kind)) };
      }
      default:
        return { type: key, names: [...new Set(this.values(key, (name) => name))] };
    }
  }

  /** One or more values with commas between them. `read` gives null for what it does not know. */
  private values<T>(key: SearchKey, read: (value: string) => T | null): T[] {
    const values: T[] = [];
    for (;;) {
      const start = this.at;
      const isQuoted = this.text[start] === '"';
      const written = isQuoted ? this.quoted() : this.bare(true, true);
      if (written === '') {
        throw new Refusal(
          `nothing after "${this.text[start - 1]}"; expected ${EXPECTED[key]}`,
          start,
        );
      }
      const value = read(written);
      if (value === null)
        throw new Refusal(`unknown ${key} "${written}"; expected ${EXPECTED[key]}`, start);
      values.push(value);
      if (this.text[this.at] !== ',') {
        if (isQuoted) this.expectEndOfTerm('the closing quote', ' or a comma');
        return values;
      }
      this.at++;
    }
  }

  /** The characters up to a blank (or a comma, in a list), passed over when `take`. */
  private bare(inList: boolean, take = false): string {
    let end = this.at;
    while (end < this.text.length && !isBlank(this.text[end]!)) {
      if (inList && this.text[end] === ',') break;
      end++;
    }
    const text = this.text.slice(this.at, end);
    if (take) this.at = end;
    return text;
  }

  private quoted(): string {
    const start = this.at;
    let text = '';
    for (let at = start + 1; at < this.text.length; at++) {
      const char = this.text[at]!;
      if (char === '"') {
        this.at = at + 1;
        return text;
      }
      const next = this.text[at + 1];
      if (char === '\\' && (next === '"' || next === '\\')) {
        text += next;
        at++;
      } else text += char;
    }
    throw new Refusal('no closing quote; expected " at the end of the phrase', start);
  }

  private regex(): Condition {
    const start = this.at;
    const end = this.endOfRegex();
    const source = this.text.slice(start + 1, end);
    this.at = end + 1;
    const written = this.bare(false, true);
    const whole = this.text.slice(start, this.at);
    if (source === '')
      throw new Refusal(
        'empty expression; expected a regular expression between the slashes',
        start,
      );
    if (!/^[gimsu]*$/.test(written) || new Set(written).size < written.length) {
      throw new Refusal(
        `"${written}" after the expression; expected a blank or flags out of i, s and u. To find the text, write "${whole}" in quotes`,
        end + 1,
      );
    }
    // Every match of a record counts as one, and ^ and $ always stand for line ends: g and m say nothing new.
    const flags = ['i', 's', 'u'].filter((flag) => written.includes(flag)).join('');
    try {
      new RegExp(source, flags);
    } catch (error) {
      const detail = error instanceof Error ? error.message.replace(/^.*\/[a-z]*: /s, '') : '';
      throw new Refusal(
        `${detail || 'not a regular expression'}; expected a regular expression between the slashes. To find the text, write it in quotes`,
        start,
      );
    }
    return { type: 'regex', source, flags };
  }

  /** Position of the slash that ends the expression at `at`: not escaped, not in a class. */
  private endOfRegex(): number {
    let inClass = false;
    for (let at = this.at + 1; at < this.text.length; at++) {
      const char = this.text[at];
      if (char === '\\') at++;
      else if (char === '[') inClass = true;
      else if (char === ']') inClass = false;
      else if (char === '/' && !inClass) return at;
    }
    throw new Refusal(
      `no closing slash; expected / at the end of the expression. To find the text, write "${this.bare(false)}" in quotes`,
      this.at,
    );
  }

  private atEndOfTerm(): boolean {
    return this.at === this.text.length || isBlank(this.text[this.at]!);
  }

  private expectEndOfTerm(after: string, or = ''): void {
    if (this.atEndOfTerm()) return;
    throw new Refusal(`"${this.text[this.at]}" after ${after}; expected a blank${or}`, this.at);
  }
}

const isBlank = (char: string) => /\s/.test(char);

function readLevels(written: string): Level[] | null {
  const andWorse = written.startsWith('>=');
  const level = levelOf(written.slice(andWorse ? 2 : 0).toLowerCase());
  if (level === null) return null;
  return andWorse ? allLevels.filter((other) => other <= level) : [level];
}

const allLevels = Object.keys(LEVEL_NAMES).map(Number) as Level[];

function levelOf(name: string): Level | null {
  return allLevels.find((level) => LEVEL_NAMES[level] === name) ?? LEVEL_ALIASES[name] ?? null;
}

function readId(written: string): number | null {
  const id = /^\d{1,5}$/.test(written) ? Number(written) : 0;
  return id >= 1 && id <= MAX_EVENT_ID ? id : null;
}

function readKind(written: string): RecordKind | null {
  return RECORD_KINDS.find((kind) => kind === written.toLowerCase()) ?? null;
}

function ascending<T extends number>(values: readonly T[]): T[] {
  return [...new Set(values)].sort((a, b) => a - b);
}

/** Whether one inserted, missing or other letter makes `a` into `b`. */
function isOneLetterOff(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  const [restOfA, restOfB] = [a.slice(same), b.slice(same)];
  return (
    restOfA.slice(1) === restOfB.slice(1) ||
    restOfA.slice(1) === restOfB ||
    restOfA === restOfB.slice(1)
  );
}
