import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Instant, WallTime } from './instant.ts';
import { type ClockPair, inferOffset } from './offset-inference.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = Date.parse('2017-09-15T20:24:36.365Z');

/** A pair at `START + afterMs` whose wall clock is `aheadMs` ahead of UTC. */
const pair = (aheadMs: number, afterMs = 0, toleranceMs = 1000): ClockPair => ({
  wall: (START + afterMs + aheadMs) as WallTime,
  utc: (START + afterMs) as Instant,
  toleranceMs,
});

describe('an offset', () => {
  test('comes from a single exact pair, with less confidence than from several', () => {
    const one = inferOffset([pair(8 * HOUR)]);
    expect(one).toMatchObject({ kind: 'offset', offsetMinutes: 480, agreeing: 1, disagreeing: 0 });
    const three = inferOffset([pair(8 * HOUR), pair(8 * HOUR + 300, DAY), pair(8 * HOUR, 2 * DAY)]);
    expect(three).toMatchObject({ kind: 'offset', offsetMinutes: 480, agreeing: 3 });
    if (one?.kind !== 'offset' || three?.kind !== 'offset') throw new Error('no offset');
    expect(one.confidence).toBeLessThan(0.9);
    expect(three.confidence).toBeGreaterThan(0.95);
  });

  test('is negative west of Greenwich and may be a quarter hour', () => {
    expect(inferOffset([pair(-5 * HOUR)])).toMatchObject({ offsetMinutes: -300 });
    expect(inferOffset([pair(5.75 * HOUR)])).toMatchObject({ offsetMinutes: 345 });
    expect(inferOffset([pair(0)])).toMatchObject({ offsetMinutes: 0 });
  });

  test('of an agent that writes its last heartbeat as an epoch is found to the millisecond', () => {
    const utc = (1_375_530_808_212 + 25_392) as Instant;
    const wall = Date.parse('2013-08-03T13:53:53.608Z') as WallTime;
    expect(inferOffset([{ wall, utc, toleranceMs: 100 }])).toMatchObject({
      kind: 'offset',
      offsetMinutes: 120,
      agreeing: 1,
    });
  });

  test('is found within the tolerance of the pairs and not beyond', () => {
    expect(inferOffset([pair(8 * HOUR + 4563, 0, 5000)])).toMatchObject({ kind: 'offset' });
    expect(inferOffset([pair(8 * HOUR + 4563, 0, 1000)])).toMatchObject({
      kind: 'contradictory',
      rejected: [{ reason: 'no-quarter-hour', roundedMinutes: 480, residueMs: 4563 }],
    });
  });

  test('is never found more than a minute beside a quarter hour, whatever the tolerance', () => {
    expect(inferOffset([pair(HOUR + 60_000, 0, HOUR)])).toMatchObject({ kind: 'offset' });
    expect(inferOffset([pair(HOUR + 60_001, 0, HOUR)])).toMatchObject({ kind: 'contradictory' });
  });

  test('stands against few pairs of another kind, which lower the confidence', () => {
    const good = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((i) => pair(8 * HOUR, i * HOUR));
    const result = inferOffset([...good, pair(3 * HOUR, 3 * HOUR)]);
    expect(result).toMatchObject({
      kind: 'offset',
      offsetMinutes: 480,
      agreeing: 9,
      disagreeing: 1,
      rejected: [{ reason: 'other-offset', roundedMinutes: 180 }],
    });
    if (result?.kind !== 'offset') throw new Error('no offset');
    expect(result.confidence).toBeCloseTo(0.9, 2);
  });

  test('reaches from -12:00 to +14:00 and no further', () => {
    expect(inferOffset([pair(14 * HOUR + 800)])).toMatchObject({ offsetMinutes: 840 });
    expect(inferOffset([pair(-12 * HOUR - 800)])).toMatchObject({ offsetMinutes: -720 });
    expect(inferOffset([pair(14.25 * HOUR)])).toMatchObject({ kind: 'contradictory' });
    expect(inferOffset([pair(-12.25 * HOUR)])).toMatchObject({ kind: 'contradictory' });
  });
});

describe('contradictory evidence', () => {
  test('of eight days and eight hours is never taken for a shift, only the eight hours are named', () => {
    const wall = Date.parse('2016-06-25T22:43:40.934Z') as WallTime;
    const utc = (1_466_174_599_467 + 21_471) as Instant;
    expect(inferOffset([{ wall, utc, toleranceMs: 1000 }])).toMatchObject({
      kind: 'contradictory',
      candidates: [],
      agreeing: 0,
      disagreeing: 1,
      rejected: [{ reason: 'beyond-zones', differenceMs: 200 * HOUR - 4, foldedMinutes: 480 }],
    });
  });

  test('beyond the zones has no weight against sound pairs, but is reported', () => {
    const result = inferOffset([pair(8 * HOUR), pair(200 * HOUR), pair(200 * HOUR, DAY)]);
    expect(result).toMatchObject({ kind: 'offset', offsetMinutes: 480, disagreeing: 2 });
  });

  test('names all offsets that pairs speak for', () => {
    expect(
      inferOffset([pair(8 * HOUR), pair(8 * HOUR, DAY), pair(3 * HOUR, 2 * DAY)]),
    ).toMatchObject({
      kind: 'contradictory',
      candidates: [
        { offsetMinutes: 480, pairs: 2 },
        { offsetMinutes: 180, pairs: 1 },
      ],
      agreeing: 0,
      disagreeing: 3,
    });
  });

  test('whose remainder is no quarter hour offers nothing', () => {
    expect(inferOffset([pair(100 * DAY + 7 * 60_000)])).toMatchObject({
      rejected: [{ reason: 'beyond-zones', foldedMinutes: null }],
    });
  });
});

describe('two offsets an hour apart', () => {
  test('in seasons of their own are daylight saving, with the spans of the changes', () => {
    const pairs = [pair(-5 * HOUR, 120 * DAY), pair(-4 * HOUR), pair(-4 * HOUR, 10 * DAY)];
    expect(inferOffset(pairs)).toMatchObject({
      kind: 'daylight-saving',
      standardMinutes: -300,
      daylightMinutes: -240,
      changes: [{ after: START + 10 * DAY, before: START + 120 * DAY }],
      agreeing: 3,
      disagreeing: 0,
    });
  });

  test('are daylight saving also when nearly all pairs fall in one season', () => {
    const summer = Array.from({ length: 20 }, (_, i) => pair(2 * HOUR, i * DAY));
    expect(inferOffset([...summer, pair(HOUR, 100 * DAY)])).toMatchObject({
      kind: 'daylight-saving',
      agreeing: 21,
    });
  });

  test('that alternate within days are contradictory', () => {
    const pairs = [0, 1, 2, 3].map((day) => pair((8 + (day % 2)) * HOUR, day * DAY));
    expect(inferOffset(pairs)).toMatchObject({ kind: 'contradictory' });
    expect(inferOffset([pair(8 * HOUR), pair(9 * HOUR)])).toMatchObject({ kind: 'contradictory' });
  });
});

test('no pair, or none of finite numbers, says nothing', () => {
  expect(inferOffset([])).toBeNull();
  expect(inferOffset([pair(Number.NaN), pair(Infinity)])).toBeNull();
});

test('any true offset of any zone is found from pairs that are a little off', () => {
  const jitter = fc.array(fc.integer({ min: -900, max: 900 }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(fc.integer({ min: -48, max: 56 }), jitter, (quarters, offs) => {
      const pairs = offs.map((off, i) => pair(quarters * 15 * 60_000 + off, i * 12_345_678));
      expect(inferOffset(pairs)).toMatchObject({
        kind: 'offset',
        offsetMinutes: quarters * 15,
        agreeing: offs.length,
        disagreeing: 0,
      });
    }),
  );
});

test('every finite pair is counted once, the order does not matter, confidence stays within 0 and 1', () => {
  const anyPair = fc
    .tuple(fc.integer({ min: -400, max: 400 }), fc.integer({ min: 0, max: 400 }), fc.nat(2000))
    .map(([quarters, day, off]) => pair(quarters * 15 * 60_000 + off, day * DAY));
  fc.assert(
    fc.property(fc.array(anyPair, { minLength: 1 }), (pairs) => {
      const result = inferOffset(pairs)!;
      const reversed = inferOffset([...pairs].reverse())!;
      expect(result.agreeing + result.disagreeing).toBe(pairs.length);
      expect(result.rejected.length).toBe(result.disagreeing);
      expect({ ...reversed, rejected: [] }).toEqual({ ...result, rejected: [] });
      if (result.kind === 'contradictory') return;
      expect(result.confidence).toBeGreaterThan(0);
      expect(result.confidence).toBeLessThan(1);
    }),
  );
});
