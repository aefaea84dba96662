import type { SegmentRecords } from '../model/evidence.ts';
import type { LineRef } from '../model/incident.ts';
import { Level } from '../model/level.ts';
import type { Instant } from '../time/instant.ts';
import type { DrawItem } from './draw-list.ts';
import { fitText } from './fit-text.ts';
import type { HitBox, Target } from './hit-test.ts';
import type { Lane } from './lane.ts';
import type { Plot } from './lane-bars.ts';
import type { Label, Occupied } from './lane-labels.ts';
import { type MarkerShape, type MarkerTone, markerStyle } from './marker-code.ts';
import { levelAtLine } from './pick-record.ts';
import { toX } from './viewport.ts';

/** Glyphs nearer together than this are drawn as one, with their number. */
const MERGE_PX = 7;
const GLYPH_HALF = 5;
const LABEL_GAP = 8;
const PILL_HEIGHT = 16;
const PILL_INSET = 6;

interface Sign {
  readonly type: 'marker' | 'event';
  readonly index: number;
  readonly time: Instant;
  readonly code: string;
  readonly ref: LineRef;
  readonly shape: MarkerShape;
  readonly tone: MarkerTone;
  readonly rank: number;
}

interface Cluster {
  x: number;
  lastX: number;
  readonly signs: Sign[];
}

/**
 * Glyphs of a lane's markers and events, the ground they take, the codes they want beside them, and their hit boxes. `rules` are the marks
 * that also get a vertical line through the rows of their node.
 */
export function drawGlyphs(
  lane: Lane,
  y: number,
  height: number,
  segments: readonly SegmentRecords[],
  plot: Plot,
): {
  items: DrawItem[];
  taken: Occupied[];
  labels: Label[];
  hits: HitBox[];
  rules: { readonly x: number; readonly tone: MarkerTone }[];
} {
  const items: DrawItem[] = [];
  const taken: Occupied[] = [];
  const labels: Label[] = [];
  const hits: HitBox[] = [];
  const rules: { x: number; tone: MarkerTone }[] = [];
  const clusters = clusterOf(signsInView(lane, segments, plot), plot);
  const middle = lane.intervals.length > 0 || lane.source !== null ? y + 8 : y + height / 2;
  clusters.forEach((cluster, i) => {
    const loudest = cluster.signs.reduce((worst, sign) => (sign.rank < worst.rank ? sign : worst));
    const selected = cluster.signs.some((sign) => isSelected(sign, plot));
    const target: Target = {
      type: loudest.type,
      index: loudest.index,
      indexes: cluster.signs.filter(({ type }) => type === loudest.type).map(({ index }) => index),
      ref: loudest.ref,
      time: loudest.time,
    };
    const box = { y0: y, y1: y + height, laneKey: lane.key, target };
    const { x } = cluster;
    if (loudest.shape === 'flag') {
      const width = plot.measure(loudest.code, 'code') + 2 * PILL_INSET;
      const left = x - width - 3 >= 0 ? x - width - 3 : x + 3;
      const pillY = y + (height - PILL_HEIGHT) / 2;
      items.push({
        type: 'pill',
        x: left,
        y: pillY,
        width,
        text: loudest.code,
        tone: loudest.tone,
        selected,
      });
      hits.push({ ...box, x0: Math.min(left, x - 2), x1: Math.max(left + width, x + 2) });
      taken.push({ x0: left - 1, x1: left + width + 1, y0: pillY, y1: pillY + PILL_HEIGHT });
      if (lane.kind === 'node') rules.push({ x, tone: loudest.tone });
      return;
    }
    items.push({
      type: 'glyph',
      shape: loudest.shape,
      tone: loudest.tone,
      x,
      y: middle,
      count: cluster.signs.length,
      selected,
    });
    hits.push({ ...box, x0: x - GLYPH_HALF, x1: cluster.lastX + GLYPH_HALF });
    taken.push({
      x0: x - GLYPH_HALF,
      x1: cluster.lastX + GLYPH_HALF,
      y0: middle - GLYPH_HALF,
      y1: middle + GLYPH_HALF,
    });
    if (lane.intervals.length > 0) return;
    const from = cluster.lastX + LABEL_GAP;
    const until =
      clusters[i + 1] === undefined ? plot.widthPx : clusters[i + 1]!.x - GLYPH_HALF - 2;
    const text = codesThatFit(cluster.signs, until - from - 4, plot);
    if (text !== null) {
      labels.push({
        x: from,
        y: middle,
        text,
        font: 'code',
        ink: { tone: loudest.tone },
        until: null,
      });
    }
  });
  return { items, taken, labels, hits, rules };
}

function signsInView(lane: Lane, segments: readonly SegmentRecords[], plot: Plot): Sign[] {
  const { view, widthPx, words } = plot;
  const margin = ((view.end - view.start) / widthPx) * MERGE_PX;
  const inView = (time: number) => time >= view.start - margin && time <= view.end + margin;
  const signs: Sign[] = [];
  for (const { marker, index, time, code } of lane.markers) {
    if (!inView(time)) continue;
    const text = code ?? words.marker(marker.kind);
    signs.push({
      type: 'marker',
      index,
      time,
      code: text,
      ref: marker.ref,
      ...markerStyle(marker.kind),
    });
  }
  for (const { event, index, time } of lane.events) {
    if (!inView(time)) continue;
    const ref =
      [event.ref, ...event.alsoAt].find(({ source }) => source === lane.source) ?? event.ref;
    const level = levelAtLine(segments, ref.line);
    signs.push({
      type: 'event',
      index,
      time,
      code: String(event.id),
      ref,
      shape: 'triangle',
      tone: toneOfLevel(level),
      rank: 30 + (level === 0 ? Level.Info : level),
    });
  }
  return signs.sort((a, b) => a.time - b.time);
}

function toneOfLevel(level: number): MarkerTone {
  if (level === Level.Critical || level === Level.Error) return 'failure';
  return level === Level.Warning ? 'warning' : 'neutral';
}

function clusterOf(signs: readonly Sign[], plot: Plot): Cluster[] {
  const clusters: Cluster[] = [];
  for (const sign of signs) {
    const x = toX(plot.view, plot.widthPx, sign.time);
    const open = clusters[clusters.length - 1];
    if (open !== undefined && x - open.x < MERGE_PX) {
      open.signs.push(sign);
      open.lastX = x;
    } else clusters.push({ x, lastX: x, signs: [sign] });
  }
  return clusters;
}

/** `1230 · 1069`, loudest first and each once; fewer with their number when not all fit, null when none does. */
function codesThatFit(signs: readonly Sign[], widthPx: number, plot: Plot): string | null {
  const codes = [...new Set([...signs].sort((a, b) => a.rank - b.rank).map(({ code }) => code))];
  for (let kept = Math.min(codes.length, 6); kept > 0; kept--) {
    const rest = codes.length - kept;
    const text = codes.slice(0, kept).join(' · ') + (rest > 0 ? ` +${rest}` : '');
    if (plot.measure(text, 'code') <= widthPx) return text;
  }
  const [first] = codes;
  return first === undefined || /^\d+$/.test(first)
    ? null
    : fitText(first, widthPx, 'code', plot.measure);
}

function isSelected(sign: Sign, { selection }: Plot): boolean {
  return selection !== null && selection.kind === sign.type && selection.index === sign.index;
}
