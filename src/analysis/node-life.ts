import { lowerBound } from '../base/binary-search.ts';
import type { CoverageSpan, EdgeBasis, LineRef, StateInterval } from '../model/incident.ts';
import { type Instant, MS_PER_SECOND } from '../time/instant.ts';
import { type Break, holesBetween, orderBreaks } from './breaks.ts';
import { bugcheckAttributes } from './bugcheck-attributes.ts';
import { isClusterService } from './cluster-service.ts';
import { type Crash, stopOf } from './crashes.ts';
import { isoOf } from './iso.ts';
import { distinctRefs } from './order.ts';
import type { Sighting } from './sightings.ts';
import { uniteSpans } from './spans.ts';
import { type ChainPoint, type ChainState, foldChain, unknownStretches } from './state-chains.ts';

/** The states of a node's life; fixed by the interval contract. */
type LifeState = 'up' | 'stopped' | 'booting' | 'joining' | 'isolated' | 'quarantined' | 'unknown';

/** A record that says something about a node's life. */
export interface LifeTelling {
  readonly time: Instant;
  readonly state: LifeState;
  readonly provisional: boolean;
  readonly refs: readonly LineRef[];
  /** Told only by other nodes: true of their membership, not of what the node itself did. */
  readonly byOthers: boolean;
  /** What `time` is worth as the start of the state when no line tells the step itself, and why. */
  readonly implied?: { readonly basis: EdgeBasis; readonly reasoning: string };
}

export interface NodeEvidence {
  readonly node: string;
  /** Ascending. */
  readonly tellings: readonly LifeTelling[];
  /** Where logs of the node itself could have spoken. */
  readonly ownSpans: readonly CoverageSpan[];
  /** Where a log that its cluster service writes could have spoken: the service ran. */
  readonly serviceSpans: readonly (CoverageSpan & { readonly first: LineRef })[];
  /** Where any log of the incident could have spoken. */
  readonly anySpans: readonly CoverageSpan[];
  readonly crashes: readonly Crash[];
  /** True when all of this is placed without knowing the zone. */
  readonly provisional: boolean;
}

/** What a sighting says about the life of its node; null when nothing. */
export function lifeStateOf({
  kind,
  entity,
  attributes,
}: Pick<Sighting, 'kind' | 'entity' | 'attributes'>): LifeState | null {
  switch (kind) {
    case 'node-up':
      return 'up';
    case 'node-down':
      return 'unknown';
    case 'node-isolated':
      return 'isolated';
    case 'node-quarantined':
      return 'quarantined';
    case 'eviction':
    case 'shutdown':
      return 'stopped';
    case 'boot':
      return 'booting';
    case 'service-start':
    case 'service-stop':
    case 'service-failed':
      if (entity === null || !isClusterService(entity.name)) return null;
      if (kind !== 'service-start') return attributes.state === 'stopping' ? null : 'stopped';
      return attributes.state === 'started' ? 'up' : 'joining';
    default:
      return null;
  }
}

/** The stretches across which nothing of a node's own is carried: dark, and from each stop to the next start. */
export function lifeBreaks(evidence: Pick<NodeEvidence, 'tellings' | 'crashes'>): Break[] {
  const breaks: Break[] = darkSpans(evidence.crashes).map(({ start, end }) => ({
    cause: 'dark',
    start,
    end,
    ref: null,
  }));
  let next: Instant | null = null;
  for (const { state, time, refs, byOthers, implied } of evidence.tellings.toReversed()) {
    if (byOthers) continue;
    const cause = implied === undefined ? 'stop' : 'stopping';
    if (state !== 'stopped') next = time;
    else breaks.push({ cause, start: time, end: next, ref: refs[0] ?? null });
  }
  return orderBreaks(breaks);
}

interface DarkSpan {
  readonly start: Instant;
  readonly end: Instant;
  readonly crash: Crash;
}

/** Ascending and disjoint. */
function darkSpans(crashes: readonly Crash[]): DarkSpan[] {
  const bounded = crashes.filter((crash) => crash.notBefore !== null && crash.upAgain !== null);
  const spans: DarkSpan[] = [];
  const ordered = bounded.sort((a, b) => a.notBefore! - b.notBefore! || a.upAgain! - b.upAgain!);
  for (const crash of ordered) {
    const start = Math.max(crash.notBefore!, spans.at(-1)?.end ?? crash.notBefore!) as Instant;
    if (start < crash.upAgain!) spans.push({ start, end: crash.upAgain!, crash });
  }
  return spans;
}

/** The life of one node as intervals that do not overlap: kind `dark` for crashes, kind `state` for everything else. */
export function buildNodeLife(evidence: NodeEvidence): StateInterval[] {
  const { ownSpans, anySpans, crashes } = evidence;
  const spans = uniteSpans([...ownSpans, ...anySpans]);
  const dark = darkSpans(crashes);
  const breaks = orderBreaks([
    ...dark.map(({ start, end }): Break => ({ cause: 'dark', start, end, ref: null })),
    ...ownSilences(ownSpans.length > 0 ? ownSpans : spans, evidence.tellings),
  ]);
  const points = pointsOf(evidence, breaks);
  const known = foldChain(points, spans, breaks);
  const states = [...known, ...unknownStretches(points, known, breaks, ['hole', 'end'])];
  return [
    ...states.map((state) => toInterval(evidence.node, state)),
    ...dark.map((span) => darkInterval(evidence.node, span)),
  ];
}

/**
 * Between the node's own logs, and behind their end: what they said last does not hold for what others cover. A stop does:
 * a service that stopped before a silence and starts behind it was stopped in between.
 */
function ownSilences(spans: readonly CoverageSpan[], tellings: readonly LifeTelling[]): Break[] {
  const last = spans[spans.length - 1];
  if (last === undefined) return [];
  const silences: Break[] = [
    ...holesBetween(spans),
    { cause: 'end', start: last.end, end: null, ref: null },
  ];
  const own = tellings.filter((telling) => !telling.byOthers);
  return silences.filter(({ start, end }) => {
    const next = lowerBound(own.length, (i) => own[i]!.time > start);
    const resumed = own[next];
    const isStopped = own[next - 1]?.state === 'stopped';
    return (
      !isStopped || (end !== null && resumed?.state !== 'joining' && resumed?.state !== 'booting')
    );
  });
}

/** The state that a telling proves for the time just before it, when no telling before gives it. */
const PROVEN_BEFORE: Partial<Record<LifeState, LifeState>> = { stopped: 'up', isolated: 'up' };

function pointsOf(evidence: NodeEvidence, breaks: readonly Break[]): ChainPoint[] {
  const { ownSpans, crashes } = evidence;
  const dark = darkSpans(crashes);
  const isInside = (spans: readonly CoverageSpan[], time: Instant) =>
    spans.some((span) => span.start <= time && time <= span.end);
  // What the others see counts only where the node itself could not have spoken.
  const tellings = evidence.tellings.filter(
    (telling) =>
      !(telling.byOthers && telling.state === 'unknown' && isInside(ownSpans, telling.time)) &&
      !dark.some(({ start, end }) => telling.time >= start && telling.time < end),
  );
  const all: (LifeTelling & Assumed)[] = [
    ...tellings,
    ...runningLogs(evidence, tellings),
    ...rebooted(dark),
  ].sort((a, b) => a.time - b.time);

  const points: ChainPoint[] = [];
  let state: LifeState | null = null;
  let lastOwn: LifeState | null = null;
  let reached = Number.NEGATIVE_INFINITY;
  for (const telling of all) {
    const isCut = breaks.some(({ start }) => start >= reached && start < telling.time);
    if (isCut) state = null;
    if (state === telling.state) continue;
    if (telling.isAssumed === true && state !== null) continue;
    // Others see a stopped node leave; that tells nothing new about it.
    if (telling.byOthers && telling.state === 'unknown' && lastOwn === 'stopped') continue;
    if (!telling.byOthers) lastOwn = telling.state;
    points.push({
      time: telling.time,
      from: state ?? PROVEN_BEFORE[telling.state] ?? null,
      to: telling.state,
      provisional: telling.provisional,
      refs: telling.refs,
      ...telling.implied,
    });
    state = telling.state;
    reached = telling.time;
  }
  return points;
}

/** Marks a telling that counts only where no other one says more. */
interface Assumed {
  readonly isAssumed?: true;
}

/** Where a log of the cluster service begins the service was running; since when is not known. */
function runningLogs(
  { serviceSpans, provisional }: NodeEvidence,
  tellings: readonly LifeTelling[],
): (LifeTelling & Assumed)[] {
  return serviceSpans
    .filter(({ start }) => {
      const next = tellings[lowerBound(tellings.length, (i) => tellings[i]!.time >= start)];
      return next === undefined || next.time - start > MS_PER_SECOND;
    })
    .map(({ start, first }) => ({
      time: start,
      state: 'up',
      provisional,
      refs: [first],
      byOthers: false,
      isAssumed: true,
      implied: { basis: 'unknown', reasoning: 'The cluster service of the node wrote its log.' },
    }));
}

/** The first sign of life after a crash is one of a system that starts. */
function rebooted(dark: readonly DarkSpan[]): (LifeTelling & Assumed)[] {
  return dark.map(({ end, crash }) => ({
    time: end,
    state: 'booting',
    provisional: crash.provisional,
    refs: [crash.reports[0]!.fact.ref],
    byOthers: false,
    isAssumed: true,
    implied: { basis: 'implied', reasoning: 'The first record after the reboot.' },
  }));
}

function toInterval(node: string, state: ChainState): StateInterval {
  return {
    kind: 'state',
    entity: { kind: 'node', name: node, writtenName: node },
    node,
    peer: null,
    medium: null,
    ...state,
    progress: [],
    outcome: null,
    attributes: {},
  };
}

function darkInterval(node: string, { start, end, crash }: DarkSpan): StateInterval {
  const stop = stopOf(crash);
  const { removed, lifeRef, reports, provisional } = crash;
  return {
    kind: 'dark',
    entity: { kind: 'node', name: node, writtenName: node },
    node,
    peer: null,
    medium: null,
    state: 'dark',
    start,
    end,
    startBasis: 'observed',
    endBasis: 'observed',
    provisional,
    progress: [],
    outcome: null,
    reasoning:
      removed === null
        ? 'From the last sign of life to the first after the reboot; the crash lies between.'
        : 'From the last sign of life to the first after the reboot; the survivors removed the node in between.',
    evidence: distinctRefs([
      ...reports.map((report) => report.fact.ref),
      ...(lifeRef === null ? [] : [lifeRef]),
      ...(removed === null ? [] : [removed.ref]),
    ]),
    attributes: {
      ...(stop === null ? {} : bugcheckAttributes(stop)),
      crashNotAfter: isoOf(removed?.time ?? end),
    },
  };
}
