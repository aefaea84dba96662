import type { OffsetMark, Tick } from '../../src/timeline/ticks.ts';
import { toX, type Viewport } from '../../src/timeline/viewport.ts';
import { CANVAS_FONTS } from './fonts.ts';
import type { CanvasTheme } from './theme.ts';

/** Height of the line of UTC digits, and of each further zone, in CSS pixels. */
const UTC_PX = 28;
const ZONE_PX = 15;
/** Room for the marks of the ticks below the last zone. */
const FOOT_PX = 2;

/** Height of the rulers in CSS pixels: UTC and `zones` further ones. */
export function rulerHeight(zones: number): number {
  return zones === 0 ? UTC_PX : UTC_PX - 4 + zones * ZONE_PX + FOOT_PX;
}

/** Middle of a further zone's line, from the top of the rulers. */
export function zoneLine(row: number): number {
  return UTC_PX + row * ZONE_PX + 2;
}

export interface RulerInput {
  readonly ticks: readonly Tick[];
  /** Changes of offset of each further zone, from above. */
  readonly offsetMarks: readonly (readonly OffsetMark[])[];
  readonly view: Viewport;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly pixelRatio: number;
  readonly theme: CanvasTheme;
}

/** UTC digits above, each further zone under them in a lighter voice with its changes of offset marked. */
export function paintRuler(context: CanvasRenderingContext2D, input: RulerInput): void {
  const { ticks, view, widthPx, heightPx, pixelRatio, theme } = input;
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  context.clearRect(0, 0, widthPx, heightPx);
  context.textBaseline = 'middle';
  context.textAlign = 'center';
  for (const tick of ticks) {
    const x = toX(view, widthPx, tick.time);
    context.fillStyle = tick.isDate ? theme.gridDate : theme.grid;
    context.fillRect(Math.round(x), heightPx - 5, 1, 5);
    context.font = tick.isDate ? `700 ${CANVAS_FONTS.tick}` : CANVAS_FONTS.tick;
    context.fillStyle = theme.tick;
    context.fillText(tick.label, x, 14);
  }
  input.offsetMarks.forEach((marks, row) => {
    paintZone(context, input, marks, row);
  });
}

function paintZone(
  context: CanvasRenderingContext2D,
  input: RulerInput,
  marks: readonly OffsetMark[],
  row: number,
): void {
  const { ticks, view, widthPx, theme } = input;
  const y = zoneLine(row);
  context.font = CANVAS_FONTS.second;
  const taken = paintOffsetMarks(context, input, marks, y);
  context.fillStyle = theme.tickSecond;
  for (const tick of ticks) {
    const x = toX(view, widthPx, tick.time);
    const text = tick.zones[row] ?? '';
    const half = context.measureText(text).width / 2;
    const place = { from: x - half, to: x + half };
    if (!isFree(place, taken)) continue;
    taken.push(place);
    context.fillText(text, x, y);
  }
}

interface Place {
  readonly from: number;
  readonly to: number;
}

function isFree({ from, to }: Place, taken: readonly Place[]): boolean {
  return taken.every((place) => place.to + 6 <= from || place.from - 6 >= to);
}

/** Paints the changes of a zone's offset; gives the places of their texts. */
function paintOffsetMarks(
  context: CanvasRenderingContext2D,
  input: RulerInput,
  marks: readonly OffsetMark[],
  y: number,
): Place[] {
  const { view, widthPx, heightPx, theme } = input;
  const taken: Place[] = [];
  for (const mark of marks) {
    const x = toX(view, widthPx, mark.at);
    context.fillStyle = theme.offsetChange;
    context.fillRect(Math.round(x), y - 8, 1, heightPx - y + 8);
    const width = context.measureText(mark.label).width + 10;
    const place = { from: x - width / 2, to: x + width / 2 };
    if (!isFree(place, taken)) continue;
    taken.push(place);
    context.fillStyle = theme.ground;
    context.beginPath();
    context.roundRect(place.from, y - 7, width, 14, 4);
    context.fill();
    context.strokeStyle = theme.offsetChange;
    context.lineWidth = 1;
    context.stroke();
    context.fillStyle = theme.offsetChange;
    context.fillText(mark.label, x, y + 0.5);
  }
  return taken;
}
