import type { SourceId } from '../../src/model/source.ts';
import type { ZoneRule } from '../../src/time/time-base.ts';
import { judgementsById, sourcesById } from '../selectors/incident-summary.ts';
import { memoizeLast } from '../selectors/memoize-last.ts';
import type { AppState } from '../store/app-store.ts';
import { buildHitList, type HitList, type HitPart } from './hit-list.ts';

const UNKNOWN: ZoneRule = { kind: 'unknown' };
const NO_PARTS: readonly HitPart[] = [];

/** Parts whose records are still there: a source may have been removed or read anew since. */
const livingParts = memoizeLast(
  (
    parts: readonly HitPart[],
    sources: AppState['sources'],
    segments: AppState['segments'],
  ): readonly HitPart[] => {
    return sources.flatMap(({ id }) => {
      const there = new Set(segments[id]);
      return parts
        .filter(({ source, segment }) => source === id && there.has(segment))
        .sort((a, b) => a.segment.baseOffset - b.segment.baseOffset);
    });
  },
);

const hitList = memoizeLast(
  (
    parts: readonly HitPart[],
    incident: AppState['incident'],
    sources: AppState['sources'],
  ): HitList => {
    const judgements = judgementsById(incident);
    const known = sourcesById(sources);
    const ruleOf = (id: SourceId) =>
      (judgements.get(id) ?? known.get(id))?.timeBase.rule ?? UNKNOWN;
    return buildHitList(parts, ruleOf);
  },
);

/** What the search has found so far, in order of time; null when nothing is searched for. */
export function selectHits(state: AppState): HitList | null {
  if (state.search === null) return null;
  const parts = livingParts(state.search.parts, state.sources, state.segments);
  return hitList(parts.length === 0 ? NO_PARTS : parts, state.incident, state.sources);
}

/** Row of the selected line among the hits; null when it is none of them. */
export function selectHitRow(state: AppState): number | null {
  const ref = state.selection?.ref;
  if (ref == null) return null;
  return selectHits(state)?.rowOfLine(ref.source, ref.line) ?? null;
}
