import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeWall } from './apply-time-base.ts';
import type { Instant, WallTime } from './instant.ts';
import { resolveOverlaps } from './resolve-overlaps.ts';
import { wallOf } from './zone.ts';

const newYork = { kind: 'zone', zone: 'America/New_York' } as const;
const lordHowe = { kind: 'zone', zone: 'Australia/Lord_Howe' } as const;

/** Wall times of 1 November 2026, when New York shows 01:00 to 02:00 twice, from 05:00Z and from 06:00Z on. */
const night = (...clocks: string[]) =>
  clocks.map((clock) => (clock === '' ? Number.NaN : Date.parse(`2026-11-01T${clock}Z`)));

/** The passes found: 1, 2, ? for an overlap that stays open, - outside. */
function passes(
  walls: readonly number[],
  rule: typeof newYork | typeof lordHowe = newYork,
): string {
  const { instants, resolved, ambiguous } = resolveOverlaps(walls, rule);
  return walls
    .map((time, i) => {
      if (ambiguous.includes(i)) return '?';
      if (!resolved.includes(i)) return '-';
      return instants[i] === placeWall(rule, time as WallTime).instant ? '1' : '2';
    })
    .join('');
}

describe('the order of a file', () => {
  test('tells the passes apart where the clock is seen to be set back', () => {
    const walls = night(
      '00:59:00',
      '01:00:10',
      '01:30:00',
      '01:59:58',
      '01:00:03',
      '01:40:00',
      '02:00:01',
    );
    expect(passes(walls)).toBe('-11122-');
    const { instants, resolved, ambiguous } = resolveOverlaps(walls, newYork);
    expect(
      Array.from(instants, (instant) => new Date(instant).toISOString().slice(11, 19)),
    ).toEqual(['04:59:00', '05:00:10', '05:30:00', '05:59:58', '06:00:03', '06:40:00', '07:00:01']);
    expect(resolved).toEqual([1, 2, 3, 4, 5]);
    expect(ambiguous).toEqual([]);
  });

  test('tells nothing where the log crosses the overlap without a step back', () => {
    expect(passes(night('00:59:00', '01:00:10', '01:30:00', '01:59:58', '02:00:01'))).toBe('-???-');
    expect(passes(night('01:30:00'))).toBe('?');
  });

  test('tells nothing by a step back that is short against the overlap', () => {
    expect(passes(night('01:10:00', '01:50:00', '01:35:00', '01:45:00'))).toBe('????');
  });

  test('holds for a log that begins or ends within the overlap', () => {
    expect(passes(night('01:50:00', '01:55:00', '01:02:00'))).toBe('112');
  });

  test('puts records of parallel threads that are a little out of order in their own pass', () => {
    const walls = night('01:59:59.990', '01:00:00.001', '01:59:59.995', '01:00:00.010', '01:00:01');
    expect(passes(walls)).toBe('12122');
  });

  test('places a straggler at the edges of the overlap', () => {
    expect(passes(night('02:00:00.020', '01:59:59.990', '02:00:01'))).toBe('-2-');
    expect(passes(night('01:00:00.010', '00:59:59.980', '03:00:00'))).toBe('1--');
  });

  test('is not fooled by a new section that starts again from an earlier hour', () => {
    expect(passes(night('03:00:00', '01:10:00', '01:20:00', '02:30:00'))).toBe('-??-');
    expect(passes(night('02:20:00', '01:55:00', '02:30:00'))).toBe('-?-');
  });

  test('tells the passes of a section that starts again before the overlap as of any other', () => {
    expect(passes(night('03:00:00', '01:50:00', '01:02:00', '02:30:00'))).toBe('-12-');
  });

  test('leaves open what is out of order at both edges and between', () => {
    const walls = night('02:00:00.020', '01:59:59.990', '01:00:00.010', '00:59:59.980');
    expect(passes(walls)).toBe('-??-');
  });

  test('leaves open what more than one step back within the overlap contradicts', () => {
    expect(passes(night('01:10:00', '01:50:00', '01:05:00', '01:55:00', '01:02:00'))).toBe('?????');
  });

  test('passes over undated records', () => {
    const walls = night('01:59:00', '', '01:01:00', '');
    expect(passes(walls)).toBe('1-2-');
    expect(resolveOverlaps(walls, newYork).instants[1]).toBeNaN();
  });

  test('works for the half hour of Lord Howe Island', () => {
    const walls = ['01:31:00', '01:58:00', '01:32:00', '02:10:00'].map((clock) =>
      Date.parse(`2026-04-05T${clock}Z`),
    );
    expect(passes(walls, lordHowe)).toBe('112-');
  });

  test('needs no zone rules where there is no overlap', () => {
    expect(resolveOverlaps(night('01:30:00', '01:00:00'), { kind: 'unknown' })).toEqual({
      instants: Float64Array.from(night('01:30:00', '01:00:00')),
      resolved: [],
      ambiguous: [],
    });
  });
});

test('a log that never pauses long, read in order, is wholly resolved and right', () => {
  const steps = fc.array(fc.integer({ min: 1, max: 12 * 60_000 }), {
    minLength: 40,
    maxLength: 80,
  });
  fc.assert(
    fc.property(steps, (gaps) => {
      const truth: number[] = [];
      let now = Date.parse('2026-11-01T04:50:00Z');
      for (const gap of gaps) {
        now += gap;
        truth.push(now);
      }
      fc.pre(now > Date.parse('2026-11-01T06:15:00Z'));
      const walls = truth.map((instant) => wallOf(newYork, instant as Instant));
      const { instants, ambiguous } = resolveOverlaps(walls, newYork);
      expect(ambiguous).toEqual([]);
      expect([...instants]).toEqual(truth);
    }),
  );
});

test('what is resolved is right for any ascending log, and every overlap is listed once', () => {
  const minutes = fc.array(fc.double({ min: 0, max: 180, noNaN: true }), { maxLength: 30 });
  fc.assert(
    fc.property(minutes, (list) => {
      const start = Date.parse('2026-11-01T04:30:00Z');
      const truth = list.toSorted((a, b) => a - b).map((m) => start + Math.round(m * 60_000));
      const walls = truth.map((instant) => wallOf(newYork, instant as Instant));
      const { instants, resolved, ambiguous } = resolveOverlaps(walls, newYork);
      for (const index of resolved) expect(instants[index]).toBe(truth[index]);
      const overlaps = walls.flatMap((time, i) =>
        placeWall(newYork, time).dst === 'overlap' ? [i] : [],
      );
      expect([...resolved, ...ambiguous].toSorted((a, b) => a - b)).toEqual(overlaps);
    }),
    { numRuns: 500 },
  );
});
