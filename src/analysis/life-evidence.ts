import type { CoverageSpan, Marker } from '../model/incident.ts';
import type { Instant } from '../time/instant.ts';
import type { Crash, LifeSigns } from './crashes.ts';
import type { NodeDirectory } from './node-directory.ts';
import { type LifeTelling, lifeStateOf, type NodeEvidence } from './node-life.ts';
import { groupBy } from './order.ts';
import type { PlacedFact } from './placing.ts';
import { uniteSpans } from './spans.ts';
import type { InstantRun } from './stamp-bulk.ts';

/** One source as far as node life needs it. */
export interface LifeSource {
  readonly node: string | null;
  readonly provisional: boolean;
  readonly runs: readonly InstantRun[];
  readonly spans: readonly CoverageSpan[];
  readonly facts: readonly PlacedFact[];
}

/** What only a running cluster service writes. */
const SERVICE_SPEAKS: ReadonlySet<PlacedFact['body']['type']> = new Set([
  'transition',
  'rhs-call',
  'beats-missed',
  'link',
  'view',
]);

/** Signs of life by node, from its own logs on one clock. */
export function buildLifeSigns(
  sources: readonly LifeSource[],
): (node: string | null, provisional: boolean) => LifeSigns {
  const known = new Map<string, LifeSigns>();
  return (node, provisional) => {
    const key = `${node}\n${provisional}`;
    let signs = known.get(key);
    if (signs === undefined) {
      signs = node === null ? { runs: [], facts: [] } : collectSigns(sources, node, provisional);
      known.set(key, signs);
    }
    return signs;
  };
}

function collectSigns(
  sources: readonly LifeSource[],
  node: string,
  provisional: boolean,
): LifeSigns {
  const own = sources.filter(
    (source) => source.node === node && source.provisional === provisional,
  );
  const facts = sources.flatMap((source) =>
    source.facts.flatMap(({ writer, placed, ref, told, body }) => {
      if (writer !== node || placed.provisional !== provisional) return [];
      return [
        ...(placed.time === null ? [] : [{ time: placed.time, ref, told: false }]),
        ...(body.type === 'alive' && told !== null ? [{ time: told, ref, told: true }] : []),
      ];
    }),
  );
  const runs = uniteSpans(
    own.flatMap((source) => source.runs.map(({ first, last }) => ({ start: first, end: last }))),
  ).map(({ start, end }) => ({ first: start, last: end }));
  return { runs, facts: facts.sort((a, b) => a.time - b.time) };
}

/** Dated boots by node, ascending. */
export function bootsByNode(markers: readonly Marker[]): Map<string, Instant[]> {
  const boots = new Map<string, Instant[]>();
  for (const { kind, node, time } of markers) {
    if (kind !== 'boot' || node === null || time === null) continue;
    const known = boots.get(node) ?? [];
    known.push(time);
    boots.set(node, known);
  }
  for (const times of boots.values()) times.sort((a, b) => a - b);
  return boots;
}

/** Everything about the life of each node that has a name, by name. */
export function gatherLife(
  names: readonly string[],
  sources: readonly LifeSource[],
  markers: readonly Marker[],
  crashes: readonly Crash[],
  directory: NodeDirectory,
): Map<string, NodeEvidence> {
  const anySpans = uniteSpans(sources.flatMap((source) => source.spans));
  const writers = new Map<string, string | null>();
  for (const { facts } of sources) {
    for (const fact of facts) writers.set(`${fact.ref.source}:${fact.ref.line}`, fact.writer);
  }
  const tellings = new Map<string, LifeTelling[]>();
  const add = (node: string | null, telling: LifeTelling) => {
    if (node === null) return;
    const own = tellings.get(node);
    if (own === undefined) tellings.set(node, [telling]);
    else own.push(telling);
  };
  for (const marker of markers) {
    const state = lifeStateOf(marker);
    if (state === null || marker.time === null) continue;
    const refs = [marker.ref, ...marker.alsoAt];
    const byOthers = refs.every((ref) => writers.get(`${ref.source}:${ref.line}`) !== marker.node);
    add(marker.node, { time: marker.time, state, provisional: marker.provisional, refs, byOthers });
  }
  for (const { facts } of sources) {
    for (const fact of facts)
      for (const [node, telling] of membershipOf(fact, directory)) add(node, telling);
  }
  const bySource = groupBy(
    sources.filter((source) => source.node !== null),
    (source) => source.node!,
  );
  const crashesOf = groupBy(crashes, (crash) => crash.node ?? '');
  return new Map(
    names.map((node): [string, NodeEvidence] => {
      const own = bySource.get(node) ?? [];
      const speaking = own.filter((source) =>
        source.facts.some((fact) => SERVICE_SPEAKS.has(fact.body.type)),
      );
      return [
        node,
        {
          node,
          tellings: (tellings.get(node) ?? []).sort((a, b) => a.time - b.time),
          ownSpans: uniteSpans(own.flatMap((source) => source.spans)),
          serviceSpans: uniteSpans(speaking.flatMap((source) => source.spans)),
          anySpans,
          crashes: crashesOf.get(node) ?? [],
        },
      ];
    }),
  );
}

/** States that are no markers: being a member of a view, joining, the end of an isolation. */
function membershipOf(
  { body, placed, ref, writer }: PlacedFact,
  directory: NodeDirectory,
): [string | null, LifeTelling][] {
  if (placed.time === null) return [];
  const telling = (
    node: string | null,
    state: LifeTelling['state'],
  ): [string | null, LifeTelling] => [
    node,
    {
      time: placed.time!,
      state,
      provisional: placed.provisional,
      refs: [ref],
      byOthers: node !== writer,
    },
  ];
  if (body.type === 'view') {
    return body.members.map((id) => telling(directory.resolve({ id }, ref.source, writer), 'up'));
  }
  if (body.type === 'node-state') {
    const node = directory.resolve(body.node, ref.source, writer);
    if (body.state === 'joining') return [telling(node, 'joining')];
    if (body.state === 'not-isolated') return [telling(node, 'up')];
  }
  return [];
}
