import type { FactBody, NodeRef } from '../../model/fact.ts';
import { statusAttributes } from '../status-codes.ts';
import type { Groups, LinePattern } from './line-pattern.ts';

const resource = (name: string) => ({ kind: 'resource', name }) as const;
const group = (name: string) => ({ kind: 'group', name }) as const;
const namedNode = (name: string, id: string): NodeRef => ({ name, id: Number(id) });

/** States and moves of resources and groups as RCM tells them (2008 and later). */
export const STATE_PATTERNS: readonly LinePattern[] = [
  {
    reference:
      '7, States and moves; Microsoft Learn, "Generate and analyze the CLUSTER.LOG for an availability group"',
    probes: ['TransitionToState('],
    expression: /^TransitionToState\((?<r>.+)\) ?(?<a>\w+) ?--> ?(?<b>\w+)\.?/,
    toFacts: (g) => ({ type: 'transition', entity: resource(g.r!), from: g.a!, to: g.b! }),
    example: 'TransitionToState(ag) Online-->OfflineCallIssued.',
  },
  {
    reference:
      '7, States and moves; joshthecoder.com 2020-05-21: the step announced just before TransitionToState',
    probes: ['Res '],
    expression: /^Res (?<r>.+): (?<a>\w+) -> (?<b>\w+)\( ?\w* ?\)/,
    toFacts: (g) => ({
      type: 'transition',
      entity: resource(g.r!),
      from: g.a!,
      to: g.b!,
      announced: true,
    }),
    example: 'Res File Share Witness: Offline -> OnlineCallIssued( StateUnknown )',
  },
  {
    reference: '7, States and moves; general knowledge: the group form of the state change',
    probes: ['rcm::RcmGroup::UpdateStateIfChanged: ('],
    expression: /^rcm::RcmGroup::UpdateStateIfChanged: \((?<g>.+), (?<a>\w+) --> (?<b>\w+)\)/,
    toFacts: (g) => ({ type: 'transition', entity: group(g.g!), from: g.a!, to: g.b! }),
    example: 'rcm::RcmGroup::UpdateStateIfChanged: (Cluster Group, Pending --> Online)',
  },
  {
    reference: '7, States and moves; event 1637',
    probes: ["Cluster resource '"],
    expression:
      /^Cluster resource '(?<r>.+)' in clustered role '(?<g>.+)' has transitioned from state (?<a>\w+) to state (?<b>\w+)/,
    toFacts: (g) => ({
      type: 'transition',
      entity: resource(g.r!),
      from: g.a!,
      to: g.b!,
      group: g.g!,
    }),
    example:
      "Cluster resource 'Disk 4' in clustered role 'FS1' has transitioned from state OnlinePending to state Online.",
  },
  {
    reference: '7, States and moves; event 1674',
    probes: ["Group '"],
    expression: /^Group '(?<g>.+)' has transitioned from state '(?<a>\w+)' to state '(?<b>\w+)'/,
    toFacts: (g) => ({ type: 'transition', entity: group(g.g!), from: g.a!, to: g.b! }),
    example: "Group 'FS1' has transitioned from state 'Pending' to state 'Online'.",
  },
  {
    reference: '7, States and moves: the request for a move, in the forms of 2011 and of 2016',
    probes: ['rcm::RcmApi::MoveGroup: ('],
    expression:
      /^rcm::RcmApi::MoveGroup: \((?:Group:(?<g>.+?) Dest:(?<d>-?\d+)(?: .*?MoveType:MoveType::(?<m>\w+))?|(?<old>.+), ?(?<to>-?\d+)\))/,
    toFacts: (g) => ({
      type: 'mark',
      kind: 'group-move',
      node: null,
      entity: group(g.g ?? g.old!),
      attributes: { phase: 'requested', to: destination(g.d ?? g.to!), reason: g.m ?? 'requested' },
    }),
    example:
      'rcm::RcmApi::MoveGroup: (Group:SQL1 Dest:2 Flags:0 MoveType:MoveType::Manual Cur.State:Online, ContextSize:0)',
  },
  {
    reference: '7, States and moves: the move begins',
    probes: ["rcm::RcmGroup::Move: Bringing group '"],
    expression: /^rcm::RcmGroup::Move: Bringing group '(?<g>.+)' offline first/,
    toFacts: (g) => ({
      type: 'mark',
      kind: 'group-move',
      node: null,
      entity: group(g.g!),
      attributes: { phase: 'taking offline' },
    }),
    example: "rcm::RcmGroup::Move: Bringing group 'ag' offline first...",
  },
  {
    reference: '7, States and moves; joshthecoder.com 2020-05-21: the owner changes',
    probes: ['move of group '],
    expression:
      /^move of group (?<g>.+) from (?<f>\S+)\((?<fi>\d+)\) to (?<t>\S+)\((?<ti>\d+)\) of type MoveType::(?<m>\w+) is about to succeed/,
    toFacts: (g) => {
      const from = namedNode(g.f!, g.fi!);
      const to = namedNode(g.t!, g.ti!);
      const facts: FactBody[] = [
        { type: 'owner', group: g.g!, from, to, reason: g.m! },
        { type: 'node-identity', self: false, node: to },
      ];
      if (from.id !== to.id) facts.push({ type: 'node-identity', self: false, node: from });
      return facts;
    },
    example:
      'move of group Cluster Group from ELB31(2) to ELB31(2) of type MoveType::NodeDown is about to succeed, failoverCount=0, lastFailoverTime=1601/01/01-00:00:00.000 targeted=false',
  },
  {
    reference: '7, States and moves; event 1641',
    probes: ["Clustered role '"],
    expression:
      /^Clustered role '(?<g>.+)' is moving from cluster node '(?<f>.+)' to cluster node '(?<t>.+?)'/,
    toFacts: (g) => announcedMove(g, 'move'),
    example: "Clustered role 'FS1' is moving from cluster node 'ZQ1' to cluster node 'ZQ2'.",
  },
  {
    reference: '7, States and moves; event 1153',
    probes: ['The Cluster service is attempting to fail over'],
    expression:
      /attempting to fail over the clustered (?:role|service or application) '(?<g>.+)' from node '(?<f>.+)' to node '(?<t>.+?)'/,
    toFacts: (g) => announcedMove(g, 'failover'),
    example:
      "The Cluster service is attempting to fail over the clustered role 'FS1' from node 'ZQ1' to node 'ZQ2'.",
  },
  {
    reference:
      '7, States and moves; SupportArticles, "Troubleshooting automatic failover problems"',
    probes: ['Not failing over group '],
    expression:
      /^Not failing over group (?<g>.+), failoverCount (?<n>\d+), failoverThresholdSetting (?<s>\d+)(?:, computedFailoverThreshold (?<c>\d+))?/,
    toFacts: (g) => ({
      type: 'mark',
      kind: 'group-failed',
      node: null,
      entity: group(g.g!),
      attributes: {
        reason: 'failover threshold exceeded',
        failoverCount: Number(g.n),
        failoverThresholdSetting: Number(g.s),
        ...(g.c !== undefined && { computedFailoverThreshold: Number(g.c) }),
      },
    }),
    example:
      'Not failing over group SQL1, failoverCount 3, failoverThresholdSetting 2, computedFailoverThreshold 2',
  },
  {
    reference: '7, States and moves: what RHS answered',
    probes: ['HandleMonitorReply: '],
    expression:
      /^HandleMonitorReply: (?<c>[A-Z]+) for '(?<r>.+?)'(?:, gen\((?<n>\d+)\) result (?<x>\d+(?:\/\d+)?))?\.?$/,
    toFacts: (g) => {
      const status = g.x === undefined ? null : Number.parseInt(g.x, 10);
      if (g.c === 'FAILURENOTIFICATION') {
        return {
          type: 'mark',
          kind: 'resource-failed',
          node: null,
          entity: resource(g.r!),
          attributes: {
            call: g.c,
            ...(g.x !== undefined && { result: g.x }),
            ...(status !== null && statusAttributes(status)),
          },
        };
      }
      return { type: 'rhs-call', resource: g.r!, call: g.c!, phase: 'answered', result: status };
    },
    example: "HandleMonitorReply: FAILURENOTIFICATION for 'AG', gen(0) result 1/0.",
  },
  {
    reference: '7, States and moves; SupportArticles, event 1069 guide',
    probes: ['rcm::RcmResource::HandleFailure'],
    expression: /^rcm::RcmResource::HandleFailure:? \(?(?<r>.+?)\)?\.?$/,
    toFacts: (g) => failedResource(g.r!, { phase: 'handling' }),
    example: 'rcm::RcmResource::HandleFailure: (Disk 4)',
  },
  {
    reference: '7, States and moves; SupportArticles KB 950805',
    probes: ['Resource '],
    expression: /^Resource (?<r>.+) has indicated that it cannot come online on this node/,
    toFacts: (g) => failedResource(g.r!, { reason: 'cannot come online on this node' }),
    example: 'Resource DOURO01 has indicated that it cannot come online on this node.',
  },
  {
    reference:
      '7, States and moves; SupportArticles, "Troubleshoot Always On Availability Groups failover"',
    probes: ['Resource '],
    expression: /^Resource (?<r>.+) (?<check>IsAlive|LooksAlive) has indicated failure/,
    toFacts: (g) => failedResource(g.r!, { check: g.check! }),
    example: 'Resource AG IsAlive has indicated failure.',
  },
  {
    reference: '7, States and moves: RHS reports to RCM',
    probes: ['Resource '],
    expression: /^Resource (?<r>.+) has come (?<s>online|offline)\. RHS is about to report/,
    toFacts: (g) => ({
      type: 'state-seen',
      entity: resource(g.r!),
      state: g.s === 'online' ? 'Online' : 'Offline',
    }),
    example: 'Resource ag has come offline. RHS is about to report resource status to RCM.',
  },
  {
    reference: '7, States and moves; SupportArticles KB 950805',
    probes: ['Online for resource '],
    expression: /^Online for resource (?<r>.+) failed\./,
    toFacts: (g) => failedResource(g.r!, { phase: 'online' }),
    example: 'Online for resource DOURO01 failed.',
  },
  {
    reference: '7, States and moves: RCM hands a call to RHS',
    probes: ['Issuing '],
    expression: /^Issuing (?<c>Online|Arbitrate|Offline|Terminate)\((?<r>.+)\) to RHS/,
    toFacts: (g) => ({
      type: 'rhs-call',
      resource: g.r!,
      call: `${g.c!.toUpperCase()}RESOURCE`,
      phase: 'issued',
      result: null,
    }),
    example: 'Issuing Arbitrate(File Share Witness) to RHS.',
  },
];

/** The destination of a move request: a cluster node number, or the cluster's own choice when negative. */
function destination(id: string): string {
  return id.startsWith('-') ? 'any' : `node ${id}`;
}

function announcedMove(g: Groups, reason: string): FactBody {
  return {
    type: 'mark',
    kind: 'group-move',
    node: null,
    entity: group(g.g!),
    attributes: { from: g.f!, to: g.t!, reason },
  };
}

function failedResource(name: string, attributes: Readonly<Record<string, string>>): FactBody {
  return { type: 'mark', kind: 'resource-failed', node: null, entity: resource(name), attributes };
}
