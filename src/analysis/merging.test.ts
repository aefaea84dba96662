import { expect, test } from 'vitest';
import type { FactBody } from '../model/fact.ts';
import { NO_SETTINGS } from '../model/settings.ts';
import { analyse } from './analyse.ts';
import { at, isNode, line, log, service, step, view } from './evidence.testing.ts';

test('an announced and an authoritative step are one, and so are two channels of one log', () => {
  const { transitions } = analyse(
    [
      log('cluster.log', { node: 'ZQ1' }, [
        line('10:00:00.000', step('Disk', 'Offline', 'Online', true), { channel: 'main' }),
        line('10:00:00.010', step('Disk', 'Offline', 'Online'), { channel: 'main' }),
        line('10:00:00.700', step('Disk', 'Offline', 'Online'), { channel: 'operational' }),
      ]),
    ],
    NO_SETTINGS,
  );
  expect(transitions).toMatchObject([
    { time: at('10:00:00.010'), ref: { line: 2 }, alsoAt: [{ line: 1 }, { line: 3 }] },
  ]);
});

test('the same step twice in one voice stays two', () => {
  const { transitions } = analyse(
    [
      log('cluster.log', { node: 'ZQ1' }, [
        line('10:00:00.000', step('Disk', 'Offline', 'Online')),
        line('10:00:00.500', step('Disk', 'Offline', 'Online')),
      ]),
    ],
    NO_SETTINGS,
  );
  expect(transitions).toHaveLength(2);
});

test('a file dropped twice tells everything once', () => {
  const lines = [
    line('10:00:00.000', step('Disk', 'Offline', 'Online')),
    line('10:00:01.000', service('stopped')),
  ];
  const { transitions, markers } = analyse(
    [
      log('a/cluster.log', { id: 's1', node: 'ZQ1' }, lines),
      log('b/cluster.log', { id: 's2', node: 'ZQ1' }, lines),
    ],
    NO_SETTINGS,
  );
  expect(transitions).toHaveLength(1);
  expect(markers).toMatchObject([{ kind: 'service-stop', alsoAt: [{ source: 's2', line: 2 }] }]);
});

test('a removal that several survivors log is one marker of the removed node', () => {
  const survivor = (id: number, time: string) =>
    log(`zq${id}/cluster.log`, { id: `s${id}`, node: `ZQ${id}` }, [
      line('10:00:00.000', isNode(false, { name: 'ZQ9', id: 9 })),
      line(time, view([1, 2], { downers: [9] })),
    ]);
  const { markers } = analyse(
    [survivor(1, '10:00:05.000'), survivor(2, '10:00:07.200')],
    NO_SETTINGS,
  );
  expect(markers).toMatchObject([
    {
      kind: 'node-down',
      node: 'ZQ9',
      time: at('10:00:05.000'),
      alsoAt: [{ source: 's2', line: 2 }],
    },
  ]);
});

test('route lines within 100 ms are one loss, later ones another', () => {
  const lost: FactBody = {
    type: 'link',
    state: 'lost',
    scope: 'route',
    peer: { name: 'ZQ2' },
    localEndpoint: '10.0.1.1:3343',
    remoteEndpoint: '10.0.1.2:3343',
  };
  const { markers } = analyse(
    [
      log('cluster.log', { node: 'ZQ1' }, [
        line('10:00:00.000', lost),
        line('10:00:00.040', lost),
        line('10:00:05.000', lost),
      ]),
    ],
    NO_SETTINGS,
  );
  expect(markers.map(({ time, alsoAt }) => [time, alsoAt.length])).toEqual([
    [at('10:00:00.000'), 1],
    [at('10:00:05.000'), 0],
  ]);
});

test('hosts that notice the end of a stopped service add lines, not failures', () => {
  const { markers } = analyse(
    [
      log('cluster.log', { node: 'ZQ1' }, [
        line('10:00:00.000', service('stopping')),
        line('10:00:01.000', service('terminated')),
        line('10:00:01.000', service('terminated')),
      ]),
    ],
    NO_SETTINGS,
  );
  expect(markers).toMatchObject([{ kind: 'service-stop', alsoAt: [{ line: 2 }, { line: 3 }] }]);
});

test('a logged DeadlockTimeout and a call seen being issued come before the default', () => {
  const deadlock: FactBody = {
    type: 'deadlock',
    resource: 'Disk',
    call: 'ONLINERESOURCE',
    overdueMs: 16,
  };
  const scope = { kind: 'resource', name: 'Disk' } as const;
  const timeout: FactBody = {
    type: 'config-value',
    scope,
    property: 'DeadlockTimeout',
    value: 60_000,
  };
  const issued: FactBody = {
    type: 'rhs-call',
    resource: 'Disk',
    call: 'Online',
    phase: 'issued',
    result: null,
  };
  const startOf = (lines: FactBody[]) => {
    const times = ['10:00:00.000', '10:01:40.000'];
    const all = [...lines.map((body, i) => line(times[i]!, body)), line('10:02:40.016', deadlock)];
    const { intervals } = analyse([log('cluster.log', { node: 'ZQ1' }, all)], NO_SETTINGS);
    const { start, startBasis } = intervals.find(({ kind }) => kind === 'deadlock')!;
    return [start, startBasis];
  };
  expect(startOf([])).toEqual([at('09:57:40.000'), 'implied']);
  expect(startOf([timeout])).toEqual([at('10:01:40.000'), 'implied']);
  expect(startOf([timeout, issued])).toEqual([at('10:01:40.000'), 'observed']);
});
