import {
  type ArchiveContext,
  type ArchiveMember,
  damagedReason,
  messageOf,
} from './archive-member.ts';
import { BlobSink } from './blob-sink.ts';
import { Inflater } from './inflater.ts';
import { LimitReached } from './intake-budget.ts';
import { readBytes } from './scan-window.ts';

const STEP_BYTES = 256 * 1024;
/** Header (10) and trailer (8) of the shortest member, RFC 1952. */
const MIN_MEMBER_BYTES = 18;
const TRAILER_BYTES = 8;
/** A member without content is its header (with a name), a few bits and its trailer. */
const MAX_EMPTY_MEMBER_BYTES = 1024;
/** Of DEFLATE: 258 bytes from two bits. */
const MAX_RATIO = 1032;

/**
 * Inflates a gzip file of any number of members (RFC 1952, 2.2: their contents follow each other). Gives one member, named
 * `name`; a damaged file gives what inflated before the damage, then a refusal.
 */
export async function* readGzip(
  blob: Blob,
  name: string,
  context: ArchiveContext,
): AsyncGenerator<ArchiveMember, void, undefined> {
  const sink = new BlobSink();
  const meter = context.budget.meter();
  const file = new GzipFile(blob, context, (chunk, packedBytes) => {
    meter.add(chunk.length, packedBytes);
    sink.add(chunk);
  });
  try {
    context.budget.countMember();
    await file.inflate();
  } catch (error) {
    context.signal.throwIfAborted();
    if (error instanceof LimitReached) {
      meter.release();
      yield { kind: 'refused', name: null, bytes: blob.size, reason: error.message };
      return;
    }
    if (sink.size > 0) yield { kind: 'member', name, blob: sink.toBlob() };
    const what = `gzip data broken at about byte ${file.position} of ${blob.size} (${messageOf(error)})`;
    yield { kind: 'refused', name: null, bytes: blob.size, reason: damagedReason(what, sink.size) };
    return;
  }
  yield { kind: 'member', name, blob: sink.toBlob() };
}

type OnChunk = (chunk: Uint8Array<ArrayBuffer>, packedBytes: number) => void;

/**
 * The platform's inflate takes one member and refuses bytes after it, and does not say where the member ended. Therefore
 * the file is fed up to each place where a member may begin (the magic of one), and the member is over when the four bytes
 * before that place are its size.
 */
class GzipFile {
  /** Bytes fed so far. */
  position = 0;
  private readonly blob: Blob;
  private readonly context: ArchiveContext;
  private readonly onChunk: OnChunk;
  private inflater: Inflater;
  private memberStart = 0;
  private memberBytes = 0;

  constructor(blob: Blob, context: ArchiveContext, onChunk: OnChunk) {
    this.blob = blob;
    this.context = context;
    this.onChunk = onChunk;
    this.inflater = this.nextMember();
  }

  async inflate(): Promise<void> {
    const end = this.blob.size - (await this.trailingZeros());
    try {
      while (this.position < end) {
        this.context.signal.throwIfAborted();
        await this.feedStep(Math.min(end, this.position + STEP_BYTES));
        this.context.onProgress(this.position);
      }
      await this.feedZeros(end);
      await this.inflater.close();
    } catch (error) {
      await this.inflater.abort();
      throw error;
    }
  }

  private nextMember(): Inflater {
    this.memberStart = this.position;
    this.memberBytes = 0;
    return new Inflater('gzip', (chunk) => {
      this.memberBytes += chunk.length;
      this.onChunk(chunk, this.position);
    });
  }

  /** Feeds up to `stepEnd`, going over to the next member where one begins. */
  private async feedStep(stepEnd: number): Promise<void> {
    // Four bytes more at both ends: the size before a magic, and the magic itself.
    const base = Math.max(0, this.position - 4);
    const bytes = await readBytes(this.blob, base, stepEnd + 4);
    for (let at = magicAt(bytes, 0); at >= 0 && base + at < stepEnd; at = magicAt(bytes, at + 1)) {
      const start = base + at;
      if (start < this.position || start - this.memberStart < MIN_MEMBER_BYTES) continue;
      await this.feed(bytes, base, start);
      if (!(await this.isMemberOver(sizeBefore(bytes, at)))) continue;
      await this.inflater.close();
      this.inflater = this.nextMember();
    }
    await this.feed(bytes, base, stepEnd);
  }

  /** `size`: what the trailer of the member would say if it ended here (modulo 2 ** 32). */
  private async isMemberOver(size: number): Promise<boolean> {
    const packed = this.position - this.memberStart;
    if (size === 0 && packed > MAX_EMPTY_MEMBER_BYTES) return false;
    if (packed < 2 ** 22 && (size < this.memberBytes || size > MAX_RATIO * packed)) return false;
    await this.inflater.settle();
    // Under Node the output may be late and the answer wrongly no; there the inflate goes over to the next member by itself.
    return size === this.memberBytes % 2 ** 32;
  }

  private async feed(bytes: Uint8Array<ArrayBuffer>, base: number, end: number): Promise<void> {
    const fed = bytes.slice(this.position - base, end - base);
    this.position = end;
    await this.inflater.write(fed);
  }

  /** Zeros at the end are padding (tapes, block devices), except for those that belong to the last trailer. */
  private async feedZeros(end: number): Promise<void> {
    const zeros = this.blob.size - end;
    const tail = await readBytes(this.blob, Math.max(0, end - 4), end + TRAILER_BYTES);
    await this.inflater.settle();
    for (let count = 0; count <= Math.min(TRAILER_BYTES, zeros); count++) {
      const isTrailer = sizeBefore(tail, Math.min(4, end) + count) === this.memberBytes % 2 ** 32;
      if (isTrailer || count === zeros) {
        await this.inflater.write(new Uint8Array(count));
        return;
      }
    }
    await this.inflater.write(new Uint8Array(TRAILER_BYTES));
  }

  private async trailingZeros(): Promise<number> {
    for (let end = this.blob.size; end > 0; end -= STEP_BYTES) {
      const bytes = await readBytes(this.blob, Math.max(0, end - STEP_BYTES), end);
      const last = bytes.findLastIndex((byte) => byte !== 0);
      if (last >= 0) return this.blob.size - (end - bytes.length + last + 1);
    }
    return this.blob.size;
  }
}

/** Next place of a member header: magic, method deflate, no reserved flag; -1 when there is none. */
function magicAt(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0x1f, from); at >= 0; at = bytes.indexOf(0x1f, at + 1)) {
    if (bytes[at + 1] === 0x8b && bytes[at + 2] === 8 && (bytes[at + 3] ?? 0xff) < 0x20) return at;
  }
  return -1;
}

/** The little-endian number in the four bytes before `at` (ISIZE, when a member ends there), or -1. */
function sizeBefore(bytes: Uint8Array, at: number): number {
  if (at < 4) return -1;
  return (
    (bytes[at - 4]! | (bytes[at - 3]! << 8) | (bytes[at - 2]! << 16) | (bytes[at - 1]! << 24)) >>> 0
  );
}
