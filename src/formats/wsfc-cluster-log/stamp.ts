import { Clock } from '../../model/clock.ts';
import { daysFromCivil, daysInMonth } from '../../time/civil.ts';
import { MS_PER_DAY, MS_PER_HOUR, MS_PER_MINUTE, MS_PER_SECOND } from '../../time/instant.ts';

/** A stamp's value as the `time` and `clock` columns hold it. */
interface StampValue {
  readonly time: number;
  readonly clock: Clock;
}

const FULL =
  /^(\d{4})([/-])(\d{1,2})\2(\d{1,2}) ?[- ] ?(\d{1,2}):(\d{2}):(\d{2})(?:[.,](\d{1,9}))?$/;
const DAY_OF_MONTH = /^(\d{1,2})-(\d{1,2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?$/;
const TIME_OF_DAY = /^(\d{1,2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?$/;

/**
 * Reads a stamp: `2017/09/15-20:24:36.365` (2000 and later), `13-14:43:53.703` (NT4: day of the month),
 * `21:17:51.909` (time only). null when it is none of these or out of range, e.g. month 13.
 */
export function parseStamp(text: string): StampValue | null {
  const full = FULL.exec(text);
  if (full) {
    const day = dayStart(Number(full[1]), Number(full[3]), Number(full[4]));
    return stampValue(Clock.Wall, day, timeOfDay(full[5]!, full[6]!, full[7]!, full[8]));
  }
  const ofMonth = DAY_OF_MONTH.exec(text);
  if (ofMonth) {
    const day = Number(ofMonth[1]);
    const start = day >= 1 && day <= 31 ? day * MS_PER_DAY : Number.NaN;
    return stampValue(
      Clock.DayOfMonth,
      start,
      timeOfDay(ofMonth[2]!, ofMonth[3]!, ofMonth[4]!, ofMonth[5]),
    );
  }
  const ofDay = TIME_OF_DAY.exec(text);
  if (ofDay)
    return stampValue(Clock.TimeOfDay, 0, timeOfDay(ofDay[1]!, ofDay[2]!, ofDay[3]!, ofDay[4]));
  return null;
}

/** Milliseconds from 1970-01-01 to the start of a day of the calendar; NaN when there is no such day or the year is below 100. */
export function dayStart(year: number, month: number, day: number): number {
  if (year < 100 || day < 1 || !(day <= daysInMonth(year, month))) return Number.NaN;
  return daysFromCivil(year, month, day) * MS_PER_DAY;
}

function timeOfDay(
  hours: string,
  minutes: string,
  seconds: string,
  fraction: string | undefined,
): number {
  const h = Number(hours);
  const m = Number(minutes);
  const s = Number(seconds);
  if (h > 23 || m > 59 || s > 59) return Number.NaN;
  const ms = fraction === undefined ? 0 : Math.floor(Number(`0.${fraction}`) * 1000 + 1e-6);
  return h * MS_PER_HOUR + m * MS_PER_MINUTE + s * MS_PER_SECOND + ms;
}

function stampValue(clock: Clock, day: number, time: number): StampValue | null {
  const sum = day + time;
  return Number.isNaN(sum) ? null : { time: sum, clock };
}
