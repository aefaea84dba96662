import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Instant } from '../time/instant.ts';
import type { ZoneRule } from '../time/time-base.ts';
import { computeOffsetMarks, computeTicks, shortOffset, type Tick } from './ticks.ts';
import type { Viewport } from './viewport.ts';
import { TEST_DATES } from './words.testing.ts';

const SHANGHAI: ZoneRule = { kind: 'offset', offsetMinutes: 480 };
const BERLIN: ZoneRule = { kind: 'zone', zone: 'Europe/Berlin' };
const between = (start: string, end: string): Viewport => ({
  start: Date.parse(start) as Instant,
  end: Date.parse(end) as Instant,
});

/** Ticks with letters 7 pixels wide. */
function ticksOf(view: Viewport, widthPx: number, ...zones: readonly ZoneRule[]): Tick[] {
  return computeTicks(view, widthPx, zones, TEST_DATES, (text) => text.length * 7);
}

describe('ticks', () => {
  test('stand at round UTC times with the second zone beside them', () => {
    const view = between('2017-03-15T20:14:00Z', '2017-03-15T20:52:00Z');
    const ticks = ticksOf(view, 1100, SHANGHAI);
    expect(ticks.slice(0, 3).map(({ label, zones }) => [label, ...zones])).toEqual([
      ['20:15', '04:15 +08'],
      ['20:20', '04:20 +08'],
      ['20:25', '04:25 +08'],
    ]);
  });

  test('show seconds and milliseconds where they tell ticks apart', () => {
    const seconds = ticksOf(between('2017-03-15T20:24:30Z', '2017-03-15T20:25:30Z'), 1100);
    expect(seconds[0]!.label).toBe('20:24:30');
    const fine = ticksOf(between('2017-03-15T20:24:36.000Z', '2017-03-15T20:24:36.020Z'), 1100);
    expect(fine[1]!.label).toMatch(/^20:24:36\.00\d$/);
  });

  test('name the day at midnight, and at the second zone’s own midnight', () => {
    const ticks = ticksOf(between('2017-03-15T12:00:00Z', '2017-03-16T12:00:00Z'), 1100, SHANGHAI);
    expect(ticks.find(({ isDate }) => isDate)?.label).toBe('16 Mar');
    const turns = ticks.filter(({ zones }) => zones[0]!.includes('Mar'));
    expect(turns.map(({ zones }) => zones[0])).toEqual(['16 Mar 00:00 +08']);
  });

  test('use the finest step whose labels fit, with every zone counted', () => {
    const view = between('2017-03-15T20:14:00Z', '2017-03-15T21:00:00Z');
    const distance = (ticks: readonly Tick[]) => (ticks[1]!.time - ticks[0]!.time) / 60_000;
    expect(distance(ticksOf(view, 820))).toBe(5);
    expect(distance(ticksOf(view, 780, SHANGHAI))).toBe(10);
    expect(ticksOf(view, 780, SHANGHAI, BERLIN)[0]!.zones).toEqual(['04:20 +08', '21:20 +01']);
  });

  test('name months and years where days are too narrow', () => {
    const months = ticksOf(between('2016-11-10T00:00:00Z', '2017-12-10T00:00:00Z'), 1500);
    expect(months.slice(0, 2).map(({ label }) => label)).toEqual(['Dec 2016', 'Jan 2017']);
    const years = ticksOf(between('1990-01-10T00:00:00Z', '2017-12-10T00:00:00Z'), 1100);
    expect(years[0]!.label).toBe('1992');
  });

  test('ascend inside the view and keep their distance at every zoom', () => {
    const starts = fc.integer({ min: 0, max: 4e12 });
    const spans = fc.double({ min: 0, max: 11.5, noNaN: true }).map((exponent) => 10 ** exponent);
    fc.assert(
      fc.property(starts, spans, fc.integer({ min: 120, max: 3000 }), (start, span, width) => {
        const view = { start: start as Instant, end: (start + span) as Instant };
        const ticks = ticksOf(view, width, BERLIN);
        for (const [i, tick] of ticks.entries()) {
          expect(tick.time).toBeGreaterThanOrEqual(view.start);
          expect(tick.time).toBeLessThanOrEqual(view.end + 1);
          const before = ticks[i - 1];
          if (before !== undefined)
            expect(((tick.time - before.time) / span) * width).toBeGreaterThan(40);
        }
      }),
    );
  });

  test('are none for spans that no calendar has', () => {
    const far = { start: 9e15 as Instant, end: 9.1e15 as Instant };
    expect(ticksOf(far, 1000)).toEqual([]);
  });
});

describe('changes of the second zone', () => {
  test('are marked at their instant with both offsets', () => {
    const marks = computeOffsetMarks(
      between('2017-10-28T00:00:00Z', '2017-10-30T00:00:00Z'),
      1000,
      BERLIN,
    );
    expect(marks).toEqual([{ at: Date.parse('2017-10-29T01:00:00Z'), label: '+02 → +01' }]);
  });

  test('are left out where they would stand too close', () => {
    const marks = computeOffsetMarks(
      between('1990-01-01T00:00:00Z', '2020-01-01T00:00:00Z'),
      1000,
      BERLIN,
    );
    expect(marks).toEqual([]);
  });
});

describe('offsets', () => {
  test.each([
    [480, '+08'],
    [330, '+05:30'],
    [-180, '-03'],
    [0, '+00'],
  ])('of %i minutes read %s', (offsetMinutes, text) => {
    expect(shortOffset({ kind: 'offset', offsetMinutes }, 0 as Instant)).toBe(text);
  });
});
