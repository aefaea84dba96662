import { Clock } from '../../model/clock.ts';
import { Level } from '../../model/level.ts';
import type { DialectKind } from './dialect.ts';
import { parseStamp } from './stamp.ts';

/** What stands before the text of an entry. Positions are relative to the start of the line. */
export interface EntryPrefix {
  /** How the stamp was written; `bare`: there is none. */
  readonly kind: DialectKind;
  /** `system`, `operational`, `verbose` ... from the section prefix of 2016 and later; `main` without one. */
  readonly channel: string;
  /** `pid.tid` or, in NT4, the thread; '' when missing. */
  readonly ids: string;
  readonly stamp: string;
  readonly time: number;
  readonly clock: Clock;
  /** A stamp that is no mask and yet cannot be read. */
  readonly badStamp: boolean;
  readonly level: Level;
  /** Where the text begins. */
  readonly textStart: number;
}

/** Longest prefix looked at: viewer column, section, ids, stamp and level with room to spare. */
export const MAX_PREFIX = 200;

/**
 * Grammar of a stamped entry, everything optional but the stamp (legend in order): line-number column of a log viewer,
 * section prefix, process and thread ids of any width with an optional blank after `::`, stamp, level.
 */
const STAMPED = new RegExp(
  [
    /^[ \t]*(?:\d{1,9}[ \t]+)?/,
    /(?:\[(?<section>[^\]=]{1,40})\][ ]+)?/,
    /(?:(?<ids>[0-9A-Za-z]{1,8}\.[0-9A-Za-z]{1,8}|[0-9A-Fa-f]{1,8})::[ ]?)?/,
    /(?<stamp>\d{4}(?<separator>[/-])\d{1,2}\k<separator>\d{1,2} ?[- ] ?\d{1,2}:\d\d:\d\d(?:[.,]\d{1,9})?|\d{1,2}-\d{1,2}:\d\d:\d\d(?:\.\d{1,9})?|\d{1,2}:\d\d:\d\d(?:\.\d{1,9})?)/,
    /(?:[ \t]+(?<level>INFO|WARN|ERR|DBG|CRIT)(?=[ \t]|$))?(?:[ \t]+|$|(?=\[))/,
  ]
    .map((part) => part.source)
    .join(''),
);

/** Ids are proof of an entry even when the stamp behind them is hidden or damaged. */
const IDENTIFIED =
  /^[ \t]*(?:\d{1,9}[ \t]+)?(?:\[(?<section>[^\]=]{1,40})\][ ]+)?(?<ids>[0-9A-Fa-f]{1,8}\.[0-9A-Fa-f]{1,8})::[ ]?(?=[\d*<YyXx#?_])/;

/** Without ids only the masks of published excerpts count as a stamp, and only before a level: `*<DateTime>*`, `YYYY/MM/DD-12:03:44.891`, `XXXX-XX-XX`. */
const MASKED =
  /^[ \t]*(?:\d{1,9}[ \t]+)?(?:\[(?<section>[^\]=]{1,40})\][ ]+)?(?<stamp>(?:\*?<[^>]{1,30}>\*?|[YyX]{2,4}[/-][MmX]{2}[/-][DdX]{2})(?: ?[- ]?[0-9XxHhMmSs:.*]+)?)(?=[ \t]+(?:INFO|WARN|ERR|DBG|CRIT)(?:[ \t]|$))/;

/** What ends a stamp that cannot be read: a level, or a tag. */
const STAMP_END = /[ \t]+(?<level>INFO|WARN|ERR|DBG|CRIT)(?:[ \t]+|$)|[ \t]*(?=\[[A-Za-z])/;
const LONGEST_MASK = 48;

/** A tagged entry without a stamp, recognised in every dialect: the fixed-width level right before a tag. */
const BARE_TAGGED =
  /^[ \t]*(?:\[(?<section>[^\]=]{1,40})\][ ]+)?(?<level>INFO|WARN|ERR|DBG|CRIT)[ ]+(?=\[[A-Za-z])/;

/** What begins an entry in a log without stamps: a level, or a tag at the start of the line. */
const BARE =
  /^(?:\[(?<section>System|Operational|Verbose)\][ ]+)?(?<level>INFO|WARN|ERR|DBG|CRIT)(?:[ \t]+|$)|^(?=\[[A-Za-z][^\]=]*\])/;

const MASK_CHARACTERS = /[*<>#?_YyMDHXx]/;

const LEVELS: Readonly<Record<string, Level>> = {
  CRIT: Level.Critical,
  ERR: Level.Error,
  WARN: Level.Warning,
  INFO: Level.Info,
  DBG: Level.Debug,
};

/**
 * Reads the prefix of a line, or returns null when the line begins no entry.
 * `line` holds one character a byte (Latin-1), so that positions are byte positions; `MAX_PREFIX` characters are enough.
 */
export function readPrefix(line: string, dialect: DialectKind): EntryPrefix | null {
  return readStamped(line, dialect) ?? readUnreadable(line) ?? readBare(line, dialect);
}

function readStamped(line: string, dialect: DialectKind): EntryPrefix | null {
  const match = STAMPED.exec(line);
  if (!match) return null;
  const { section, ids = '', stamp = '', level } = match.groups!;
  const textStart = match[0].length;
  const value = parseStamp(stamp);
  const kind = kindOf(stamp);
  if (ids === '') {
    // Other products write `2020-01-01 12:00:00,123` or join date and time with a blank.
    if (kind === 'full' && !/^\d{4}\/\d{1,2}\/\d{1,2} ?-/.test(stamp)) return null;
    if (kind === 'day-of-month') return null;
    const tagged = level !== undefined || /^\[[A-Za-z]/.test(line.slice(textStart, textStart + 2));
    const expected = dialect === 'time-only' && stamp.includes('.');
    if (kind === 'time-only' && !expected && !tagged) return null;
  } else if (!ids.includes('.') && kind !== 'day-of-month') {
    return null;
  }
  const channel = channelOf(section);
  return {
    kind,
    channel,
    ids,
    stamp,
    time: value?.time ?? 0,
    clock: value?.clock ?? Clock.Undated,
    badStamp: value === null,
    level: levelOf(level, channel),
    textStart,
  };
}

function readUnreadable(line: string): EntryPrefix | null {
  const opening = IDENTIFIED.exec(line) ?? MASKED.exec(line);
  if (!opening) return null;
  const { section, ids = '', stamp: mask } = opening.groups!;
  const stampStart = mask === undefined ? opening[0].length : opening[0].length - mask.length;
  const rest = line.slice(stampStart);
  const closing = STAMP_END.exec(rest.slice(0, LONGEST_MASK + 8));
  const wordEnd = /^\S+[ \t]*/.exec(rest)?.[0] ?? '';
  const closed = closing !== null && closing.index > 0 && closing.index <= LONGEST_MASK;
  const stamp = (closed ? rest.slice(0, closing.index) : wordEnd).trim();
  const channel = channelOf(section);
  return {
    kind: 'masked',
    channel,
    ids,
    stamp,
    time: 0,
    clock: Clock.Undated,
    badStamp: !MASK_CHARACTERS.test(stamp),
    level: levelOf(closed ? closing.groups?.level : undefined, channel),
    textStart: stampStart + (closed ? closing.index + closing[0].length : wordEnd.length),
  };
}

function readBare(line: string, dialect: DialectKind): EntryPrefix | null {
  const match = BARE_TAGGED.exec(line) ?? (dialect === 'bare' ? BARE.exec(line) : null);
  if (!match) return null;
  const { section, level } = match.groups ?? {};
  const channel = channelOf(section);
  return {
    kind: 'bare',
    channel,
    ids: '',
    stamp: '',
    time: 0,
    clock: Clock.Undated,
    badStamp: false,
    level: levelOf(level, channel),
    textStart: match[0].length,
  };
}

function kindOf(stamp: string): DialectKind {
  if (/^\d{4}[/-]/.test(stamp)) return 'full';
  return stamp.includes('-') ? 'day-of-month' : 'time-only';
}

function channelOf(section: string | undefined): string {
  return section === undefined ? 'main' : section.toLowerCase();
}

/** In `[System]` lines DBG is what a Critical event prints as (1135, 1146, 1177 in 2016 logs). No level word means Info. */
function levelOf(word: string | undefined, channel: string): Level {
  const level = word === undefined ? Level.Info : LEVELS[word]!;
  return channel === 'system' && level === Level.Debug ? Level.Critical : level;
}
