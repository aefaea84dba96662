import type { SegmentRecords } from '../model/evidence.ts';
import type { DensityLevel } from '../model/segment.ts';
import type { ZoneRule } from '../time/time-base.ts';
import {
  instantOfRecord,
  orderOfRecords,
  placeAt,
  recordAt,
  worstBetween,
} from './record-order.ts';
import { clockOfSegment, type SegmentClock } from './segment-clock.ts';
import { spanOf, type Viewport } from './viewport.ts';

/**
 * How many records, and how bad the worst, in equal bars of time. Bar `i` covers
 * `[(first + i) * 2**exponent + phaseMs, … + 2**exponent)`: the bars stand still in time while the view moves.
 */
export interface DensityBars {
  readonly exponent: number;
  readonly first: number;
  readonly phaseMs: number;
  readonly counts: Uint32Array<ArrayBuffer>;
  /** Smallest Level number (worst) in the bar; 0 where it is empty. */
  readonly worst: Uint8Array<ArrayBuffer>;
  /** The highest count that any bar of this width has in these segments, in view or not: the scale that heights keep. */
  readonly peak: number;
}

/** Bars are at least this wide and less than twice as wide. */
export const MIN_BAR_PX = 2;

/** log2 of the width in milliseconds of bars for a plot of `widthPx` CSS pixels. */
export function barExponent(view: Viewport, widthPx: number, minBarPx = MIN_BAR_PX): number {
  return Math.ceil(Math.log2((spanOf(view) / widthPx) * minBarPx));
}

/** The phase that makes bars of a source fall on its own density bins. */
export function phaseOfSource(segments: readonly SegmentRecords[], rule: ZoneRule): number {
  for (const segment of segments) {
    const clock = clockOfSegment(segment, rule);
    if (clock !== null) return clock.shiftMs;
  }
  return 0;
}

/**
 * The bars of one source that touch the view. From the segments' density pyramids where their bins are fine enough, else from the
 * records: O(segments + bars in view), beyond the pyramid plus O(records in view), capped at O(bars × log records) where those are many.
 */
export function computeDensityBars(
  segments: readonly SegmentRecords[],
  rule: ZoneRule,
  view: Viewport,
  exponent: number,
  phaseMs: number,
): DensityBars {
  const width = 2 ** exponent;
  const first = Math.floor((view.start - phaseMs) / width);
  const length = Math.max(1, Math.floor((view.end - phaseMs) / width) - first + 1);
  const bars = {
    exponent,
    first,
    phaseMs,
    counts: new Uint32Array(length),
    worst: new Uint8Array(length),
    peak: 0,
  };
  for (const segment of segments) {
    const clock = clockOfSegment(segment, rule);
    if (clock === null) continue;
    bars.peak = Math.max(bars.peak, peakOf(clock, exponent));
    if (clock.last < view.start - width || clock.first > view.end + width) continue;
    const finest = clock.density[0]!;
    if (finest.exponent <= exponent) addBins(bars, clock, exponent);
    else addRecords(bars, segment, clock);
  }
  for (const count of bars.counts) if (count > bars.peak) bars.peak = count;
  return bars;
}

function addBins(bars: DensityBars, clock: SegmentClock, exponent: number): void {
  const level =
    clock.density[Math.min(exponent - clock.density[0]!.exponent, clock.density.length - 1)]!;
  const binWidth = 2 ** level.exponent;
  const barWidth = 2 ** exponent;
  const offset = clock.shiftMs - bars.phaseMs;
  // Bins of another phase than the bars (only around a change of offset) go where most of them lies.
  const nudge = offset % binWidth === 0 ? 0 : binWidth / 2;
  const length = bars.counts.length;
  const lowest = Math.max(
    0,
    Math.floor((bars.first * barWidth - offset) / binWidth) - level.firstBin - 1,
  );
  const highest = Math.min(
    level.counts.length - 1,
    Math.ceil(((bars.first + length) * barWidth - offset) / binWidth) - level.firstBin,
  );
  for (let i = lowest; i <= highest; i++) {
    if (level.counts[i] === 0) continue;
    const bar =
      Math.floor(((level.firstBin + i) * binWidth + offset + nudge) / barWidth) - bars.first;
    if (bar >= 0 && bar < length) add(bars, bar, level.counts[i]!, level.worst[i]!);
  }
}

function addRecords(bars: DensityBars, segment: SegmentRecords, clock: SegmentClock): void {
  const order = orderOfRecords(segment, clock);
  const width = 2 ** bars.exponent;
  const length = bars.counts.length;
  const startOf = (bar: number) => (bars.first + bar) * width + bars.phaseMs;
  const from = placeAt(segment, clock, order, startOf(0));
  const to = placeAt(segment, clock, order, startOf(length));
  if (to - from > length * 32) {
    let place = from;
    for (let bar = 0; bar < length && place < to; bar++) {
      const next = bar === length - 1 ? to : placeAt(segment, clock, order, startOf(bar + 1));
      if (next > place) add(bars, bar, next - place, worstBetween(segment, order, place, next));
      place = next;
    }
    return;
  }
  for (let place = from; place < to; place++) {
    const record = recordAt(order, place);
    const bar =
      Math.floor((instantOfRecord(segment, clock, record) - bars.phaseMs) / width) - bars.first;
    if (bar >= 0 && bar < length) add(bars, bar, 1, segment.columns.level[record]!);
  }
}

function add(bars: DensityBars, bar: number, count: number, worst: number): void {
  bars.counts[bar]! += count;
  if (bars.worst[bar] === 0 || worst < bars.worst[bar]!) bars.worst[bar] = worst;
}

const peaks = new WeakMap<DensityLevel, number>();

/** The highest bin of a segment at a bar width; beyond the finest bins an even share of the highest. */
function peakOf(clock: SegmentClock, exponent: number): number {
  const finest = clock.density[0]!;
  const level =
    clock.density[Math.min(Math.max(0, exponent - finest.exponent), clock.density.length - 1)]!;
  let peak = peaks.get(level);
  if (peak === undefined) {
    peak = 0;
    for (const count of level.counts) if (count > peak) peak = count;
    peaks.set(level, peak);
  }
  return exponent >= finest.exponent ? peak : Math.max(1, peak / 2 ** (finest.exponent - exponent));
}
