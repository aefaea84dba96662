import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatClock, formatDate, formatDuration, formatIso, formatStamp } from './format-time.ts';
import type { Instant } from './instant.ts';

const at = (iso: string) => Date.parse(iso) as Instant;
const shanghai = { kind: 'zone', zone: 'Asia/Shanghai' } as const;
const newYork = { kind: 'zone', zone: 'America/New_York' } as const;
const utc = { kind: 'utc' } as const;

describe('an instant', () => {
  test('in ISO form is what Date prints, for every year of four digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: -62_167_219_200_000, max: 253_402_300_799_999 }), (instant) => {
        expect(formatIso(instant as Instant)).toBe(new Date(instant).toISOString());
      }),
      { numRuns: 2000 },
    );
  });

  test('loses what is smaller than a millisecond, without rounding up', () => {
    expect(formatIso((at('2017-09-15T20:24:36.365Z') + 0.999) as Instant)).toBe(
      '2017-09-15T20:24:36.365Z',
    );
    expect(formatIso(-0.25 as Instant)).toBe('1969-12-31T23:59:59.999Z');
  });

  test('that has no four-digit year gives a text instead of an error', () => {
    expect(formatIso(-62_167_219_200_001 as Instant)).toBe('before year 0000');
    expect(formatIso(253_402_300_800_000 as Instant)).toBe('after year 9999');
    expect(formatIso(Infinity as Instant)).toBe('after year 9999');
    expect(formatIso(Number.NaN as Instant)).toBe('no time');
    expect(formatStamp(-Infinity as Instant, newYork)).toBe('before year 0000');
    expect(formatDate(1e300 as Instant, newYork)).toBe('after year 9999');
    expect(formatClock(Number.NaN as Instant, newYork, 'second')).toBe('no time');
  });

  test('never throws, in any form', () => {
    fc.assert(
      fc.property(fc.double(), (number) => {
        const instant = number as Instant;
        expect(formatIso(instant)).not.toMatch(/NaN|undefined/);
        expect(formatStamp(instant, newYork)).not.toMatch(/NaN|undefined/);
        expect(formatClock(instant, shanghai, 'minute')).not.toMatch(/NaN|undefined/);
      }),
    );
  });

  test('shows the clock of a zone to the precision asked for', () => {
    const instant = at('2017-09-15T20:24:36.365Z');
    expect(formatClock(instant, utc, 'minute')).toBe('20:24');
    expect(formatClock(instant, utc, 'second')).toBe('20:24:36');
    expect(formatClock(instant, shanghai, 'millisecond')).toBe('04:24:36.365');
    expect(formatDate(instant, utc)).toBe('2017-09-15');
    expect(formatDate(instant, shanghai)).toBe('2017-09-16');
  });

  test('is stamped with the offset in force, UTC or unknown zone', () => {
    const instant = at('2017-09-15T20:24:36.365Z');
    expect(formatStamp(instant, shanghai)).toBe('2017-09-16 04:24:36.365 +08:00');
    expect(formatStamp(instant, utc)).toBe('2017-09-15 20:24:36.365 UTC');
    expect(formatStamp(instant, { kind: 'unknown' })).toBe('2017-09-15 20:24:36.365 unknown zone');
    expect(formatStamp(instant, { kind: 'offset', offsetMinutes: -210 }, 'minute')).toBe(
      '2017-09-15 16:54 -03:30',
    );
  });

  test('in either pass of an overlap is told by the offset', () => {
    expect(formatStamp(at('2026-11-01T05:30:00Z'), newYork, 'second')).toBe(
      '2026-11-01 01:30:00 -04:00',
    );
    expect(formatStamp(at('2026-11-01T06:30:00Z'), newYork, 'second')).toBe(
      '2026-11-01 01:30:00 -05:00',
    );
  });

  test('in the gap of New York is printed right in UTC wherever the machine stands', () => {
    expect(formatStamp(at('2026-03-08T02:30:00Z'), utc, 'second')).toBe('2026-03-08 02:30:00 UTC');
  });
});

describe('a duration', () => {
  test.each([
    [0, '0 ms'],
    [0.25, '0.25 ms'],
    [365, '365 ms'],
    [999.6, '1 s'],
    [1000, '1 s'],
    [1500, '1.500 s'],
    [21_471, '21.471 s'],
    [42_000, '42 s'],
    [60_000, '1 min 00 s'],
    [300_000, '5 min 00 s'],
    [1_199_987, '1\u2009199.987 s'],
    [1_199_986.6, '1\u2009199.987 s'],
    [3_599_999, '3\u2009599.999 s'],
    [3_599_999.9, '1 h 00 min'],
    [7_500_000, '2 h 05 min'],
    [86_399_999, '1 d 00 h'],
    [3 * 86_400_000 + 4 * 3_600_000, '3 d 04 h'],
    [12_345 * 86_400_000, '12\u2009345 d 00 h'],
  ])('of %d ms is %s', (ms, text) => {
    expect(formatDuration(ms)).toBe(text);
    if (ms > 0) expect(formatDuration(-ms)).toBe(`\u2212${text}`);
    if (ms > 0) expect(formatDuration(ms, 'always')).toBe(`+${text}`);
  });

  test('of nothing has no sign', () => {
    expect(formatDuration(-0)).toBe('0 ms');
    expect(formatDuration(-0.0001)).toBe('0 ms');
    expect(formatDuration(0, 'always')).toBe('0 ms');
  });

  test('without end or without value says so', () => {
    expect(formatDuration(Infinity)).toBe('unlimited');
    expect(formatDuration(-Infinity)).toBe('\u2212unlimited');
    expect(formatDuration(Number.NaN, 'always')).toBe('unknown');
  });

  test('comes back from its text, to the last unit shown', () => {
    const unitMs: Record<string, number> = { ms: 1, s: 1000, min: 6e4, h: 36e5, d: 864e5 };
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e12, noNaN: true }), (ms) => {
        const text = formatDuration(ms).replaceAll('\u2009', '');
        const parts = [...text.matchAll(/([\d.]+) (ms|s|min|h|d)/g)];
        const read = parts.reduce(
          (sum, [, value, unit]) => sum + Number(value) * unitMs[unit!]!,
          0,
        );
        const last = parts.at(-1)!;
        const step = last[1]!.includes('.') ? unitMs[last[2]!]! / 1000 : unitMs[last[2]!]!;
        expect(Math.abs(read - ms)).toBeLessThanOrEqual(step / 2 + 1e-6);
      }),
    );
  });
});
