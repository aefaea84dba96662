import type { DensityBars } from '../../src/timeline/density-bars.ts';
import type { DrawItem } from '../../src/timeline/draw-list.ts';
import type { CanvasTheme } from './theme.ts';

type DensityItem = Extract<DrawItem, { type: 'density' }>;

/** Share of the row's height that a bar of the worst level in it has at least: one error among thousands stays in sight. */
const LEAST_HEIGHT: readonly number[] = [0, 1, 0.72, 0.5, 0, 0];
/** Share of the row's height that the fullest bar without warnings reaches. */
const CALM_HEIGHT = 0.66;

/**
 * Density rows as pixels, one image for all of a frame: a bar of two pixels costs a few stores instead of a path.
 * The image is kept from frame to frame.
 */
export class DensityLayer {
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

  /** Paints all density items onto `target`, whose transform is left at identity. */
  paint(
    items: readonly DensityItem[],
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
    pixels.fill(0);
    const colours = levelColours(theme);
    let top = 0;
    items.forEach((item, i) => {
      writeBars(pixels, width, top, heights[i]!, item, pixelRatio, colours);
      top += heights[i]!;
    });
    this.context.putImageData(image, 0, 0);
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

  private imageOf(width: number, height: number): ImageData {
    if (this.image === null || this.image.width !== width || this.image.height !== height) {
      this.canvas.width = width;
      this.canvas.height = height;
      this.image = this.context.createImageData(width, height);
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

function writeBars(
  pixels: Uint32Array,
  width: number,
  top: number,
  height: number,
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

const colourCache = new WeakMap<CanvasTheme, Uint32Array>();

/** Colours by level as the bytes of a pixel (RGBA in memory, little-endian). */
function levelColours(theme: CanvasTheme): Uint32Array {
  const known = colourCache.get(theme);
  if (known !== undefined) return known;
  const colours = new Uint32Array(6);
  for (const level of [1, 2, 3, 4, 5] as const) {
    const rgb = Number.parseInt(theme.levels[level].slice(1), 16);
    colours[level] = (0xff000000 | ((rgb & 0xff) << 16) | (rgb & 0xff00) | (rgb >> 16)) >>> 0;
  }
  colourCache.set(theme, colours);
  return colours;
}
