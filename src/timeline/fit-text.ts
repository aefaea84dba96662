import type { FontName, MeasureText } from './draw-list.ts';

const ELLIPSIS = '…';
/** A text cut to fewer characters than this says nothing. */
const LEAST_CHARACTERS = 3;

/**
 * The text, or as much of its beginning as fits into `widthPx` with an ellipsis; null when fewer than three characters would.
 * Characters are code points: a pair of surrogates is never cut.
 */
export function fitText(
  text: string,
  widthPx: number,
  font: FontName,
  measure: MeasureText,
): string | null {
  if (widthPx <= 0 || text === '') return null;
  if (measure(text, font) <= widthPx) return text;
  const characters = [...text];
  let low = 0;
  let high = characters.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (measure(beginning(characters, middle), font) <= widthPx) low = middle;
    else high = middle - 1;
  }
  return low < LEAST_CHARACTERS ? null : beginning(characters, low);
}

function beginning(characters: readonly string[], count: number): string {
  return characters.slice(0, count).join('').trimEnd() + ELLIPSIS;
}
