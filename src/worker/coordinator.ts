import { analyse } from '../analysis/analyse.ts';
import { FORMATS, formatById } from '../formats/registry.ts';
import { type Assembly, createAssembly } from '../ingest/assemble.ts';
import { identify, type Recognised } from '../ingest/detect.ts';
import { openInputs } from '../ingest/intake.ts';
import { planRanges } from '../ingest/ranges.ts';
import { isSameFile } from '../ingest/same-file.ts';
import type { SourceEvidence } from '../model/evidence.ts';
import type { Segment } from '../model/segment.ts';
import { NO_SETTINGS, type ReaderSettings } from '../model/settings.ts';
import type { Encoding, Source, SourceId } from '../model/source.ts';
import { buildLanes } from '../timeline/lane-tree.ts';
import type { GivenFile } from './engine.ts';
import { partsOf } from './picture-parts.ts';
import { ProgressBoard } from './progress-board.ts';
import type { FromCoordinator, ScanJob, ToCoordinator } from './protocol.ts';
import { buffersOf } from './transfer.ts';

type Scan = (job: ScanJob, priority: number, signal: AbortSignal) => Promise<Segment>;
type Emit = (message: FromCoordinator, transfer: Transferable[]) => void;

/** The picture is drawn again at most this often while files are read; longer when making it takes long. */
const PICTURE_PAUSE_MS = 1000;
const FIRST_PICTURE_MS = 120;
const SUMMARY_PAUSE_MS = 200;

interface OpenSource {
  readonly id: SourceId;
  readonly path: string;
  readonly blob: Blob;
  recognised: Recognised;
  assembly: Assembly;
  /** Ends the reading of this source alone. */
  abort: AbortController;
  lastSummaryAt: number;
}

/**
 * Takes files, has them unpacked, recognised and scanned, and tells the page what is known so far.
 * Holds every fact; records travel to the page as they are read.
 */
export class Coordinator {
  private readonly sources = new Map<SourceId, OpenSource>();
  private readonly progress: ProgressBoard;
  private settings: ReaderSettings = NO_SETTINGS;
  private nextSource = 1;
  private reading = new AbortController();
  private tasks = 0;
  private pictureTimer: ReturnType<typeof setTimeout> | undefined;
  private lastPictureMs = 0;
  private pictureShown = false;
  private unrecognised = 0;

  private readonly scan: Scan;
  private readonly emit: Emit;

  constructor(scan: Scan, emit: Emit) {
    this.scan = scan;
    this.emit = emit;
    const formats = FORMATS.map(({ id, title, versions, reference }) => ({
      id,
      title,
      versions,
      reference,
    }));
    emit({ type: 'formats', formats }, []);
    this.progress = new ProgressBoard((files) => emit({ type: 'progress', files }, []));
  }

  handle(message: ToCoordinator): void {
    switch (message.type) {
      case 'add':
        void this.task(() => this.add(message.files));
        break;
      case 'cancel':
        this.reading.abort(new DOMException('cancelled by the reader', 'AbortError'));
        this.reading = new AbortController();
        this.progress.cancelRest();
        break;
      case 'remove':
        this.remove(message.source);
        break;
      case 'clear':
        this.clear();
        break;
      case 'settings':
        this.settings = message.settings;
        this.showPicture();
        break;
      case 'encoding':
        void this.task(() => this.readAgain(message.source, message.encoding));
        break;
    }
  }

  /** Runs `work` as something under way: the page is `loading` until no task is left. */
  private async task(work: () => Promise<void>): Promise<void> {
    if (this.tasks++ === 0) this.emit({ type: 'state', state: 'loading' }, []);
    try {
      await work();
    } catch (error) {
      if (!isAbort(error)) throw error;
    } finally {
      if (--this.tasks === 0) {
        this.progress.flush();
        this.showPicture();
        const nothingRead = this.sources.size === 0 && this.unrecognised > 0;
        this.emit({ type: 'state', state: nothingRead ? 'error' : 'ready' }, []);
      }
    }
  }

  private async add(files: readonly GivenFile[]): Promise<void> {
    const signal = this.reading.signal;
    for (const file of files) this.progress.waiting(file.path, file.blob.size);
    const reads: Promise<void>[] = [];
    const inputs = openInputs(files, {
      signal,
      onProgress: (path, bytesRead, bytesTotal) =>
        this.progress.unpacking(path, bytesRead, bytesTotal),
    });
    for await (const input of inputs) {
      if (signal.aborted) break;
      if (input.kind === 'refused') {
        this.refuse(input.path, input.bytes, input.reason);
        continue;
      }
      this.progress.waiting(input.path, input.blob.size);
      try {
        const twin = await this.twinOf(input);
        if (twin !== null) {
          this.refuse(
            input.path,
            input.blob.size,
            `already open as ${twin}: the same name and the same bytes`,
          );
          continue;
        }
        const found = await identify(input.path, input.blob, FORMATS);
        if (signal.aborted) break;
        if (found.kind === 'unrecognised') {
          this.refuse(input.path, input.blob.size, found.reason);
          continue;
        }
        reads.push(this.read(this.open(input.path, input.blob, found), signal));
      } catch (error) {
        if (isAbort(error)) throw error;
        this.refuse(input.path, input.blob.size, unreadable(error));
      }
    }
    await Promise.all(reads);
  }

  /** The path of an open source that is the same file given before; null when there is none. */
  private async twinOf(file: GivenFile): Promise<string | null> {
    for (const source of this.sources.values()) {
      if (await isSameFile(source, file)) return source.path;
    }
    return null;
  }

  private open(path: string, blob: Blob, recognised: Recognised): OpenSource {
    const id = `s${this.nextSource++}` as SourceId;
    const source: OpenSource = {
      id,
      path,
      blob,
      recognised,
      assembly: createAssembly({ id, path, bytes: blob.size, recognised }),
      abort: new AbortController(),
      lastSummaryAt: 0,
    };
    this.sources.set(id, source);
    this.emit({ type: 'source', source: source.assembly.source(), blob }, []);
    this.schedulePicture();
    return source;
  }

  /** Scans all ranges of a source; a range that fails is a problem of the source, the others are kept. */
  private async read(source: OpenSource, cancel: AbortSignal): Promise<void> {
    const { blob, recognised, assembly } = source;
    const signal = AbortSignal.any([cancel, source.abort.signal]);
    const ranges = planRanges(blob.size);
    this.progress.reading(source.path, 0, blob.size);
    let read = 0;
    const scans = ranges.map(async (range, index) => {
      const job: ScanJob = {
        blob,
        range,
        format: recognised.format.id,
        encoding: recognised.encoding,
        dialect: recognised.preparation.dialect,
      };
      const segment = await this.scan(job, index === 0 ? 0 : 1, signal);
      if (signal.aborted) return;
      for (const placed of assembly.addSegment(index, segment))
        this.sendSegment(source, placed.index, placed.segment);
      read += range.end - range.start;
      this.progress.reading(source.path, read, blob.size);
      this.sendSummary(source, false);
      this.schedulePicture();
    });
    const outcomes = await Promise.allSettled(scans);
    const failed = outcomes.find(
      (outcome): outcome is PromiseRejectedResult =>
        outcome.status === 'rejected' && !isAbort(outcome.reason),
    );
    if (failed) this.refuse(source.path, blob.size, unreadable(failed.reason));
    else if (!signal.aborted) this.progress.done(source.path);
    if (this.sources.get(source.id) === source) this.sendSummary(source, true);
  }

  private async readAgain(id: SourceId, encoding: Encoding): Promise<void> {
    const old = this.sources.get(id);
    if (!old) return;
    old.abort.abort(new DOMException('read again', 'AbortError'));
    const found = await identify(old.path, old.blob, [formatById(old.recognised.format.id)], {
      encoding,
    });
    const recognised =
      found.kind === 'recognised'
        ? found
        : { ...old.recognised, encoding, encodingBasis: 'set' as const };
    const source: OpenSource = {
      ...old,
      recognised,
      assembly: createAssembly({ id, path: old.path, bytes: old.blob.size, recognised }),
      abort: new AbortController(),
      lastSummaryAt: 0,
    };
    this.sources.set(id, source);
    this.emit({ type: 'reset', source: id }, []);
    this.emit({ type: 'source', source: source.assembly.source(), blob: source.blob }, []);
    await this.read(source, this.reading.signal);
  }

  private remove(id: SourceId): void {
    const source = this.sources.get(id);
    if (!source) return;
    source.abort.abort(new DOMException('removed', 'AbortError'));
    this.sources.delete(id);
    this.progress.forget(source.path);
    this.showPicture();
  }

  private clear(): void {
    this.reading.abort(new DOMException('cleared', 'AbortError'));
    this.reading = new AbortController();
    for (const source of this.sources.values())
      source.abort.abort(new DOMException('cleared', 'AbortError'));
    this.sources.clear();
    this.progress.clear();
    this.settings = NO_SETTINGS;
    this.unrecognised = 0;
    this.showPicture();
  }

  private refuse(path: string, bytes: number, reason: string): void {
    this.unrecognised++;
    this.progress.failed(path);
    this.emit({ type: 'unrecognised', file: { path, bytes, reason } }, []);
  }

  private sendSegment(
    source: OpenSource,
    index: number,
    segment: Extract<FromCoordinator, { type: 'segment' }>['segment'],
  ): void {
    this.emit({ type: 'segment', source: source.id, index, segment }, buffersOf(segment));
  }

  private sendSummary(source: OpenSource, now: boolean): void {
    if (!now && performance.now() - source.lastSummaryAt < SUMMARY_PAUSE_MS) return;
    source.lastSummaryAt = performance.now();
    const summary: Source = source.assembly.source();
    this.emit({ type: 'source', source: summary }, []);
  }

  private schedulePicture(): void {
    if (this.pictureTimer !== undefined) return;
    const pause = this.pictureShown
      ? Math.max(PICTURE_PAUSE_MS, 10 * this.lastPictureMs)
      : FIRST_PICTURE_MS;
    this.pictureTimer = setTimeout(() => this.showPicture(), pause);
  }

  /** Analyses what is known and sends the picture, in parts. */
  private showPicture(): void {
    clearTimeout(this.pictureTimer);
    this.pictureTimer = undefined;
    this.pictureShown = this.sources.size > 0;
    const started = performance.now();
    const evidence: SourceEvidence[] = [...this.sources.values()].map((source) =>
      source.assembly.evidence(),
    );
    const incident = analyse(evidence, this.settings);
    const summaries = evidence.map(({ source }) => source);
    for (const part of partsOf({ incident, lanes: buildLanes(incident, summaries) })) {
      this.emit({ type: 'picture', part }, []);
    }
    this.lastPictureMs = performance.now() - started;
  }
}

function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

/** A file that the browser can no longer read: moved, changed on disk, or without permission. */
function unreadable(error: unknown): string {
  const detail = error instanceof Error ? error.message : String(error);
  return `could not be read: ${detail}. It may have been moved or changed since it was dropped; drop it again.`;
}
