import { describe, expect, test } from 'vitest';
import { accessibleName } from './accessible-name.ts';
import { event, incident, interval, judgement, marker, source } from './incident.testing.ts';
import { buildLanes } from './lane-tree.ts';
import { TEST_WORDS } from './words.testing.ts';

function nameOf(
  parts: Parameters<typeof incident>[0],
  key: string,
  files: Parameters<typeof buildLanes>[1] = [],
): string {
  const lane = buildLanes(incident(parts), files).find((each) => each.key === key);
  return lane === undefined ? `no lane ${key}` : accessibleName(lane, TEST_WORDS);
}

const disk = ['resource', '群集磁盘 2'] as const;

describe('the accessible name of a lane', () => {
  test('tells node, kind, name and every state with its times', () => {
    const intervals = [
      interval('ZQ1', disk, 'OnlinePending', 19.6, 24.6),
      interval('ZQ1', disk, 'ProcessingFailure', 24.6, null),
    ];
    expect(nameOf({ intervals }, 'node:ZQ1/resource:群集磁盘 2')).toBe(
      'ZQ1, resource 群集磁盘 2, OnlinePending 20:19:36 to 20:24:36, ProcessingFailure since 20:24:36',
    );
  });

  test('says how the edges are known', () => {
    const intervals = [
      interval('N', disk, 'Offline', null, 5),
      interval('N', disk, 'Failed', 5, 9, { endBasis: 'unknown' }),
    ];
    expect(nameOf({ intervals }, 'node:N/resource:群集磁盘 2')).toBe(
      'N, resource 群集磁盘 2, Offline until 20:05:00, Failed from 20:05:00',
    );
  });

  test('names peer and medium of a heartbeat, and the spelling of the log', () => {
    const entity = { kind: 'resource', name: '群集磁盘 2', writtenName: 'Èº¼¯´ÅÅÌ 2' } as const;
    const intervals = [
      interval('N', ['link', 'P'], 'missed', 1, 2, {
        kind: 'heartbeat-miss',
        peer: 'P',
        medium: 'disk',
        outcome: 'removed',
      }),
      interval('N', disk, 'Online', 1, 2, { entity }),
    ];
    expect(nameOf({ intervals }, 'node:N/heartbeat:P/disk')).toBe(
      'N, heartbeat from P disk, missed 1 min 00 s removed 20:01:00 to 20:02:00',
    );
    expect(nameOf({ intervals }, 'node:N/resource:群集磁盘 2')).toContain('written as Èº¼¯´ÅÅÌ 2');
  });

  test('has the owner when it is another node', () => {
    const intervals = [interval('ZQ2', disk, 'Offline', 1, 2, { attributes: { owner: 'ZQ1' } })];
    expect(nameOf({ intervals }, 'node:ZQ2/resource:群集磁盘 2')).toContain(
      'Offline (owned by ZQ1)',
    );
  });

  test('tells the gaps and the events of a log, and that its zone is not known', () => {
    const parts = {
      sources: [
        judgement('s1', 'N', [[0, 10]], { kind: 'unknown' }),
        judgement('s2', 'N', [[0, 30]]),
      ],
      events: [event('s1', 3, 1135, 4)],
    };
    expect(nameOf(parts, 'node:N/source:a.txt', [source('s1', 'a.txt')])).toBe(
      'N, log a.txt, zone not known, event 1135 at 20:04:00, no log 20:10:00 to 20:30:00',
    );
  });

  test('carries dates when the lane spans several days', () => {
    const intervals = [interval('N', disk, 'Online', 0, 24 * 60)];
    expect(nameOf({ intervals }, 'node:N/resource:群集磁盘 2')).toContain(
      '2017-09-15 20:00:00 to 2017-09-16 20:00:00',
    );
  });

  test('counts what is too much to read out', () => {
    const markers = Array.from({ length: 20 }, (_, i) => marker('N', 'boot', i));
    expect(nameOf({ markers }, 'node:N')).toMatch(/boot at 20:11:00, 8 more$/);
  });
});
