import type { Incident, SourceJudgement } from '../../src/model/incident.ts';
import type { ZoneRule } from '../../src/time/time-base.ts';
import { formatZone } from '../../src/time/zone-text.ts';
import { memoizeLast } from './memoize-last.ts';

/** The different known zones of the incident's sources, in the order of the sources. */
export const zonesOfSources = memoizeLast((incident: Incident): readonly ZoneRule[] => {
  const zones = new Map<string, ZoneRule>();
  for (const { timeBase } of incident.sources) {
    if (timeBase.rule.kind !== 'unknown') zones.set(formatZone(timeBase.rule), timeBase.rule);
  }
  return [...zones.values()];
});

/** Sources that are drawn as if they were UTC because nothing says their zone. */
export const sourcesWithoutZone = memoizeLast((incident: Incident): readonly SourceJudgement[] =>
  incident.sources.filter(
    ({ timeBase, first }) => timeBase.rule.kind === 'unknown' && first !== null,
  ),
);
