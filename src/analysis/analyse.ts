import type { SourceEvidence } from '../model/evidence.ts';
import type { CoverageSpan, Incident, SourceJudgement } from '../model/incident.ts';
import type { ReaderSettings } from '../model/settings.ts';
import { buildBehaviour } from './behaviour.ts';
import { coverageOf } from './coverage.ts';
import { proposeDate } from './date-proposal.ts';
import { buildEntityNames } from './entity-names.ts';
import { buildEvents } from './events.ts';
import { findDoubts, type JudgedSource } from './evidence-findings.ts';
import { compareFindings, findCauses } from './findings.ts';
import { buildNodeDirectory, type NodeDirectory } from './node-directory.ts';
import { compareIntervals, comparePlaced, compareSourceIds } from './order.ts';
import { type PlacedSource, placeSource } from './placing.ts';
import { type JudgedBase, judgeTimeBases } from './time-bases.ts';

/**
 * Folds the facts of all sources into one incident. Pure: the same evidence and settings give an equal incident, and the
 * order of the sources changes nothing but the order of items of one instant. About O(n log n) in the facts.
 */
export function analyse(evidence: readonly SourceEvidence[], settings: ReaderSettings): Incident {
  const byPath = [...evidence].sort(comparePaths);
  const directory = buildNodeDirectory(byPath, settings);
  const bases = judgeTimeBases(byPath, settings, (id) => directory.claimOf(id).name);
  const sources = byPath.map((item, rank) =>
    judgeSource(item, rank, bases.get(item.source.id)!, settings, directory),
  );
  const facts = sources.flatMap((source) => source.placed.facts);
  const names = buildEntityNames(facts, settings.refusedNames);

  const { transitions, markers, intervals } = buildBehaviour(sources, facts, names, directory);
  const ordered = {
    transitions: transitions.sort(comparePlaced),
    markers: markers.sort(comparePlaced),
    intervals: intervals.sort(compareIntervals),
  };
  const findings = [...findCauses(ordered), ...findDoubts(sources, ordered.intervals)];
  return {
    nodes: directory.nodes,
    sources: sources.map((source) => source.judgement).sort((a, b) => compareSourceIds(a.id, b.id)),
    ...ordered,
    events: buildEvents(facts, names).sort(comparePlaced),
    findings: findings.sort(compareFindings),
    repairs: names.repairs,
  };
}

/** By path; sources of one path by what they hold. */
function comparePaths({ source: a }: SourceEvidence, { source: b }: SourceEvidence): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return a.records - b.records || a.bytes - b.bytes || compareSourceIds(a.id, b.id);
}

function judgeSource(
  evidence: SourceEvidence,
  rank: number,
  judged: JudgedBase,
  settings: ReaderSettings,
  directory: NodeDirectory,
): JudgedSource {
  const { id, format } = evidence.source;
  const placed = placeSource(evidence, rank, judged.base.rule, settings.dates[id], (computer) =>
    directory.writerOf(id, computer),
  );
  const coverage = coverageOf(placed, format);
  return {
    evidence,
    placed,
    judged,
    judgement: judgementOf(evidence, placed, coverage, judged, directory),
  };
}

function judgementOf(
  evidence: SourceEvidence,
  placed: PlacedSource,
  coverage: readonly CoverageSpan[],
  judged: JudgedBase,
  directory: NodeDirectory,
): SourceJudgement {
  const { id } = evidence.source;
  return {
    id,
    node: directory.claimOf(id),
    timeBase: judged.base,
    first: coverage[0]?.start ?? null,
    last: placed.runs.reduce<SourceJudgement['last']>(
      (last, run) => (last === null || run.last > last ? run.last : last),
      null,
    ),
    coverage,
    zoneProposals: judged.proposals,
    dateProposal: proposeDate(evidence),
  };
}
