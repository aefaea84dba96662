import type { SegmentBuilder } from '../../model/segment-builder.ts';

/** A tag longer than this, address and all, is taken for text. */
const MAX_TAG = 120;
const OPEN = 0x5b;
const CLOSE = 0x5d;
const BLANK = 0x20;
const COLON = 0x3a;

/**
 * Reads component tags by byte and interns their names. A tag's name is its first word: `[CHANNEL 10.0.0.1:~49258~]` is
 * `CHANNEL`, `[IM - front-3.0.0]` is `IM`, `[DM]:` is `DM`. Tags are not from a closed list.
 * A tag may also end the first word: `rcm::RcmResource::OnlineWorker[RCM] Issuing ...`.
 */
export class TagReader {
  /** Dictionary index of the tag that `read` found; 0 for none. */
  component = 0;
  /** Where the text behind the tag begins. */
  textStart = 0;

  private readonly bytes: Uint8Array;
  private readonly out: SegmentBuilder;
  /** Names of up to eight bytes, by their bytes; longer ones go to the builder's own dictionary. */
  private readonly low = new Int32Array(256);
  private readonly high = new Int32Array(256);
  private readonly index = new Int32Array(256);

  constructor(bytes: Uint8Array, out: SegmentBuilder) {
    this.bytes = bytes;
    this.out = out;
  }

  /** Looks at `[start, end)`, the text of an entry with leading blanks skipped. */
  read(start: number, end: number): void {
    const { bytes } = this;
    this.component = 0;
    this.textStart = start;
    let open = start;
    if (bytes[open] !== OPEN) {
      if (start >= end || !isNameByte(bytes[start]!)) return;
      open = this.lateTag(start, end);
      if (open < 0) return;
    }
    const first = bytes[open + 1]! | 0x20;
    if (open + 2 >= end || first < 0x61 || first > 0x7a) return;
    const limit = Math.min(end, open + MAX_TAG);
    let low = 0;
    let high = 0;
    let at = open + 1;
    for (; at < limit; at++) {
      const byte = bytes[at]!;
      if (byte === CLOSE || byte === BLANK) break;
      if (!isNameByte(byte)) return;
      const place = at - open - 1;
      if (place < 4) low |= byte << (place << 3);
      else if (place < 8) high |= byte << ((place - 4) << 3);
    }
    const nameEnd = at;
    while (at < limit && bytes[at] !== CLOSE) at++;
    if (at >= limit) return;
    this.component = this.intern(open + 1, nameEnd, low, high);
    at++;
    if (bytes[at] === COLON && at < end) at++;
    while (at < end && bytes[at] === BLANK) at++;
    this.textStart = at;
  }

  /** Position of the bracket that opens a tag within the first word of C++ names, or -1. */
  private lateTag(start: number, end: number): number {
    const limit = Math.min(end, start + MAX_TAG);
    let qualified = false;
    for (let at = start; at < limit; at++) {
      const byte = this.bytes[at]!;
      if (byte === BLANK) return -1;
      if (byte === COLON) qualified = true;
      if (byte === OPEN) return qualified ? at : -1;
    }
    return -1;
  }

  private intern(start: number, end: number, low: number, high: number): number {
    if (end - start > 8) return this.out.intern(latin1(this.bytes, start, end));
    const mixed = Math.imul(low ^ Math.imul(high, 0x9e3779b1), 0x85ebca6b);
    const slot = (mixed >>> 24) & 0xff;
    if (this.low[slot] === low && this.high[slot] === high && this.index[slot] !== 0)
      return this.index[slot]!;
    this.low[slot] = low;
    this.high[slot] = high;
    return (this.index[slot] = this.out.intern(latin1(this.bytes, start, end)));
  }
}

function isNameByte(byte: number): boolean {
  const letter = byte | 0x20;
  return (
    (letter >= 0x61 && letter <= 0x7a) ||
    (byte >= 0x30 && byte <= 0x39) ||
    byte === 0x5f ||
    byte === 0x2d
  );
}

/** One character a byte. */
export function latin1(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(start, end));
}
