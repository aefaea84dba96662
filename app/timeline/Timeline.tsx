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
import { formatDuration, formatStamp } from '../../src/time/format-time.ts';
import type { Instant } from '../../src/time/instant.ts';
import type { ZoneRule } from '../../src/time/time-base.ts';
import { formatZone } from '../../src/time/zone-text.ts';
import { laneTitle } from '../../src/timeline/accessible-name.ts';
import { siblingsOf } from '../../src/timeline/arrange-lanes.ts';
import { extendSpan } from '../../src/timeline/extend-span.ts';
import { incidentExtent } from '../../src/timeline/extent.ts';
import type { Lane } from '../../src/timeline/lane.ts';
import {
  hideLane,
  type LaneChoices,
  moveLane,
  soloNode,
  togglePinned,
} from '../../src/timeline/lane-choices.ts';
import { heightOfRows, type Row } from '../../src/timeline/rows.ts';
import type { Selection } from '../../src/timeline/selection.ts';
import type { StateFamily } from '../../src/timeline/state-family.ts';
import { stepMark } from '../../src/timeline/step-mark.ts';
import { panViewport, spanOf, type Viewport } from '../../src/timeline/viewport.ts';
import { worstInView } from '../../src/timeline/worst-in-view.ts';
import type { LaneActions, Lanes } from '../store/lanes-slice.ts';
import { type ControllerData, TimelineController, type TimelineElements } from './controller.ts';
import { LaneRows } from './LaneRows.tsx';
import { LaneTools } from './LaneTools.tsx';
import { type LaneCommand, laneCommandFor, laneEntries } from './lane-entries.ts';
import { laneMoveFor } from './lane-keys.ts';
import { type Matches, useMatches } from './matches.ts';
import { nodeSubtitles } from './node-subtitles.ts';
import { type OpenMenu, PopupMenu } from './PopupMenu.tsx';
import { rulerHeight, zoneLine } from './ruler-painter.ts';
import { TIMELINE_STRINGS, type TimelineStrings } from './strings.ts';
import { useLaneDrag } from './use-lane-drag.ts';
import { useLaneRows } from './use-lane-rows.ts';
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
  /** Which lanes are shown, and how. */
  readonly wishes: Lanes;
  readonly laneActions: LaneActions;
  /** Brings all of a node's lanes into view. */
  readonly onFitNode: (node: string | null) => void;
  /** The span that is measured. */
  readonly measured: Viewport | null;
  readonly onMeasure: (span: Viewport | null) => void;
  readonly onCopyTime: (time: Instant, zone: ZoneRule) => void;
  readonly theme: 'dark' | 'light';
  /** What a search has found; null while nothing is searched for. */
  readonly matches: Matches | null;
  readonly marks: readonly Instant[];
  /** Told where the crosshair stands; null: nowhere. */
  readonly onCrosshair: (time: Instant | null) => void;
  readonly strings?: TimelineStrings;
}

const NO_ZONE: ZoneRule = { kind: 'unknown' };
const UTC: ZoneRule = { kind: 'utc' };
const NO_TROUBLE: ReadonlyMap<string, StateFamily> = new Map();

/** The timeline: overview, rulers, the tree of lanes and their picture. Takes everything as props and knows no store. */
export function Timeline(props: TimelineProps) {
  const { incident, lanes, sources, folded, viewport, selection, zones, onToggleFold, onSelect } =
    props;
  const strings = props.strings ?? TIMELINE_STRINGS;
  const { wishes, laneActions } = props;
  const { laneChoices: choices } = wishes;
  const [currentKey, setCurrentKey] = useState<string | null>(null);
  const selectedLane = selection?.laneKey ?? null;
  const held = useMemo(() => [currentKey, selectedLane], [currentKey, selectedLane]);
  const { arranged, rows } = useLaneRows(lanes, wishes, folded, viewport, held, strings);
  const worst = useMemo(
    () => (viewport === null ? NO_TROUBLE : worstInView(lanes, viewport)),
    [lanes, viewport],
  );
  const drag = useLaneDrag(arranged, rows, choices, laneActions.changeLanes);
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const hiddenNames = useMemo(
    () =>
      new Map(
        lanes.flatMap((lane) =>
          choices.hidden.has(lane.key) ? [[lane.key, laneTitle(lane, strings.words)]] : [],
        ),
      ),
    [lanes, choices, strings],
  );
  const extent = useMemo(() => incidentExtent(incident), [incident]);
  const subtitles = useMemo(() => nodeSubtitles(incident), [incident]);
  const ruleOf = useMemo(() => ruleLookup(incident, sources), [incident, sources]);
  const matches = useMatches(props.matches, lanes, sources);
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
    measured: props.measured,
    onMeasure: props.onMeasure,
    onTimeMenu: (time, x, y) => setMenu(timeMenu(time, x, y)),
    selection,
    zones,
    theme: props.theme,
    strings,
    incident,
    sources,
    onViewport: props.onViewport,
    onSelect,
    spanText: (view) => spanText(view, extent, strings),
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

  // Rows come and go at the reader's command: the focus stays on the lane, or on the row that took its place.
  const nextFocus = useRef<{ readonly key: string; readonly index: number } | null>(null);
  const shownRows = useRef(rows);
  useLayoutEffect(() => {
    const { scroller } = refs.current;
    const before = shownRows.current;
    shownRows.current = rows;
    const wanted = nextFocus.current;
    nextFocus.current = null;
    if (wanted !== null) {
      const row = rows.find(({ lane }) => lane.key === wanted.key) ?? rows.at(wanted.index);
      const last = row ?? rows.at(-1);
      if (last !== undefined) focusRow(last.lane.key);
    } else if (scroller && before !== rows && scroller.scrollTop > 0) {
      keepInPlace(scroller, before, rows);
    }
  }, [rows, focusRow]);

  const command = (key: string, what: LaneCommand) => {
    const index = rows.findIndex(({ lane }) => lane.key === key);
    const lane = rows[index]?.lane;
    if (lane === undefined) return;
    const node = lanes.find((each) => each.kind === 'node' && each.node === lane.node);
    const change = (to: (choices: LaneChoices) => LaneChoices) => {
      nextFocus.current = { key, index };
      laneActions.changeLanes(to);
    };
    switch (what) {
      case 'hide':
        if (lane.kind !== 'quiet') change((now) => hideLane(now, key));
        return;
      case 'pin':
        if (lane.kind !== 'quiet') change((now) => togglePinned(now, key));
        return;
      case 'solo':
        change((now) => soloNode(now, now.solo ?? node?.key ?? null));
        return;
      case 'up':
      case 'down': {
        const siblings = siblingsOf(arranged, key, choices);
        const by = what === 'up' ? -1 : 1;
        if (siblings !== null)
          change((now) => moveLane(now, siblings.parent, siblings.keys, key, by));
        return;
      }
      case 'fit-node':
        props.onFitNode(lane.node);
        return;
      case 'undo':
        nextFocus.current = { key, index };
        laneActions.undoLanes();
        return;
      case 'menu': {
        const row = rowElement(refs.current.scroller, key);
        if (row !== null && lane.kind !== 'quiet') openLaneMenu(key, row);
      }
    }
  };

  const openLaneMenu = (key: string, anchor: HTMLElement) => {
    const lane = rows.find((row) => row.lane.key === key)?.lane;
    if (lane === undefined) return;
    setMenu({
      label: strings.menu.ofLane(laneTitle(lane, strings.words)),
      anchor,
      owner: rowElement(refs.current.scroller, key),
      entries: laneEntries(lane, choices, strings, (what) => command(key, what)),
    });
  };

  const timeMenu = (time: Instant, x: number, y: number): OpenMenu => ({
    label: strings.menu.time(formatStamp(time, UTC)),
    anchor: { getBoundingClientRect: () => new DOMRect(x, y, 0, 0) },
    owner: null,
    entries: [
      ...[UTC, ...zones].map((zone) => ({
        id: formatZone(zone),
        label: strings.menu.copyTime(formatStamp(time, zone)),
        run: () => props.onCopyTime(time, zone),
      })),
      {
        id: 'measure',
        label: strings.menu.measureFrom,
        keys: 'X',
        run: () => props.onMeasure(extendSpan(props.measured, time)),
      },
    ],
  });

  const toggle = (key: string) => {
    if (rows.find(({ lane }) => lane.key === key)?.lane.kind === 'quiet')
      laneActions.toggleQuiet(key);
    else onToggleFold(key);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const key = (event.target as HTMLElement).closest<HTMLElement>('[data-lane]')?.dataset.lane;
    const index = rows.findIndex(({ lane }) => lane.key === key);
    const order = key === undefined ? null : laneCommandFor(event);
    if (key !== undefined && order !== null) {
      event.preventDefault();
      event.stopPropagation();
      command(key, order);
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const move = laneMoveFor(event, rows, index);
    if (move === null) return;
    event.preventDefault();
    event.stopPropagation();
    if (move.type === 'focus') focusRow(rows[move.index]!.lane.key);
    else if (move.type === 'toggle') toggle(move.key);
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
                <span ref={keep('spanLabel')} className="truncate text-[10.5px]" />
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
              <div className="flex w-[var(--names)] shrink-0 relative items-start px-2 pt-[3px] text-[11.5px] text-dim">
                <LaneTools
                  lanes={wishes}
                  actions={laneActions}
                  strings={strings}
                  hiddenNames={hiddenNames}
                  openMenu={setMenu}
                />
                {zones.map((zone, row) => (
                  <span
                    key={formatZone(zone)}
                    className="absolute right-2 left-3.5 truncate text-right text-[10.5px] leading-[14px]"
                    style={{ top: zoneLine(row) - 7 }}
                  >
                    {formatZone(zone)}
                  </span>
                ))}
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
                  {...drag.handlers}
                >
                  <LaneRows
                    rows={rows}
                    subtitles={subtitles}
                    currentKey={current}
                    selectedKey={selectedLane}
                    matches={matches.counts}
                    worst={worst}
                    theme={props.theme}
                    draggedKey={drag.drop?.key ?? null}
                    strings={strings}
                    onToggle={toggle}
                    onMenu={openLaneMenu}
                  />
                  {drag.drop !== null && (
                    <div
                      aria-hidden
                      className="pointer-events-none absolute inset-x-1 h-0.5 rounded bg-accent"
                      style={{ top: drag.drop.y - 1 }}
                    />
                  )}
                </div>
              </div>
            </div>
            <div
              className="pointer-events-none absolute top-14 right-0 bottom-0 left-[var(--names)] overflow-hidden"
              aria-hidden
            >
              <div
                ref={keep('measure')}
                hidden
                className="absolute inset-y-0 left-0 border-x border-accent bg-accent/12"
              >
                <span className="absolute bottom-1 left-0 rounded-sm bg-accent-ground px-1.5 font-mono text-[11px] leading-[17px] whitespace-nowrap text-on-accent" />
              </div>
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
        {hasView && rows.length === 0 && lanes.length > 0 && (
          <p className="absolute inset-x-0 bottom-6 text-center text-dim" role="status">
            {strings.noLane}
          </p>
        )}
        {menu !== null && <PopupMenu menu={menu} onClose={() => setMenu(null)} />}
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

/** After a change of rows the first one in sight stays where it is, as far as it is still there. */
function keepInPlace(scroller: HTMLElement, before: readonly Row[], rows: readonly Row[]): void {
  const { scrollTop } = scroller;
  const first = before.find(
    ({ lane, top, height }) =>
      top + height > scrollTop && rows.some((row) => row.lane.key === lane.key),
  );
  const now = rows.find(({ lane }) => lane.key === first?.lane.key);
  if (first !== undefined && now !== undefined && now.top !== first.top)
    scroller.scrollTop = now.top + scrollTop - first.top;
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

/** How long the view is, with its day when the incident has several. */
function spanText(view: Viewport, extent: Viewport | null, strings: TimelineStrings): string {
  const { dates } = strings;
  const length = strings.inView(formatDuration(roundSpan(spanOf(view))));
  const isOneDay = extent !== null && dates.fullDay(extent.start) === dates.fullDay(extent.end);
  return isOneDay ? length : `${dates.day(view.start)} · ${length}`;
}

/** Three digits of the span are enough to read; the rest would flicker while zooming. */
function roundSpan(ms: number): number {
  const unit = ms >= 1000 ? 1000 : ms >= 10 ? 1 : 0.01;
  return Math.round(ms / unit) * unit;
}
