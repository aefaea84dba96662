import type { LineRef } from '../model/incident.ts';
import type { NodeDirectory } from './node-directory.ts';
import { groupBy } from './order.ts';
import { ofType, type PlacedFact } from './placing.ts';

export interface ConfigValue {
  readonly value: number;
  readonly ref: LineRef;
}

/** Time-outs and thresholds as the logs state them. */
export interface ConfigValues {
  /**
   * The value that a source's own cluster states for `scope` (a resource's or group's name), else for the resource's type,
   * else for the whole cluster; null when no line states one. Of several the source's own last one, else that of the other logs.
   */
  find(source: LineRef['source'], property: string, scope: string | null): ConfigValue | null;
}

/** Written for a time-out that is left to the resource type. */
const USE_TYPE_DEFAULT = 0xffffffff;

export function buildConfigValues(
  facts: readonly PlacedFact[],
  directory: NodeDirectory,
): ConfigValues {
  const stated = ofType(facts, 'config-value').filter(
    ({ body }) => body.value !== USE_TYPE_DEFAULT && body.value >= 0,
  );
  const keyOf = (cluster: string, property: string, scope: string | null) =>
    [cluster, property.toLowerCase(), scope?.toLowerCase() ?? ''].join('\n');
  const known = groupBy(stated, ({ body, ref }) => {
    const isShared = body.scope === null || isWholeCluster(body.scope.kind);
    const scope = isShared ? ofTypeKey(body.resourceType) : body.scope!.name;
    return keyOf(directory.clusterOf(ref.source), body.property, scope);
  });
  const types = new Map(
    ofType(facts, 'state-seen').flatMap(({ body: { entity, resourceType }, ref }) =>
      entity.kind === 'resource' && resourceType !== undefined
        ? [[keyOf(directory.clusterOf(ref.source), 'type', entity.name), resourceType] as const]
        : [],
    ),
  );
  return {
    find: (source, property, scope) => {
      const cluster = directory.clusterOf(source);
      const found =
        (scope === null ? undefined : known.get(keyOf(cluster, property, scope))) ??
        (scope === null
          ? undefined
          : known.get(
              keyOf(cluster, property, ofTypeKey(types.get(keyOf(cluster, 'type', scope)))),
            )) ??
        known.get(keyOf(cluster, property, null));
      const best = found?.findLast((fact) => fact.ref.source === source) ?? found?.at(-1);
      return best === undefined ? null : { value: best.body.value, ref: best.ref };
    },
  };
}

/** No resource's name has a line break in it. */
function ofTypeKey(resourceType: string | undefined): string | null {
  return resourceType === undefined ? null : `type\n${resourceType}`;
}

/** Properties of the cluster come with the scope of a network or of the service, or without one. */
function isWholeCluster(kind: string): boolean {
  return kind === 'service' || kind === 'node';
}
