import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createConverter, placeWall } from './apply-time-base.ts';
import type { Instant, WallTime } from './instant.ts';
import type { ZoneRule } from './time-base.ts';
import { offsetChanges } from './zone.ts';

const at = (iso: string) => Date.parse(iso) as Instant;
const wall = (digits: string) => Date.parse(`${digits}Z`) as WallTime;
const newYork = { kind: 'zone', zone: 'America/New_York' } as const;

const RULES: readonly ZoneRule[] = [
  { kind: 'utc' },
  { kind: 'unknown' },
  { kind: 'offset', offsetMinutes: -210 },
  newYork,
  ...[
    'Australia/Lord_Howe',
    'Africa/Casablanca',
    'Pacific/Apia',
    'America/Recife',
    'Asia/Gaza',
    'Mars/Olympus',
  ].map((zone) => ({ kind: 'zone', zone }) as const),
];

describe('a placed wall time', () => {
  test('is exact where the clocks showed it once', () => {
    expect(placeWall(newYork, wall('2026-07-01T12:00:00'))).toEqual({
      instant: at('2026-07-01T16:00:00Z'),
      provisional: false,
    });
  });

  test('in a gap is moved forward by the length of the gap', () => {
    expect(placeWall(newYork, wall('2026-03-08T02:30:00'))).toEqual({
      instant: at('2026-03-08T07:30:00Z'),
      dst: 'gap',
      provisional: false,
    });
  });

  test('in an overlap is the earlier instant and keeps the later one', () => {
    expect(placeWall(newYork, wall('2026-11-01T01:30:00'))).toEqual({
      instant: at('2026-11-01T05:30:00Z'),
      dst: 'overlap',
      alternative: at('2026-11-01T06:30:00Z'),
      provisional: false,
    });
  });

  test('without a known zone is its digits as UTC, provisionally', () => {
    for (const rule of [{ kind: 'unknown' }, { kind: 'zone', zone: 'Mars/Olympus' }] as const) {
      expect(placeWall(rule, wall('2026-11-01T01:30:00'))).toEqual({
        instant: at('2026-11-01T01:30:00Z'),
        provisional: true,
      });
    }
  });
});

describe('a converter', () => {
  test('gives the instants that placeWall gives, in any order of the column', () => {
    const walls = fc.oneof(
      fc.integer({ min: wall('1900-01-01T00:00:00'), max: wall('2100-01-01T00:00:00') }),
      fc.integer({ min: wall('0000-01-01T00:00:00'), max: wall('9999-12-31T23:59:59') }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...RULES), fc.array(walls), (rule, column) => {
        const convert = createConverter(rule);
        for (const time of column) {
          expect(convert(time)).toBe(placeWall(rule, time as WallTime).instant);
        }
      }),
    );
  });

  test('is right to the millisecond around every change of fifty years', () => {
    for (const rule of RULES) {
      const convert = createConverter(rule);
      const changes = offsetChanges(rule, at('1980-01-01T00:00:00Z'), at('2030-01-01T00:00:00Z'));
      for (const { at: change, before, after } of changes) {
        for (const offset of [before, after, (before + after) / 2]) {
          for (const step of [-1, 0, 1]) {
            const time = (change + offset * 60_000 + step) as WallTime;
            expect(convert(time)).toBe(placeWall(rule, time).instant);
          }
        }
      }
    }
  });

  test('has no seam where its tables meet', () => {
    const tableMs = 2 ** 38;
    const first = Math.ceil(wall('1800-01-01T00:00:00') / tableMs);
    const end = Math.floor(wall('9999-01-01T00:00:00') / tableMs);
    const convert = createConverter(newYork);
    for (let table = first; table < end; table++) {
      for (let hours = -30; hours <= 30; hours++) {
        const time = (table * tableMs + hours * 3_600_000) as WallTime;
        expect(convert(time)).toBe(placeWall(newYork, time).instant);
      }
    }
  });

  test('leaves NaN undated and does not choke on absurd numbers', () => {
    const convert = createConverter(newYork);
    expect(convert(Number.NaN)).toBeNaN();
    for (const time of [1e300, -1e300, 8.64e15, Infinity, -Infinity]) {
      expect(Math.abs(convert(time) / time) || 1).toBeCloseTo(1);
    }
    expect(convert(wall('2026-07-01T12:00:00'))).toBe(at('2026-07-01T16:00:00Z'));
  });
});
