import type { Entity } from '../model/entity.ts';
import type { FactBody } from '../model/fact.ts';
import type { Transition } from '../model/incident.ts';
import type { Instant } from '../time/instant.ts';
import type { EntityNames } from './entity-names.ts';
import { entityKey } from './entity-names.ts';
import type { GroupOwners } from './group-owners.ts';
import type { NodeDirectory } from './node-directory.ts';
import { groupBy } from './order.ts';
import { ofType, type PlacedFact, withPlace } from './placing.ts';
import type { ResourceGroups } from './resource-groups.ts';
import {
  alsoAt,
  byAuthority,
  channelRank,
  compareFacts,
  inOrder,
  type Told,
  voiceOf,
  writerKey,
  writesMilliseconds,
} from './tellings.ts';

type TransitionFact = PlacedFact<Extract<FactBody, { type: 'transition' }>>;

/** A transition with the fact that decides it. */
export interface Step {
  readonly transition: Transition;
  readonly fact: TransitionFact;
}

/** The announcement stands just above the authoritative line. */
const ANNOUNCED_WITHIN_MS = 50;
/** Channels are flushed apart from one another. */
const CHANNELS_WITHIN_MS = 1000;
/** One of the two stamps has whole seconds only. */
const SECONDS_WITHIN_MS = 2000;
/** Undated: the announcement is at most this many facts above. */
const ANNOUNCED_WITHIN_FACTS = 4;

/** Every state change once, however often it is told; sorted by time, the undated ones last in file order. */
export function buildSteps(
  facts: readonly PlacedFact[],
  names: EntityNames,
  directory: NodeDirectory,
  owners: GroupOwners,
  groups: ResourceGroups,
): Step[] {
  const alike = groupBy(inOrder(ofType(facts, 'transition')), (fact) => {
    const { from, to, entity } = fact.body;
    return `${writerKey(fact)}\n${entityKey(names.of(entity))}\n${from}\n${to}`;
  });
  const steps: Step[] = [];
  for (const group of alike.values()) {
    for (const told of mergeTellings(group))
      steps.push(toStep(told, names, directory, owners, groups));
  }
  return steps.sort((a, b) => compareFacts(a.fact, b.fact));
}

/** `alike`: tellings of the same step of one entity on one node, ordered; groups those that are one step. */
function mergeTellings(alike: readonly TransitionFact[]): Told<TransitionFact>[] {
  const open: TransitionFact[][] = [];
  for (const fact of alike) {
    const last = open[open.length - 1];
    const joins =
      last !== undefined &&
      !last.some(
        (other) => voiceOf(other) === voiceOf(fact) && isAnnounced(other) === isAnnounced(fact),
      ) &&
      last.every((other) => isOneStep(other, fact));
    if (joins) last.push(fact);
    else open.push([fact]);
  }
  return open.map((tellings) => {
    if (tellings.length === 1) return { fact: tellings[0]!, others: [] };
    const sorted = [...tellings].sort(
      (a, b) => Number(isAnnounced(a)) - Number(isAnnounced(b)) || byAuthority(a, b),
    );
    return { fact: sorted[0]!, others: sorted.slice(1) };
  });
}

function isAnnounced(fact: TransitionFact): boolean {
  return fact.body.announced === true;
}

function isOneStep(a: TransitionFact, b: TransitionFact): boolean {
  if (a.placed.provisional !== b.placed.provisional) return false;
  const sameVoice = voiceOf(a) === voiceOf(b);
  if (a.placed.time === null || b.placed.time === null) {
    return (
      a.placed.time === b.placed.time &&
      sameVoice &&
      isAnnounced(a) &&
      b.index - a.index <= ANNOUNCED_WITHIN_FACTS
    );
  }
  const apart = Math.abs(a.placed.time - b.placed.time);
  if (sameVoice) return apart < ANNOUNCED_WITHIN_MS;
  const exact = writesMilliseconds(a.placed.written) && writesMilliseconds(b.placed.written);
  return apart <= (exact ? CHANNELS_WITHIN_MS : SECONDS_WITHIN_MS);
}

function toStep(
  told: Told<TransitionFact>,
  names: EntityNames,
  directory: NodeDirectory,
  owners: GroupOwners,
  groups: ResourceGroups,
): Step {
  const { fact } = told;
  const { body, placed, ref, writer } = fact;
  const entity = names.of(body.entity);
  const cluster = directory.clusterOf(ref.source);
  const group = groupTold(told, names) ?? groupOf(entity, cluster, placed.time, groups);
  const roleName = entity.kind === 'group' ? entity.name : group;
  const others = alsoAt(told);
  // RCM walks a resource through its states on the node that hosts it.
  const isHosted = entity.kind === 'resource' && channelRank(fact) === 0;
  const owner =
    isHosted || roleName === null ? writer : (owners.at(cluster, roleName, placed.time) ?? writer);
  return {
    fact,
    transition: withPlace(placed, (time, provisional, written) => ({
      time,
      provisional,
      written,
      ref,
      alsoAt: others,
      node: writer,
      entity,
      group,
      from: body.from,
      to: body.to,
      owner,
    })),
  };
}

/** The group that one of the lines itself names. */
function groupTold({ fact, others }: Told<TransitionFact>, names: EntityNames): string | null {
  const written =
    fact.body.group ?? others.find(({ body }) => body.group !== undefined)?.body.group;
  return written === undefined ? null : names.of({ kind: 'group', name: written }).name;
}

function groupOf(
  entity: Entity,
  cluster: string,
  time: Instant | null,
  groups: ResourceGroups,
): string | null {
  return entity.kind === 'resource' ? groups.at(cluster, entity.name, time) : null;
}
