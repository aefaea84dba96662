import { assertNever } from '../../src/base/assert.ts';
import type { DrawItem, Ink } from '../../src/timeline/draw-list.ts';
import { fadeOf, traceBar } from './bar-path.ts';
import { CANVAS_FONTS } from './fonts.ts';
import { drawGlyph } from './glyph-shapes.ts';
import type { Patterns } from './patterns.ts';
import type { PixelItem, PixelLayer } from './pixel-layer.ts';
import type { CanvasTheme } from './theme.ts';

type Item<T extends DrawItem['type']> = Extract<DrawItem, { type: T }>;

/** Everything a painter needs besides the list. Sizes in CSS pixels. */
export interface Surface {
  readonly context: CanvasRenderingContext2D;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly pixelRatio: number;
  readonly theme: CanvasTheme;
  readonly patterns: Patterns;
  readonly pixels: PixelLayer;
}

/** Paints a draw list over a fresh ground. Leaves the context scaled to CSS pixels. */
export function paintScene(items: readonly DrawItem[], surface: Surface): void {
  const { context, pixelRatio, theme, widthPx, heightPx } = surface;
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  context.fillStyle = theme.ground;
  context.fillRect(0, 0, widthPx, heightPx);
  // All that is painted as pixels goes down in one image, above the ground and below everything that is drawn by path.
  let laid = false;
  for (const item of items) {
    if (!laid && item.type !== 'row' && item.type !== 'grid' && item.type !== 'offset-change') {
      laid = true;
      const pixels = items.filter(isPixelItem);
      surface.pixels.paint(pixels, context, widthPx, pixelRatio, theme);
      context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
    }
    paintItem(item, surface);
  }
}

function paintItem(item: DrawItem, surface: Surface): void {
  const { context, theme } = surface;
  switch (item.type) {
    case 'row':
      paintRow(item, surface);
      return;
    case 'grid':
      context.fillStyle = item.isDate ? theme.gridDate : theme.grid;
      context.fillRect(crisp(item.x, surface), 0, 1, surface.heightPx);
      return;
    case 'offset-change':
      dashedLine(
        context,
        crisp(item.x, surface) + 0.5,
        0,
        surface.heightPx,
        theme.offsetChange,
        [2, 4],
      );
      return;
    case 'gap':
      context.fillStyle = surface.patterns.hatch(item.originX);
      context.beginPath();
      context.roundRect(item.x, item.y, item.width, item.height, 3);
      context.fill();
      return;
    case 'strip':
      if (!isCrowded(item)) paintStrip(item, surface);
      return;
    case 'density':
      if (item.provisional) paintProvisionalBase(item, surface);
      return;
    case 'bar':
      paintBar(item, surface);
      return;
    case 'bar-tick':
      context.fillStyle = theme.rampTick;
      context.fillRect(crisp(item.x, surface), item.y - 1, 1, item.height + 2);
      return;
    case 'rule':
      context.fillStyle = theme.tones[item.tone];
      context.fillRect(crisp(item.x, surface) - 0.5, item.y, 2, item.height);
      return;
    case 'matches':
      paintMatches(item, surface);
      return;
    case 'glyph':
      drawGlyph(item, context, theme);
      return;
    case 'pill':
      paintPill(item, surface);
      return;
    case 'text':
      context.font = CANVAS_FONTS[item.font];
      context.fillStyle = inkColour(item.ink, theme);
      context.fillText(item.text, item.x, item.y + 0.5);
      return;
    default:
      assertNever(item);
  }
}

function paintRow(item: Item<'row'>, { context, theme, widthPx }: Surface): void {
  if (item.look === 'node') {
    context.fillStyle = theme.nodeRow;
    context.fillRect(0, item.y, widthPx, item.height);
  }
  context.fillStyle = theme.rule;
  context.fillRect(0, item.y + item.height - 1, widthPx, 1);
}

/** A strip of fewer bars costs less as rectangles than as an image of the whole row. */
function isCrowded(item: Item<'strip'>): boolean {
  return item.bars.length >= 40;
}

function isPixelItem(item: DrawItem): item is PixelItem {
  return item.type === 'density' || (item.type === 'strip' && isCrowded(item));
}

function paintStrip(item: Item<'strip'>, { context, theme, patterns }: Surface): void {
  for (const { x, width, originX, item: shown } of item.bars) {
    const { fill, stripe } = theme.families[shown.family];
    context.fillStyle = stripe === null ? fill : patterns.stripes(shown.family, originX);
    context.fillRect(x, item.y, width > 3 ? width - 1 : width, item.height);
  }
}

function paintBar(item: Item<'bar'>, surface: Surface): void {
  const { context, theme } = surface;
  const x = item.x;
  // A hairline of ground keeps neighbours apart without hiding a short bar.
  const width = item.width > 4 ? item.width - 1 : item.width;
  const fill = fillOf(item, surface);
  context.fillStyle = fill;
  const trace = () =>
    traceBar(context, x, item.y, width, item.height, item.startEdge, item.endEdge);
  const fade = fadeOf(item, width);
  if (fade !== null && typeof fill !== 'string') fillFading(trace, x, width, item, fade, context);
  else {
    if (fade !== null && typeof fill === 'string') {
      context.fillStyle = fadingColour(fill, x, width, fade, context);
    }
    trace();
    context.fill();
  }
  if (item.startEdge === 'implied')
    dashedLine(context, x + 1, item.y, item.height, edgeColour(item, theme), [3, 2], 2);
  if (item.endEdge === 'implied') {
    dashedLine(context, x + width - 1, item.y, item.height, edgeColour(item, theme), [3, 2], 2);
  }
  if (item.provisional) {
    context.strokeStyle = theme.provisional;
    context.lineWidth = 1;
    context.setLineDash([4, 3]);
    context.strokeRect(x + 0.5, item.y + 0.5, Math.max(1, width - 1), item.height - 1);
    context.setLineDash([]);
  }
  if (item.selected) outline(context, theme, x, item.y, width, item.height);
}

function fillOf(
  item: Item<'bar'>,
  { context, theme, patterns }: Surface,
): string | CanvasGradient | CanvasPattern {
  if (item.family === 'heartbeat') {
    const ramp = context.createLinearGradient(
      item.originX,
      0,
      Math.max(item.farX, item.originX + 1),
      0,
    );
    ramp.addColorStop(0, theme.ramp[0]);
    ramp.addColorStop(0.5, theme.ramp[1]);
    ramp.addColorStop(0.9, theme.ramp[2]);
    ramp.addColorStop(1, theme.ramp[2]);
    return ramp;
  }
  const paint = theme.families[item.family];
  if (item.family === 'unknown' || item.family === 'no-coverage')
    return patterns.hatch(item.originX);
  return paint.stripe === null ? paint.fill : patterns.stripes(item.family, item.originX);
}

/** How little of a carried state is left where its log ends. */
const FADED = 0.15;

/** A state that is only carried on gets paler towards the end of what is known. `colour` is `#rrggbb`. */
function fadingColour(
  colour: string,
  x: number,
  width: number,
  fade: { readonly left: number; readonly right: number },
  context: CanvasRenderingContext2D,
): CanvasGradient {
  const gradient = context.createLinearGradient(x, 0, x + width, 0);
  const faded = `${colour}${Math.round(FADED * 255).toString(16)}`;
  gradient.addColorStop(0, fade.left > 0 ? faded : colour);
  gradient.addColorStop(fade.left / width, colour);
  gradient.addColorStop(1 - fade.right / width, colour);
  gradient.addColorStop(1, fade.right > 0 ? faded : colour);
  return gradient;
}

/** The same for a pattern, which has no transparency of its own: in steps on whole pixels. */
function fillFading(
  trace: () => void,
  x: number,
  width: number,
  item: Item<'bar'>,
  fade: { readonly left: number; readonly right: number },
  context: CanvasRenderingContext2D,
): void {
  const step = 2;
  const [first, last] = [Math.floor(x), Math.ceil(x + width)];
  const slice = (from: number, to: number, alpha: number) => {
    context.save();
    context.beginPath();
    context.rect(from, item.y, to - from, item.height);
    context.clip();
    context.globalAlpha = alpha;
    trace();
    context.fill();
    context.restore();
  };
  const left = Math.ceil(fade.left / step) * step;
  const right = Math.ceil(fade.right / step) * step;
  slice(first + left, last - right, 1);
  for (let at = 0; at < left; at += step) {
    slice(first + at, first + at + step, FADED + (1 - FADED) * (at / left));
  }
  for (let at = 0; at < right; at += step) {
    slice(last - at - step, last - at, FADED + (1 - FADED) * (at / right));
  }
}

function edgeColour(item: Item<'bar'>, theme: CanvasTheme): string {
  return item.family === 'heartbeat' ? theme.heartbeatInk : theme.families[item.family].ink;
}

/** Few enough to lead the eye through the whole lane; more would veil what lies under them. */
const MAX_FULL_MATCHES = 80;
const MATCH_TICK_PX = 5;

function paintMatches(item: Item<'matches'>, surface: Surface): void {
  const { context, theme } = surface;
  context.fillStyle = theme.match;
  if (item.xs.length <= MAX_FULL_MATCHES) {
    context.globalAlpha = 0.4;
    for (const x of item.xs) context.fillRect(crisp(x, surface), item.y, 1, item.height - 1);
    context.globalAlpha = 1;
  }
  const top = item.y + item.height - 1 - MATCH_TICK_PX;
  for (const x of item.xs) context.fillRect(crisp(x, surface) - 0.5, top, 2, MATCH_TICK_PX);
}

function paintProvisionalBase(item: Item<'density'>, { context, theme, widthPx }: Surface): void {
  context.strokeStyle = theme.provisional;
  context.lineWidth = 1;
  context.setLineDash([4, 3]);
  context.beginPath();
  context.moveTo(0, item.y + item.height + 0.5);
  context.lineTo(widthPx, item.y + item.height + 0.5);
  context.stroke();
  context.setLineDash([]);
}

function paintPill(item: Item<'pill'>, { context, theme }: Surface): void {
  const height = 16;
  context.fillStyle = theme.tones[item.tone];
  context.beginPath();
  context.roundRect(item.x, item.y, item.width, height, 4);
  context.fill();
  context.font = CANVAS_FONTS.pill;
  context.fillStyle = theme.pillInk[item.tone];
  context.textAlign = 'center';
  context.fillText(item.text, item.x + item.width / 2, item.y + height / 2 + 0.5, item.width - 4);
  context.textAlign = 'left';
  if (item.selected) outline(context, theme, item.x, item.y, item.width, height);
}

function outline(
  context: CanvasRenderingContext2D,
  theme: CanvasTheme,
  x: number,
  y: number,
  width: number,
  height: number,
): void {
  context.lineWidth = 2;
  context.strokeStyle = theme.ground;
  context.beginPath();
  context.roundRect(x - 1, y - 1, width + 2, height + 2, 4);
  context.stroke();
  context.strokeStyle = theme.accent;
  context.beginPath();
  context.roundRect(x - 2.5, y - 2.5, width + 5, height + 5, 5);
  context.stroke();
}

function dashedLine(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  height: number,
  colour: string,
  dash: number[],
  lineWidth = 1,
): void {
  context.strokeStyle = colour;
  context.lineWidth = lineWidth;
  context.setLineDash(dash);
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(x, y + height);
  context.stroke();
  context.setLineDash([]);
}

function inkColour(ink: Ink, theme: CanvasTheme): string {
  if ('on' in ink) return theme.families[ink.on].ink;
  if (ink.tone === 'quiet') return theme.quiet;
  return ink.tone === 'heartbeat' ? theme.heartbeatInk : theme.toneInk[ink.tone];
}

/** The nearest whole device pixel, so that a line of one pixel is not smeared over two. */
function crisp(x: number, { pixelRatio }: Surface): number {
  return Math.round(x * pixelRatio) / pixelRatio;
}
