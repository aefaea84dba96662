import type { FontName } from '../../src/timeline/draw-list.ts';

const SANS =
  "Inter, 'Segoe UI', system-ui, 'Noto Sans', 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif";
const MONO =
  "'JetBrains Mono', 'Cascadia Mono', ui-monospace, Consolas, 'DejaVu Sans Mono', monospace";

/** The faces of the canvas, the same as the page's. */
export const CANVAS_FONTS: Readonly<Record<FontName | 'tick' | 'second' | 'pill', string>> = {
  label: `11.5px ${SANS}`,
  code: `10.5px ${MONO}`,
  pill: `700 11px ${MONO}`,
  tick: `12px ${MONO}`,
  second: `10.5px ${MONO}`,
};

/** Texts whose width is remembered; beyond it all are forgotten and measured anew. */
const REMEMBERED = 5000;

/** A measure in CSS pixels that asks the canvas once per text. */
export function createMeasure(
  context: Pick<CanvasRenderingContext2D, 'measureText' | 'font'>,
): (text: string, font: keyof typeof CANVAS_FONTS) => number {
  const widths = new Map<string, number>();
  return (text, font) => {
    const key = `${font} ${text}`;
    const known = widths.get(key);
    if (known !== undefined) return known;
    context.font = CANVAS_FONTS[font];
    const { width } = context.measureText(text);
    if (widths.size >= REMEMBERED) widths.clear();
    widths.set(key, width);
    return width;
  };
}
