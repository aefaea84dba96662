import type { WrittenEntity } from '../../model/entity.ts';
import type { FactBody, NodeRef } from '../../model/fact.ts';
import type { Attributes, MarkerKind } from '../../model/marker.ts';
import { describeStatus } from '../status-codes.ts';
import type { CatalogueEvent } from './catalogue.ts';
import { entityOf } from './event-entity.ts';
import type { EventKind } from './event-kind.ts';
import type { EventValues } from './event-values.ts';
import { CLUSTER_SERVICE_NAME } from './service-names.ts';
import type { WindowsEvent } from './windows-event.ts';

/**
 * Failover clustering. Ids with a meaning of their own come first, then the kind of the catalogue's row. Events without
 * any of both (DNS registration, backups, disk errors) stay plain events.
 */
export function clusterFacts(
  event: WindowsEvent,
  entry: CatalogueEvent,
  values: EventValues,
): readonly FactBody[] {
  return (
    membershipFacts(event, entry, values) ??
    stateFacts(event, values) ??
    heartbeatFacts(event, entry, values) ??
    markOfKind(event, entry, values)
  );
}

type NodeState = Extract<FactBody, { type: 'node-state' }>['state'];

/**
 * Ids that tell the life of a node, with the reason that the id stands for. `named`: about the node in the text, not the
 * one that logged it. 1573 is a failure to join and not a quorum loss: the node was forming a cluster, had no quorum to
 * lose, and stays out because the witness did not answer. 1676 is about the node that logged it.
 */
// biome-ignore format: a table
const NODE_STATES: Readonly<Record<number, { readonly state: NodeState; readonly named: boolean; readonly reason: string }>> = {
  1011: { state: 'evicted', named: true, reason: 'evicted from the cluster' },
  1062: { state: 'up', named: false, reason: 'joined the cluster' },
  1070: { state: 'join-failed', named: false, reason: 'failed to join the cluster' },
  1092: { state: 'join-failed', named: false, reason: 'failed to form the cluster' },
  1135: { state: 'down', named: true, reason: 'removed from active cluster membership' },
  1546: { state: 'join-failed', named: true, reason: 'failed to form the cluster: version clash' },
  1561: { state: 'join-failed', named: false, reason: 'does not hold the latest cluster configuration' },
  1570: { state: 'join-failed', named: true, reason: 'authentication failure' },
  1571: { state: 'join-failed', named: true, reason: 'authorization failure' },
  1572: { state: 'join-failed', named: true, reason: 'no failure detection messages (UDP 3343) with the other nodes' },
  1573: { state: 'join-failed', named: true, reason: 'failed to form the cluster: the witness was not accessible' },
  1652: { state: 'join-failed', named: true, reason: 'connection to a member could not be established' },
  1653: { state: 'join-failed', named: true, reason: 'no network path to any member' },
  1672: { state: 'quarantined', named: true, reason: 'quarantined after repeated failures' },
  1673: { state: 'isolated', named: true, reason: 'entered the isolated state' },
  1675: { state: 'quarantined', named: true, reason: 'refused at join: quarantined' },
  1676: { state: 'quarantined', named: false, reason: 'quarantined by another node' },
  1680: { state: 'not-isolated', named: true, reason: 'left the isolated state' },
  4621: { state: 'evicted', named: false, reason: 'removed from the cluster' },
};

function membershipFacts(
  event: WindowsEvent,
  entry: CatalogueEvent,
  values: EventValues,
): FactBody[] | null {
  const known = NODE_STATES[event.id];
  if (known) {
    const node = known.named ? nodeOf(values.node) : null;
    // A text about another node that does not give its name says nothing about the node that logged it.
    if (known.named && node === null) return [];
    const detail =
      values.status ?? (values.until === undefined ? undefined : `until ${values.until}`);
    const reason = detail === undefined ? known.reason : `${known.reason} (${detail})`;
    return [{ type: 'node-state', node, state: known.state, reason }];
  }
  if (event.id === 1177 || event.id === 5396) {
    return [{ type: 'quorum', state: 'lost', detail: entry.meaning }];
  }
  if (event.id === 5398) {
    return [{ type: 'node-state', node: null, state: 'join-failed', reason: entry.meaning }];
  }
  if (entry.kind === 'service-stopped' && SERVICE_FAILURES.has(event.id)) {
    const reason =
      values.status === undefined ? entry.meaning : `${entry.meaning} (${values.status})`;
    return [
      { type: 'service', service: CLUSTER_SERVICE_NAME, state: 'failed', node: null, reason },
    ];
  }
  if (entry.kind === 'service-stopped') {
    return [
      {
        type: 'service',
        service: CLUSTER_SERVICE_NAME,
        state: 'stopped',
        node: null,
        reason: entry.meaning,
      },
    ];
  }
  return null;
}

/** Ids after which the Cluster Service is gone, or did not start, because something broke. */
// biome-ignore format: a table
const SERVICE_FAILURES = new Set([1000, 1001, 1006, 1057, 1058, 1073, 1074, 1090, 1093, 1105, 1247, 1556, 1575, 4873, 5377]);

/**
 * States that a role passed through, in the words of the cluster log's group states. "Is being brought online" and
 * "offline" are the same word there.
 */
const GROUP_STATES: Readonly<Record<number, string>> = {
  1200: 'Pending',
  1201: 'Online',
  1203: 'Pending',
  1204: 'Offline',
};

function stateFacts(event: WindowsEvent, values: EventValues): FactBody[] | null {
  const { resource, group, state_from: from, state_to: to } = values;
  if ((event.id === 1637 || event.id === 1674) && from !== undefined && to !== undefined) {
    if (resource !== undefined) {
      const entity: WrittenEntity = { kind: 'resource', name: resource };
      return [{ type: 'transition', entity, from, to, ...(group !== undefined && { group }) }];
    }
    if (group !== undefined) {
      return [{ type: 'transition', entity: { kind: 'group', name: group }, from, to }];
    }
  }
  const state = GROUP_STATES[event.id];
  if (state !== undefined) {
    return group === undefined
      ? []
      : [{ type: 'state-seen', entity: { kind: 'group', name: group }, state }];
  }
  return null;
}

const BEAT_WORDS: Readonly<Record<string, number>> = { two: 2, three: 3, four: 4, five: 5 };

function heartbeatFacts(
  event: WindowsEvent,
  entry: CatalogueEvent,
  values: EventValues,
): FactBody[] | null {
  const { local, remote, node, network } = values;
  if (event.id === 1650) {
    const address = endpointAddress(remote, values.remote_port);
    if (address === null) return [];
    const beats =
      BEAT_WORDS[values.beats ?? ''] ?? (Number.parseInt(values.beats ?? '', 10) || undefined);
    const percent = Number.parseInt(values.percent ?? '', 10) || undefined;
    return [
      {
        type: 'beats-missed',
        observer: null,
        peer: { address: bareAddress(address) },
        medium: 'network',
        ...(local !== undefined && {
          localEndpoint: endpointAddress(local, values.local_port) ?? local,
        }),
        remoteEndpoint: address,
        ...(beats !== undefined && { beats }),
        ...(percent !== undefined && { percent }),
      },
    ];
  }
  if (event.id === 1649) {
    if (remote === undefined) return [];
    const lost = /\blost the (UDP|TCP) connection/i.test(event.message);
    if (!lost && !/has established/i.test(event.message)) return [];
    return [
      {
        type: 'link',
        state: lost ? 'lost' : 'restored',
        scope: 'route',
        peer: { address: bareAddress(remote) },
        ...(local !== undefined && { localEndpoint: local }),
        remoteEndpoint: remote,
      },
    ];
  }
  if ((event.id === 1122 || event.id === 1123) && node !== undefined) {
    const state = event.id === 1123 ? 'lost' : 'restored';
    const reason = network === undefined ? entry.meaning : `on network ${network}`;
    return [{ type: 'link', state, scope: 'route', peer: { name: node }, reason }];
  }
  if (event.id === 1592 && node !== undefined && values.node_to !== undefined) {
    const peer = { name: values.node_to };
    const attributes = { event: event.id, reestablished: true };
    return [
      { type: 'mark', kind: 'route-lost', node: { name: node }, entity: null, peer, attributes },
    ];
  }
  return null;
}

/** Marker of an id whose kind of the catalogue is too coarse; null: kept as a plain event. */
// biome-ignore format: a table
const MARKER_BY_ID: Readonly<Record<number, MarkerKind | null>> = {
  1125: 'interface-failed', 1126: 'interface-failed', 1127: 'interface-failed', 1289: 'interface-failed', 4871: 'interface-failed',
  1122: null, 1128: null, 4872: null,
  1130: 'network-down', 1553: 'network-down', 1554: 'network-down',
  1136: 'group-move', 1137: 'group-failed', 1155: 'group-failed', 1205: 'group-failed', 1254: 'group-failed',
  1251: 'group-failed', 1677: null, 1681: null, 1682: 'group-move',
  1594: 'change', 1636: 'change',
  1282: 'route-lost', 1651: 'route-lost', 1647: 'route-lost', 1657: 'route-lost', 1792: 'route-lost',
};

const MARKER_BY_KIND: Partial<Readonly<Record<EventKind, MarkerKind>>> = {
  'heartbeat-lost': 'route-lost',
  'network-partition': 'network-partitioned',
  'resource-failed': 'resource-failed',
  'group-moved': 'group-move',
  deadlock: 'deadlock',
  'rhs-terminated': 'rhs-terminated',
  'storage-lost': 'storage-lost',
  'csv-paused': 'csv-paused',
};

function markOfKind(
  event: WindowsEvent,
  entry: CatalogueEvent,
  values: EventValues,
): readonly FactBody[] {
  const byKind = MARKER_BY_KIND[entry.kind];
  const byId = MARKER_BY_ID[event.id];
  // An id that is listed only for one of its texts counts when that text is there: its kind is then not `other`.
  const kind = byId !== undefined && (entry.kind !== 'other' || byId === 'change') ? byId : byKind;
  if (kind === undefined || kind === null) return [];
  return [
    {
      type: 'mark',
      kind,
      node: nodeOf(
        kind === 'group-move'
          ? values.node_to
          : ABOUT_NAMED_NODE.has(event.id)
            ? values.node
            : undefined,
      ),
      entity: entityOf(entry, values),
      attributes: attributesOf(event, values, kind),
    },
  ];
}

/** Interface events name the node whose interface it is, moves the node that a role goes to; the others are about the node that logged them. */
const ABOUT_NAMED_NODE = new Set([1125, 1126, 1127]);

// biome-ignore format: a table
const ATTRIBUTES = ['resource', 'group', 'dll', 'status', 'status_text', 'volume', 'share', 'network', 'address', 'call', 'process', 'seconds', 'reason'];

function attributesOf(event: WindowsEvent, values: EventValues, kind: MarkerKind): Attributes {
  const attributes: Record<string, string | number> = { event: event.id };
  for (const name of ATTRIBUTES) {
    const value = values[name];
    if (value !== undefined && value !== '') attributes[name] = value;
  }
  if (values.type !== undefined && values.type !== '') attributes.resourceType = values.type;
  const status = describeStatus(values.status ?? '');
  if (status) attributes.statusName = status.name;
  if (kind === 'group-move') {
    if (values.node !== undefined) attributes.from = values.node;
    if (values.node_to !== undefined) attributes.to = values.node_to;
    attributes.reason ??= GROUP_MOVE_REASONS[event.id] ?? '';
    if (attributes.reason === '') delete attributes.reason;
  }
  return attributes;
}

const GROUP_MOVE_REASONS: Readonly<Record<number, string>> = {
  1136: 'node drain',
  1153: 'failover',
  1682: 'node was isolated',
  5395: 'better connected node',
};

function nodeOf(name: string | undefined): NodeRef | null {
  return name === undefined || name === '' ? null : { name };
}

/** `10.0.0.1:~3343~` from one string, or from address and port apart. */
function endpointAddress(endpoint: string | undefined, port: string | undefined): string | null {
  if (endpoint === undefined || endpoint === '') return null;
  return port === undefined || endpoint.includes('~') ? endpoint : `${endpoint}:~${port}~`;
}

/** `10.0.0.1:~3343~`, `10.0.0.1:3343`, `fe80::12:~3343~` and `[fe80::12]:3343` without the port; a bare IPv6 address ends in no port. */
function bareAddress(endpoint: string): string {
  const isBareIpv6 = /^[^[\]]*:[^[\]]*:[^[\]]*$/.test(endpoint) && !endpoint.includes('~');
  const address = isBareIpv6 ? endpoint : endpoint.replace(/:~?\d{1,5}~?$/, '');
  return address.replace(/^\[|\]$/g, '');
}
