import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Clock } from '../../model/clock.ts';
import type { FactBody } from '../../model/fact.ts';
import { Level } from '../../model/level.ts';
import { EVENT_ROWS, PROVIDERS } from './catalogue-data.ts';
import { eventFacts } from './event-facts.ts';
import type { WindowsEvent } from './windows-event.ts';

const CLUSTERING = 'Microsoft-Windows-FailoverClustering';
const NOON = Date.UTC(2017, 8, 15, 12);

function factsOf(provider: string, id: number, event: Partial<WindowsEvent>): FactBody[] {
  return eventFacts(
    {
      provider,
      id,
      message: '',
      data: [],
      binary: null,
      recordId: null,
      time: NOON,
      clock: Clock.Wall,
      level: Level.Error,
      ...event,
    },
    { dateOrder: 'mdy' },
  );
}
const saying = (provider: string, id: number, message: string) =>
  factsOf(provider, id, { message }).slice(1);
const named = (data: Readonly<Record<string, string>>) =>
  Object.entries(data).map(([name, value]) => ({ name, value }));
const unnamed = (...values: string[]) => values.map((value) => ({ name: null, value }));

describe('failover clustering', () => {
  // biome-ignore format: a table
  it.each([
    ["Cluster resource 'R 1' in clustered role 'G' failed.", {}],
    ["Cluster resource 'R 1' in clustered service or application 'G' failed.", {}],
    ['Cluster resource "R 1" in Resource Group "G" failed.', {}],
    ["Cluster resource ‘R 1’ of type ‘Physical Disk’ in clustered role ‘G’ failed.", { resourceType: 'Physical Disk' }],
    ["Cluster resource 'R 1' of type 'Physical Disk' in clustered role 'G' failed. The error code was '0x2' ('The system cannot find the file specified.').\n\nBased on the failure policies...", { resourceType: 'Physical Disk', status: '0x2', statusName: 'ERROR_FILE_NOT_FOUND' }],
    ["Cluster resource 'R 1' of type 'Physical Disk' in clustered role 'G' failed due to an attempt to block a required state change in that cluster resource.", { resourceType: 'Physical Disk' }],
  ])('reads each text of 1069: %s', (message, more) => {
    expect(saying(CLUSTERING, 1069, message)).toEqual([
      expect.objectContaining({ type: 'mark', kind: 'resource-failed', entity: { kind: 'resource', name: 'R 1' }, attributes: expect.objectContaining({ group: 'G', ...more }) }),
    ]);
  });

  it('prefers insertion strings to the message, by name or by position', () => {
    const message = "Cluster resource 'wrong' in clustered role 'wrong' failed.";
    for (const data of [
      named({ ResourceGroup: 'G', ResourceName: 'R 1', ResTypeDll: 'Physical Disk' }),
      unnamed('R 1', 'G', 'Physical Disk'),
    ]) {
      expect(factsOf(CLUSTERING, 1069, { message, data })[0]).toMatchObject({
        type: 'event',
        entity: { kind: 'resource', name: 'R 1' },
        group: 'G',
      });
    }
  });

  it('tells 1135 of the node it names, and nothing when it names none', () => {
    expect(
      saying(
        CLUSTERING,
        1135,
        "Cluster node 'ZQ2'was removed from the active failover cluster membership.",
      ),
    ).toEqual([
      {
        type: 'node-state',
        node: { name: 'ZQ2' },
        state: 'down',
        reason: 'removed from active cluster membership',
      },
    ]);
    expect(
      saying(
        CLUSTERING,
        1135,
        'Der Clusterknoten "ZQ2" wurde aus der aktiven Failoverclustermitgliedschaft entfernt.',
      ),
    ).toMatchObject([{ node: { name: 'ZQ2' } }]);
    expect(saying(CLUSTERING, 1135, '')).toEqual([]);
  });

  it('tells 1177 and 1006 of the node that wrote them', () => {
    expect(
      saying(CLUSTERING, 1177, 'The Cluster service is shutting down because quorum was lost.'),
    ).toMatchObject([{ type: 'quorum', state: 'lost' }]);
    expect(saying(CLUSTERING, 1006, '')).toMatchObject([
      { type: 'service', service: 'clussvc', state: 'failed', node: null },
    ]);
  });

  it('takes 1573 for a failure to join, not for a loss of quorum', () => {
    expect(
      saying(
        CLUSTERING,
        1573,
        "Node 'ZQ1' failed to form a cluster. This was because the witness was not accessible.",
      ),
    ).toEqual([
      {
        type: 'node-state',
        node: { name: 'ZQ1' },
        state: 'join-failed',
        reason: 'failed to form the cluster: the witness was not accessible',
      },
    ]);
  });

  it('takes 1230 for a deadlock of the resource, with an empty type left out', () => {
    expect(
      saying(
        CLUSTERING,
        1230,
        "A component on the server did not respond in a timely fashion. This caused the cluster resource '群集磁盘 1' (resource type '', DLL 'clusres.dll') to exceed its time-out threshold.",
      ),
    ).toEqual([
      {
        type: 'mark',
        kind: 'deadlock',
        node: null,
        entity: { kind: 'resource', name: '群集磁盘 1' },
        attributes: { event: 1230, resource: '群集磁盘 1', dll: 'clusres.dll' },
      },
    ]);
  });

  it('reads transitions of resources and roles', () => {
    expect(
      saying(
        CLUSTERING,
        1637,
        "Cluster resource 'IP 1' in clustered role 'AG' has transitioned from state Online to state ProcessingFailure.",
      ),
    ).toEqual([
      {
        type: 'transition',
        entity: { kind: 'resource', name: 'IP 1' },
        from: 'Online',
        to: 'ProcessingFailure',
        group: 'AG',
      },
    ]);
    expect(
      saying(
        CLUSTERING,
        1674,
        "Group 'AG' has transitioned from state 'Online' to state 'Failed'.",
      ),
    ).toEqual([
      { type: 'transition', entity: { kind: 'group', name: 'AG' }, from: 'Online', to: 'Failed' },
    ]);
    expect(
      saying(
        CLUSTERING,
        1201,
        "The Cluster service successfully brought the clustered role 'AG' online.",
      ),
    ).toEqual([{ type: 'state-seen', entity: { kind: 'group', name: 'AG' }, state: 'Online' }]);
  });

  it.each([
    ['10.0.1.12:~3343~', '10.0.1.12'],
    ['10.0.1.12', '10.0.1.12'],
    ['2001:db8::12:~3343~', '2001:db8::12'],
    ['2001:db8::12', '2001:db8::12'],
    ['[2001:db8::12]:3343', '2001:db8::12'],
  ])('knows the peer by its address without the port: %s', (endpoint, address) => {
    const message = `Cluster has lost the UDP connection from local endpoint 10.0.1.11:~3343~ connected to remote endpoint ${endpoint}.`;
    expect(
      factsOf(CLUSTERING, 1649, { message, data: named({ RemoteEndpoint: endpoint }) }).slice(1),
    ).toMatchObject([{ type: 'link', peer: { address } }]);
  });

  it('reads missed heartbeats in both texts', () => {
    const message =
      'Cluster has missed two consecutive heartbeats for the local endpoint 10.0.0.1:~3343~ connected to remote endpoint 10.0.0.2:~3343~.';
    expect(saying(CLUSTERING, 1650, message)).toMatchObject([
      {
        type: 'beats-missed',
        peer: { address: '10.0.0.2' },
        localEndpoint: '10.0.0.1:~3343~',
        beats: 2,
      },
    ]);
    expect(
      saying(
        CLUSTERING,
        1650,
        'Cluster has missed more than 40 percent of consecutive heartbeats.\n\nLocal endpoint: fe80::1%4:~3343~\nRemote endpoint: fe80::2%4:~3343~',
      ),
    ).toMatchObject([{ type: 'beats-missed', peer: { address: 'fe80::2%4' }, percent: 40 }]);
  });

  // biome-ignore format: a table
  it.each<[number, string, Partial<Extract<FactBody, { type: 'mark' }>>]>([
    [1127, "Cluster network interface 'ZQ2 - Ethernet 2' for cluster node 'ZQ2' on network 'Cluster Network 2' failed.", { kind: 'interface-failed', node: { name: 'ZQ2' }, entity: { kind: 'interface', name: 'ZQ2 - Ethernet 2' } }],
    [1129, "Cluster network 'Cluster Network 2' is partitioned.", { kind: 'network-partitioned', entity: { kind: 'network', name: 'Cluster Network 2' } }],
    [1130, "Cluster network 'Cluster Network 2' is down.", { kind: 'network-down', entity: { kind: 'network', name: 'Cluster Network 2' } }],
    [1146, 'The cluster Resource Hosting Subsystem (RHS) process was terminated and will be restarted.', { kind: 'rhs-terminated' }],
    [1205, "The Cluster service failed to bring clustered role 'AG' completely online or offline.", { kind: 'group-failed', entity: { kind: 'group', name: 'AG' } }],
    [1641, "Clustered role 'VM1' is moving from cluster node 'ZQ1' to cluster node 'ZQ2'.", { kind: 'group-move', node: { name: 'ZQ2' } }],
    [1554, 'This cluster node has lost all network connectivity.', { kind: 'network-down', node: null }],
    [5120, "Cluster Shared Volume 'V1' ('Disk 1') has entered a paused state because of 'STATUS_IO_TIMEOUT(c00000b5)'.", { kind: 'csv-paused', entity: { kind: 'csv', name: 'V1' } }],
    [5142, "Cluster Shared Volume 'V1' ('Disk 1') is no longer accessible from this cluster node because of error '1460'.", { kind: 'storage-lost', entity: { kind: 'csv', name: 'V1' } }],
    [1038, "Ownership of cluster disk 'Disk 1' has been unexpectedly lost by this node.", { kind: 'storage-lost', entity: { kind: 'resource', name: 'Disk 1' } }],
  ])('marks %i', (id, message, expected) => {
    expect(saying(CLUSTERING, id, message)).toMatchObject([{ type: 'mark', ...expected }]);
  });

  // biome-ignore format: a table
  it.each([
    [1672, "Cluster node 'ZQ2' has been quarantined. The node experienced '3' consecutive failures within a short amount of time and has been removed from the cluster to avoid further disruptions. The node will be quarantined until '2017/09/15-22:24:36' and then the node will automatically attempt to re-join the cluster.", 'quarantined', { name: 'ZQ2' }],
    [1673, "Cluster node 'ZQ2' has entered the isolated state.", 'isolated', { name: 'ZQ2' }],
    [1680, "Cluster node 'ZQ2' has exited the isolated state.", 'not-isolated', { name: 'ZQ2' }],
    [1653, "Cluster node 'ZQ2' failed to join the cluster because it could not communicate over the network with any other node in the cluster.", 'join-failed', { name: 'ZQ2' }],
    [1070, "The node failed to join failover cluster 'C1' due to error code '1753'.", 'join-failed', null],
    [1062, "This node has successfully joined the failover cluster 'C1'.", 'up', null],
  ])('tells the life of a node by %i', (id, message, state, node) => {
    expect(saying(CLUSTERING, id, message)).toMatchObject([{ type: 'node-state', state, node }]);
  });
});

describe('the machine', () => {
  const KERNEL_POWER = 'Microsoft-Windows-Kernel-Power';

  it('reads the decimal code of 41 and never places a crash at its time', () => {
    const facts = factsOf(KERNEL_POWER, 41, {
      data: named({
        BugcheckCode: '158',
        BugcheckParameter1: '0xffffe001a2',
        BugcheckParameter2: '0x4b0',
        BugcheckParameter3: '0x5',
        BugcheckParameter4: '0x0',
      }),
    });
    expect(facts.slice(1)).toEqual([
      {
        type: 'shutdown',
        node: null,
        clean: false,
        reason: 'started without a clean shutdown',
        attributes: { event: 41, bugcheckCode: '0x9E' },
      },
      {
        type: 'bugcheck',
        node: null,
        code: '0x9e',
        parameters: ['0xffffe001a2', '0x4b0', '0x5', '0x0'],
      },
    ]);
  });

  it('reads no bugcheck out of code 0, and when the power button was held', () => {
    const facts = factsOf(KERNEL_POWER, 41, {
      data: named({ BugcheckCode: '0', PowerButtonTimestamp: '131735411902713856' }),
    });
    expect(facts.filter((fact) => fact.type === 'bugcheck')).toEqual([]);
    expect(facts[1]).toMatchObject({
      attributes: { bugcheckCode: '0x0', powerButtonHeldAt: '2018-06-15T12:59:50.271Z' },
    });
  });

  it('reads the strings of 1001', () => {
    const data = named({
      param1:
        '0x00010001 (0x0000000000000000, 0x0000000000000000, 0x0000000000000000, 0x0000000000000000)',
      param2: 'C:\\Windows\\MEMORY.DMP',
      param3: '040612-50390-01',
    });
    expect(factsOf('Microsoft-Windows-WER-SystemErrorReporting', 1001, { data })[1]).toEqual({
      type: 'bugcheck',
      node: null,
      code: '0x10001',
      parameters: ['0x0', '0x0', '0x0', '0x0'],
      dumpFile: 'C:\\Windows\\MEMORY.DMP',
      reportId: '040612-50390-01',
    });
  });

  const BINARY =
    'E9070B00020019000A0017001C006501E9070B00020019000F0017001C0065013C0000003C000000000000000000000000000000000000000000000000000000';

  it('takes the last-alive time of 6008 in UTC from its bytes', () => {
    const facts = factsOf('EventLog', 6008, {
      data: unnamed('10:23:28 AM', '11/25/2025'),
      binary: BINARY,
      clock: Clock.Utc,
    });
    expect(facts.slice(1)).toEqual([
      expect.objectContaining({ type: 'shutdown', clean: false }),
      {
        type: 'alive',
        node: null,
        at: Date.UTC(2025, 10, 25, 15, 23, 28, 357),
        clock: Clock.Utc,
        atWritten: '11/25/2025 10:23:28 AM',
      },
    ]);
  });

  it('gives the offset of local stamps from the bytes of 6008', () => {
    expect(factsOf('EventLog', 6008, { binary: BINARY })).toContainEqual(
      expect.objectContaining({
        type: 'clock-evidence',
        wall: Date.UTC(2025, 10, 25, 10, 23, 28, 357),
        utc: Date.UTC(2025, 10, 25, 15, 23, 28, 357),
      }),
    );
  });

  // biome-ignore format: a table
  it.each([
    ['The previous system shutdown at 8:47:12 AM on 5/17/2019 was unexpected.', Date.UTC(2019, 4, 17, 8, 47, 12)],
    ['The previous system shutdown at 8:47:12 AM on \u200e5/\u200e17/\u200e2019 was unexpected.', Date.UTC(2019, 4, 17, 8, 47, 12)],
    ['上一次系统的 8:47:12 在 ‎2019/‎5/‎17 上的关闭是意外的。', Date.UTC(2019, 4, 17, 8, 47, 12)],
    ['Das System wurde zuvor am 17.05.2019 um 08:47:12 unerwartet heruntergefahren.', Date.UTC(2019, 4, 17, 8, 47, 12)],
    ['以前のシステム シャットダウン (2019/05/17 20:47:12) は予期されていませんでした。', Date.UTC(2019, 4, 17, 20, 47, 12)],
  ])('reads the time in the text of 6008: %s', (message, at) => {
    expect(factsOf('EventLog', 6008, { message, clock: Clock.Undated, time: 0 })).toContainEqual(
      expect.objectContaining({ type: 'alive', at, clock: Clock.Wall }),
    );
  });

  it('reads an open date of 6008 so that it lies before the event, and doubts it when nothing decides', () => {
    const message = 'The previous system shutdown at 8:47:12 AM on 9/10/2017 was unexpected.';
    expect(factsOf('EventLog', 6008, { message })).toContainEqual(
      expect.objectContaining({ type: 'alive', at: Date.UTC(2017, 8, 10, 8, 47, 12) }),
    );
    const doubts: string[] = [];
    eventFacts(
      {
        provider: 'EventLog',
        id: 6008,
        message,
        data: [],
        binary: null,
        recordId: null,
        time: 0,
        clock: Clock.Undated,
        level: Level.Error,
      },
      { dateOrder: 'dmy', onDoubt: (code) => doubts.push(code) },
    );
    expect(doubts).toEqual(['ambiguous-date-order']);
  });

  it('gives no last-alive wall time beside stamps in UTC', () => {
    const facts = factsOf('EventLog', 6008, {
      data: unnamed('10:23:28 AM', '11/25/2025'),
      clock: Clock.Utc,
    });
    expect(facts.map((fact) => fact.type)).toEqual(['event', 'shutdown']);
  });

  it('takes the UTC time in Kernel-General 12 and 13 as evidence for local stamps', () => {
    const facts = saying(
      'Microsoft-Windows-Kernel-General',
      12,
      'The operating system started at system time \u200e2017\u200e-\u200e09\u200e-\u200e15T03:59:58.500000000Z.',
    );
    expect(facts).toEqual([
      { type: 'boot', node: null },
      expect.objectContaining({
        type: 'clock-evidence',
        wall: NOON,
        utc: Date.UTC(2017, 8, 15, 3, 59, 58, 500),
      }),
    ]);
  });

  it('measures a clock step', () => {
    const data = named({
      NewTime: '2017-09-15T12:00:03.500000000Z',
      OldTime: '2017-09-15T12:30:03.500000000Z',
    });
    expect(factsOf('Microsoft-Windows-Kernel-General', 1, { data })[1]).toMatchObject({
      kind: 'clock-step',
      attributes: { stepMs: -1_800_000 },
    });
  });

  it('tells who asked for a restart', () => {
    expect(
      saying(
        'USER32',
        1074,
        'The process C:\\Windows\\system32\\winlogon.exe (ZQ1) has initiated the restart of computer ZQ1 on behalf of user EX\\admin for the following reason: No title for this reason could be found\n Reason Code: 0x500ff\n Shut-down Type: restart\n Comment: ',
      ),
    ).toMatchObject([
      {
        type: 'shutdown',
        clean: true,
        node: { name: 'ZQ1' },
        reason: 'restart asked for by EX\\admin: No title for this reason could be found',
        attributes: { type: 'restart', code: '0x500ff' },
      },
    ]);
  });

  it.each([
    [6005, 'boot'],
    [6009, 'boot'],
    [6006, 'shutdown'],
  ])('reads EventLog %i as %s', (id, type) => {
    expect(factsOf('EventLog', id, {}).map((fact) => fact.type)).toEqual(['event', type]);
  });
});

describe('services', () => {
  const SCM = 'Service Control Manager';

  // biome-ignore format: a table
  it.each([
    ['The Cluster Service service entered the running state.', 'started'],
    ['The Cluster Service service entered the stopped state.', 'stopped'],
    ['Cluster Service 服务处于 正在运行 状态。', 'started'],
    ['Cluster Service サービスは 実行中 状態に移行しました。', 'started'],
    ['Dienst "Clusterdienst" befindet sich jetzt im Status "Beendet".', 'stopped'],
    ['Служба "Служба кластеров" перешла в состояние Работает.', 'started'],
  ])('reads the state of the Cluster Service: %s', (message, state) => {
    expect(saying(SCM, 7036, message)).toEqual([{ type: 'service', service: 'clussvc', state, node: null }]);
  });

  it('keeps ordinary starts of other services as events only, and failures of all as facts', () => {
    expect(saying(SCM, 7036, 'The Windows Update service entered the running state.')).toEqual([]);
    expect(
      saying(
        SCM,
        7034,
        'The Print Spooler service terminated unexpectedly.  It has done this 1 time(s).',
      ),
    ).toMatchObject([{ type: 'service', service: 'Print Spooler', state: 'failed' }]);
    expect(
      saying(
        SCM,
        7031,
        'The Cluster Service service terminated unexpectedly.  It has done this 2 time(s).  The following corrective action will be taken in 60000 milliseconds: Restart the service.',
      ),
    ).toMatchObject([{ service: 'clussvc', state: 'failed' }]);
  });

  it('marks a changed start type of the Cluster Service, known by its own name in the strings', () => {
    const data = named({
      param1: '集群',
      param2: 'auto start',
      param3: 'disabled',
      param4: 'ClusSvc',
    });
    expect(factsOf(SCM, 7040, { data })[1]).toMatchObject({
      kind: 'change',
      attributes: { from: 'auto start', to: 'disabled' },
    });
  });
});

describe('any event', () => {
  const rows = fc.constantFrom(...EVENT_ROWS);
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom('0x9e (0x0, 0x0, 0x0, 0x0)', '158', 'true', '10.0.0.2:~3343~', '9/15/2017'),
  );

  it('gives one event fact first when the catalogue knows it, and never throws', () => {
    fc.assert(
      fc.property(rows, fc.array(text, { maxLength: 8 }), text, (row, values, message) => {
        const facts = factsOf(PROVIDERS[row[1]][0], row[0], {
          data: unnamed(...values),
          message,
          binary: message,
        });
        expect(facts[0]?.type).toBe('event');
        expect(facts.filter((fact) => fact.type === 'event')).toHaveLength(1);
        expect(JSON.parse(JSON.stringify(facts))).toEqual(facts);
      }),
    );
  });

  it('gives nothing when the catalogue does not know it', () => {
    expect(factsOf('Contoso', 1, {})).toEqual([]);
  });
});
