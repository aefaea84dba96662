import { useMemo, useState } from 'react';
import type { LineRef, SourceJudgement } from '../../../src/model/incident.ts';
import type { Source, SourceId } from '../../../src/model/source.ts';
import { formatDuration } from '../../../src/time/format-time.ts';
import type { Instant } from '../../../src/time/instant.ts';
import { type NearRecord, recordsNear } from '../../../src/timeline/records-near.ts';
import { judgementsById } from '../../selectors/incident-summary.ts';
import { selectionOfRecord } from '../../selectors/selections.ts';
import { useApp } from '../../store/heartline-context.tsx';
import { useStrings } from '../../strings/strings-context.ts';
import { fileName } from '../LineButton.tsx';
import { levelCell, oneLine, rangeOf } from '../tables/record-cells.tsx';
import { useSelectInView } from '../use-select-in-view.ts';
import { rangeKey, useRecordTexts } from '../use-text.ts';
import { SectionTitle } from './SectionTitle.tsx';

/** Offered reaches to each side of the moment. */
const REACHES_MS = [100, 1_000, 5_000, 30_000, 300_000];
const DEFAULT_REACH_MS = 5_000;
/** Records shown of each source. */
const SHOWN = 3;

interface Elsewhere {
  readonly source: Source;
  readonly node: string | null;
  readonly near: readonly NearRecord[];
  /** Whether the log could have spoken at all within the span. */
  readonly covered: boolean;
}

/** What every other source says within ± n seconds of a moment: worse levels first, silence and missing logs told apart. */
export function SameMoment(props: { readonly at: Instant; readonly except: LineRef | null }) {
  const { at, except } = props;
  const strings = useStrings();
  const words = strings.detail;
  const [reachMs, setReachMs] = useState(DEFAULT_REACH_MS);
  const sources = useApp((state) => state.sources);
  const segments = useApp((state) => state.segments);
  const incident = useApp((state) => state.incident);
  const others = useMemo(() => {
    const judgements = judgementsById(incident);
    return sources
      .filter(({ id }) => id !== except?.source)
      .map((source): Elsewhere => {
        const judgement = judgements.get(source.id);
        const { rule } = judgement?.timeBase ?? source.timeBase;
        return {
          source,
          node: (judgement?.node ?? source.node).name,
          near: recordsNear(segments[source.id] ?? [], rule, at, reachMs, SHOWN),
          covered: isCovered(judgement, at, reachMs),
        };
      });
  }, [sources, segments, incident, at, reachMs, except?.source]);
  const ranges = others.flatMap(({ source, near }) =>
    near.map(({ segment, record }) => rangeOf(source.id, { segment, index: record })),
  );
  const revision = sources.map(({ id, encoding }) => `${id} ${encoding}`).join(' ');
  const texts = useRecordTexts(ranges, revision);
  const byNode = Map.groupBy(others, ({ node }) => node);
  const ownNode = useApp(
    (state) => judgementsById(state.incident).get(except?.source as SourceId)?.node.name ?? null,
  );
  // Other nodes stand first: what the node itself says is seen in its own log.
  const nodes = Array.from(byNode).sort(
    ([a], [b]) => Number(a === ownNode) - Number(b === ownNode),
  );

  return (
    <section>
      <div className="mb-1 flex items-baseline justify-between gap-2">
        <SectionTitle>{words.sameMoment}</SectionTitle>
        <select
          aria-label={words.withinName}
          value={reachMs}
          onChange={(event) => setReachMs(Number(event.target.value))}
          className="h-6 rounded-md border border-control-line bg-raised px-1 text-text"
        >
          {REACHES_MS.map((ms) => (
            <option key={ms} value={ms}>
              {words.plusMinus(formatDuration(ms))}
            </option>
          ))}
        </select>
      </div>
      {others.length === 0 && <p className="text-dim">{words.noOther}</p>}
      <div className="grid grid-cols-1 gap-2">
        {nodes.map(([node, ofNode]) => (
          <div key={node ?? ''}>
            <h5 className="font-medium">{node ?? words.nodeUnnamed}</h5>
            <ul className="grid grid-cols-1 gap-1">
              {ofNode.map((each) => (
                <OtherSource
                  key={each.source.id}
                  elsewhere={each}
                  at={at}
                  texts={texts.state === 'failed' ? null : texts.value}
                />
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}

function OtherSource(props: {
  readonly elsewhere: Elsewhere;
  readonly at: Instant;
  readonly texts: ReadonlyMap<string, string> | null;
}) {
  const { source, near, covered } = props.elsewhere;
  const strings = useStrings();
  const words = strings.detail;
  const select = useSelectInView();
  return (
    <li>
      <p className="truncate text-[12px] text-dim" title={source.path}>
        {fileName(source.path)}
        {near.length === 0 && <i> · {covered ? words.quiet : words.notCovered}</i>}
      </p>
      {near.length > 0 && (
        <ol className="grid grid-cols-1 gap-px">
          {near.map(({ segment, record, line, time }) => {
            const place = { segment, index: record };
            const text = props.texts?.get(rangeKey(rangeOf(source.id, place)));
            return (
              <li key={line}>
                <button
                  type="button"
                  title={strings.selection.lineOf(line, source.path)}
                  onClick={() => select(selectionOfRecord({ source: source.id, line }, time))}
                  className="w-full rounded-sm border border-line bg-sunken px-2 py-1 text-left font-mono text-[11.5px] hover:border-control-line"
                >
                  <span className="flex justify-between gap-2">
                    {levelCell(strings, place)}
                    <span className="text-dim">{formatDuration(time - props.at, 'always')}</span>
                  </span>
                  <span className="line-clamp-2 break-all text-soft">
                    {text === undefined ? '\u00a0' : oneLine(text)}
                  </span>
                </button>
              </li>
            );
          })}
        </ol>
      )}
    </li>
  );
}

function isCovered(judgement: SourceJudgement | undefined, at: Instant, reachMs: number): boolean {
  return (
    judgement?.coverage.some(({ start, end }) => start <= at + reachMs && end >= at - reachMs) ??
    false
  );
}
