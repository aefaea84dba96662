import { lowerBound } from '../base/binary-search.ts';
import type { CoverageSpan, IncidentNode, LineRef, StateInterval } from '../model/incident.ts';
import { COVERAGE_SILENCE_MS } from '../model/segment.ts';
import { groupBy } from './order.ts';
import type { PlacedFact } from './placing.ts';
import { subtractSpans, uniteSpans } from './spans.ts';

/** Coverage of one node by all its sources. */
export interface NodeCoverage {
  readonly spans: readonly CoverageSpan[];
  /** True when a source of it is placed without knowing its zone. */
  readonly provisional: boolean;
}

/**
 * Where other nodes have logs and a node has none, as intervals of kind `no-coverage`. An edge at a record of the node is
 * observed; one that only the others' logs set is unknown. A silence that would not break a run of records is no gap.
 * Evidence are the node's facts next to the gap; `facts` in any order. `attributes.given` is false when no log of it is there.
 */
export function buildSilences(
  nodes: readonly IncidentNode[],
  coverage: ReadonlyMap<string, NodeCoverage>,
  facts: readonly PlacedFact[],
): StateInterval[] {
  const whole = uniteSpans([...coverage.values()].flatMap((node) => node.spans));
  const provisional = [...coverage.values()].some((node) => node.provisional);
  const dated = facts
    .filter((fact) => fact.writer !== null && fact.placed.time !== null)
    .sort((a, b) => a.placed.time! - b.placed.time!);
  const written = groupBy(dated, (fact) => fact.writer!);
  return nodes.flatMap(({ name }) => {
    const own = coverage.get(name)?.spans;
    const gaps = subtractSpans(whole, own ?? []).filter(
      ({ start, end }) => end - start > COVERAGE_SILENCE_MS,
    );
    return gaps.map((gap) => ({
      ...silence(name, gap, own),
      provisional,
      evidence: edgeLines(gap, written.get(name) ?? []),
    }));
  });
}

/** The last fact at or before the gap and the first at or after it. `written` ascends by time. */
function edgeLines({ start, end }: CoverageSpan, written: readonly PlacedFact[]): LineRef[] {
  const before = written[lowerBound(written.length, (i) => written[i]!.placed.time! > start) - 1];
  const after = written[lowerBound(written.length, (i) => written[i]!.placed.time! >= end)];
  return [before, after].flatMap((fact) => (fact === undefined ? [] : [fact.ref]));
}

function silence(
  node: string,
  { start, end }: CoverageSpan,
  own: readonly CoverageSpan[] | undefined,
): StateInterval {
  const begins = own?.some((span) => span.end === start) === true;
  const ends = own?.some((span) => span.start === end) === true;
  return {
    kind: 'no-coverage',
    entity: { kind: 'node', name: node, writtenName: node },
    node,
    peer: null,
    medium: null,
    state: 'no-coverage',
    start,
    end,
    startBasis: begins ? 'observed' : 'unknown',
    endBasis: ends ? 'observed' : 'unknown',
    provisional: false,
    progress: [],
    outcome: null,
    reasoning:
      own === undefined
        ? 'No log of this node was given.'
        : 'No log of this node covers this time; those of other nodes do.',
    evidence: [],
    attributes: { given: own !== undefined },
  };
}
