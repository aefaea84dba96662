import type { Encoding } from '../model/source.ts';
import { byteOrderMarkLength, unitBytes } from './byte-order-mark.ts';
import { Utf16Transcoder } from './utf16-transcoder.ts';

/**
 * A stretch of a source as a format scans it: ASCII-compatible bytes (UTF-16 as UTF-8), with the way to and from the
 * bytes of the source. "Scanned" positions count in `bytes`, "source" positions in the Blob.
 */
export interface ScanWindow {
  /** Grows at its end with `extend`; earlier positions keep their meaning. */
  readonly bytes: Uint8Array;
  /** Whether the window reaches the end of the source. */
  readonly complete: boolean;
  /** Scanned positions of lone surrogates (UTF-16 only). */
  readonly loneSurrogates: readonly number[];
  toSource(scanned: number): number;
  toScanned(source: number): number;
  /** Reads `byteCount` more source bytes, as far as there are. */
  extend(byteCount: number): Promise<void>;
}

/** Opens source bytes `[start, end)`. A byte order mark at the source's start is left out of `bytes`. */
export async function openWindow(
  blob: Blob,
  encoding: Encoding,
  start: number,
  end: number,
): Promise<ScanWindow> {
  const bytes = await readBytes(blob, start, end);
  const mark = start === 0 ? byteOrderMarkLength(bytes, encoding) : 0;
  return unitBytes(encoding) === 2
    ? new Utf16Window(blob, encoding === 'utf-16be', start + mark, bytes.subarray(mark))
    : new PlainWindow(blob, start + mark, bytes.subarray(mark));
}

/** Bytes `[start, end)` of `blob`, cut to its size. */
export async function readBytes(
  blob: Blob,
  start: number,
  end: number,
): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await blob.slice(start, end).arrayBuffer());
}

class PlainWindow implements ScanWindow {
  readonly loneSurrogates: readonly number[] = [];
  bytes: Uint8Array;
  private readonly blob: Blob;
  private readonly base: number;

  constructor(blob: Blob, base: number, bytes: Uint8Array) {
    this.blob = blob;
    this.base = base;
    this.bytes = bytes;
  }

  get complete(): boolean {
    return this.base + this.bytes.length >= this.blob.size;
  }

  toSource(scanned: number): number {
    return this.base + scanned;
  }

  toScanned(source: number): number {
    return Math.min(Math.max(0, source - this.base), this.bytes.length);
  }

  async extend(byteCount: number): Promise<void> {
    const start = this.base + this.bytes.length;
    const more = await readBytes(this.blob, start, start + byteCount);
    const bytes = new Uint8Array(this.bytes.length + more.length);
    bytes.set(this.bytes);
    bytes.set(more, this.bytes.length);
    this.bytes = bytes;
  }
}

class Utf16Window implements ScanWindow {
  private readonly blob: Blob;
  private readonly base: number;
  private readonly transcoder: Utf16Transcoder;
  complete = false;

  constructor(blob: Blob, bigEndian: boolean, base: number, source: Uint8Array) {
    this.blob = blob;
    this.base = base;
    this.transcoder = new Utf16Transcoder(bigEndian);
    this.append(source);
  }

  get bytes(): Uint8Array {
    return this.transcoder.bytes;
  }

  get loneSurrogates(): readonly number[] {
    return this.transcoder.loneSurrogates;
  }

  toSource(scanned: number): number {
    return this.base + this.transcoder.toSource(scanned);
  }

  toScanned(source: number): number {
    return this.transcoder.toScanned(Math.max(0, source - this.base));
  }

  async extend(byteCount: number): Promise<void> {
    const start = this.base + this.transcoder.sourceLength;
    this.append(await readBytes(this.blob, start, start + byteCount));
  }

  private append(source: Uint8Array): void {
    const start = this.base + this.transcoder.sourceLength;
    this.complete = start + source.length >= this.blob.size;
    this.transcoder.append(source, this.complete);
  }
}
