import { expect, test } from 'vitest';
import type { FactBody } from '../model/fact.ts';
import type { StateInterval } from '../model/incident.ts';
import { NO_SETTINGS } from '../model/settings.ts';
import { analyse } from './analyse.ts';
import { at, line, log, step } from './evidence.testing.ts';

const STOP: FactBody = {
  type: 'bugcheck',
  node: null,
  code: '0x0000009e',
  parameters: [
    '0xfffffab030cce600',
    '0x00000000000004b0',
    '0x0000000000000000',
    '0x0000000000000000',
  ],
  dumpFile: 'C:\\Windows\\MEMORY.DMP',
};

const DEADLOCKED = '2017-09-15T20:24:36.365';

function diskDeadlock() {
  const name = 'èoˉ′ì 2';
  return [
    log(
      'case/bugcheck.txt',
      { id: 's1', format: 'windows-event-text', rule: { kind: 'unknown' } },
      [line(null, STOP)],
    ),
    log('case/cluster.log', { id: 's2' }, [
      line(DEADLOCKED, {
        type: 'deadlock',
        resource: name,
        call: 'ONLINERESOURCE',
        overdueMs: null,
      }),
      line(DEADLOCKED),
      line(DEADLOCKED, step(name, 'OnlinePending', 'ProcessingFailure')),
    ]),
    log('case/events.txt', { id: 's3', format: 'windows-event-text', rule: { kind: 'unknown' } }, [
      line(null, {
        type: 'event',
        id: 1069,
        provider: 'Microsoft-Windows-FailoverClustering',
        meaning: 'A clustered resource failed',
        kind: 'resource-failed',
        entity: { kind: 'resource', name: '群集磁盘 1' },
        group: 'wlc',
      }),
    ]),
  ];
}

const times = ({ state, start, end, startBasis, endBasis }: StateInterval) => ({
  state,
  start,
  end,
  startBasis,
  endBasis,
});

test('no evidence gives an empty incident', () => {
  expect(analyse([], NO_SETTINGS)).toEqual({
    nodes: [],
    sources: [],
    transitions: [],
    intervals: [],
    markers: [],
    events: [],
    findings: [],
    repairs: [],
  });
});

test('a deadlocked online call began DeadlockTimeout before it was declared, and the resource was pending since', () => {
  const { intervals } = analyse(diskDeadlock(), NO_SETTINGS);
  const deadlock = intervals.find((interval) => interval.kind === 'deadlock')!;
  expect(times(deadlock)).toEqual({
    state: 'ONLINERESOURCE',
    start: at('2017-09-15T20:19:36.365'),
    end: at(DEADLOCKED),
    startBasis: 'implied',
    endBasis: 'observed',
  });
  expect(deadlock.attributes).toMatchObject({
    call: 'ONLINERESOURCE',
    deadlockTimeoutMs: 300_000,
    deadlockTimeoutBasis: 'default',
  });
  expect(intervals.filter((interval) => interval.kind === 'state').map(times)).toEqual([
    {
      state: 'OnlinePending',
      start: at('2017-09-15T20:19:36.365'),
      end: at(DEADLOCKED),
      startBasis: 'implied',
      endBasis: 'observed',
    },
    {
      state: 'ProcessingFailure',
      start: at(DEADLOCKED),
      end: at(DEADLOCKED),
      startBasis: 'observed',
      endBasis: 'carried',
    },
  ]);
});

test('a twice mis-decoded disk name is repaired from the other disk, and the disks stay two', () => {
  const { transitions, repairs, events } = analyse(diskDeadlock(), NO_SETTINGS);
  expect(transitions.map((found) => found.entity)).toEqual([
    { kind: 'resource', name: '群集磁盘 2', writtenName: 'èoˉ′ì 2' },
  ]);
  expect(repairs).toMatchObject([
    { written: 'èoˉ′ì 2', proposed: '群集磁盘 2', method: 'skeleton', refused: false },
  ]);
  expect(events[0]!.entity!.name).toBe('群集磁盘 1');
});

test('a refused repair is listed and not applied', () => {
  const settings = { ...NO_SETTINGS, refusedNames: ['èoˉ′ì 2'] };
  const { transitions, repairs } = analyse(diskDeadlock(), settings);
  expect(transitions[0]!.entity.name).toBe('èoˉ′ì 2');
  expect(repairs).toMatchObject([{ written: 'èoˉ′ì 2', refused: true }]);
});

test('a bugcheck message without a date stays undated, with its code, name and parameters decoded', () => {
  const { markers } = analyse(diskDeadlock(), NO_SETTINGS);
  expect(markers.filter((marker) => marker.kind === 'bugcheck')).toMatchObject([
    {
      time: null,
      attributes: {
        code: '0x9E',
        name: 'USER_MODE_HEALTH_MONITOR',
        parameters: ['0xfffffab030cce600', '0x4b0', '0x0', '0x0'],
        dumpFile: 'C:\\Windows\\MEMORY.DMP',
        timeoutSeconds: 1200,
        isFourDefaultDeadlockTimeouts: true,
      },
    },
  ]);
});

test('the deadlock is a candidate for the cause and the stop its consequence, each with its lines', () => {
  const { findings } = analyse(diskDeadlock(), NO_SETTINGS);
  const rules = findings.filter((finding) => finding.role !== 'context');
  expect(rules.map(({ rule, role, evidence }) => ({ rule, role, first: evidence[0] }))).toEqual([
    { rule: 'resource-deadlock', role: 'cause', first: { source: 's2', line: 1 } },
    { rule: 'bugcheck-after-deadlock', role: 'consequence', first: { source: 's1', line: 1 } },
  ]);
});

test('a setting of the reader decides zone and node of a source', () => {
  const incident = analyse(diskDeadlock(), {
    ...NO_SETTINGS,
    nodes: { s2: 'ZQ1' } as never,
    zones: { s2: { kind: 'offset', offsetMinutes: 480 } } as never,
  });
  expect(incident.transitions[0]).toMatchObject({
    node: 'ZQ1',
    time: at('2017-09-15T12:24:36.365'),
  });
  expect(incident.sources[1]).toMatchObject({
    node: { name: 'ZQ1', basis: 'set' },
    timeBase: { basis: 'set', rule: { kind: 'offset', offsetMinutes: 480 } },
  });
});
