import type { Incident, LineRef, Placed, StateInterval } from '../model/incident.ts';
import type { Attributes } from '../model/marker.ts';
import type { Problem } from '../model/problem.ts';
import type { Source, Unrecognised } from '../model/source.ts';
import { formatIso } from '../time/format-time.ts';
import type { Instant } from '../time/instant.ts';
import type { TimeBase } from '../time/time-base.ts';

/** `[from, to)` in ms UTC; null is open. With a window, what has no time on the axis is left out. */
export interface Window {
  readonly from: number | null;
  readonly to: number | null;
}

/** Builds the `heartline.inspect/1` document, without records. Times of sources in an unknown zone are null. */
export function inspectDocument(
  sources: readonly Source[],
  incident: Incident,
  unrecognised: readonly Unrecognised[],
  window: Window,
) {
  const order = new Map<string, number>(sources.map((source, index) => [source.id, index]));
  const sorted = <T extends { readonly ref?: LineRef; readonly sortTime: number | null }>(
    items: T[],
  ): T[] =>
    items.sort(
      (a, b) =>
        (a.sortTime ?? Number.POSITIVE_INFINITY) - (b.sortTime ?? Number.POSITIVE_INFINITY) ||
        (order.get(a.ref?.source ?? '') ?? 0) - (order.get(b.ref?.source ?? '') ?? 0) ||
        (a.ref?.line ?? 0) - (b.ref?.line ?? 0) ||
        0,
    );
  const placed = <T extends Placed & { readonly ref: LineRef }>(items: readonly T[]) =>
    sorted(
      items
        .map((item) => ({ item, ref: item.ref, sortTime: item.provisional ? null : item.time }))
        .filter(({ sortTime }) => inWindow(sortTime, sortTime, window)),
    );

  const stamps = stampsByLine(incident);
  return {
    schema: 'heartline.inspect/1',
    sources: sources.map((source) => sourceEntry(source, incident)),
    nodes: incident.nodes.map(({ name, aliases }) => ({ name, aliases })),
    transitions: placed(incident.transitions).map(({ item, sortTime }) => ({
      ...placeEntry(item, sortTime),
      node: item.node,
      entity: item.entity,
      group: item.group,
      from: item.from,
      to: item.to,
      owner: item.owner,
      alsoAt: item.alsoAt,
    })),
    intervals: sorted(
      incident.intervals
        .map((item) => ({
          item,
          sortTime: item.provisional ? null : item.start,
          end: item.provisional ? null : item.end,
          ...(item.evidence[0] && { ref: item.evidence[0] }),
        }))
        .filter(({ item, sortTime, end }) =>
          item.provisional
            ? window.from === null && window.to === null
            : inWindow(sortTime, end, window, item.start === null && item.end === null),
        ),
    ).map(({ item, sortTime, end }) => intervalEntry(item, sortTime, end, stamps)),
    markers: placed(incident.markers).map(({ item, sortTime }) => ({
      kind: item.kind,
      ...placeEntry(item, sortTime),
      node: item.node,
      peer: item.peer,
      entity: item.entity,
      attributes: attributesOf(item),
      alsoAt: item.alsoAt,
    })),
    events: placed(incident.events).map(({ item, sortTime }) => ({
      ...placeEntry(item, sortTime),
      node: item.node,
      id: item.id,
      provider: item.provider,
      meaning: item.meaning,
      entity: item.entity,
      alsoAt: item.alsoAt,
    })),
    clocks: [],
    findings: incident.findings.map((finding) => ({
      ...finding,
      confidence: rounded(finding.confidence),
      start: finding.provisional ? null : iso(finding.start),
      end: finding.provisional ? null : iso(finding.end),
    })),
    repairs: incident.repairs,
    unrecognised: unrecognised.map(({ path, reason }) => ({ path, reason })),
  };
}

function sourceEntry(source: Source, incident: Incident) {
  const judged = incident.sources.find((judgement) => judgement.id === source.id);
  const timeBase = judged?.timeBase ?? source.timeBase;
  const known = timeBase.rule.kind !== 'unknown';
  const problems = [...source.problems, ...outlierProblems(source, incident)];
  return {
    id: source.id,
    path: source.path,
    format: source.format,
    node: (judged?.node ?? source.node).name,
    encoding: source.encoding,
    timeBase: timeBaseEntry(timeBase),
    bytes: source.bytes,
    lines: source.lines,
    records: source.records,
    continuations: source.tally.continuations,
    undated: source.undated,
    tally: source.tally,
    problems: problems.sort((a, b) => a.line - b.line),
    problemCount: source.problemCount + problems.length - source.problems.length,
    levels: source.levels,
    first: known ? iso(judged?.first ?? null) : null,
    last: known ? iso(judged?.last ?? null) : null,
    coverage: known
      ? (judged?.coverage ?? []).map(({ start, end }) => ({ start: iso(start), end: iso(end) }))
      : [],
    zoneProposals: (judged?.zoneProposals ?? []).map(timeBaseEntry),
    dateProposal: judged?.dateProposal ?? null,
  };
}

/**
 * Lines whose stamps lie too far outside the others to be on the axis, as far as the finding about them cites lines and
 * the source does not list them itself.
 */
function outlierProblems({ id, problems }: Source, incident: Incident): Problem[] {
  const listed = new Set(
    problems.flatMap(({ code, line }) => (code === 'outlier-timestamp' ? [line] : [])),
  );
  const message =
    'The stamp lies far outside those of all other lines; the line is not on the axis.';
  return incident.findings
    .filter(({ rule }) => rule === 'stamp-outlier')
    .flatMap(({ evidence }) =>
      evidence.filter(({ source, line }) => source === id && !listed.has(line)),
    )
    .map(({ line }) => ({ line, code: 'outlier-timestamp', message }));
}

function timeBaseEntry({ rule, basis, confidence, evidence }: TimeBase) {
  return {
    kind: rule.kind,
    offsetMinutes: rule.kind === 'utc' ? 0 : rule.kind === 'offset' ? rule.offsetMinutes : null,
    zone: rule.kind === 'zone' ? rule.zone : null,
    basis,
    confidence: rounded(confidence),
    evidence,
  };
}

/** Where and when a marker, a transition or an event was told. */
function placeEntry(item: Placed & { readonly ref: LineRef }, time: number | null) {
  return {
    time: iso(time),
    written: item.written,
    provisional: item.provisional,
    ...(item.dst === undefined ? {} : { dst: item.dst }),
    ...(item.alternative === undefined ? {} : { alternative: iso(item.alternative) }),
    source: item.ref.source,
    line: item.ref.line,
  };
}

/** Attributes in which the bounds of a crash are instants. */
const INSTANT_ATTRIBUTES = ['notBefore', 'notAfter', 'reportedAt', 'crashNotAfter'];

/** Instants among the attributes are as unknown as the item's own when its zone is. */
function attributesOf({
  attributes,
  provisional,
}: Pick<StateInterval, 'attributes' | 'provisional'>): Attributes {
  if (!provisional) return attributes;
  return Object.fromEntries(
    Object.entries(attributes).map(([key, value]) => [
      key,
      INSTANT_ATTRIBUTES.includes(key) ? null : value,
    ]),
  );
}

/** Stamps of the lines that tell transitions, markers and events, by `lineKey`. */
function stampsByLine(incident: Incident): ReadonlyMap<string, string> {
  const { transitions, markers, events } = incident;
  return new Map(
    [...transitions, ...markers, ...events].map(({ ref, written }) => [lineKey(ref), written]),
  );
}

function lineKey({ source, line }: LineRef): string {
  return `${source}:${line}`;
}

/** `written` is the stamp of the deciding line, where that line is known to have one. */
function intervalEntry(
  item: StateInterval,
  start: Instant | null,
  end: Instant | null,
  stamps: ReadonlyMap<string, string>,
) {
  const decisive = item.evidence[0];
  return {
    kind: item.kind,
    entity: item.entity,
    node: item.node,
    peer: item.peer,
    medium: item.medium,
    state: item.state,
    start: iso(start),
    end: iso(end),
    written: (decisive && stamps.get(lineKey(decisive))) ?? null,
    provisional: item.provisional,
    startBasis: item.startBasis,
    endBasis: item.endBasis,
    progress: item.progress.map(({ time, percent, remainingMs }) => ({
      time: item.provisional ? null : iso(time),
      percent,
      remainingMs,
    })),
    outcome: item.outcome,
    reasoning: item.reasoning,
    evidence: item.evidence,
    attributes: attributesOf(item),
  };
}

/** Whether an instant or `[start, end)` touches the window; a null edge reaches on unless `undated`, which is out of every window. */
function inWindow(
  start: number | null,
  end: number | null,
  window: Window,
  undated = start === null,
): boolean {
  if (window.from === null && window.to === null) return true;
  if (undated) return false;
  const isInstant = start === end;
  if (window.from !== null && end !== null && (isInstant ? end < window.from : end <= window.from))
    return false;
  return window.to === null || start === null || start < window.to;
}

function iso(time: number | null): string | null {
  return time === null ? null : formatIso(time as Instant);
}

/** Confidences to three digits: what lies beyond is arithmetic, not knowledge. */
function rounded(confidence: number): number {
  return Math.round(confidence * 1000) / 1000;
}
