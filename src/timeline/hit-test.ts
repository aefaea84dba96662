import type { LineRef } from '../model/incident.ts';
import type { SourceId } from '../model/source.ts';
import type { Instant } from '../time/instant.ts';
import type { VisibleBar } from './culling.ts';
import type { DensityBars } from './density-bars.ts';
import type { Selection } from './selection.ts';

/** What a painted area stands for. */
export type Target = Mark | DensityArea | BarsArea;

/** The bars of a lane. */
interface BarsArea {
  readonly type: 'bars';
  readonly bars: readonly VisibleBar[];
}

/** The bars of a source: which one answers depends on the point. */
interface DensityArea {
  readonly type: 'density';
  readonly source: SourceId;
  readonly bars: DensityBars;
  /** Left edge of bar 0 and the distance from one bar to the next. */
  readonly x: number;
  readonly pitch: number;
}

/** What lies under a point of the picture. */
export type Mark =
  | {
      readonly type: 'interval' | 'marker' | 'event';
      /** Index into the incident's array of that kind; of several drawn as one, the worst. */
      readonly index: number;
      /** Indexes of all that are drawn as one. */
      readonly indexes: readonly number[];
      readonly ref: LineRef | null;
      readonly time: Instant | null;
    }
  /** Records of a source; which one is looked up when it is asked for. `[start, end)` is the bar under the point. */
  | {
      readonly type: 'records';
      readonly source: SourceId;
      readonly start: number;
      readonly end: number;
      readonly count: number;
    }
  /** A span in which the source could not have spoken. */
  | { readonly type: 'gap'; readonly start: Instant; readonly end: Instant };

/** A painted area that answers the pointer, `[x0, x1) × [y0, y1)` in the coordinates of the draw list. */
export interface HitBox {
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
  readonly laneKey: string;
  readonly target: Target;
}

/** What lies at a point, and the area that answered. */
export interface Hit extends HitBox {
  readonly target: Mark;
}

/** Distance at which a mark still answers: a finger is wider than a pixel. */
const REACH_PX = 4;
const RANK: Readonly<Record<Mark['type'], number>> = {
  marker: 0,
  event: 1,
  interval: 2,
  records: 3,
  gap: 4,
};

/**
 * What lies at a point: markers before intervals before records, among equals the nearest, then the narrowest. Marks answer within `reachPx`
 * of their sides, but never outside their own row's height. Null on empty ground. O(boxes).
 */
export function hitTest(
  boxes: readonly HitBox[],
  x: number,
  y: number,
  reachPx = REACH_PX,
): Hit | null {
  let best: Hit | null = null;
  let bestScore = Number.POSITIVE_INFINITY;
  const consider = (box: HitBox, target: Mark, x0: number, x1: number) => {
    const distance = Math.max(0, x0 - x, x - x1);
    const isArea = target.type === 'gap' || target.type === 'records';
    if (distance > (isArea ? 0 : reachPx)) return;
    const score = distance * 1e6 + RANK[target.type] * 1e5 + Math.min(x1 - x0, 9e4);
    if (score >= bestScore) return;
    bestScore = score;
    best = { ...box, target };
  };
  for (const box of boxes) {
    if (y < box.y0 || y >= box.y1) continue;
    const { target } = box;
    if (target.type === 'density') {
      const records = recordsAt(target, x);
      if (records !== null) consider(box, records, x, x);
    } else if (target.type === 'bars') {
      for (const bar of target.bars) {
        if (bar.x - reachPx > x || bar.x + bar.width + reachPx < x) continue;
        consider(box, intervalOf(bar), bar.x, bar.x + bar.width);
      }
    } else consider(box, target, box.x0, box.x1);
  }
  return best;
}

function intervalOf({ item, items }: VisibleBar): Mark {
  return {
    type: 'interval',
    index: item.index,
    indexes: items.map(({ index }) => index),
    ref: item.interval.evidence[0] ?? null,
    time: item.interval.start,
  };
}

function recordsAt({ source, bars, x: left, pitch }: DensityArea, x: number): Mark | null {
  const bar = Math.floor((x - left) / pitch);
  const count = bars.counts[bar] ?? 0;
  if (count === 0) return null;
  const width = 2 ** bars.exponent;
  const start = (bars.first + bar) * width + bars.phaseMs;
  return { type: 'records', source, start, end: start + width, count };
}

/** The selection that a click on a mark makes; null for records and gaps, which are no single mark. */
export function selectionOf(hit: Hit): Selection | null {
  const { target } = hit;
  if (target.type === 'records' || target.type === 'gap') return null;
  return {
    kind: target.type,
    laneKey: hit.laneKey,
    index: target.index,
    ref: target.ref,
    time: target.time,
  };
}
