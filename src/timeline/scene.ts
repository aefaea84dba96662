import type { SegmentRecords } from '../model/evidence.ts';
import type { SourceId } from '../model/source.ts';
import type { ZoneRule } from '../time/time-base.ts';
import { barExponent, computeDensityBars, phaseOfSource } from './density-bars.ts';
import type { DrawItem } from './draw-list.ts';
import type { HitBox } from './hit-test.ts';
import { drawBars, drawGaps, type Plot } from './lane-bars.ts';
import { drawGlyphs } from './lane-glyphs.ts';
import { placeLabels } from './lane-labels.ts';
import { computeMatchTicks, type MatchRun } from './match-ticks.ts';
import { type Row, rowsBetween } from './rows.ts';
import type { OffsetMark, Tick } from './ticks.ts';
import { toX } from './viewport.ts';

export interface SceneInput extends Plot {
  /** All rows that are shown, not only those in sight. */
  readonly rows: readonly Row[];
  /** The part of the list to paint, `[top, bottom)`. */
  readonly top: number;
  readonly bottom: number;
  readonly ticks: readonly Tick[];
  readonly offsetMarks: readonly OffsetMark[];
  /** Segments of a source so far, in any order. */
  readonly segmentsOf: (source: SourceId) => readonly SegmentRecords[];
  readonly ruleOf: (source: SourceId) => ZoneRule;
  /** What a search has found in a row; left out while nothing is searched for. */
  readonly matchesOf?: ((row: Row) => readonly MatchRun[]) | undefined;
}

/** What to paint, in order, and what answers the pointer. */
export interface Scene {
  readonly items: readonly DrawItem[];
  readonly hits: readonly HitBox[];
}

/** The picture of the rows between `top` and `bottom`. O(what is in sight); nothing outside the painted rows is looked at. */
export function buildScene(input: SceneInput): Scene {
  const { rows, top, bottom, view, widthPx } = input;
  const ground: DrawItem[] = [];
  const middle: DrawItem[] = [];
  const above: DrawItem[] = [];
  const hits: HitBox[] = [];
  const { first, end } = rowsBetween(rows, top, bottom);
  for (let i = first; i < end; i++) {
    const row = rows[i]!;
    ground.push({
      type: 'row',
      y: row.top - top,
      height: row.height,
      look: row.lane.kind === 'node' ? 'node' : 'lane',
    });
  }
  for (const tick of input.ticks) {
    ground.push({ type: 'grid', x: toX(view, widthPx, tick.time), isDate: tick.isDate });
  }
  for (const mark of input.offsetMarks)
    ground.push({ type: 'offset-change', x: toX(view, widthPx, mark.at) });
  for (let i = first; i < end; i++) {
    const row = rows[i]!;
    const { lane } = row;
    const y = row.top - top;
    const segments = lane.source === null ? [] : input.segmentsOf(lane.source);
    const gaps = drawGaps(lane, y, row.height, input);
    const density = drawDensity(row, y, segments, input);
    const bars = drawBars(lane, y, row.height, input);
    const glyphs = drawGlyphs(lane, y, row.height, segments, input);
    const wanted = [...bars.labels, ...glyphs.labels, ...gaps.labels, ...bars.steps];
    middle.push(...gaps.items, ...density.items, ...bars.items);
    middle.push(...placeLabels(wanted, glyphs.taken, input.measure));
    above.push(...drawMatches(row, y, input), ...glyphs.items);
    hits.push(...gaps.hits, ...density.hits, ...bars.hits, ...glyphs.hits);
  }
  const rules = drawRules(input, first, end);
  return { items: [...ground, ...middle, ...rules, ...above], hits };
}

function drawDensity(
  row: Row,
  y: number,
  segments: readonly SegmentRecords[],
  input: SceneInput,
): { items: DrawItem[]; hits: HitBox[] } {
  const { lane } = row;
  if (lane.source === null || segments.length === 0) return { items: [], hits: [] };
  const { view, widthPx } = input;
  const rule = input.ruleOf(lane.source);
  const bars = computeDensityBars(
    segments,
    rule,
    view,
    barExponent(view, widthPx),
    phaseOfSource(segments, rule),
  );
  const width = 2 ** bars.exponent;
  const pitch = (width / (view.end - view.start)) * widthPx;
  const x = toX(view, widthPx, bars.first * width + bars.phaseMs);
  return {
    items: [
      {
        type: 'density',
        y: y + 3,
        height: row.height - 6,
        bars,
        x,
        pitch,
        provisional: lane.provisional,
      },
    ],
    hits: [
      {
        x0: 0,
        x1: widthPx,
        y0: y,
        y1: y + row.height,
        laneKey: lane.key,
        target: { type: 'density', source: lane.source, bars, x, pitch },
      },
    ],
  };
}

/** Ticks nearer together than this would be one smear. */
const MATCH_PITCH_PX = 2;

function drawMatches(row: Row, y: number, input: SceneInput): DrawItem[] {
  const runs = input.matchesOf?.(row) ?? [];
  const xs = computeMatchTicks(runs, input.view, input.widthPx, MATCH_PITCH_PX);
  return xs.length === 0 ? [] : [{ type: 'matches', y, height: row.height, xs }];
}

/** Vertical lines of a node's gravest markers, through all rows of the node that are painted, also when its own row is not. */
function drawRules(input: SceneInput, first: number, end: number): DrawItem[] {
  const { rows, top, bottom } = input;
  const items: DrawItem[] = [];
  for (let i = 0; i < end; i++) {
    const row = rows[i]!;
    if (row.lane.kind !== 'node' || row.lane.markers.length === 0) continue;
    let last = i;
    while (last + 1 < rows.length && rows[last + 1]!.lane.depth > 0) last++;
    if (last < first) continue;
    const from = Math.max(row.top, top);
    const to = Math.min(rows[last]!.top + rows[last]!.height, bottom);
    for (const { x, tone } of drawGlyphs(row.lane, 0, row.height, [], input).rules) {
      if (x >= 0 && x <= input.widthPx)
        items.push({ type: 'rule', x, y: from - top, height: to - from, tone });
    }
  }
  return items;
}
