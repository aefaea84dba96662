import { lowerBound } from '../base/binary-search.ts';
import { formatClock } from '../time/format-time.ts';
import type { ZoneRule } from '../time/time-base.ts';
import { computeBars, type VisibleBar } from './culling.ts';
import type { DrawItem, MeasureText } from './draw-list.ts';
import { fitText } from './fit-text.ts';
import type { HitBox } from './hit-test.ts';
import { intervalText } from './interval-text.ts';
import type { Lane } from './lane.ts';
import type { Selection } from './selection.ts';
import type { StateFamily } from './state-family.ts';
import { toX, type Viewport } from './viewport.ts';
import type { TimelineWords } from './words.ts';

const UTC: ZoneRule = { kind: 'utc' };
/** Space between a bar's edge and its label. */
const LABEL_INSET = 6;
const ROW_INSET = 4;
/** Narrower bars are columns in a strip: at that size a shape cannot be told from a rectangle. */
const NARROW_PX = 12;
/** Narrower bars have no room for three letters. */
const LEAST_LABELLED_PX = 28;
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

/** Bars, labels and hit boxes of a lane's intervals, in a row at `y` of `height`. */
export function drawBars(
  lane: Lane,
  y: number,
  height: number,
  plot: Plot,
): { items: DrawItem[]; hits: HitBox[] } {
  const bars = computeBars(lane.intervals, plot.view, plot.widthPx);
  if (bars.length === 0) return { items: [], hits: [] };
  const items: DrawItem[] = [];
  const labels: DrawItem[] = [];
  const bandHeight = (height - 2 * ROW_INSET + 2) / lane.bands;
  const topOf = (band: number) => y + ROW_INSET + band * bandHeight;
  const narrow = Array.from({ length: lane.bands }, (): VisibleBar[] => []);
  const starts = new BandStarts(bars);
  for (const bar of bars) {
    const { item } = bar;
    const selected = isSelected(bar, plot);
    const special = selected || item.interval.provisional || item.family === 'heartbeat';
    if (bar.width < NARROW_PX && !special && !HATCHED.has(item.family))
      narrow[item.band]!.push(bar);
    else items.push(...drawWideBar(bar, topOf(item.band), bandHeight - 2, selected, plot));
    const label = labelOf(bar, topOf(item.band) + (bandHeight - 2) / 2, starts, plot);
    if (label !== null) labels.push(label);
  }
  const strips = narrow.flatMap((strip, band): DrawItem[] =>
    strip.length === 0
      ? []
      : [{ type: 'strip', y: topOf(band), height: bandHeight - 2, bars: strip }],
  );
  return {
    items: [...items, ...strips, ...labels],
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
): DrawItem[] {
  const { item, x, width, originX, farX } = bar;
  if (item.family === 'no-coverage') return [{ type: 'gap', x, width, y, height, originX }];
  return [
    {
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
      count: bar.items.length,
    },
    ...drawProgress(bar, y, height, plot),
  ];
}

/** The steps of a missed heartbeat (50, 75, 90 %), each with its number where the bar's own label leaves room. */
function drawProgress(bar: VisibleBar, y: number, height: number, plot: Plot): DrawItem[] {
  if (bar.items.length > 1) return [];
  const { item, x, width } = bar;
  const items: DrawItem[] = [];
  let freeFrom = x + 2 * LABEL_INSET + plot.measure(intervalText(item, plot.words), 'label');
  for (const { time, percent } of item.interval.progress) {
    if (time === null) continue;
    const at = toX(plot.view, plot.widthPx, time);
    if (at <= x || at >= x + width) continue;
    items.push({ type: 'bar-tick', x: at, y, height });
    const text = `${percent} %`;
    const left = at - 4 - plot.measure(text, 'code');
    if (left >= freeFrom) {
      const ink = { on: item.family };
      items.push({ type: 'text', x: left, y: y + height / 2, text, font: 'code', ink });
    }
    freeFrom = Math.max(freeFrom, at + 4);
  }
  return items;
}

function isSelected(bar: VisibleBar, { selection }: Plot): boolean {
  if (selection?.kind !== 'interval') return false;
  return bar.items.some(({ index }) => index === selection.index);
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
    // Events have their ids in the upper half of the row.
    const middle = lane.events.length > 0 ? y + height - 9 : y + height / 2;
    if (text !== null) items.push(onGround(x + LABEL_INSET, middle, text));
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
function labelOf(bar: VisibleBar, middle: number, starts: BandStarts, plot: Plot): DrawItem | null {
  const { item } = bar;
  const several = bar.items.length > 1;
  const isBeside = several || item.family === 'heartbeat';
  if (!isBeside && bar.width < LEAST_LABELLED_PX) return null;
  if (isBeside) {
    const x = bar.x + bar.width + LABEL_INSET;
    const room = starts.after(bar, plot.widthPx) - x - LABEL_INSET;
    if (room >= bar.width) {
      const text = several ? `×${bar.items.length}` : intervalText(item, plot.words);
      const beside = fitText(text, room, 'label', plot.measure);
      const tone = item.family === 'heartbeat' ? 'heartbeat' : 'quiet';
      if (beside !== null)
        return { type: 'text', x, y: middle, text: beside, font: 'label', ink: { tone } };
    }
    if (several) return null;
  }
  const text = item.family === 'no-coverage' ? gapText(item, plot) : intervalText(item, plot.words);
  const fitted = fitText(text, bar.width - 2 * LABEL_INSET, 'label', plot.measure);
  if (fitted === null) return null;
  const ink = { on: item.family };
  return { type: 'text', x: bar.x + LABEL_INSET, y: middle, text: fitted, font: 'label', ink };
}

/** Where the next bar of a band begins; sorted only when a label asks. */
class BandStarts {
  private readonly bars: readonly VisibleBar[];
  private readonly sorted = new Map<number, number[]>();

  constructor(bars: readonly VisibleBar[]) {
    this.bars = bars;
  }

  /** Left edge of the next bar in the band, or `none` when there is none. */
  after(bar: VisibleBar, none: number): number {
    const { band } = bar.item;
    let starts = this.sorted.get(band);
    if (starts === undefined) {
      starts = this.bars.filter(({ item }) => item.band === band).map(({ originX }) => originX);
      starts.sort((a, b) => a - b);
      this.sorted.set(band, starts);
    }
    const ascending = starts;
    return ascending[lowerBound(ascending.length, (i) => ascending[i]! > bar.originX)] ?? none;
  }
}
