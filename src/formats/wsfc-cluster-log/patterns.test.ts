import { describe, expect, it } from 'vitest';
import { PATTERNS } from './patterns.ts';
import { readLog } from './read-log.testing.ts';

const PREFIX = '00001148.00001158::2017/09/15-20:24:36.365 ';

describe('patterns', () => {
  it.each(PATTERNS.map((pattern) => [pattern.example.slice(0, 60), pattern] as const))(
    'reads facts from "%s"',
    (_, pattern) => {
      const { bodies } = readLog(`${PREFIX}INFO  [TAG] ${pattern.example}\n`);
      expect(bodies.length).toBeGreaterThan(0);
      expect(readLog(`${PREFIX}WARN  [TAG] ${pattern.example}\n`).bodies).toEqual(bodies);
    },
  );

  it('each has an example that its own expression matches where a probe stands', () => {
    for (const { probes, expression, example } of PATTERNS) {
      const matched = probes.some((probe) => {
        const at = example.indexOf(probe);
        return at >= 0 && expression.test(example.slice(at).split('\n')[0]!);
      });
      expect(matched, example).toBe(true);
    }
  });

  it.each([
    [
      'TransitionToState(a) b) Online-->Offline) Online-->Failed.',
      { entity: { name: 'a) b) Online-->Offline' }, to: 'Failed' },
    ],
    [
      'Res SQL: IP: Online -> WaitingToGoOffline( StateUnknown )',
      { entity: { name: 'SQL: IP' }, announced: true },
    ],
    [
      'rcm::RcmApi::MoveGroup: (ag, 2)',
      { kind: 'group-move', entity: { name: 'ag' }, attributes: { to: 'node 2' } },
    ],
    [
      'rcm::RcmApi::MoveGroup: (Group:g Dest:-1 Flags:0 MoveType:MoveType::Manual Cur.State:Online)',
      { attributes: { to: 'any', reason: 'Manual' } },
    ],
    [
      "HandleMonitorReply: ONLINERESOURCE for 'O'Neil's IP', gen(8) result 5015.",
      { type: 'rhs-call', resource: "O'Neil's IP", phase: 'answered', result: 5015 },
    ],
    ["HandleMonitorReply: OFFLINERESOURCE for 'Cloud Witness'", { type: 'rhs-call', result: null }],
    [
      "Node 1: New join with n3: stage: 'Attempt Initial Connection' status (10060) reason: 'Failed'",
      {
        state: 'join-failed',
        node: { id: 3 },
        reason: 'Attempt Initial Connection: 10060 WSAETIMEDOUT: Failed',
      },
    ],
    [
      'got event: Remote endpoint <endpoint address> unreachable from <endpoint address>',
      { type: 'link', state: 'lost', peer: { address: '<endpoint address>' } },
    ],
    [
      "Node 1: Connection to Node 2 is broken. Reason GracefulClose(1226)' because of 'x'",
      { scope: 'node', peer: { id: 2 } },
    ],
    [
      'Signaled NetftRemoteReachable event, local address fe80::1:3343 remote address fe80::2:3343',
      { state: 'restored', remoteEndpoint: 'fe80::2' },
    ],
    [
      "Cluster Shared Volume 'Volume1' ('Disk 2') has entered a paused state because of '(c00000b5)'.",
      {
        kind: 'csv-paused',
        entity: { kind: 'csv', name: 'Volume1' },
        attributes: { status: 'c00000b5', statusName: 'STATUS_IO_TIMEOUT' },
      },
    ],
    [
      'Cluster has lost the UDP connection from local endpoint 10.0.1.11:~3343~ connected to remote endpoint 10.0.1.12:~3343~.',
      { type: 'link', peer: { address: '10.0.1.12' }, localEndpoint: '10.0.1.11' },
    ],
    ['Service Stopped.', { service: 'clussvc', state: 'stopped', pid: 0x1148 }],
  ])('reads "%s"', (text, expected) => {
    expect(readLog(`${PREFIX}INFO  [TAG] ${text}\n`).bodies[0]).toMatchObject(expected);
  });

  it.each([
    'Node 1: Proposed View is <ViewChanged joiners=(2) downers=() newView=1101(1 2)/>',
    'Checking to see if all routes for route (virtual) local fe80::1:~0~ to remote fe80::2:~0~ are down',
    'Node 2: Coordinator: one off quorum, need to arbitrate',
    "Node 2: New join with n1: stage: 'Reporting Ready for Form/Join State Transfer'",
    'Node 1 CompareAndSetWitnessTag: reading witness tag.',
  ])('reads no state from "%s"', (text) => {
    const { bodies } = readLog(`${PREFIX}INFO  [TAG] ${text}\n`);
    expect(bodies.filter(({ type }) => type !== 'node-identity')).toEqual([]);
  });

  it('finds a message anywhere in a warning, but only at the start of an info', () => {
    expect(readLog(`${PREFIX}WARN  [X] while closing: Lost quorum (1 2)\n`).bodies).toMatchObject([
      { type: 'quorum' },
    ]);
    expect(readLog(`${PREFIX}INFO  [X] while closing: Lost quorum (1 2)\n`).bodies).toEqual([]);
  });
});
