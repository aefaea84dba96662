import { TZDate } from '@date-fns/tz';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Instant, WallTime } from './instant.ts';
import type { ZoneRule } from './time-base.ts';
import { instantsOf, isKnownZone, offsetChanges, offsetMinutesAt, wallOf } from './zone.ts';

const ZONES = [
  'America/New_York',
  'America/St_Johns',
  'Europe/London',
  'Europe/Dublin',
  'Australia/Lord_Howe',
  'Australia/Adelaide',
  'Asia/Shanghai',
  'Asia/Kathmandu',
  'Asia/Gaza',
  'Africa/Casablanca',
  'America/Recife',
  'Antarctica/Troll',
  'Pacific/Apia',
  'Pacific/Chatham',
];

const zone = (name: string): ZoneRule => ({ kind: 'zone', zone: name });
const at = (iso: string) => Date.parse(iso) as Instant;
/** Digits as a wall time: what they would be as UTC. */
const wall = (digits: string) => Date.parse(`${digits}Z`) as WallTime;

const zoneNames = fc.constantFrom(...ZONES);
const modern = fc.integer({ min: Date.UTC(1970, 0), max: Date.UTC(2100, 0) });

/** Wall digits in a zone, read from a formatter of the platform. */
function digitsByIntl(name: string, instant: number): number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: name,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  const [month, day, year, hour, minute, second] = format
    .format(instant)
    .match(/\d+/g)!
    .map(Number);
  return Date.UTC(year!, month! - 1, day, hour, minute, second);
}

describe('offsets', () => {
  test.each(ZONES)('of %s agree with TZDate and Intl at every probe of six years', (name) => {
    for (const year of [1975, 2000, 2011, 2017, 2026, 2040]) {
      for (let hour = 0; hour < 8784; hour += 7) {
        const instant = Date.UTC(year, 0, 1, hour, 13, 57) as Instant;
        const offset = offsetMinutesAt(zone(name), instant);
        expect(offset + new TZDate(instant, name).getTimezoneOffset()).toBe(0);
        if (hour % 70 === 0) expect(instant + offset * 60_000).toBe(digitsByIntl(name, instant));
      }
    }
  });

  test('agree with Intl from 1800 to 9999', () => {
    fc.assert(
      fc.property(
        zoneNames,
        fc.integer({ min: Date.UTC(1800, 0), max: Date.UTC(9999, 11, 31) }),
        (name, ms) => {
          const instant = (Math.floor(ms / 1000) * 1000) as Instant;
          expect(wallOf(zone(name), instant)).toBe(digitsByIntl(name, instant));
        },
      ),
      { numRuns: 300 },
    );
  });

  test('change at the very millisecond', () => {
    const change = at('2026-03-08T07:00:00Z');
    expect(offsetMinutesAt(zone('America/New_York'), (change - 0.25) as Instant)).toBe(-300);
    expect(offsetMinutesAt(zone('America/New_York'), change)).toBe(-240);
  });

  test('are not whole minutes while a place kept its own mean time', () => {
    expect(offsetMinutesAt(zone('America/New_York'), at('1880-01-01T00:00:00Z'))).toBeCloseTo(
      -(4 * 60 + 56 + 2 / 60),
      9,
    );
  });

  test('of UTC, an unknown rule and a zone that nobody knows are 0, fixed ones fixed', () => {
    const instant = at('2026-07-01T00:00:00Z');
    expect(offsetMinutesAt({ kind: 'utc' }, instant)).toBe(0);
    expect(offsetMinutesAt({ kind: 'unknown' }, instant)).toBe(0);
    expect(offsetMinutesAt(zone('Mars/Olympus'), instant)).toBe(0);
    expect(offsetMinutesAt({ kind: 'offset', offsetMinutes: 330 }, instant)).toBe(330);
    expect(wallOf({ kind: 'offset', offsetMinutes: -90 }, instant)).toBe(
      wall('2026-06-30T22:30:00'),
    );
  });

  test('never throw, however absurd the number', () => {
    fc.assert(
      fc.property(zoneNames, fc.double(), (name, number) => {
        expect(offsetMinutesAt(zone(name), number as Instant)).toBeTypeOf('number');
        expect(instantsOf(zone(name), number as WallTime).kind).toBeTypeOf('string');
      }),
    );
    for (const number of [8.64e15, -8.64e15, 8.64e15 + 1, 1e300, -1e300, Infinity, -Infinity]) {
      expect(offsetMinutesAt(zone('Europe/London'), number as Instant)).toBeLessThan(120);
      expect(instantsOf(zone('Europe/London'), number as WallTime).kind).toBe('exact');
    }
    expect(wallOf(zone('Europe/London'), Number.NaN as Instant)).toBeNaN();
  });
});

describe('a wall time', () => {
  test('that the clocks show once has one instant', () => {
    expect(instantsOf(zone('Asia/Shanghai'), wall('2017-09-16T04:24:36.365'))).toEqual({
      kind: 'exact',
      instant: at('2017-09-15T20:24:36.365Z'),
    });
  });

  test('that the clocks skip is read with the offset from before the gap', () => {
    expect(instantsOf(zone('America/New_York'), wall('2026-03-08T02:30:00'))).toEqual({
      kind: 'gap',
      shifted: at('2026-03-08T07:30:00Z'),
    });
    expect(instantsOf(zone('America/New_York'), wall('2026-03-08T02:00:00')).kind).toBe('gap');
    expect(instantsOf(zone('America/New_York'), wall('2026-03-08T01:59:59.999')).kind).toBe(
      'exact',
    );
    expect(instantsOf(zone('America/New_York'), wall('2026-03-08T03:00:00')).kind).toBe('exact');
  });

  test('that the clocks show twice has two instants', () => {
    expect(instantsOf(zone('Europe/London'), wall('2026-10-25T01:30:00'))).toEqual({
      kind: 'overlap',
      earlier: at('2026-10-25T00:30:00Z'),
      later: at('2026-10-25T01:30:00Z'),
    });
    expect(instantsOf(zone('Europe/London'), wall('2026-10-25T01:00:00')).kind).toBe('overlap');
    expect(instantsOf(zone('Europe/London'), wall('2026-10-25T02:00:00')).kind).toBe('exact');
  });

  test('on Lord Howe Island is skipped or shown twice for half an hour', () => {
    expect(instantsOf(zone('Australia/Lord_Howe'), wall('2026-04-05T01:45:00'))).toEqual({
      kind: 'overlap',
      earlier: at('2026-04-04T14:45:00Z'),
      later: at('2026-04-04T15:15:00Z'),
    });
    expect(instantsOf(zone('Australia/Lord_Howe'), wall('2026-10-04T02:15:00'))).toEqual({
      kind: 'gap',
      shifted: at('2026-10-03T15:45:00Z'),
    });
  });

  test('on the day that Samoa skipped lies in a gap of 24 hours', () => {
    expect(instantsOf(zone('Pacific/Apia'), wall('2011-12-30T12:00:00'))).toEqual({
      kind: 'gap',
      shifted: at('2011-12-30T22:00:00Z'),
    });
    expect(instantsOf(zone('Pacific/Apia'), wall('2011-12-29T23:59:59'))).toEqual({
      kind: 'exact',
      instant: at('2011-12-30T09:59:59Z'),
    });
    expect(instantsOf(zone('Pacific/Apia'), wall('2011-12-31T00:00:00'))).toEqual({
      kind: 'exact',
      instant: at('2011-12-30T10:00:00Z'),
    });
  });

  test('comes back from every instant, and every instant shows it', () => {
    fc.assert(
      fc.property(zoneNames, modern, (name, ms) => {
        const rule = zone(name);
        const reading = instantsOf(rule, wallOf(rule, ms as Instant));
        expect(reading.kind).not.toBe('gap');
        if (reading.kind === 'exact') expect(reading.instant).toBe(ms);
        if (reading.kind === 'overlap') expect([reading.earlier, reading.later]).toContain(ms);
      }),
      { numRuns: 3000 },
    );
  });

  test('near a change is exact, skipped or doubled just as the neighbouring instants say', () => {
    const nearChange = fc
      .tuple(zoneNames, fc.nat(), fc.integer({ min: -5400, max: 5400 }))
      .filter(([name]) => name !== 'Pacific/Apia');
    fc.assert(
      fc.property(nearChange, ([name, pick, seconds]) => {
        const rule = zone(name);
        const changes = offsetChanges(rule, at('1970-01-01T00:00:00Z'), at('2040-01-01T00:00:00Z'));
        const { at: change, before } = changes[pick % changes.length]!;
        const digits = (change + before * 60_000 + seconds * 1000) as WallTime;
        const shown: number[] = [];
        for (let minutes = -16 * 60; minutes <= 16 * 60; minutes += 15) {
          const instant = (digits - minutes * 60_000) as Instant;
          if (wallOf(rule, instant) === digits) shown.push(instant);
        }
        const reading = instantsOf(rule, digits);
        if (reading.kind === 'exact') expect(shown).toEqual([reading.instant]);
        if (reading.kind === 'overlap') {
          expect(shown.toSorted()).toEqual([reading.earlier, reading.later]);
        }
        if (reading.kind === 'gap') {
          expect(shown).toEqual([]);
          expect(wallOf(rule, reading.shifted)).toBeGreaterThan(digits);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('agrees with TZDate wherever it has exactly one instant', () => {
    fc.assert(
      fc.property(zoneNames, modern, (name, ms) => {
        const reading = instantsOf(zone(name), ms as WallTime);
        if (reading.kind !== 'exact') return;
        const d = new Date(ms);
        const written = new TZDate(
          d.getUTCFullYear(),
          d.getUTCMonth(),
          d.getUTCDate(),
          d.getUTCHours(),
          d.getUTCMinutes(),
          d.getUTCSeconds(),
          d.getUTCMilliseconds(),
          name,
        );
        expect(reading.instant).toBe(written.getTime());
      }),
      { numRuns: 1000 },
    );
  });
});

describe('changes of an offset', () => {
  test('are listed in a half-open range', () => {
    const spring = at('2026-03-29T01:00:00Z');
    const autumn = at('2026-10-25T01:00:00Z');
    const london = zone('Europe/London');
    expect(offsetChanges(london, spring, autumn)).toEqual([{ at: spring, before: 0, after: 60 }]);
    expect(offsetChanges(london, (spring + 0.5) as Instant, (autumn + 1) as Instant)).toEqual([
      { at: autumn, before: 60, after: 0 },
    ]);
    expect(offsetChanges(london, autumn, autumn)).toEqual([]);
  });

  test('include the pause of daylight saving in Ramadan', () => {
    expect(
      offsetChanges(
        zone('Africa/Casablanca'),
        at('2024-01-01T00:00:00Z'),
        at('2025-01-01T00:00:00Z'),
      ),
    ).toEqual([
      { at: at('2024-03-10T02:00:00Z'), before: 60, after: 0 },
      { at: at('2024-04-14T02:00:00Z'), before: 0, after: 60 },
    ]);
  });

  test('include an offset that was kept for only a week', () => {
    const recife = offsetChanges(
      zone('America/Recife'),
      at('2000-10-01T00:00:00Z'),
      at('2000-11-01T00:00:00Z'),
    );
    expect(recife.map((change) => change.after)).toEqual([-120, -180]);
    expect(recife[1]!.at - recife[0]!.at).toBeLessThan(7 * 86_400_000);
  });

  test('tile the whole range: between them the offset stays, and each is one', () => {
    for (const name of ZONES) {
      const start = at('1970-01-01T00:00:00Z');
      const changes = offsetChanges(zone(name), start, at('2600-01-01T00:00:00Z'));
      let offset = offsetMinutesAt(zone(name), start);
      for (const { at: change, before, after } of changes) {
        expect(before).toBe(offset);
        expect(after).not.toBe(before);
        expect(offsetMinutesAt(zone(name), (change - 1) as Instant)).toBe(before);
        expect(offsetMinutesAt(zone(name), change)).toBe(after);
        offset = after;
      }
    }
  });

  test('are none for fixed and unknown rules, and bounded for endless ranges', () => {
    const start = -Infinity as Instant;
    const end = Infinity as Instant;
    expect(offsetChanges({ kind: 'utc' }, start, end)).toEqual([]);
    expect(offsetChanges({ kind: 'unknown' }, start, end)).toEqual([]);
    expect(offsetChanges(zone('Mars/Olympus'), start, end)).toEqual([]);
    expect(offsetChanges(zone('Europe/London'), Number.NaN as Instant, end)).toEqual([]);
    const london = offsetChanges(zone('Europe/London'), start, end);
    expect(london.length).toBeGreaterThan(15_000);
    expect(london.at(-1)!.at).toBeLessThan(at('9999-12-31T23:59:59Z'));
  });
});

test('names of the IANA database are known, abbreviations of several zones and offsets are not', () => {
  const known = [
    'Asia/Shanghai',
    'asia/shanghai',
    'Asia/Kolkata',
    'Europe/Kyiv',
    'UTC',
    'EST',
    'PRC',
  ];
  expect(known.filter((name) => !isKnownZone(name))).toEqual([]);
  const unknown = [
    '',
    ' ',
    'CST',
    'IST',
    'cst',
    '+08:00',
    '-05',
    'Asia',
    'Asia/Atlantis',
    'SystemV/PST8',
    '\0',
    'local',
  ];
  expect(unknown.filter(isKnownZone)).toEqual([]);
});
