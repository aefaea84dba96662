import { daysFromCivil, daysInMonth } from '../../time/civil.ts';
import { MS_PER_DAY, type WallTime } from '../../time/instant.ts';
import { plainText } from './fold-label.ts';

/** Which of the first two numbers of a date is the month. */
export type DateOrder = 'mdy' | 'dmy';

/** A date and time as written, before the order of its numbers is decided. */
export interface WrittenDate {
  /** Day and month in the order written, when the order is open; null when year, month and day are certain. */
  readonly open: readonly [first: number, second: number] | null;
  readonly year: number;
  /** Certain month and day; 0 while `open`. */
  readonly month: number;
  readonly day: number;
  readonly separator: string;
  readonly timeOfDayMs: number;
  /** Minutes east of UTC that the text itself states (`Z` is 0), or null. */
  readonly offsetMinutes: number | null;
}

// biome-ignore format: a table
const MORNING = ['AM', 'A.M.', 'A. M.', 'A M', '上午', '凌晨', '早上', '午前', '오전', 'ÖÖ', 'OO', 'ДП'];
// biome-ignore format: a table
const AFTERNOON = ['PM', 'P.M.', 'P. M.', 'P M', '下午', '晚上', '中午', '午後', '午后', '오후', 'ÖS', 'OS', 'ПП'];

const escaped = (words: readonly string[]) =>
  words
    .flatMap((word) => [word, word.normalize('NFD')])
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replaceAll('.', '\\.'))
    .join('|');
const HALF = `(?:${escaped([...MORNING, ...AFTERNOON])})`;
const isAfternoon = new RegExp(`^(?:${escaped(AFTERNOON)})$`, 'iu');

/** No locale writes a longer stamp. */
const MAX_STAMP_CHARS = 80;

const ISO =
  /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d):(\d\d)(?:[.,](\d{1,9}))?\s*(Z|UTC|[+-]\d\d:?\d\d)?$/i;
/** `a/b/c`, `a.b.c`, `a-b-c`, `2021. 3. 9.`, `2021年3月9日`; then a time of day. */
const NUMERIC =
  /^(\d{1,4})\s?([/.\-年])\s?(\d{1,2})\s?([/.\-月])\s?(\d{1,4})(?:[.,日]|\sг\.)*(?:\s+|(?=\p{L}))(.+)$/u;
const NAMED = /^(\d{1,2})[-\s/.]([a-z]{3})[a-z]*\.?[-\s/.](\d{2,4}),?\s+(.+)$/i;
const MONTHS = 'janfebmaraprmayjunjulaugsepoctnovdec';
const TIME = new RegExp(
  `^(${HALF})?\\s*(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{2})(?:[.,](\\d{1,9}))?)?\\s*(${HALF})?$`,
  'iu',
);

/**
 * Reads a date with a time of day in the shapes that Windows writes: `9/15/2017 8:24:36 PM`, `27.10.2021 12:28:26`,
 * `2021/8/27 下午 01:27:31`, `2021-03-09 오전 12:07:41`, `2017-03-02T21:21:08.135`. Null for anything else, placeholders
 * and impossible dates included.
 */
export function parseWrittenDate(text: string): WrittenDate | null {
  if (text.length > MAX_STAMP_CHARS) return null;
  const plain = plainText(text).replace(/\s+/g, ' ').trim();
  const iso = ISO.exec(plain);
  if (iso) {
    const [year, month, day] = [Number(iso[1]), Number(iso[2]), Number(iso[3])];
    const time = timeOfDay(iso[4]!, iso[5]!, iso[6], iso[7], undefined);
    if (time === null || !isDate(year, month, day)) return null;
    return { ...certain(year, month, day, time, '-'), offsetMinutes: readOffset(iso[8]) };
  }
  const named = NAMED.exec(plain);
  if (named) {
    const month = MONTHS.indexOf(named[2]!.toLowerCase()) / 3 + 1;
    const time = readTimeOfDay(named[4]!);
    const year = fullYear(named[3]!);
    if (time === null || !isDate(year, month, Number(named[1]))) return null;
    return certain(year, month, Number(named[1]), time, '-');
  }
  const numeric = NUMERIC.exec(plain);
  const time = numeric ? readTimeOfDay(numeric[6]!) : null;
  return numeric && time !== null ? dateOf(numeric, time) : null;
}

/** A time of day with or without half-day words on either side, as milliseconds since midnight; null when it is none. */
export function readTimeOfDay(text: string): number | null {
  const parts = TIME.exec(plainText(text).replace(/\s+/g, ' ').trim());
  return parts ? timeOfDay(parts[2]!, parts[3]!, parts[4], parts[5], parts[1] ?? parts[6]) : null;
}

/** Whether the text stands in for a date and says none: `<date>`, `yyyy/mm/dd HH:mm:ss`, `***`, nothing. */
export function isDatePlaceholder(text: string): boolean {
  return !/\d/.test(text) || /[x*#<>?]|y{2,}|m{2,}\/|d{2,}/i.test(text);
}

/**
 * The wall time of a written date, its open numbers read in `order`; when they fit only the other order, in that one.
 * `forced` says so. Null when they fit neither.
 */
export function wallTimeOf(
  date: WrittenDate,
  order: DateOrder,
): { readonly wall: WallTime; readonly forced: boolean } | null {
  if (!date.open)
    return { wall: wall(date.year, date.month, date.day, date.timeOfDayMs), forced: false };
  for (const tried of order === 'mdy' ? (['mdy', 'dmy'] as const) : (['dmy', 'mdy'] as const)) {
    const [month, day] = tried === 'mdy' ? date.open : [date.open[1], date.open[0]];
    if (!isDate(date.year, month, day)) continue;
    return { wall: wall(date.year, month, day, date.timeOfDayMs), forced: tried !== order };
  }
  return null;
}

/** Which orders the numbers of a date allow; both when nothing in it decides. */
export function ordersOf(date: WrittenDate): readonly DateOrder[] {
  if (!date.open) return [];
  const [first, second] = date.open;
  const orders: DateOrder[] = [];
  if (isDate(date.year, first, second)) orders.push('mdy');
  if (isDate(date.year, second, first)) orders.push('dmy');
  return orders;
}

function dateOf(numeric: RegExpExecArray, timeOfDayMs: number): WrittenDate | null {
  const [, first = '', separator = '', second = '', otherSeparator = '', third = ''] = numeric;
  if (separator !== otherSeparator && separator !== '年') return null;
  const numbers = [first, second, third].map(Number) as [number, number, number];
  if (first.length === 4 || numbers[0] > 31) {
    const year = fullYear(first);
    if (!isDate(year, numbers[1], numbers[2])) return null;
    return certain(year, numbers[1], numbers[2], timeOfDayMs, separator);
  }
  if (first.length > 2) return null;
  const year = fullYear(third);
  const [a, b] = numbers;
  if (!isDate(year, a, b) && !isDate(year, b, a)) return null;
  if (separator === '.') {
    return isDate(year, b, a) ? certain(year, b, a, timeOfDayMs, '.') : null;
  }
  if (a === b) return certain(year, a, b, timeOfDayMs, separator);
  return { open: [a, b], year, month: 0, day: 0, separator, timeOfDayMs, offsetMinutes: null };
}

function certain(
  year: number,
  month: number,
  day: number,
  timeOfDayMs: number,
  separator: string,
): WrittenDate {
  return { open: null, year, month, day, separator, timeOfDayMs, offsetMinutes: null };
}

/** 12 AM is hour 0, 12 PM is 12; an hour above 12 keeps its value whatever the half-day word says. */
function timeOfDay(
  hourText: string,
  minute: string,
  second: string | undefined,
  fraction: string | undefined,
  half: string | undefined,
): number | null {
  let hour = Number(hourText);
  if (half !== undefined && hour <= 12) hour = (hour % 12) + (isAfternoon.test(half) ? 12 : 0);
  const seconds = second === undefined ? 0 : Number(second);
  if (hour > 23 || Number(minute) > 59 || seconds > 59) return null;
  const ms = fraction === undefined ? 0 : Number(`0.${fraction}`) * 1000;
  return ((hour * 60 + Number(minute)) * 60 + seconds) * 1000 + ms;
}

function readOffset(zone: string | undefined): number | null {
  if (zone === undefined) return null;
  const parts = /^([+-])(\d\d):?(\d\d)$/.exec(zone);
  if (!parts) return 0;
  return (parts[1] === '-' ? -1 : 1) * (Number(parts[2]) * 60 + Number(parts[3]));
}

function fullYear(text: string): number {
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}

/** Windows event logs exist since 1993 (NT 3.1); a year far outside is a misreading. */
function isDate(year: number, month: number, day: number): boolean {
  return year >= 1990 && year <= 2199 && day >= 1 && day <= daysInMonth(year, month);
}

function wall(year: number, month: number, day: number, timeOfDayMs: number): WallTime {
  return (daysFromCivil(year, month, day) * MS_PER_DAY + timeOfDayMs) as WallTime;
}
