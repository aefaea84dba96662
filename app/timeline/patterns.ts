import type { StateFamily } from '../../src/timeline/state-family.ts';
import type { CanvasTheme } from './theme.ts';

/** Distance in CSS pixels after which a pattern repeats, along x and y. */
export const STRIPE_PERIOD = 10;

/** Diagonal stripes and hatches, made once per theme and pixel ratio, hung on a point of the plot so that they move with their bar. */
export class Patterns {
  private readonly theme: CanvasTheme;
  private readonly pixelRatio: number;
  private readonly context: CanvasRenderingContext2D;
  private readonly placed: DOMMatrix;
  private readonly made = new Map<string, CanvasPattern>();

  constructor(context: CanvasRenderingContext2D, theme: CanvasTheme, pixelRatio: number) {
    this.context = context;
    this.theme = theme;
    this.pixelRatio = pixelRatio;
    this.placed = new DOMMatrix([1 / pixelRatio, 0, 0, 1 / pixelRatio, 0, 0]);
  }

  hatch(originX: number): CanvasPattern | string {
    const [ground, line] = this.theme.hatch;
    return this.at(originX, 'hatch', ground, line, 0.32);
  }

  stripes(family: StateFamily, originX: number): CanvasPattern | string {
    const { fill, stripe } = this.theme.families[family];
    return stripe === null ? fill : this.at(originX, family, fill, stripe, 0.5);
  }

  private at(
    originX: number,
    key: string,
    ground: string,
    line: string,
    share: number,
  ): CanvasPattern | string {
    let pattern = this.made.get(key);
    if (pattern === undefined) {
      const made = this.make(ground, line, share);
      if (made === null) return ground;
      pattern = made;
      this.made.set(key, pattern);
    }
    this.placed.e = originX % STRIPE_PERIOD;
    pattern.setTransform(this.placed);
    return pattern;
  }

  /** One tile: stripes that rise to the right, `share` of it in the line's colour. */
  private make(ground: string, line: string, share: number): CanvasPattern | null {
    const size = Math.round(STRIPE_PERIOD * this.pixelRatio);
    const tile = document.createElement('canvas');
    tile.width = size;
    tile.height = size;
    const context = tile.getContext('2d');
    if (context === null) return null;
    context.fillStyle = ground;
    context.fillRect(0, 0, size, size);
    context.fillStyle = line;
    const band = size * share;
    for (const shift of [-size, 0, size]) {
      context.beginPath();
      context.moveTo(shift, size);
      context.lineTo(shift + size, 0);
      context.lineTo(shift + size + band, 0);
      context.lineTo(shift + band, size);
      context.fill();
    }
    return this.context.createPattern(tile, 'repeat');
  }
}
