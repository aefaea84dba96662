import {
  BlobReader,
  configure,
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
import { LimitReached } from './intake-budget.ts';
import { readDamagedZip } from './zip-salvage.ts';

// Intake already runs in a worker; the library's own workers would need another source in the content security policy.
configure({ useWebWorkers: false });

const OFFICE_ADVICE =
  'Office document (a zip of XML), not an archive of logs. Save its text as a plain text file';

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
  const sink = new BlobSink();
  const meter = context.budget.meter();
  let stopped: LimitReached | undefined;
  const writable = new WritableStream<Uint8Array<ArrayBuffer>>({
    write: (chunk) => {
      try {
        meter.add(chunk.length, compressedSize);
      } catch (error) {
        if (error instanceof LimitReached) stopped = error;
        throw error;
      }
      sink.add(chunk.slice());
    },
  });
  try {
    meter.checkDeclared(bytes, compressedSize);
    await entry.getData(writable, {
      signal: context.signal,
      checkCrc32: true,
      checkOverlappingEntry: true,
      strictness: 'tolerant',
      onprogress: async (read: number) => context.onProgress(packedBefore + read),
    });
  } catch (error) {
    context.signal.throwIfAborted();
    const limit = stopped ?? (error instanceof LimitReached ? error : undefined);
    if (limit) {
      meter.release();
      yield refused(limit.message);
      return;
    }
    if (messageOf(error) === ERR_OVERLAPPING_ENTRY) {
      yield refused(OVERLAP_REASON);
      return;
    }
    if (sink.size > 0) yield { kind: 'member', name, blob: sink.toBlob() };
    yield refused(
      damagedReason(`${messageOf(error)} at byte ${entry.offset} of the archive`, sink.size),
    );
    return;
  }
  yield { kind: 'member', name, blob: sink.toBlob() };
}
