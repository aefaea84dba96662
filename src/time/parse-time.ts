import { daysFromCivil, daysInMonth } from './civil.ts';
import { formatDate } from './format-time.ts';
import {
  type Instant,
  MS_PER_DAY,
  MS_PER_HOUR,
  MS_PER_MINUTE,
  MS_PER_SECOND,
  type WallTime,
} from './instant.ts';
import type { ZoneRule } from './time-base.ts';
import { instantsOf, offsetMinutesAt } from './zone.ts';
import { formatOffset, formatZone, parseZone } from './zone-text.ts';

/**
 * The wall time that written digits mean, or null when no calendar or clock shows them: month 13, 30 February, hour 24.
 * Years 0 to 9999; all whole numbers but `ms`, which may have a fraction below 1000. Second 60 is a leap second and stands
 * only at the end of a quarter hour (23:59:60 UTC is 05:29:60 in India); it is read as the first second after it.
 * Pure arithmetic, for scanners.
 */
export function wallFromDigits(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
  ms: number,
): WallTime | null {
  if (!(year >= 0 && year <= 9999 && day >= 1 && day <= daysInMonth(year, month))) return null;
  if (!(hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59 && ms >= 0 && ms < 1000)) {
    return null;
  }
  if (!(second >= 0 && (second <= 59 || (second === 60 && minute % 15 === 14)))) return null;
  return (daysFromCivil(year, month, day) * MS_PER_DAY +
    hour * MS_PER_HOUR +
    minute * MS_PER_MINUTE +
    second * MS_PER_SECOND +
    ms) as WallTime;
}

/** What a typed time is relative to: an instant on the day that is meant, and the zone it is typed in. */
export interface GoToReference {
  readonly day: Instant;
  readonly rule: ZoneRule;
}

const RELATIVE = /^(?<sign>[+\-\u2212]) ?(?<steps>(?:\d+(?:\.\d+)? ?(?:ms|s|sec|m|min|h|d) ?)+)$/i;
const STEP = /(?<amount>\d+(?:\.\d+)?) ?(?<unit>ms|sec|s|min|m|h|d)/gi;
const STEP_MS: Readonly<Record<string, number>> = {
  ms: 1,
  s: MS_PER_SECOND,
  sec: MS_PER_SECOND,
  m: MS_PER_MINUTE,
  min: MS_PER_MINUTE,
  h: MS_PER_HOUR,
  d: MS_PER_DAY,
};

/** `2017-09-15`, `2017/09/15`; then blank, T or the dash of cluster.log; `20:24[:36[.365]]`, ` PM`; then a zone. Date or clock may be missing. */
const STAMP =
  /^(?:(?<year>\d{4})(?<separator>[-/.])(?<month>\d\d?)\k<separator>(?<day>\d\d?))?(?:(?:^|[ T]+|-)(?<hour>\d\d?):(?<minute>\d\d)(?::(?<second>\d\d)(?:[.,](?<fraction>\d{1,9}))?)?(?: ?(?<half>[ap])\.?m\.?)?)?(?<zone> ?[^\d ].*)?$/i;

/**
 * Reads a time that a reader typed:
 *
 * - a time of day, `20:24`, `20:24:36.365`, `8:24 PM`: on the day that the zone shows at the
 *   reference instant
 * - a date, year first, with or without a time of day: `2017-09-15 20:24`, `2017/09/15-20:24:36.365`, `2017-09-15T20:24Z`
 * - either with a zone behind it, as `parseZone` reads it, in place of the reference's: `2017-09-15 20:24 +08`
 * - a step from the reference instant: `+5m`, `-1h30m`, `+250ms`; units ms, s, m, h, d
 *
 * A date alone is its midnight. Nothing is guessed: a text that no form fits, a date that does not exist, digits that the
 * zone's clocks skipped or showed twice give an error, a sentence for the reader that says what to type instead.
 */
export function parseGoTo(
  text: string,
  reference: GoToReference,
): Instant | { readonly error: string } {
  const trimmed = text.trim();
  if (trimmed === '') return { error: 'Type a time, for example 20:24:36 or 2017-09-15 20:24.' };
  const relative = RELATIVE.exec(trimmed)?.groups;
  if (relative) {
    const step = stepMs(relative.steps!);
    return (reference.day + (relative.sign === '+' ? step : -step)) as Instant;
  }
  const stamp = STAMP.exec(trimmed)?.groups;
  if (!stamp || (stamp.year === undefined && stamp.hour === undefined)) {
    return { error: unreadable(trimmed) };
  }
  const rule = stamp.zone === undefined ? reference.rule : parseZone(stamp.zone);
  if (rule === null) {
    return {
      error: `"${stamp.zone!.trim()}" is no zone; write UTC, +08:00 or a name like Asia/Shanghai.`,
    };
  }
  const wall = stampWall(stamp, reference.day, rule);
  if (wall === null) return { error: `"${trimmed}" is not a date and time that exists.` };
  return onlyInstant(rule, wall);
}

function stepMs(steps: string): number {
  let ms = 0;
  for (const { groups } of steps.matchAll(STEP)) {
    ms += Number(groups!.amount) * STEP_MS[groups!.unit!.toLowerCase()]!;
  }
  return ms;
}

function unreadable(text: string): string {
  if (/^\d\d?[-/.]\d\d?[-/.]\d{2,4}/.test(text)) {
    return 'Day and month cannot be told apart; write the date year first, as 2017-09-15.';
  }
  return `"${text}" is no time; write 20:24:36, 2017-09-15 20:24 or a step like +5m.`;
}

type StampParts = Readonly<Record<string, string | undefined>>;

function stampWall(stamp: StampParts, day: Instant, rule: ZoneRule): WallTime | null {
  const [year, month, dayOfMonth] =
    stamp.year === undefined
      ? formatDate(day, rule).split('-').map(Number)
      : [Number(stamp.year), Number(stamp.month), Number(stamp.day)];
  const hour = hourOf(Number(stamp.hour ?? 0), stamp.half?.toLowerCase());
  const ms = Number(`0.${stamp.fraction ?? 0}`) * 1000;
  return wallFromDigits(
    year!,
    month!,
    dayOfMonth!,
    hour,
    Number(stamp.minute ?? 0),
    Number(stamp.second ?? 0),
    ms,
  );
}

/** 12 AM is hour 0, 12 PM hour 12; NaN where no 12-hour clock shows the hour. */
function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return Number.NaN;
  return (hour % 12) + (half === 'p' ? 12 : 0);
}

function onlyInstant(rule: ZoneRule, wall: WallTime): Instant | { readonly error: string } {
  const reading = instantsOf(rule, wall);
  switch (reading.kind) {
    case 'exact':
      return reading.instant;
    case 'gap':
      return {
        error: `The clocks of ${formatZone(rule)} skipped this time; write it with its offset or in UTC.`,
      };
    case 'overlap': {
      const [first, second] = [reading.earlier, reading.later].map((instant) =>
        formatOffset(offsetMinutesAt(rule, instant)),
      );
      return {
        error: `The clocks of ${formatZone(rule)} showed this time twice; add the offset, ${first} or ${second}.`,
      };
    }
  }
}
