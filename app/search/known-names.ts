import type { SegmentRecords } from '../../src/model/evidence.ts';
import type { Incident } from '../../src/model/incident.ts';
import type { SourceId } from '../../src/model/source.ts';
import { fileName } from '../panels/LineButton.tsx';
import { memoizeLast } from '../selectors/memoize-last.ts';
import type { AppState } from '../store/app-store.ts';
import type { KnownName, KnownNames } from './complete-query.ts';

/** Nothing to offer: while nothing is typed the names are not gathered. */
export const NO_NAMES: KnownNames = {
  node: [],
  source: [],
  resource: [],
  component: [],
  provider: [],
  id: [],
};

/** Names that can be offered in the search box: of what the incident knows, and of the tags in the first part of each log. */
export function selectKnownNames(state: AppState): KnownNames {
  return knownNames(state.incident, state.sources, state.segments);
}

const knownNames = memoizeLast(
  (
    incident: Incident,
    sources: AppState['sources'],
    segments: AppState['segments'],
  ): KnownNames => {
    const { nodes, transitions, intervals, markers, events } = incident;
    const entities = [...transitions, ...intervals, ...markers].flatMap(({ entity }) =>
      entity !== null && (entity.kind === 'resource' || entity.kind === 'group')
        ? [entity.name]
        : [],
    );
    const groups = transitions.flatMap(({ group }) => group ?? []);
    return {
      node: nodes.map(({ name, aliases }) => ({ name, detail: aliases.join(', ') })),
      source: byCount(sources.map(({ path }) => fileName(path))),
      resource: byCount([...entities, ...groups]),
      component: byCount(sources.flatMap(({ id }) => tagsOf(id, segments))),
      provider: byCount(events.map(({ provider }) => provider)),
      id: idsOf(events),
    };
  },
);

/** The names by how often they stand there, each once. */
function byCount(names: readonly string[]): KnownName[] {
  const counts = new Map<string, number>();
  for (const name of names) if (name !== '') counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([name]) => ({ name, detail: '' }));
}

function idsOf(events: Incident['events']): KnownName[] {
  const meanings = new Map(events.map(({ id, meaning }) => [String(id), meaning]));
  return byCount(events.map(({ id }) => String(id))).map(({ name }) => ({
    name,
    detail: meanings.get(name) ?? '',
  }));
}

/** Entries whose tag is looked at, from the start of a log: tags repeat. */
const LOOKED_AT = 20_000;
const tagsOfSegment = new WeakMap<SegmentRecords, readonly string[]>();

function tagsOf(source: SourceId, segments: AppState['segments']): readonly string[] {
  const segment = segments[source]?.[0];
  if (segment === undefined) return [];
  let tags = tagsOfSegment.get(segment);
  if (tags === undefined) {
    const used = new Set(segment.columns.component.subarray(0, LOOKED_AT));
    tags = [...used].map((index) => segment.dictionary[index] ?? '');
    tagsOfSegment.set(segment, tags);
  }
  return tags;
}
