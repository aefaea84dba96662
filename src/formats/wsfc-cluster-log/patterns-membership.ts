import type { FactBody } from '../../model/fact.ts';
import { statusText } from '../status-codes.ts';
import type { EntryContext, LinePattern } from './line-pattern.ts';

const JOSH = 'joshthecoder.com 2020-05-21';
const GPO = 'published case of 2024-08-19, Windows Server 2022';

/** Membership: views, joins, nodes that went down, were isolated or quarantined, and the names nodes go by. */
export const MEMBERSHIP_PATTERNS: readonly LinePattern[] = [
  {
    reference: `7, nodes; ${JOSH}: the truth about membership`,
    probes: ['New View is <ViewChanged '],
    expression:
      /^New View is <ViewChanged joiners=\((?<j>[\d ]*)\) downers=\((?<d>[\d ]*)\) newView=[^\s(]+\((?<m>[\d ]*)\)/,
    toFacts: (g, context) => [
      { type: 'view', joiners: numbers(g.j!), downers: numbers(g.d!), members: numbers(g.m!) },
      ...self(context),
    ],
    example:
      'Node 1: New View is <ViewChanged joiners=() downers=(2) newView=1301(1) oldView=1101(1 2) joiner=false form=false/> (Start Dispatch)',
  },
  {
    reference: '7, nodes; event 1135',
    probes: ["Cluster node '"],
    expression: /^Cluster node '(?<n>.+?)' was removed from the active failover cluster membership/,
    toFacts: (g) => nodeState(g.n!, 'down', 'removed from the active failover cluster membership'),
    example:
      "Cluster node 'ZQ2' was removed from the active failover cluster membership. The Cluster service on this node may have stopped.",
  },
  {
    reference: '7, nodes; events 1673 and 1680',
    probes: ["Cluster node '"],
    expression: /^Cluster node '(?<n>.+?)' has (?<s>entered|exited) the isolated state/,
    toFacts: (g) => nodeState(g.n!, g.s === 'entered' ? 'isolated' : 'not-isolated'),
    example: "Cluster node 'ZQ2' has entered the isolated state.",
  },
  {
    reference: '7, nodes; events 1672 and 1675; the time in the text is local',
    probes: ["Cluster node '"],
    expression: /^Cluster node '(?<n>.+?)' has been quarantined(?: by '(?<by>.+?)')?/,
    toFacts: (g, context) => {
      const failures = /experienced '(\d+)'/.exec(context.text)?.[1];
      const until = /quarantined until '(.+?)'/.exec(context.text)?.[1];
      const reason = [
        g.by === undefined ? null : `by ${g.by}`,
        failures === undefined ? null : `${failures} failures`,
        until === undefined ? null : `until ${until}`,
      ].filter((part) => part !== null);
      return nodeState(g.n!, 'quarantined', reason.join(', ') || undefined);
    },
    example:
      "Cluster node 'ZQ2' has been quarantined.  The node experienced '3' consecutive failures within a short amount of time and has been removed from the cluster to avoid further disruptions.\nThe node will be quarantined until '2019/04/02-19:31:40.123' and then the node will automatically attempt to re-join the cluster.",
  },
  {
    reference: `7, nodes; ${JOSH}: progress of a join, an outcome only with success or a status`,
    probes: ['New join with n'],
    expression:
      /^New join with n(?<id>\d+): stage: '(?<stage>.+?)'(?: status \((?<s>\d+)\) reason: '(?<why>.*)')?/,
    toFacts: (g, context) => {
      const node = { id: Number(g.id) };
      if (g.stage === 'Join Succeeded')
        return [{ type: 'node-state', node, state: 'up' }, ...self(context)];
      if (g.s === undefined || g.s === '0') return self(context);
      const reason = `${g.stage!}: ${statusText(g.s)}: ${g.why!}`;
      return [{ type: 'node-state', node, state: 'join-failed', reason }, ...self(context)];
    },
    example: "Node 1: New join with n2: stage: 'Join Succeeded'",
  },
  {
    reference: `7, nodes; ${GPO}`,
    probes: ['Farthest reported progress joining with node '],
    expression:
      /^Farthest reported progress joining with node (?<n>\S+) \(id (?<id>\d+)\) is: (?<why>.*)$/,
    toFacts: (g, context) => {
      const node = { name: g.n!, id: Number(g.id) };
      return [
        { type: 'node-state', node, state: 'join-failed', reason: g.why! },
        { type: 'node-identity', self: false, node },
        ...self(context),
      ];
    },
    example:
      'Node 2: Farthest reported progress joining with node sqlelbe01 (id 1) is: Attempt Initial Connection at time 2024/08/08-07:56:41.153: status 10060 Failed to connect to remote endpoint 10.47.52.18:~3343~',
  },
  {
    reference: '7, nodes; published excerpt of 2016',
    probes: ['Handling downed nodes ('],
    expression: /^Handling downed nodes \((?<d>.*?)\)\. Nodes in isolated state \((?<i>.*?)\)/,
    toFacts: (g) => [
      ...numbers(g.d!).map((id) => ({ type: 'node-state', node: { id }, state: 'down' }) as const),
      ...numbers(g.i!).map(
        (id) => ({ type: 'node-state', node: { id }, state: 'isolated' }) as const,
      ),
    ],
    example: 'Handling downed nodes (2). Nodes in isolated state (3)',
  },
  {
    reference: `6, NETWORK; ${GPO}`,
    probes: ['Processing initial connection to node '],
    expression: /^Processing initial connection to node (?<n>[^\s,]+)/,
    toFacts: (g) => nodeState(g.n!, 'joining', 'initial connection'),
    example: 'Processing initial connection to node sqlelbe02',
  },
  {
    reference: `6, RGP; ${JOSH}: whose log it is`,
    probes: ['emit view '],
    expression: /^emit view \S+\([\d ]*\)/,
    toFacts: (_, context) => self(context),
    example: 'node 1: emit view 1101(1 2)',
  },
  {
    reference: `6, JPM; ${JOSH}`,
    probes: ['Found possible contact address '],
    expression: /^Found possible contact address (?<a>\S+) for node (?<n>\S+) via DNS/,
    toFacts: (g) => identity(g.n!, g.a!),
    example: 'Node 2: Found possible contact address 10.1.1.32:~0~ for node ELB32 via DNS.',
  },
  {
    reference: `6, SV; ${JOSH}`,
    probes: ['New real route: local ('],
    expression: /^New real route: local \(\S+\) to remote (?<n>\S+) \((?<a>\S+?)\)/,
    toFacts: (g) => identity(g.n!, g.a!),
    example: 'New real route: local (10.1.1.31:~49258~) to remote ELB32 (10.1.1.32:~3343~).',
  },
];

/** The writer's own number, when the line says it. */
export function self(context: EntryContext): FactBody[] {
  return context.selfId === null
    ? []
    : [{ type: 'node-identity', self: true, node: { id: context.selfId } }];
}

function numbers(list: string): number[] {
  return (list.match(/\d+/g) ?? []).map(Number);
}

function nodeState(
  name: string,
  state: Extract<FactBody, { type: 'node-state' }>['state'],
  reason?: string,
): FactBody {
  return { type: 'node-state', node: { name }, state, ...(reason !== undefined && { reason }) };
}

function identity(name: string, endpoint: string): FactBody {
  const address = endpoint.replace(/:~\d+~$/, '');
  return { type: 'node-identity', self: false, node: { name, address } };
}
