import { lowerBound } from '../base/binary-search.ts';

const LF = 10;
const REPLACEMENT = 0xfffd;
/** Anchors are at most this many units apart, so that a position inside a long line is found without walking it. */
const ANCHOR_UNITS = 4096;
const MAX_LONE_SURROGATES = 1000;

/**
 * UTF-16 to UTF-8 in steps, with the way back: for any position in the UTF-8 text the byte of the source it came from.
 * Positions are relative to the first byte appended. A lone surrogate becomes U+FFFD and is remembered.
 */
export class Utf16Transcoder {
  private buffer = new Uint8Array(1024);
  private size = 0;
  private sourceSize = 0;
  /** Pairs of positions that belong together, at the start, after each LF and every `ANCHOR_UNITS` units. */
  private scannedAnchors = new Uint32Array(256);
  private sourceAnchors = new Uint32Array(256);
  private anchorCount = 0;
  /** Positions (UTF-8) of the first `MAX_LONE_SURROGATES` lone surrogates. */
  readonly loneSurrogates: number[] = [];
  private readonly bigEndian: boolean;

  constructor(bigEndian: boolean) {
    this.bigEndian = bigEndian;
    this.anchor(0, 0);
  }

  /** The UTF-8 text so far. Not to be kept over an `append`. */
  get bytes(): Uint8Array {
    return this.buffer.subarray(0, this.size);
  }

  /** Source bytes taken so far: what the next `append` must continue at. */
  get sourceLength(): number {
    return this.sourceSize;
  }

  /**
   * Appends source bytes. A high surrogate at the end is not taken unless `last`, so that pairs stay whole; an odd last
   * byte never is.
   */
  append(source: Uint8Array, last: boolean): void {
    const [low, high] = this.bigEndian ? [1, 0] : [0, 1];
    const unitAt = (index: number) => source[2 * index + low]! | (source[2 * index + high]! << 8);
    let units = source.length >>> 1;
    if (!last && units > 0 && isHighSurrogate(unitAt(units - 1))) units--;
    this.reserve(3 * units);
    const { buffer } = this;
    const sourceStart = this.sourceSize;
    let out = this.size;
    let anchored = 0;
    for (let i = 0; i < units; i++) {
      const unit = source[2 * i + low]! | (source[2 * i + high]! << 8);
      if (unit < 0x80) {
        buffer[out++] = unit;
        if (unit === LF || i - anchored >= ANCHOR_UNITS) {
          anchored = i + 1;
          this.anchor(out, sourceStart + 2 * anchored);
        }
        continue;
      }
      let point = unit;
      if ((unit & 0xf800) === 0xd800) {
        const next = i + 1 < units ? unitAt(i + 1) : 0;
        if (isHighSurrogate(unit) && isLowSurrogate(next)) {
          point = 0x10000 + ((unit & 0x3ff) << 10) + (next & 0x3ff);
          i++;
        } else {
          if (this.loneSurrogates.length < MAX_LONE_SURROGATES) this.loneSurrogates.push(out);
          point = REPLACEMENT;
        }
      }
      if (point < 0x800) {
        buffer[out++] = 0xc0 | (point >> 6);
      } else {
        if (point < 0x10000) {
          buffer[out++] = 0xe0 | (point >> 12);
        } else {
          buffer[out++] = 0xf0 | (point >> 18);
          buffer[out++] = 0x80 | ((point >> 12) & 0x3f);
        }
        buffer[out++] = 0x80 | ((point >> 6) & 0x3f);
      }
      buffer[out++] = 0x80 | (point & 0x3f);
      if (i - anchored >= ANCHOR_UNITS) {
        anchored = i + 1;
        this.anchor(out, sourceStart + 2 * anchored);
      }
    }
    this.size = out;
    this.sourceSize = sourceStart + 2 * units;
  }

  /** Source byte of the UTF-8 position `scanned`; a position inside a character counts as its end. */
  toSource(scanned: number): number {
    const after = lowerBound(this.anchorCount, (i) => this.scannedAnchors[i]! > scanned);
    let at = this.scannedAnchors[after - 1]!;
    let source = this.sourceAnchors[after - 1]!;
    for (const { buffer } = this; at < scanned; ) {
      const lead = buffer[at]!;
      at += utf8Length(lead);
      source += lead >= 0xf0 ? 4 : 2;
    }
    return source;
  }

  /** UTF-8 position of the source byte `source`; a byte inside a character counts as its end. */
  toScanned(source: number): number {
    const after = lowerBound(this.anchorCount, (i) => this.sourceAnchors[i]! > source);
    let at = this.scannedAnchors[after - 1]!;
    let reached = this.sourceAnchors[after - 1]!;
    for (const { buffer } = this; reached < source && at < this.size; ) {
      const lead = buffer[at]!;
      at += utf8Length(lead);
      reached += lead >= 0xf0 ? 4 : 2;
    }
    return at;
  }

  private anchor(scanned: number, source: number): void {
    if (this.anchorCount === this.scannedAnchors.length) {
      this.scannedAnchors = doubled(this.scannedAnchors);
      this.sourceAnchors = doubled(this.sourceAnchors);
    }
    this.scannedAnchors[this.anchorCount] = scanned;
    this.sourceAnchors[this.anchorCount++] = source;
  }

  private reserve(bytes: number): void {
    if (this.size + bytes <= this.buffer.length) return;
    const buffer = new Uint8Array(this.size + bytes);
    buffer.set(this.bytes);
    this.buffer = buffer;
  }
}

const isHighSurrogate = (unit: number) => (unit & 0xfc00) === 0xd800;
const isLowSurrogate = (unit: number) => (unit & 0xfc00) === 0xdc00;
const utf8Length = (lead: number) => (lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4);

function doubled(column: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(column.length * 2);
  larger.set(column);
  return larger;
}
