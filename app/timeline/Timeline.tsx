import {
  type KeyboardEvent,
  useCallback,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { SegmentRecords } from '../../src/model/evidence.ts';
import type { Incident } from '../../src/model/incident.ts';
import type { Source, SourceId } from '../../src/model/source.ts';
import { formatDuration } from '../../src/time/format-time.ts';
import type { Instant } from '../../src/time/instant.ts';
import type { ZoneRule } from '../../src/time/time-base.ts';
import { incidentExtent } from '../../src/timeline/extent.ts';
import type { Lane } from '../../src/timeline/lane.ts';
import { heightOfRows, layoutRows } from '../../src/timeline/rows.ts';
import type { Selection } from '../../src/timeline/selection.ts';
import { stepMark } from '../../src/timeline/step-mark.ts';
import { panViewport, spanOf, type Viewport } from '../../src/timeline/viewport.ts';
import { type ControllerData, TimelineController, type TimelineElements } from './controller.ts';
import { LaneRows } from './LaneRows.tsx';
import { laneMoveFor } from './lane-keys.ts';
import { type Matches, useMatches } from './matches.ts';
import { nodeSubtitles } from './node-subtitles.ts';
import { rulerHeight } from './ruler-painter.ts';
import { TIMELINE_STRINGS, type TimelineStrings } from './strings.ts';
import type { ViewChange } from './view-motion.ts';

export interface TimelineProps {
  readonly incident: Incident;
  /** The rows of the incident, as `buildLanes` gives them. */
  readonly lanes: readonly Lane[];
  readonly sources: readonly Source[];
  /** Segments of a source so far. Must be a new function whenever any source has got a new segment. */
  readonly segmentsOf: (source: SourceId) => readonly SegmentRecords[];
  /** null while nothing is dated. */
  readonly viewport: Viewport | null;
  /** Told at a calm pace while the view moves and once when it has come to rest. */
  readonly onViewport: (view: Viewport, how: ViewChange) => void;
  readonly selection: Selection | null;
  /** null: empty ground was clicked. */
  readonly onSelect: (selection: Selection | null) => void;
  readonly folded: ReadonlySet<string>;
  readonly onToggleFold: (laneKey: string) => void;
  /** Zones of the rulers under UTC. */
  readonly zones: readonly ZoneRule[];
  readonly theme: 'dark' | 'light';
  /** What a search has found; null while nothing is searched for. */
  readonly matches: Matches | null;
  readonly marks: readonly Instant[];
  /** Told where the crosshair stands; null: nowhere. */
  readonly onCrosshair: (time: Instant | null) => void;
  readonly strings?: TimelineStrings;
}

const NO_ZONE: ZoneRule = { kind: 'unknown' };

/** The timeline: overview, rulers, the tree of lanes and their picture. Takes everything as props and knows no store. */
export function Timeline(props: TimelineProps) {
  const { incident, lanes, sources, folded, viewport, selection, zones, onToggleFold, onSelect } =
    props;
  const strings = props.strings ?? TIMELINE_STRINGS;
  const rows = useMemo(() => layoutRows(lanes, folded), [lanes, folded]);
  const extent = useMemo(() => incidentExtent(incident), [incident]);
  const subtitles = useMemo(() => nodeSubtitles(incident), [incident]);
  const ruleOf = useMemo(() => ruleLookup(incident, sources), [incident, sources]);
  const matches = useMatches(props.matches, lanes, sources);
  const [currentKey, setCurrentKey] = useState<string | null>(null);
  const helpId = useId();

  const refs = useRef<Partial<Record<keyof TimelineElements, HTMLElement | null>>>({});
  const controller = useRef<TimelineController | null>(null);
  const data: ControllerData = {
    rows,
    extent,
    segmentsOf: props.segmentsOf,
    ruleOf,
    matchesOf: matches.runsOfRow,
    matches: matches.all,
    marks: props.marks,
    onCrosshair: props.onCrosshair,
    selection,
    zones,
    theme: props.theme,
    strings,
    incident,
    sources,
    onViewport: props.onViewport,
    onSelect,
    spanText: (view) =>
      `${strings.dates.fullDay(view.start)} · ${strings.inView(formatDuration(roundSpan(spanOf(view))))}`,
  };
  const latest = useRef(data);
  latest.current = data;
  const latestView = useRef(viewport);
  latestView.current = viewport;
  // The controller lives as long as there is a view; later views reach it through `follow`.
  const hasView = viewport !== null;

  useEffect(() => {
    const view = latestView.current;
    if (!hasView || view === null) return;
    const elements = refs.current as unknown as TimelineElements;
    const made = new TimelineController(elements, latest.current, view);
    controller.current = made;
    made.measure();
    return () => {
      controller.current = null;
      made.dispose();
    };
  }, [hasView]);
  useLayoutEffect(() => controller.current?.update(latest.current));
  useLayoutEffect(() => {
    if (viewport !== null) controller.current?.follow(viewport);
  }, [viewport]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the ruler's height depends on it
  useLayoutEffect(() => controller.current?.measure(), [zones.length]);

  const selectedLane = selection?.laneKey ?? null;
  useEffect(() => {
    if (selectedLane !== null)
      rowElement(refs.current.scroller, selectedLane)?.scrollIntoView({ block: 'nearest' });
  }, [selectedLane]);

  const focusRow = useCallback((key: string) => {
    setCurrentKey(key);
    const row = rowElement(refs.current.scroller, key);
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: 'nearest' });
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const key = (event.target as HTMLElement).closest<HTMLElement>('[data-lane]')?.dataset.lane;
    const index = rows.findIndex(({ lane }) => lane.key === key);
    const move = laneMoveFor(event, rows, index);
    if (move === null) return;
    event.preventDefault();
    event.stopPropagation();
    if (move.type === 'focus') focusRow(rows[move.index]!.lane.key);
    else if (move.type === 'toggle') onToggleFold(move.key);
    else selectStep(rows[index]!.lane.key, move.direction);
  };

  const selectStep = (laneKey: string, direction: -1 | 1) => {
    const lane = rows.find((row) => row.lane.key === laneKey)?.lane;
    const view = controller.current?.view;
    if (lane === undefined || view === undefined) return;
    const next = stepMark(lane, selection, direction, view);
    if (next === null) return;
    onSelect(next);
    const { time } = next;
    if (time !== null && (time < view.start || time >= view.end)) {
      props.onViewport(panViewport(view, time - (view.start + view.end) / 2), 'pan');
    }
  };

  const keep = (name: keyof TimelineElements) => (element: HTMLElement | null) => {
    refs.current[name] = element;
  };
  const current = rows.some(({ lane }) => lane.key === currentKey)
    ? currentKey
    : (rows[0]?.lane.key ?? null);

  return (
    <section className="@container relative h-full min-h-0 overflow-hidden bg-ground text-text">
      <div
        ref={keep('root')}
        className="relative flex h-full min-h-0 flex-col [--indent:6px] [--names:112px] [--node-row:#eaeff5] in-data-[theme=dark]:[--node-row:#141c28] @lg:[--names:176px] @4xl:[--indent:12px] @4xl:[--names:236px]"
      >
        {hasView ? (
          <>
            <div className="flex h-14 shrink-0 border-b border-line bg-sunken">
              <div className="flex w-[var(--names)] shrink-0 flex-col justify-center truncate px-3.5 leading-[17px] text-dim">
                <span className="text-[12px]">{strings.overview}</span>
                <span className="truncate text-[10.5px]">{extentText(extent, strings)}</span>
              </div>
              <div
                ref={keep('strip')}
                className="relative min-w-0 flex-1 touch-none select-none"
                aria-hidden
              >
                <canvas ref={keep('overview')} className="absolute inset-0" />
                <div
                  ref={keep('brush')}
                  className="pointer-events-none absolute inset-y-0.5 left-0 rounded-[3px] border border-accent bg-accent/15 before:absolute before:inset-y-3 before:-left-0.5 before:w-[3px] before:rounded-full before:bg-accent after:absolute after:inset-y-3 after:-right-0.5 after:w-[3px] after:rounded-full after:bg-accent"
                />
              </div>
            </div>
            <div
              className="flex shrink-0 border-b border-line bg-panel"
              style={{ height: rulerHeight(zones.length) }}
            >
              <div className="flex w-[var(--names)] shrink-0 items-center truncate px-3.5 text-[11.5px] text-dim">
                <span ref={keep('spanLabel')} className="truncate" />
              </div>
              <div className="relative min-w-0 flex-1 overflow-hidden">
                <canvas
                  ref={keep('ruler')}
                  aria-hidden
                  className="absolute inset-0 cursor-grab touch-none select-none data-dragging:cursor-grabbing"
                />
              </div>
            </div>
            <div
              ref={keep('scroller')}
              className="relative min-h-0 flex-1 overflow-x-hidden overflow-y-auto overscroll-contain data-dragging:cursor-grabbing data-[over=mark]:cursor-pointer"
            >
              <div
                className="relative min-h-full overflow-clip"
                style={{ height: heightOfRows(rows) }}
              >
                <canvas
                  ref={keep('lanes')}
                  aria-hidden
                  className="absolute top-0 left-[var(--names)] touch-none select-none"
                />
                <div
                  role="treegrid"
                  aria-label={strings.treegrid}
                  aria-describedby={helpId}
                  aria-rowcount={rows.length}
                  tabIndex={-1}
                  onKeyDown={onKeyDown}
                  onFocus={(event) => setCurrentKey(laneKeyOf(event.target))}
                  className="absolute inset-y-0 left-0 w-[var(--names)] border-r border-line"
                >
                  <LaneRows
                    rows={rows}
                    subtitles={subtitles}
                    currentKey={current}
                    selectedKey={selectedLane}
                    matches={matches.counts}
                    strings={strings}
                    onToggle={onToggleFold}
                  />
                </div>
              </div>
            </div>
            <div
              className="pointer-events-none absolute top-14 right-0 bottom-0 left-[var(--names)] overflow-hidden"
              aria-hidden
            >
              <div
                ref={keep('selectedLine')}
                hidden
                className="absolute inset-y-0 left-0 w-px bg-accent/70"
              />
              <div
                ref={keep('marks')}
                className="*:absolute *:inset-y-0 *:left-0 *:w-px *:bg-match"
              />
              <div
                ref={keep('crosshair')}
                hidden
                className="absolute inset-y-0 left-0 w-px bg-[repeating-linear-gradient(to_bottom,var(--dim)_0_3px,transparent_3px_6px)]"
              />
              <div
                ref={keep('stamp')}
                hidden
                className="absolute top-0.5 left-0 flex flex-col rounded-sm bg-accent-ground px-1.5 py-px font-mono text-[11px] leading-[15px] whitespace-nowrap text-on-accent *:first:font-semibold"
              />
            </div>
            <div
              ref={keep('tooltip')}
              hidden
              className="pointer-events-none absolute top-0 left-0 z-10 max-w-[min(420px,90%)] rounded-md border border-line-strong bg-raised px-2.5 py-1.5 text-[12px] leading-[17px] break-words shadow-float *:first:font-semibold *:not-first:text-soft"
            />
          </>
        ) : (
          <p className="p-6 text-dim">{strings.empty}</p>
        )}
        <p id={helpId} className="sr-only">
          {strings.help}
        </p>
      </div>
    </section>
  );
}

function laneKeyOf(element: Element): string | null {
  return element.closest<HTMLElement>('[data-lane]')?.dataset.lane ?? null;
}

function rowElement(scroller: HTMLElement | null | undefined, key: string): HTMLElement | null {
  for (const row of scroller?.querySelectorAll<HTMLElement>('[data-lane]') ?? []) {
    if (row.dataset.lane === key) return row;
  }
  return null;
}

function ruleLookup(
  incident: Incident,
  sources: readonly Source[],
): (source: SourceId) => ZoneRule {
  const rules = new Map(sources.map(({ id, timeBase }) => [id, timeBase.rule]));
  for (const { id, timeBase } of incident.sources) rules.set(id, timeBase.rule);
  return (source) => rules.get(source) ?? NO_ZONE;
}

/** `15 Sep 2017`, or both days of a longer incident. */
function extentText(extent: Viewport | null, { dates }: TimelineStrings): string {
  if (extent === null) return '';
  const [first, last] = [dates.fullDay(extent.start), dates.fullDay(extent.end)];
  return first === last ? first : `${first} – ${last}`;
}

/** Three digits of the span are enough to read; the rest would flicker while zooming. */
function roundSpan(ms: number): number {
  const unit = ms >= 1000 ? 1000 : ms >= 10 ? 1 : 0.01;
  return Math.round(ms / unit) * unit;
}
