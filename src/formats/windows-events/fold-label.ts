/** Marks that set the direction of text; Event Viewer puts U+200E into dates. */
const DIRECTION_MARKS = /[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

/** Every kind of blank (NBSP, U+3000, U+202F) as a plain one, direction marks removed, full-width forms narrowed. */
export function plainText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: plain ASCII is the common case and needs no work
  if (/^[\x00-\x7f]*$/.test(text)) return text;
  return text
    .replace(DIRECTION_MARKS, '')
    .replace(/\p{Zs}/gu, ' ')
    .normalize('NFKC');
}

/**
 * A word as a key for comparison: letter case, accents, blanks, apostrophe and hyphen style do not count, and the
 * Turkish dotless i equals i. `ID d’événement`, `Id d'evenement` and `ID D'EVENEMENT` are one key.
 */
export function foldLabel(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: plain ASCII is the common case
  if (/^[\x00-\x5f\x61-\x7f]*$/.test(text)) return text.toLowerCase().replace(/\s+/g, '');
  return plainText(text)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ı', 'i')
    .replace(/[’‘`´ʼ]/g, "'")
    .replace(/[‐‑‒–]/g, '-')
    .replace(/\s+/g, '');
}
