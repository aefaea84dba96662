import { useEffect, useMemo, useState } from 'react';
import { LEVEL_NAMES, type Level } from '../../src/model/level.ts';
import type { Source } from '../../src/model/source.ts';
import { formatDuration } from '../../src/time/format-time.ts';
import {
  addLevels,
  countLevels,
  type LevelCounts,
  NO_LEVELS,
  totalOf,
} from '../../src/timeline/level-counts.ts';
import type { Viewport } from '../../src/timeline/viewport.ts';
import { markersWithin, stateChanges } from '../../src/timeline/window-summary.ts';
import { inSlices } from '../selectors/in-slices.ts';
import { recordParts } from '../selectors/record-runs.ts';
import { selectionOfMarker } from '../selectors/selections.ts';
import { Button } from '../shell/Button.tsx';
import { useActions, useApp } from '../store/heartline-context.tsx';
import { useStrings } from '../strings/strings-context.ts';
import { Definitions } from './Definitions.tsx';
import { EntityChanges, KeptEntities } from './details/EntityChanges.tsx';
import { SectionTitle } from './details/SectionTitle.tsx';
import { fileName } from './LineButton.tsx';
import { cellStamp, Stamp } from './Stamp.tsx';
import { LEVEL_COLOURS } from './tables/record-cells.tsx';
import { useVisibleSpan } from './tables/use-table-window.ts';

/** What a span of time holds: how much was logged, whose state changed and how, and the markers in it. */
export function WindowPanel() {
  const strings = useStrings();
  const words = strings.window;
  const spans = useSpans();
  const [wanted, setWanted] = useState<SpanName | null>(null);
  const chosen = spans.find(({ name }) => name === wanted) ?? spans[0];
  if (chosen === undefined) return <p className="text-dim">{words.none}</p>;
  const { span } = chosen;
  return (
    <article className="grid grid-cols-1 gap-4">
      <h3 className="font-semibold text-[15px]">{words.title}</h3>
      {spans.length > 1 && (
        <fieldset className="flex flex-wrap gap-x-4 gap-y-1">
          <legend className="sr-only">{words.choose}</legend>
          {spans.map(({ name }) => (
            <label key={name} className="flex items-center gap-1.5">
              <input
                type="radio"
                name="window-span"
                checked={name === chosen.name}
                onChange={() => setWanted(name)}
                className="accent-accent-ground"
              />
              {words.span(name)}
            </label>
          ))}
        </fieldset>
      )}
      <Definitions
        pairs={[
          [words.length, <b key="length">{lengthText(span.end - span.start)}</b>],
          [words.from, <Stamp key="from" instant={span.start} />],
          [words.to, <Stamp key="to" instant={span.end} />],
        ]}
      />
      <States span={span} />
      <Markers span={span} />
      <Counts span={span} />
    </article>
  );
}

/** Longer than this, a view's length is told in whole seconds: its edges lie where the reader happened to stop. */
const EXACT_TO_MS = 60_000;

function lengthText(ms: number): string {
  return formatDuration(ms <= EXACT_TO_MS ? ms : Math.round(ms / 1000) * 1000);
}

type SpanName = 'measured' | 'visible' | 'selected';

/** The spans that can be looked at, the one that the reader means most likely first: what is measured, then what is in view. */
function useSpans(): readonly { readonly name: SpanName; readonly span: Viewport }[] {
  const measured = useApp((state) => state.measured);
  const visible = useVisibleSpan();
  const selected = useSelectedSpan();
  const named = [
    {
      name: 'measured',
      span: measured !== null && measured.end > measured.start ? measured : null,
    },
    { name: 'visible', span: visible },
    { name: 'selected', span: selected },
  ] as const;
  return named.flatMap(({ name, span }) => (span === null ? [] : [{ name, span }]));
}

/** The span of the selected interval; null when none with both edges is selected. */
function useSelectedSpan(): Viewport | null {
  const interval = useApp(({ selection, incident }) =>
    selection?.kind === 'interval' ? incident.intervals[selection.index ?? -1] : undefined,
  );
  const { start = null, end = null } = interval ?? {};
  return useMemo(
    () => (start === null || end === null || end <= start ? null : { start, end }),
    [start, end],
  );
}

function States({ span }: { readonly span: Viewport }) {
  const incident = useApp((state) => state.incident);
  const { changed, kept } = useMemo(() => stateChanges(incident, span), [incident, span]);
  return (
    <>
      <EntityChanges changes={changed} />
      <KeptEntities kept={kept} />
    </>
  );
}

const MARKERS_SHOWN = 40;

function Markers({ span }: { readonly span: Viewport }) {
  const strings = useStrings();
  const words = strings.window;
  const { select } = useActions();
  const markers = useApp((state) => state.incident.markers);
  const { first, end } = markersWithin(markers, span);
  const shown = markers.slice(first, Math.min(end, first + MARKERS_SHOWN));
  return (
    <section>
      <SectionTitle>
        {words.markers} · {strings.number(end - first)}
      </SectionTitle>
      {shown.length === 0 && <p className="text-dim">{words.markersNone}</p>}
      <ol className="grid grid-cols-1 gap-0.5">
        {shown.map((marker, i) => (
          <li key={`${marker.ref.source}:${marker.ref.line}:${marker.kind}`}>
            <button
              type="button"
              onClick={() => select(selectionOfMarker(marker, first + i))}
              className="w-full rounded-sm text-left hover:bg-sunken"
            >
              <span className="font-mono text-[12px] text-dim">{cellStamp(marker.time!)}</span>{' '}
              {strings.kind.marker(marker.kind)}
              <span className="text-dim">
                {' '}
                {[marker.node, marker.entity?.name ?? marker.peer].filter(Boolean).join(' · ')}
              </span>
            </button>
          </li>
        ))}
      </ol>
      {end - first > shown.length && (
        <p className="text-dim">{words.more(end - first - shown.length)}</p>
      )}
    </section>
  );
}

interface SourceCounts {
  readonly source: Source;
  readonly levels: LevelCounts;
}

/** Records of each source in a span by level; counted in time slices, the answer before stands meanwhile. */
function useCounts(span: Viewport): readonly SourceCounts[] | null {
  const sources = useApp((state) => state.sources);
  const segments = useApp((state) => state.segments);
  const incident = useApp((state) => state.incident);
  const [counts, setCounts] = useState<readonly SourceCounts[] | null>(null);
  useEffect(() => {
    const parts = recordParts(sources, segments, incident, null);
    const bySource = new Map<Source, LevelCounts>();
    return inSlices(
      parts.length,
      (i) => {
        const { source, segment, rule } = parts[i]!;
        const before = bySource.get(source) ?? NO_LEVELS;
        bySource.set(source, addLevels(before, countLevels(segment, rule, span)));
      },
      () => setCounts(Array.from(bySource, ([source, levels]) => ({ source, levels }))),
    );
  }, [sources, segments, incident, span]);
  return counts;
}

const LEVELS = [1, 2, 3, 4, 5] as const satisfies readonly Level[];

function Counts({ span }: { readonly span: Viewport }) {
  const strings = useStrings();
  const words = strings.window;
  const { openBottomTab } = useActions();
  const counts = useCounts(span);
  if (counts === null) return <p className="text-dim">{words.counting}</p>;
  const spoke = counts.filter(({ levels }) => totalOf(levels) > 0);
  const all = counts.reduce<LevelCounts>((sum, { levels }) => addLevels(sum, levels), NO_LEVELS);
  const shown = LEVELS.filter((level) => all[level] !== 0);
  const row = (title: string, path: string, levels: LevelCounts) => (
    <tr key={path} className="border-line border-t">
      <th scope="row" title={path} className="max-w-0 truncate py-0.5 text-left font-normal">
        {title}
      </th>
      {shown.map((level) => (
        <td key={level} className="py-0.5 pl-2.5 text-right">
          {levels[level] === 0 ? (
            <span className="text-dim">–</span>
          ) : (
            <span className={level <= 3 ? LEVEL_COLOURS[LEVEL_NAMES[level]] : ''}>
              {strings.number(levels[level]!)}
            </span>
          )}
        </td>
      ))}
    </tr>
  );
  return (
    <section>
      <SectionTitle>
        {words.bySource} · {words.records(totalOf(all))}
      </SectionTitle>
      {spoke.length > 0 && (
        <table className="w-full text-[12px]">
          <thead>
            <tr className="text-dim">
              <th scope="col" className="w-full text-left font-normal">
                {words.source}
              </th>
              {shown.map((level) => (
                <th key={level} scope="col" className="pl-2.5 text-right font-normal">
                  {strings.kind.level(LEVEL_NAMES[level])}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {spoke.map(({ source, levels }) => row(fileName(source.path), source.path, levels))}
            {spoke.length > 1 && row(words.total, '', all)}
          </tbody>
        </table>
      )}
      <p className="mt-1">
        <Button look="link" onClick={() => openBottomTab('lines')}>
          {strings.tabs.bottom('lines')}
        </Button>
      </p>
    </section>
  );
}
