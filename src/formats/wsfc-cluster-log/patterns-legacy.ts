import { statusText } from '../status-codes.ts';
import type { LinePattern } from './line-pattern.ts';
import { stateName } from './states.ts';

const RESOURCE_KIT = 'Windows 2000 Resource Kit, "Interpreting the Cluster Log"';

/** NT4, 2000 and 2003: network manager, event processor, failover manager and the start of the service. */
export const LEGACY_PATTERNS: readonly LinePattern[] = [
  {
    reference: `7, Heartbeat; ${RESOURCE_KIT}`,
    probes: ['Communication was lost with interface '],
    expression:
      /^Communication was lost with interface (?<i>\S+) \(node: (?<n>[^,]+), network: (?<w>.+)\)$/,
    toFacts: (g) => ({
      type: 'link',
      state: 'lost',
      scope: 'route',
      peer: { name: g.n! },
      remoteEndpoint: g.i!,
      reason: `network ${g.w!}`,
    }),
    example:
      'Communication was lost with interface d1ca2d86-42ca-4cac-baba-93dd0c4ae895 (node: LECH1, network: interconnect)',
  },
  {
    reference: `7, Heartbeat; ${RESOURCE_KIT}`,
    probes: ['Received interface unreachable event for node '],
    expression: /^Received interface unreachable event for node (?<n>\d+) network (?<w>\d+)/,
    toFacts: (g) => ({
      type: 'link',
      state: 'lost',
      scope: 'route',
      peer: { id: Number(g.n) },
      reason: `network ${g.w!}`,
    }),
    example: 'Received interface unreachable event for node 1 network 2',
  },
  {
    reference: `7, nodes; ${RESOURCE_KIT}: does not say which nodes`,
    probes: ['Nodes down event received'],
    expression: /^Nodes down event received/,
    toFacts: () => ({
      type: 'mark',
      kind: 'reconfiguration',
      node: null,
      entity: null,
      attributes: { event: 'Nodes down event received' },
    }),
    example: 'Nodes down event received',
  },
  {
    reference: '7, nodes; Microsoft KB 286052',
    probes: ['Received advice that node '],
    expression:
      /^Received advice that node (?<n>\d+) has failed with error (?<e>\d+) state (?<s>-?\d+)/,
    toFacts: (g) => ({
      type: 'node-state',
      node: { id: Number(g.n) },
      state: 'down',
      reason: `error ${statusText(g.e!)}, state ${g.s!} ${stateName('node', g.s!)}`,
    }),
    example: 'Received advice that node 2 has failed with error 5 state 1.',
  },
  {
    reference: '6, NMJOIN; docs.microsoft.com cc962179',
    probes: ['Processing request by node '],
    expression: /^Processing request by node (?<n>\d+) to begin joining/,
    toFacts: (g) => ({ type: 'node-state', node: { id: Number(g.n) }, state: 'joining' }),
    example: 'Processing request by node 2 to begin joining.',
  },
  {
    reference: `7, service; ${RESOURCE_KIT}`,
    probes: ['Attempting to form cluster ', 'Successfully formed a cluster'],
    expression: /^(?:Attempting to form cluster (?<c>\S+)|Successfully formed a cluster)/,
    toFacts: (g) => ({
      type: 'service',
      service: 'clussvc',
      state: g.c === undefined ? 'started' : 'starting',
      node: null,
      reason: g.c === undefined ? 'formed a cluster' : `forming cluster ${g.c}`,
    }),
    example: 'Attempting to form cluster GRANADA1',
  },
  {
    reference: '7, service; Microsoft KB Q262832',
    probes: ['ClusterInitialize failed ', 'clussvc terminated, error '],
    expression: /^(?<why>ClusterInitialize failed|clussvc terminated, error) (?<s>\d+)/,
    toFacts: (g) => ({
      type: 'service',
      service: 'clussvc',
      state: g.why === 'ClusterInitialize failed' ? 'failed' : 'terminated',
      node: null,
      reason: `${g.why!} ${statusText(g.s!)}`,
    }),
    example: 'clussvc terminated, error 1722',
  },
  {
    reference: '7, service; Microsoft KB Q262832',
    probes: ['The cluster service is shutting down'],
    expression: /^The cluster service is shutting down/,
    toFacts: () => ({ type: 'service', service: 'clussvc', state: 'stopping', node: null }),
    example: 'The cluster service is shutting down.',
  },
  {
    reference: '8; general knowledge: 2003 prints numeric states of CLUSTER_RESOURCE_STATE',
    probes: ['FmpHandleResourceTransition: Resource Name = '],
    expression:
      /^FmpHandleResourceTransition: Resource Name = (?<id>\S+)(?: \[(?<r>[^\]]+)\])? old state=(?<a>-?\d+) new state=(?<b>-?\d+)/,
    toFacts: (g) => ({
      type: 'transition',
      entity: { kind: 'resource', name: g.r ?? g.id! },
      from: stateName('resource', g.a!),
      to: stateName('resource', g.b!),
    }),
    example:
      'FmpHandleResourceTransition: Resource Name = 20933fe8-b61a-11d3-b6de-025ba37fde3b [Disk S:] old state=129 new state=4',
  },
];
