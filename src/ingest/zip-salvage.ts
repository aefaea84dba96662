import { textDecoder } from '../base/text-decoder.ts';
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

const LOCAL_HEADER = 0x04034b50;
const DESCRIPTOR = 0x08074b50;
const LOCAL_HEADER_BYTES = 30;
const STEP_BYTES = 256 * 1024;
const UNKNOWN_32 = 0xffffffff;
const GZIP_HEADER = new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);

/** A member as its local header and data descriptor tell it, APPNOTE 4.3.7 and 4.3.9. */
interface LocalMember {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly dataStart: number;
  /** End of the data; the archive's end when the member is cut off. */
  readonly dataEnd: number;
  /** Start of what follows, or null when the member is cut off. */
  readonly next: number | null;
  readonly crc32: number;
  readonly size: number;
}

/**
 * Reads a zip archive without its directory, member by member from the start, as far as the headers lead. Ends with a refusal
 * that says what is wrong with the archive; `problem` is what the directory's reader said.
 */
export async function* readDamagedZip(
  blob: Blob,
  problem: string,
  context: ArchiveContext,
): AsyncGenerator<ArchiveMember, void, undefined> {
  let found = 0;
  let position = 0;
  for (let isCut = false; !isCut; ) {
    context.signal.throwIfAborted();
    const member = await readLocalMember(blob, position);
    if (!member) break;
    isCut = member.next === null;
    position = member.next ?? blob.size;
    if (member.name.endsWith('/')) continue;
    try {
      context.budget.countMember();
    } catch (error) {
      if (!(error instanceof LimitReached)) throw error;
      yield { kind: 'refused', name: null, bytes: blob.size, reason: error.message };
      return;
    }
    found++;
    yield* giveMember(blob, member, context);
    context.onProgress(position);
  }
  const what = `${problem}; ${found} members were found one by one, up to byte ${position} of ${blob.size}`;
  const advice = 'Copy the archive again if its origin is whole';
  yield {
    kind: 'refused',
    name: null,
    bytes: blob.size,
    reason: `damaged archive: ${what}. ${advice}`,
  };
}

async function* giveMember(
  blob: Blob,
  member: LocalMember,
  context: ArchiveContext,
): AsyncGenerator<ArchiveMember, void, undefined> {
  const { name, method, dataStart, dataEnd } = member;
  const bytes = dataEnd - dataStart;
  const refused = (reason: string): ArchiveMember => ({ kind: 'refused', name, bytes, reason });
  if (member.encrypted) {
    yield refused('encrypted member of a zip archive. Unpack it with its password first');
    return;
  }
  if (method !== 0 && method !== 8) {
    yield refused(`zip compression method ${method} in a damaged archive. Unpack it first`);
    return;
  }
  const cut = damagedReason.bind(null, 'the archive ends inside this member');
  if (method === 0) {
    yield { kind: 'member', name, blob: blob.slice(dataStart, dataEnd) };
    if (member.next === null) yield refused(cut(bytes));
    return;
  }
  const sink = new BlobSink();
  const meter = context.budget.meter();
  let reason: string | null = null;
  try {
    await inflateMember(blob, member, context.signal, (chunk) => {
      meter.add(chunk.length, bytes);
      sink.add(chunk);
    });
    if (member.next === null) reason = cut(sink.size);
  } catch (error) {
    context.signal.throwIfAborted();
    if (error instanceof LimitReached) {
      meter.release();
      yield refused(error.message);
      return;
    }
    reason = damagedReason(messageOf(error), sink.size);
  }
  if (sink.size > 0 || reason === null) yield { kind: 'member', name, blob: sink.toBlob() };
  if (reason !== null) yield refused(reason);
}

/** Inflates a member as if it were a gzip file, so that the platform also checks its size and CRC. */
async function inflateMember(
  blob: Blob,
  member: LocalMember,
  signal: AbortSignal,
  onChunk: (chunk: Uint8Array<ArrayBuffer>) => void,
): Promise<void> {
  const inflater = new Inflater('gzip', onChunk);
  try {
    await inflater.write(GZIP_HEADER.slice());
    for (let at = member.dataStart; at < member.dataEnd; at += STEP_BYTES) {
      signal.throwIfAborted();
      await inflater.write(await readBytes(blob, at, Math.min(member.dataEnd, at + STEP_BYTES)));
    }
    if (member.next === null) {
      // It must fail, for the rest is missing; until then it gives all there is.
      await inflater.close().catch(() => {});
      return;
    }
    const trailer = new DataView(new ArrayBuffer(8));
    trailer.setUint32(0, member.crc32, true);
    trailer.setUint32(4, member.size % 2 ** 32, true);
    await inflater.write(new Uint8Array(trailer.buffer));
    await inflater.close();
  } catch (error) {
    await inflater.abort();
    throw error;
  }
}

/** The member whose local header is at `position`, or null when there is none. */
async function readLocalMember(blob: Blob, position: number): Promise<LocalMember | null> {
  const fixed = await readBytes(blob, position, position + LOCAL_HEADER_BYTES);
  if (fixed.length < LOCAL_HEADER_BYTES) return null;
  const view = new DataView(fixed.buffer);
  if (view.getUint32(0, true) !== LOCAL_HEADER) return null;
  const flags = view.getUint16(6, true);
  const nameStart = position + LOCAL_HEADER_BYTES;
  const extraStart = nameStart + view.getUint16(26, true);
  const dataStart = extraStart + view.getUint16(28, true);
  if (dataStart > blob.size) return null;
  const rawName = await readBytes(blob, nameStart, extraStart);
  const name = textDecoder(flags & 0x800 ? 'utf-8' : 'windows-1252').decode(rawName);
  const common = {
    name,
    method: view.getUint16(8, true),
    encrypted: (flags & 1) !== 0,
    dataStart,
  };
  const packed = view.getUint32(18, true);
  const inflated = view.getUint32(22, true);
  if ((flags & 8) !== 0 && packed === 0) {
    const descriptor = await findDescriptor(blob, dataStart);
    return { ...common, ...(descriptor ?? cutOff(blob)) };
  }
  const extra = await readBytes(blob, extraStart, dataStart);
  const sizes = packed === UNKNOWN_32 || inflated === UNKNOWN_32 ? zip64Sizes(extra) : null;
  const dataEnd = dataStart + (sizes?.packed ?? packed);
  if (dataEnd > blob.size) return { ...common, ...cutOff(blob) };
  const crc32 = view.getUint32(14, true);
  const next = (flags & 8) === 0 ? dataEnd : await afterDescriptor(blob, dataEnd, crc32);
  return { ...common, dataEnd, next, crc32, size: sizes?.inflated ?? inflated };
}

const cutOff = (blob: Blob) => ({ dataEnd: blob.size, next: null, crc32: 0, size: 0 });

/** Sizes in the Zip64 extra field (0x0001) of a local header, where both must be, APPNOTE 4.5.3. */
function zip64Sizes(extra: Uint8Array): { packed: number; inflated: number } | null {
  const view = new DataView(extra.buffer, extra.byteOffset, extra.length);
  for (let at = 0; at + 4 <= extra.length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1 || at + 20 > extra.length) continue;
    const inflated = Number(view.getBigUint64(at + 4, true));
    return { inflated, packed: Number(view.getBigUint64(at + 12, true)) };
  }
  return null;
}

/** Passes over the data descriptor of a member whose size was known before; it has 12, 16 or 24 bytes. */
async function afterDescriptor(blob: Blob, dataEnd: number, crc32: number): Promise<number> {
  const bytes = await readBytes(blob, dataEnd, dataEnd + 28);
  const view = new DataView(bytes.buffer);
  for (const length of [0, 12, 16, 20, 24]) {
    if (length + 4 <= bytes.length && view.getUint32(length, true) === LOCAL_HEADER) {
      return dataEnd + length;
    }
  }
  return bytes.length >= 8 && view.getUint32(4, true) === crc32 ? dataEnd + 16 : dataEnd;
}

/** The data descriptor that tells the distance to `dataStart` as the packed size; null when the archive ends before it. */
async function findDescriptor(
  blob: Blob,
  dataStart: number,
): Promise<Pick<LocalMember, 'dataEnd' | 'next' | 'crc32' | 'size'> | null> {
  for (let base = dataStart; base < blob.size; base += STEP_BYTES) {
    const bytes = await readBytes(blob, base, base + STEP_BYTES + 24);
    const view = new DataView(bytes.buffer);
    for (
      let at = bytes.indexOf(0x50);
      at >= 0 && at < STEP_BYTES;
      at = bytes.indexOf(0x50, at + 1)
    ) {
      if (at + 16 > bytes.length || view.getUint32(at, true) !== DESCRIPTOR) continue;
      const dataEnd = base + at;
      const packed = dataEnd - dataStart;
      const crc32 = view.getUint32(at + 4, true);
      const is64 = at + 24 <= bytes.length && view.getBigUint64(at + 8, true) === BigInt(packed);
      if (is64 && view.getUint32(at + 12, true) === 0) {
        const size = Number(view.getBigUint64(at + 16, true));
        const is32 = isHeaderAt(view, at + 16);
        if (!is32) return { dataEnd, next: dataEnd + 24, crc32, size };
      }
      if (view.getUint32(at + 8, true) === packed) {
        return { dataEnd, next: dataEnd + 16, crc32, size: view.getUint32(at + 12, true) };
      }
    }
  }
  return null;
}

const isHeaderAt = (view: DataView, at: number) =>
  at + 4 <= view.byteLength && view.getUint32(at, true) === LOCAL_HEADER;
