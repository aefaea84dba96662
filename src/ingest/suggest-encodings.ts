import { ENCODINGS, type Encoding } from '../model/source.ts';

/** A code page and how plausible the text looks in it: 0 (not at all) to 1. */
export interface EncodingSuggestion {
  readonly encoding: Encoding;
  readonly plausibility: number;
}

const CODE_PAGES = ENCODINGS.filter((encoding) => !encoding.startsWith('utf-'));

/**
 * Lead bytes of the characters that running text is mostly made of: level 1 of GB 2312 (sorted by sound, rows 16 to 55) and
 * its punctuation; kana and level 1 kanji of JIS X 0208; Hangul of KS X 1001; the frequent plane of Big5.
 */
const COMMON_LEADS: Partial<Record<Encoding, (lead: number, trail: number) => boolean>> = {
  gbk: (lead, trail) =>
    trail >= 0xa1 && ((lead >= 0xb0 && lead <= 0xd7) || lead === 0xa1 || lead === 0xa3),
  shift_jis: (lead, trail) =>
    (lead >= 0x82 && lead <= 0x83) ||
    lead === 0x81 ||
    (lead >= 0x88 && lead <= 0x97 && trail !== 0x7f),
  'euc-kr': (lead, trail) => trail >= 0xa1 && ((lead >= 0xb0 && lead <= 0xc8) || lead === 0xa1),
  big5: (lead) => (lead >= 0xa4 && lead <= 0xc6) || lead === 0xa1,
};

/**
 * Ranks the code pages by how plausible the text of `sample` is in each, best first: for a picker, and for the order in
 * which formats are asked. It proves nothing, so no source is read in a code page on its word alone.
 */
export function suggestEncodings(sample: Uint8Array): EncodingSuggestion[] {
  return CODE_PAGES.map((encoding) => ({
    encoding,
    plausibility: plausibilityOf(sample, encoding),
  })).sort((a, b) => b.plausibility - a.plausibility);
}

function plausibilityOf(sample: Uint8Array, encoding: Encoding): number {
  const isCommon = COMMON_LEADS[encoding];
  return isCommon ? doubleByteShare(sample, encoding, isCommon) : letterShare(sample, encoding);
}

/** Share of double-byte characters that are common ones; broken ones count three times against it. */
function doubleByteShare(
  sample: Uint8Array,
  encoding: Encoding,
  isCommon: (lead: number, trail: number) => boolean,
): number {
  let common = 0;
  let all = 0;
  for (let i = 0; i < sample.length; i++) {
    const lead = sample[i]!;
    if (lead < 0x80) continue;
    all++;
    // Half-width katakana: one byte, seldom in logs.
    if (encoding === 'shift_jis' && lead >= 0xa1 && lead <= 0xdf) continue;
    if (i + 1 === sample.length) break;
    const trail = sample[i + 1]!;
    const pair = new TextDecoder(encoding).decode(sample.subarray(i, i + 2));
    if (pair.length !== 1 || pair === '\ufffd' || isPrivateUse(pair)) {
      all += 2;
      continue;
    }
    i++;
    if (isCommon(lead, trail)) common++;
  }
  return all === 0 ? 0 : common / all;
}

const isPrivateUse = (char: string) => /\p{Co}/u.test(char);

/** Words as they are written: all small, all capitals, or one capital first. */
const WORD_SHAPE = /^(?:\p{Lu}?\p{Ll}+|\p{Lu}+)$/u;
const SCRIPTS = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u];

/** Share of the characters beyond ASCII that stand in words of one script and of a usual shape. */
function letterShare(sample: Uint8Array, encoding: Encoding): number {
  const text = new TextDecoder(encoding).decode(sample);
  let good = 0;
  let all = 0;
  for (const [word] of text.matchAll(/[\p{L}\u0080-\uffff]+/gu)) {
    const beyondAscii = word.replace(/[A-Za-z]/g, '');
    if (beyondAscii === '') continue;
    all += beyondAscii.length;
    const scripts = SCRIPTS.filter((script) => script.test(word)).length;
    if (scripts === 1 && WORD_SHAPE.test(word)) {
      // A word of several letters beyond ASCII is usual in Cyrillic; in Latin, such letters are among plain ones.
      const isLatin = SCRIPTS[0]!.test(word);
      good += isLatin
        ? Math.min(beyondAscii.length, word.length - beyondAscii.length)
        : word.length > 1
          ? beyondAscii.length
          : beyondAscii.length / 2;
    }
  }
  return all === 0 ? 0 : good / all;
}
