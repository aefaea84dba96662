import type { Incident } from '../../src/model/incident.ts';
import type { Source, SourceId } from '../../src/model/source.ts';
import { formatDuration, formatStamp } from '../../src/time/format-time.ts';
import type { Instant } from '../../src/time/instant.ts';
import type { ZoneRule } from '../../src/time/time-base.ts';
import { type Hit, hitTest, selectionOf } from '../../src/timeline/hit-test.ts';
import type { MatchRun } from '../../src/timeline/match-ticks.ts';
import { pickRecord } from '../../src/timeline/pick-record.ts';
import { rowAt, rowsBetween } from '../../src/timeline/rows.ts';
import type { Selection } from '../../src/timeline/selection.ts';
import { snapTime } from '../../src/timeline/snap-time.ts';
import {
  fitViewport,
  spanOf,
  toTime,
  toX,
  type Viewport,
  zoomViewport,
} from '../../src/timeline/viewport.ts';
import { attachBrush } from './brush.ts';
import { contextOf, LaneSurface, sizeCanvas, type TimelineData } from './lane-surface.ts';
import { describeMark } from './mark-text.ts';
import { computeOverview, paintOverview } from './overview-painter.ts';
import { attachPointer } from './pointer.ts';
import { canvasTheme } from './theme.ts';
import { type ViewChange, ViewMotion } from './view-motion.ts';

/** The elements that the controller paints, moves and listens to. */
export interface TimelineElements {
  readonly root: HTMLElement;
  /** Scrolls the rows. */
  readonly scroller: HTMLElement;
  readonly lanes: HTMLCanvasElement;
  readonly ruler: HTMLCanvasElement;
  readonly overview: HTMLCanvasElement;
  readonly strip: HTMLElement;
  readonly brush: HTMLElement;
  /** Line under the pointer, line at the selected instant, their stamps. */
  readonly crosshair: HTMLElement;
  readonly stamp: HTMLElement;
  readonly selectedLine: HTMLElement;
  /** Holds a line for each marked instant. */
  readonly marks: HTMLElement;
  /** The measured span with its duration. */
  readonly measure: HTMLElement;
  readonly tooltip: HTMLElement;
  /** Says how long the view is. */
  readonly spanLabel: HTMLElement;
}

export interface ControllerData extends TimelineData {
  readonly incident: Incident;
  readonly sources: readonly Source[];
  readonly onViewport: (view: Viewport, how: ViewChange) => void;
  readonly onSelect: (selection: Selection | null) => void;
  readonly spanText: (view: Viewport) => string;
  /** All that a search has found. */
  readonly matches: readonly MatchRun[];
  /** Instants that the reader has marked. */
  readonly marks: readonly Instant[];
  /** The span that the reader measures. */
  readonly measured: Viewport | null;
  readonly onMeasure: (span: Viewport | null) => void;
  /** Asked for the menu of an instant at a point of the window. */
  readonly onTimeMenu: (time: Instant, clientX: number, clientY: number) => void;
  /** Told where the crosshair stands; null: nowhere. */
  readonly onCrosshair: (time: Instant | null) => void;
}

const UTC: ZoneRule = { kind: 'utc' };
const DOUBLE_CLICK_FACTOR = 1 / 3;
const GLIDE_MS = 220;
/** How near an edge of a measured span comes to a mark before it goes there. */
const SNAP_PX = 6;
/** Space between the pointer and the tooltip, and between the tooltip and the sides. */
const TOOLTIP_GAP = 14;

/**
 * Keeps the picture in step with data, view, size and pointer, without a render of React: everything that changes asks for one frame, and a
 * frame paints only when something was asked for.
 */
export class TimelineController {
  private readonly elements: TimelineElements;
  private readonly surface: LaneSurface;
  private readonly motion: ViewMotion;
  private readonly detach: (() => void)[] = [];
  private readonly calm = matchMedia('(prefers-reduced-motion: reduce)');
  private data: ControllerData;
  private frame = 0;
  private picture = true;
  private overviewWanted = true;
  private hoverWanted = false;
  private pointer: { x: number; y: number; touch: boolean } | null = null;
  /** The span of a measuring drag that has not ended. */
  private measuring: Viewport | null = null;
  private widthPx = 0;
  private heightPx = 0;
  private rulerHeightPx = 0;
  private overviewHeightPx = 0;

  constructor(elements: TimelineElements, data: ControllerData, view: Viewport) {
    this.elements = elements;
    this.data = data;
    this.surface = new LaneSurface(elements.lanes, elements.ruler);
    this.motion = new ViewMotion(
      view,
      () => this.ask('picture'),
      (to, how) => this.data.onViewport(to, how),
    );
    this.motion.setBounds(data.extent);
    this.listen();
  }

  /** New data from the page; the view is told apart from it by `follow`. */
  update(data: ControllerData): void {
    const before = this.data;
    this.data = data;
    this.motion.setBounds(data.extent);
    const sameBars = data.segmentsOf === before.segmentsOf && data.incident === before.incident;
    const same = data.matches === before.matches && data.sources === before.sources;
    if (!sameBars || !same || data.theme !== before.theme) this.overviewWanted = true;
    this.ask('picture');
  }

  follow(view: Viewport): void {
    this.motion.follow(view, this.calm.matches);
  }

  /** Reads the sizes of the elements again, after the page has changed their layout. */
  measure(): void {
    const { scroller, ruler, strip } = this.elements;
    const names = this.namesWidth();
    this.widthPx = Math.max(0, scroller.clientWidth - names);
    this.heightPx = scroller.clientHeight;
    this.rulerHeightPx = ruler.parentElement?.clientHeight ?? 0;
    this.overviewHeightPx = strip.clientHeight;
    this.overviewWanted = true;
    this.ask('picture');
  }

  get view(): Viewport {
    return this.motion.target;
  }

  dispose(): void {
    cancelAnimationFrame(this.frame);
    this.motion.dispose();
    for (const detach of this.detach) detach();
  }

  private listen(): void {
    const { scroller, ruler, strip, lanes, root } = this.elements;
    const left = () => lanes.getBoundingClientRect().left;
    const overPlot = (event: MouseEvent) =>
      event.clientX >= left() && event.clientX < left() + this.widthPx;
    const shared = {
      motion: this.motion,
      widthPx: () => this.widthPx,
      left,
      onHover: (event: PointerEvent | null) => this.hover(event),
      onMeasure: (from: PointerEvent, to: PointerEvent, done: boolean) =>
        this.measureSpan(from, to, done),
    };
    this.detach.push(
      attachPointer(
        scroller,
        {
          ...shared,
          scroller,
          measures: (event) => event.shiftKey,
          onClick: (event) => this.click(event),
          onDoubleClick: (event) => this.doubleClick(event),
        },
        overPlot,
        () => this.calm.matches,
      ),
      attachPointer(
        ruler,
        {
          ...shared,
          scroller: null,
          measures: () => true,
          onClick: () => {},
          onDoubleClick: (event) => this.zoomAt(event),
        },
        () => true,
        () => this.calm.matches,
      ),
      attachBrush(strip, this.motion, () => this.overviewSpan()),
    );
    const onScroll = () => {
      if (!this.surface.covers(scroller.scrollTop, this.heightPx)) this.ask('picture');
      this.ask('hover');
    };
    const onMenu = (event: MouseEvent) => {
      if (!overPlot(event)) return;
      event.preventDefault();
      this.data.onTimeMenu(this.timeAt(event.clientX), event.clientX, event.clientY);
    };
    scroller.addEventListener('contextmenu', onMenu);
    ruler.addEventListener('contextmenu', onMenu);
    scroller.addEventListener('scroll', onScroll, { passive: true });
    const resized = new ResizeObserver(() => this.measure());
    resized.observe(root);
    resized.observe(scroller);
    const onRatio = () => this.measure();
    window.addEventListener('resize', onRatio);
    const fontsLoaded = () => this.ask('picture');
    document.fonts.addEventListener('loadingdone', fontsLoaded);
    this.detach.push(
      () => scroller.removeEventListener('contextmenu', onMenu),
      () => ruler.removeEventListener('contextmenu', onMenu),
      () => scroller.removeEventListener('scroll', onScroll),
      () => resized.disconnect(),
      () => window.removeEventListener('resize', onRatio),
      () => document.fonts.removeEventListener('loadingdone', fontsLoaded),
    );
  }

  private ask(what: 'picture' | 'hover'): void {
    if (what === 'picture') this.picture = true;
    this.hoverWanted = true;
    if (this.frame === 0) this.frame = requestAnimationFrame((now) => this.onFrame(now));
  }

  private onFrame(now: number): void {
    this.frame = 0;
    const moving = this.motion.advance(now);
    if (this.picture) {
      this.picture = false;
      this.paint();
    }
    if (this.hoverWanted) {
      this.hoverWanted = false;
      this.showHover();
    }
    if (moving) this.ask('picture');
  }

  private paint(): void {
    const view = this.motion.current;
    const { elements, data } = this;
    this.surface.paint(data, view, {
      widthPx: this.widthPx,
      heightPx: this.heightPx,
      scrollTop: elements.scroller.scrollTop,
      rulerHeightPx: this.rulerHeightPx,
      pixelRatio: devicePixelRatio,
    });
    elements.spanLabel.textContent = data.spanText(view);
    placeLine(elements.selectedLine, data.selection?.time ?? null, view, this.widthPx);
    placeSpan(elements.measure, this.measuring ?? data.measured, view, this.widthPx);
    placeMarks(elements.marks, data.marks, view, this.widthPx);
    this.paintOverview(view);
  }

  private paintOverview(view: Viewport): void {
    const { elements, data } = this;
    const span = this.overviewSpan();
    if (span === null || this.widthPx <= 0 || this.overviewHeightPx <= 0) return;
    if (this.overviewWanted) {
      this.overviewWanted = false;
      const { widthPx, overviewHeightPx: heightPx } = this;
      const ids = data.sources.map(({ id }) => id);
      const bars = computeOverview(ids, data.segmentsOf, data.ruleOf, span, widthPx);
      sizeCanvas(elements.overview, widthPx, heightPx, devicePixelRatio);
      paintOverview(contextOf(elements.overview), bars, data.incident, data.matches, {
        span,
        widthPx,
        heightPx,
        pixelRatio: devicePixelRatio,
        theme: canvasTheme(data.theme),
      });
    }
    const from = Math.max(0, Math.min(this.widthPx - 4, toX(span, this.widthPx, view.start)));
    const to = Math.max(from + 4, Math.min(this.widthPx, toX(span, this.widthPx, view.end)));
    elements.brush.style.transform = `translateX(${from}px)`;
    elements.brush.style.width = `${to - from}px`;
  }

  private overviewSpan(): Viewport | null {
    const { extent } = this.data;
    return extent === null ? null : fitViewport(extent.start, extent.end, 0.01);
  }

  private namesWidth(): number {
    const value = getComputedStyle(this.elements.root).getPropertyValue('--names');
    return Number.parseFloat(value) || 0;
  }

  private hover(event: PointerEvent | null): void {
    const box = this.elements.root.getBoundingClientRect();
    this.pointer =
      event === null
        ? null
        : {
            x: event.clientX - box.left,
            y: event.clientY - box.top,
            touch: event.pointerType === 'touch',
          };
    this.ask('hover');
  }

  /** Where a point of the page lies in the picture, and what is there. */
  private hitAt(clientX: number, clientY: number, touch: boolean): Hit | null {
    const { scroller, lanes } = this.elements;
    const box = scroller.getBoundingClientRect();
    if (clientY < box.top || clientY >= box.bottom) return null;
    const x = clientX - lanes.getBoundingClientRect().left;
    const y = clientY - box.top + scroller.scrollTop - this.surface.paintedTop;
    return hitTest(this.surface.hits, x, y, touch ? 14 : undefined);
  }

  private measureSpan(from: PointerEvent, to: PointerEvent, done: boolean): void {
    const [a, b] = [this.snapped(from), this.snapped(to)];
    const span = { start: Math.min(a, b) as Instant, end: Math.max(a, b) as Instant };
    this.measuring = done ? null : span;
    if (done) this.data.onMeasure(span);
    this.ask('picture');
  }

  /** The instant under the pointer, drawn to a mark or record near it unless Alt is held. */
  private snapped(event: PointerEvent): Instant {
    const time = this.timeAt(event.clientX);
    if (event.altKey) return time;
    const reach = (SNAP_PX / this.widthPx) * spanOf(this.motion.current);
    const { rows } = this.data;
    const top = this.elements.scroller.scrollTop;
    const { first, end } = rowsBetween(rows, top, top + this.heightPx);
    const mark = snapTime(
      rows.slice(first, end).map(({ lane }) => lane),
      time,
      reach,
    );
    if (mark !== null) return mark;
    const y = event.clientY - this.elements.scroller.getBoundingClientRect().top + top;
    const source = rowAt(rows, y)?.lane.source ?? null;
    if (source === null) return time;
    const record = this.recordOf(source, time - reach, time + reach, time);
    return record?.time ?? time;
  }

  private click(event: PointerEvent): void {
    const hit = this.hitAt(event.clientX, event.clientY, event.pointerType === 'touch');
    if (hit === null || hit.target.type === 'gap') {
      this.data.onSelect(null);
      return;
    }
    if (hit.target.type !== 'records') {
      this.data.onSelect(selectionOf(hit));
      return;
    }
    const { source, start, end } = hit.target;
    const near = this.timeAt(event.clientX);
    const record = this.recordOf(source, start, end, near);
    if (record === null) return;
    const ref = { source, line: record.line };
    this.data.onSelect({
      kind: 'record',
      laneKey: hit.laneKey,
      index: null,
      ref,
      time: record.time,
    });
  }

  private doubleClick(event: MouseEvent): void {
    const hit = this.hitAt(event.clientX, event.clientY, false);
    const lane = this.data.rows.find((row) => row.lane.key === hit?.laneKey)?.lane;
    if (hit?.target.type === 'interval' && !event.shiftKey) {
      const { index } = hit.target;
      const item = lane?.intervals.find((each) => each.index === index);
      if (item !== undefined) {
        this.glideTo(fitViewport(item.start, item.end, 0.1), 'fit');
        return;
      }
    }
    if (hit?.target.type === 'gap' && !event.shiftKey) {
      this.glideTo(fitViewport(hit.target.start, hit.target.end, 0.1), 'fit');
      return;
    }
    this.zoomAt(event);
  }

  private zoomAt(event: MouseEvent): void {
    const factor = event.shiftKey ? 1 / DOUBLE_CLICK_FACTOR : DOUBLE_CLICK_FACTOR;
    this.glideTo(zoomViewport(this.motion.target, factor, this.timeAt(event.clientX)), 'zoom');
  }

  private glideTo(view: Viewport, how: ViewChange): void {
    this.motion.move(view, how, this.calm.matches ? 0 : GLIDE_MS);
  }

  private timeAt(clientX: number): Instant {
    const x = clientX - this.elements.lanes.getBoundingClientRect().left;
    return toTime(this.motion.current, this.widthPx, x);
  }

  private recordOf(source: SourceId, start: number, end: number, near: number) {
    return pickRecord(this.data.segmentsOf(source), this.data.ruleOf(source), start, end, near);
  }

  private showHover(): void {
    const { elements, pointer, data } = this;
    const hidden = pointer === null;
    elements.crosshair.hidden = hidden;
    elements.stamp.hidden = hidden;
    if (hidden) {
      elements.tooltip.hidden = true;
      data.onCrosshair(null);
      return;
    }
    const box = elements.root.getBoundingClientRect();
    const left = elements.lanes.getBoundingClientRect().left - box.left;
    const x = pointer.x - left;
    const time = toTime(this.motion.current, this.widthPx, x);
    data.onCrosshair(time);
    elements.crosshair.style.transform = `translateX(${Math.round(x)}px)`;
    showStamp(elements.stamp, time, data.zones, x, this.widthPx, spanOf(this.motion.current));
    const hit = this.hitAt(pointer.x + box.left, pointer.y + box.top, pointer.touch);
    elements.scroller.dataset.over = hit === null || hit.target.type === 'gap' ? '' : 'mark';
    this.showTooltip(hit, time, left, box);
  }

  private showTooltip(hit: Hit | null, near: Instant, plotLeft: number, box: DOMRect): void {
    const { elements, data, pointer } = this;
    const { tooltip } = elements;
    const lane =
      hit === null ? undefined : data.rows.find((row) => row.lane.key === hit.laneKey)?.lane;
    if (hit === null || lane === undefined || pointer === null) {
      tooltip.hidden = true;
      return;
    }
    const { title, lines } = describeMark(hit.target, {
      incident: data.incident,
      lane,
      strings: data.strings,
      zones: data.zones,
      sourceName: (id) => data.sources.find((source) => source.id === id)?.path ?? id,
      record: (mark) => this.recordOf(mark.source, mark.start, mark.end, near),
    });
    setLines(tooltip, title, lines);
    tooltip.hidden = false;
    const { offsetWidth, offsetHeight } = tooltip;
    const right = pointer.x + TOOLTIP_GAP;
    const fitsRight = right + offsetWidth <= box.width - 4;
    const tipX = fitsRight ? right : Math.max(4, pointer.x - TOOLTIP_GAP - offsetWidth);
    const below = pointer.y + TOOLTIP_GAP;
    const tipY =
      below + offsetHeight <= box.height - 4
        ? below
        : Math.max(4, pointer.y - TOOLTIP_GAP - offsetHeight);
    tooltip.style.transform = `translate(${Math.round(Math.max(tipX, Math.min(plotLeft, 4)))}px, ${Math.round(tipY)}px)`;
  }
}

function placeLine(line: HTMLElement, time: Instant | null, view: Viewport, widthPx: number): void {
  const x = time === null ? -1 : toX(view, widthPx, time);
  line.hidden = x < 0 || x > widthPx;
  if (!line.hidden) line.style.transform = `translateX(${Math.round(x)}px)`;
}

/** The full stamp in UTC and under it in each further zone, kept inside the plot. */
function showStamp(
  stamp: HTMLElement,
  time: Instant,
  zones: readonly ZoneRule[],
  x: number,
  widthPx: number,
  spanMs: number,
): void {
  const precision = spanMs > 40 * 86_400_000 ? 'minute' : 'millisecond';
  const [first, ...rest] = [UTC, ...zones].map((zone) => formatStamp(time, zone, precision));
  setLines(stamp, first!, rest);
  stamp.hidden = false;
  const half = stamp.offsetWidth / 2;
  const centre = Math.max(half, Math.min(widthPx - half, x));
  stamp.style.transform = `translateX(${Math.round(centre - half)}px)`;
}

/** The measured span and its duration, which stays in sight while any of the span does. */
function placeSpan(box: HTMLElement, span: Viewport | null, view: Viewport, widthPx: number): void {
  const from = span === null ? -1 : Math.max(-2, toX(view, widthPx, span.start));
  const to = span === null ? -1 : Math.min(widthPx + 2, toX(view, widthPx, span.end));
  box.hidden = span === null || to < 0 || from > widthPx;
  const [text] = box.children;
  if (box.hidden || span === null || !(text instanceof HTMLElement)) return;
  const duration = formatDuration(spanOf(span));
  if (text.textContent !== duration) text.textContent = duration;
  const width = Math.max(1, Math.round(to - from));
  box.style.transform = `translateX(${Math.round(from)}px)`;
  box.style.width = `${width}px`;
  const half = text.offsetWidth / 2;
  const centre = Math.max(half, Math.min(widthPx - half, from + width / 2));
  text.style.transform = `translateX(${Math.round(centre - half - from)}px)`;
}

/** A line for each mark in view; the elements are reused. */
function placeMarks(
  holder: HTMLElement,
  marks: readonly Instant[],
  view: Viewport,
  widthPx: number,
): void {
  while (holder.children.length > marks.length) holder.lastElementChild?.remove();
  marks.forEach((time, i) => {
    const line = (holder.children[i] ??
      holder.appendChild(document.createElement('div'))) as HTMLElement;
    placeLine(line, time, view, widthPx);
  });
}

/** Title and lines as text nodes; the elements are reused. */
function setLines(tooltip: HTMLElement, title: string, lines: readonly string[]): void {
  const wanted = [title, ...lines];
  while (tooltip.children.length > wanted.length) tooltip.lastElementChild?.remove();
  wanted.forEach((text, i) => {
    let line = tooltip.children[i];
    if (line === undefined) {
      line = document.createElement('div');
      tooltip.append(line);
    }
    if (line.textContent !== text) line.textContent = text;
  });
}
