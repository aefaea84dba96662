import { lowerBound } from '../base/binary-search.ts';
import { formatClock } from '../time/format-time.ts';
import type { ZoneRule } from '../time/time-base.ts';
import { computeBars, type VisibleBar } from './culling.ts';
import type { DrawItem, EdgeStyle, MeasureText } from './draw-list.ts';
import { fitText } from './fit-text.ts';
import type { HitBox } from './hit-test.ts';
import { intervalText } from './interval-text.ts';
import type { Lane } from './lane.ts';
import type { Selection } from './selection.ts';
import { toX, type Viewport } from './viewport.ts';
import type { TimelineWords } from './words.ts';

const UTC: ZoneRule = { kind: 'utc' };
/** Space between a bar's edge and its label. */
const LABEL_INSET = 6;
const ROW_INSET = 4;

export interface Plot {
  readonly view: Viewport;
  readonly widthPx: number;
  /** The whole incident: what lies at its edges is "before" and "after". */
  readonly extent: Viewport | null;
  readonly measure: MeasureText;
  readonly words: TimelineWords;
  readonly selection: Selection | null;
}

/** Bars, labels and hit boxes of a lane's intervals, in a row at `y` of `height`. */
export function drawBars(
  lane: Lane,
  y: number,
  height: number,
  plot: Plot,
): { items: DrawItem[]; hits: HitBox[] } {
  const bars = computeBars(lane.intervals, plot.view, plot.widthPx);
  const items: DrawItem[] = [];
  const labels: DrawItem[] = [];
  const hits: HitBox[] = [];
  const bandHeight = (height - 2 * ROW_INSET + 2) / lane.bands;
  const startsInBand = startsByBand(bars, lane.bands);
  for (const bar of bars) {
    const { item } = bar;
    const top = y + ROW_INSET + item.band * bandHeight;
    const barHeight = bandHeight - 2;
    hits.push({
      x0: bar.x,
      x1: bar.x + bar.width,
      y0: y,
      y1: y + height,
      laneKey: lane.key,
      target: {
        type: 'interval',
        index: item.index,
        indexes: bar.items.map(({ index }) => index),
        ref: item.interval.evidence[0] ?? null,
        time: item.interval.start,
      },
    });
    if (item.family === 'no-coverage') {
      items.push({
        type: 'gap',
        x: bar.x,
        width: bar.width,
        y: top,
        height: barHeight,
        originX: bar.originX,
      });
      const text = fitText(gapText(item, plot), bar.width - 2 * LABEL_INSET, 'label', plot.measure);
      if (text !== null) labels.push(onGround(bar.x + LABEL_INSET, top + barHeight / 2, text));
      continue;
    }
    items.push({
      type: 'bar',
      x: bar.x,
      width: bar.width,
      y: top,
      height: barHeight,
      family: item.family,
      startEdge: edgeOf(bar.originX < 0, item.interval.startBasis),
      endEdge: edgeOf(bar.farX > plot.widthPx, item.interval.endBasis),
      provisional: item.interval.provisional,
      selected:
        plot.selection?.kind === 'interval' &&
        bar.items.some(({ index }) => index === plot.selection?.index),
      originX: bar.originX,
      farX: bar.farX,
      count: bar.items.length,
    });
    for (const { time } of item.interval.progress) {
      if (time === null || bar.items.length > 1) continue;
      const x = toX(plot.view, plot.widthPx, time);
      if (x > bar.x && x < bar.x + bar.width)
        items.push({ type: 'bar-tick', x, y: top, height: barHeight });
    }
    const label = labelOf(
      bar,
      top + barHeight / 2,
      nextStart(startsInBand[item.band]!, bar, plot.widthPx),
      plot,
    );
    if (label !== null) labels.push(label);
  }
  return { items: [...items, ...labels], hits };
}

/** Hatch where a source could not have spoken, with its words where they fit. */
export function drawGaps(
  lane: Lane,
  y: number,
  height: number,
  plot: Plot,
): { items: DrawItem[]; hits: HitBox[] } {
  const items: DrawItem[] = [];
  const hits: HitBox[] = [];
  for (const gap of lane.gaps) {
    if (gap.end <= plot.view.start || gap.start >= plot.view.end) continue;
    const originX = toX(plot.view, plot.widthPx, gap.start);
    const x = Math.max(0, originX);
    const width = Math.min(plot.widthPx, toX(plot.view, plot.widthPx, gap.end)) - x;
    if (width < 1) continue;
    items.push({
      type: 'gap',
      x,
      width,
      y: y + ROW_INSET,
      height: height - 2 * ROW_INSET,
      originX,
    });
    const text = fitText(gapText(gap, plot), width - 2 * LABEL_INSET, 'label', plot.measure);
    if (text !== null) items.push(onGround(x + LABEL_INSET, y + height / 2, text));
    hits.push({
      x0: x,
      x1: x + width,
      y0: y,
      y1: y + height,
      laneKey: lane.key,
      target: { type: 'gap', ...gap },
    });
  }
  return { items, hits };
}

function gapText(gap: Lane['gaps'][number], { words, extent }: Plot): string {
  if (extent !== null && gap.start <= extent.start && gap.end < extent.end) {
    return words.noLogBefore(formatClock(gap.end, UTC, 'second'));
  }
  if (extent !== null && gap.end >= extent.end && gap.start > extent.start) {
    return words.noLogAfter(formatClock(gap.start, UTC, 'second'));
  }
  return words.noLog;
}

function onGround(x: number, middle: number, text: string): DrawItem {
  return { type: 'text', x, y: middle, text, font: 'label', ink: { tone: 'quiet' } };
}

/**
 * The label inside the visible part of the bar, so that it stays in sight when the view cuts the bar. A missed heartbeat, whose ramp carries
 * its own scale, and a bar that stands for several have theirs at their right where there is room.
 */
function labelOf(bar: VisibleBar, middle: number, nextX: number, plot: Plot): DrawItem | null {
  const { item } = bar;
  const { measure } = plot;
  const several = bar.items.length > 1;
  const text = several ? `×${bar.items.length}` : intervalText(item, plot.words);
  if (several || item.family === 'heartbeat') {
    const x = bar.x + bar.width + LABEL_INSET;
    const room = nextX - x - LABEL_INSET;
    const beside = room < bar.width ? null : fitText(text, room, 'label', measure);
    if (beside !== null) {
      const tone = item.family === 'heartbeat' ? 'heartbeat' : 'quiet';
      return { type: 'text', x, y: middle, text: beside, font: 'label', ink: { tone } };
    }
  }
  const fitted = fitText(text, bar.width - 2 * LABEL_INSET, 'label', measure);
  if (fitted === null) return null;
  return {
    type: 'text',
    x: bar.x + LABEL_INSET,
    y: middle,
    text: fitted,
    font: 'label',
    ink: { on: item.family },
  };
}

function edgeOf(cut: boolean, basis: EdgeStyle): EdgeStyle {
  return cut ? 'cut' : basis;
}

function startsByBand(bars: readonly VisibleBar[], bands: number): number[][] {
  const starts = Array.from({ length: bands }, (): number[] => []);
  for (const bar of bars) starts[bar.item.band]!.push(bar.originX);
  for (const band of starts) band.sort((a, b) => a - b);
  return starts;
}

function nextStart(starts: readonly number[], bar: VisibleBar, widthPx: number): number {
  const next = lowerBound(starts.length, (i) => starts[i]! > bar.originX);
  return starts[next] ?? widthPx;
}
