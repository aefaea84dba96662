import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { WINDOWS_ZONES } from './windows-zones.ts';
import { isKnownZone } from './zone.ts';
import { formatOffset, formatZone, parseZone, suggestZones } from './zone-text.ts';

describe('parseZone', () => {
  test.each(['UTC', 'utc', 'Z', 'z', 'GMT', 'Etc/UTC', 'Zulu', '+00:00', '-0', 'UTC+0', ' UTC '])(
    'reads %j as UTC',
    (text) => {
      expect(parseZone(text)).toEqual({ kind: 'utc' });
    },
  );

  test.each([
    ['+08:00', 480],
    ['+0800', 480],
    ['+08', 480],
    ['+8', 480],
    ['UTC+8', 480],
    ['utc+08:00', 480],
    ['GMT+8', 480],
    ['UTC + 1:00', 60],
    ['GMT - 5:30', -330],
    ['-5', -300],
    ['\u22125', -300],
    ['-0330', -210],
    ['+5:45', 345],
    ['UTC-11', -660],
    ['-12:00', -720],
    ['+14:00', 840],
  ])('reads %j as an offset', (text, offsetMinutes) => {
    expect(parseZone(text)).toEqual({ kind: 'offset', offsetMinutes });
  });

  test.each([
    ['Asia/Shanghai', 'Asia/Shanghai'],
    ['asia/SHANGHAI', 'Asia/Shanghai'],
    ['america/port-au-prince', 'America/Port-au-Prince'],
    ['Asia/Calcutta', 'Asia/Kolkata'],
    ['asia/kolkata', 'Asia/Kolkata'],
    ['Etc/GMT+8', 'Etc/GMT+8'],
    ['US/Eastern', 'America/New_York'],
    ['China Standard Time', 'Asia/Shanghai'],
    ['eastern standard time', 'America/New_York'],
    ['Eastern Daylight Time', 'America/New_York'],
    ['W. Europe Standard Time', 'Europe/Berlin'],
    ['Pacific Standard Time (Mexico)', 'America/Tijuana'],
    ['Pacific Daylight Time (Mexico)', 'America/Tijuana'],
    ['India Standard Time', 'Asia/Kolkata'],
    ['Russia Time Zone 11', 'Asia/Kamchatka'],
  ])('reads %j as the zone %s', (text, zone) => {
    const rule = parseZone(text);
    expect(rule?.kind).toBe('zone');
    const shown = rule?.kind === 'zone' ? rule.zone : '';
    // An alias may come back under either of its names, depending on the browser's data.
    const same = (name: string) =>
      new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
    expect(same(shown)).toBe(same(zone));
    if (zone !== 'Etc/GMT+8') expect(shown).toBe(zone);
  });

  test.each([
    '',
    ' ',
    '8',
    '08:00',
    '+',
    '+15',
    '-12:15',
    '+24:00',
    '+8:60',
    '+080',
    '+08000',
    'CST',
    'IST',
    'local',
    'Asia',
    'Asia/Atlantis',
    'UTC8',
    'toString',
    '__proto__',
    'Standard Time',
    '+08:00 Asia/Shanghai',
  ])('does not read %j', (text) => {
    expect(parseZone(text)).toBeNull();
  });

  test('never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' })), (text) => {
        parseZone(text);
        suggestZones(text);
      }),
    );
  });

  test('reads back what formatZone writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: -720, max: 840 }), (offsetMinutes) => {
        const rule = { kind: 'offset', offsetMinutes } as const;
        expect(parseZone(formatZone(rule))).toEqual(offsetMinutes === 0 ? { kind: 'utc' } : rule);
      }),
    );
    for (const zone of Intl.supportedValuesOf('timeZone')) {
      const rule = parseZone(zone);
      expect(rule, zone).not.toBeNull();
      expect(parseZone(formatZone(rule!)), zone).toEqual(rule);
    }
  });
});

describe('the zones of Windows', () => {
  test('are all there and lead to zones that Intl knows', () => {
    expect(Object.keys(WINDOWS_ZONES).length).toBeGreaterThanOrEqual(139);
    expect(Object.values(WINDOWS_ZONES).filter((zone) => !isKnownZone(zone))).toEqual([]);
  });

  test('called UTC and an offset mean that offset', () => {
    for (const [name, zone] of Object.entries(WINDOWS_ZONES)) {
      const hours = /^UTC([+-]\d\d)$/.exec(name)?.[1];
      if (hours === undefined) continue;
      expect(parseZone(name)).toEqual({ kind: 'offset', offsetMinutes: Number(hours) * 60 });
      expect(zone).toBe(`Etc/GMT${Number(hours) > 0 ? '-' : '+'}${Math.abs(Number(hours))}`);
    }
  });

  test('are all read by name', () => {
    expect(Object.keys(WINDOWS_ZONES).filter((name) => parseZone(name) === null)).toEqual([]);
  });
});

test('rules are written as UTC, offset, name or unknown zone', () => {
  expect(formatZone({ kind: 'utc' })).toBe('UTC');
  expect(formatZone({ kind: 'offset', offsetMinutes: 480 })).toBe('+08:00');
  expect(formatZone({ kind: 'zone', zone: 'Asia/Shanghai' })).toBe('Asia/Shanghai');
  expect(formatZone({ kind: 'unknown' })).toBe('unknown zone');
});

test('offsets are written with sign, hours and minutes, and seconds where there are any', () => {
  const written = [480, -210, 0, -0, 345, 840, -720, -(4 * 60 + 56 + 2 / 60)].map(formatOffset);
  expect(written).toEqual([
    '+08:00',
    '-03:30',
    '+00:00',
    '+00:00',
    '+05:45',
    '+14:00',
    '-12:00',
    '-04:56:02',
  ]);
});

describe('suggestions', () => {
  test('begin with UTC and hold every name when nothing is typed', () => {
    const all = suggestZones('');
    expect(all[0]).toBe('UTC');
    expect(all.length).toBeGreaterThan(400);
    expect(new Set(all).size).toBe(all.length);
  });

  test('prefer places that begin with the query', () => {
    expect(suggestZones('shang')).toEqual(['Asia/Shanghai']);
    expect(suggestZones('new y')[0]).toBe('America/New_York');
    expect(suggestZones('kolkata')).toEqual(['Asia/Kolkata']);
    const york = suggestZones('york');
    expect(york).toEqual(['America/New_York']);
    expect(suggestZones('indiana').length).toBeGreaterThan(3);
  });

  test('understand offsets and the zones of Windows', () => {
    expect(suggestZones('+8')[0]).toBe('+08:00');
    expect(suggestZones('china st')).toEqual(['Asia/Shanghai']);
    expect(suggestZones('Tokyo Standard Time')[0]).toBe('Asia/Tokyo');
  });

  test('are empty when nothing fits, and each can be read', () => {
    expect(suggestZones('nowhere at all')).toEqual([]);
    expect(suggestZones('a').filter((text) => parseZone(text) === null)).toEqual([]);
  });
});
