import { Clock } from '../model/clock.ts';
import type { SourceEvidence } from '../model/evidence.ts';
import type { Finding, LineRef, SourceJudgement, StateInterval } from '../model/incident.ts';
import { groupBy, uniqueRefs } from './order.ts';
import type { PlacedSource } from './placing.ts';
import type { JudgedBase } from './time-bases.ts';

/** A source with everything that was decided about it. */
export interface JudgedSource {
  readonly evidence: SourceEvidence;
  readonly placed: PlacedSource;
  readonly judged: JudgedBase;
  readonly judgement: SourceJudgement;
}

const MAX_REFS = 10;

/** Findings about the evidence itself: zones, dates, clocks, stamps and logs that are missing. */
export function findDoubts(
  sources: readonly JudgedSource[],
  intervals: readonly StateInterval[],
): Finding[] {
  return [
    ...sources.flatMap(zoneUnknown),
    ...sources.flatMap(dateUnknown),
    ...sources.flatMap(clockContradiction),
    ...sources.flatMap(stampOutliers),
    ...coverageGaps(intervals),
  ];
}

function aboutSource(
  { judgement, placed }: JudgedSource,
  finding: Pick<Finding, 'rule' | 'title' | 'evidence' | 'collectNext'> & { confidence?: number },
): Finding {
  return {
    role: 'context',
    confidence: 1,
    start: judgement.first,
    end: judgement.last,
    provisional: placed.provisional,
    count: 1,
    nodes: judgement.node.name === null ? [] : [judgement.node.name],
    counterEvidence: [],
    ...finding,
  };
}

function zoneUnknown(source: JudgedSource): Finding[] {
  const { placed, judgement, evidence } = source;
  if (!placed.provisional) return [];
  const first = evidence.facts.find((fact) => fact.clock === Clock.Wall);
  const [proposal] = judgement.zoneProposals;
  return [
    aboutSource(source, {
      rule: 'zone-unknown',
      title: `The zone of ${evidence.source.path} is not known; its times are placed as if they were UTC`,
      evidence: [{ source: evidence.source.id, line: first?.line ?? 1 }],
      collectNext: [
        proposal === undefined
          ? 'The same event as XML (Event Viewer, Details), which carries UTC; or the zone of the machine that showed the log.'
          : 'Check the proposed zone and set it in Sources.',
      ],
    }),
  ];
}

function dateUnknown(source: JudgedSource): Finding[] {
  const { evidence, judgement } = source;
  const partial = evidence.facts.find(
    ({ clock }) => clock === Clock.TimeOfDay || clock === Clock.DayOfMonth,
  );
  const isDated = source.placed.facts.some(({ placed }) => placed.time !== null);
  if (partial === undefined || isDated) return [];
  return [
    aboutSource(source, {
      rule: 'date-unknown',
      title: `The lines of ${evidence.source.path} have no whole date; they are not on the axis`,
      evidence: [
        { source: evidence.source.id, line: partial.line },
        ...(judgement.dateProposal === null ? [] : [judgement.dateProposal.ref]),
      ],
      collectNext: ['The date of the first line; set it in Sources.'],
    }),
  ];
}

function clockContradiction(source: JudgedSource): Finding[] {
  const { judged, evidence } = source;
  if (judged.contradictions.length === 0) return [];
  const proven = judged.base.evidence
    .filter((line) => line.line > 0)
    .map((line): LineRef => ({ source: evidence.source.id, line: line.line }));
  return [
    {
      ...aboutSource(source, {
        rule: 'clock-contradiction',
        title: `${evidence.source.path}: lines disagree about the offset of its clock (${judged.contradiction})`,
        confidence: 0.8,
        evidence: uniqueRefs(judged.contradictions).slice(0, MAX_REFS),
        collectNext: ['The zone of the node, and whether its clock was changed in this time.'],
      }),
      counterEvidence: proven,
    },
  ];
}

function stampOutliers(source: JudgedSource): Finding[] {
  const { placed, evidence } = source;
  if (placed.outliers.length === 0) return [];
  return [
    aboutSource(source, {
      rule: 'stamp-outlier',
      title: `${placed.outliers.length} stamps of ${evidence.source.path} lie far outside all others; they are listed, not drawn`,
      evidence: uniqueRefs(placed.outliers).slice(0, MAX_REFS),
      collectNext: [],
    }),
  ];
}

/** One finding a node: where it has no log although others do. A node that was down has none to give. */
function coverageGaps(intervals: readonly StateInterval[]): Finding[] {
  const downs = intervals.filter(
    ({ kind, entity, state }) => kind === 'dark' || (entity.kind === 'node' && state === 'stopped'),
  );
  const isExplained = ({ node, start, end }: StateInterval) =>
    downs.some(
      (down) =>
        down.node === node &&
        (down.start ?? Infinity) <= (start ?? -Infinity) &&
        (down.end ?? -Infinity) >= (end ?? Infinity),
    );
  const gaps = groupBy(
    intervals.filter((interval) => interval.kind === 'no-coverage' && !isExplained(interval)),
    (interval) => interval.node ?? '',
  );
  return [...gaps].map(([node, own]): Finding => {
    const isGiven = own[0]!.attributes.given === true;
    return {
      rule: 'coverage-gap',
      role: 'context',
      confidence: 1,
      title: isGiven
        ? `The logs of ${node} do not cover ${own.length === 1 ? 'a time' : `${own.length} times`} that other logs cover`
        : `No dated log of ${node} was given`,
      start: own[0]!.start,
      end: own[own.length - 1]!.end,
      provisional: own.some((gap) => gap.provisional),
      count: own.length,
      nodes: [node],
      evidence: uniqueRefs(own.slice(0, MAX_REFS).flatMap((gap) => gap.evidence)),
      counterEvidence: [],
      collectNext: [
        isGiven
          ? `Older or rotated logs of ${node} for these times.`
          : `cluster.log and the System event log of ${node}.`,
      ],
    };
  });
}
