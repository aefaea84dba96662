import { shortNames } from '../base/short-names.ts';
import type { EntityKind, HeartbeatMedium } from '../model/entity.ts';
import type { Incident, Marker, StateInterval } from '../model/incident.ts';
import type { MarkerKind } from '../model/marker.ts';
import type { Source, SourceId } from '../model/source.ts';
import type { Instant } from '../time/instant.ts';
import { incidentExtent } from './extent.ts';
import type { Lane, LaneEvent, LaneInterval, LaneKind, LaneMarker } from './lane.ts';
import { markerCode } from './marker-code.ts';
import { packBands } from './packing.ts';
import { familyOfInterval } from './state-family.ts';
import type { Viewport } from './viewport.ts';

/** Key of the branch that holds what belongs to no known node. */
export const UNPLACED_KEY = 'node:';

/** Order of the rows under a node; groups come before resources that belong to none. */
const SECTION: Readonly<Record<LaneKind, number>> = {
  node: 0,
  group: 1,
  resource: 2,
  timers: 2,
  csv: 3,
  decisions: 4,
  heartbeat: 5,
  'voting-disk': 6,
  network: 7,
  interface: 8,
  service: 9,
  source: 10,
  quiet: 11,
};

/** Marker kinds that are decisions about membership: they share one row, apart from the node's own life. */
const DECISIONS: ReadonlySet<MarkerKind> = new Set([
  'kill-sent',
  'kill-received',
  'member-kill',
  'reconfiguration',
]);

interface Draft {
  readonly key: string;
  readonly kind: LaneKind;
  readonly node: string | null;
  readonly name: string;
  writtenName: string | null;
  readonly peer: string | null;
  readonly medium: HeartbeatMedium | null;
  parent: string | null;
  source: SourceId | null;
  provisional: boolean;
  readonly intervals: Omit<LaneInterval, 'band'>[];
  readonly markers: LaneMarker[];
  readonly events: LaneEvent[];
  gaps: Lane['gaps'];
}

/**
 * The rows of the timeline, depth first: node → roles → their resources with their timers; heartbeats per peer and medium;
 * networks; services; sources. What belongs to no node stands last, under a row with the key `UNPLACED_KEY`.
 * O(n log n) in the incident's items; independent of the number of records.
 */
export function buildLanes(incident: Incident, sources: readonly Source[]): Lane[] {
  const extent = incidentExtent(incident);
  const drafts = new Map<string, Draft>();
  const judged = new Map(incident.sources.map((judgement) => [judgement.id, judgement]));
  const reach = reachOfNodes(incident, extent);
  const groupOf = groupsOfResources(incident);

  const lane = (
    kind: LaneKind,
    node: string | null,
    name: string,
    extra: Partial<Pick<Draft, 'peer' | 'medium'>> & { key?: string } = {},
  ): Draft => {
    const key =
      kind === 'node' ? nodeKey(node) : `${nodeKey(node)}/${extra.key ?? `${kind}:${name}`}`;
    const known = drafts.get(key);
    if (known !== undefined) return known;
    const draft: Draft = {
      key,
      kind,
      node,
      name,
      writtenName: null,
      peer: extra.peer ?? null,
      medium: extra.medium ?? null,
      parent: kind === 'node' ? null : nodeKey(node),
      source: null,
      provisional: false,
      intervals: [],
      markers: [],
      events: [],
      gaps: [],
    };
    drafts.set(key, draft);
    if (kind !== 'node') lane('node', node, node ?? '');
    return draft;
  };
  const heartbeat = (node: string | null, peer: string, medium: HeartbeatMedium): Draft =>
    lane('heartbeat', node, peer, { key: `heartbeat:${peer}/${medium}`, peer, medium });
  const entityLane = (node: string | null, kind: EntityKind, name: string): Draft => {
    if (kind === 'node' || kind === 'link') return lane('node', node, node ?? '');
    const draft = lane(kind, node, name);
    const group = kind === 'resource' ? groupOf.get(name) : undefined;
    if (group !== undefined && draft.parent === nodeKey(node))
      draft.parent = lane('group', node, group).key;
    return draft;
  };

  for (const node of incident.nodes) lane('node', node.name, node.name);

  incident.intervals.forEach((interval, index) => {
    const draft = laneOfInterval(interval, lane, heartbeat, entityLane);
    if (interval.provisional) draft.provisional = true;
    noteWrittenName(draft, interval.entity.writtenName);
    const edges = edgesOf(interval, reach.get(interval.node) ?? extent);
    if (edges !== null)
      draft.intervals.push({ interval, index, ...edges, family: familyOfInterval(interval) });
  });

  const eventIdAt = new Map<string, number>();
  for (const event of incident.events) {
    eventIdAt.set(lineKey(event.ref), event.id);
    for (const ref of event.alsoAt) eventIdAt.set(lineKey(ref), event.id);
  }
  incident.markers.forEach((marker, index) => {
    const draft = laneOfMarker(marker, lane, heartbeat, entityLane);
    if (marker.entity !== null) noteWrittenName(draft, marker.entity.writtenName);
    if (marker.time === null) return;
    if (marker.provisional) draft.provisional = true;
    const code = markerCode(marker, eventIdAt.get(lineKey(marker.ref)) ?? null);
    draft.markers.push({ marker, index, time: marker.time, code });
  });

  for (const group of sourcesByNode(sources, judged)) {
    const names = shortNames(group.sources.map((source) => source.path));
    group.sources.forEach((source, i) => {
      const draft = lane('source', group.node, names[i]!);
      const judgement = judged.get(source.id);
      draft.source = source.id;
      draft.writtenName = source.path === names[i] ? null : source.path;
      draft.provisional = (judgement ?? source).timeBase.rule.kind === 'unknown';
      draft.gaps = judgement === undefined ? [] : gapsIn(judgement.coverage, extent);
      incident.events.forEach((event, index) => {
        if (event.time === null) return;
        if (event.ref.source !== source.id && !event.alsoAt.some((ref) => ref.source === source.id))
          return;
        draft.events.push({ event, index, time: event.time });
      });
    });
  }

  return inTreeOrder(drafts);
}

function laneOfInterval(
  interval: StateInterval,
  lane: (kind: LaneKind, node: string | null, name: string) => Draft,
  heartbeat: (node: string | null, peer: string, medium: HeartbeatMedium) => Draft,
  entityLane: (node: string | null, kind: EntityKind, name: string) => Draft,
): Draft {
  const { node, entity } = interval;
  if (interval.kind === 'heartbeat-miss' || entity.kind === 'link') {
    return heartbeat(node, interval.peer ?? entity.name, interval.medium ?? 'network');
  }
  if (interval.kind === 'deadlock' || interval.kind === 'pending-deadline') {
    const subject = entityLane(node, entity.kind, entity.name);
    const draft = lane('timers', node, entity.name);
    draft.parent = subject.key;
    return draft;
  }
  return entityLane(node, entity.kind, entity.name);
}

function laneOfMarker(
  marker: Marker,
  lane: (kind: LaneKind, node: string | null, name: string) => Draft,
  heartbeat: (node: string | null, peer: string, medium: HeartbeatMedium) => Draft,
  entityLane: (node: string | null, kind: EntityKind, name: string) => Draft,
): Draft {
  const { node, entity, kind, peer } = marker;
  if (DECISIONS.has(kind)) return lane('decisions', node, '');
  if ((kind === 'route-lost' || kind === 'route-restored') && peer !== null)
    return heartbeat(node, peer, 'network');
  return entity === null
    ? lane('node', node, node ?? '')
    : entityLane(node, entity.kind, entity.name);
}

function noteWrittenName(draft: Draft, written: string): void {
  if (draft.kind === 'resource' || draft.kind === 'group') {
    if (written !== draft.name && draft.writtenName === null) draft.writtenName = written;
  }
}

/** `/` in a node's name is escaped, so that no two different rows can get one key. */
function nodeKey(node: string | null): string {
  return node === null
    ? UNPLACED_KEY
    : `node:${node.replaceAll('%', '%25').replaceAll('/', '%2F')}`;
}

function lineKey(ref: { readonly source: SourceId; readonly line: number }): string {
  return `${ref.source}:${ref.line}`;
}

/** Per node, first to last instant that its own sources cover: how far a state without an end is known to hold. */
function reachOfNodes(incident: Incident, extent: Viewport | null): Map<string | null, Viewport> {
  const reach = new Map<string | null, { start: number; end: number }>();
  for (const { node, first, last, coverage } of incident.sources) {
    if (first === null || last === null) continue;
    const start = coverage[0]?.start ?? first;
    const end = Math.max(coverage[coverage.length - 1]?.end ?? last, last);
    const known = reach.get(node.name);
    if (known === undefined) reach.set(node.name, { start, end });
    else {
      known.start = Math.min(known.start, start);
      known.end = Math.max(known.end, end);
    }
  }
  const result = new Map<string | null, Viewport>();
  for (const [node, span] of reach) {
    result.set(node, { start: span.start as Instant, end: span.end as Instant });
  }
  if (extent !== null && !result.has(null)) result.set(null, extent);
  return result;
}

/** Both edges on the axis; null for an interval that has neither. */
function edgesOf(
  interval: StateInterval,
  reach: Viewport | null,
): { start: Instant; end: Instant } | null {
  const { start, end } = interval;
  if (start !== null && end !== null) return { start, end };
  if (reach === null || (start === null && end === null && interval.startBasis === 'observed'))
    return null;
  const from = start ?? (Math.min(reach.start, end ?? reach.start) as Instant);
  const to = end ?? (Math.max(reach.end, from) as Instant);
  return { start: from, end: to };
}

/** The role that a resource was last said to belong to, whichever node said it. */
function groupsOfResources(incident: Incident): Map<string, string> {
  const groups = new Map<string, string>();
  for (const { entity, attributes } of incident.intervals) {
    const group = attributes.group;
    if (entity.kind === 'resource' && typeof group === 'string' && group !== '')
      groups.set(entity.name, group);
  }
  for (const { entity, group } of incident.transitions) {
    if (entity.kind === 'resource' && group !== null && group !== '')
      groups.set(entity.name, group);
  }
  return groups;
}

function sourcesByNode(
  sources: readonly Source[],
  judged: ReadonlyMap<SourceId, Incident['sources'][number]>,
): { readonly node: string | null; readonly sources: Source[] }[] {
  const groups = new Map<string | null, Source[]>();
  for (const source of sources) {
    const node = (judged.get(source.id) ?? source).node.name;
    const group = groups.get(node);
    if (group === undefined) groups.set(node, [source]);
    else group.push(source);
  }
  return [...groups].map(([node, group]) => ({ node, sources: group }));
}

/** What of `extent` the coverage leaves free. Coverage ascends. */
function gapsIn(coverage: readonly Viewport[], extent: Viewport | null): Lane['gaps'] {
  if (extent === null || coverage.length === 0) return extent === null ? [] : [extent];
  const gaps: { start: Instant; end: Instant }[] = [];
  let from: Instant = extent.start;
  for (const span of coverage) {
    if (span.start > from) gaps.push({ start: from, end: span.start });
    if (span.end > from) from = span.end;
  }
  if (extent.end > from) gaps.push({ start: from, end: extent.end });
  return gaps;
}

function inTreeOrder(drafts: ReadonlyMap<string, Draft>): Lane[] {
  const children = new Map<string | null, Draft[]>();
  for (const draft of drafts.values()) {
    const siblings = children.get(draft.parent);
    if (siblings === undefined) children.set(draft.parent, [draft]);
    else siblings.push(draft);
  }
  const lanes: Lane[] = [];
  const visit = (parent: string | null, depth: number) => {
    const siblings = children.get(parent) ?? [];
    const ordered =
      parent === null
        ? [
            ...siblings.filter((draft) => draft.node !== null),
            ...siblings.filter((draft) => draft.node === null),
          ]
        : siblings
            .map((draft, order) => ({ draft, order }))
            .sort((a, b) => SECTION[a.draft.kind] - SECTION[b.draft.kind] || a.order - b.order)
            .map(({ draft }) => draft);
    for (const draft of ordered) {
      lanes.push(finished(draft, depth, children.has(draft.key)));
      visit(draft.key, depth + 1);
    }
  };
  visit(null, 0);
  return lanes;
}

function finished(draft: Draft, depth: number, hasChildren: boolean): Lane {
  const intervals = draft.intervals.sort((a, b) => a.start - b.start || a.end - b.end);
  // Missing coverage lies behind the states instead of beside them.
  const stacked = intervals.filter(({ family }) => family !== 'no-coverage');
  const packed = packBands(stacked);
  const bandOf = new Map(stacked.map((item, i) => [item, packed.bandOf[i]!]));
  return {
    ...draft,
    depth,
    hasChildren,
    intervals: intervals.map((item) => ({ ...item, band: bandOf.get(item) ?? 0 })),
    bands: packed.bands,
    markers: draft.markers.sort((a, b) => a.time - b.time),
    events: draft.events.sort((a, b) => a.time - b.time),
  };
}
