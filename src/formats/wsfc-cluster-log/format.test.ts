import { describe, expect, it } from 'vitest';
import { Clock } from '../../model/clock.ts';
import { describeFormat } from '../harness.testing.ts';
import { wsfcClusterLog } from './format.ts';
import { headOf, readLog } from './read-log.testing.ts';
import {
  BARE,
  DISK_DEADLOCK,
  MASKED,
  NT4,
  ODDITIES,
  ROUTE_STRUCT,
  SAMPLES,
  SECTIONS,
  TIME_ONLY,
  W2K,
} from './samples.testing.ts';

describeFormat(wsfcClusterLog, SAMPLES);

describe('a disk deadlock', () => {
  const { records, facts, bodies, segment } = readLog(DISK_DEADLOCK);

  it('gives six records of one instant: four errors, a warning, an info', () => {
    expect(records).toHaveLength(6);
    expect(new Set(records.map(({ time }) => time))).toEqual(
      new Set([Date.UTC(2017, 8, 15, 20, 24, 36, 365)]),
    );
    expect(segment.levels).toEqual({ 1: 0, 2: 4, 3: 1, 4: 1, 5: 0 });
    expect(records.map(({ component }) => component)).toEqual([
      'RHS',
      'RHS',
      'RHS',
      'RCM',
      'RCM',
      'RCM',
    ]);
  });

  it('tells one transition, one deadlock and a named status', () => {
    expect(bodies.filter(({ type }) => type === 'transition')).toEqual([
      {
        type: 'transition',
        entity: { kind: 'resource', name: 'èoˉ′ì 2' },
        from: 'OnlinePending',
        to: 'ProcessingFailure',
      },
    ]);
    expect(bodies.filter(({ type }) => type === 'deadlock')).toEqual([
      { type: 'deadlock', resource: 'èoˉ′ì 2', call: 'ONLINERESOURCE', overdueMs: null },
    ]);
    expect(bodies[1]).toMatchObject({
      kind: 'resource-failed',
      attributes: { status: 5018, statusName: 'ERROR_RESMON_ONLINE_FAILED' },
    });
    expect(facts[2]).toMatchObject({
      line: 4,
      written: '2017/09/15-20:24:36.365',
      clock: Clock.Wall,
      channel: 'main',
    });
  });
});

describe('sections of 2016 and later', () => {
  const { records, facts, bodies, segment } = readLog(SECTIONS);

  it('are no entries, and unknown ones pass through', () => {
    expect(records.map(({ line }) => line)).toEqual([21, 26, 29, 30, 31, 32]);
    expect(segment.tally).toMatchObject({ entries: 6, continuations: 3, problems: 0 });
  });

  it('state the node, owners, states and time-outs', () => {
    expect(bodies).toContainEqual({
      type: 'node-identity',
      self: true,
      node: { name: 'ZQ1', id: 1 },
    });
    expect(bodies).toContainEqual({
      type: 'state-seen',
      entity: { kind: 'resource', name: 'Disk 4, data' },
      state: 'Online',
      group: 'FS1',
    });
    expect(bodies).toContainEqual({
      type: 'state-seen',
      entity: { kind: 'group', name: 'FS1' },
      state: 'PartialOnline',
    });
    expect(bodies).toContainEqual({
      type: 'owner',
      group: 'FS1',
      from: null,
      to: { name: 'ZQ1' },
      reason: 'at generation of the log',
    });
    const values = bodies.filter((body) => body.type === 'config-value');
    expect(
      values.map(({ scope, property, value }) => [scope?.name ?? null, property, value]),
    ).toEqual([
      [null, 'SameSubnetThreshold', 20],
      ['Disk 4, data', 'DeadlockTimeout', 300_000],
      ['Disk 4, data', 'PendingTimeout', 180_000],
      ['群集磁盘 2', 'PendingTimeout', 240_000],
    ]);
    expect(facts.find(({ body }) => body.type === 'config-value')).toMatchObject({
      record: -1,
      line: 6,
      clock: Clock.Undated,
    });
  });

  it('print critical events as DBG, and say which telling of an event each entry is', () => {
    expect(records[0]).toMatchObject({ level: 'critical', component: '' });
    expect(records[3]).toMatchObject({ level: 'debug', component: 'NETFTAPI' });
    expect(
      facts.filter(({ body }) => body.type === 'quorum').map(({ channel }) => channel),
    ).toEqual(['system']);
    expect(
      facts.filter(({ body }) => body.type === 'node-state').map(({ channel }) => channel),
    ).toEqual(['operational']);
  });

  it('keep the lines of one entry together, blank lines included', () => {
    expect(records[0]!.text).toMatch(/^\[System\][^\n]*\nRun the [^\n]*\n\nAlso check[^\n]*$/);
    expect(bodies).toContainEqual({
      type: 'node-state',
      node: { name: 'ZQ2' },
      state: 'quarantined',
      reason: '3 failures, until 2021/10/23-16:20:12.000',
    });
  });

  it('allow addresses and colons in tags', () => {
    expect(records.slice(4).map(({ component }) => component)).toEqual(['CHANNEL', 'DM']);
  });
});

describe('a struct over several entries', () => {
  it('is one lost route with its delay and threshold', () => {
    const { bodies, facts } = readLog(ROUTE_STRUCT);
    expect(bodies[1]).toEqual({
      type: 'link',
      state: 'lost',
      scope: 'route',
      peer: { address: '10.0.1.12' },
      localEndpoint: '10.0.1.11',
      remoteEndpoint: '10.0.1.12',
      reason: 'route removed',
    });
    expect(facts[1]!.line).toBe(8);
    expect(bodies.filter(({ type }) => type === 'config-value')).toMatchObject([
      { property: 'Delay', value: 1000 },
      { property: 'Threshold', value: 5 },
    ]);
  });

  it('is not put together from entries that others interrupt', () => {
    const interrupted = ROUTE_STRUCT.split('\n');
    interrupted.splice(
      5,
      0,
      '0000205c.00001a94::2014/06/10-07:54:34.100 INFO  [GUM] Node 1: another thread',
    );
    expect(
      readLog(interrupted.join('\n')).bodies.filter(({ type }) => type === 'config-value'),
    ).toEqual([]);
  });

  it('proves the last beat by the age that a route history gives', () => {
    expect(readLog(ROUTE_STRUCT).bodies[0]).toMatchObject({
      lastBeat: Date.UTC(2014, 5, 10, 7, 54, 28, 163),
    });
  });
});

describe('excerpts', () => {
  it('without dates have a time of day, a late tag, no tag at all', () => {
    const { records } = readLog(TIME_ONLY);
    expect(records[0]).toMatchObject({
      clock: Clock.TimeOfDay,
      time: ((21 * 60 + 17) * 60 + 42) * 1000 + 347,
    });
    expect(records.map(({ component }) => component)).toEqual(['QUORUM', 'QUORUM', 'RCM', '', '']);
  });

  it('without dates get offset and date from a death timer that is written in UTC', () => {
    const { bodies } = readLog(TIME_ONLY);
    const wall = Date.UTC(2020, 4, 11, 21, 17, 42, 347);
    expect(bodies).toContainEqual({
      type: 'clock-evidence',
      wall,
      utc: Date.UTC(2020, 4, 12, 1, 17, 42, 347),
      about: 'death timer start, written in UTC',
    });
    expect(bodies).toContainEqual({
      type: 'date-evidence',
      at: wall,
      about: 'death timer start, written in UTC',
    });
  });

  it('with full stamps take the death timer as proof of the offset only', () => {
    const line = (stamp: string) =>
      `00000630.00001d08::${stamp} INFO  [QUORUM] Node 2: death timer is started at 2020/05/12-01:17:42.347 and expires in 90 seconds\n`;
    const evidence = (stamp: string) =>
      readLog(line(stamp)).bodies.filter(({ type }) => type.endsWith('-evidence'));
    expect(evidence('2020/05/12-06:47:42.348')).toMatchObject([{ type: 'clock-evidence' }]);
    expect(evidence('2020/05/12-01:25:00.000')).toEqual([]);
  });

  it('of NT4 have the day of the month', () => {
    const { records } = readLog(NT4);
    expect(records[0]).toMatchObject({ clock: Clock.DayOfMonth, component: '', level: 'info' });
    expect(records[0]!.time).toBe(13 * 86_400_000 + ((14 * 60 + 43) * 60 + 53) * 1000 + 703);
    expect(records[1]!.component).toBe('FM');
  });

  it('of Windows 2000 have short ids and no level; 2003 adds the level', () => {
    const { records, segment } = readLog(W2K);
    expect(records.map(({ level }) => level)).toEqual(['info', 'info', 'info', 'error']);
    expect(segment.tally).toMatchObject({ entries: 4, continuations: 1 });
  });

  it('without stamps are undated entries; other lines continue them', () => {
    const { records, bodies } = readLog(BARE);
    expect(records.map(({ line, clock }) => [line, clock])).toEqual([
      [1, 0],
      [2, 0],
      [4, 0],
    ]);
    expect(bodies).toMatchObject([
      { type: 'deadlock', call: 'LOOKSALIVE', overdueMs: 16 },
      { type: 'config-value', property: 'SeparateMonitor', value: 1 },
      { type: 'service', service: 'RHS', state: 'starting' },
    ]);
  });

  it('with masked stamps are undated and no problem', () => {
    const { records, segment } = readLog(MASKED);
    expect(records.map(({ clock, level }) => [clock, level])).toEqual([
      [0, 'warning'],
      [0, 'error'],
      [0, 'info'],
    ]);
    expect(records.map(({ component }) => component)).toEqual(['RES', 'RES', 'RES']);
    expect(segment.problemCount).toBe(0);
    const { dialect } = wsfcClusterLog.prepare(headOf(MASKED));
    expect(records.map(({ text }) => wsfcClusterLog.stampOf(text, dialect))).toEqual([
      '*<DateTime>*',
      'YYYY/MM/DD -12:03:44.891',
      'YYYY/MM/DD-12:03:44.891',
    ]);
  });
});

describe('oddities of real files', () => {
  const { records, bodies, segment } = readLog(ODDITIES);

  it('splits entries that share a line', () => {
    const joined = records.filter(({ line }) => line === 4);
    expect(joined.map(({ time }) => time % 1000)).toEqual([762, 763, 764]);
    expect(joined.map(({ text }) => text.slice(0, 17))).toEqual(Array(3).fill('00002438.00004760'));
    expect(segment.tally).toMatchObject({ entries: 6, continuations: 1 });
    expect(bodies).toContainEqual({
      type: 'mark',
      kind: 'resource-failed',
      node: null,
      entity: { kind: 'resource', name: 'AG' },
      attributes: { check: 'alive', reason: 'Resource Alive result 0' },
    });
  });

  it('keeps an entry with an impossible stamp undated and says so', () => {
    expect(
      records.filter(({ line }) => line === 5 || line === 6).map(({ clock }) => clock),
    ).toEqual([0, 0]);
    expect(segment.problems.map(({ line, code }) => [line, code])).toEqual([
      [4, 'bad-timestamp'],
      [5, 'bad-timestamp'],
    ]);
    expect(segment.problems[0]!.message).toContain('2023/13/04-15:36:54.762');
  });

  it('reads entries with a viewer column, a short id, no ids', () => {
    expect(records.map(({ clock }) => clock)).toEqual([1, 1, 1, 1, 1, 0, 0, 1]);
    expect(records.at(-1)).toMatchObject({ level: 'error', component: 'RCM' });
  });
});

describe('what the head says', () => {
  const header = (...lines: string[]) =>
    headOf(['[=== Cluster ===]', ...lines, '[=== Resources ===]'].join('\n'));
  const OFFSET =
    'UTC= localtime + time zone offset; with daylight savings time, the time zone offset of this machine is 420 minutes, or 7 hours';

  it('declares the node by name, before any file name', () => {
    const head = { ...header('Current node: name (ZQ1) id (1)'), fileName: 'other_cluster.log' };
    expect(wsfcClusterLog.prepare(head).node).toEqual({
      name: 'ZQ1',
      basis: 'declared',
      evidence: [{ line: 2, text: 'Current node: name (ZQ1) id (1)' }],
    });
  });

  it('infers the node from the name that Get-ClusterLog gives a file, and from no other', () => {
    expect(
      wsfcClusterLog.prepare(headOf(DISK_DEADLOCK, 'zq1.example.com_cluster.log')).node,
    ).toMatchObject({
      name: 'zq1.example.com',
      basis: 'inferred',
    });
    expect(wsfcClusterLog.prepare(headOf(DISK_DEADLOCK, 'cluster.log')).node.name).toBeNull();
  });

  it('is UTC by default, and declared UTC when the header says so', () => {
    expect(wsfcClusterLog.prepare(headOf(DISK_DEADLOCK)).timeBase).toEqual({
      rule: { kind: 'utc' },
      basis: 'default',
      confidence: 0.9,
      evidence: [],
    });
    expect(
      wsfcClusterLog.prepare(
        header(OFFSET, 'The logs were generated using Coordinated Universal Time (UTC).'),
      ).timeBase,
    ).toMatchObject({ rule: { kind: 'utc' }, basis: 'declared', evidence: [{ line: 3 }] });
  });

  it('is local under -UseLocalTime, with the sign turned round', () => {
    const LOCAL = 'The logs were generated using local time.';
    expect(wsfcClusterLog.prepare(header(OFFSET, LOCAL)).timeBase).toMatchObject({
      rule: { kind: 'offset', offsetMinutes: -420 },
      basis: 'declared',
      evidence: [{ line: 3 }, { line: 2 }],
    });
    expect(
      wsfcClusterLog.prepare(header(OFFSET.replace('420', '-480'), LOCAL)).timeBase.rule,
    ).toEqual({
      kind: 'offset',
      offsetMinutes: 480,
    });
    expect(wsfcClusterLog.prepare(header(LOCAL)).timeBase).toMatchObject({
      rule: { kind: 'unknown' },
      basis: 'declared',
    });
  });

  it('stays local, in a zone unknown, when the offset is none that a clock can have', () => {
    const LOCAL =
      "The logs were generated using local time. 'Get-ClusterLog' without -UseLocalTime generates in Coordinated Universal Time (UTC).";
    expect(
      wsfcClusterLog.prepare(header(OFFSET.replace('420', '4200'), LOCAL)).timeBase,
    ).toMatchObject({ rule: { kind: 'unknown' }, basis: 'declared', evidence: [{ line: 3 }] });
  });

  it('leaves the zone of a log without dates open', () => {
    expect(wsfcClusterLog.prepare(headOf(TIME_ONLY)).timeBase.rule).toEqual({ kind: 'unknown' });
  });
});

describe('a line of 1 MB that repeats one thing', () => {
  it.each([
    'Node 1: ',
    'Node 12: Node 1 x: ',
    'rcm::RcmResource::HandleMonitorReply: ',
    'SQL Server <a>: [x] ',
    '[A] ',
    '(',
    "' ",
    '-->',
  ])('is one entry: %s', (part) => {
    const prefix = '00000a10.00000b20::2024/03/09-09:59:50.010';
    for (const opening of ['INFO  ', 'ERR   [RHS] ', 'INFO  [RCM] TransitionToState(']) {
      const line = `${prefix} ${opening}${part.repeat(1_000_000 / part.length)}`;
      const { segment } = readLog(`${line}\n${prefix} INFO  [RCM] end\n`);
      expect(segment.tally).toMatchObject({ entries: 2, continuations: 0, problems: 0 });
    }
  });
});

describe('a stamp that no log can have', () => {
  it.each([
    ['00000a10.00000b20::9999/12/31-23:59:59.999 INFO  [CORE] far', '9999/12/31-23:59:59.999'],
    ['00000a10.00000b20::1601/01/01-00:00:00.000 INFO  [CORE] never', '1601/01/01-00:00:00.000'],
    ['a10.b20::1601/01/01-00:00:00.000 [CORE] never', '1601/01/01-00:00:00.000'],
  ])('is listed with its line: %s', (line, stamp) => {
    const near = '00000a10.00000b20::2024/03/09-09:00:00.000 INFO  [CORE] near\n';
    const { records, segment } = readLog(`${near}${line}\n${near}`);
    expect(records).toHaveLength(3);
    expect(segment.problems).toEqual([
      {
        line: 1,
        code: 'outlier-timestamp',
        message: `seen "${stamp}"; expected a stamp from 1990 to 2099. Kept as an entry that is not drawn.`,
      },
    ]);
  });
});

describe('what is not a cluster log', () => {
  it('is not claimed for a line of one that it quotes', () => {
    const entry = DISK_DEADLOCK.split('\n')[0]!;
    const prose = 'The resource host did not answer and was ended.\n';
    expect(wsfcClusterLog.claim(headOf(`${prose.repeat(100)}${entry}\n`)).score).toBeLessThan(0.2);
    expect(wsfcClusterLog.claim(headOf(`${prose.repeat(20)}${entry}\n`)).score).toBeGreaterThan(
      0.3,
    );
  });

  it.each([
    [
      'copied events',
      'Log Name: System\nSource: Microsoft-Windows-FailoverClustering\nEvent ID: 1069\nLevel: Error\n',
    ],
    ['a build log', '[INFO] Scanning for projects...\n[INFO] BUILD SUCCESS\n[ERROR] no\n'],
    ['a Java log', '2020-01-01 12:00:00,123 INFO  [main] com.example.App - started\n'],
    ['corosync', 'Mar 04 10:15:02 [1412] db2 corosync notice  [TOTEM ] A processor failed\n'],
    [
      'an alert log of Oracle Clusterware',
      '2019-10-31 11:16:33.155 [OCSSD(7132)]CRS-1601: CSSD Reconfiguration complete.\n[cssd(18485272)]CRS-1601:CSSD Reconfiguration complete.\n',
    ],
    ['Veritas', '2003/02/10 16:08:09 VCS INFO V-16-1-10077 received new cluster membership.\n'],
    ['an ini file', '[server]\nname=INFO\n[client]\nERR=1\n'],
    ['C++ names', 'std::vector<int>::push_back\nabc.def::ghi\n'],
    ['nothing', ''],
  ])('is not claimed: %s', (_, text) => {
    expect(wsfcClusterLog.claim(headOf(text)).score).toBeLessThan(0.2);
  });
});
