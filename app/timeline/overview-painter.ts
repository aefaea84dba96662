import type { SegmentRecords } from '../../src/model/evidence.ts';
import type { Incident } from '../../src/model/incident.ts';
import type { SourceId } from '../../src/model/source.ts';
import type { ZoneRule } from '../../src/time/time-base.ts';
import {
  barExponent,
  computeDensityBars,
  type DensityBars,
} from '../../src/timeline/density-bars.ts';
import { markerStyle } from '../../src/timeline/marker-code.ts';
import { computeMatchTicks, type MatchRun } from '../../src/timeline/match-ticks.ts';
import { toX, type Viewport } from '../../src/timeline/viewport.ts';
import { barHeight } from './pixel-layer.ts';
import type { CanvasTheme } from './theme.ts';

const MIN_BAR_PX = 3;
/** Markers at least this grave are shown in the overview. */
const GRAVE = 9;

/** The bars of all sources added up over `span`, about `MIN_BAR_PX` CSS pixels each. */
export function computeOverview(
  sources: readonly SourceId[],
  segmentsOf: (source: SourceId) => readonly SegmentRecords[],
  ruleOf: (source: SourceId) => ZoneRule,
  span: Viewport,
  widthPx: number,
): DensityBars {
  const exponent = barExponent(span, widthPx, MIN_BAR_PX);
  const parts = sources.map((source) =>
    computeDensityBars(segmentsOf(source), ruleOf(source), span, exponent, 0),
  );
  const sum = computeDensityBars([], { kind: 'utc' }, span, exponent, 0);
  let peak = 0;
  for (let bar = 0; bar < sum.counts.length; bar++) {
    for (const { counts, worst } of parts) {
      sum.counts[bar]! += counts[bar]!;
      if (worst[bar] !== 0 && (sum.worst[bar] === 0 || worst[bar]! < sum.worst[bar]!))
        sum.worst[bar] = worst[bar]!;
    }
    peak = Math.max(peak, sum.counts[bar]!);
  }
  return { ...sum, peak };
}

/** The whole incident in one strip: how much was written, how bad the worst was, what a search has found, and the grave markers. */
export function paintOverview(
  context: CanvasRenderingContext2D,
  bars: DensityBars,
  incident: Incident,
  matches: readonly MatchRun[],
  place: {
    readonly span: Viewport;
    readonly widthPx: number;
    readonly heightPx: number;
    readonly pixelRatio: number;
    readonly theme: CanvasTheme;
  },
): void {
  const { span, widthPx, heightPx, pixelRatio, theme } = place;
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  context.clearRect(0, 0, widthPx, heightPx);
  const width = 2 ** bars.exponent;
  const pitch = (width / (span.end - span.start)) * widthPx;
  const room = heightPx - 10;
  const quiet = { ...bars, worst: new Uint8Array(bars.worst.length) };
  for (let bar = 0; bar < bars.counts.length; bar++) {
    if (bars.counts[bar] === 0) continue;
    const x = toX(span, widthPx, (bars.first + bar) * width);
    const calm = barHeight(quiet, bar, room);
    const level = bars.worst[bar]! as 1 | 2 | 3 | 4 | 5;
    context.fillStyle = theme.levels[5];
    context.fillRect(x, heightPx - 4 - calm, Math.max(1, pitch - 1), calm);
    if (level > 3) continue;
    const loud = Math.max(5, Math.round(calm * (level === 3 ? 0.35 : 0.7)));
    context.fillStyle = theme.levels[level];
    context.fillRect(x, heightPx - 4 - loud, Math.max(1, pitch - 1), loud);
  }
  context.fillStyle = theme.match;
  for (const x of computeMatchTicks(matches, span, widthPx, 2)) {
    context.fillRect(Math.round(x) - 0.5, heightPx - 4, 2, 4);
  }
  for (const { kind, time } of incident.markers) {
    const { rank, tone } = markerStyle(kind);
    if (time === null || rank > GRAVE) continue;
    const x = Math.round(toX(span, widthPx, time));
    context.fillStyle = theme.tones[tone];
    context.beginPath();
    context.moveTo(x - 3.5, 3);
    context.lineTo(x + 3.5, 3);
    context.lineTo(x, 9);
    context.fill();
  }
}
