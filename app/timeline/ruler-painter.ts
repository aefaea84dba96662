import type { OffsetMark, Tick } from '../../src/timeline/ticks.ts';
import { toX, type Viewport } from '../../src/timeline/viewport.ts';
import { CANVAS_FONTS } from './fonts.ts';
import type { CanvasTheme } from './theme.ts';

/** Heights of the ruler in CSS pixels, with and without a second zone. */
export const RULER_HEIGHT = 40;
export const RULER_HEIGHT_UTC_ONLY = 28;

export interface RulerInput {
  readonly ticks: readonly Tick[];
  readonly offsetMarks: readonly OffsetMark[];
  readonly view: Viewport;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly pixelRatio: number;
  readonly theme: CanvasTheme;
}

/** UTC digits above, the second zone under them in a lighter voice, changes of its offset marked. */
export function paintRuler(context: CanvasRenderingContext2D, input: RulerInput): void {
  const { ticks, view, widthPx, heightPx, pixelRatio, theme } = input;
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  context.clearRect(0, 0, widthPx, heightPx);
  context.textBaseline = 'middle';
  context.textAlign = 'center';
  let freeFrom = Number.NEGATIVE_INFINITY;
  for (const tick of ticks) {
    const x = toX(view, widthPx, tick.time);
    context.fillStyle = tick.isDate ? theme.gridDate : theme.grid;
    context.fillRect(Math.round(x), heightPx - 5, 1, 5);
    context.font = tick.isDate ? `700 ${CANVAS_FONTS.tick}` : CANVAS_FONTS.tick;
    context.fillStyle = theme.tick;
    context.fillText(tick.label, x, 14);
    if (tick.second === null) continue;
    context.font = CANVAS_FONTS.second;
    const half = context.measureText(tick.second).width / 2;
    if (x - half < freeFrom) continue;
    freeFrom = x + half + 8;
    context.fillStyle = theme.tickSecond;
    context.fillText(tick.second, x, 29);
  }
  paintOffsetMarks(context, input);
}

function paintOffsetMarks(context: CanvasRenderingContext2D, input: RulerInput): void {
  const { offsetMarks, view, widthPx, heightPx, theme } = input;
  context.font = CANVAS_FONTS.second;
  let freeFrom = Number.NEGATIVE_INFINITY;
  for (const mark of offsetMarks) {
    const x = toX(view, widthPx, mark.at);
    context.fillStyle = theme.offsetChange;
    context.fillRect(Math.round(x), 20, 1, heightPx - 20);
    const width = context.measureText(mark.label).width + 10;
    if (x - width / 2 < freeFrom) continue;
    freeFrom = x + width / 2 + 6;
    context.fillStyle = theme.ground;
    context.beginPath();
    context.roundRect(x - width / 2, 21, width, 15, 4);
    context.fill();
    context.strokeStyle = theme.offsetChange;
    context.lineWidth = 1;
    context.stroke();
    context.fillStyle = theme.offsetChange;
    context.fillText(mark.label, x, 29);
  }
}
