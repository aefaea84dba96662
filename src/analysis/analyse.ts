import type { SourceEvidence } from '../model/evidence.ts';
import type { Incident, SourceJudgement } from '../model/incident.ts';
import type { ReaderSettings } from '../model/settings.ts';
import type { EntityNames } from './entity-names.ts';
import { buildEvents } from './events.ts';
import { buildGroupOwners } from './group-owners.ts';
import { mergeSightings } from './markers.ts';
import { buildNodeDirectory } from './node-directory.ts';
import { comparePlaced, compareSourceIds } from './order.ts';
import { placeSource } from './placing.ts';
import { sightingsOf } from './sightings.ts';
import { buildSteps } from './transitions.ts';

/**
 * Folds the facts of all sources into one incident. Pure: the same evidence and settings give an equal incident, and the
 * order of the sources changes nothing but the order of items of one instant.
 */
export function analyse(evidence: readonly SourceEvidence[], settings: ReaderSettings): Incident {
  const byPath = [...evidence].sort(comparePaths);
  const directory = buildNodeDirectory(byPath, settings);
  const names: EntityNames = { of: ({ kind, name }) => ({ kind, name, writtenName: name }) };
  const placed = byPath.map((item, rank) => {
    const { id, timeBase } = item.source;
    const rule = settings.zones[id] ?? timeBase.rule;
    return placeSource(item, rank, rule, settings.dates[id], (computer) =>
      directory.writerOf(id, computer),
    );
  });
  const facts = placed.flatMap((source) => source.facts);

  const owners = buildGroupOwners(facts, directory);
  const steps = buildSteps(facts, names, directory, owners);
  const markers = mergeSightings(facts.flatMap((fact) => sightingsOf(fact, names, directory)));
  const sources = byPath.map((item, index): SourceJudgement => {
    const { id, timeBase } = item.source;
    const set = settings.zones[id];
    const { runs } = placed[index]!;
    return {
      id,
      node: directory.claimOf(id),
      timeBase:
        set === undefined ? timeBase : { rule: set, basis: 'set', confidence: 1, evidence: [] },
      first: runs[0]?.first ?? null,
      last: runs[runs.length - 1]?.last ?? null,
      coverage: runs.map((run) => ({ start: run.first, end: run.last })),
      zoneProposals: [],
      dateProposal: null,
    };
  });
  return {
    nodes: directory.nodes,
    sources: sources.sort((a, b) => compareSourceIds(a.id, b.id)),
    transitions: steps.map((step) => step.transition).sort(comparePlaced),
    intervals: [],
    markers: markers.sort(comparePlaced),
    events: buildEvents(facts, names).sort(comparePlaced),
    findings: [],
    repairs: [],
  };
}

/** By path; sources of one path by what they hold. */
function comparePaths({ source: a }: SourceEvidence, { source: b }: SourceEvidence): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return a.records - b.records || a.bytes - b.bytes || compareSourceIds(a.id, b.id);
}
