import type { DensityBars } from '../../src/timeline/density-bars.ts';
import type { DrawItem } from '../../src/timeline/draw-list.ts';
import { STATE_FAMILIES, type StateFamily } from '../../src/timeline/state-family.ts';
import { STRIPE_PERIOD } from './patterns.ts';
import type { CanvasTheme } from './theme.ts';

type DensityItem = Extract<DrawItem, { type: 'density' }>;
type StripItem = Extract<DrawItem, { type: 'strip' }>;
export type PixelItem = DensityItem | StripItem;

/** Share of the row's height that a bar of the worst level in it has at least: one error among thousands stays in sight. */
const LEAST_HEIGHT: readonly number[] = [0, 1, 0.72, 0.5, 0, 0];
/** Share of the row's height that the fullest bar without warnings reaches. */
const CALM_HEIGHT = 0.66;

/**
 * Density and crowded bars as pixels, one image for all of a frame: a bar of two pixels costs a few stores instead of a path.
 * The image is kept from frame to frame.
 */
export class PixelLayer {
  private readonly canvas: HTMLCanvasElement;
  private readonly context: CanvasRenderingContext2D;
  private image: ImageData | null = null;
  private pixels = new Uint32Array(0);

  constructor() {
    this.canvas = document.createElement('canvas');
    const context = this.canvas.getContext('2d', { willReadFrequently: true });
    if (context === null) throw new Error('this browser has no canvas');
    this.context = context;
  }

  /** Paints all items onto `target`, whose transform is left at identity. */
  paint(
    items: readonly PixelItem[],
    target: CanvasRenderingContext2D,
    widthPx: number,
    pixelRatio: number,
    theme: CanvasTheme,
  ): void {
    if (items.length === 0) return;
    const width = Math.max(1, Math.round(widthPx * pixelRatio));
    const heights = items.map((item) => Math.round(item.height * pixelRatio));
    const total = heights.reduce((sum, height) => sum + height, 0);
    const image = this.imageOf(width, total);
    const { pixels } = this;
    pixels.fill(0, 0, width * total);
    const colours = levelColours(theme);
    let top = 0;
    items.forEach((item, i) => {
      const band = { pixels, width, top, height: heights[i]! };
      if (item.type === 'density') writeDensity(band, item, pixelRatio, colours);
      else writeStrip(band, item, pixelRatio, theme);
      top += heights[i]!;
    });
    this.context.putImageData(image, 0, 0, 0, 0, width, total);
    target.setTransform(1, 0, 0, 1, 0, 0);
    top = 0;
    items.forEach((item, i) => {
      const height = heights[i]!;
      target.drawImage(
        this.canvas,
        0,
        top,
        width,
        height,
        0,
        Math.round(item.y * pixelRatio),
        width,
        height,
      );
      top += height;
    });
  }

  /** An image of the width and at least the height; it only grows. */
  private imageOf(width: number, height: number): ImageData {
    if (this.image === null || this.image.width !== width || this.image.height < height) {
      const roomy = Math.ceil(height / 256) * 256;
      this.canvas.width = width;
      this.canvas.height = roomy;
      this.image = this.context.createImageData(width, roomy);
      this.pixels = new Uint32Array(this.image.data.buffer);
    }
    return this.image;
  }
}

/** Height of a bar in device pixels, at least 1 where there is a record. Heights go with the root of the count: a burst does not flatten the rest. */
export function barHeight(bars: DensityBars, bar: number, height: number): number {
  const count = bars.counts[bar]!;
  if (count === 0) return 0;
  const calm = Math.sqrt(count / Math.max(bars.peak, 4)) * CALM_HEIGHT;
  const least = LEAST_HEIGHT[bars.worst[bar]!] ?? 0;
  const share = least === 0 ? calm : least + (1 - least) * calm;
  return Math.min(height, Math.max(Math.min(2, height), Math.round(share * height)));
}

/** The rows `[top, top + height)` of an image `width` pixels wide. */
interface PixelBand {
  readonly pixels: Uint32Array;
  readonly width: number;
  readonly top: number;
  readonly height: number;
}

function writeDensity(
  { pixels, width, top, height }: PixelBand,
  item: DensityItem,
  pixelRatio: number,
  colours: Uint32Array,
): void {
  const { bars, x, pitch } = item;
  const pitchPx = pitch * pixelRatio;
  const barWidth = Math.max(1, Math.floor(pitchPx) - (pitchPx >= 2 ? 1 : 0));
  const bottom = top + height;
  for (let bar = 0; bar < bars.counts.length; bar++) {
    if (bars.counts[bar] === 0) continue;
    const left = Math.round(x * pixelRatio + bar * pitchPx);
    const from = Math.max(0, left);
    const to = Math.min(width, left + barWidth);
    if (to <= from) continue;
    const colour = colours[bars.worst[bar]!]!;
    for (let y = bottom - barHeight(bars, bar, height); y < bottom; y++) {
      pixels.fill(colour, y * width + from, y * width + to);
    }
  }
}

/** Columns of the families' colours; stripes are told by the place of each pixel, hung on the bar's own beginning. */
function writeStrip(
  { pixels, width, top, height }: PixelBand,
  item: StripItem,
  pixelRatio: number,
  theme: CanvasTheme,
): void {
  const period = Math.round(STRIPE_PERIOD * pixelRatio);
  const distinct = Math.min(period, height);
  const paints = familyPixels(theme);
  for (const bar of item.bars) {
    const left = Math.max(0, Math.round(bar.x * pixelRatio));
    const wanted = Math.round((bar.x + bar.width) * pixelRatio) - left;
    const right = Math.min(width, left + (wanted > 3 ? wanted - 1 : Math.max(1, wanted)));
    const { fill, stripe } = paints[bar.item.family];
    if (fill === stripe) {
      for (let row = top * width, y = 0; y < distinct; y++, row += width) {
        for (let x = left; x < right; x++) pixels[row + x] = fill;
      }
      continue;
    }
    const origin = Math.round(bar.originX * pixelRatio);
    for (let y = 0; y < distinct; y++) {
      const row = (top + y) * width;
      let along = (((left - origin + y) % period) + period) % period;
      for (let x = left; x < right; x++) {
        pixels[row + x] = along * 2 < period ? stripe : fill;
        if (++along === period) along = 0;
      }
    }
  }
  // Further down the rows repeat.
  for (let y = distinct; y < height; y++) {
    const from = (top + y - period) * width;
    pixels.copyWithin((top + y) * width, from, from + width);
  }
}

type FamilyPixels = Readonly<
  Record<StateFamily, { readonly fill: number; readonly stripe: number }>
>;
const familyPixelsOf = new WeakMap<CanvasTheme, FamilyPixels>();

/** Pixels of each family's paint; `stripe` is `fill` where there are no stripes. */
function familyPixels(theme: CanvasTheme): FamilyPixels {
  const known = familyPixelsOf.get(theme);
  if (known !== undefined) return known;
  const entries = STATE_FAMILIES.map((family) => {
    const { fill, stripe } = theme.families[family];
    return [family, { fill: pixelOf(fill), stripe: pixelOf(stripe ?? fill) }] as const;
  });
  const made = Object.fromEntries(entries) as FamilyPixels;
  familyPixelsOf.set(theme, made);
  return made;
}

const levelPixels = new WeakMap<CanvasTheme, Uint32Array>();

function levelColours(theme: CanvasTheme): Uint32Array {
  let colours = levelPixels.get(theme);
  if (colours === undefined) {
    colours = new Uint32Array(6);
    for (const level of [1, 2, 3, 4, 5] as const) colours[level] = pixelOf(theme.levels[level]);
    levelPixels.set(theme, colours);
  }
  return colours;
}

/** `#rrggbb` as the bytes of an opaque pixel (RGBA in memory, little-endian). */
function pixelOf(colour: string): number {
  const rgb = Number.parseInt(colour.slice(1), 16);
  return (0xff000000 | ((rgb & 0xff) << 16) | (rgb & 0xff00) | (rgb >> 16)) >>> 0;
}
