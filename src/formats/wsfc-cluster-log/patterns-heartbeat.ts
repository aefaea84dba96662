import { Clock } from '../../model/clock.ts';
import type { FactBody, NodeRef } from '../../model/fact.ts';
import { MS_PER_SECOND, type WallTime } from '../../time/instant.ts';
import { ENDPOINT, type Groups, type LinePattern, stripPort } from './line-pattern.ts';

const JOSH = 'joshthecoder.com 2020-05-21';
const IAAS = 'Microsoft, "IaaS with SQL AlwaysOn: tuning failover cluster network thresholds"';
const GPO = 'published case of 2024-08-19, Windows Server 2022';
const endpoints = (source: string) => new RegExp(source.replaceAll('@', ENDPOINT));

/** Missed heartbeats, routes and connections between nodes. Endpoints lose their `:~port~`. */
export const HEARTBEAT_PATTERNS: readonly LinePattern[] = [
  {
    reference: `7, Heartbeat; ${JOSH}`,
    probes: ['got event: LocalEndpoint ', 'LocalEndpoint '],
    expression: endpoints(
      '^(?:got event: )?LocalEndpoint (?<l>@) has missed (?<q>two-fifth|two) consecutive heartbeats from (?<p>@)',
    ),
    toFacts: (g) => missed(g, g.q === 'two' ? { beats: 2 } : { percent: 40 }),
    example:
      'got event: LocalEndpoint 10.1.1.32:~3343~ has missed two consecutive heartbeats from 10.1.1.31:~3343~',
  },
  {
    reference: `7, Heartbeat; ${JOSH}: CHM names the remote endpoint first`,
    probes: ['Received notification for two'],
    expression: endpoints(
      '^Received notification for (?<q>two-fifth|two) consecutive missed HBs to the remote endpoint (?<p>@) from (?<l>@)',
    ),
    toFacts: (g) => missed(g, g.q === 'two' ? { beats: 2 } : { percent: 40 }),
    example:
      'Received notification for two consecutive missed HBs to the remote endpoint 10.1.1.31:~3343~ from 10.1.1.32:~3343~',
  },
  {
    reference: `7, Heartbeat; ${GPO}`,
    probes: ['Missed '],
    expression:
      /^Missed (?<n>\d+)% of the heart ?beats with node '(?<name>.+)' \((?<id>\d+)\) on route (?<l>\S+)->(?<p>\S+)/,
    toFacts: (g) => {
      const node = { name: g.name!, id: Number(g.id) };
      return [
        {
          type: 'beats-missed',
          observer: null,
          peer: { ...node, address: stripPort(g.p!) },
          medium: 'network',
          localEndpoint: stripPort(g.l!),
          remoteEndpoint: stripPort(g.p!),
          percent: Number(g.n),
        },
        { type: 'node-identity', self: false, node },
      ];
    },
    example:
      "Missed 40% of the heart beats with node 'sqlelbe02' (2) on route 10.47.52.18:~3343~->10.47.196.18:~3343~",
  },
  {
    reference: '7, Heartbeat; event 1650: endpoints on lines of their own',
    probes: ['Microsoft Failover Cluster Virtual Adapter'],
    expression:
      /^Microsoft Failover Cluster Virtual Adapter .*has missed more than (?<n>\d+) percent of consecutive heartbeats/,
    toFacts: (g, context) => {
      const local = /Local endpoint: (\S+)/i.exec(context.text)?.[1];
      const remote = /Remote endpoint: (\S+)/i.exec(context.text)?.[1];
      if (remote === undefined) return [];
      return {
        type: 'beats-missed',
        observer: null,
        peer: { address: stripPort(remote) },
        medium: 'network',
        ...(local !== undefined && { localEndpoint: stripPort(local) }),
        remoteEndpoint: stripPort(remote),
        percent: Number(g.n),
      };
    },
    example:
      'Microsoft Failover Cluster Virtual Adapter (NetFT) has missed more than 40 percent of consecutive heartbeats.\n\nLocal endpoint: 10.0.1.11:~3343~\nRemote endpoint: 10.0.1.12:~3343~',
  },
  {
    reference: '7, Heartbeat; event 1650, the form of 2012',
    probes: ['Cluster has missed two consecutive heartbeats'],
    expression: endpoints(
      '^Cluster has missed two consecutive heartbeats for the local endpoint (?<l>@) connected to remote endpoint (?<p>@)',
    ),
    toFacts: (g) => missed(g, { beats: 2 }),
    example:
      'Cluster has missed two consecutive heartbeats for the local endpoint 10.0.1.11:~3343~ connected to remote endpoint 10.0.1.12:~3343~.',
  },
  {
    reference: `7, Heartbeat; ${IAAS}: level DBG`,
    probes: ['Signaled NetftRemote'],
    expression: endpoints(
      '^Signaled NetftRemote(?<s>Unreachable|Reachable) event, local address (?<l>@) remote address (?<p>@)',
    ),
    toFacts: (g) => route(g, g.s === 'Unreachable' ? 'lost' : 'restored', true),
    example:
      'Signaled NetftRemoteUnreachable event, local address 10.0.1.11:3343 remote address 10.0.1.12:3343',
  },
  {
    reference: `7, Heartbeat; ${IAAS}`,
    probes: ['got event: Remote endpoint ', 'Remote endpoint '],
    expression: endpoints(
      '^(?:got event: )?Remote endpoint (?<p>@) (?<s>unreachable|reachable) from (?<l>@)',
    ),
    toFacts: (g) => route(g, g.s === 'unreachable' ? 'lost' : 'restored'),
    example: 'got event: Remote endpoint 10.0.1.12:~3343~ unreachable from 10.0.1.11:~3343~',
  },
  {
    reference: `7, Heartbeat; ${IAAS}`,
    probes: ['Marking Route from '],
    expression: endpoints('^Marking Route from (?<l>@) to (?<p>@) as (?<s>down|up)\\b'),
    toFacts: (g) => route(g, g.s === 'down' ? 'lost' : 'restored'),
    example: 'Marking Route from 10.0.1.11:~3343~ to 10.0.1.12:~3343~ as down',
  },
  {
    reference: '7, Heartbeat; events 1592 and kin',
    probes: ['Cluster has '],
    expression: endpoints(
      '^Cluster has (?<s>lost the|established a) UDP connection from local endpoint (?<l>@) connected to remote endpoint (?<p>@)',
    ),
    toFacts: (g) => route(g, g.s === 'lost the' ? 'lost' : 'restored'),
    example:
      'Cluster has lost the UDP connection from local endpoint 10.0.1.11:~3343~ connected to remote endpoint 10.0.1.12:~3343~.',
  },
  {
    reference: `7, Heartbeat; ${IAAS}: the newest entry of a route history is the last beat; its age is exact whatever base its Timestamp has`,
    probes: ['Route history 1: '],
    expression: /^Route history 1: Old: (?<old>\d{1,6}\.\d{3}),/,
    toFacts: (g, context) => {
      if (context.clock !== Clock.Wall || context.text.includes('Timestamp: 1601/')) return [];
      const lastBeat = (context.time - Math.round(Number(g.old) * MS_PER_SECOND)) as WallTime;
      return { type: 'link', state: 'lost', scope: 'route', peer: {}, lastBeat };
    },
    example:
      'Route history 1: Old: 05.936, Message: Response, Route sequence: 150415, Received sequence: 150415, Heartbeats counter/threshold: 5/5, Error: Success, NtStatus: 0 Timestamp: 2014/06/10-07:54:28.000, Ticks since last sending: 4',
  },
  {
    reference: `7, Heartbeat; ${IAAS}: every route of a node pair is down`,
    probes: ['All routes for route (virtual) local '],
    expression: endpoints(
      '^All routes for route \\(virtual\\) local (?<l>@) to remote (?<p>@) are down',
    ),
    toFacts: (g) => ({
      type: 'link',
      state: 'lost',
      scope: 'node',
      peer: { address: stripPort(g.p!) },
      localEndpoint: stripPort(g.l!),
      remoteEndpoint: stripPort(g.p!),
    }),
    example: 'All routes for route (virtual) local fe80::11:~0~ to remote fe80::12:~0~ are down',
  },
  {
    reference: '7, Heartbeat; SupportArticles',
    probes: ['Connection to Node '],
    expression: /^Connection to Node (?<id>\d+) is broken\. Reason (?<why>.*)$/,
    toFacts: (g) => connection('lost', { id: Number(g.id) }, g.why!),
    example:
      "Connection to Node 2 is broken. Reason GracefulClose(1226)' because of 'channel to remote endpoint is closed'",
  },
  {
    reference: `7, Heartbeat; ${GPO}`,
    probes: ['Lost connection to node '],
    expression: /^Lost connection to node (?<name>[^\s,]+?)\.?(?:$|[\s,])/,
    toFacts: (g) => connection('lost', { name: g.name! }),
    example: 'Lost connection to node sqlelbe02',
  },
  {
    reference: `6 and 7, Heartbeat; ${GPO}`,
    probes: ['Connected and authenticated to node '],
    expression: /^Connected and authenticated to node (?<name>[^\s,]+)/,
    toFacts: (g) => connection('restored', { name: g.name! }),
    example:
      'Connected and authenticated to node sqlelbe02, now considering for cluster participation',
  },
  {
    reference: `6 and 7, Heartbeat; ${GPO}`,
    probes: ['Error when processing connection to node '],
    expression: /^Error when processing connection to node (?<name>[^\s,]+), error \((?<s>\d+)\)/,
    toFacts: (g) => connection('lost', { name: g.name! }, `error ${g.s!}`),
    example: 'Error when processing connection to node sqlelbe02, error (10060)',
  },
  {
    reference: `7, Heartbeat; ${JOSH}: the regroup engine`,
    probes: ['Node Disconnected ', 'Node Connected '],
    expression: /^Node (?<s>Disconnected|Connected) (?<id>\d+)\b/,
    toFacts: (g) => connection(g.s === 'Connected' ? 'restored' : 'lost', { id: Number(g.id) }),
    example:
      'Node Disconnected 2 00000000000000000000000000000000000000000000000000000000000000010',
  },
  {
    reference: `7, Heartbeat; ${JOSH}: a local address went away or came, by driver or team`,
    probes: ['Signaled NetftLocal', 'received NsiDeleteInstance for '],
    expression:
      /^(?:Signaled (?<e>NetftLocalRemove|NetftLocalAdd) event|received (?<d>NsiDeleteInstance)) for (?<a>\S+)/,
    toFacts: (g) => {
      const entity = { kind: 'interface', name: g.a! } as const;
      if (g.e === 'NetftLocalAdd') return { type: 'state-seen', entity, state: g.e };
      const event = g.e ?? g.d!;
      return { type: 'mark', kind: 'interface-failed', node: null, entity, attributes: { event } };
    },
    example: 'Signaled NetftLocalRemove event for fe80::61cd:b817:925a:4e79',
  },
];

function missed(g: Groups, amount: { beats: number } | { percent: number }): FactBody {
  const remote = stripPort(g.p!);
  return {
    type: 'beats-missed',
    observer: null,
    peer: { address: remote },
    medium: 'network',
    localEndpoint: stripPort(g.l!),
    remoteEndpoint: remote,
    ...amount,
  };
}

function route(g: Groups, state: 'lost' | 'restored', plainPort = false): FactBody {
  const remote = stripPort(g.p!, plainPort);
  return {
    type: 'link',
    state,
    scope: 'route',
    peer: { address: remote },
    localEndpoint: stripPort(g.l!, plainPort),
    remoteEndpoint: remote,
  };
}

function connection(state: 'lost' | 'restored', peer: NodeRef, reason?: string): FactBody {
  return { type: 'link', state, scope: 'node', peer, ...(reason !== undefined && { reason }) };
}
