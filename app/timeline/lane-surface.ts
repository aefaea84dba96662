import type { SegmentRecords } from '../../src/model/evidence.ts';
import type { SourceId } from '../../src/model/source.ts';
import type { ZoneRule } from '../../src/time/time-base.ts';
import type { HitBox } from '../../src/timeline/hit-test.ts';
import type { MatchRun } from '../../src/timeline/match-ticks.ts';
import type { Row } from '../../src/timeline/rows.ts';
import { buildScene } from '../../src/timeline/scene.ts';
import type { Selection } from '../../src/timeline/selection.ts';
import { computeOffsetMarks, computeTicks } from '../../src/timeline/ticks.ts';
import type { Viewport } from '../../src/timeline/viewport.ts';
import { createMeasure } from './fonts.ts';
import { paintScene } from './painter.ts';
import { Patterns } from './patterns.ts';
import { PixelLayer } from './pixel-layer.ts';
import { paintRuler } from './ruler-painter.ts';
import type { TimelineStrings } from './strings.ts';
import { type CanvasTheme, canvasTheme } from './theme.ts';

/** What is shown, as far as painting needs it. Replaced as a whole when the page renders. */
export interface TimelineData {
  readonly rows: readonly Row[];
  readonly extent: Viewport | null;
  readonly segmentsOf: (source: SourceId) => readonly SegmentRecords[];
  readonly ruleOf: (source: SourceId) => ZoneRule;
  /** What a search has found in a row; undefined while nothing is searched for. */
  readonly matchesOf: ((row: Row) => readonly MatchRun[]) | undefined;
  readonly selection: Selection | null;
  /** Zones of the rulers under UTC. */
  readonly zones: readonly ZoneRule[];
  readonly theme: 'dark' | 'light';
  readonly strings: TimelineStrings;
}

/** The list is painted this far beyond what is in sight, so that scrolling moves the picture with the rows without waiting for a frame. */
const OVERSCAN_PX = 160;

/** The canvas of the lanes and the ruler above it: paints a view of the data and answers what lies where. */
export class LaneSurface {
  private readonly canvas: HTMLCanvasElement;
  private readonly context: CanvasRenderingContext2D;
  private readonly ruler: HTMLCanvasElement;
  private readonly rulerContext: CanvasRenderingContext2D;
  private readonly measure: ReturnType<typeof createMeasure>;
  private readonly pixels = new PixelLayer();
  private patterns: Patterns | null = null;
  private patternsFor = '';
  private top = 0;
  private bottom = 0;
  private hitBoxes: readonly HitBox[] = [];

  constructor(canvas: HTMLCanvasElement, ruler: HTMLCanvasElement) {
    this.canvas = canvas;
    this.ruler = ruler;
    this.context = contextOf(canvas);
    this.rulerContext = contextOf(ruler);
    this.measure = createMeasure(this.context);
  }

  /** Boxes of the last picture; y from `paintedTop` in the list. */
  get hits(): readonly HitBox[] {
    return this.hitBoxes;
  }

  get paintedTop(): number {
    return this.top;
  }

  /** Whether the last picture still covers what the list shows at a scroll position. */
  covers(scrollTop: number, heightPx: number): boolean {
    return scrollTop >= this.top && scrollTop + heightPx <= this.bottom;
  }

  paint(
    data: TimelineData,
    view: Viewport,
    place: {
      readonly widthPx: number;
      readonly scrollTop: number;
      /** Height in sight. */
      readonly heightPx: number;
      readonly rulerHeightPx: number;
      readonly pixelRatio: number;
    },
  ): void {
    const { widthPx, pixelRatio } = place;
    if (widthPx <= 0 || place.heightPx <= 0) return;
    const started = performance.now();
    const theme = canvasTheme(data.theme);
    this.top = Math.max(0, place.scrollTop - OVERSCAN_PX);
    // Always as high as it can get, so that the canvas is not made anew while scrolling; what hangs over the list is clipped.
    this.bottom = this.top + place.heightPx + 2 * OVERSCAN_PX;
    const ticks = computeTicks(view, widthPx, data.zones, data.strings.dates, (text, ruler) =>
      this.measure(text, ruler === 'utc' ? 'tick' : 'second'),
    );
    const offsetMarks = data.zones.map((zone) => computeOffsetMarks(view, widthPx, zone));
    const scene = buildScene({
      rows: data.rows,
      top: this.top,
      bottom: this.bottom,
      view,
      widthPx,
      extent: data.extent,
      measure: this.measure,
      words: data.strings.words,
      selection: data.selection,
      ticks,
      offsetMarks: offsetMarks.flat(),
      segmentsOf: data.segmentsOf,
      ruleOf: data.ruleOf,
      matchesOf: data.matchesOf,
    });
    this.hitBoxes = scene.hits;
    const heightPx = this.bottom - this.top;
    sizeCanvas(this.canvas, widthPx, heightPx, pixelRatio);
    this.canvas.style.transform = `translateY(${this.top}px)`;
    paintScene(scene.items, {
      context: this.context,
      widthPx,
      heightPx,
      pixelRatio,
      theme,
      patterns: this.patternsOf(theme, data.theme, pixelRatio),
      pixels: this.pixels,
    });
    sizeCanvas(this.ruler, widthPx, place.rulerHeightPx, pixelRatio);
    paintRuler(this.rulerContext, {
      ticks,
      offsetMarks,
      view,
      widthPx,
      heightPx: place.rulerHeightPx,
      pixelRatio,
      theme,
    });
    recordPaint(started);
  }

  private patternsOf(theme: CanvasTheme, name: string, pixelRatio: number): Patterns {
    const key = `${name} ${pixelRatio}`;
    if (this.patterns === null || this.patternsFor !== key) {
      this.patterns = new Patterns(this.context, theme, pixelRatio);
      this.patternsFor = key;
    }
    return this.patterns;
  }
}

export function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('this browser has no canvas');
  return context;
}

/** Sets the size in device pixels, only when it changes: setting it clears the canvas and costs a new buffer. */
export function sizeCanvas(
  canvas: HTMLCanvasElement,
  widthPx: number,
  heightPx: number,
  pixelRatio: number,
): void {
  const [width, height] = [Math.round(widthPx * pixelRatio), Math.round(heightPx * pixelRatio)];
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  const [cssWidth, cssHeight] = [`${widthPx}px`, `${heightPx}px`];
  if (canvas.style.width !== cssWidth) canvas.style.width = cssWidth;
  if (canvas.style.height !== cssHeight) canvas.style.height = cssHeight;
}

/** How long painting took, for whoever observes `measure` entries. The list is emptied now and then: a page stays open for days. */
function recordPaint(started: number): void {
  performance.measure('heartline:paint', { start: started, end: performance.now() });
  paints++;
  if (paints % 1000 === 0) performance.clearMeasures('heartline:paint');
}
let paints = 0;
