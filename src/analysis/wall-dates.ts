import { Clock } from '../model/clock.ts';
import type { Fact } from '../model/evidence.ts';
import { MS_PER_DAY, MS_PER_HOUR, type WallTime } from '../time/instant.ts';

/** A time of day that falls by more than this belongs to the next day. */
const NEXT_DAY_FALL_MS = 12 * MS_PER_HOUR;
/** One that then jumps up by more than this was written by another thread just before midnight. */
const SAME_NIGHT_RISE_MS = 23 * MS_PER_HOUR;

/**
 * Wall times of facts without a whole date, once the reader gave the date of the first: `YYYY-MM-DD`, or `YYYY-MM` for
 * lines that have the day. The date goes on in file order: by a day where the time of day falls by more than 12 h, by a
 * month where the day of the month falls. A silence of more than a day leaves no trace in such a log and is not seen.
 * Returns a function to be called with the facts in file order; null for facts it cannot date.
 */
export function createDater(date: string | undefined): (fact: Fact) => WallTime | null {
  const parts = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(date ?? '');
  if (parts === null) return () => null;
  const year = Number(parts[1]);
  let month = Number(parts[2]) - 1;
  let midnight = parts[3] === undefined ? null : Date.UTC(year, month, Number(parts[3]));
  let lastTime: number | null = null;
  let lastDay: number | null = null;
  return (fact) => {
    if (fact.clock === Clock.TimeOfDay && midnight !== null) {
      if (lastTime !== null && lastTime - fact.time > NEXT_DAY_FALL_MS) midnight += MS_PER_DAY;
      else if (lastTime !== null && fact.time - lastTime > SAME_NIGHT_RISE_MS)
        midnight -= MS_PER_DAY;
      lastTime = fact.time;
      return (midnight + fact.time) as WallTime;
    }
    if (fact.clock === Clock.DayOfMonth) {
      const day = Math.floor(fact.time / MS_PER_DAY);
      if (lastDay !== null && day < lastDay) month++;
      lastDay = day;
      return (Date.UTC(year, month, day) + (fact.time % MS_PER_DAY)) as WallTime;
    }
    return null;
  };
}
