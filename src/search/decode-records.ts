import { textDecoder } from '../base/text-decoder.ts';
import type { Encoding } from '../model/source.ts';
import type { RecordGroup } from './record-groups.ts';

const LF = 10;
const CR = 13;

/**
 * The text of a group of records. Record `i` of the group is `text.slice(starts[i], ends[i])`. Each begins after a line feed
 * (or with the text) and ends before a line end (or with the text), so that a match within a line is within a record or
 * outside all.
 */
export interface DecodedRecords {
  readonly text: string;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/**
 * Decodes records together, and finds where each begins in the text:
 * - As many characters as units: positions are the same. So with ASCII, single-byte code pages and UTF-16.
 * - Else line by line: a byte 0x0A is a line feed in every encoding here, valid text or not, so lines are counted off in
 *   the bytes and in the text.
 * - Where records begin or end within a line (two entries on one line), each is decoded alone.
 *
 * What the encoding cannot read is U+FFFD.
 *
 * @param bytes those of the group, from its first record's first byte to its last record's last
 */
export class RecordDecoder {
  private readonly decoder: Pick<TextDecoder, 'decode'>;
  private readonly unit: 1 | 2;
  private readonly bigEndian: boolean;

  constructor(encoding: Encoding) {
    this.decoder = textDecoder(encoding, { ignoreBOM: true });
    this.unit = encoding === 'utf-16le' || encoding === 'utf-16be' ? 2 : 1;
    this.bigEndian = encoding === 'utf-16be';
  }

  decode(
    bytes: Uint8Array,
    group: RecordGroup,
    offset: Uint32Array,
    length: Uint32Array,
  ): DecodedRecords {
    const count = group.end - group.first;
    const starts = new Uint32Array(count);
    const ends = new Uint32Array(count);
    for (let i = 0; i < count; i++) {
      starts[i] = offset[group.first + i]! - group.start;
      ends[i] = starts[i]! + length[group.first + i]!;
    }
    if (!this.areWholeLines(bytes, starts, ends)) return this.decodeEach(bytes, starts, ends);
    const text = this.decoder.decode(bytes);
    if (text.length * this.unit === bytes.length) {
      if (this.unit === 2) {
        for (let i = 0; i < count; i++) {
          starts[i] = starts[i]! >>> 1;
          ends[i] = ends[i]! >>> 1;
        }
      }
      return { text, starts, ends };
    }
    return this.unit === 1
      ? placeByLines(text, bytes, starts, ends)
      : this.decodeEach(bytes, starts, ends);
  }

  /** Whether every record begins after a line feed and ends before a line end, or with the bytes. */
  private areWholeLines(bytes: Uint8Array, starts: Uint32Array, ends: Uint32Array): boolean {
    const last = starts.length - 1;
    for (let i = 0; i <= last; i++) {
      if (i > 0 && this.unitAt(bytes, starts[i]! - this.unit) !== LF) return false;
      if (i === last) return ends[i]! === bytes.length;
      if (ends[i]! >= starts[i + 1]!) return false;
      const after = this.unitAt(bytes, ends[i]!);
      if (after === CR ? this.unitAt(bytes, ends[i]! + this.unit) !== LF : after !== LF)
        return false;
    }
    return true;
  }

  private unitAt(bytes: Uint8Array, at: number): number {
    if (this.unit === 1) return bytes[at]!;
    const [high, low] = this.bigEndian ? [at, at + 1] : [at + 1, at];
    return (bytes[high]! << 8) | bytes[low]!;
  }

  private decodeEach(bytes: Uint8Array, starts: Uint32Array, ends: Uint32Array): DecodedRecords {
    const texts: string[] = [];
    let position = 0;
    for (let i = 0; i < starts.length; i++) {
      const text = this.decoder.decode(bytes.subarray(starts[i]!, ends[i]!));
      texts.push(text);
      starts[i] = position;
      ends[i] = position + text.length;
      position += text.length + 1;
    }
    return { text: texts.join('\n'), starts, ends };
  }
}

/** Turns byte positions of whole lines into positions in the text. */
function placeByLines(
  text: string,
  bytes: Uint8Array,
  starts: Uint32Array,
  ends: Uint32Array,
): DecodedRecords {
  const last = starts.length - 1;
  let byteStart = 0;
  let textStart = 0;
  for (let i = 0; i <= last; i++) {
    while (byteStart < starts[i]!) {
      byteStart = bytes.indexOf(LF, byteStart) + 1;
      textStart = text.indexOf('\n', textStart) + 1;
    }
    const byteEnd = ends[i]!;
    starts[i] = textStart;
    if (i === last) {
      ends[i] = text.length;
      break;
    }
    // On to the line feed that ends the record; a CR between is one character, as it is one byte.
    while (byteStart <= byteEnd) {
      byteStart = bytes.indexOf(LF, byteStart) + 1;
      textStart = text.indexOf('\n', textStart) + 1;
    }
    ends[i] = textStart - (byteStart - byteEnd);
  }
  return { text, starts, ends };
}
