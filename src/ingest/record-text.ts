import { lowerBound } from '../base/binary-search.ts';
import { textDecoder } from '../base/text-decoder.ts';
import type { SegmentRecords } from '../model/evidence.ts';
import type { Encoding } from '../model/source.ts';
import { byteOrderMarkLength, unitBytes } from './byte-order-mark.ts';
import { readBytes } from './scan-window.ts';

/** A line of a source as written. */
export interface RawLine {
  /** 1-based. */
  readonly number: number;
  /** Without its line end; cut to the characters asked for, `cut` says so. */
  readonly text: string;
  readonly cut: boolean;
}

const STEP_BYTES = 64 * 1024;
/** Steps grow to this size while a line end is not found. */
const MAX_STEP_BYTES = 4 * 1024 * 1024;

/**
 * The text of bytes `[offset, offset + length)`, cut to `maxChars` UTF-16 units (never inside a surrogate pair). Reads no
 * more bytes than `maxChars` characters can take. What the encoding cannot read is U+FFFD.
 */
export async function readText(
  blob: Blob,
  encoding: Encoding,
  offset: number,
  length: number,
  maxChars: number,
): Promise<string> {
  return cutText(await readDecoded(blob, encoding, offset, offset + length, maxChars), maxChars);
}

/**
 * Lines `[firstLine, firstLine + count)` (1-based) as far as they exist. Goes to the nearest record at or before a line by
 * binary search in the columns and reads on from there in small slices, so the cost depends on the lines asked for and on
 * the length of the entry around them, not on the size of the source.
 *
 * @param segments of one source; holes (not yet read) and empty ones are passed over, lines in them are left out
 */
export async function readLines(
  blob: Blob,
  encoding: Encoding,
  segments: readonly (SegmentRecords | undefined)[],
  firstLine: number,
  count: number,
  maxChars: number,
): Promise<RawLine[]> {
  const placed = segments.filter((segment) => segment !== undefined && segment.lineCount > 0);
  const source = new LineSource(blob, encoding, placed as SegmentRecords[]);
  const lines: RawLine[] = [];
  for (let number = Math.max(1, firstLine); number < firstLine + count; number++) {
    const start = await source.startOf(number);
    if (start === null) continue;
    lines.push(await source.read(number, start, maxChars));
  }
  return lines;
}

/** Finds line starts and line ends in a source, keeping the slice that it read last. */
class LineSource {
  private readonly blob: Blob;
  private readonly encoding: Encoding;
  private readonly segments: readonly SegmentRecords[];
  private readonly unit: 1 | 2;
  private slice: Uint8Array = new Uint8Array(0);
  private sliceStart = 0;
  /** The line found last and where it starts. */
  private known: { readonly line: number; readonly offset: number } | null = null;

  constructor(blob: Blob, encoding: Encoding, segments: readonly SegmentRecords[]) {
    this.blob = blob;
    this.encoding = encoding;
    this.segments = segments;
    this.unit = unitBytes(encoding);
  }

  /** Source offset of the first byte of `line`, or null when the line is in no segment. */
  async startOf(line: number): Promise<number | null> {
    const anchor = this.anchorOf(line);
    if (!anchor) return null;
    const nearer = this.known && this.known.line > anchor.line && this.known.line <= line;
    let { line: reached, offset } = nearer ? this.known! : anchor;
    if (reached === line && !nearer)
      offset = await this.lineStartBefore(offset, anchor.segmentStart);
    while (reached < line) {
      const lineEnd = await this.newlineAfter(offset);
      if (lineEnd === null) return null;
      offset = lineEnd + this.unit;
      reached++;
    }
    this.known = { line, offset };
    return offset;
  }

  /** The line that starts at `start`. */
  async read(number: number, start: number, maxChars: number): Promise<RawLine> {
    const readEnd = Math.min(this.blob.size, start + maxBytesOf(maxChars + 2, this.encoding));
    const newline = await this.newlineAfter(start, readEnd);
    let text = await this.decode(start, newline ?? readEnd, maxChars + 2);
    if (newline !== null && text.endsWith('\r')) text = text.slice(0, -1);
    const isCut = (newline === null && readEnd < this.blob.size) || text.length > maxChars;
    return { number, text: cutText(text, maxChars), cut: isCut };
  }

  /** Decodes `[start, end)` from the slice when it is held, as it mostly is. */
  private async decode(start: number, end: number, maxChars: number): Promise<string> {
    const { slice, sliceStart } = this;
    const isHeld = start > 0 && start >= sliceStart && end <= sliceStart + slice.length;
    if (!isHeld) return readDecoded(this.blob, this.encoding, start, end, maxChars);
    const bytes = slice.subarray(start - sliceStart, end - sliceStart);
    const stream = unitBytes(this.encoding) === 2;
    return textDecoder(this.encoding, { ignoreBOM: true }).decode(bytes, { stream });
  }

  /** The record nearest before `line` (or on it), or the segment's start. Its offset may lie inside its line. */
  private anchorOf(line: number): { line: number; offset: number; segmentStart: number } | null {
    const after = lowerBound(this.segments.length, (i) => this.segments[i]!.baseLine > line);
    const segment = this.segments[after - 1];
    if (!segment || line >= segment.baseLine + segment.lineCount) return null;
    const { columns, baseLine, baseOffset } = segment;
    const wanted = line - baseLine;
    const record = lowerBound(columns.count, (i) => columns.line[i]! > wanted) - 1;
    if (record < 0) return { line: baseLine, offset: baseOffset, segmentStart: baseOffset };
    const recordLine = columns.line[record]!;
    const offset = baseOffset + columns.offset[record]!;
    return { line: baseLine + recordLine, offset, segmentStart: baseOffset };
  }

  /** Start of the line in which `offset` lies; a segment starts a line. */
  private async lineStartBefore(offset: number, segmentStart: number): Promise<number> {
    for (let end = offset; end > segmentStart; end -= STEP_BYTES) {
      const start = Math.max(segmentStart, end - STEP_BYTES);
      const bytes = await readBytes(this.blob, start, end);
      const newline = this.lastNewline(bytes);
      if (newline >= 0) return start + newline + this.unit;
    }
    return segmentStart;
  }

  /** Offset of the first LF at or after `offset` and before `limit`, or null. */
  private async newlineAfter(offset: number, limit = this.blob.size): Promise<number | null> {
    for (
      let at = offset, step = STEP_BYTES;
      at < limit;
      step = Math.min(2 * step, MAX_STEP_BYTES)
    ) {
      await this.load(at, step);
      const found = this.firstNewline(at - this.sliceStart);
      if (found >= 0) return this.sliceStart + found < limit ? this.sliceStart + found : null;
      const next = this.sliceStart + (this.slice.length & -this.unit);
      if (next <= at) return null;
      at = next;
    }
    return null;
  }

  /** Makes the slice hold at least one unit at `offset`, which keeps to the units of the source. */
  private async load(offset: number, step: number): Promise<void> {
    const held =
      offset >= this.sliceStart && offset + this.unit <= this.sliceStart + this.slice.length;
    if (held) return;
    this.sliceStart = offset;
    this.slice = await readBytes(this.blob, offset, offset + step);
  }

  private firstNewline(from: number): number {
    const { slice } = this;
    for (let at = slice.indexOf(10, from); at >= 0; at = slice.indexOf(10, at + 1)) {
      const unitStart = this.newlineUnit(slice, at);
      if (unitStart >= from) return unitStart;
    }
    return -1;
  }

  private lastNewline(bytes: Uint8Array): number {
    for (
      let at = bytes.lastIndexOf(10);
      at >= 0;
      at = at > 0 ? bytes.lastIndexOf(10, at - 1) : -1
    ) {
      const unitStart = this.newlineUnit(bytes, at);
      if (unitStart >= 0) return unitStart;
    }
    return -1;
  }

  /** Start of the unit LF whose byte 0x0A is at `at`, or -1 when that byte belongs to another character. */
  private newlineUnit(bytes: Uint8Array, at: number): number {
    if (this.unit === 1) return at;
    if (this.encoding === 'utf-16le') return at % 2 === 0 && bytes[at + 1] === 0 ? at : -1;
    return at % 2 === 1 && bytes[at - 1] === 0 ? at - 1 : -1;
  }
}

const maxBytesOf = (chars: number, encoding: Encoding) =>
  chars * (unitBytes(encoding) === 2 ? 2 : 4);

/** Decodes `[start, end)`, as far as `maxChars` characters can reach; a byte order mark at the source's start is left out. */
async function readDecoded(
  blob: Blob,
  encoding: Encoding,
  start: number,
  end: number,
  maxChars: number,
): Promise<string> {
  const readEnd = Math.min(end, start + maxBytesOf(maxChars, encoding) + 4);
  const bytes = await readBytes(blob, start, readEnd);
  const mark = start === 0 ? byteOrderMarkLength(bytes, encoding) : 0;
  // Cut by us or ending with half a UTF-16 unit: the piece of a character at the end is left out.
  const stream = readEnd < end || unitBytes(encoding) === 2;
  return textDecoder(encoding, { ignoreBOM: true }).decode(bytes.subarray(mark), { stream });
}

function cutText(text: string, maxChars: number): string {
  if (text.length <= maxChars) return text;
  const isPair = maxChars > 0 && (text.charCodeAt(maxChars - 1) & 0xfc00) === 0xd800;
  return text.slice(0, isPair ? maxChars - 1 : maxChars);
}
