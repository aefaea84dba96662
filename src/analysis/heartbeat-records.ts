import type { HeartbeatMedium } from '../model/entity.ts';
import type { FactBody } from '../model/fact.ts';
import type { LineRef } from '../model/incident.ts';
import { type Instant, MS_PER_SECOND } from '../time/instant.ts';
import type { NodeDirectory } from './node-directory.ts';
import { bareAddress } from './node-spelling.ts';
import { groupBy } from './order.ts';
import { ofType, type PlacedFact } from './placing.ts';
import { isRouteHistory } from './sightings.ts';
import { inOrder } from './tellings.ts';

/** What one line says about the heartbeats that an observer gets from a peer. */
export interface HeartbeatRecord {
  readonly kind: 'missed' | 'lost' | 'restored' | 'removed' | 'joined';
  readonly observer: string | null;
  readonly peer: string;
  readonly medium: HeartbeatMedium;
  readonly time: Instant;
  readonly provisional: boolean;
  readonly ref: LineRef;
  readonly beats: number | null;
  readonly percent: number | null;
  /** Both ends of the route that was lost or restored; null for all routes of the pair, or when not said. */
  readonly route: string | null;
  /** The last beat that a route history proves. */
  readonly lastBeat: Instant | null;
}

const TELLING: ReadonlySet<PlacedFact['body']['type']> = new Set([
  'beats-missed',
  'link',
  'view',
  'node-state',
  'mark',
]);

/** A route history is printed right under the loss it explains. */
const HISTORY_WITHIN_MS = 2 * MS_PER_SECOND;

/** All dated records about heartbeats, ascending, by observer and peer; a removal or a join ends or clears every medium. */
export function heartbeatRecords(
  facts: readonly PlacedFact[],
  directory: NodeDirectory,
): HeartbeatRecord[] {
  const records: HeartbeatRecord[] = [];
  const histories = groupBy(
    ofType(facts, 'link').filter((fact) => isRouteHistory(fact.body) && fact.told !== null),
    (fact) => fact.ref.source,
  );
  for (const fact of inOrder(facts.filter(({ body }) => TELLING.has(body.type)))) {
    const { body, placed, ref, writer } = fact;
    if (placed.time === null) continue;
    const node = (of: Parameters<NodeDirectory['resolve']>[0]) =>
      directory.resolve(of, ref.source, writer);
    const add = (
      kind: HeartbeatRecord['kind'],
      peer: string | null,
      more: Partial<HeartbeatRecord> = {},
    ) => {
      const observer = more.observer === undefined ? writer : more.observer;
      if (peer === null || peer === observer) return;
      records.push({
        kind,
        peer,
        medium: 'network',
        time: placed.time!,
        provisional: placed.provisional,
        ref,
        beats: null,
        percent: null,
        route: null,
        lastBeat: null,
        ...more,
        observer,
      });
    };
    switch (body.type) {
      case 'beats-missed':
        add('missed', node(body.peer), {
          observer: node(body.observer),
          medium: body.medium,
          beats: body.beats ?? null,
          percent: body.percent ?? null,
        });
        break;
      case 'link': {
        if (isRouteHistory(body)) break;
        const peer = node(body.peer);
        // The virtual route of a node pair restates the loss of its real ones.
        if (body.scope === 'node' && peer?.startsWith('fe80:')) break;
        const own = fact.told ?? lastBeatBeside(fact, histories.get(ref.source) ?? []);
        add(body.state, peer, {
          route: routeOf(body),
          lastBeat: body.state === 'lost' ? own : null,
        });
        break;
      }
      case 'view':
        for (const id of body.downers) add('removed', node({ id }));
        for (const id of body.joiners) add('joined', node({ id }));
        break;
      case 'node-state':
        if (body.state === 'down' || body.state === 'evicted') add('removed', node(body.node));
        if (body.state === 'up') add('joined', node(body.node));
        break;
      case 'mark':
        if (body.kind === 'node-down' || body.kind === 'eviction') add('removed', node(body.node));
        if (body.kind === 'node-up') add('joined', node(body.node));
        break;
    }
  }
  return records;
}

function routeOf({
  scope,
  localEndpoint,
  remoteEndpoint,
}: Extract<FactBody, { type: 'link' }>): string | null {
  if (scope === 'node' || localEndpoint === undefined || remoteEndpoint === undefined) return null;
  return `${bareAddress(localEndpoint)} ${bareAddress(remoteEndpoint)}`;
}

function lastBeatBeside(loss: PlacedFact, histories: readonly PlacedFact[]): Instant | null {
  let last: Instant | null = null;
  for (const { told, placed } of histories) {
    if (placed.time === null || told === null || told > loss.placed.time!) continue;
    const beside = placed.time - loss.placed.time!;
    if (beside < 0 || beside > HISTORY_WITHIN_MS) continue;
    if (last === null || told > last) last = told;
  }
  return last;
}
