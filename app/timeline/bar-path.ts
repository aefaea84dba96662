import type { DrawItem, EdgeStyle } from '../../src/timeline/draw-list.ts';

const RADIUS = 3;
/** Length of the fading end of a carried state, in CSS pixels; at most half the bar. */
const FADE = 28;
const TOOTH = 4;

/** Begins a path on `context` with the outline of a bar: rounded where the edge is known, straight where the view cuts it or the state is carried on, torn where nothing is known. */
export function traceBar(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  width: number,
  height: number,
  start: EdgeStyle,
  end: EdgeStyle,
): void {
  context.beginPath();
  if (start !== 'unknown' && end !== 'unknown') {
    const left = radiusOf(start, width);
    const right = radiusOf(end, width);
    context.roundRect(x, y, width, height, [left, right, right, left]);
    return;
  }
  const teeth = Math.max(2, Math.round(height / TOOTH));
  const depth = Math.min(TOOTH, width / 3);
  context.moveTo(x, y);
  context.lineTo(x + width, y);
  if (end === 'unknown') {
    for (let i = 1; i <= teeth; i++) {
      context.lineTo(x + width - (i % 2) * depth, y + (height * i) / teeth);
    }
  }
  context.lineTo(x + width, y + height);
  context.lineTo(x, y + height);
  if (start === 'unknown') {
    for (let i = 1; i <= teeth; i++) {
      context.lineTo(x + (i % 2) * depth, y + height - (height * i) / teeth);
    }
  }
  context.closePath();
}

function radiusOf(edge: EdgeStyle, width: number): number {
  return edge === 'observed' || edge === 'implied' ? Math.min(RADIUS, width / 2) : 0;
}

/** How much of a bar's ends is faded because the state is only carried on; null when nothing is. */
export function fadeOf(
  item: Pick<Extract<DrawItem, { type: 'bar' }>, 'startEdge' | 'endEdge'>,
  width: number,
): { readonly left: number; readonly right: number } | null {
  const length = Math.min(FADE, Math.floor(width / 2));
  if (length < 4) return null;
  const left = item.startEdge === 'carried' ? length : 0;
  const right = item.endEdge === 'carried' ? length : 0;
  return left + right > 0 ? { left, right } : null;
}
