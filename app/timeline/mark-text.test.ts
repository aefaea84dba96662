import { describe, expect, test } from 'vitest';
import type { Mark } from '../../src/timeline/hit-test.ts';
import { at, incident, interval, line, marker } from '../../src/timeline/incident.testing.ts';
import { buildLanes } from '../../src/timeline/lane-tree.ts';
import { describeMark, type MarkContext } from './mark-text.ts';
import { TIMELINE_STRINGS } from './strings.ts';

const given = incident({
  intervals: [
    interval('ZQ1', ['resource', '群集磁盘 2'], 'OnlinePending', 19.6, 24.6, {
      startBasis: 'implied',
      reasoning: 'declared 20:24:36 minus 300 s',
    }),
  ],
  markers: [marker('ZQ1', 'bugcheck', 44.6, { attributes: { code: '0x9E' } })],
});
const lanes = buildLanes(given, []);

function say(mark: Mark, laneKey: string, extra: Partial<MarkContext> = {}) {
  return describeMark(mark, {
    incident: given,
    lane: lanes.find(({ key }) => key === laneKey)!,
    strings: TIMELINE_STRINGS,
    zones: [],
    sourceName: (id) => `${id}.log`,
    record: () => null,
    ...extra,
  });
}

describe('what a mark says of itself', () => {
  const bar: Mark = {
    type: 'interval',
    index: 0,
    indexes: [0],
    ref: line('s1', 7),
    time: at(19.6),
  };

  test('an interval tells its span, what is known of its edges, and its line', () => {
    expect(say(bar, 'node:ZQ1/resource:群集磁盘 2')).toEqual({
      title: '群集磁盘 2 · OnlinePending',
      lines: [
        '2017-09-15 20:19:36.000 → 20:24:36.000 UTC · 5 min 00 s',
        'start implied',
        'declared 20:24:36 minus 300 s',
        's1.log:7',
      ],
    });
  });

  test('the second zone stands under UTC, with the date it has there', () => {
    const { lines } = say(bar, 'node:ZQ1/resource:群集磁盘 2', {
      zones: [{ kind: 'offset', offsetMinutes: 480 }],
    });
    expect(lines[1]).toBe('2017-09-16 04:19:36.000 → 04:24:36.000 +08:00');
  });

  test('a bugcheck has its code', () => {
    const mark: Mark = {
      type: 'marker',
      index: 0,
      indexes: [0],
      ref: line('s1', 5),
      time: at(44.6),
    };
    expect(say(mark, 'node:ZQ1').title).toBe('bugcheck 0x9E');
  });

  test('a bar of density counts its entries and names the loudest by line', () => {
    const mark: Mark = {
      type: 'records',
      source: line('s1', 1).source,
      start: 0,
      end: 1,
      count: 1234,
    };
    const record = { line: 91_440, time: at(24.6), level: 2, component: 'RHS', eventId: 0 };
    expect(say(mark, 'node:ZQ1', { record: () => record })).toEqual({
      title: '1,234 log entries, worst: error',
      lines: ['2017-09-15 20:24:36.000 UTC', 'error RHS · s1.log:91440'],
    });
  });

  test('several marks at one place are counted', () => {
    const several: Mark = { ...bar, indexes: [0, 1, 2] };
    expect(say(several, 'node:ZQ1/resource:群集磁盘 2').lines.at(-1)).toBe(
      'and 2 more at this place',
    );
  });
});
