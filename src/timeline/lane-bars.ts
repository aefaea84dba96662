import { formatClock, formatDate } from '../time/format-time.ts';
import { type Instant, MS_PER_DAY } from '../time/instant.ts';
import type { ZoneRule } from '../time/time-base.ts';
import { computeBars, type VisibleBar } from './culling.ts';
import type { DrawItem, MeasureText } from './draw-list.ts';
import { fitText } from './fit-text.ts';
import type { HitBox } from './hit-test.ts';
import { intervalText } from './interval-text.ts';
import type { Lane } from './lane.ts';
import type { Label } from './lane-labels.ts';
import type { Selection } from './selection.ts';
import type { StateFamily } from './state-family.ts';
import { spanOf, toX, type Viewport } from './viewport.ts';
import type { TimelineWords } from './words.ts';

const UTC: ZoneRule = { kind: 'utc' };
/** Space between a bar's edge and its label. */
const LABEL_INSET = 6;
const ROW_INSET = 4;
/** Narrower bars are columns in a strip: at that size a shape cannot be told from a rectangle. */
const NARROW_PX = 12;
/** Narrower bars have no room for three letters. */
const LEAST_LABELLED_PX = 28;
/** Less room beside a bar holds no word and no number. */
const LEAST_BESIDE_PX = 12;
/** Drawn as a hatch, which a strip cannot show. */
const HATCHED: ReadonlySet<StateFamily> = new Set(['unknown', 'no-coverage']);

export interface Plot {
  readonly view: Viewport;
  readonly widthPx: number;
  /** The whole incident: what lies at its edges is "before" and "after". */
  readonly extent: Viewport | null;
  readonly measure: MeasureText;
  readonly words: TimelineWords;
  readonly selection: Selection | null;
}

/** Bars, wanted labels and hit boxes of a lane's intervals, in a row at `y` of `height`. */
export function drawBars(
  lane: Lane,
  y: number,
  height: number,
  plot: Plot,
): { items: DrawItem[]; labels: Label[]; steps: Label[]; hits: HitBox[] } {
  const bars = computeBars(lane.intervals, plot.view, plot.widthPx);
  const items: DrawItem[] = [];
  const labels: Label[] = [];
  const steps: Label[] = [];
  if (bars.length === 0) return { items, labels, steps, hits: [] };
  const bandHeight = (height - 2 * ROW_INSET + 2) / lane.bands;
  const topOf = (band: number) => y + ROW_INSET + band * bandHeight;
  const narrow = Array.from({ length: lane.bands }, (): VisibleBar[] => []);
  for (const bar of bars) {
    const { item } = bar;
    const selected = isSelected(bar, plot);
    const special = selected || item.interval.provisional || item.family === 'heartbeat';
    if (bar.width < NARROW_PX && !special && !HATCHED.has(item.family))
      narrow[item.band]!.push(bar);
    else {
      const top = topOf(item.band);
      items.push(drawWideBar(bar, top, bandHeight - 2, selected, plot));
      if (item.interval.progress.length > 0)
        drawProgress(bar, top, bandHeight - 2, plot, items, steps);
    }
    const label = labelOf(bar, topOf(item.band) + (bandHeight - 2) / 2, plot);
    if (label !== null) labels.push(label);
  }
  const strips = narrow.flatMap((strip, band): DrawItem[] =>
    strip.length === 0
      ? []
      : [{ type: 'strip', y: topOf(band), height: bandHeight - 2, bars: strip }],
  );
  return {
    items: [...items, ...strips],
    labels,
    steps,
    hits: [
      {
        x0: 0,
        x1: plot.widthPx,
        y0: y,
        y1: y + height,
        laneKey: lane.key,
        target: { type: 'bars', bars },
      },
    ],
  };
}

function drawWideBar(
  bar: VisibleBar,
  y: number,
  height: number,
  selected: boolean,
  plot: Plot,
): DrawItem {
  const { item, x, width, originX, farX } = bar;
  if (item.family === 'no-coverage') return { type: 'gap', x, width, y, height, originX };
  return {
    type: 'bar',
    x,
    width,
    y,
    height,
    family: item.family,
    startEdge: originX < 0 ? 'cut' : item.interval.startBasis,
    endEdge: farX > plot.widthPx ? 'cut' : item.interval.endBasis,
    provisional: item.interval.provisional,
    selected,
    originX,
    farX,
    count: bar.count,
  };
}

/** The steps of a missed heartbeat (50, 75, 90 %), each with its number where there is room. */
function drawProgress(
  bar: VisibleBar,
  y: number,
  height: number,
  plot: Plot,
  items: DrawItem[],
  steps: Label[],
): void {
  if (bar.count > 1) return;
  const { item, x, width } = bar;
  for (const { time, percent } of item.interval.progress) {
    if (time === null) continue;
    const at = toX(plot.view, plot.widthPx, time);
    if (at <= x || at >= x + width) continue;
    items.push({ type: 'bar-tick', x: at, y, height });
    const text = `${percent} %`;
    const left = at - 4 - plot.measure(text, 'code');
    if (left < x + 2) continue;
    const ink = { on: item.family };
    steps.push({ x: left, y: y + height / 2, text, font: 'code', ink, until: null });
  }
}

function isSelected(bar: VisibleBar, { selection }: Plot): boolean {
  if (selection?.kind !== 'interval') return false;
  if (bar.count === 1) return bar.item.index === selection.index;
  return bar.items.some(({ index }) => index === selection.index);
}

/** Hatch where a source could not have spoken, with the words that it wants. */
export function drawGaps(
  lane: Lane,
  y: number,
  height: number,
  plot: Plot,
): { items: DrawItem[]; labels: Label[]; hits: HitBox[] } {
  const items: DrawItem[] = [];
  const labels: Label[] = [];
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
    labels.push({
      x: x + LABEL_INSET,
      y: y + height / 2,
      text: gapText(gap, plot),
      font: 'label',
      ink: { tone: 'quiet' },
      until: x + width - LABEL_INSET,
    });
    hits.push({
      x0: x,
      x1: x + width,
      y0: y,
      y1: y + height,
      laneKey: lane.key,
      target: { type: 'gap', ...gap },
    });
  }
  return { items, labels, hits };
}

function gapText(gap: Lane['gaps'][number], { words, extent }: Plot): string {
  if (extent !== null && gap.start <= extent.start && gap.end < extent.end) {
    return words.noLogBefore(edgeText(gap.end, extent));
  }
  if (extent !== null && gap.end >= extent.end && gap.start > extent.start) {
    return words.noLogAfter(edgeText(gap.start, extent));
  }
  return words.noLog;
}

/** A clock is enough within a day; beyond it the day comes first. */
function edgeText(at: Instant, extent: Viewport): string {
  const clock = formatClock(at, UTC, 'second');
  return spanOf(extent) < MS_PER_DAY ? clock : `${formatDate(at, UTC)} ${clock}`;
}

/**
 * The label inside the visible part of the bar, so that it stays in sight when the view cuts the bar. A missed heartbeat, whose ramp carries
 * its own scale, and a bar that stands for several have theirs at their right where there is room.
 */
function labelOf(bar: VisibleBar, y: number, plot: Plot): Label | null {
  const { item } = bar;
  const several = bar.count > 1;
  const isBeside = several || item.family === 'heartbeat';
  if (!isBeside && bar.width < LEAST_LABELLED_PX) return null;
  if (isBeside) {
    const x = bar.x + bar.width + LABEL_INSET;
    const until = Math.min(bar.nextX, plot.widthPx) - LABEL_INSET;
    if (until - x >= Math.max(bar.width, LEAST_BESIDE_PX)) {
      const text = several ? `×${bar.count}` : intervalText(item, plot.words);
      const beside = fitText(text, until - x, 'label', plot.measure);
      const tone = item.family === 'heartbeat' ? 'heartbeat' : 'quiet';
      if (beside !== null) return { x, y, text, font: 'label', ink: { tone }, until };
    }
    if (several) return null;
  }
  const text = item.family === 'no-coverage' ? gapText(item, plot) : intervalText(item, plot.words);
  const ink = item.family === 'no-coverage' ? { tone: 'quiet' as const } : { on: item.family };
  return {
    x: bar.x + LABEL_INSET,
    y,
    text,
    font: 'label',
    ink,
    until: bar.x + bar.width - LABEL_INSET,
  };
}
