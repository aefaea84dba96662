import { expect, test } from 'vitest';
import type { FactBody } from '../model/fact.ts';
import type { Incident } from '../model/incident.ts';
import { NO_SETTINGS } from '../model/settings.ts';
import { analyse } from './analyse.ts';
import { at, isNode, line, log, service, step, view } from './evidence.testing.ts';

const ALIVE: FactBody = {
  type: 'alive',
  node: null,
  at: at('10:04:58.000'),
  clock: 1,
  atWritten: '10:04:58',
};
const STOP: FactBody = {
  type: 'bugcheck',
  node: null,
  code: '0x9e',
  parameters: ['0xffff800000001234', '0x4b0', '0x5', '0x0'],
};

function lifeOf(node: string, { intervals }: Incident) {
  return intervals
    .filter(({ kind, entity }) => entity.name === node && (kind === 'state' || kind === 'dark'))
    .map(({ state, start, end, startBasis, endBasis }) => ({
      state,
      start,
      end,
      startBasis,
      endBasis,
    }));
}

const system = log('zq1/System.txt', { id: 's1', node: 'ZQ1', format: 'windows-event-text' }, [
  line('10:00:00.000'),
  line('10:04:20.000'),
  line('10:20:00.000', { type: 'boot', node: null }),
  line('10:20:05.000', { type: 'shutdown', node: null, clean: false }),
  line('10:20:05.000', ALIVE),
  line('10:20:12.000', STOP),
  line('10:20:40.000', service('started')),
  line('10:21:00.000'),
]);
const survivor = log('zq2/cluster.log', { id: 's2', node: 'ZQ2' }, [
  line('10:00:00.000', isNode(true, { id: 2 })),
  line('10:00:00.000', isNode(false, { name: 'ZQ1', id: 1 })),
  line('10:00:00.000', view([1, 2], { joiners: [1] })),
  line('10:05:11.500', view([2], { downers: [1] })),
  line('10:21:00.000'),
]);

test('a crash is dark from the last sign of life to the first after the boot', () => {
  const dark = analyse([system, survivor], NO_SETTINGS).intervals.filter(
    (interval) => interval.kind === 'dark',
  );
  expect(dark).toMatchObject([
    {
      node: 'ZQ1',
      start: at('10:04:58.000'),
      end: at('10:20:00.000'),
      startBasis: 'observed',
      endBasis: 'observed',
      attributes: { code: '0x9E', crashNotAfter: '2026-03-04T10:05:11.500Z' },
    },
  ]);
});

test('the crash stands where the survivors removed the node, never at the report after the reboot', () => {
  const { markers } = analyse([system, survivor], NO_SETTINGS);
  const stops = markers.filter(({ kind }) => kind === 'bugcheck' || kind === 'unexpected-reboot');
  expect(stops).toMatchObject([
    {
      kind: 'bugcheck',
      node: 'ZQ1',
      time: at('10:05:11.500'),
      alsoAt: [{ source: 's1', line: 4 }],
      attributes: {
        timeBasis: 'survivors-removal',
        notBefore: '2026-03-04T10:04:58.000Z',
        notAfter: '2026-03-04T10:05:11.500Z',
        reportedAt: '2026-03-04T10:20:12.000Z',
      },
    },
  ]);
});

test('without survivors the crash stands at the last sign of life', () => {
  const { markers } = analyse([system], NO_SETTINGS);
  expect(markers.find(({ kind }) => kind === 'bugcheck')).toMatchObject({
    time: at('10:04:58.000'),
    attributes: { timeBasis: 'last-sign-of-life', notAfter: '2026-03-04T10:20:00.000Z' },
  });
});

test('a dated report with nothing before it leaves the crash undated and bounds it', () => {
  const { markers } = analyse(
    [log('a.txt', { node: 'ZQ1', format: 'windows-event-text' }, [line('10:20:12.000', STOP)])],
    NO_SETTINGS,
  );
  expect(markers).toMatchObject([
    {
      kind: 'bugcheck',
      time: null,
      attributes: { timeBasis: 'unknown', notAfter: '2026-03-04T10:20:12.000Z' },
    },
  ]);
});

test('an undated report that says when the node was last alive stands there, with no upper bound', () => {
  const lost: FactBody = { type: 'shutdown', node: null, clean: false };
  const record = log('events.txt', { node: 'ZQ1', format: 'windows-event-text' }, [
    line(null, lost),
    line(null, null),
  ]);
  const told = { ...record.facts[0]!, body: ALIVE };
  const { markers } = analyse([{ ...record, facts: [...record.facts, told] }], NO_SETTINGS);
  expect(markers).toMatchObject([
    {
      kind: 'unexpected-reboot',
      time: at('10:04:58.000'),
      attributes: { timeBasis: 'last-sign-of-life', notAfter: null, reportedAt: null },
    },
  ]);
});

test('one undated record that tells a stop code and an unclean start is one crash', () => {
  const record = log('event41.txt', { node: 'ZQ1', format: 'windows-event-text' }, [
    line(null, STOP),
  ]);
  const start: FactBody = { type: 'shutdown', node: null, clean: false };
  const facts = [{ ...record.facts[0]!, body: start }, ...record.facts];
  expect(analyse([{ ...record, facts }], NO_SETTINGS).markers).toMatchObject([
    { kind: 'bugcheck', time: null, attributes: { code: '0x9E' } },
  ]);
});

test('the same stop told by a dated event and an undated message is one', () => {
  const message = log('bugcheck.txt', { id: 's9', format: 'windows-event-text' }, [
    line(null, STOP),
  ]);
  const { markers } = analyse([system, message], NO_SETTINGS);
  expect(markers.filter(({ kind }) => kind === 'bugcheck')).toMatchObject([
    {
      node: 'ZQ1',
      alsoAt: [
        { source: 's1', line: 4 },
        { source: 's9', line: 1 },
      ],
    },
  ]);
});

test('a service that stops and starts again was stopped in between, across the silence', () => {
  const incident = analyse(
    [
      log('zq1/cluster.log', { node: 'ZQ1' }, [
        line('10:00:00.000', step('Disk', 'Offline', 'Online')),
        line('10:05:00.000', service('stopping')),
        line('10:05:02.000', service('stopped')),
        line('11:00:00.000', service('starting')),
        line('11:00:10.000', service('started')),
        line('11:01:00.000'),
      ]),
    ],
    NO_SETTINGS,
  );
  expect(lifeOf('ZQ1', incident)).toEqual([
    {
      state: 'up',
      start: at('10:00:00.000'),
      end: at('10:05:02.000'),
      startBasis: 'unknown',
      endBasis: 'observed',
    },
    {
      state: 'stopped',
      start: at('10:05:02.000'),
      end: at('11:00:00.000'),
      startBasis: 'observed',
      endBasis: 'observed',
    },
    {
      state: 'joining',
      start: at('11:00:00.000'),
      end: at('11:00:10.000'),
      startBasis: 'observed',
      endBasis: 'observed',
    },
    {
      state: 'up',
      start: at('11:00:10.000'),
      end: at('11:01:00.000'),
      startBasis: 'observed',
      endBasis: 'carried',
    },
  ]);
  expect(incident.sources[0]!.coverage).toEqual([
    { start: at('10:00:00.000'), end: at('10:05:02.000') },
    { start: at('11:00:00.000'), end: at('11:01:00.000') },
  ]);
});

test('a node known only from the views of others is up, then unknown once removed', () => {
  const incident = analyse([survivor], NO_SETTINGS);
  expect(lifeOf('ZQ1', incident)).toEqual([
    {
      state: 'up',
      start: at('10:00:00.000'),
      end: at('10:05:11.500'),
      startBasis: 'observed',
      endBasis: 'observed',
    },
    {
      state: 'unknown',
      start: at('10:05:11.500'),
      end: at('10:21:00.000'),
      startBasis: 'observed',
      endBasis: 'carried',
    },
  ]);
  expect(incident.intervals.filter(({ kind }) => kind === 'no-coverage')).toMatchObject([
    { node: 'ZQ1', start: at('10:00:00.000'), end: at('10:21:00.000') },
  ]);
});
