// Writes the sample incident into app/sample: `node scripts/sample/make-sample.mjs`. Deterministic.
//
// The published evidence of one real incident (a disk deadlock on a two-node Windows Server 2008 R2 cluster) is
// six lines of cluster.log, three events copied as text and the message of event 1001. They are taken over letter
// by letter, mis-decoded names included. Everything around them is constructed in the shapes of the format, so that
// two nodes tell the whole story; nobody should take it as a record of what happened there.
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const target = new URL('../../app/sample/', import.meta.url);

/** `群集磁盘 n` as it stands in the published log: GBK read as windows-1252, then forced into GBK again. */
const LOSSY = 'èoˉ′ì';
/** The same name mis-decoded once: GBK read as windows-1252. */
const MISREAD = 'Èº¼¯´ÅÅÌ';

const PUBLISHED_LOG = [
  `00001148.00001158::2017/09/15-20:24:36.365 ERR [RHS] RhsCall::DeadlockMonitor: Call ONLINERESOURCE timed out for resource '${LOSSY} 2'.`,
  `00001148.00001158::2017/09/15-20:24:36.365 ERR [RHS] Resource ${LOSSY} 2 handling deadlock. Cleaning current operation.`,
  '00001148.00001158::2017/09/15-20:24:36.365 ERR [RHS] About to send WER report.',
  `0000084c.0000159c::2017/09/15-20:24:36.365 WARN [RCM] HandleMonitorReply: FAILURENOTIFICATION for '${LOSSY} 2', gen(0) result 5018.`,
  `0000084c.0000159c::2017/09/15-20:24:36.365 INFO [RCM] TransitionToState(${LOSSY} 2) OnlinePending-->ProcessingFailure.`,
  `0000084c.0000159c::2017/09/15-20:24:36.365 ERR [RCM] rcm::RcmResource::HandleFailure: (${LOSSY} 2)`,
];

const PUBLISHED_EVENTS = `Log Name: System
Source: Microsoft-Windows-FailoverClustering
Date:
Event ID: 1573
Task Category: Quorum Manager
Level: Error
Keywords:
User: SYSTEM
Computer:
Description:
Node 'ZQ1' failed to form a cluster. This was because the witness was not accessible. Please ensure that the witness resource is online and available.
Log Name: System
Source: Microsoft-Windows-FailoverClustering
Date:
Event ID: 1069
Task Category: Resource Control Manager
Level: Error
Keywords:
User: SYSTEM
Computer:
Description:
Cluster resource '群集磁盘 1' in clustered role 'wlc' failed.
Log Name: System
Source: Microsoft-Windows-FailoverClustering
Date:
Event ID: 1230
Task Category: Resource Control Manager
Level: Error
Keywords:
User: SYSTEM
Computer:
Description:
A component on the server did not respond in a timely fashion. This caused the cluster resource '群集磁盘 1' (resource type '', DLL 'clusres.dll') to exceed its time-out threshold. As part of cluster health detection, recovery actions will be taken. The cluster will try to automatically recover by terminating and restarting the Resource Hosting Subsystem (RHS) process that is running this resource. Verify that the underlying infrastructure (such as storage, networking, or services) that are associated with the resource are functioning correctly.
`;

const BUGCHECK_ZH =
  '计算机已经从检测错误后重新启动。检测错误: 0x0000009e (0xfffffab030cce600, 0x00000000000004b0, 0x0000000000000000, 0x0000000000000000)。已将转储的数据保存在: C:\\Windows\\MEMORY.DMP。报告 ID: 091617-31450-01。';

/** Park-Miller: the same numbers on every machine. */
function randomNumbers(seed) {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

const at = (clock) => Date.parse(`2017-09-15T${clock}Z`);

function stamp(time) {
  return new Date(time)
    .toISOString()
    .replace('T', '-')
    .replaceAll(/-(?=\d\d-)/g, '/')
    .replace('Z', '');
}

/** One entry of a cluster.log of Windows Server 2008 R2: the level is padded to five letters. */
function entry(time, level, text, { pid = '0000084c', tid = '0000159c' } = {}) {
  return { time, line: `${pid}.${tid}::${stamp(time)} ${level.padEnd(5)} ${text}` };
}

/** Ordinary housekeeping between two instants: what a healthy cluster service writes all day. */
function housekeeping({ node, from, to, pauseMs, random, groups }) {
  const entries = [];
  let gum = 4100 + node * 17;
  let message = 300;
  for (let time = from; time < to; time += pauseMs * (0.3 + 1.4 * random())) {
    const tid = ['00000e5c', '00000f10', '0000159c', '00000c74'][Math.floor(4 * random())];
    const kind = random();
    const text =
      kind < 0.34
        ? `[GUM] Node ${node}: Executing locally gumId: ${++gum}, updates: 1, first action: /dm/update`
        : kind < 0.52
          ? `[GEM] Node ${node}: Deleting [1:${message} , 1:${++message}] (both included) as it has been ack'd by every node`
          : kind < 0.68
            ? `[DCM] UpdateClusDiskMembership: ctl 300224 nodeSet (1 2), status 0`
            : kind < 0.82
              ? `[NM] Received request from client address ${node === 1 ? 'ZQ1' : 'ZQ2'}.`
              : kind < 0.92
                ? `[RCM] ignored non-local state Online for group ${groups[Math.floor(random() * groups.length)]}`
                : `[API] s_ApiGetQuorumResource final status 0.`;
    entries.push(
      entry(Math.round(time), 'INFO', text, { pid: node === 1 ? '0000084c' : '00000a3c', tid }),
    );
  }
  return entries;
}

function assemble(entries) {
  return entries
    .map((item, index) => ({ ...item, index }))
    .sort((a, b) => a.time - b.time || a.index - b.index)
    .map((item) => item.line);
}

function zq1Log() {
  const random = randomNumbers(20170915);
  const rcm = (clock, level, text) => entry(at(clock), level, `[RCM] ${text}`);
  const rhs = (clock, level, text) =>
    entry(at(clock), level, `[RHS] ${text}`, { pid: '00001148', tid: '00001158' });
  const disk = (clock, number, steps) =>
    steps.map(([milliseconds, text]) =>
      entry(at(clock) + milliseconds, 'INFO', `[RCM] ${text(`${LOSSY} ${number}`)}`),
    );
  const online = [
    [0, (name) => `Res ${name}: Offline -> OnlineCallIssued( StateUnknown )`],
    [0, (name) => `TransitionToState(${name}) Offline-->OnlineCallIssued.`],
    [1, (name) => `Issuing Online(${name}) to RHS.`],
    [4, (name) => `HandleMonitorReply: ONLINERESOURCE for '${name}', gen(0) result 997.`],
    [4, (name) => `TransitionToState(${name}) OnlineCallIssued-->OnlinePending.`],
  ];
  const before = [
    ...housekeeping({
      node: 1,
      from: at('20:14:00.500'),
      to: at('20:44:35.900'),
      pauseMs: 2600,
      random,
      groups: ['wlc', 'Cluster Group'],
    }),
    rcm('20:18:11.902', 'INFO', 'rcm::RcmApi::MoveGroup: (wlc, 1)'),
    rcm(
      '20:18:12.011',
      'INFO',
      'move of group wlc from ZQ2(2) to ZQ1(1) of type MoveType::Manual is about to succeed, failoverCount=0, lastFailoverTime=1601/01/01-00:00:00.000 targeted=true',
    ),
    ...disk('20:18:12.031', 1, online),
    rhs(
      '20:23:12.047',
      'ERR',
      `RhsCall::DeadlockMonitor: Call ONLINERESOURCE timed out by 15 milliseconds for resource '${LOSSY} 1'.`,
    ),
    rhs(
      '20:23:12.047',
      'ERR',
      `Resource ${LOSSY} 1 handling deadlock. Cleaning current operation.`,
    ),
    rcm(
      '20:23:12.049',
      'WARN',
      `HandleMonitorReply: FAILURENOTIFICATION for '${LOSSY} 1', gen(0) result 5018.`,
    ),
    rcm('20:23:12.049', 'INFO', `TransitionToState(${LOSSY} 1) OnlinePending-->ProcessingFailure.`),
    rcm('20:23:12.050', 'ERR', `rcm::RcmResource::HandleFailure: (${LOSSY} 1)`),
    rcm(
      '20:23:12.052',
      'INFO',
      `TransitionToState(${LOSSY} 1) ProcessingFailure-->WaitingToTerminate.`,
    ),
    ...disk('20:19:36.351', 2, online),
    ...PUBLISHED_LOG.map((line) => ({ time: at('20:24:36.365'), line })),
    rcm(
      '20:24:36.371',
      'WARN',
      `rcm::RcmResource::HandleMonitorReply: Resource '${LOSSY} 2' has crashed or deadlocked; marking it to run in a separate monitor.`,
    ),
    rcm(
      '20:24:36.372',
      'INFO',
      `TransitionToState(${LOSSY} 2) ProcessingFailure-->WaitingToTerminate.`,
    ),
    rhs('20:24:38.720', 'ERR', 'WER report is submitted. Result : WerReportQueued.'),
  ];
  const after = [
    entry(at('20:49:05.233'), 'INFO', '---+ LOG BEGIN +---', { pid: '000005d4', tid: '000005e8' }),
    entry(at('20:49:05.236'), 'INFO', '[CS] Starting clussvc as a service', {
      pid: '000005d4',
      tid: '000005e8',
    }),
    entry(
      at('20:49:11.410'),
      'INFO',
      "[NODE] Node 1: New join with n2: stage: 'Attempt Initial Connection'",
      { pid: '000005d4' },
    ),
    entry(at('20:49:31.877'), 'INFO', "[NODE] Node 1: New join with n2: stage: 'Join Succeeded'", {
      pid: '000005d4',
    }),
    entry(
      at('20:49:31.901'),
      'INFO',
      '[CORE] Node 1: New View is <ViewChanged joiners=(1) downers=() newView=1603(1 2) oldView=1502(2) joiner=true form=false/> (Start Dispatch)',
      { pid: '000005d4' },
    ),
    ...housekeeping({
      node: 1,
      from: at('20:49:33.000'),
      to: at('20:58:00.000'),
      pauseMs: 3100,
      random,
      groups: ['wlc', 'Cluster Group'],
    }).map((item) => ({ ...item, line: item.line.replace('0000084c', '000005d4') })),
  ];
  return assemble([...before, ...after]);
}

function zq2Log() {
  const random = randomNumbers(20170916);
  const log = (clock, level, text, tid = '0000159c') =>
    entry(at(clock), level, text, { pid: '00000a3c', tid });
  const disk = (clock, number, pendingMs) => {
    const name = `${MISREAD} ${number}`;
    const steps = [
      [0, `Res ${name}: Offline -> OnlineCallIssued( StateUnknown )`],
      [0, `TransitionToState(${name}) Offline-->OnlineCallIssued.`],
      [1, `Issuing Online(${name}) to RHS.`],
      [3, `HandleMonitorReply: ONLINERESOURCE for '${name}', gen(1) result 997.`],
      [3, `TransitionToState(${name}) OnlineCallIssued-->OnlinePending.`],
      [pendingMs, `HandleMonitorReply: ONLINERESOURCE for '${name}', gen(1) result 0.`],
      [pendingMs + 1, `TransitionToState(${name}) OnlinePending-->Online.`],
    ];
    return steps.map(([milliseconds, text]) =>
      entry(at(clock) + milliseconds, 'INFO', `[RCM] ${text}`, {
        pid: '00000a3c',
        tid: '00001a20',
      }),
    );
  };
  const local = '10.0.1.12:~3343~';
  const remote = '10.0.1.11:~3343~';
  return assemble([
    ...housekeeping({
      node: 2,
      from: at('20:21:07.114'),
      to: at('20:58:00.000'),
      pauseMs: 2900,
      random,
      groups: ['wlc', 'Cluster Group'],
    }),
    log(
      '20:22:40.118',
      'INFO',
      '[SV] New real route: local (10.0.1.12:~49611~) to remote ZQ1 (10.0.1.11:~3343~).',
    ),
    log(
      '20:44:38.402',
      'INFO',
      `[IM] got event: LocalEndpoint ${local} has missed two consecutive heartbeats from ${remote}`,
      '00000b90',
    ),
    log(
      '20:44:38.402',
      'INFO',
      `[CHM] Received notification for two consecutive missed HBs to the remote endpoint ${remote} from ${local}`,
      '00000b90',
    ),
    log(
      '20:44:41.404',
      'DBG',
      '[NETFTAPI] Signaled NetftRemoteUnreachable event, local address 10.0.1.12:3343 remote address 10.0.1.11:3343',
      '00000b90',
    ),
    log(
      '20:44:41.404',
      'INFO',
      `[IM] got event: Remote endpoint ${remote} unreachable from ${local}`,
      '00000b90',
    ),
    log(
      '20:44:41.405',
      'INFO',
      `[IM] Marking Route from ${local} to ${remote} as down`,
      '00000b90',
    ),
    log(
      '20:44:41.410',
      'WARN',
      "[NODE] Node 2: Connection to Node 1 is broken. Reason (10060)' because of 'channel to remote endpoint 10.0.1.11:~3343~ has failed with status (10060)'",
    ),
    log(
      '20:44:42.036',
      'INFO',
      '[CORE] Node 2: New View is <ViewChanged joiners=() downers=(1) newView=1502(2) oldView=1401(1 2) joiner=false form=false/> (Start Dispatch)',
    ),
    log('20:44:42.037', 'WARN', '[QUORUM] Node 2: One off quorum (2)'),
    log(
      '20:44:42.037',
      'INFO',
      '[QUORUM] Node 2: death timer is started at 2017/09/15-20:44:42.037 and expires in 90 seconds',
    ),
    log('20:44:48.551', 'INFO', '[QUORUM] Node 2: quorum is arbitrated by node 2'),
    log('20:44:48.551', 'INFO', '[QUORUM] Node 2: stopping death timer'),
    log('20:44:48.552', 'INFO', '[RCM] regained quorum, restarting group distribution'),
    log(
      '20:44:48.870',
      'INFO',
      '[RCM] move of group wlc from ZQ1(1) to ZQ2(2) of type MoveType::NodeDown is about to succeed, failoverCount=1, lastFailoverTime=2017/09/15-20:44:48.869 targeted=false',
    ),
    ...disk('20:44:49.002', 1, 21_344),
    ...disk('20:44:49.020', 2, 41_907),
    log(
      '20:49:11.395',
      'INFO',
      "[NODE] Node 2: New join with n1: stage: 'Attempt Initial Connection'",
    ),
    log('20:49:31.880', 'INFO', "[NODE] Node 2: New join with n1: stage: 'Join Succeeded'"),
    log(
      '20:49:31.902',
      'INFO',
      '[CORE] Node 2: New View is <ViewChanged joiners=(1) downers=() newView=1603(1 2) oldView=1502(2) joiner=false form=false/> (Start Dispatch)',
    ),
  ]);
}

/** A block that Event Viewer of a Chinese Windows puts on the clipboard; `xml` as it appends it. */
function chineseEvent({ source, date, id, category, level, user = 'SYSTEM', computer, text, xml }) {
  const lines = [
    '日志名称:          System',
    `来源:            ${source}`,
    `日期:            ${date}`,
    `事件 ID:         ${id}`,
    `任务类别:          ${category}`,
    `级别:            ${level}`,
    '关键字:           ',
    `用户:            ${user}`,
    `计算机:           ${computer}`,
    '描述:',
    text,
  ];
  if (xml) lines.push('事件 Xml:', xml);
  return lines.join('\n');
}

/** The XML that Event Viewer appends to a copied event. `data` are the named values of EventData. */
function eventXml({ provider, guid, id, level, task, time, record, computer, data }) {
  const values = Object.entries(data).map(
    ([name, value]) => `    <Data Name="${name}">${value}</Data>`,
  );
  return `<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event">
  <System>
    <Provider Name="${provider}" Guid="${guid}" />
    <EventID>${id}</EventID>
    <Version>0</Version>
    <Level>${level}</Level>
    <Task>${task}</Task>
    <Opcode>0</Opcode>
    <Keywords>0x8000000000000000</Keywords>
    <TimeCreated SystemTime="${time}" />
    <EventRecordID>${record}</EventRecordID>
    <Correlation />
    <Execution ProcessID="2124" ThreadID="5532" />
    <Channel>System</Channel>
    <Computer>${computer}</Computer>
    <Security UserID="S-1-5-18" />
  </System>
  <EventData>
${values.join('\n')}
  </EventData>
</Event>`;
}

const CLUSTERING = {
  provider: 'Microsoft-Windows-FailoverClustering',
  guid: '{BAF908EA-3421-4CA9-9B84-6689B8C6F85F}',
};

function zq1Events() {
  const events = [
    {
      source: 'Microsoft-Windows-FailoverClustering',
      date: '2017/9/16 4:24:36',
      id: 1230,
      category: '资源控制管理器',
      level: '错误',
      text: "服务器上的组件未及时响应。这导致群集资源'群集磁盘 2'(资源类型'', DLL 'clusres.dll')超过其超时阈值。",
      xml: eventXml({
        ...CLUSTERING,
        id: 1230,
        level: 2,
        task: 3,
        time: '2017-09-15T20:24:36.371204300Z',
        record: 118322,
        computer: 'ZQ1',
        data: { ResourceName: '群集磁盘 2', ResourceType: '', ResTypeDll: 'clusres.dll' },
      }),
    },
    {
      source: 'Microsoft-Windows-FailoverClustering',
      date: '2017/9/16 4:24:36',
      id: 1069,
      category: '资源控制管理器',
      level: '错误',
      text: "群集服务或应用程序'wlc'中的群集资源'群集磁盘 2'失败。",
      xml: eventXml({
        ...CLUSTERING,
        id: 1069,
        level: 2,
        task: 3,
        time: '2017-09-15T20:24:36.412118900Z',
        record: 118323,
        computer: 'ZQ1',
        data: { ResourceName: '群集磁盘 2', ResourceGroup: 'wlc' },
      }),
    },
    {
      source: 'EventLog',
      date: '2017/9/16 4:48:52',
      id: 6008,
      category: '无',
      level: '错误',
      user: '暂缺',
      text: '上一次系统的 4:43:52 在 2017/9/16 上的关闭是意外的。',
    },
    {
      source: 'Microsoft-Windows-Kernel-Power',
      date: '2017/9/16 4:48:41',
      id: 41,
      category: '(63)',
      level: '关键',
      text: '系统已在未先正常关机的情况下重新启动。如果系统停止响应、发生崩溃或意外断电，则可能会导致此错误。',
      xml: eventXml({
        provider: 'Microsoft-Windows-Kernel-Power',
        guid: '{331C3B3A-2005-44C2-AC5E-77220C37D6B4}',
        id: 41,
        level: 1,
        task: 63,
        time: '2017-09-15T20:48:41.265625000Z',
        record: 118331,
        computer: 'ZQ1',
        data: {
          BugcheckCode: 158,
          BugcheckParameter1: '0xfffffab030cce600',
          BugcheckParameter2: '0x4b0',
          BugcheckParameter3: '0x0',
          BugcheckParameter4: '0x0',
          SleepInProgress: false,
          PowerButtonTimestamp: 0,
        },
      }),
    },
    {
      source: 'BugCheck',
      date: '2017/9/16 4:49:02',
      id: 1001,
      category: '无',
      level: '错误',
      user: '暂缺',
      text: BUGCHECK_ZH,
    },
  ];
  return events.map((event) => chineseEvent({ computer: 'ZQ1', ...event })).join('\n\n');
}

function zq2Events() {
  return `${chineseEvent({
    source: 'Microsoft-Windows-FailoverClustering',
    date: '2017/9/16 4:44:42',
    id: 1135,
    category: '节点模式管理器',
    level: '关键',
    computer: 'ZQ2',
    text: "已从活动故障转移群集成员身份中删除群集节点'ZQ1'。此节点上的群集服务可能已停止。",
    xml: eventXml({
      ...CLUSTERING,
      id: 1135,
      level: 1,
      task: 5,
      time: '2017-09-15T20:44:42.051204300Z',
      record: 97412,
      computer: 'ZQ2',
      data: { NodeName: 'ZQ1' },
    }),
  })}`;
}

function write(name, lines) {
  writeFileSync(new URL(name, target), `${lines.join('\n')}\n`);
}

mkdirSync(fileURLToPath(target), { recursive: true });
const zq1 = zq1Log();
write('ZQ1_cluster.log', zq1);
write('ZQ2_cluster.log', zq2Log());
write('ZQ1_System_events.txt', zq1Events().split('\n'));
write('ZQ2_System_events.txt', zq2Events().split('\n'));
writeFileSync(new URL('published_events.txt', target), PUBLISHED_EVENTS);
const first = zq1.indexOf(PUBLISHED_LOG[0]) + 1;
process.stdout.write(
  `published lines of ZQ1_cluster.log: ${first} to ${first + PUBLISHED_LOG.length - 1} of ${zq1.length}\n`,
);
