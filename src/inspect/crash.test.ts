import { expect, test } from 'vitest';
import { clusterLog, inspectTexts, linesOf } from './inspect-texts.testing.ts';

const N1 = clusterLog(
  'N1',
  `10:00:00 INFO [JPM] Found possible contact address 10.0.1.12:~0~ for node N2 via DNS.
   10:14:00 INFO [RCM] Issuing Offline(Disk A) to RHS.
   10:14:00.010 INFO [RCM] TransitionToState(Disk A) Online-->OfflinePending.
   10:19:00.500 ERR [RHS] RhsCall::DeadlockMonitor: Call OFFLINERESOURCE timed out by 16 milliseconds for resource 'Disk A'.
   10:19:00.700 INFO [RCM] TransitionToState(Disk A) OfflinePending-->ProcessingFailure.
   10:24:00 ERR [RHS] RhsCall::DeadlockMonitor: Call LOOKSALIVE timed out by 16 milliseconds for resource 'Disk B'.
   10:39:00 INFO [CORE] last words
   11:00:00 INFO [CS] ---+ LOG BEGIN +---
   11:05:00 INFO [CORE] tail`,
);
const N2 = clusterLog(
  'N2',
  `10:00:00 INFO [JPM] Found possible contact address 10.0.1.11:~0~ for node N1 via DNS.
   10:39:11 INFO [RGP] Node 2: New View is <ViewChanged joiners=() downers=(1) newView=1301(2) oldView=1101(1 2) joiner=false form=false/>
   11:05:00 INFO [CORE] tail`,
);
const EVENTS = [
  [
    'Microsoft-Windows-Kernel-Power',
    '2024-03-05 18:58:00',
    41,
    'The system has rebooted without cleanly shutting down first. This error could be caused if the system stopped responding, crashed, or lost power unexpectedly.',
  ],
  [
    'EventLog',
    '2024-03-05 18:58:05',
    6008,
    'The previous system shutdown at 18:39:03 on 2024-03-05 was unexpected.',
  ],
  [
    'Microsoft-Windows-WER-SystemErrorReporting',
    '2024-03-05 18:59:10',
    1001,
    'The computer has rebooted from a bugcheck.  The bugcheck was: 0x0000009e (0xfffffab030cce600, 0x00000000000004b0, 0x0000000000000000, 0x0000000000000000). A dump was saved in: C:\\Windows\\MEMORY.DMP.',
  ],
]
  .map(
    ([source, date, id, text]) =>
      `Log Name:      System\r\nSource:        ${source}\r\nDate:          ${date}\r\nEvent ID:      ${id}\r\nTask Category: None\r\nLevel:         Error\r\nKeywords:      \r\nUser:          N/A\r\nComputer:      N1.example.com\r\nDescription:\r\n${text}\r\n`,
  )
  .join('\r\n');
const FILES = { 'n1/cluster.log': N1, 'n2/cluster.log': N2, 'n1/events.txt': EVENTS };

test('a crash is dark from the last sign of life to the first behind it, told by events of a zone that the reader gives', async () => {
  const { intervals, markers, findings } = await inspectTexts(FILES, [
    '--zone=n1/events.txt=+08:00',
  ]);
  expect(
    linesOf(intervals, ({ entity, kind }) => entity.name === 'N1' && kind !== 'no-coverage'),
  ).toEqual([
    'N1@N1: up 10:00:00.000 to 10:39:00.000 (unknown, unknown)',
    'N1@N1: unknown 10:39:00.000 to 10:39:03.000 (unknown, unknown)',
    'N1@N1: dark 10:39:03.000 to 10:58:00.000 (observed, observed)',
    'N1@N1: booting 10:58:00.000 to 11:00:00.000 (implied, observed)',
    'N1@N1: joining 11:00:00.000 to 11:05:00.000 (observed, carried)',
  ]);
  expect(markers.filter(({ kind }) => kind === 'bugcheck')).toMatchObject([
    {
      time: '2024-03-05T10:39:11.000Z',
      node: 'N1',
      attributes: {
        code: '0x9E',
        timeoutSeconds: 1200,
        timeBasis: 'survivors-removal',
        notBefore: '2024-03-05T10:39:03.000Z',
        notAfter: '2024-03-05T10:39:11.000Z',
        reportedAt: '2024-03-05T10:59:10.000Z',
      },
    },
  ]);
  const stop = findings.find(({ rule }) => rule === 'bugcheck-after-deadlock');
  expect(stop).toMatchObject({
    start: '2024-03-05T10:19:00.500Z',
    end: '2024-03-05T10:39:11.000Z',
  });
});

test('a call that is seen being issued begins where it is issued, another one a DeadlockTimeout before', async () => {
  const { intervals } = await inspectTexts({ 'n1/cluster.log': N1 });
  expect(linesOf(intervals, ({ kind }) => kind === 'deadlock')).toEqual([
    'Disk A@N1: deadlock OFFLINERESOURCE 10:14:00.000 to 10:19:00.500 (observed, observed)',
    'Disk B@N1: deadlock LOOKSALIVE 10:18:59.984 to 10:24:00.000 (implied, observed)',
  ]);
});

test('what rests on a source of an unknown zone has no times, its stamps, and says so', async () => {
  const { intervals, markers, findings, events, sources } = await inspectTexts(FILES);
  const given = ({ source }: { source: string }) => source === 's3';
  expect(sources[2]).toMatchObject({ first: null, last: null, coverage: [] });
  for (const item of [...markers, ...events].filter(given)) {
    expect(item).toMatchObject({ time: null, provisional: true });
    expect(item.written).toMatch(/^2024-03-05 18:5\d/);
  }
  expect(markers.find(({ kind }) => kind === 'bugcheck')?.attributes).toMatchObject({
    notBefore: null,
    notAfter: null,
    reportedAt: null,
  });
  expect(linesOf(intervals, ({ node, state }) => node === 'N1' && state === 'up')).toEqual([
    'N1@N1: up 10:00:00.000 to 10:39:00.000 (unknown, unknown)',
  ]);
  expect(findings.find(({ rule }) => rule === 'zone-unknown')).toMatchObject({
    start: null,
    end: null,
    provisional: true,
  });
  expect(findings.find(({ rule }) => rule === 'bugcheck-after-deadlock')).toMatchObject({
    start: '2024-03-05T10:24:00.000Z',
    end: null,
    confidence: 0.765,
  });
});

test('events alone of an unknown zone give a dark interval without times but with its stamp', async () => {
  const { intervals } = await inspectTexts({ 'events.txt': EVENTS });
  expect(intervals.find(({ kind }) => kind === 'dark')).toMatchObject({
    node: 'N1',
    start: null,
    end: null,
    provisional: true,
    written: '2024-03-05 18:59:10',
    attributes: { code: '0x9E', crashNotAfter: null },
  });
});

test('a call that deadlocks again and again is one finding that counts them', async () => {
  const lines = Array.from({ length: 300 }, (_, i) => {
    const minute = String(i % 60).padStart(2, '0');
    return `${String(Math.floor(i / 60)).padStart(2, '0')}:${minute}:00 ERR [RHS] RhsCall::DeadlockMonitor: Call LOOKSALIVE timed out for resource 'Disk B'.`;
  });
  const again = `2024/03/08 ${lines[7]}`;
  const { findings, intervals } = await inspectTexts({
    'n1/cluster.log': clusterLog('N1', [...lines, again].join('\n')),
  });
  expect(intervals.filter(({ kind }) => kind === 'deadlock')).toHaveLength(301);
  const deadlocks = findings.filter(({ rule }) => rule === 'resource-deadlock');
  expect(deadlocks).toMatchObject([
    {
      title:
        'Call LOOKSALIVE on Disk B did not return for 300 s, by the default DeadlockTimeout (the first of 300 times)',
      count: 300,
      start: '2024-03-04T23:55:00.000Z',
      end: '2024-03-05T04:59:00.000Z',
      evidence: [
        { source: 's1', line: 4 },
        { source: 's1', line: 303 },
      ],
    },
    { count: 1, end: '2024-03-08T00:07:00.000Z', evidence: [{ source: 's1', line: 304 }] },
  ]);
});
