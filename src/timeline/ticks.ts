import { utcTickInterval } from 'd3';
import { formatClock } from '../time/format-time.ts';
import { type Instant, MS_PER_DAY, MS_PER_MINUTE, MS_PER_SECOND } from '../time/instant.ts';
import type { ZoneRule } from '../time/time-base.ts';
import { offsetChanges, offsetMinutesAt, wallOf } from '../time/zone.ts';
import { spanOf, type Viewport } from './viewport.ts';

export interface Tick {
  readonly time: Instant;
  readonly label: string;
  /** The time of day is left out because a day, month or year begins here. */
  readonly isDate: boolean;
  /** The same instant in the second zone, e.g. `04:15 +08`; with its date where that changes. Null without a second zone. */
  readonly second: string | null;
}

export interface OffsetMark {
  readonly at: Instant;
  /** `+01 → +02` */
  readonly label: string;
}

const UTC: ZoneRule = { kind: 'utc' };
/** Beyond these Date knows no days. */
const MAX_DATE_MS = 8.64e15;

/** Whether the rule has a ruler of its own: UTC is the first ruler already. */
export function hasOwnRuler(zone: ZoneRule): boolean {
  return zone.kind === 'offset' || zone.kind === 'zone';
}

/**
 * Ticks at round UTC times (whole minutes, hours, days …) in the view, at least `spacingPx` CSS pixels apart.
 * `locale` writes the names of months. Empty for a view outside the years that a Date can have.
 */
export function computeTicks(
  view: Viewport,
  widthPx: number,
  secondZone: ZoneRule,
  locale: string,
  spacingPx = 104,
): Tick[] {
  if (!(widthPx > 0) || view.start < -MAX_DATE_MS || view.end > MAX_DATE_MS) return [];
  const { times, step } = roundTimes(view, widthPx, spacingPx);
  let dayBefore: string | null = null;
  return times.map((date) => {
    const time = date.getTime() as Instant;
    const isDate = date.getTime() % MS_PER_DAY === 0;
    const label = isDate
      ? dateLabel(time, step, locale)
      : formatClock(time, UTC, precisionOf(step));
    if (!hasOwnRuler(secondZone)) return { time, label, isDate, second: null };
    const day = dayLabel(wallOf(secondZone, time), locale);
    const clock = `${formatClock(time, secondZone, precisionOf(step))} ${shortOffset(secondZone, time)}`;
    const showsDay = dayBefore !== null && day !== dayBefore;
    dayBefore = day;
    if (step >= 2 * MS_PER_DAY)
      return { time, label, isDate, second: `${day} ${shortOffset(secondZone, time)}` };
    return { time, label, isDate, second: showsDay ? `${day} ${clock}` : clock };
  });
}

/** Round times in the view whose distance is at least `spacingPx`, as far as round steps allow. */
function roundTimes(
  view: Viewport,
  widthPx: number,
  spacingPx: number,
): { readonly times: readonly Date[]; readonly step: number } {
  const [from, to] = [new Date(Math.ceil(view.start)), new Date(Math.ceil(view.end))];
  for (
    let count = Math.max(1, Math.floor(widthPx / spacingPx));
    ;
    count = Math.floor(count * 0.75)
  ) {
    const interval = utcTickInterval(from, to, Math.max(1, count));
    const times = interval === null ? [] : interval.range(from, to);
    const step = times.length > 1 ? times[1]!.getTime() - times[0]!.getTime() : spanOf(view);
    // The nearest round step may be a good deal shorter than the one asked for.
    const isWide = (step / spanOf(view)) * widthPx >= spacingPx * 0.9;
    if (isWide || count <= 1) return { times, step };
  }
}

/** Changes of the second zone's offset (daylight saving) inside the view; none when they stand closer than 200 CSS pixels. */
export function computeOffsetMarks(view: Viewport, widthPx: number, zone: ZoneRule): OffsetMark[] {
  if (!hasOwnRuler(zone)) return [];
  const changes = offsetChanges(zone, view.start, view.end);
  if (changes.length > Math.max(1, widthPx / 200)) return [];
  return changes.map(({ at, before, after }) => ({
    at,
    label: `${offsetText(before)} → ${offsetText(after)}`,
  }));
}

/** `+08`, `+05:30`, `-03`: the offset in force, as short as it can be. */
export function shortOffset(zone: ZoneRule, time: Instant): string {
  return offsetText(offsetMinutesAt(zone, time));
}

function offsetText(minutes: number): string {
  const whole = Math.round(Math.abs(minutes));
  const hours = String(Math.floor(whole / 60)).padStart(2, '0');
  const rest = whole % 60 === 0 ? '' : `:${String(whole % 60).padStart(2, '0')}`;
  return `${minutes < 0 ? '-' : '+'}${hours}${rest}`;
}

function precisionOf(stepMs: number): 'minute' | 'second' | 'millisecond' {
  if (stepMs < MS_PER_SECOND) return 'millisecond';
  return stepMs < MS_PER_MINUTE ? 'second' : 'minute';
}

function dateLabel(time: number, stepMs: number, locale: string): string {
  if (stepMs >= 360 * MS_PER_DAY) return partsOf(locale, 'year').format(time);
  if (stepMs >= 27 * MS_PER_DAY) return partsOf(locale, 'month').format(time);
  return dayLabel(time, locale);
}

/** `15 Sep` in the locale's words, of digits read as if they were UTC. */
export function dayLabel(wall: number, locale: string): string {
  return partsOf(locale, 'day').format(wall);
}

/** `15 Sep 2017` in the locale's words, of digits read as if they were UTC. */
export function fullDayLabel(wall: number, locale: string): string {
  return partsOf(locale, 'full').format(wall);
}

const SHAPES = {
  day: { day: 'numeric', month: 'short' },
  month: { month: 'short', year: 'numeric' },
  year: { year: 'numeric' },
  full: { day: 'numeric', month: 'short', year: 'numeric' },
} as const;

const formatters = new Map<string, Intl.DateTimeFormat>();

function partsOf(locale: string, shape: keyof typeof SHAPES): Intl.DateTimeFormat {
  const key = `${shape} ${locale}`;
  let formatter = formatters.get(key);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat(locale, { ...SHAPES[shape], timeZone: 'UTC' });
    formatters.set(key, formatter);
  }
  return formatter;
}
