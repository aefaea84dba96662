import type { Instant } from '../time/instant.ts';
import type { Break } from './breaks.ts';

/** A line by which a node shows that a resource or group is with it: a step that it logs, or a move to it. */
export interface HostTelling {
  readonly time: Instant;
  readonly node: string;
  /** The state that the step leads to; null for a move. */
  readonly state: string | null;
}

/**
 * When what `node` last said of an entity does not hold because it is on another node: from the first line of another node
 * that tells more than `node` said last, to the last such line before `node` tells again. `tellings` of all nodes, ascending.
 */
export function breaksElsewhere(node: string, tellings: readonly HostTelling[]): Break[] {
  const breaks: Break[] = [];
  let state: string | null = null;
  let away: { readonly start: Instant; end: Instant } | null = null;
  const add = (start: Instant, end: Instant | null) =>
    breaks.push({ cause: 'elsewhere', start, end, ref: null });
  for (const telling of tellings) {
    if (telling.node === node) {
      // Before a move to it the node did not have the entity.
      if (away !== null) add(away.start, telling.state === null ? telling.time : away.end);
      away = null;
      state = telling.state;
    } else if (away !== null) {
      away.end = telling.time;
    } else if (telling.state === null || telling.state !== state) {
      away = { start: telling.time, end: telling.time };
    }
  }
  if (away !== null) add(away.start, null);
  return breaks;
}
