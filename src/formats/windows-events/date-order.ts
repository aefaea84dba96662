import { daysFromCivil } from '../../time/civil.ts';
import { MS_PER_DAY, MS_PER_HOUR, MS_PER_MINUTE } from '../../time/instant.ts';
import type { EvidenceLine } from '../../time/time-base.ts';
import { type DateOrder, ordersOf, type WrittenDate, wallTimeOf } from './written-date.ts';

/** One written date of a source, in file order, with what else the same event tells about its day. */
export interface DateSample {
  readonly date: WrittenDate;
  readonly evidence: EvidenceLine;
  /** The same instant in UTC, from the event's XML; null when it has none. */
  readonly utc: number | null;
  /** Days since 1970 from the name of a minidump that the event reports; null when there is none. */
  readonly dumpDay: number | null;
}

/**
 * How the open dates of a source are read. `basis` says what decided:
 * `certain` no date was open; `values` a number over 12; `xml` the event's own UTC time; `minidump` a dump named mmddyy;
 * `rows` only this order keeps the rows in time order, or within days rather than months; `labels` the language of the
 * labels; `default` nothing, English labels alone, read month first.
 */
export interface DateOrderRuling {
  readonly order: DateOrder;
  readonly basis: 'certain' | 'values' | 'xml' | 'minidump' | 'rows' | 'labels' | 'default';
  /** True when dates that fit both orders were read by a guess: rows or default. */
  readonly doubtful: boolean;
  /** True when some dates fit only one order and others only the other. */
  readonly mixed: boolean;
  readonly evidence: readonly EvidenceLine[];
}

const MAX_EVIDENCE = 3;
/** A local time is never further from UTC than 14 hours (Kiribati); 15 leaves room for a wrong clock setting. */
const MAX_OFFSET_MS = 15 * MS_PER_HOUR;

/**
 * Settles which of the first two numbers is the month, from all dates of a source at once. AM and PM prove nothing.
 * `labelOrder`: the order that the language of the labels uses, null for English or none.
 */
export function settleDateOrder(
  samples: readonly DateSample[],
  labelOrder: DateOrder | null,
): DateOrderRuling {
  const open = samples.filter((sample) => sample.date.open !== null);
  const fallback = labelOrder ?? 'mdy';
  if (open.length === 0) return ruling(fallback, 'certain', []);

  const only = (order: DateOrder) =>
    open.filter(({ date }) => ordersOf(date).length === 1 && ordersOf(date)[0] === order);
  const [monthFirst, dayFirst] = [only('mdy'), only('dmy')];
  const undecided = open.some(({ date }) => ordersOf(date).length === 2);
  if (monthFirst.length > 0 && dayFirst.length > 0) {
    const evidence = [monthFirst[0]!.evidence, dayFirst[0]!.evidence];
    return { order: fallback, basis: 'values', doubtful: undecided, mixed: true, evidence };
  }
  if (monthFirst.length > 0) return ruling('mdy', 'values', monthFirst);
  if (dayFirst.length > 0) return ruling('dmy', 'values', dayFirst);

  for (const [basis, agrees] of [
    ['xml', agreesWithUtc],
    ['minidump', agreesWithDump],
  ] as const) {
    const decided = decide(open, agrees);
    if (decided) return ruling(decided.order, basis, decided.samples);
  }
  const byRows = orderOfRows(samples);
  if (byRows) return { ...ruling(byRows, 'rows', open), doubtful: true };
  if (labelOrder) return ruling(labelOrder, 'labels', open);
  return { ...ruling('mdy', 'default', open), doubtful: true };
}

function ruling(
  order: DateOrder,
  basis: DateOrderRuling['basis'],
  samples: readonly DateSample[],
): DateOrderRuling {
  const evidence = samples.slice(0, MAX_EVIDENCE).map((sample) => sample.evidence);
  return { order, basis, doubtful: false, mixed: false, evidence };
}

/** The order that some sample speaks for and none speaks against. */
function decide(
  samples: readonly DateSample[],
  agrees: (sample: DateSample, order: DateOrder) => boolean,
): { readonly order: DateOrder; readonly samples: DateSample[] } | null {
  const forMonth = samples.filter((sample) => agrees(sample, 'mdy') && !agrees(sample, 'dmy'));
  const forDay = samples.filter((sample) => agrees(sample, 'dmy') && !agrees(sample, 'mdy'));
  if (forMonth.length > 0 && forDay.length === 0) return { order: 'mdy', samples: forMonth };
  if (forDay.length > 0 && forMonth.length === 0) return { order: 'dmy', samples: forDay };
  return null;
}

function agreesWithUtc({ date, utc }: DateSample, order: DateOrder): boolean {
  const read = wallTimeOf(date, order);
  return utc !== null && read !== null && offsetMinutesBetween(read.wall, utc) !== null;
}

function agreesWithDump({ date, dumpDay }: DateSample, order: DateOrder): boolean {
  const read = wallTimeOf(date, order);
  if (dumpDay === null || !read) return false;
  const days = read.wall / MS_PER_DAY - dumpDay;
  return days >= -1 && days <= 3;
}

/** How a span must differ for the smaller one to count: exports cover hours or days, a wrong order spreads them over months. */
const SPAN_RATIO = 4;

/** The only order in which the rows never change direction, or the one that packs them far closer; null when neither decides. */
function orderOfRows(samples: readonly DateSample[]): DateOrder | null {
  const walls = (order: DateOrder) =>
    samples.flatMap(({ date }) => wallTimeOf(date, order)?.wall ?? []);
  const [byMonth, byDay] = [walls('mdy'), walls('dmy')];
  const days = new Set(byMonth.map((wall) => Math.floor(wall / MS_PER_DAY)));
  if (days.size < 3) return null;
  const [monthRuns, dayRuns] = [isMonotonic(byMonth), isMonotonic(byDay)];
  if (monthRuns !== dayRuns) return monthRuns ? 'mdy' : 'dmy';
  const [monthSpan, daySpan] = [spanOf(byMonth), spanOf(byDay)];
  if (monthSpan * SPAN_RATIO < daySpan) return 'mdy';
  if (daySpan * SPAN_RATIO < monthSpan) return 'dmy';
  return null;
}

function isMonotonic(values: readonly number[]): boolean {
  return (
    values.every((value, i) => i === 0 || value >= values[i - 1]!) ||
    values.every((value, i) => i === 0 || value <= values[i - 1]!)
  );
}

function spanOf(values: readonly number[]): number {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return high - low;
}

/**
 * The UTC offset that makes a wall time and an instant the same moment, in minutes and rounded to a quarter of an hour;
 * null when they are not the same moment: further apart than a zone can be, or more than two minutes off a quarter.
 * The wall time has whole seconds, so the instant's fraction is cut first.
 */
export function offsetMinutesBetween(wall: number, utc: number): number | null {
  const difference = wall - Math.floor(utc / 1000) * 1000;
  if (Math.abs(difference) > MAX_OFFSET_MS) return null;
  const minutes = Math.round(difference / (15 * MS_PER_MINUTE)) * 15;
  return Math.abs(difference - minutes * MS_PER_MINUTE) <= 2 * MS_PER_MINUTE ? minutes : null;
}

/** Days since 1970 from a dump's name, mmddyy: `Mini111207-01.dmp`, `070219-22546-01.dmp`. Null when the name holds none. */
export function dumpDayOf(text: string): number | null {
  const found = /\\(?:Mini)?(\d\d)(\d\d)(\d\d)-\d{1,6}(?:-\d\d)?\.dmp/i.exec(text);
  if (!found) return null;
  const [month, day, year] = [Number(found[1]), Number(found[2]), 2000 + Number(found[3])];
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  return daysFromCivil(year, month, day);
}
