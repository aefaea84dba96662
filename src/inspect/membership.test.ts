import { expect, test } from 'vitest';
import { clusterLog, inspectTexts, linesOf } from './inspect-texts.testing.ts';

const VIEW = (joiners: string, downers: string, members: string) =>
  `New View is <ViewChanged joiners=(${joiners}) downers=(${downers}) newView=1301(${members}) oldView=1101(1 2) joiner=false form=false/>`;
const KNOWS_N2 = 'INFO [JPM] Found possible contact address 10.0.1.12:~0~ for node N2 via DNS.';
const MOVED =
  'INFO [RCM] move of group SQL Role from N1(1) to N2(2) of type MoveType::Manual is about to succeed, failoverCount=0, lastFailoverTime=1601/01/01-00:00:00.000 targeted=true';

test('a role is drawn on the node that hosts it: states end where the other node takes it, and begin there', async () => {
  const { intervals, transitions } = await inspectTexts({
    'n1/cluster.log': clusterLog(
      'N1',
      `10:00:01 INFO [RCM] TransitionToState(SQL Disk) OnlinePending-->Online.
       10:00:02 INFO [RCM] rcm::RcmGroup::UpdateStateIfChanged: (SQL Role, Pending --> Online)
       10:20:01 INFO [RCM] TransitionToState(SQL Disk) Online-->Offline.
       10:20:02 INFO [RCM] rcm::RcmGroup::UpdateStateIfChanged: (SQL Role, Online --> Offline)
       10:20:03 ${MOVED}
       10:50:00 INFO [CORE] tail`,
    ),
    'n2/cluster.log': clusterLog(
      'N2',
      `10:00:00 INFO [CORE] head
       10:20:03 ${MOVED}
       10:20:04 INFO [RCM] TransitionToState(SQL Disk) Offline-->Online.
       10:20:05 INFO [RCM] rcm::RcmGroup::UpdateStateIfChanged: (SQL Role, Offline --> Online)
       10:50:00 INFO [CORE] tail`,
    ),
  });
  expect(linesOf(intervals, ({ entity }) => entity.name.startsWith('SQL'))).toEqual([
    'SQL Disk@N1: Online 10:00:01.000 to 10:20:01.000 (observed, observed)',
    'SQL Role@N1: Pending 10:00:01.000 to 10:00:02.000 (unknown, observed)',
    'SQL Role@N1: Online 10:00:02.000 to 10:20:02.000 (observed, observed)',
    'SQL Disk@N1: Offline 10:20:01.000 to 10:20:04.000 (observed, implied)',
    'SQL Disk@N2: Offline 10:20:01.000 to 10:20:04.000 (unknown, observed)',
    'SQL Role@N1: Offline 10:20:02.000 to 10:20:03.000 (observed, implied)',
    'SQL Role@N2: Offline 10:20:03.000 to 10:20:05.000 (unknown, observed)',
    'SQL Disk@N2: Online 10:20:04.000 to 10:50:00.000 (observed, carried)',
    'SQL Role@N2: Online 10:20:05.000 to 10:50:00.000 (observed, carried)',
  ]);
  expect(transitions.map(({ node, owner }) => [node, owner])).toEqual([
    ['N1', 'N1'],
    ['N1', 'N1'],
    ['N1', 'N1'],
    ['N1', 'N1'],
    ['N2', 'N2'],
    ['N2', 'N2'],
  ]);
});

test('the role of a resource comes from whichever line of the cluster names it', async () => {
  const { intervals, transitions } = await inspectTexts({
    'n1/cluster.log': clusterLog(
      'N1',
      `10:00:01 INFO [RCM] TransitionToState(SQL Disk) OnlinePending-->Online.
       10:20:01 INFO [RCM] TransitionToState(SQL Disk) Online-->Offline.`,
    ),
    'n2/cluster.log': clusterLog(
      'N2',
      `10:20:03 INFO [NODE] New join with N1
       10:20:04 INFO [RCM] Cluster resource 'SQL Disk' in clustered role 'SQL Role' has transitioned from state Offline to state Online.
       10:20:05 ${MOVED}`,
    ),
  });
  expect(transitions.map(({ group }) => group)).toEqual(['SQL Role', 'SQL Role', 'SQL Role']);
  const online = intervals.find(({ node, state }) => node === 'N1' && state === 'Online');
  expect(online?.attributes).toEqual({ group: 'SQL Role', owner: 'N1' });
});

test('two logs that tell the same steps do not cut each other', async () => {
  const steps = `10:00:01 INFO [RCM] rcm::RcmGroup::UpdateStateIfChanged: (R, Pending --> Online)
    10:20:01 INFO [RCM] rcm::RcmGroup::UpdateStateIfChanged: (R, Online --> Offline)`;
  const { intervals } = await inspectTexts({
    'n1/cluster.log': clusterLog('N1', `${steps}\n10:30:00 INFO [NODE] New join with N2`),
    'n2/cluster.log': clusterLog(
      'N2',
      `${steps.replaceAll('01 INFO', '01.250 INFO')}\n10:30:00 INFO [CORE] tail`,
    ),
  });
  expect(linesOf(intervals, ({ node, entity }) => node === 'N1' && entity.name === 'R')).toEqual([
    'R@N1: Online 10:00:01.000 to 10:20:01.000 (observed, observed)',
    'R@N1: Offline 10:20:01.000 to 10:30:00.000 (observed, carried)',
  ]);
});

test('a node that a view drops is unknown to the others until its own log begins again', async () => {
  const { intervals } = await inspectTexts({
    'n1/cluster.log': clusterLog(
      'N1',
      `10:00:00 ${KNOWS_N2}
       10:00:00 INFO [NODE] Node 1: New join with n2: stage: 'Join Succeeded'
       10:05:10 INFO [RGP] Node 1: ${VIEW('', '2', '1')}
       10:10:00 INFO [RGP] Node 1: ${VIEW('2', '', '1 2')}
       10:30:00 INFO [CORE] tail`,
    ),
    'n2/cluster.log': clusterLog(
      'N2',
      `10:00:00 INFO [CORE] head
       10:05:00 INFO [CORE] last words
       10:09:30 INFO [CS] ---+ LOG BEGIN +---
       10:10:00 INFO [RGP] Node 2: ${VIEW('2', '', '1 2')}
       10:30:00 INFO [CORE] tail`,
    ),
  });
  expect(
    linesOf(intervals, ({ entity, kind }) => entity.name === 'N2' && kind === 'state'),
  ).toEqual([
    'N2@N2: up 10:00:00.000 to 10:05:00.000 (observed, unknown)',
    'N2@N2: unknown 10:05:00.000 to 10:05:10.000 (unknown, unknown)',
    'N2@N2: unknown 10:05:10.000 to 10:09:30.000 (observed, observed)',
    'N2@N2: joining 10:09:30.000 to 10:10:00.000 (observed, observed)',
    'N2@N2: up 10:10:00.000 to 10:30:00.000 (observed, carried)',
  ]);
});

test('a clean stop lasts to the next start and is no gap to ask logs for', async () => {
  const { intervals, findings } = await inspectTexts({
    'n1/cluster.log': clusterLog(
      'N1',
      `10:00:00 ${KNOWS_N2}
       10:00:00 INFO [RGP] Node 1: ${VIEW('', '', '1 2')}
       10:31:00 INFO [CS] Service Stopping...
       10:31:05 INFO [CS] Service Stopped...
       10:45:00 INFO [CS] ---+ LOG BEGIN +---
       10:50:00 INFO [CORE] tail`,
    ),
    'n2/cluster.log': clusterLog(
      'N2',
      `10:00:00 INFO [RGP] Node 2: ${VIEW('', '', '1 2')}
       10:50:00 INFO [NODE] Node 2: New join with n1: stage: 'Join Succeeded'`,
    ),
  });
  expect(linesOf(intervals, ({ node }) => node === 'N1')).toEqual([
    'N1@N1: up 10:00:00.000 to 10:31:05.000 (observed, observed)',
    'N1@N1: no-coverage 10:31:05.000 to 10:45:00.000 (observed, observed)',
    'N1@N1: stopped 10:31:05.000 to 10:45:00.000 (observed, observed)',
    'N1@N1: joining 10:45:00.000 to 10:50:00.000 (observed, observed)',
  ]);
  expect(findings.map(({ rule }) => rule)).toEqual([]);
});

test('a log that breaks off while its service stops implies the stop; one that goes on does not', async () => {
  const states = async (end: string) => {
    const { intervals } = await inspectTexts({
      'n1/cluster.log': clusterLog(
        'N1',
        `10:00:00 INFO [RCM] TransitionToState(Disk) OnlinePending-->Online.
         10:31:00 INFO [CS] Service Stopping...
         ${end} INFO [CORE] last words`,
      ),
    });
    return linesOf(intervals, ({ kind }) => kind === 'state');
  };
  expect(await states('10:31:30')).toEqual([
    'N1@N1: up 10:00:00.000 to 10:31:30.000 (unknown, implied)',
    'Disk@N1: Online 10:00:00.000 to 10:31:30.000 (observed, implied)',
  ]);
  expect(await states('11:31:30')).toEqual([
    'N1@N1: up 10:00:00.000 to 11:31:30.000 (unknown, carried)',
    'Disk@N1: Online 10:00:00.000 to 11:31:30.000 (observed, carried)',
  ]);
});

test('heartbeats are back when the last of the lost routes is', async () => {
  const lost = (net: number) =>
    `DBG [NETFTAPI] Signaled NetftRemoteUnreachable event, local address 10.0.${net}.11:3343 remote address 10.0.${net}.12:3343`;
  const back = (net: number) => lost(net).replace('Unreachable', 'Reachable');
  const identity = (net: number) =>
    `INFO [JPM] Found possible contact address 10.0.${net}.12:~0~ for node N2 via DNS.`;
  const { intervals } = await inspectTexts({
    'n1/cluster.log': clusterLog(
      'N1',
      `10:00:00 ${identity(1)}
       10:00:00 ${identity(2)}
       10:05:00 WARN [NETWORK] Missed 40% of the heart beats with node 'N2' (2) on route 10.0.1.11->10.0.1.12
       10:05:06 ${lost(1)}
       10:05:07 ${lost(2)}
       10:05:08 ${back(2)}
       10:05:20 ${back(1)}
       10:30:00 INFO [CORE] tail`,
    ),
  });
  expect(linesOf(intervals, ({ kind }) => kind === 'heartbeat-miss')).toEqual([
    'N1 → N2@N1: heartbeat-miss lost 10:04:56.000 to 10:05:20.000 (implied, observed)',
  ]);
});
