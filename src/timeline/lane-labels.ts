import type { DrawItem, FontName, Ink, MeasureText } from './draw-list.ts';
import { fitText } from './fit-text.ts';

/** A text that wants a place in a row; the more telling are placed first. */
export interface Label {
  readonly x: number;
  /** Middle of its line. */
  readonly y: number;
  readonly text: string;
  readonly font: FontName;
  readonly ink: Ink;
  /** It may move right or be cut as long as it ends before this. Null: it stands at `x` whole or not at all. */
  readonly until: number | null;
}

/** Ground that a label must leave free. */
export interface Occupied {
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
}

/** Half the height that a line of text takes. */
const HALF_LINE = 6;
const GAP = 4;

/**
 * Labels that overlap nothing: `labels` in order of precedence, each at its own x, else moved right past what is in its way and cut
 * at its `until`, else left out. `taken` is ground that is occupied from the start.
 */
export function placeLabels(
  labels: readonly Label[],
  taken: readonly Occupied[],
  measure: MeasureText,
): DrawItem[] {
  const items: DrawItem[] = [];
  const occupied = [...taken];
  for (const { x: wanted, y, text, font, ink, until } of labels) {
    const [y0, y1] = [y - HALF_LINE, y + HALF_LINE];
    const inLine = occupied.filter((box) => box.y0 < y1 && box.y1 > y0);
    const placed =
      until === null
        ? stand(wanted, text, measure(text, font), inLine)
        : move(wanted, until, text, font, inLine, measure);
    if (placed === null) continue;
    items.push({ type: 'text', x: placed.x, y, text: placed.text, font, ink });
    occupied.push({ x0: placed.x, x1: placed.x + measure(placed.text, font), y0, y1 });
  }
  return items;
}

function stand(
  x: number,
  text: string,
  width: number,
  inLine: readonly Occupied[],
): { readonly x: number; readonly text: string } | null {
  const isFree = inLine.every((box) => box.x0 >= x + width || box.x1 <= x);
  return isFree ? { x, text } : null;
}

function move(
  wanted: number,
  until: number,
  text: string,
  font: FontName,
  inLine: readonly Occupied[],
  measure: MeasureText,
): { readonly x: number; readonly text: string } | null {
  const inWay = inLine.filter((box) => box.x1 > wanted && box.x0 < until);
  inWay.sort((a, b) => a.x0 - b.x0);
  const width = measure(text, font);
  let x = wanted;
  for (const box of inWay) {
    if (x + width <= box.x0 - GAP && x + width <= until) return { x, text };
    // Enough of the text before the obstacle is better than the whole after it.
    const cut = fitText(text, Math.min(until, box.x0 - GAP) - x, font, measure);
    if (cut !== null && cut.length * 2 > text.length) return { x, text: cut };
    x = Math.max(x, box.x1 + GAP);
  }
  const rest = fitText(text, until - x, font, measure);
  return rest === null ? null : { x, text: rest };
}
