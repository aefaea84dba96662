import { decodeStrictly, toWindows1252 } from './code-pages.ts';

/** A name as it was before its bytes were read as windows-1252. */
export interface Decoded {
  readonly name: string;
  readonly encoding: string;
  /** How it was found, with the bytes. */
  readonly proof: string;
}

/**
 * What a code page's text looks like when it is meant: `isCommon` says of its bytes that every character lies in the part
 * of the code page for common characters, `isText` of the characters that nothing but letters of its script is there.
 */
interface CodePage {
  readonly encoding: string;
  readonly isText: RegExp;
  isCommon(bytes: Uint8Array, text: string): boolean;
}

/** Letters of the script, ASCII without controls; at least one letter of the script. */
const script = (letters: string) => new RegExp(`^(?=.*[${letters}])[${letters}\\x20-\\x7e]+$`, 'u');

/** Every byte from 0x80 on begins a pair whose lead and trail bytes lie in the ranges. */
function allPairs(bytes: Uint8Array, isPair: (lead: number, trail: number) => boolean): boolean {
  let pairs = 0;
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes[i]!;
    if (lead < 0x80) continue;
    const trail = bytes[++i];
    if (trail === undefined || !isPair(lead, trail)) return false;
    pairs++;
  }
  return pairs >= 2;
}

/**
 * Syllables that make up most of Korean computing words ("cluster", "disk", "network", "server", "group", "address" ...).
 * GBK's common characters and KS X 1001's syllables share their bytes; only these tell them apart.
 */
const KOREAN_SYLLABLES = new Set(
  '가각간개거검게결경계고공관구그기나내네노누는능니다단당대데도동되드디라러레로룹류를름리립마만메명모목문미바반방백버번복볼부분브블비사상새색서선설성소속수스시식신실심아안애어언업에여역연영오온와용우운워원위유은을음이인일임입자작장재저적전정제조주증지집참채책처체초추출치칭카커컨코쿼크클키타터테토트티파패페포폴품프플피하한합항해행호화환활회효',
);

const CODE_PAGES: readonly CodePage[] = [
  {
    encoding: 'gbk',
    isText: script('\\u4e00-\\u9fff'),
    // GB 2312 level 1, the 3755 common characters.
    isCommon: (bytes) =>
      allPairs(bytes, (lead, trail) => lead >= 0xb0 && lead <= 0xd7 && trail >= 0xa1),
  },
  {
    encoding: 'big5',
    isText: script('\\u4e00-\\u9fff'),
    // Big5 level 1, the 5401 common characters.
    isCommon: (bytes) => allPairs(bytes, (lead) => lead >= 0xa4 && lead <= 0xc6),
  },
  {
    encoding: 'shift_jis',
    isText: script('\\u3041-\\u30ff\\u4e00-\\u9fff'),
    // Kana, and JIS X 0208 level 1; half-width katakana are single bytes and would fit anything.
    isCommon: (bytes) =>
      allPairs(
        bytes,
        (lead) => lead === 0x81 || lead === 0x82 || lead === 0x83 || (lead >= 0x88 && lead <= 0x98),
      ),
  },
  {
    encoding: 'euc-kr',
    isText: script('\\uac00-\\ud7a3'),
    isCommon: (bytes, text) =>
      allPairs(bytes, (lead, trail) => lead >= 0xb0 && lead <= 0xc8 && trail >= 0xa1) &&
      [...text]
        .filter((letter) => letter > '\u007f')
        .every((letter) => KOREAN_SYLLABLES.has(letter)),
  },
  {
    encoding: 'windows-1251',
    isText: script('\\u0401\\u0410-\\u044f\\u0451'),
    // Russian words as they are written, lower case or capitalised, without a Latin letter; capitals alone may be Nordic.
    isCommon: (_, text) =>
      (text.match(/\p{L}+/gu) ?? []).every((word) =>
        /^(?:[A-Za-z]+|[\u0401\u0410-\u044f]?[\u0430-\u044f\u0451]*)$/u.test(word),
      ) && /[\u0410-\u044f][\u0430-\u044f]{3}/u.test(text),
  },
];

/** No control characters, and a letter beyond ASCII. */
const FROM_UTF8 = /^(?=.*(?!\p{ASCII})\p{L})\P{Cc}+$/u;

/**
 * Reads a name that was decoded as windows-1252 in the code page it was really in. A reading that gives one of the `known`
 * names decides, then UTF-8, whose sequences do not come about by chance. Else every character has to be a common one of
 * its script, in one code page only, or in Hangul made only of usual syllables; otherwise the name stays as it is. null
 * when there is nothing to repair.
 */
export function decodeMojibake(written: string, known: ReadonlySet<string>): Decoded | null {
  if (!/[\u0080-\u00ff\u0152-\u2122]/.test(written)) return null;
  const bytes = toWindows1252(written);
  if (bytes === null) return null;
  const readings = CODE_PAGES.flatMap(({ encoding, isText, isCommon }) => {
    const name = decodeStrictly(bytes, encoding);
    if (name === null || !isText.test(name)) return [];
    return [{ name, encoding, isCommon: isCommon(bytes, name) }];
  });
  const confirmed = onlyOne(readings.filter((reading) => known.has(reading.name)));
  if (confirmed !== undefined) return found(confirmed.name, confirmed.encoding, bytes);
  const utf8 = decodeStrictly(bytes, 'utf-8');
  if (utf8 !== null && FROM_UTF8.test(utf8)) return found(utf8, 'utf-8', bytes);
  const common = readings.filter((reading) => reading.isCommon);
  const best = onlyOne(common) ?? common.find((reading) => reading.encoding === 'euc-kr');
  return best === undefined ? null : found(best.name, best.encoding, bytes);
}

function onlyOne<T>(items: readonly T[]): T | undefined {
  return items.length === 1 ? items[0] : undefined;
}

function found(name: string, encoding: string, bytes: Uint8Array): Decoded {
  const hex = [...bytes].map((byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join(' ');
  return {
    name,
    encoding,
    proof: `In windows-1252 the written name is the bytes ${hex}; read as ${encoding} they are “${name}”.`,
  };
}
