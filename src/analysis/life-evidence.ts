import { lowerBound } from '../base/binary-search.ts';
import { Clock } from '../model/clock.ts';
import type { CoverageSpan, Marker } from '../model/incident.ts';
import { type Instant, MS_PER_MINUTE } from '../time/instant.ts';
import { isClusterService } from './cluster-service.ts';
import type { Alive, AliveAt, Crash, LifeSigns } from './crashes.ts';
import type { NodeDirectory } from './node-directory.ts';
import { type LifeTelling, lifeStateOf, type NodeEvidence } from './node-life.ts';
import { groupBy } from './order.ts';
import type { PlacedFact } from './placing.ts';
import type { Sighting } from './sightings.ts';
import { bridgeSpans, uniteSpans } from './spans.ts';
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

/** The last signs of life that records tell after the fact, by the line that tells them. */
export function aliveByLine(facts: readonly PlacedFact[]): AliveAt {
  const known = new Map<string, Alive>();
  for (const { body, told, ref, placed } of facts) {
    if (body.type !== 'alive' || told === null) continue;
    const provisional = body.clock === Clock.Wall && placed.provisional;
    known.set(`${ref.source}:${ref.line}`, { time: told, ref, provisional });
  }
  return (ref) => known.get(`${ref.source}:${ref.line}`) ?? null;
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

/** Everything about the life of each node that has a name, by name. `sightings` are those of the sources' facts. */
export function gatherLife(
  names: readonly string[],
  sources: readonly LifeSource[],
  sightings: readonly Sighting[],
  crashes: readonly Crash[],
  directory: NodeDirectory,
): Map<string, NodeEvidence> {
  const tellings = tellingsByNode(sources, sightings, directory);
  const bySource = groupBy(
    sources.filter((source) => source.node !== null),
    (source) => source.node!,
  );
  const crashesOf = groupBy(crashes, (crash) => crash.node ?? '');
  return new Map(
    names.map((node): [string, NodeEvidence] => {
      const all = tellings.get(node) ?? [];
      const clock = clockOf(bySource.get(node) ?? [], sources, all);
      const own = (bySource.get(node) ?? []).filter((source) => source.provisional === clock);
      const speaking = own.filter((source) =>
        source.facts.some((fact) => SERVICE_SPEAKS.has(fact.body.type)),
      );
      const others = sources.filter((source) => source.provisional === clock);
      return [
        node,
        {
          node,
          tellings: withUnfinishedStops(
            all.filter((telling) => telling.provisional === clock).sort((a, b) => a.time - b.time),
            own,
          ),
          ownSpans: bridgeSpans(own.flatMap((source) => source.spans)),
          serviceSpans: withFirstLines(speaking),
          anySpans: uniteSpans(others.flatMap((source) => source.spans)),
          crashes: (crashesOf.get(node) ?? []).filter((crash) => crash.provisional === clock),
          provisional: clock,
        },
      ];
    }),
  );
}

/** A service that stops is gone within this time. */
const STOPS_WITHIN_MS = 10 * MS_PER_MINUTE;

/**
 * Adds a stop where a log breaks off while its service was stopping: `stopping`, and nothing of it behind. `tellings` and the
 * result ascend.
 */
function withUnfinishedStops(
  tellings: readonly LifeTelling[],
  own: readonly LifeSource[],
): LifeTelling[] {
  const told = tellings.filter((telling) => !telling.byOthers);
  const added = own.flatMap(({ facts, spans, provisional }) =>
    spans.flatMap(({ start, end }): LifeTelling[] => {
      const last = facts.findLast(
        ({ body, placed: { time } }) =>
          body.type === 'service' &&
          body.state === 'stopping' &&
          body.node === null &&
          isClusterService(body.service) &&
          time !== null &&
          start <= time &&
          time <= end,
      );
      if (last === undefined || end - last.placed.time! > STOPS_WITHIN_MS) return [];
      if (told.some(({ time }) => time >= last.placed.time! && time <= end)) return [];
      const reasoning = 'The cluster service was stopping, and its log ends here.';
      return [
        {
          time: end,
          state: 'stopped',
          provisional,
          refs: [last.ref],
          byOthers: false,
          implied: { basis: 'implied', reasoning },
        },
      ];
    }),
  );
  return added.length === 0
    ? [...tellings]
    : [...tellings, ...added].sort((a, b) => a.time - b.time);
}

/** Where the sources could have spoken, each span with the first line in it that means something; spans without one are left out. */
function withFirstLines(sources: readonly LifeSource[]): NodeEvidence['serviceSpans'] {
  const dated = sources
    .flatMap((source) => source.facts.filter((fact) => fact.placed.time !== null))
    .sort((a, b) => a.placed.time! - b.placed.time!);
  return bridgeSpans(sources.flatMap((source) => source.spans)).flatMap((span) => {
    const first = dated[lowerBound(dated.length, (i) => dated[i]!.placed.time! >= span.start)];
    return first === undefined || first.placed.time! > span.end
      ? []
      : [{ ...span, first: first.ref }];
  });
}

/**
 * Which clock a node's life is read by: true for logs of an unknown zone. Logs of a known zone cannot be put in order with
 * the others, so they alone count where there are any: the node's own, else those that tell of it.
 */
function clockOf(
  own: readonly LifeSource[],
  sources: readonly LifeSource[],
  tellings: readonly LifeTelling[],
): boolean {
  const dated = own.filter((source) => source.spans.length > 0);
  if (dated.length > 0) return dated.every((source) => source.provisional);
  if (tellings.length > 0) return tellings.every((telling) => telling.provisional);
  return sources.every((source) => source.provisional);
}

/** In order of source and line, so that records of one instant keep the order of their file. */
function tellingsByNode(
  sources: readonly LifeSource[],
  sightings: readonly Sighting[],
  directory: NodeDirectory,
): Map<string, LifeTelling[]> {
  const sightingsOf = new Map<PlacedFact, Sighting[]>();
  for (const sighting of sightings) {
    const own = sightingsOf.get(sighting.fact);
    if (own === undefined) sightingsOf.set(sighting.fact, [sighting]);
    else own.push(sighting);
  }
  const tellings = new Map<string, LifeTelling[]>();
  const add = (node: string | null, state: LifeTelling['state'], fact: PlacedFact) => {
    if (node === null || fact.placed.time === null) return;
    const telling: LifeTelling = {
      time: fact.placed.time,
      state,
      provisional: fact.placed.provisional,
      refs: [fact.ref],
      byOthers: fact.writer !== node,
    };
    const own = tellings.get(node);
    if (own === undefined) tellings.set(node, [telling]);
    else own.push(telling);
  };
  for (const { facts } of sources) {
    for (const fact of facts) {
      for (const sighting of sightingsOf.get(fact) ?? []) {
        const state = lifeStateOf(sighting);
        if (state !== null) add(sighting.node, state, fact);
      }
      for (const [node, state] of membershipOf(fact, directory)) add(node, state, fact);
    }
  }
  return tellings;
}

/** States that are no markers: being a member of a view, joining, the end of an isolation. */
function membershipOf(
  { body, ref, writer }: PlacedFact,
  directory: NodeDirectory,
): [string | null, LifeTelling['state']][] {
  if (body.type === 'view') {
    return body.members.map((id) => [directory.resolve({ id }, ref.source, writer), 'up']);
  }
  if (body.type === 'node-state') {
    const node = directory.resolve(body.node, ref.source, writer);
    if (body.state === 'joining') return [[node, 'joining']];
    if (body.state === 'not-isolated') return [[node, 'up']];
  }
  return [];
}
