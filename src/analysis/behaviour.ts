import type { CoverageSpan, Marker, StateInterval, Transition } from '../model/incident.ts';
import type { SourceId } from '../model/source.ts';
import { holesBetween, orderBreaks } from './breaks.ts';
import { buildConfigValues } from './config-values.ts';
import { buildCrashes, crashMarker } from './crashes.ts';
import { buildDeathTimers, buildPendingDeadlines } from './deadlines.ts';
import { buildDeadlocks } from './deadlocks.ts';
import type { EntityNames } from './entity-names.ts';
import type { JudgedSource } from './evidence-findings.ts';
import { buildGroupOwners, type GroupOwners } from './group-owners.ts';
import { heartbeatRecords } from './heartbeat-records.ts';
import { buildHeartbeatMisses, type ObserverEnd, reachOf } from './heartbeats.ts';
import {
  aliveByLine,
  bootsByNode,
  buildLifeSigns,
  gatherLife,
  type LifeSource,
} from './life-evidence.ts';
import { mergeSightings } from './markers.ts';
import type { NodeDirectory } from './node-directory.ts';
import { buildNodeLife, lifeBreaks } from './node-life.ts';
import { comparePlaced, groupBy } from './order.ts';
import type { PlacedFact } from './placing.ts';
import { buildResourceGroups, type ResourceGroups } from './resource-groups.ts';
import { sightingsOf } from './sightings.ts';
import { buildSilences, type NodeCoverage } from './silences.ts';
import { bridgeSpans } from './spans.ts';
import { buildStateIntervals, type MovesOf, type RoleOf } from './state-intervals.ts';
import { buildSteps } from './transitions.ts';

/** What nodes and entities did, in no particular order. */
export interface Behaviour {
  readonly transitions: Transition[];
  readonly markers: Marker[];
  readonly intervals: StateInterval[];
}

export function buildBehaviour(
  sources: readonly JudgedSource[],
  facts: readonly PlacedFact[],
  names: EntityNames,
  directory: NodeDirectory,
): Behaviour {
  const coverage = new Map<SourceId, readonly CoverageSpan[]>(
    sources.map(({ judgement }) => [judgement.id, judgement.coverage]),
  );
  const lifeSources = sources.map(
    ({ judgement, placed }): LifeSource => ({
      node: judgement.node.name,
      provisional: placed.provisional,
      runs: placed.runs,
      spans: judgement.coverage,
      facts: placed.facts,
    }),
  );
  const sightings = facts.flatMap((fact) => sightingsOf(fact, names, directory));
  const isReport = (kind: string) => kind === 'bugcheck' || kind === 'unexpected-reboot';
  const markers = mergeSightings(sightings.filter(({ kind }) => !isReport(kind)));
  const crashes = buildCrashes(
    sightings.filter(({ kind }) => isReport(kind)),
    bootsByNode(markers),
    markers.filter(({ kind }) => kind === 'node-down').sort(comparePlaced),
    buildLifeSigns(lifeSources),
    aliveByLine(facts),
  );
  const nodeNames = directory.nodes.map((node) => node.name);
  const life = gatherLife(nodeNames, lifeSources, sightings, crashes, directory);
  const breaks = new Map([...life].map(([node, own]) => [node, lifeBreaks(own)]));
  const config = buildConfigValues(facts, directory);
  const observerEnd = observerEnds(lifeSources, breaks);

  const owners = buildGroupOwners(facts, names, directory);
  const groups = buildResourceGroups(facts, names, directory);
  const steps = buildSteps(facts, names, directory, owners, groups);
  const deadlocks = buildDeadlocks(facts, names, config);
  const breaksOf = { of: (node: string | null) => (node === null ? [] : (breaks.get(node) ?? [])) };
  const states = buildStateIntervals(
    steps,
    facts,
    names,
    coverage,
    breaksOf,
    deadlocks,
    rolesBy(owners, groups, directory),
    movesBy(owners, groups, directory),
  );
  return {
    transitions: steps.map((step) => step.transition),
    markers: [...markers, ...crashes.map(crashMarker)],
    intervals: [
      ...states,
      ...deadlocks,
      ...[...life.values()].flatMap(buildNodeLife),
      ...buildHeartbeatMisses(heartbeatRecords(facts, directory), config, observerEnd),
      ...buildDeathTimers(facts, observerEnd),
      ...buildPendingDeadlines(states, config),
      ...buildSilences(directory.nodes, coverageByNode(lifeSources), facts),
    ],
  };
}

/** A resource is owned by the node whose log walks it through its states, a group by the node it moved to last. */
function rolesBy(owners: GroupOwners, groups: ResourceGroups, directory: NodeDirectory): RoleOf {
  return ({ entity, node, source }, time) => {
    const cluster = directory.clusterOf(source);
    if (entity.kind === 'resource')
      return { group: groups.at(cluster, entity.name, time), owner: node };
    if (entity.kind === 'group')
      return { group: null, owner: owners.at(cluster, entity.name, time) ?? node };
    return { group: null, owner: null };
  };
}

function movesBy(owners: GroupOwners, groups: ResourceGroups, directory: NodeDirectory): MovesOf {
  return ({ entity, source }) => {
    const cluster = directory.clusterOf(source);
    const role = entity.kind === 'group' ? entity.name : groups.at(cluster, entity.name, null);
    return { cluster, moves: role === null ? [] : owners.movesOf(cluster, role) };
  };
}

/** How far the logs of an observer carry what they last said. */
function observerEnds(
  sources: readonly LifeSource[],
  breaks: ReadonlyMap<string, ReturnType<typeof lifeBreaks>>,
): ObserverEnd {
  const spans = new Map(
    [...groupBy(sources, (source) => source.node ?? '')].map(([node, own]) => [
      node,
      bridgeSpans(own.flatMap((source) => source.spans)),
    ]),
  );
  const cuts = new Map(
    [...spans].map(([node, own]) => [
      node,
      orderBreaks([...(breaks.get(node) ?? []), ...holesBetween(own)]),
    ]),
  );
  return (observer, time) =>
    reachOf(time, spans.get(observer ?? '') ?? [], cuts.get(observer ?? '') ?? []);
}

function coverageByNode(sources: readonly LifeSource[]): Map<string, NodeCoverage> {
  const named = sources.filter((source) => source.node !== null && source.spans.length > 0);
  return new Map(
    [...groupBy(named, (source) => source.node!)].map(([node, own]) => [
      node,
      {
        spans: bridgeSpans(own.flatMap((source) => source.spans)),
        provisional: own.some((source) => source.provisional),
      },
    ]),
  );
}
