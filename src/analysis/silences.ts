import type { CoverageSpan, IncidentNode, StateInterval } from '../model/incident.ts';
import { COVERAGE_SILENCE_MS } from '../model/segment.ts';
import type { Instant } from '../time/instant.ts';
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
 */
export function buildSilences(
  nodes: readonly IncidentNode[],
  coverage: ReadonlyMap<string, NodeCoverage>,
): StateInterval[] {
  const whole = uniteSpans([...coverage.values()].flatMap((node) => node.spans));
  const anyProvisional = [...coverage.values()].some((node) => node.provisional);
  return nodes.flatMap(({ name }) => {
    const own = coverage.get(name);
    const spans = uniteSpans(own?.spans ?? []);
    const starts = new Set(spans.map((span) => span.start));
    const ends = new Set(spans.map((span) => span.end));
    const gaps = subtractSpans(whole, spans).filter(
      ({ start, end }) => end - start > COVERAGE_SILENCE_MS,
    );
    return gaps.map((gap) =>
      silence(name, gap, {
        startBasis: ends.has(gap.start) ? 'observed' : 'unknown',
        endBasis: starts.has(gap.end) ? 'observed' : 'unknown',
        provisional: anyProvisional,
        reasoning:
          own === undefined
            ? 'No log of this node was given.'
            : 'No log of this node covers this time; those of other nodes do.',
      }),
    );
  });
}

function silence(
  node: string,
  { start, end }: { readonly start: Instant; readonly end: Instant },
  edges: Pick<StateInterval, 'startBasis' | 'endBasis' | 'provisional' | 'reasoning'>,
): StateInterval {
  return {
    kind: 'no-coverage',
    entity: { kind: 'node', name: node, writtenName: node },
    node,
    peer: null,
    medium: null,
    state: 'no-coverage',
    start,
    end,
    ...edges,
    progress: [],
    outcome: null,
    evidence: [],
    attributes: {},
  };
}
