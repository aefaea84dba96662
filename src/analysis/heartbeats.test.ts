import { expect, test } from 'vitest';
import type { FactBody } from '../model/fact.ts';
import { NO_SETTINGS } from '../model/settings.ts';
import { analyse } from './analyse.ts';
import { at, isNode, type Line, line, log, view } from './evidence.testing.ts';

const missed = (how: { beats?: number; percent?: number }): FactBody => ({
  type: 'beats-missed',
  observer: null,
  peer: { id: 2 },
  medium: 'network',
  ...how,
});
const link = (state: 'lost' | 'restored'): FactBody => ({
  type: 'link',
  state,
  scope: 'route',
  peer: { id: 2 },
});

function missesOf(lines: readonly Line[]) {
  const evidence = log('zq1/cluster.log', { node: 'ZQ1' }, [
    line('10:00:00.000', isNode(true, { id: 1 })),
    line('10:00:00.000', isNode(false, { name: 'ZQ2', id: 2 })),
    ...lines,
  ]);
  return analyse([evidence], NO_SETTINGS).intervals.filter(({ kind }) => kind === 'heartbeat-miss');
}

test('two missed beats put the last good one two delays back; a restored route ends the interval', () => {
  expect(
    missesOf([line('10:00:10.000', missed({ beats: 2 })), line('10:00:14.000', link('restored'))]),
  ).toMatchObject([
    {
      node: 'ZQ1',
      peer: 'ZQ2',
      medium: 'network',
      start: at('10:00:08.000'),
      startBasis: 'implied',
      end: at('10:00:14.000'),
      endBasis: 'observed',
      outcome: 'recovered',
      progress: [],
    },
  ]);
});

test('a delay from the log takes the place of the default', () => {
  const [miss] = missesOf([
    line('10:00:01.000', {
      type: 'config-value',
      scope: null,
      property: 'SameSubnetDelay',
      value: 2000,
    }),
    line('10:00:10.000', missed({ beats: 2 })),
    line('10:00:14.000', link('restored')),
  ]);
  expect(miss).toMatchObject({ start: at('10:00:06.000') });
  expect(miss!.reasoning).toContain('2000 ms (from the log)');
});

test('percentages are steps on the way to the removal', () => {
  expect(
    missesOf([
      line('10:00:10.000', missed({ percent: 40 })),
      line('10:00:12.000', missed({ percent: 60 })),
      line('10:00:16.000', link('lost')),
      line('10:00:17.000', view([1], { downers: [2] })),
    ]),
  ).toMatchObject([
    {
      start: at('10:00:06.000'),
      end: at('10:00:17.000'),
      outcome: 'removed',
      state: 'lost',
      progress: [
        { time: at('10:00:10.000'), percent: 40, remainingMs: 6000 },
        { time: at('10:00:12.000'), percent: 60, remainingMs: 4000 },
      ],
    },
  ]);
});

test('a route history shows the last beat', () => {
  const history: FactBody = {
    type: 'link',
    state: 'lost',
    scope: 'route',
    peer: {},
    lastBeat: at('10:00:04.500') as never,
  };
  expect(
    missesOf([
      line('10:00:10.000', link('lost')),
      line('10:00:10.000', history),
      line('10:00:20.000'),
    ]),
  ).toMatchObject([
    {
      start: at('10:00:04.500'),
      startBasis: 'observed',
      end: at('10:00:20.000'),
      endBasis: 'carried',
      outcome: null,
    },
  ]);
});

test('misses that just stop end with the last of them, unknown', () => {
  expect(
    missesOf([
      line('10:00:10.000', missed({ beats: 2 })),
      line('10:30:00.000', missed({ beats: 2 })),
      line('10:40:00.000'),
    ]),
  ).toMatchObject([
    { end: at('10:00:10.000'), endBasis: 'unknown', outcome: null },
    { end: at('10:30:00.000'), endBasis: 'unknown', outcome: null },
  ]);
});

test('a peer that no name is known for keeps its address', () => {
  const [miss] = missesOf([
    line('10:00:10.000', {
      type: 'beats-missed',
      observer: null,
      peer: { address: '10.0.1.19:~3343~' },
      medium: 'network',
      beats: 2,
    }),
  ]);
  expect(miss!.peer).toBe('10.0.1.19');
});
