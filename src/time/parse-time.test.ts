import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatStamp } from './format-time.ts';
import type { Instant } from './instant.ts';
import { parseGoTo, wallFromDigits } from './parse-time.ts';

const at = (iso: string) => Date.parse(iso) as Instant;
const utc = { kind: 'utc' } as const;
const shanghai = { kind: 'zone', zone: 'Asia/Shanghai' } as const;
const newYork = { kind: 'zone', zone: 'America/New_York' } as const;

describe('digits of a calendar and a clock', () => {
  test('become the wall time that Date makes of them', () => {
    fc.assert(
      fc.property(
        fc.date({
          min: new Date('0000-01-01T00:00:00Z'),
          max: new Date('9999-12-31T23:59:59.999Z'),
          noInvalidDate: true,
        }),
        (date) => {
          const wall = wallFromDigits(
            date.getUTCFullYear(),
            date.getUTCMonth() + 1,
            date.getUTCDate(),
            date.getUTCHours(),
            date.getUTCMinutes(),
            date.getUTCSeconds(),
            date.getUTCMilliseconds(),
          );
          expect(wall).toBe(date.getTime());
        },
      ),
      { numRuns: 1000 },
    );
  });

  const impossible: [string, Parameters<typeof wallFromDigits>][] = [
    ['month 13', [2026, 13, 4, 10, 15, 2, 117]],
    ['month 0', [2026, 0, 4, 10, 15, 2, 117]],
    ['30 February', [2024, 2, 30, 0, 0, 0, 0]],
    ['29 February of a common year', [2023, 2, 29, 0, 0, 0, 0]],
    ['day 0', [2023, 1, 0, 0, 0, 0, 0]],
    ['day 31 of a short month', [2023, 4, 31, 0, 0, 0, 0]],
    ['hour 24', [2023, 4, 30, 24, 0, 0, 0]],
    ['minute 60', [2023, 4, 30, 0, 60, 0, 0]],
    ['second 61', [2023, 4, 30, 23, 59, 61, 0]],
    ['second 60 amid an hour', [2023, 4, 30, 23, 58, 60, 0]],
    ['1000 ms', [2023, 4, 30, 0, 0, 0, 1000]],
    ['a negative part', [2023, 4, 30, 0, 0, 0, -1]],
    ['year 10000', [10_000, 1, 1, 0, 0, 0, 0]],
    ['no number', [2023, 4, Number.NaN, 0, 0, 0, 0]],
    ['no number in the clock', [2023, 4, 3, 0, 0, Number.NaN, 0]],
  ];

  test.each(impossible)('are refused: %s', (_, digits) => {
    expect(wallFromDigits(...digits)).toBeNull();
  });

  test('keep parts of a millisecond', () => {
    expect(wallFromDigits(1970, 1, 1, 0, 0, 0, 0.25)).toBe(0.25);
  });

  test('of a leap second are those of the second after it, also where the zone is half an hour off', () => {
    expect(wallFromDigits(2016, 12, 31, 23, 59, 60, 500)).toBe(at('2017-01-01T00:00:00.500Z'));
    expect(wallFromDigits(2017, 1, 1, 5, 29, 60, 0)).toBe(at('2017-01-01T05:30:00Z'));
  });
});

describe('a typed time', () => {
  const day = at('2017-09-15T20:19:00Z');

  test.each([
    ['20:24', '2017-09-15T20:24:00Z'],
    ['20:24:36', '2017-09-15T20:24:36Z'],
    ['20:24:36.365', '2017-09-15T20:24:36.365Z'],
    ['20:24:36,365', '2017-09-15T20:24:36.365Z'],
    ['8:24:36 PM', '2017-09-15T20:24:36Z'],
    ['12:05 am', '2017-09-15T00:05:00Z'],
    ['12:05 p.m.', '2017-09-15T12:05:00Z'],
    ['20:24 +08', '2017-09-16T12:24:00Z'],
    ['2017-09-15', '2017-09-15T00:00:00Z'],
    ['2017-09-15 20:24 +08', '2017-09-15T12:24:00Z'],
    ['2017-09-15T20:24:36Z', '2017-09-15T20:24:36Z'],
    ['2017-09-15t20:24:36.365+0800', '2017-09-15T12:24:36.365Z'],
    ['2017-09-15 20:24-05:00', '2017-09-16T01:24:00Z'],
    ['2017-09-15 20:24 UTC-5', '2017-09-16T01:24:00Z'],
    ['2017/09/15-20:24:36.365', '2017-09-15T20:24:36.365Z'],
    ['2017.9.5 8:24', '2017-09-05T08:24:00Z'],
    ['2017-09-16 04:24 Asia/Shanghai', '2017-09-15T20:24:00Z'],
    ['2017-09-16 04:24 China Standard Time', '2017-09-15T20:24:00Z'],
    ['2017-09-15 Asia/Shanghai', '2017-09-14T16:00:00Z'],
    ['+5m', '2017-09-15T20:24:00Z'],
    ['-30s', '2017-09-15T20:18:30Z'],
    ['\u221230 s', '2017-09-15T20:18:30Z'],
    ['+1h30m', '2017-09-15T21:49:00Z'],
    ['+1 h 30 min', '2017-09-15T21:49:00Z'],
    ['+250ms', '2017-09-15T20:19:00.250Z'],
    ['-1.5d', '2017-09-14T08:19:00Z'],
  ])('%j is %s', (text, iso) => {
    expect(parseGoTo(text, { day, rule: utc })).toBe(at(iso));
  });

  test('belongs to the day that the zone shows', () => {
    expect(parseGoTo('04:24:36', { day, rule: shanghai })).toBe(at('2017-09-15T20:24:36Z'));
    expect(parseGoTo('23:00 +08', { day, rule: utc })).toBe(at('2017-09-16T15:00:00Z'));
  });

  test.each([
    ['', /Type a time/],
    ['soon', /is no time/],
    ['20', /is no time/],
    ['+5', /is no time/],
    ['25:00', /not a date and time that exists/],
    ['13:00 PM', /not a date and time that exists/],
    ['2017-13-15', /not a date and time that exists/],
    ['2017-02-30 10:00', /not a date and time that exists/],
    ['9/15/2017 8:24:36 PM', /year first/],
    ['15.09.2017', /year first/],
    ['20:24 CST', /"CST" is no zone/],
    ['2017-09-15 20:24 Mars/Olympus', /"Mars\/Olympus" is no zone/],
  ])('%j is refused with a sentence', (text, sentence) => {
    expect(parseGoTo(text, { day, rule: utc })).toEqual({
      error: expect.stringMatching(sentence),
    });
  });

  test('that the clocks skipped or showed twice is not guessed', () => {
    const reference = { day, rule: newYork };
    expect(parseGoTo('2026-03-08 02:30', reference)).toEqual({
      error: expect.stringContaining('skipped'),
    });
    expect(parseGoTo('2026-11-01 01:30', reference)).toEqual({
      error: expect.stringContaining('-04:00 or -05:00'),
    });
    expect(parseGoTo('2026-11-01 01:30 -05:00', reference)).toBe(at('2026-11-01T06:30:00Z'));
  });

  test('is read back from every printed stamp', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: Date.UTC(2100, 0) }),
        fc.constantFrom(utc, shanghai, newYork),
        (instant, rule) => {
          const text = formatStamp(instant as Instant, rule);
          expect(parseGoTo(text, { day, rule: utc })).toBe(instant);
        },
      ),
    );
  });

  test('never throws', () => {
    const piece = fc.constantFrom(
      '2017',
      '-',
      '/',
      ':',
      '20',
      ' ',
      'T',
      'Z',
      '+',
      '.',
      'PM',
      'm',
      '08',
      'x',
    );
    const pieces = fc.array(piece, { maxLength: 14 }).map((list) => list.join(''));
    fc.assert(
      fc.property(fc.oneof(fc.string(), pieces), (text) => {
        const result = parseGoTo(text, { day, rule: newYork });
        if (typeof result === 'number') expect(result).not.toBeNaN();
        else expect(result.error).not.toBe('');
      }),
      { numRuns: 2000 },
    );
  });
});
