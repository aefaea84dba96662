import { lowerBound } from '../base/binary-search.ts';
import type { FactBody } from '../model/fact.ts';
import type { Instant } from '../time/instant.ts';
import type { EntityNames } from './entity-names.ts';
import type { NodeDirectory } from './node-directory.ts';
import type { PlacedFact } from './placing.ts';
import { inOrder } from './tellings.ts';

/** Which group (role) a resource belongs to. */
export interface ResourceGroups {
  /**
   * The group that the latest line up to `time` (closed) gives for the resource, else the first line after it, else an undated
   * one: resources change their group seldom. Names as shown; null when no line names a group.
   */
  at(cluster: string, resource: string, time: Instant | null): string | null;
}

interface Membership {
  readonly time: Instant | null;
  readonly group: string;
}

export function buildResourceGroups(
  facts: readonly PlacedFact[],
  names: EntityNames,
  directory: NodeDirectory,
): ResourceGroups {
  const told = facts.filter(({ body }) => membershipIn(body) !== null);
  const known = new Map<string, Membership[]>();
  for (const { body, placed, ref } of inOrder(told)) {
    const { resource, group } = membershipIn(body)!;
    const name = names.of({ kind: 'resource', name: resource }).name;
    const key = `${directory.clusterOf(ref.source)}\n${name}`;
    const own = known.get(key) ?? [];
    known.set(key, own);
    const shown = names.of({ kind: 'group', name: group }).name;
    if (own.at(-1)?.group !== shown) own.push({ time: placed.time, group: shown });
  }
  return {
    at: (cluster, resource, time) => {
      const own = known.get(`${cluster}\n${resource}`);
      if (own === undefined) return null;
      if (time === null) return own[own.length - 1]!.group;
      // Undated lines come last and count as later than any.
      const later = lowerBound(own.length, (i) => (own[i]!.time ?? Infinity) > time);
      return own[Math.max(0, later - 1)]!.group;
    },
  };
}

function membershipIn(body: FactBody): { resource: string; group: string } | null {
  if (body.type !== 'transition' && body.type !== 'state-seen' && body.type !== 'event')
    return null;
  const { entity, group } = body;
  if (entity?.kind !== 'resource' || group === undefined || group === '') return null;
  return { resource: entity.name, group };
}
