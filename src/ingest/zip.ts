import {
  BlobReader,
  configure,
  ERR_INVALID_CRC32,
  ERR_OVERLAPPING_ENTRY,
  type FileEntry,
  ZipReader,
} from '@zip.js/zip.js/lib/zip-core-native.js';
import {
  type ArchiveContext,
  type ArchiveMember,
  damagedReason,
  messageOf,
} from './archive-member.ts';
import { BlobSink } from './blob-sink.ts';
import { LimitReached, type MemberMeter } from './intake-budget.ts';
import { readDamagedZip } from './zip-salvage.ts';

// Intake already runs in a worker; the library's own workers would need another source in the content security policy.
configure({ useWebWorkers: false });

const OFFICE_ADVICE =
  'Office document (a zip of XML), not an archive of logs. Save its text as a plain text file';

const CHECKSUM_REASON =
  'damaged archive: the checksum of this member is wrong. Its content is shown, but some of it is not as it was packed. Copy the archive again if its origin is whole';

const OVERLAP_REASON =
  'its data overlap those of another member: a zip bomb, or a damaged archive. Unpack it elsewhere if it is wanted';

/**
 * Reads a zip archive, Zip64 and Deflate64 included, in the order of its directory. Names are kept as written, however odd.
 * When the directory is missing or broken (a cut download), the members are looked up one by one from the start.
 */
export async function* readZip(
  blob: Blob,
  context: ArchiveContext,
): AsyncGenerator<ArchiveMember, void, undefined> {
  const reader = new ZipReader(new BlobReader(blob), {
    strictness: 'tolerant',
    filenameValidation: 'tolerant',
  });
  let given = 0;
  let packedBytes = 0;
  try {
    for await (const entry of reader.getEntriesGenerator()) {
      context.signal.throwIfAborted();
      if (entry.filename === '[Content_Types].xml') {
        yield { kind: 'refused', name: null, bytes: blob.size, reason: OFFICE_ADVICE };
        return;
      }
      if (entry.directory) continue;
      context.budget.countMember();
      given++;
      yield* readEntry(entry, packedBytes, context);
      packedBytes += entry.compressedSize;
      context.onProgress(Math.min(packedBytes, blob.size));
    }
  } catch (error) {
    context.signal.throwIfAborted();
    if (error instanceof LimitReached) {
      yield { kind: 'refused', name: null, bytes: blob.size, reason: error.message };
    } else if (given === 0) {
      yield* readDamagedZip(blob, messageOf(error), context);
    } else {
      const what = `the zip directory breaks off after ${given} members (${messageOf(error)})`;
      yield { kind: 'refused', name: null, bytes: blob.size, reason: `damaged archive: ${what}` };
    }
  }
}

async function* readEntry(
  entry: FileEntry,
  packedBefore: number,
  context: ArchiveContext,
): AsyncGenerator<ArchiveMember, void, undefined> {
  const { filename: name, uncompressedSize: bytes, compressedSize } = entry;
  const refused = (reason: string): ArchiveMember => ({ kind: 'refused', name, bytes, reason });
  if (entry.encrypted) {
    yield refused('encrypted member of a zip archive. Unpack it with its password first');
    return;
  }
  if (entry.symlink) {
    yield refused('symbolic link: it has no content, and links are not followed');
    return;
  }
  const onRead = (read: number) =>
    context.onProgress(packedBefore + Math.min(read, compressedSize));
  let inflation = await inflateEntry(entry, true, onRead, context);
  let problem = inflation.problem;
  if (problem === ERR_INVALID_CRC32) {
    // The stream drops what it had not yet delivered when the check fails: read it again without.
    inflation.meter.release();
    inflation = await inflateEntry(entry, false, onRead, context);
    problem = inflation.problem ?? ERR_INVALID_CRC32;
  }
  const { sink, meter, limit } = inflation;
  if (limit !== null || problem === ERR_OVERLAPPING_ENTRY) {
    meter.release();
    yield refused(limit ?? OVERLAP_REASON);
    return;
  }
  if (problem === null || sink.size > 0) yield { kind: 'member', name, blob: sink.toBlob() };
  if (problem === ERR_INVALID_CRC32) yield refused(CHECKSUM_REASON);
  else if (problem !== null) {
    yield refused(damagedReason(`${problem} (member at byte ${entry.offset})`, sink.size));
  }
}

/** What came of reading a member: its content as far as it could be read, and what went wrong, if anything did. */
interface Inflation {
  readonly sink: BlobSink;
  readonly meter: MemberMeter;
  /** Why the member was stopped, null when it was not. */
  readonly limit: string | null;
  readonly problem: string | null;
}

async function inflateEntry(
  entry: FileEntry,
  checkCrc32: boolean,
  onRead: (packedBytes: number) => void,
  context: ArchiveContext,
): Promise<Inflation> {
  const sink = new BlobSink();
  const meter = context.budget.meter();
  let limit: string | null = null;
  const counted = (count: () => void) => {
    try {
      count();
    } catch (error) {
      if (error instanceof LimitReached) limit = error.message;
      throw error;
    }
  };
  const writable = new WritableStream<Uint8Array<ArrayBuffer>>({
    write: (chunk) => {
      counted(() => meter.add(chunk.length, entry.compressedSize));
      sink.add(chunk.slice());
    },
  });
  try {
    counted(() => meter.checkDeclared(entry.uncompressedSize, entry.compressedSize));
    await entry.getData(writable, {
      signal: context.signal,
      checkCrc32,
      checkOverlappingEntry: true,
      strictness: 'tolerant',
      onprogress: async (read: number) => onRead(read),
    });
    return { sink, meter, limit, problem: null };
  } catch (error) {
    context.signal.throwIfAborted();
    return { sink, meter, limit, problem: messageOf(error) };
  }
}
