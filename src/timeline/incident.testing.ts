import type { EntityKind } from '../model/entity.ts';
import type { SegmentRecords } from '../model/evidence.ts';
import type {
  Incident,
  IncidentEvent,
  LineRef,
  Marker,
  SourceJudgement,
  StateInterval,
} from '../model/incident.ts';
import type { Level } from '../model/level.ts';
import type { MarkerKind } from '../model/marker.ts';
import { SegmentBuilder } from '../model/segment-builder.ts';
import type { Source, SourceId } from '../model/source.ts';
import type { Instant } from '../time/instant.ts';
import type { ZoneRule } from '../time/time-base.ts';

/** Small invented incidents for the tests of this folder and of the page. Times are minutes after 2017-09-15T20:00Z. */
const HOUR_START = Date.UTC(2017, 8, 15, 20);

export function at(minutes: number): Instant {
  return (HOUR_START + minutes * 60_000) as Instant;
}

export function line(source: string, number: number): LineRef {
  return { source: source as SourceId, line: number };
}

/** An interval seen from `start` to `end`; a null edge is carried. */
export function interval(
  node: string | null,
  [kind, name]: readonly [EntityKind, string],
  state: string,
  start: number | null,
  end: number | null,
  extra: Partial<StateInterval> = {},
): StateInterval {
  return {
    kind: 'state',
    entity: { kind, name, writtenName: name },
    node,
    peer: null,
    medium: null,
    state,
    start: start === null ? null : at(start),
    end: end === null ? null : at(end),
    startBasis: start === null ? 'carried' : 'observed',
    endBasis: end === null ? 'carried' : 'observed',
    provisional: false,
    progress: [],
    outcome: null,
    reasoning: '',
    evidence: [line('s1', 7)],
    attributes: {},
    ...extra,
  };
}

export function marker(
  node: string | null,
  kind: MarkerKind,
  time: number,
  extra: Partial<Marker> = {},
): Marker {
  return {
    kind,
    time: at(time),
    provisional: false,
    written: '',
    ref: line('s1', 5),
    alsoAt: [],
    node,
    peer: null,
    entity: null,
    attributes: {},
    ...extra,
  };
}

export function event(source: string, number: number, id: number, time: number): IncidentEvent {
  return {
    time: at(time),
    provisional: false,
    written: '',
    ref: line(source, number),
    alsoAt: [],
    node: null,
    id,
    provider: 'FailoverClustering',
    meaning: '',
    entity: null,
  };
}

/** What analysis says of a source that covers the given spans of minutes. */
export function judgement(
  id: string,
  node: string | null,
  coverage: readonly (readonly [number, number])[],
  rule: ZoneRule = { kind: 'utc' },
): SourceJudgement {
  return {
    id: id as SourceId,
    node: { name: node, basis: 'declared', evidence: [] },
    timeBase: { rule, basis: 'declared', confidence: 1, evidence: [] },
    first: coverage[0] === undefined ? null : at(coverage[0][0]),
    last: coverage.length === 0 ? null : at(coverage[coverage.length - 1]![1]),
    coverage: coverage.map(([start, end]) => ({ start: at(start), end: at(end) })),
    zoneProposals: [],
    dateProposal: null,
  };
}

export function source(id: string, path: string): Source {
  return {
    id: id as SourceId,
    path,
    format: 'wsfc-cluster-log',
    encoding: 'utf-8',
    encodingBasis: 'ascii',
    node: { name: null, basis: 'default', evidence: [] },
    timeBase: { rule: { kind: 'unknown' }, basis: 'default', confidence: 0, evidence: [] },
    bytes: 0,
    lines: 0,
    records: 0,
    undated: 0,
    tally: { entries: 0, continuations: 0, sections: 0, blanks: 0, problems: 0 },
    levels: { critical: 0, error: 0, warning: 0, info: 0, debug: 0 },
    problems: [],
    problemCount: 0,
  };
}

export function incident(
  parts: Partial<Incident> & { readonly nodeNames?: readonly string[] },
): Incident {
  const { nodeNames = [], ...given } = parts;
  return {
    nodes: nodeNames.map((name) => ({ name, aliases: [] })),
    sources: [],
    transitions: [],
    intervals: [],
    markers: [],
    events: [],
    findings: [],
    repairs: [],
    ...given,
  };
}

/** A segment of one record a line. `clock` 1 is wall time, 2 is UTC, 0 undated. */
export function segment(
  records: readonly { readonly time: number; readonly level?: Level; readonly clock?: 0 | 1 | 2 }[],
  baseLine = 1,
): SegmentRecords {
  const builder = new SegmentBuilder();
  records.forEach(({ time, level = 4, clock = 1 }, i) => {
    builder.record(clock === 0 ? 0 : time, clock, level, 0, i, i * 10, 9);
  });
  builder.entries = records.length;
  const { baseOffset, byteLength, lineCount, columns, dictionary, density, coverage, tally } =
    builder.finish({
      baseOffset: 0,
      byteLength: records.length * 10,
      lineCount: records.length,
    });
  return {
    baseOffset,
    byteLength,
    lineCount,
    columns,
    dictionary,
    density,
    coverage,
    tally,
    baseLine,
  };
}
