import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SegmentRecords } from '../model/evidence.ts';
import { Level } from '../model/level.ts';
import type { Instant } from '../time/instant.ts';
import type { ZoneRule } from '../time/time-base.ts';
import { barExponent, computeDensityBars, phaseOfSource } from './density-bars.ts';
import { segment } from './incident.testing.ts';
import type { Viewport } from './viewport.ts';

const DAY = Date.UTC(2017, 8, 15);
const UTC: ZoneRule = { kind: 'utc' };
const view = (start: number, end: number): Viewport => ({
  start: start as Instant,
  end: end as Instant,
});

const levels = fc.constantFrom(Level.Critical, Level.Error, Level.Warning, Level.Info, Level.Debug);
const recordLists = fc.array(
  fc.record({ time: fc.integer({ min: 0, max: 86_400_000 }).map((ms) => DAY + ms), level: levels }),
  { minLength: 1, maxLength: 400 },
);

/** What the bars must say, counted record by record. */
function expected(
  times: readonly { time: number; level: number }[],
  exponent: number,
  first: number,
  length: number,
  phase: number,
) {
  const counts = new Array<number>(length).fill(0);
  const worst = new Array<number>(length).fill(0);
  for (const { time, level } of times) {
    const bar = Math.floor((time - phase) / 2 ** exponent) - first;
    if (bar < 0 || bar >= length) continue;
    counts[bar]!++;
    if (worst[bar] === 0 || level < worst[bar]!) worst[bar] = level;
  }
  return { counts, worst };
}

function bars(
  segments: readonly SegmentRecords[],
  rule: ZoneRule,
  shown: Viewport,
  exponent: number,
) {
  return computeDensityBars(segments, rule, shown, exponent, phaseOfSource(segments, rule));
}

describe('density bars', () => {
  test('count every record in view and its worst level at every zoom, in order or not', () => {
    fc.assert(
      fc.property(
        recordLists,
        fc.integer({ min: -4, max: 26 }),
        fc.double({ min: 0, max: 0.9, noNaN: true }),
        (records, exponent, from) => {
          const start = DAY + from * 86_400_000;
          const shown = view(start, start + 300 * 2 ** exponent);
          const got = bars([segment(records)], UTC, shown, exponent);
          const want = expected(records, exponent, got.first, got.counts.length, 0);
          expect([...got.counts]).toEqual(want.counts);
          expect([...got.worst]).toEqual(want.worst);
          expect(got.peak).toBeGreaterThanOrEqual(Math.max(...want.counts));
        },
      ),
    );
  });

  test('add up over segments', () => {
    const one = [{ time: DAY + 10 }, { time: DAY + 20, level: Level.Error }];
    const two = [{ time: DAY + 15 }, { time: DAY + 5000 }];
    const got = bars([segment(one), segment(two, 3)], UTC, view(DAY, DAY + 6000), 12);
    const total = [...got.counts].reduce((sum, count) => sum + count, 0);
    expect(total).toBe(4);
    expect(Math.min(...[...got.worst].filter((level) => level > 0))).toBe(Level.Error);
  });

  test('lie at the instant, not at the written digits, when the source has an offset', () => {
    const records = [{ time: DAY + 8 * 3_600_000 }];
    const rule: ZoneRule = { kind: 'offset', offsetMinutes: 480 };
    const got = bars([segment(records)], rule, view(DAY - 1000, DAY + 1000), 4);
    const bar = got.counts.indexOf(1);
    const start = (got.first + bar) * 16 + got.phaseMs;
    expect(start).toBeLessThanOrEqual(DAY);
    expect(start + 16).toBeGreaterThan(DAY);
  });

  test('are right on both sides of a change of daylight saving inside one segment', () => {
    // Berlin left summer time on 2017-10-29 at 01:00Z: 01:30 local is 23:30Z before, 04:30 local is 03:30Z after.
    const zone: ZoneRule = { kind: 'zone', zone: 'Europe/Berlin' };
    const records = [
      { time: Date.UTC(2017, 9, 29, 1, 30) },
      { time: Date.UTC(2017, 9, 29, 4, 30) },
    ];
    const [before, after] = [Date.UTC(2017, 9, 28, 23, 30), Date.UTC(2017, 9, 29, 3, 30)];
    const instantOf = (bar: number, got: ReturnType<typeof bars>) =>
      (got.first + bar) * 2 ** got.exponent + got.phaseMs;
    const got = bars([segment(records)], zone, view(before - 60_000, after + 60_000), 12);
    const filled = [...got.counts].flatMap((count, bar) =>
      count > 0 ? [instantOf(bar, got)] : [],
    );
    expect(filled).toHaveLength(2);
    expect(Math.abs(filled[0]! - before)).toBeLessThan(2 ** 12);
    expect(Math.abs(filled[1]! - after)).toBeLessThan(2 ** 12);
  });

  test('keep records that say UTC themselves apart from wall times of the same source', () => {
    const records = [
      { time: DAY, clock: 2 as const },
      { time: DAY, clock: 1 as const },
    ];
    const rule: ZoneRule = { kind: 'offset', offsetMinutes: 60 };
    const got = bars([segment(records)], rule, view(DAY - 4_000_000, DAY + 100_000), 16);
    expect([...got.counts].filter((count) => count > 0)).toEqual([1, 1]);
  });

  test('leave undated records out', () => {
    const got = bars(
      [segment([{ time: 0, clock: 0 }, { time: DAY }])],
      UTC,
      view(-1000, DAY + 1000),
      30,
    );
    expect([...got.counts].reduce((sum, count) => sum + count, 0)).toBe(1);
  });

  test('count a crowd beyond the finest bins as exactly as a few', () => {
    const crowd = Array.from({ length: 30_000 }, (_, i) => ({
      time: DAY + i * 2880,
      level: i % 1000 === 0 ? Level.Error : Level.Info,
    }));
    const exponent = 13;
    const shown = view(DAY, DAY + 60 * 2 ** exponent);
    const got = bars([segment(crowd)], UTC, shown, exponent);
    const want = expected(crowd, exponent, got.first, got.counts.length, 0);
    expect([...got.counts]).toEqual(want.counts);
    expect([...got.worst]).toEqual(want.worst);
  });

  test('stand still in time while the view moves', () => {
    const segments = [segment([{ time: DAY + 1000 }, { time: DAY + 90_000 }])];
    const [a, b] = [
      bars(segments, UTC, view(DAY, DAY + 100_000), 8),
      bars(segments, UTC, view(DAY + 37, DAY + 100_037), 8),
    ];
    const starts = (got: typeof a) =>
      [...got.counts].flatMap((count, i) => (count > 0 ? [got.first + i] : []));
    expect(starts(a)).toEqual(starts(b));
  });

  test('are two to four pixels wide', () => {
    for (const span of [10, 1000, 3_600_000, 1e11]) {
      const px = (2 ** barExponent(view(0, span), 1200) / span) * 1200;
      expect(px).toBeGreaterThanOrEqual(2);
      expect(px).toBeLessThan(4);
    }
  });
});
