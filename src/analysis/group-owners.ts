import type { LineRef } from '../model/incident.ts';
import type { Instant } from '../time/instant.ts';
import type { EntityNames } from './entity-names.ts';
import type { NodeDirectory } from './node-directory.ts';
import { groupBy } from './order.ts';
import { ofType, type PlacedFact } from './placing.ts';
import { inOrder } from './tellings.ts';

/** A line that gives the owner of a group from its time on. */
export interface GroupMove {
  readonly time: Instant;
  readonly to: string | null;
  readonly writer: string | null;
  readonly provisional: boolean;
  readonly ref: LineRef;
}

/** Which node owns a group at an instant. Group names are those shown. */
export interface GroupOwners {
  /** The owner that the latest move up to `time` (closed) gives; null when none is known. */
  at(cluster: string, group: string, time: Instant | null): string | null;
  /** Ascending. */
  movesOf(cluster: string, group: string): readonly GroupMove[];
}

export function buildGroupOwners(
  facts: readonly PlacedFact[],
  names: EntityNames,
  directory: NodeDirectory,
): GroupOwners {
  const dated = inOrder(ofType(facts, 'owner')).filter((fact) => fact.placed.time !== null);
  const known = new Map(
    [
      ...groupBy(dated, ({ body, ref }) => {
        const { name } = names.of({ kind: 'group', name: body.group });
        return `${directory.clusterOf(ref.source)}\n${name}`;
      }),
    ].map(([key, own]) => [
      key,
      own.map(
        ({ body, placed, ref, writer }): GroupMove => ({
          time: placed.time!,
          to: directory.resolve(body.to, ref.source, writer),
          writer,
          provisional: placed.provisional,
          ref,
        }),
      ),
    ]),
  );
  const movesOf = (cluster: string, group: string) => known.get(`${cluster}\n${group}`) ?? [];
  return {
    movesOf,
    at: (cluster, group, time) =>
      time === null
        ? null
        : (movesOf(cluster, group).findLast((move) => move.time <= time)?.to ?? null),
  };
}
