import { civilFromDays } from './civil.ts';
import {
  type Instant,
  MS_PER_DAY,
  MS_PER_HOUR,
  MS_PER_MINUTE,
  MS_PER_SECOND,
  type WallTime,
} from './instant.ts';
import type { ZoneRule } from './time-base.ts';
import { offsetMinutesAt, wallOf } from './zone.ts';
import { formatOffset, formatZone } from './zone-text.ts';

export type ClockPrecision = 'minute' | 'second' | 'millisecond';

const THIN_SPACE = '\u2009';
const MINUS = '\u2212';
const YEAR_ZERO = -62_167_219_200_000;
const YEAR_TEN_THOUSAND = 253_402_300_800_000;

/**
 * ISO 8601 in UTC with milliseconds: `2017-09-15T20:24:36.365Z`. Parts of a millisecond are dropped, never rounded up.
 * Outside the years 0000 to 9999 the text is `before year 0000` or `after year 9999`, for NaN `no time`. Never throws.
 */
export function formatIso(instant: Instant): string {
  const wall = instant as number as WallTime;
  return outOfRange(wall) ?? `${dateText(wall)}T${clockText(wall, 'millisecond')}Z`;
}

/** Time of day in the rule's zone: `20:24`, `20:24:36` or `20:24:36.365`; smaller parts are dropped. Never throws. */
export function formatClock(instant: Instant, rule: ZoneRule, precision: ClockPrecision): string {
  const wall = wallOf(rule, instant);
  return outOfRange(wall) ?? clockText(wall, precision);
}

/** Date in the rule's zone: `2017-09-15`. Never throws. */
export function formatDate(instant: Instant, rule: ZoneRule): string {
  const wall = wallOf(rule, instant);
  return outOfRange(wall) ?? dateText(wall);
}

/**
 * Date, time and the offset in force: `2017-09-16 04:24:36.365 +08:00`; `UTC` in place of an offset for UTC, and
 * `unknown zone` when the digits are only read as UTC. Never throws.
 */
export function formatStamp(
  instant: Instant,
  rule: ZoneRule,
  precision: ClockPrecision = 'millisecond',
): string {
  const wall = wallOf(rule, instant);
  const zone =
    rule.kind === 'zone' ? formatOffset(offsetMinutesAt(rule, instant)) : formatZone(rule);
  return outOfRange(wall) ?? `${dateText(wall)} ${clockText(wall, precision)} ${zone}`;
}

function outOfRange(wall: WallTime): string | null {
  if (wall >= YEAR_ZERO && wall < YEAR_TEN_THOUSAND) return null;
  if (Number.isNaN(wall)) return 'no time';
  return wall < YEAR_ZERO ? 'before year 0000' : 'after year 9999';
}

function dateText(wall: WallTime): string {
  const { year, month, day } = civilFromDays(Math.floor(wall / MS_PER_DAY));
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

function clockText(wall: WallTime, precision: ClockPrecision): string {
  const whole = Math.floor(wall);
  const ofDay = whole - Math.floor(whole / MS_PER_DAY) * MS_PER_DAY;
  const hours = pad(Math.floor(ofDay / MS_PER_HOUR), 2);
  const minutes = pad(Math.floor(ofDay / MS_PER_MINUTE) % 60, 2);
  if (precision === 'minute') return `${hours}:${minutes}`;
  const seconds = pad(Math.floor(ofDay / MS_PER_SECOND) % 60, 2);
  if (precision === 'second') return `${hours}:${minutes}:${seconds}`;
  return `${hours}:${minutes}:${seconds}.${pad(ofDay % MS_PER_SECOND, 3)}`;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

/**
 * A length of time as an engineer writes it, in the two largest units that it needs:
 *
 * - under a second: `365 ms`; parts of a millisecond to three digits: `0.25 ms`
 * - under an hour with a fraction of a second: `1 199.987 s`, thin spaces (U+2009) between thousands
 * - whole seconds: `42 s`, `5 min 00 s`; from an hour on `2 h 05 min`, from a day on `3 d 04 h`
 *
 * What is smaller than the last unit is rounded. Negative lengths have a minus sign (U+2212); with `sign` `always`, as for
 * differences, positive ones have a plus. Infinity and NaN give `unlimited` and `unknown`.
 */
export function formatDuration(ms: number, sign: 'negative' | 'always' = 'negative'): string {
  if (Number.isNaN(ms)) return 'unknown';
  const text = Math.abs(ms) === Infinity ? 'unlimited' : lengthText(Math.abs(ms));
  if (/^[0.]+ /.test(text)) return text;
  if (ms < 0) return `${MINUS}${text}`;
  return sign === 'always' ? `+${text}` : text;
}

function lengthText(ms: number): string {
  const rounded = Math.round(ms);
  if (rounded < MS_PER_SECOND) return `${Math.round(ms * 1000) / 1000} ms`;
  if (rounded < MS_PER_HOUR && rounded % MS_PER_SECOND !== 0) return secondsText(rounded);
  if (rounded < MS_PER_MINUTE) return `${rounded / MS_PER_SECOND} s`;
  if (rounded < MS_PER_HOUR) return twoUnits(rounded, MS_PER_MINUTE, 'min', MS_PER_SECOND, 's');
  const minutes = Math.round(ms / MS_PER_MINUTE) * MS_PER_MINUTE;
  if (minutes < MS_PER_DAY) return twoUnits(minutes, MS_PER_HOUR, 'h', MS_PER_MINUTE, 'min');
  const hours = Math.round(ms / MS_PER_HOUR) * MS_PER_HOUR;
  return twoUnits(hours, MS_PER_DAY, 'd', MS_PER_HOUR, 'h');
}

function secondsText(ms: number): string {
  const fraction = String(ms % MS_PER_SECOND).padStart(3, '0');
  return `${grouped(Math.floor(ms / MS_PER_SECOND))}.${fraction} s`;
}

function twoUnits(ms: number, large: number, largeName: string, small: number, smallName: string) {
  const rest = String(Math.floor((ms % large) / small)).padStart(2, '0');
  return `${grouped(Math.floor(ms / large))} ${largeName} ${rest} ${smallName}`;
}

/** Digits in groups of three, from the right. */
function grouped(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, THIN_SPACE);
}
