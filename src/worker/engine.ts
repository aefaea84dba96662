import type { LogFormat } from '../formats/format.ts';
import type { RawLine } from '../ingest/record-text.ts';
import type { SegmentRecords } from '../model/evidence.ts';
import type { ReaderSettings } from '../model/settings.ts';
import type { Encoding, Source, SourceId, Unrecognised } from '../model/source.ts';
import type { Query } from '../search/query.ts';
import type { Picture } from './picture-parts.ts';

/** A file as the reader gave it: `path` with folders, as far as the browser tells. */
export interface GivenFile {
  readonly path: string;
  readonly blob: Blob;
}

export type FileStage = 'waiting' | 'unpacking' | 'reading' | 'done' | 'failed' | 'cancelled';

/** Progress of one given file or archive member. */
export interface FileProgress {
  readonly path: string;
  readonly stage: FileStage;
  readonly bytesRead: number;
  readonly bytesTotal: number;
}

/** Characters of a raw line that are read back; a longer one is cut. */
export const MAX_RAW_LINE = 20_000;

/** A format that the engine reads, without its scanner. */
export type KnownFormat = Pick<LogFormat, 'id' | 'title' | 'versions' | 'reference'>;

/** What the engine tells the page. Calls arrive in order; each is small enough to handle without blocking a frame. */
export interface EngineListener {
  /** Once, first: what can be read. */
  onFormats(formats: readonly KnownFormat[]): void;
  /** A worker could not be started or broke off: nothing more will come. One sentence for the reader. */
  onFailure(message: string): void;
  onProgress(files: readonly FileProgress[]): void;
  /** A source was recognised, or its summary changed (counts grow while it is read). */
  onSource(source: Source): void;
  /** Segment `index` of a source; indexes may arrive out of order while several workers read. */
  onSegment(source: SourceId, index: number, segment: SegmentRecords): void;
  /** The source is read again (another encoding): forget its segments. */
  onReset(source: SourceId): void;
  onUnrecognised(file: Unrecognised): void;
  /** The picture as far as it is read; also after settings change. */
  onPicture(picture: Picture): void;
  /** `ready`: nothing is under way. `loading`: files are read. `error`: nothing could be read at all. */
  onState(state: 'loading' | 'ready' | 'error'): void;
}

/**
 * How a search ended. `too-slow`: the expression did not come back from one part of a log in time and was ended. `failed`: a
 * file could no longer be read, or a worker broke off. What was found before stays found.
 */
export type SearchOutcome = 'done' | 'cancelled' | 'too-slow' | 'failed';

/** What a search tells. Nothing is called after `onDone`. */
export interface SearchListener {
  /**
   * Matching records of one segment (ascending indexes into its columns, at least one), each segment at most once, in any
   * order. `segment` is the object that `onSegment` gave.
   */
  onHits(
    source: SourceId,
    segmentIndex: number,
    records: Uint32Array,
    segment: SegmentRecords,
  ): void;
  /** Bytes of the logs that are dealt with, and of all. At most every 50 ms, and at the end. */
  onProgress(bytesDone: number, bytesTotal: number): void;
  /** Once. `message` for `too-slow` and `failed`: which query, and where it was. */
  onDone(outcome: SearchOutcome, message?: string): void;
}

/** A search under way. */
export interface Search {
  /** Ends it at once; `onDone('cancelled')` is called before this returns. Nothing happens when it has ended. */
  cancel(): void;
}

/** The engine as the page sees it; all work happens in workers. */
export interface Engine {
  add(files: readonly GivenFile[]): void;
  /** Stops all reading at once; what was read stays. */
  cancel(): void;
  remove(source: SourceId): void;
  clear(): void;
  updateSettings(settings: ReaderSettings): void;
  /** Reads the source again in another encoding. */
  setEncoding(source: SourceId, encoding: Encoding): void;
  /** Lines `[first, first + count)` as far as they exist; 1-based. */
  readLines(source: SourceId, first: number, count: number): Promise<readonly RawLine[]>;
  /** The text of several records of one source, by byte range; each cut to `MAX_RAW_LINE` characters. */
  readRecords(
    source: SourceId,
    ranges: readonly { readonly offset: number; readonly length: number }[],
  ): Promise<readonly string[]>;
  /**
   * Searches all records that are read so far, under the names of the last picture. Nothing is called before this returns.
   * Several searches may run at once and share two workers; the reader's next query usually cancels the last. Text outside
   * records (section dumps, lines before the first entry) is not searched, and of an entry the first 4 MiB.
   */
  search(query: Query, listener: SearchListener): Search;
  dispose(): void;
}
