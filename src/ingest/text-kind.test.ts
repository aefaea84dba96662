import { describe, expect, it } from 'vitest';
import { FORMATS } from '../formats/registry.ts';
import { identify } from './detect.ts';
import { textKindOf } from './text-kind.ts';

const SAMPLES: readonly (readonly [string, RegExp, readonly string[]])[] = [
  [
    'an XML export of Event Viewer',
    /as XML$/,
    [
      '<?xml version="1.0" encoding="utf-8" standalone="yes"?>',
      "<Events><Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='EventLog'/>",
    ],
  ],
  [
    'an event as a browser shows its XML',
    /as XML$/,
    ['- <Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event">', '- <System>'],
  ],
  [
    "an event's data alone",
    /without its header/,
    ['<EventData>', '<Data Name="DeviceName">x</Data>'],
  ],
  [
    'a table of Event Viewer',
    /Event Viewer saved/,
    [
      'Level,Date and Time,Source,Event ID,Task Category',
      'Error,1/2/2024 1:00:00 AM,Disk,7,None,x',
    ],
  ],
  [
    'a German table of Event Viewer',
    /Event Viewer saved/,
    ['Ebene,Datum und Uhrzeit,Quelle,Ereignis-ID,Aufgabenkategorie'],
  ],
  [
    'a table of PowerShell',
    /PowerShell/,
    ['#TYPE x', '"Message","Id","Version","ProviderName","TimeCreated","MachineName"', '"a","1"'],
  ],
  [
    'a report of Windows Error Reporting',
    /Report\.wer/,
    ['Version=1', 'EventType=BlueScreen', 'EventTime=129497767591366327', 'ReportType=4'],
  ],
  ['a debugger', /debugger$/, ['', '0: kd> !analyze -v', '**********']],
  ['a debugger on a process', /debugger$/, ['0:000> kv', ' # Child-SP']],
  [
    'an analysis without its prompt',
    /debugger$/,
    ['USER_MODE_HEALTH_MONITOR (9e)', 'One or more', 'Arg1: fffffa80d189db30, Process that failed'],
  ],
  [
    'a call stack',
    /call stack/,
    ['00 fffff880`02b8b998 fffff880`012a4f7c nt!KiSwapContext+0x7a', 'x'],
  ],
  [
    'an ERRORLOG',
    /ERRORLOG/,
    [
      '2025-06-01 09:22:44.69 Server      Microsoft SQL Server 2022',
      '\tOct  8 2022 05:58:25 ',
      '2025-06-01 09:22:44.70 spid37s     Starting up database',
    ],
  ],
  [
    'an alert log of Grid Infrastructure 12.2',
    /alert log of Oracle Clusterware/,
    ['2024-09-12 10:56:51.031 [ONMD(3548)]CRS-1607: Node dbn13 is being evicted in cluster'],
  ],
  [
    'an alert log of Grid Infrastructure 11.2',
    /alert log of Oracle Clusterware/,
    ['2018-05-28 02:40:07.728: ', '[cssd(18485272)]CRS-1601:CSSD Reconfiguration complete.'],
  ],
  [
    'a trace of 10.2',
    /Oracle Clusterware daemon/,
    ['[    CSSD]2007-02-02 14:41:06.867 [1167301472] >WARNING: clssnmPollingThread: node n1 (1)'],
  ],
  [
    'a trace of 11.2',
    /Oracle Clusterware daemon/,
    ['2015-08-25 09:23:09.939: [   CRSPE][2843534016]{0:3:1071} RI [ora.net1.network racnd01 1]'],
  ],
  [
    'a trace of 12.1 and later',
    /Oracle Clusterware daemon/,
    ['2025-11-11 13:07:10.563 :    CSSD:904266272: [     INFO] clssnmvDHBValidateNCopy: node 1'],
  ],
  [
    'a last-gasp record',
    /last-gasp/,
    ['OLG01,0301,0000,LRACE2,3ec4,lrac2,cssmonit,L-2013-08-03-13:53:56.464,Rebooting'],
  ],
  ['oprocd', /oprocd/, ['Jun 15 03:01:15.983 | INF | monitoring started with timeout(1000)']],
  [
    'an alert log of a database',
    /alert log of an Oracle database/,
    ['Tue Jun 16 09:24:51 2020', 'Reconfiguration started (old inc 16, new inc 18)'],
  ],
  [
    'an alert log of a database, 12.2 and later',
    /alert log of an Oracle database/,
    ['2022-05-20T16:26:37.706496+01:00', 'License high water mark = 19'],
  ],
  ['an engine log', /Veritas/, ['2003/02/10 16:08:09 VCS INFO V-16-1-10077 received new cluster']],
  [
    'vSphere',
    /vSphere/,
    ['2023-07-04T06:06:02.154Z info fdm[2105718] [Originator@6876 sub=Cluster] hostId=host-31'],
  ],
  ['a journal', /journal in JSON/, ['{ "__CURSOR" : "s=f1", "__REALTIME_TIMESTAMP" : "1" }']],
  [
    'etcd',
    /etcd/,
    ['{"level":"info","ts":"2021-09-16T05:38:02.983Z","caller":"raft/raft.go:659"}'],
  ],
  ['kubectl', /Kubernetes/, ['LAST SEEN   TYPE      REASON     OBJECT      MESSAGE']],
  [
    'Pacemaker',
    /Pacemaker/,
    ['Mar 22 10:34:48 sp1-1 pacemakerd          [1761] (crm_log_init) \tinfo: Changed active'],
  ],
  [
    'corosync',
    /corosync/,
    ['Oct 15 00:52:26 [26538] db-ha1 corosync error [TOTEM ] Marking ringid 0 FAULTY'],
  ],
  [
    'syslog',
    /syslog/,
    ['Aug 25 09:23:08 racnd01 kernel: pcieport 0000:00:03.0: em3: Link is down'],
  ],
  [
    'syslog with RFC 3339 stamps',
    /syslog/,
    ['2019-03-22T10:34:24.354167+08:00 sp1-1 systemd[1]: systemd 234 running in system mode.'],
  ],
  ['dmesg', /dmesg/, ['[Wed Dec 19 03:36:07 2018] INFO: task logrotate:17867 blocked for more']],
  ['other JSON', /^JSON$/, ['{', '  "files": []', '}']],
];

describe('textKindOf', () => {
  it.each(SAMPLES)('names %s', (_what, name, lines) => {
    expect(textKindOf(lines)?.name).toMatch(name);
    expect(textKindOf(['', ...lines.map((line) => `${line} `)])?.name).toMatch(name);
  });

  it.each(SAMPLES)('leads from %s to what to do', async (_what, _name, lines) => {
    const blob = new Blob([lines.join('\r\n')]);
    const result = await identify('case/cluster.log', blob, FORMATS);
    expect(result.kind).toBe('unrecognised');
    expect(result.reason).toMatch(/, which this version does not read\. [A-Z]/);
  });

  it.each([
    ['prose', ['The node was removed.', 'See the [QUORUM] lines of Jan 12.']],
    ['one quoted system line', ['Jan 12 10:00:00 n1 kernel: x', 'a', 'b', 'c']],
    ['a table', ['Name,Date,Id', 'a,b,c']],
    ['a date alone', ['Tue Jun 16 09:24:51 2020', 'tests passed']],
    ['a markdown list in brackets', ['[one](two)', '[', '{']],
    ['nothing', ['', ' ']],
  ])('says nothing about %s', (_what, lines) => {
    expect(textKindOf(lines)).toBeNull();
  });

  it('looks at the beginning of long lines only', () => {
    const hostile = [' ', '"', 'a.', '[a]', '(', '{"a', 'x:y '].map((part) =>
      part.repeat(1_000_000 / part.length),
    );
    expect(textKindOf(hostile)).toBeNull();
  });
});
