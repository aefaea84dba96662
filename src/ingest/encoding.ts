import { isUtf8 } from '../base/utf8.ts';
import type { Encoding } from '../model/source.ts';
import { byteOrderMarkLength } from './byte-order-mark.ts';

/**
 * Why an encoding was taken. `format-claim`: under the default code page no format knew the text, under this one it did.
 * `set`: by the reader. The others are in the order in which they are tried.
 */
export type EncodingBasis =
  | 'bom'
  | 'nul-parity'
  | 'ascii'
  | 'valid-utf-8'
  | 'fallback'
  | 'format-claim'
  | 'set';

/** `binary`: not text in any encoding that is read here; `basis` then means nothing. */
export interface DetectedEncoding {
  readonly encoding: Encoding | 'binary';
  readonly basis: EncodingBasis;
}

/** What text without a better sign is read as: it gives every byte a character, so nothing is lost by it. */
const FALLBACK: Encoding = 'windows-1252';

/** Text may hold this share of control characters (terminal escapes apart) or, in UTF-16, of implausible units. */
const MAX_ODD_SHARE = 0.02;
/** Behind a byte order mark more is forgiven; random bytes have about 0.16. */
const MAX_ODD_SHARE_AFTER_MARK = 0.1;
/** A log in UTF-16 has at least this share of ASCII: digits, punctuation, line ends, whatever its language. */
const MIN_ASCII_SHARE = 0.005;

/**
 * Finds the encoding of a source from its first bytes: byte order mark, NUL parity (UTF-16 without a mark), plain ASCII,
 * strict UTF-8, else windows-1252; `binary` when the bytes are not plausible text. Deterministic; looks at nothing else.
 * Zeros at the end (files that were allocated ahead and never written) do not count.
 *
 * @param whole whether `head` is the whole source: only then may a UTF-8 sequence not be cut at the end
 */
export function detectEncoding(head: Uint8Array, whole: boolean): DetectedEncoding {
  if (byteOrderMarkLength(head, 'utf-8') > 0) return { encoding: 'utf-8', basis: 'bom' };
  for (const encoding of ['utf-16le', 'utf-16be'] as const) {
    const mark = byteOrderMarkLength(head, encoding);
    if (mark === 0) continue;
    const units = weighUnits(head.subarray(mark), encoding);
    const isText = units.odd <= MAX_ODD_SHARE_AFTER_MARK * units.count + 1;
    return { encoding: isText ? encoding : 'binary', basis: 'bom' };
  }
  const utf16 = detectUtf16(head);
  if (utf16) return { encoding: utf16, basis: 'nul-parity' };

  const text = withoutTrailingZeros(head);
  if (text.length === 0 || controlShare(text) > MAX_ODD_SHARE) {
    return { encoding: 'binary', basis: 'fallback' };
  }
  if (!text.some((byte) => byte >= 0x80)) return { encoding: 'utf-8', basis: 'ascii' };
  if (isUtf8Head(text, whole && text.length === head.length)) {
    return { encoding: 'utf-8', basis: 'valid-utf-8' };
  }
  return { encoding: FALLBACK, basis: 'fallback' };
}

/**
 * UTF-16 shows in zeros at one parity. The order with more line ends wins (U+0A00 and U+0D00, their mirrors, are in no log),
 * without any the one with more ASCII; if its units are plausible text.
 */
function detectUtf16(head: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (!head.includes(0)) return null;
  const little = weighUnits(head, 'utf-16le');
  const big = weighUnits(head, 'utf-16be');
  const isLittle = (little.lineEnds - big.lineEnds || little.ascii - big.ascii) >= 0;
  const best = isLittle ? little : big;
  const isText =
    best.ascii >= MIN_ASCII_SHARE * best.count &&
    best.ascii > 0 &&
    best.odd <= MAX_ODD_SHARE * best.count &&
    (best.zeroLowBytes <= 0.1 * best.zeroHighBytes || !isAsciiAndZeros(head));
  if (!isText) return null;
  return isLittle ? 'utf-16le' : 'utf-16be';
}

/** Zeros at both parities among nothing but ASCII are ends of strings, not UTF-16 (where U+4E00 has a zero low byte, too). */
function isAsciiAndZeros(head: Uint8Array): boolean {
  return head.every((byte) => byte === 0 || (byte < 0x80 && !isControl(byte)));
}

interface UnitWeights {
  count: number;
  /** Printable ASCII, tab, line ends. */
  ascii: number;
  lineEnds: number;
  /** Controls, private use, noncharacters, halves of surrogate pairs. */
  odd: number;
  zeroLowBytes: number;
  zeroHighBytes: number;
}

function weighUnits(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): UnitWeights {
  const [low, high] = encoding === 'utf-16le' ? [0, 1] : [1, 0];
  const units = withoutTrailingZeros(bytes).length / 2;
  // A unit that the head cuts in two is not weighed.
  const count = Math.min(Math.ceil(units), bytes.length >>> 1);
  const weights = { count, ascii: 0, lineEnds: 0, odd: 0, zeroLowBytes: 0, zeroHighBytes: 0 };
  let pairOpen = false;
  for (let i = 0; i < count; i++) {
    const lowByte = bytes[2 * i + low]!;
    const unit = lowByte | (bytes[2 * i + high]! << 8);
    if (lowByte === 0) weights.zeroLowBytes++;
    if (unit < 0x100) weights.zeroHighBytes++;
    if (unit === 10 || unit === 13) weights.lineEnds++;
    const isLowHalf = (unit & 0xfc00) === 0xdc00;
    if (pairOpen !== isLowHalf) weights.odd++;
    pairOpen = (unit & 0xfc00) === 0xd800;
    if (unit < 0x80 && !isControl(unit)) weights.ascii++;
    else if (isOddUnit(unit)) weights.odd++;
  }
  return weights;
}

function isOddUnit(unit: number): boolean {
  if (unit < 0xa0) return isControl(unit) || unit >= 0x7f;
  return (unit >= 0xe000 && unit < 0xf900) || (unit >= 0xfdd0 && unit < 0xfdf0) || unit >= 0xfffe;
}

/** Control characters that text does not hold: not tab, LF, FF, CR, backspace, Ctrl-Z (end of file) and escape. */
function isControl(byte: number): boolean {
  if (byte >= 0x20) return byte === 0x7f;
  return !(byte >= 8 && byte <= 13 && byte !== 11) && byte !== 0x1a && byte !== 0x1b;
}

function controlShare(text: Uint8Array): number {
  let controls = 0;
  for (const byte of text) if (isControl(byte)) controls++;
  return controls / text.length;
}

function withoutTrailingZeros(bytes: Uint8Array): Uint8Array {
  let { length } = bytes;
  while (length > 0 && bytes[length - 1] === 0) length--;
  return bytes.subarray(0, length);
}

/**
 * Strict UTF-8 but for a sequence cut at the end. In a whole source such a cut is forgiven only when other sequences prove
 * UTF-8: the last byte of `café` in windows-1252 looks like a cut sequence, too.
 */
function isUtf8Head(text: Uint8Array, whole: boolean): boolean {
  let start = text.length;
  while (start > 0 && text.length - start < 3 && (text[start - 1]! & 0xc0) === 0x80) start--;
  const lead = start > 0 ? text[start - 1]! : 0;
  const wanted = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1;
  const isCut = wanted > text.length - start + 1;
  const complete = isCut ? text.subarray(0, start - 1) : text;
  if (!isUtf8(complete)) return false;
  return !whole || !isCut || complete.some((byte) => byte >= 0x80);
}
