import type { Instant } from '../time/instant.ts';
import type { NodeDirectory } from './node-directory.ts';
import { groupBy } from './order.ts';
import { ofType, type PlacedFact } from './placing.ts';
import { inOrder } from './tellings.ts';

/** Which node owns a group at an instant. */
export interface GroupOwners {
  /** The owner that the latest move up to `time` (closed) gives; null when none is known. */
  at(cluster: string, group: string, time: Instant | null): string | null;
}

export function buildGroupOwners(
  facts: readonly PlacedFact[],
  directory: NodeDirectory,
): GroupOwners {
  const dated = inOrder(ofType(facts, 'owner')).filter((fact) => fact.placed.time !== null);
  const moves = groupBy(
    dated,
    (fact) => `${directory.clusterOf(fact.ref.source)}\n${fact.body.group}`,
  );
  return {
    at: (cluster, group, time) => {
      if (time === null) return null;
      const known = moves.get(`${cluster}\n${group}`) ?? [];
      for (let i = known.length - 1; i >= 0; i--) {
        const move = known[i]!;
        if (move.placed.time! <= time) {
          return directory.resolve(move.body.to, move.ref.source, move.writer);
        }
      }
      return null;
    },
  };
}
