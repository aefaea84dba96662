import { useMemo } from 'react';
import type { Source, SourceId } from '../../src/model/source.ts';
import type { Lane } from '../../src/timeline/lane.ts';
import type { MatchRun } from '../../src/timeline/match-ticks.ts';
import type { Row } from '../../src/timeline/rows.ts';

/** What a search has found, by source. Must be a new object whenever more is found. */
export interface Matches {
  countOf(source: SourceId): number;
  /** Instants of the dated ones. */
  runsOf(source: SourceId): readonly MatchRun[];
}

interface LaneMatches {
  /** By lane; a node has those of all its sources. Null while nothing is searched for. */
  readonly counts: ReadonlyMap<string, number> | null;
  /** What a row shows: a source its own, a folded node those of all its sources. */
  readonly runsOfRow: ((row: Row) => readonly MatchRun[]) | undefined;
  readonly all: readonly MatchRun[];
}

const NO_RUNS: readonly MatchRun[] = [];
const NONE: LaneMatches = { counts: null, runsOfRow: undefined, all: NO_RUNS };

/** The matches of sources on the lanes that show them. */
export function useMatches(
  matches: Matches | null,
  lanes: readonly Lane[],
  sources: readonly Source[],
): LaneMatches {
  return useMemo(
    () => (matches === null ? NONE : matchesOnLanes(matches, lanes, sources)),
    [matches, lanes, sources],
  );
}

export function matchesOnLanes(
  matches: Matches,
  lanes: readonly Lane[],
  sources: readonly Source[],
): LaneMatches {
  const counts = new Map<string, number>();
  const ofNode = new Map<string | null, MatchRun[]>();
  for (const { key, node, parent, source } of lanes) {
    if (source === null) continue;
    const count = matches.countOf(source);
    counts.set(key, count);
    if (parent !== null) counts.set(parent, (counts.get(parent) ?? 0) + count);
    const runs = ofNode.get(node) ?? [];
    runs.push(...matches.runsOf(source));
    ofNode.set(node, runs);
  }
  return {
    counts,
    runsOfRow({ lane, folded }) {
      if (lane.source !== null) return matches.runsOf(lane.source);
      return lane.kind === 'node' && folded ? (ofNode.get(lane.node) ?? NO_RUNS) : NO_RUNS;
    },
    all: sources.flatMap(({ id }) => matches.runsOf(id)),
  };
}
