import { asciiText } from '../base/ascii.ts';
import { textDecoder } from '../base/text-decoder.ts';
import { findInvalidUtf8Line } from '../base/utf8.ts';
import type { LogFormat, ScanBytes } from '../formats/format.ts';
import { MAX_PROBLEMS_PER_SEGMENT, type Segment } from '../model/segment.ts';
import { SegmentBuilder } from '../model/segment-builder.ts';
import type { Encoding } from '../model/source.ts';

import { unitBytes } from './byte-order-mark.ts';
import { LOOKAHEAD_BYTES, MAX_ENTRY_BYTES, PROBE_BYTES, SKIP_STEP_BYTES } from './limits.ts';
import type { ByteRange } from './ranges.ts';
import { openWindow, type ScanWindow } from './scan-window.ts';

const LF = 10;
const CR = 13;
/** Records are longer than this on average; only sets the first size of the columns. */
const BYTES_PER_RECORD = 128;

/** How a source is read: the same for all its ranges. */
interface Reading {
  readonly blob: Blob;
  readonly format: LogFormat;
  readonly encoding: Encoding;
  readonly dialect: unknown;
  readonly signal: AbortSignal | undefined;
}

/**
 * Scans the entries that begin in `range`: from the first entry start at or after `range.start` (the source's first byte
 * for the first range) to the first entry start at or after `range.end`. A range in which no entry begins gives an
 * empty segment. So the segments of all ranges tile the source, whoever scans them and in whatever order.
 *
 * An entry that reaches more than `MAX_ENTRY_BYTES` past its range is scanned up to there; of the rest only the lines
 * are counted, as continuations. Lines end at LF, and a CR before it belongs to the line end; a lone CR is text.
 * Memory: the range, its decoded copy for UTF-16, and at most `MAX_ENTRY_BYTES` more.
 *
 * @throws the signal's reason when aborted; whatever reading the Blob throws
 */
export async function scanRange(
  blob: Blob,
  range: ByteRange,
  format: LogFormat,
  encoding: Encoding,
  dialect: unknown,
  signal?: AbortSignal,
): Promise<Segment> {
  signal?.throwIfAborted();
  const reading: Reading = { blob, format, encoding, dialect, signal };
  const lead = range.start === 0 ? 0 : unitBytes(encoding);
  const readEnd = range.end >= blob.size ? blob.size : range.end + LOOKAHEAD_BYTES;
  const window = await openWindow(blob, encoding, range.start - lead, readEnd);
  signal?.throwIfAborted();

  const first = range.start === 0 ? 0 : firstEntryIn(window, range.start, range.end, reading);
  if (first < 0) {
    return new SegmentBuilder(0).finish({
      baseOffset: range.start,
      byteLength: 0,
      lineCount: 0,
    });
  }
  const { cut, scannedWhole } = await findEnd(window, range.end, reading);

  const input = toScanBytes(window.bytes.subarray(first, cut), encoding);
  const out = new SegmentBuilder(Math.ceil(input.bytes.length / BYTES_PER_RECORD));
  const lines = format.scan(input, dialect, out, { atSourceStart: range.start === 0 });
  reportEncodingProblems(window, first, cut, input.bytes, reading, out);

  const baseOffset = range.start === 0 ? 0 : window.toSource(first);
  const cutSource =
    window.complete && cut === window.bytes.length ? blob.size : window.toSource(cut);
  const isMapped = unitBytes(encoding) === 2 || window.toSource(first) !== baseOffset;
  const segment = out.finish({
    baseOffset,
    byteLength: cutSource - baseOffset,
    lineCount: lines,
    ...(isMapped && {
      mapOffset: (offset: number) => window.toSource(first + offset) - baseOffset,
    }),
  });
  return scannedWhole ? segment : await withUnscannedRest(segment, cutSource, reading);
}

/** Scanned position of the first entry start at a source position in `[start, end)`, or -1. */
function firstEntryIn(window: ScanWindow, start: number, end: number, reading: Reading): number {
  const from = lineStartAtOrAfter(window.bytes, window.toScanned(start));
  return findEntryStart(window.bytes, from, window.toScanned(end), reading);
}

/**
 * The scanned position at which the segment ends: the first entry start at or after `end` (a source position), or the
 * end of the source. When the entry is too long, a place before that (a line start if possible), and `scannedWhole` is false.
 */
async function findEnd(
  window: ScanWindow,
  end: number,
  reading: Reading,
): Promise<{ cut: number; scannedWhole: boolean }> {
  const tail = window.toScanned(end);
  let from = tail;
  for (let step = LOOKAHEAD_BYTES; ; step *= 4) {
    const { bytes, complete } = window;
    if (complete && from >= bytes.length) return { cut: bytes.length, scannedWhole: true };
    const searchable = complete ? bytes.length : bytes.length - PROBE_BYTES;
    const found = findEntryStart(bytes, lineStartAtOrAfter(bytes, from), searchable, reading);
    if (found >= 0) return { cut: found, scannedWhole: true };
    if (complete) return { cut: bytes.length, scannedWhole: true };
    from = searchable;
    if (searchable - tail >= MAX_ENTRY_BYTES) {
      const lineStart = bytes.lastIndexOf(LF, searchable - 1) + 1;
      const cut = lineStart > tail ? lineStart : characterStart(bytes, searchable);
      return { cut, scannedWhole: false };
    }
    await window.extend(step);
    reading.signal?.throwIfAborted();
  }
}

/** First line start at or after `position`, which is not the first of the window unless it starts a line; -1 when none. */
function lineStartAtOrAfter(bytes: Uint8Array, position: number): number {
  if (position === 0) return 0;
  const newline = bytes.indexOf(LF, position - 1);
  return newline < 0 ? -1 : newline + 1;
}

/** First line start in `[from, limit)` that begins an entry, or -1. `from` is a line start or -1. */
function findEntryStart(bytes: Uint8Array, from: number, limit: number, reading: Reading): number {
  const input = toScanBytes(bytes, reading.encoding);
  for (let start = from; start >= 0 && start < limit; ) {
    const newline = bytes.indexOf(LF, start);
    const lineEnd = newline < 0 ? bytes.length : newline;
    let end = Math.min(lineEnd, start + PROBE_BYTES);
    if (end === newline && end > start && bytes[end - 1] === CR) end--;
    if (reading.format.isEntryStart(input, start, end, reading.dialect)) return start;
    start = newline + 1;
    if (newline < 0) break;
  }
  return -1;
}

function characterStart(bytes: Uint8Array, position: number): number {
  let start = position;
  while (start > position - 4 && start > 0 && (bytes[start]! & 0xc0) === 0x80) start--;
  return start;
}

/** Adds to `segment` the rest of its last entry, from `restStart` on, counted but not scanned. */
async function withUnscannedRest(
  segment: Segment,
  restStart: number,
  reading: Reading,
): Promise<Segment> {
  const { end, lines } = await passOver(restStart, reading);
  const { columns } = segment;
  const byteLength = end - segment.baseOffset;
  const last = columns.count - 1;
  const lastStart = last < 0 ? 0 : columns.offset[last]!;
  if (last >= 0) columns.length[last] = Math.min(byteLength - lastStart, 0xffffffff);
  const problems = segment.problems.slice(0, MAX_PROBLEMS_PER_SEGMENT - 1);
  problems.push({
    line: last < 0 ? 0 : columns.line[last]!,
    code: 'entry-too-long',
    message:
      `entry of ${byteLength - lastStart} bytes; its first ${restStart - segment.baseOffset - lastStart} were scanned ` +
      `and ${lines} further lines only counted (an entry is scanned for at least ${MAX_ENTRY_BYTES} bytes)`,
  });
  return {
    ...segment,
    byteLength,
    lineCount: segment.lineCount + lines,
    tally: { ...segment.tally, continuations: segment.tally.continuations + lines },
    problems,
    problemCount: segment.problemCount + 1,
  };
}

/** Goes from `start` (a source position) to the next entry start or the source's end. `lines` begin in between. */
async function passOver(start: number, reading: Reading): Promise<{ end: number; lines: number }> {
  const { blob, encoding } = reading;
  const unit = unitBytes(encoding);
  let lines = 0;
  for (let position = start; position < blob.size; position += SKIP_STEP_BYTES) {
    reading.signal?.throwIfAborted();
    const stepEnd = position + SKIP_STEP_BYTES;
    const window = await openWindow(blob, encoding, position - unit, stepEnd + LOOKAHEAD_BYTES);
    const { bytes } = window;
    const from = lineStartAtOrAfter(bytes, window.toScanned(position));
    const limit = window.toScanned(stepEnd);
    const found = findEntryStart(bytes, from, limit, reading);
    const countEnd = found < 0 ? limit : found;
    for (let line = from; line >= 0 && line < countEnd; line = bytes.indexOf(LF, line) + 1 || -1) {
      lines++;
    }
    if (found >= 0) return { end: window.toSource(found), lines };
  }
  return { end: blob.size, lines };
}

function reportEncodingProblems(
  window: ScanWindow,
  first: number,
  cut: number,
  bytes: Uint8Array,
  reading: Reading,
  out: SegmentBuilder,
): void {
  if (reading.encoding === 'utf-8') {
    const invalid = findInvalidUtf8Line(bytes);
    if (invalid >= 0) {
      const message =
        'bytes that are not UTF-8, here and perhaps below; shown as U+FFFD. Choose the code page of the source to read them';
      out.problem(lineOf(bytes, invalid), 'invalid-utf-8', message);
    }
  }
  for (const position of window.loneSurrogates) {
    if (position < first || position >= cut) continue;
    const line = lineOf(bytes, position - first);
    out.problem(line, 'lone-surrogate', 'half of a UTF-16 surrogate pair; shown as U+FFFD');
  }
  const isOdd = unitBytes(reading.encoding) === 2 && reading.blob.size % 2 === 1;
  if (isOdd && window.complete && cut === window.bytes.length) {
    const line = lineOf(bytes, bytes.length);
    const message = 'the source ends with half a UTF-16 unit (one odd byte); it was cut off there';
    out.problem(line, 'odd-byte', message);
  }
}

/** 0-based line of `position`; a position after the last LF belongs to the last line. */
function lineOf(bytes: Uint8Array, position: number): number {
  let line = 0;
  for (let at = bytes.indexOf(LF); at >= 0 && at < position; at = bytes.indexOf(LF, at + 1)) line++;
  return line > 0 && position === bytes.length && bytes[position - 1] === LF ? line - 1 : line;
}

/** `bytes` with a decoder for them: UTF-16 arrives here as UTF-8. */
function toScanBytes(bytes: Uint8Array, encoding: Encoding): ScanBytes {
  const label = unitBytes(encoding) === 2 ? 'utf-8' : encoding;
  const decoder = textDecoder(label, { ignoreBOM: true });
  return {
    bytes,
    decode: (start, end) =>
      asciiText(bytes, start, end) ?? decoder.decode(bytes.subarray(start, end)),
  };
}
