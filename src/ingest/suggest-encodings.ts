import { textDecoder } from '../base/text-decoder.ts';
import { ENCODINGS, type Encoding } from '../model/source.ts';

/** A code page and how plausible the text looks in it: 0 (not at all) to 1. */
export interface EncodingSuggestion {
  readonly encoding: Encoding;
  readonly plausibility: number;
}

const CODE_PAGES = ENCODINGS.filter((encoding) => !encoding.startsWith('utf-'));

interface DoubleByteProfile {
  /**
   * Whether a character is of the part of the code page that running text is mostly made of: level 1 of GB 2312 (rows 16 to 55)
   * and its punctuation; kana and level 1 kanji of JIS X 0208; Hangul of KS X 1001; the frequent plane of Big5.
   */
  readonly isCommon: (lead: number, trail: number) => boolean;
  /** Characters that are in nearly every message: they decide between code pages whose common parts overlap. */
  readonly frequent: string;
}

const PROFILES: Partial<Record<Encoding, DoubleByteProfile>> = {
  gbk: {
    isCommon: (lead, trail) =>
      trail >= 0xa1 && ((lead >= 0xb0 && lead <= 0xd7) || lead === 0xa1 || lead === 0xa3),
    frequent: '的是在不有了一个为上和已与，。：群集资源节点磁盘网络系统文件服务器状态错误失败',
  },
  shift_jis: {
    isCommon: (lead) => (lead >= 0x81 && lead <= 0x83) || (lead >= 0x88 && lead <= 0x97),
    frequent: 'のにはをたがでとしてまスクラタリンー、。',
  },
  'euc-kr': {
    isCommon: (lead, trail) => trail >= 0xa1 && ((lead >= 0xb0 && lead <= 0xc8) || lead === 0xa1),
    frequent: '이다는을를의에가로스리니하고지한서인터클러디크시노드파일버오프라',
  },
  big5: {
    isCommon: (lead) => (lead >= 0xa4 && lead <= 0xc6) || lead === 0xa1,
    frequent: '的是在不有了一個為上和已與，。：叢集資源節點磁碟網路系統檔案服務器狀態錯誤失敗',
  },
};

/** Weight of the frequent characters beside the common part. */
const FREQUENT_WEIGHT = 0.1;

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
  const profile = PROFILES[encoding];
  return profile ? doubleByteShare(sample, encoding, profile) : letterShare(sample, encoding);
}

/** Share of double-byte characters that are common ones; broken ones count three times against it. */
function doubleByteShare(
  sample: Uint8Array,
  encoding: Encoding,
  { isCommon, frequent }: DoubleByteProfile,
): number {
  const decoder = textDecoder(encoding);
  let common = 0;
  let known = 0;
  let all = 0;
  for (let i = 0; i < sample.length; i++) {
    const lead = sample[i]!;
    if (lead < 0x80) continue;
    all++;
    // Half-width katakana: one byte, seldom in logs.
    if (encoding === 'shift_jis' && lead >= 0xa1 && lead <= 0xdf) continue;
    if (i + 1 === sample.length) break;
    const char = decoder.decode(sample.subarray(i, i + 2));
    if (char.length !== 1 || char === '\ufffd' || isPrivateUse(char)) {
      all += 2;
      continue;
    }
    i++;
    if (isCommon(lead, sample[i]!)) common++;
    if (frequent.includes(char)) known++;
  }
  if (all === 0) return 0;
  return ((1 - FREQUENT_WEIGHT) * common + FREQUENT_WEIGHT * known) / all;
}

const isPrivateUse = (char: string) => /\p{Co}/u.test(char);

/** Words as they are written: all small, all capitals, or one capital first. */
const WORD_SHAPE = /^(?:\p{Lu}?\p{Ll}+|\p{Lu}+)$/u;
const SCRIPTS = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u];

/** Share of the characters beyond ASCII that stand in words of one script and of a usual shape. */
function letterShare(sample: Uint8Array, encoding: Encoding): number {
  const text = textDecoder(encoding).decode(sample);
  let good = 0;
  let all = 0;
  for (const [word] of text.matchAll(/[\p{L}\u0080-\uffff]+/gu)) {
    const beyondAscii = word.replace(/[A-Za-z]/g, '');
    if (beyondAscii === '') continue;
    all += beyondAscii.length;
    const scripts = SCRIPTS.filter((script) => script.test(word)).length;
    if (scripts !== 1 || !WORD_SHAPE.test(word)) continue;
    // In Latin, letters beyond ASCII stand among plain ones; Cyrillic words are made of nothing else.
    const isLatin = SCRIPTS[0]!.test(word);
    const isUsual = isLatin ? word.length > beyondAscii.length : word.length > 1;
    if (!isUsual) continue;
    good += isLatin
      ? Math.min(beyondAscii.length, word.length - beyondAscii.length)
      : beyondAscii.length;
  }
  return all === 0 ? 0 : good / all;
}
