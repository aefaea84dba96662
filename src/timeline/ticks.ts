import {
  type CountableTimeInterval,
  type TimeInterval,
  utcDay,
  utcHour,
  utcMillisecond,
  utcMinute,
  utcMonday,
  utcMonth,
  utcSecond,
  utcYear,
} from 'd3';
import { formatClock } from '../time/format-time.ts';
import {
  type Instant,
  MS_PER_DAY,
  MS_PER_HOUR,
  MS_PER_MINUTE,
  MS_PER_SECOND,
} from '../time/instant.ts';
import type { ZoneRule } from '../time/time-base.ts';
import { offsetChanges, offsetMinutesAt, wallOf } from '../time/zone.ts';
import { spanOf, type Viewport } from './viewport.ts';

export interface Tick {
  readonly time: Instant;
  readonly label: string;
  /** The time of day is left out because a day, month or year begins here. */
  readonly isDate: boolean;
  /** The same instant in each further zone, e.g. `04:15 +08`; with its date where that changes. */
  readonly zones: readonly string[];
}

export interface OffsetMark {
  readonly at: Instant;
  /** `+01 → +02` */
  readonly label: string;
}

/** How a language writes days; every function takes digits read as if they were UTC. */
export interface DateLabels {
  /** `15 Sep` */
  day(wall: number): string;
  /** `Sep 2017` */
  month(wall: number): string;
  /** `2017` */
  year(wall: number): string;
  /** `15 Sep 2017` */
  fullDay(wall: number): string;
}

const UTC: ZoneRule = { kind: 'utc' };
/** Beyond these Date knows no days. */
const MAX_DATE_MS = 8.64e15;
/** Ground between two labels, and the least distance of two ticks, in CSS pixels. */
const LABEL_GAP = 26;
const LEAST_PX = 60;

/** A step between ticks: its length in ms (of the shortest month or year), and where its round times lie. Ascending. */
interface Step {
  readonly ms: number;
  readonly times: TimeInterval;
}

const LEAST_MONTH = 28 * MS_PER_DAY;
const steps = (
  unit: number,
  interval: CountableTimeInterval,
  ...counts: readonly number[]
): Step[] =>
  counts.map((count) => ({ ms: unit * count, times: interval.every(count) ?? interval }));

const STEPS: readonly Step[] = [
  ...steps(1, utcMillisecond, 1, 2, 5, 10, 20, 50, 100, 200, 500),
  ...steps(MS_PER_SECOND, utcSecond, 1, 2, 5, 10, 15, 30),
  ...steps(MS_PER_MINUTE, utcMinute, 1, 2, 5, 10, 15, 30),
  ...steps(MS_PER_HOUR, utcHour, 1, 2, 3, 6, 12),
  ...steps(MS_PER_DAY, utcDay, 1),
  ...steps(7 * MS_PER_DAY, utcMonday, 1),
  ...steps(LEAST_MONTH, utcMonth, 1, 3, 6),
  ...steps(365 * MS_PER_DAY, utcYear, 1, 2, 5, 10, 20, 50, 100),
];

/** Whether the rule has a ruler of its own: UTC is the first ruler already. */
export function hasOwnRuler(zone: ZoneRule): boolean {
  return zone.kind === 'offset' || zone.kind === 'zone';
}

/**
 * Ticks at round UTC times (whole minutes, hours, days …) in the view, by the finest step whose labels stand apart. `zones` are those of the
 * further rulers; `measure` gives the width of a label in CSS pixels on the ruler of UTC and on the others. Empty for a view outside the years that a Date can have.
 */
export function computeTicks(
  view: Viewport,
  widthPx: number,
  zones: readonly ZoneRule[],
  dates: DateLabels,
  measure: (text: string, ruler: 'utc' | 'zone') => number,
): Tick[] {
  if (!(widthPx > 0) || view.start < -MAX_DATE_MS || view.end > MAX_DATE_MS) return [];
  const pxPerMs = widthPx / spanOf(view);
  const step =
    STEPS.find(({ ms }) => {
      const px = ms * pxPerMs;
      return px >= LEAST_PX && px >= widestLabel(view.start, ms, zones, dates, measure) + LABEL_GAP;
    }) ?? STEPS[STEPS.length - 1]!;
  const dayBefore: (string | null)[] = zones.map(() => null);
  return timesOf(step, view).map((time) => {
    const isDate = time % MS_PER_DAY === 0;
    return {
      time,
      label: isDate
        ? dateLabel(time, step.ms, dates)
        : formatClock(time, UTC, precisionOf(step.ms)),
      isDate,
      zones: zones.map((zone, i) => {
        const day = dates.day(wallOf(zone, time));
        const showsDay = dayBefore[i] !== null && day !== dayBefore[i];
        dayBefore[i] = day;
        if (step.ms > MS_PER_DAY) return `${day} ${shortOffset(zone, time)}`;
        const clock = zoneClock(zone, time, step.ms);
        return showsDay ? `${day} ${clock}` : clock;
      }),
    };
  });
}

function zoneClock(zone: ZoneRule, time: Instant, stepMs: number): string {
  return `${formatClock(time, zone, precisionOf(stepMs))} ${shortOffset(zone, time)}`;
}

/** Width of the widest label that most ticks of a step have. */
function widestLabel(
  near: Instant,
  stepMs: number,
  zones: readonly ZoneRule[],
  dates: DateLabels,
  measure: (text: string, ruler: 'utc' | 'zone') => number,
): number {
  const isLong = stepMs >= MS_PER_DAY;
  let widest = measure(
    isLong ? dateLabel(near, stepMs, dates) : formatClock(near, UTC, precisionOf(stepMs)),
    'utc',
  );
  for (const zone of zones) {
    const text =
      stepMs > MS_PER_DAY
        ? `${dates.day(wallOf(zone, near))} ${shortOffset(zone, near)}`
        : zoneClock(zone, near, stepMs);
    widest = Math.max(widest, measure(text, 'zone'));
  }
  return widest;
}

/** The round times of a step in `[start, end]`. */
function timesOf(step: Step, view: Viewport): Instant[] {
  return step.times
    .range(new Date(view.start), new Date(Math.floor(view.end) + 1))
    .map((date) => date.getTime() as Instant);
}

/** Changes of a zone's offset (daylight saving) inside the view; none when they stand closer than 200 CSS pixels. */
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

function dateLabel(time: number, stepMs: number, dates: DateLabels): string {
  if (stepMs >= 360 * MS_PER_DAY) return dates.year(time);
  return stepMs >= LEAST_MONTH ? dates.month(time) : dates.day(time);
}
