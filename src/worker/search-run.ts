import type { SegmentRecords } from '../model/evidence.ts';
import type { Incident } from '../model/incident.ts';
import type { Source } from '../model/source.ts';
import { formatQuery } from '../search/format-query.ts';
import type { Query } from '../search/query.ts';
import { createSelector, type RecordSelector, type Selection } from '../search/select-records.ts';
import { type TextTerm, textTerms } from '../search/text-terms.ts';
import type { SearchListener, SearchOutcome } from './engine.ts';
import { type SearcherPool, TooSlowError } from './searcher-pool.ts';

const PROGRESS_PAUSE_MS = 50;
/** Columns are looked at for this long before the page gets a turn. */
const TURN_MS = 6;

/** What is searched: a source and its segments by index, with holes where they are not read yet. */
export interface SearchTarget {
  readonly source: Source;
  readonly blob: Blob;
  readonly segments: readonly (SegmentRecords | undefined)[];
}

interface Slice {
  readonly target: SearchTarget;
  readonly index: number;
  readonly segment: SegmentRecords;
  /** null: no record of the source can match. */
  readonly select: RecordSelector | null;
}

/**
 * One search over what is read when it begins, in the order of sources and segments; several segments are under way at
 * once, so hits may come out of order. Conditions on columns are tested here, in turns that leave the page free; texts in
 * the workers of `pool`.
 *
 * @param isCurrent whether a source is still there as it was; hits in others are not told
 */
export class SearchRun {
  private readonly query: Query;
  private readonly terms: readonly TextTerm[];
  private readonly slices: readonly Slice[];
  private readonly listener: SearchListener;
  private readonly pool: SearcherPool;
  private readonly isCurrent: (target: SearchTarget) => boolean;
  private readonly abort = new AbortController();
  private next = 0;
  private bytesDone = 0;
  private readonly bytesTotal: number;
  private progressAt = 0;
  private turnEnd = 0;
  private isDone = false;

  constructor(
    query: Query,
    targets: readonly SearchTarget[],
    incident: Incident | null,
    pool: SearcherPool,
    listener: SearchListener,
    isCurrent: (target: SearchTarget) => boolean,
  ) {
    this.query = query;
    this.terms = textTerms(query, incident?.repairs ?? []);
    this.listener = listener;
    this.pool = pool;
    this.isCurrent = isCurrent;
    this.slices = targets.flatMap((target) => {
      const select = createSelector(query, target.source, incident);
      // `flatMap` passes over holes.
      return target.segments.flatMap((segment, index) =>
        segment ? [{ target, index, segment, select }] : [],
      );
    });
    this.bytesTotal = this.slices.reduce((sum, { segment }) => sum + segment.byteLength, 0);
  }

  /** Begins; the listener is not called before this returns. */
  start(): void {
    const lanes = this.terms.length === 0 ? 1 : this.pool.capacity;
    const work = Array.from({ length: lanes }, () => this.work());
    Promise.all(work).then(
      () => this.end('done'),
      (error: unknown) => {
        if (error instanceof TooSlowError) this.end('too-slow', error.message);
        else this.end('failed', error instanceof Error ? error.message : String(error));
      },
    );
  }

  /** Ends the search at once: `onDone` is called before this returns, unless it was before, and nothing after it. */
  cancel(): void {
    this.end('cancelled');
  }

  private async work(): Promise<void> {
    await this.turn();
    for (let slice = this.take(); slice && !this.isDone; slice = this.take()) {
      await this.search(slice);
      await this.turn();
    }
  }

  private take(): Slice | undefined {
    return this.slices[this.next++];
  }

  private async search({ target, index, segment, select }: Slice): Promise<void> {
    const selection = select === null ? new Uint32Array() : select(segment);
    const records =
      this.terms.length > 0
        ? await this.match(target, segment, selection)
        : selection === 'all'
          ? Uint32Array.from({ length: segment.columns.count }, (_, record) => record)
          : selection;
    if (this.isDone) return;
    if (records.length > 0 && this.isCurrent(target)) {
      this.listener.onHits(target.source.id, index, records, segment);
    }
    this.bytesDone += segment.byteLength;
    this.tellProgress();
  }

  /** The records of the selection whose text matches. */
  private async match(
    { blob, source }: SearchTarget,
    segment: SegmentRecords,
    selection: Selection,
  ): Promise<Uint32Array<ArrayBuffer>> {
    const { baseOffset, columns } = segment;
    let { offset, length } = columns;
    if (selection !== 'all') {
      offset = selection.map((record) => columns.offset[record]!);
      length = selection.map((record) => columns.length[record]!);
    }
    if (offset.length === 0) return offset;
    const { encoding } = source;
    const job = { blob, encoding, baseOffset, offset, length, terms: this.terms };
    try {
      const found = await this.pool.match(job, this.abort.signal);
      this.turnEnd = performance.now() + TURN_MS;
      return selection === 'all' ? found : found.map((at) => selection[at]!);
    } catch (error) {
      const where = `${source.path} from line ${segment.baseLine}`;
      if (error instanceof TooSlowError) {
        throw new TooSlowError(
          `${formatQuery(this.query)} took ${error.message} on one part of ${where} and was ended`,
        );
      }
      throw new Error(`${where}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  /** Lets the page have its turn when this one has lasted long enough. */
  private async turn(): Promise<void> {
    if (performance.now() < this.turnEnd) return;
    await new Promise((resolve) => setTimeout(resolve));
    this.turnEnd = performance.now() + TURN_MS;
  }

  private tellProgress(): void {
    const now = performance.now();
    if (now - this.progressAt < PROGRESS_PAUSE_MS && this.bytesDone < this.bytesTotal) return;
    this.progressAt = now;
    this.listener.onProgress(this.bytesDone, this.bytesTotal);
  }

  private end(outcome: SearchOutcome, message?: string): void {
    if (this.isDone) return;
    this.isDone = true;
    this.abort.abort(new DOMException('the search has ended', 'AbortError'));
    this.listener.onDone(outcome, message);
  }
}
