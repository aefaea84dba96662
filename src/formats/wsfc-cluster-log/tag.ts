import type { SegmentBuilder } from '../../model/segment-builder.ts';

/** A tag longer than this, address and all, is taken for text. */
const MAX_TAG = 120;
const OPEN = 0x5b;
const CLOSE = 0x5d;
const BLANK = 0x20;
const COLON = 0x3a;

const SLOTS = 256;

/** 1 for the bytes of a tag's name: letters, digits, `_` and `-`. */
const NAME_BYTE = Uint8Array.from({ length: 256 }, (_, byte) =>
  /[\w-]/.test(String.fromCharCode(byte)) ? 1 : 0,
);

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

  private nameLength = 0;
  private readonly bytes: Uint8Array;
  private readonly view: DataView;
  private readonly out: SegmentBuilder;
  /** Names of up to eight bytes seen before, by hash: their eight bytes as two words, the second masked to the name. */
  private readonly firstWords = new Int32Array(SLOTS);
  private readonly secondWords = new Int32Array(SLOTS);
  private readonly secondMasks = new Int32Array(SLOTS);
  private readonly lengths = new Uint8Array(SLOTS);
  private readonly components = new Uint16Array(SLOTS);

  constructor(bytes: Uint8Array, out: SegmentBuilder) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.out = out;
  }

  /** Looks at `[start, end)`, the text of an entry with leading blanks skipped. */
  read(start: number, end: number): void {
    const { bytes, view } = this;
    if (start + 12 > end || bytes[start] !== OPEN) {
      this.readAny(start, end);
      return;
    }
    const first = view.getInt32(start + 1, true);
    const slot = Math.imul(first ^ bytes[start + 6]!, 0x9e3779b1) >>> 24;
    const close = start + 1 + this.lengths[slot]!;
    if (
      this.firstWords[slot] === first &&
      (view.getInt32(start + 5, true) & this.secondMasks[slot]!) === this.secondWords[slot] &&
      bytes[close] === CLOSE &&
      bytes[close + 1] === BLANK &&
      bytes[close + 2] !== BLANK
    ) {
      this.component = this.components[slot]!;
      this.textStart = close + 2;
      return;
    }
    this.readAny(start, end);
    const length = this.nameLength;
    if (this.component === 0 || length > 8) return;
    this.firstWords[slot] = first;
    this.secondMasks[slot] = length <= 4 ? 0 : -1 >>> (8 * (8 - length));
    this.secondWords[slot] = view.getInt32(start + 5, true) & this.secondMasks[slot]!;
    this.lengths[slot] = length;
    this.components[slot] = this.component;
  }

  private readAny(start: number, end: number): void {
    const { bytes } = this;
    this.component = 0;
    this.textStart = start;
    const open = start < end && bytes[start] !== OPEN ? this.lateTag(start, end) : start;
    if (open < 0 || open + 2 >= end) return;
    const first = bytes[open + 1]! | 0x20;
    if (first < 0x61 || first > 0x7a) return;
    const limit = Math.min(end, open + MAX_TAG);
    let at = open + 1;
    while (at < limit && NAME_BYTE[bytes[at]!] === 1) at++;
    const nameEnd = at;
    if (at >= limit || (bytes[at] !== CLOSE && bytes[at] !== BLANK)) return;
    while (at < limit && bytes[at] !== CLOSE) at++;
    if (at >= limit) return;
    this.nameLength = nameEnd - open - 1;
    this.component = this.out.intern(latin1(bytes, open + 1, nameEnd));
    at++;
    if (at < end && bytes[at] === COLON) at++;
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
}

/** One character a byte, however the bytes are encoded: positions in the text are positions in the bytes. */
export function latin1(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode.apply(null, bytes.subarray(start, end) as unknown as number[]);
}
