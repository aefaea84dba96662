import { describe, expect, test } from 'vitest';
import {
  at,
  event,
  incident,
  interval,
  judgement,
  line,
  marker,
  source,
} from './incident.testing.ts';
import type { Lane } from './lane.ts';
import { buildLanes } from './lane-tree.ts';

const disk = (name: string) => ['resource', name] as const;
const keys = (lanes: readonly Lane[]) =>
  lanes.map(({ key, depth }) => `${'  '.repeat(depth)}${key}`);
const find = (lanes: readonly Lane[], key: string) => lanes.find((lane) => lane.key === key)!;

describe('the tree of lanes', () => {
  test('goes from node to role to resource to timers, then heartbeats, services and sources', () => {
    const lanes = buildLanes(
      incident({
        nodeNames: ['ZQ1', 'ZQ2'],
        sources: [judgement('s1', 'ZQ1', [[0, 60]]), judgement('s2', 'ZQ2', [[0, 60]])],
        intervals: [
          interval('ZQ1', ['service', 'clussvc'], 'running', 0, 60),
          interval('ZQ1', disk('群集磁盘 2'), 'OnlinePending', 19, 24, {
            attributes: { group: 'wlc' },
          }),
          interval('ZQ1', disk('loose'), 'Online', 0, 60),
          interval('ZQ1', disk('群集磁盘 2'), 'deadlock', 19, 24, { kind: 'deadlock' }),
          interval('ZQ1', ['node', 'ZQ1'], 'up', null, 44),
          interval('ZQ2', ['link', 'ZQ1'], 'missed', 44, 45, {
            kind: 'heartbeat-miss',
            peer: 'ZQ1',
            medium: 'network',
          }),
        ],
        markers: [marker('ZQ2', 'kill-sent', 44)],
      }),
      [source('s1', 'zq1/cluster.log'), source('s2', 'zq2/cluster.log')],
    );
    expect(keys(lanes)).toEqual([
      'node:ZQ1',
      '  node:ZQ1/group:wlc',
      '    node:ZQ1/resource:群集磁盘 2',
      '      node:ZQ1/timers:群集磁盘 2',
      '  node:ZQ1/resource:loose',
      '  node:ZQ1/service:clussvc',
      '  node:ZQ1/source:cluster.log',
      'node:ZQ2',
      '  node:ZQ2/decisions:',
      '  node:ZQ2/heartbeat:ZQ1/network',
      '  node:ZQ2/source:cluster.log',
    ]);
    expect(find(lanes, 'node:ZQ1').intervals.map(({ interval: { state } }) => state)).toEqual([
      'up',
    ]);
    expect(find(lanes, 'node:ZQ1/group:wlc').hasChildren).toBe(true);
  });

  test('puts what has no node last, under a branch of its own', () => {
    const lanes = buildLanes(
      incident({
        nodeNames: ['ZQ1'],
        sources: [judgement('s1', null, [[0, 1]], { kind: 'unknown' })],
      }),
      [source('s1', 'published_events.txt')],
    );
    expect(keys(lanes)).toEqual(['node:ZQ1', 'node:', '  node:/source:published_events.txt']);
    expect(lanes[2]!.provisional).toBe(true);
  });

  test('tells two sources of one name apart by their folders', () => {
    const lanes = buildLanes(
      incident({
        nodeNames: ['N'],
        sources: [judgement('s1', 'N', [[0, 1]]), judgement('s2', 'N', [[2, 3]])],
      }),
      [source('s1', 'a.zip!/before/cluster.log'), source('s2', 'a.zip!/after/cluster.log')],
    );
    expect(keys(lanes).slice(1)).toEqual([
      '  node:N/source:before/cluster.log',
      '  node:N/source:after/cluster.log',
    ]);
  });

  test('has no two rows of one key whatever the names', () => {
    const lanes = buildLanes(
      incident({
        intervals: [
          interval('a/resource:x', ['node', 'a/resource:x'], 'up', 0, 1),
          interval('a', disk('x'), 'Online', 0, 1),
          interval('a%2Fresource:x', ['node', 'a%2Fresource:x'], 'up', 0, 1),
        ],
      }),
      [],
    );
    expect(new Set(lanes.map(({ key }) => key)).size).toBe(lanes.length);
    expect(lanes.filter(({ kind }) => kind === 'node')).toHaveLength(3);
  });

  test('carries a state without an end as far as the logs of its node reach, not as far as others do', () => {
    const lanes = buildLanes(
      incident({
        sources: [judgement('s1', 'ZQ1', [[0, 30]]), judgement('s2', 'ZQ2', [[0, 90]])],
        intervals: [
          interval('ZQ1', disk('d'), 'Online', 10, null),
          interval('ZQ1', disk('e'), 'Offline', null, 20),
        ],
      }),
      [],
    );
    expect(find(lanes, 'node:ZQ1/resource:d').intervals[0]).toMatchObject({
      start: at(10),
      end: at(30),
    });
    expect(find(lanes, 'node:ZQ1/resource:e').intervals[0]).toMatchObject({
      start: at(0),
      end: at(20),
    });
  });

  test('shows as gaps what a source does not cover of the incident', () => {
    const lanes = buildLanes(
      incident({
        sources: [
          judgement('s1', 'N', [
            [10, 20],
            [30, 40],
          ]),
          judgement('s2', 'N', [[0, 60]]),
        ],
      }),
      [source('s1', 'cluster.log'), source('s2', 'System.txt')],
    );
    expect(find(lanes, 'node:N/source:cluster.log').gaps).toEqual([
      { start: at(0), end: at(10) },
      { start: at(20), end: at(30) },
      { start: at(40), end: at(60) },
    ]);
    expect(find(lanes, 'node:N/source:System.txt').gaps).toEqual([]);
  });

  test('gives a marker the id of the event that tells it, and a bugcheck its code', () => {
    const lanes = buildLanes(
      incident({
        markers: [
          marker('ZQ1', 'bugcheck', 44, { attributes: { code: '0x9E' } }),
          marker('ZQ1', 'node-down', 45, { ref: line('s2', 9) }),
          marker('ZQ1', 'boot', 49),
        ],
        events: [event('s2', 9, 1135, 45)],
      }),
      [],
    );
    expect(find(lanes, 'node:ZQ1').markers.map(({ code }) => code)).toEqual(['0x9E', '1135', null]);
  });

  test('shows an event in every source that tells it', () => {
    const told = { ...event('s1', 3, 1069, 5), alsoAt: [line('s2', 8)] };
    const lanes = buildLanes(
      incident({
        sources: [judgement('s1', 'N', [[0, 9]]), judgement('s2', 'N', [[0, 9]])],
        events: [told],
      }),
      [source('s1', 'a.txt'), source('s2', 'b.txt')],
    );
    expect(lanes.filter(({ events }) => events.length === 1).map(({ name }) => name)).toEqual([
      'a.txt',
      'b.txt',
    ]);
  });

  test('leaves undated marks out of the axis', () => {
    const lanes = buildLanes(incident({ markers: [marker('N', 'boot', 0, { time: null })] }), []);
    expect(find(lanes, 'node:N').markers).toEqual([]);
  });

  test('gives overlapping intervals bands of their own, with missing coverage behind them', () => {
    const lanes = buildLanes(
      incident({
        intervals: [
          interval('N', ['node', 'N'], 'no-coverage', 0, 30, { kind: 'no-coverage' }),
          interval('N', ['node', 'N'], 'up', 10, 40),
          interval('N', ['node', 'N'], 'isolated', 20, 25),
        ],
      }),
      [],
    );
    const lane = find(lanes, 'node:N');
    expect(lane.bands).toBe(2);
    expect(lane.intervals.map(({ family, band }) => [family, band])).toEqual([
      ['no-coverage', 0],
      ['up', 0],
      ['isolated', 1],
    ]);
  });
});
