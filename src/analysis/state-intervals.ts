import type { Entity } from '../model/entity.ts';
import type { FactBody } from '../model/fact.ts';
import type { CoverageSpan, StateInterval } from '../model/incident.ts';
import type { Attributes } from '../model/marker.ts';
import type { SourceId } from '../model/source.ts';
import { type Instant, MS_PER_SECOND } from '../time/instant.ts';
import { type Break, holesBetween, orderBreaks } from './breaks.ts';
import { breaksElsewhere, type HostTelling } from './elsewhere.ts';
import { type EntityNames, entityKey } from './entity-names.ts';
import type { GroupMove } from './group-owners.ts';
import { distinctRefs, groupBy } from './order.ts';
import { ofType, type PlacedFact } from './placing.ts';
import { bridgeSpans } from './spans.ts';
import { type ChainPoint, type ChainState, foldChain, unknownStretches } from './state-chains.ts';
import { channelRank, inOrder, writerKey } from './tellings.ts';
import type { Step } from './transitions.ts';

type SeenFact = PlacedFact<Extract<FactBody, { type: 'state-seen' }>>;

/** A sighting this near to a transition into the same state tells nothing new. */
const SEEN_WITH_STEP_MS = 5 * MS_PER_SECOND;
/** The last state of a chain whose call is known to have begun earlier, see `extendToCall`. */
const CALL_ENDS_WITHIN_MS = 5 * MS_PER_SECOND;

/** What is known about the life of a node beside its states. */
export interface NodeBreaks {
  /** Stops and dark stretches of a node; null is the node of sources without one. */
  of(node: string | null): readonly Break[];
}

/** The role that an entity belongs to, and the node that owns it, when a state begins on `node`; null when not known. */
export type RoleOf = (
  of: {
    readonly entity: Entity;
    readonly node: string | null;
    /** A source that tells the state: names are those of its cluster. */
    readonly source: SourceId;
  },
  time: Instant,
) => { readonly group: string | null; readonly owner: string | null };

/** The moves of the role that an entity is or belongs to, and a key of the cluster that it lives in. */
export type MovesOf = (of: { readonly entity: Entity; readonly source: SourceId }) => {
  readonly cluster: string;
  readonly moves: readonly GroupMove[];
};

interface Chain {
  readonly source: SourceId;
  /** Writer key of the records, and whether their zone is unknown. */
  readonly writer: string;
  readonly provisional: boolean;
  readonly entity: Entity;
  readonly node: string | null;
  readonly points: ChainPoint[];
}

/** States of all resources, groups and whatever else has transitions, per node that logged them. */
export function buildStateIntervals(
  steps: readonly Step[],
  facts: readonly PlacedFact[],
  names: EntityNames,
  coverage: ReadonlyMap<SourceId, readonly CoverageSpan[]>,
  breaks: NodeBreaks,
  deadlocks: readonly StateInterval[],
  roleOf: RoleOf,
  movesOf: MovesOf,
): StateInterval[] {
  const seen = inOrder(ofType(facts, 'state-seen'));
  const spansOf = speakingSpans([...steps.map((step) => step.fact), ...seen], coverage);
  const keyOf = (of: { node: string | null; entity: Entity }) =>
    `${of.node}\n${entityKey(of.entity)}`;
  const deadlocksOf = groupBy(deadlocks, keyOf);
  const intervals: StateInterval[] = [];
  const chains = chainsOf(steps, seen, names);
  const elsewhere = absencesOf(chains, movesOf);
  for (const chain of chains) {
    const spans = spansOf.get(`${chain.provisional} ${chain.writer}`) ?? [];
    const cuts = orderBreaks([
      ...breaks.of(chain.node),
      ...holesBetween(spans),
      ...(elsewhere.get(chain) ?? []),
    ]);
    const known = extendToCall(
      foldChain(chain.points, spans, cuts),
      deadlocksOf.get(keyOf(chain)) ?? [],
    );
    const unknown = unknownStretches(chain.points, known, cuts, ['hole', 'dark']);
    const states = [...known, ...unknown];
    for (const state of states) intervals.push(toInterval(state, chain, roleOf));
  }
  return intervals;
}

/** When each entity that several nodes tell of was on another node than the chain's. */
function absencesOf(
  chains: readonly Chain[],
  movesOf: MovesOf,
): ReadonlyMap<Chain, readonly Break[]> {
  const absences = new Map<Chain, readonly Break[]>();
  const movable = chains.filter(
    ({ entity, node }) => node !== null && (entity.kind === 'resource' || entity.kind === 'group'),
  );
  const alike = groupBy(
    movable,
    (chain) => `${chain.provisional} ${movesOf(chain).cluster}\n${entityKey(chain.entity)}`,
  );
  for (const own of alike.values()) {
    const moves = movesOf(own[0]!).moves.filter(
      (move) => move.provisional === own[0]!.provisional && move.to !== null,
    );
    if (own.length === 1 && moves.length === 0) continue;
    const tellings: HostTelling[] = [
      ...own.flatMap(({ node, points }) =>
        points.map(({ time, to }) => ({ time, node: node!, state: to })),
      ),
      ...moves.map(({ time, to }) => ({ time, node: to!, state: null })),
    ].sort((a, b) => a.time - b.time);
    for (const chain of own) absences.set(chain, breaksElsewhere(chain.node!, tellings));
  }
  return absences;
}

/** Where the logs of a node that tell states at all could have spoken, by clock and writer key. */
function speakingSpans(
  facts: readonly PlacedFact[],
  coverage: ReadonlyMap<SourceId, readonly CoverageSpan[]>,
): Map<string, CoverageSpan[]> {
  const speakers = new Map<string, Set<SourceId>>();
  for (const fact of facts) {
    const key = `${fact.placed.provisional} ${writerKey(fact)}`;
    const sources = speakers.get(key) ?? new Set<SourceId>();
    sources.add(fact.ref.source);
    speakers.set(key, sources);
  }
  const spans = new Map<string, CoverageSpan[]>();
  for (const [key, sources] of speakers) {
    spans.set(key, bridgeSpans([...sources].flatMap((source) => coverage.get(source) ?? [])));
  }
  return spans;
}

function chainsOf(steps: readonly Step[], seen: readonly SeenFact[], names: EntityNames): Chain[] {
  const chainKey = (fact: PlacedFact, entity: Entity) => `${writerKey(fact)}\n${entityKey(entity)}`;
  const stepsOf = groupBy(
    steps.filter((step) => step.transition.time !== null),
    (step) => chainKey(step.fact, step.transition.entity),
  );
  const seenOf = groupBy(
    seen.filter((fact) => fact.placed.time !== null),
    (fact) => chainKey(fact, names.of(fact.body.entity)),
  );
  return [...new Set([...stepsOf.keys(), ...seenOf.keys()])].map((key) => {
    const allSteps = stepsOf.get(key) ?? [];
    const allSeen = seenOf.get(key) ?? [];
    // Records of an unknown zone cannot be put in order with the others; they count only where there are no others.
    const placed = [
      ...allSteps.map((step) => step.transition),
      ...allSeen.map((fact) => fact.placed),
    ];
    const provisional = placed.every((one) => one.provisional);
    const ownSteps = allSteps.filter((step) => step.transition.provisional === provisional);
    const ownSeen = allSeen.filter((fact) => fact.placed.provisional === provisional);
    return {
      source: (allSteps[0]?.fact ?? allSeen[0]!).ref.source,
      writer: key.slice(0, key.indexOf('\n')),
      provisional,
      entity: allSteps[0]?.transition.entity ?? names.of(allSeen[0]!.body.entity),
      node: allSteps[0]?.transition.node ?? allSeen[0]?.writer ?? null,
      points: pointsOf(consistent(ownSteps), ownSeen),
    };
  });
}

/**
 * The steps that make one chain. The main log decides: a step of another channel that does not continue the chain is left
 * to the list of transitions, for two chains of one resource may run beside each other with a delay.
 */
function consistent(steps: readonly Step[]): Step[] {
  if (!steps.some((step) => channelRank(step.fact) === 0)) return [...steps];
  let state: string | null = null;
  return steps.filter(({ fact, transition }) => {
    const isContinuing = state === null || transition.from === state;
    if (channelRank(fact) > 0 && !isContinuing) return false;
    state = transition.to;
    return true;
  });
}

function pointsOf(steps: readonly Step[], seen: readonly SeenFact[]): ChainPoint[] {
  const points: ChainPoint[] = steps.map(({ transition }) => ({
    time: transition.time!,
    from: transition.from,
    to: transition.to,
    provisional: transition.provisional,
    refs:
      transition.alsoAt.length === 0 ? [transition.ref] : [transition.ref, ...transition.alsoAt],
  }));
  let at = 0;
  const told: ChainPoint[] = [];
  for (const { body, placed, ref } of seen) {
    const time = placed.time!;
    while (at < points.length && points[at]!.time < time - SEEN_WITH_STEP_MS) at++;
    const isTold = (() => {
      for (let i = at; i < points.length && points[i]!.time <= time + SEEN_WITH_STEP_MS; i++) {
        if (isSameState(points[i]!.to, body.state)) return true;
      }
      return at > 0 && isSameState(points[at - 1]!.to, body.state);
    })();
    if (isTold) continue;
    told.push({ time, from: null, to: body.state, provisional: placed.provisional, refs: [ref] });
  }
  return withoutRepeats([...points, ...told].sort((a, b) => a.time - b.time));
}

function isSameState(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** Seeing the state that already holds starts nothing new. */
function withoutRepeats(points: readonly ChainPoint[]): ChainPoint[] {
  return points.filter((point, i) => {
    const previous = points[i - 1];
    return point.from !== null || previous === undefined || !isSameState(previous.to, point.to);
  });
}

/**
 * A resource in OnlinePending when its online call is declared deadlocked was pending since the call was issued: the first
 * state of a chain begins there when nothing earlier is logged about it.
 */
function extendToCall(states: readonly ChainState[], own: readonly StateInterval[]): ChainState[] {
  return states.map((state, i) => {
    if (state.startBasis !== 'unknown' || own.length === 0) return state;
    const deadlock = own.find(
      ({ start, end, state: call }) =>
        start !== null &&
        end !== null &&
        start < state.end &&
        Math.abs(end - state.end) <= CALL_ENDS_WITHIN_MS &&
        pendingStateOf(call).test(state.state),
    );
    const floor = states[i - 1]?.end ?? Number.NEGATIVE_INFINITY;
    if (deadlock === undefined || deadlock.start! < floor) return state;
    return {
      ...state,
      start: deadlock.start!,
      startBasis: 'implied',
      reasoning: `The call ${deadlock.state} that ended in the deadlock was under way. ${deadlock.reasoning}`,
      evidence: [...state.evidence, ...deadlock.evidence],
    };
  });
}

/** The states in which RCM waits for a call's answer. */
function pendingStateOf(call: string): RegExp {
  if (/^online/i.test(call)) return /^online(?:callissued|pending|retrying)$/i;
  if (/^offline/i.test(call)) return /^offline(?:callissued|pending|savingcheckpoints)$/i;
  return /^$/;
}

function toInterval(state: ChainState, chain: Chain, roleOf: RoleOf): StateInterval {
  const { entity, node } = chain;
  const role = roleOf(chain, state.start);
  return {
    kind: 'state',
    entity,
    node,
    peer: null,
    medium: null,
    state: state.state,
    start: state.start,
    end: state.end,
    startBasis: state.startBasis,
    endBasis: state.endBasis,
    provisional: state.provisional,
    progress: [],
    outcome: null,
    reasoning: state.reasoning,
    evidence: distinctRefs(state.evidence),
    attributes: attributesOf(role.group, state.state === 'unknown' ? null : role.owner),
  };
}

function attributesOf(group: string | null, owner: string | null): Attributes {
  if (group === null) return owner === null ? {} : { owner };
  return owner === null ? { group } : { group, owner };
}
