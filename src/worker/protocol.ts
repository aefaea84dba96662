import type { ByteRange } from '../ingest/ranges.ts';
import type { SegmentRecords } from '../model/evidence.ts';
import type { Segment } from '../model/segment.ts';
import type { ReaderSettings } from '../model/settings.ts';
import type { Encoding, Source, SourceId, Unrecognised } from '../model/source.ts';
import type { TextTerm } from '../search/text-terms.ts';
import type { FileProgress, GivenFile, KnownFormat } from './engine.ts';
import type { PicturePart } from './picture-parts.ts';

/** The first message to a worker decides what it is. Ports connect the coordinator to every scanner directly, and the page to every searcher. */
export type ToWorker =
  | { readonly type: 'be-coordinator'; readonly scanners: readonly MessagePort[] }
  | { readonly type: 'be-scanner'; readonly port: MessagePort }
  | { readonly type: 'be-searcher'; readonly port: MessagePort }
  | ToCoordinator;

/** Page to coordinator. */
export type ToCoordinator =
  | { readonly type: 'add'; readonly files: readonly GivenFile[] }
  | { readonly type: 'cancel' }
  | { readonly type: 'remove'; readonly source: SourceId }
  | { readonly type: 'clear' }
  | { readonly type: 'settings'; readonly settings: ReaderSettings }
  | { readonly type: 'encoding'; readonly source: SourceId; readonly encoding: Encoding };

/** Coordinator to page. The column buffers of `segment` are transferred: the coordinator keeps none. */
export type FromCoordinator =
  | { readonly type: 'formats'; readonly formats: readonly KnownFormat[] }
  | { readonly type: 'progress'; readonly files: readonly FileProgress[] }
  /** `blob` comes with the first message about a source, and again after it is read in another encoding. */
  | { readonly type: 'source'; readonly source: Source; readonly blob?: Blob }
  | {
      readonly type: 'segment';
      readonly source: SourceId;
      readonly index: number;
      readonly segment: SegmentRecords;
    }
  | { readonly type: 'reset'; readonly source: SourceId }
  | { readonly type: 'unrecognised'; readonly file: Unrecognised }
  | { readonly type: 'picture'; readonly part: PicturePart }
  | { readonly type: 'state'; readonly state: 'loading' | 'ready' | 'error' };

/** One range of one source; everything a scanner needs. `dialect` is what the format's `prepare` found. */
export interface ScanJob {
  readonly blob: Blob;
  readonly range: ByteRange;
  readonly format: string;
  readonly encoding: Encoding;
  readonly dialect: unknown;
}

export type ToScanner = { readonly type: 'scan'; readonly job: number } & ScanJob;

export type FromScanner =
  | { readonly type: 'scanned'; readonly job: number; readonly segment: Segment }
  | { readonly type: 'failed'; readonly job: number; readonly message: string };

/** Records of one segment whose text is wanted: where they lie from `baseOffset` on, ascending, and the terms that must hold. */
export interface SearchJob {
  readonly blob: Blob;
  readonly encoding: Encoding;
  readonly baseOffset: number;
  readonly offset: Uint32Array<ArrayBuffer>;
  readonly length: Uint32Array<ArrayBuffer>;
  readonly terms: readonly TextTerm[];
}

/** Page to searcher. */
export type ToSearcher = { readonly job: number } & SearchJob;

/** Searcher to page. `matching` comes when the bytes are read and the searcher cannot be reached until it has matched them. */
export type FromSearcher =
  | { readonly type: 'matching'; readonly job: number }
  /** Ascending positions in `offset`. */
  | { readonly type: 'matched'; readonly job: number; readonly records: Uint32Array<ArrayBuffer> }
  | { readonly type: 'failed'; readonly job: number; readonly message: string };
