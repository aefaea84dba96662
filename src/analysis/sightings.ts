import type { Entity } from '../model/entity.ts';
import type { FactBody } from '../model/fact.ts';
import type { Attributes, MarkerKind } from '../model/marker.ts';
import { bugcheckAttributes } from './bugcheck-attributes.ts';
import { isResourceHost } from './cluster-service.ts';
import type { EntityNames } from './entity-names.ts';
import type { NodeDirectory } from './node-directory.ts';
import { bareAddress } from './node-spelling.ts';
import type { PlacedFact } from './placing.ts';

/** One line's word for an instant, before several words for one instant are merged. */
export interface Sighting {
  readonly kind: MarkerKind;
  readonly fact: PlacedFact;
  readonly node: string | null;
  readonly peer: string | null;
  readonly entity: Entity | null;
  readonly attributes: Attributes;
  /** Sightings of different subjects are never one. */
  readonly subject: string;
}

/** Everything in a fact that is an instant; most facts give none or one, a membership view one per node. */
export function sightingsOf(
  fact: PlacedFact,
  names: EntityNames,
  directory: NodeDirectory,
): Sighting[] {
  const { body, writer, ref } = fact;
  const node = (of: Parameters<NodeDirectory['resolve']>[0]) =>
    directory.resolve(of, ref.source, writer);
  const sighting = (
    kind: MarkerKind,
    about: Partial<Omit<Sighting, 'kind' | 'fact'>> = {},
  ): Sighting => {
    const entity = about.entity ?? null;
    const whom = about.node === undefined ? writer : about.node;
    return {
      kind,
      fact,
      node: whom,
      peer: about.peer ?? null,
      entity,
      attributes: about.attributes ?? {},
      subject: [
        kind,
        whom ?? `? ${ref.source}`,
        about.peer ?? '',
        entity === null ? '' : `${entity.kind}:${entity.name}`,
        about.subject ?? '',
      ].join('\n'),
    };
  };

  switch (body.type) {
    case 'deadlock':
      return [
        sighting('deadlock', {
          entity: names.of({ kind: 'resource', name: body.resource }),
          attributes: { call: body.call, overdueMs: body.overdueMs },
        }),
      ];
    case 'owner': {
      const from = body.from === null ? null : node(body.from);
      const to = node(body.to);
      return [
        sighting('group-move', {
          node: to,
          entity: names.of({ kind: 'group', name: body.group }),
          attributes: { from, to, reason: body.reason },
        }),
      ];
    }
    case 'link':
      if (isRouteHistory(body)) return [];
      return [
        sighting(body.state === 'lost' ? 'route-lost' : 'route-restored', {
          peer: node(body.peer),
          subject: body.scope === 'node' ? 'all' : bareAddress(body.remoteEndpoint ?? ''),
          attributes: defined({
            scope: body.scope,
            localEndpoint: body.localEndpoint,
            remoteEndpoint: body.remoteEndpoint,
            reason: body.reason,
          }),
        }),
      ];
    case 'view':
      return [
        ...body.downers.map((id) => sighting('node-down', { node: node({ id }) })),
        ...body.joiners.map((id) => sighting('node-up', { node: node({ id }) })),
      ];
    case 'node-state': {
      const kind = NODE_STATE_MARKERS[body.state];
      if (kind === null) return [];
      return [
        sighting(kind, { node: node(body.node), attributes: defined({ reason: body.reason }) }),
      ];
    }
    case 'quorum': {
      if (body.state === 'at-risk') return [];
      const kind = body.state === 'lost' ? 'quorum-lost' : 'quorum-regained';
      return [sighting(kind, { attributes: defined({ detail: body.detail }) })];
    }
    case 'service':
      return [serviceSighting(body, node(body.node), sighting)];
    case 'boot':
      return [sighting('boot', { node: node(body.node) })];
    case 'shutdown':
      return [
        sighting(body.clean ? 'shutdown' : 'unexpected-reboot', {
          node: node(body.node),
          attributes: { ...body.attributes, ...defined({ reason: body.reason }) },
        }),
      ];
    case 'bugcheck':
      return [
        sighting('bugcheck', { node: node(body.node), attributes: bugcheckAttributes(body) }),
      ];
    case 'mark':
      return [
        sighting(body.kind, {
          node: node(body.node),
          peer: body.peer === undefined ? null : node(body.peer),
          entity: body.entity === null ? null : names.of(body.entity),
          attributes: body.attributes ?? {},
        }),
      ];
    default:
      return [];
  }
}

const NODE_STATE_MARKERS: Readonly<
  Record<Extract<FactBody, { type: 'node-state' }>['state'], MarkerKind | null>
> = {
  up: 'node-up',
  joining: null,
  'join-failed': 'join-failed',
  down: 'node-down',
  isolated: 'node-isolated',
  'not-isolated': null,
  quarantined: 'node-quarantined',
  evicted: 'eviction',
};

/** A route history names no peer: it only tells the last beat of a loss told beside it. */
export function isRouteHistory(body: Extract<FactBody, { type: 'link' }>): boolean {
  return Object.keys(body.peer).length === 0;
}

function serviceSighting(
  body: Extract<FactBody, { type: 'service' }>,
  node: string | null,
  sighting: (kind: MarkerKind, about: Partial<Omit<Sighting, 'kind' | 'fact'>>) => Sighting,
): Sighting {
  const begins = body.state === 'starting' || body.state === 'started';
  const stops = body.state === 'stopping' || body.state === 'stopped';
  const ended = isResourceHost(body.service) ? 'rhs-terminated' : 'service-failed';
  return sighting(begins ? 'service-start' : stops ? 'service-stop' : ended, {
    node,
    entity: { kind: 'service', name: body.service, writtenName: body.service },
    attributes: defined({ state: body.state, reason: body.reason, pid: body.pid }),
  });
}

function defined(values: Readonly<Record<string, string | number | undefined>>): Attributes {
  return Object.fromEntries(
    Object.entries(values).filter(
      (entry): entry is [string, string | number] => entry[1] !== undefined,
    ),
  );
}
