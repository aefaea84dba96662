import type { FactBody } from '../../model/fact.ts';
import type { MarkerKind } from '../../model/marker.ts';
import { statusAttributes, statusText } from '../status-codes.ts';
import type { LinePattern } from './line-pattern.ts';

const ROLE = '(?:clustered role|clustered service or application|Resource Group)';

/**
 * Event-log messages that 2016 and later copy into `[System]`, `[Operational]` and `[Verbose]` entries and that are not
 * among the states, heartbeats and membership messages. Event ids are Microsoft-Windows-FailoverClustering's.
 */
export const EVENT_PATTERNS: readonly LinePattern[] = [
  {
    reference: '5 and 7; event 1177, 2016 (github.com/zeroch/FailoverDetector test data)',
    probes: ['The Cluster service is shutting down because quorum was lost'],
    expression: /^The Cluster service is shutting down because quorum was lost/,
    toFacts: () => ({ type: 'quorum', state: 'lost', detail: 'the Cluster service shuts down' }),
    example:
      'The Cluster service is shutting down because quorum was lost. This could be due to the loss of network connectivity between some or all nodes in the cluster, or a failover of the witness disk.',
  },
  {
    reference: '5; event 1146, 2016 (github.com/zeroch/FailoverDetector test data)',
    probes: [
      'The cluster Resource Hosting Subsystem (RHS) ',
      'The cluster resource host subsystem (RHS) ',
    ],
    expression:
      /^The cluster Resource Host(?:ing)? Subsystem \(RHS\) (?:process was terminated|stopped unexpectedly)/i,
    toFacts: () => mark('rhs-terminated', null),
    example:
      'The cluster Resource Hosting Subsystem (RHS) process was terminated and will be restarted. This is typically associated with cluster health detection and recovery of a resource.',
  },
  {
    reference: '5; event 1000, 2016 (github.com/zeroch/FailoverDetector test data)',
    probes: ['The cluster service encountered an unexpected problem'],
    expression:
      /^The cluster service encountered an unexpected problem and will be shut down\. The error code was '(?<s>\w+)'/,
    toFacts: (g) => ({
      type: 'service',
      service: 'clussvc',
      state: 'failed',
      node: null,
      reason: `error ${statusText(g.s!)}`,
    }),
    example:
      "The cluster service encountered an unexpected problem and will be shut down. The error code was '5050'.",
  },
  {
    reference: '5; event 1205, 2016 (github.com/zeroch/FailoverDetector test data)',
    probes: ['The Cluster service failed to bring '],
    expression: new RegExp(
      `^The Cluster service failed to bring ${ROLE} '(?<g>.+?)' completely online or offline`,
    ),
    toFacts: (g) => mark('group-failed', { kind: 'group', name: g.g! }),
    example:
      "The Cluster service failed to bring clustered role 'ag4768' completely online or offline. One or more resources may be in a failed state.",
  },
  {
    reference: 'Failover Clustering system log events: 1254',
    probes: ["Clustered role '"],
    expression: /^Clustered role '(?<g>.+)' has exceeded its failover threshold/,
    toFacts: (g) =>
      mark(
        'group-failed',
        { kind: 'group', name: g.g! },
        { reason: 'failover threshold exceeded' },
      ),
    example: "Clustered role 'FS1' has exceeded its failover threshold.",
  },
  {
    reference: 'Failover Clustering system log events: 1201 and 1204',
    probes: ['The Cluster service successfully brought '],
    expression: new RegExp(
      `^The Cluster service successfully brought the ${ROLE} '(?<g>.+)' (?<s>online|offline)`,
    ),
    toFacts: (g) => ({
      type: 'state-seen',
      entity: { kind: 'group', name: g.g! },
      state: g.s === 'online' ? 'Online' : 'Offline',
    }),
    example: "The Cluster service successfully brought the clustered role 'FS1' online.",
  },
  {
    reference: 'Failover Clustering system log events: 1069, with and without the resource type',
    probes: ["Cluster resource '"],
    expression: new RegExp(
      `^Cluster resource '(?<r>.+?)'(?: of type '(?<t>.*?)')? in ${ROLE} '(?<g>.+?)' failed\\.`,
    ),
    toFacts: (g, context) => {
      const status = /error code was '(0x[0-9a-f]+|\d+)'/i.exec(context.text)?.[1];
      return mark(
        'resource-failed',
        { kind: 'resource', name: g.r! },
        {
          group: g.g!,
          ...(g.t !== undefined && { resourceType: g.t }),
          ...(status !== undefined && statusAttributes(status)),
        },
      );
    },
    example:
      "Cluster resource 'Disk 4' of type 'Physical Disk' in clustered role 'FS1' failed. The error code was '0x79' ('The semaphore timeout period has expired.').",
  },
  {
    reference: 'Failover Clustering system log events: 1230',
    probes: ['A component on the server did not respond'],
    expression:
      /^A component on the server did not respond in a timely fashion\. This caused the cluster resource '(?<r>.+?)' \(resource type '(?<t>.*?)', DLL '(?<d>.*?)'\)/,
    toFacts: (g) =>
      mark('deadlock', { kind: 'resource', name: g.r! }, { resourceType: g.t!, dll: g.d! }),
    example:
      "A component on the server did not respond in a timely fashion. This caused the cluster resource 'Disk 4' (resource type 'Physical Disk', DLL 'clusres.dll') to exceed its time-out threshold.",
  },
  {
    reference: 'Failover Clustering system log events: 1573',
    probes: ["Node '"],
    expression: /^Node '(?<n>.+?)' failed to form a cluster\. (?<why>This was because [^.]*)?/,
    toFacts: (g) => ({
      type: 'node-state',
      node: { name: g.n! },
      state: 'join-failed',
      reason: g.why ?? 'failed to form a cluster',
    }),
    example:
      "Node 'ZQ1' failed to form a cluster. This was because the witness was not accessible. Please ensure that the witness resource is online and available.",
  },
  {
    reference: 'Failover Clustering system log events: 1062',
    probes: ['This node has successfully joined '],
    expression: /^This node has successfully joined the (?:failover )?cluster/,
    toFacts: () => ({ type: 'node-state', node: null, state: 'up', reason: 'joined the cluster' }),
    example: "This node has successfully joined the failover cluster 'CLU1'.",
  },
  {
    reference: 'Failover Clustering system log events: 1011',
    probes: ['Cluster node '],
    expression: /^Cluster node '?(?<n>[^\s']+)'? has been evicted from the (?:failover )?cluster/,
    toFacts: (g) => ({ type: 'node-state', node: { name: g.n! }, state: 'evicted' }),
    example: 'Cluster node ZQ2 has been evicted from the failover cluster.',
  },
  {
    reference: 'Failover Clustering system log events: 1126 and 1127',
    probes: ["Cluster network interface '"],
    expression:
      /^Cluster network interface '(?<i>.+?)' for (?:cluster )?node '(?<n>.+?)' on network '(?<w>.+?)' (?<s>failed|is unreachable)/,
    toFacts: (g) => ({
      type: 'mark',
      kind: 'interface-failed',
      node: { name: g.n! },
      entity: { kind: 'interface', name: g.i! },
      attributes: { network: g.w!, event: g.s! },
    }),
    example:
      "Cluster network interface 'ZQ2 - NIC1' for cluster node 'ZQ2' on network 'Cluster Network 1' failed.",
  },
  {
    reference: 'Failover Clustering system log events: 1129 and 1130',
    probes: ["Cluster network '"],
    expression: /^Cluster network '(?<w>.+?)' is (?<s>partitioned|down)/,
    toFacts: (g) =>
      mark(g.s === 'down' ? 'network-down' : 'network-partitioned', {
        kind: 'network',
        name: g.w!,
      }),
    example:
      "Cluster network 'Cluster Network 1' is partitioned. Some attached failover cluster nodes cannot communicate with each other over the network.",
  },
  {
    reference: 'Failover Clustering system log events: 1038',
    probes: ["Ownership of cluster disk '"],
    expression: /^Ownership of cluster disk '(?<r>.+?)' has been unexpectedly lost by this node/,
    toFacts: (g) => mark('storage-lost', { kind: 'resource', name: g.r! }),
    example: "Ownership of cluster disk 'Disk 4' has been unexpectedly lost by this node.",
  },
];

function mark(
  kind: MarkerKind,
  entity: Extract<FactBody, { type: 'mark' }>['entity'],
  attributes?: Readonly<Record<string, string | number>>,
): FactBody {
  return { type: 'mark', kind, node: null, entity, ...(attributes && { attributes }) };
}
