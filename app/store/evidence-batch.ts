import type { SegmentRecords } from '../../src/model/evidence.ts';
import type { Source, SourceId, Unrecognised } from '../../src/model/source.ts';
import type { EngineListener, FileProgress, KnownFormat } from '../../src/worker/engine.ts';
import type { Picture } from '../../src/worker/picture-parts.ts';
import type { Evidence, PageState } from './evidence-slice.ts';

type SegmentChange =
  | { readonly source: SourceId; readonly index: number; readonly segment: SegmentRecords }
  | { readonly source: SourceId; readonly index: null };

/**
 * Collects what the engine tells, so that the page changes once a frame however many messages arrive.
 * `notify` is called at the first message after a `take`. Segments may arrive out of order; they are kept by index.
 */
export class EvidenceBatch implements EngineListener {
  private readonly notify: () => void;
  private waiting = false;
  private files: readonly FileProgress[] | null = null;
  private pageState: PageState | null = null;
  private picture: Picture | null = null;
  private formats: readonly KnownFormat[] | null = null;
  private failure: string | null = null;
  private readonly sources = new Map<SourceId, Source>();
  private readonly unrecognised: Unrecognised[] = [];
  private readonly changes: SegmentChange[] = [];
  private readonly indexes = new Map<SourceId, number[]>();

  constructor(notify: () => void) {
    this.notify = notify;
  }

  onFormats(formats: readonly KnownFormat[]): void {
    this.formats = formats;
    this.wake();
  }

  onFailure(message: string): void {
    this.failure = message;
    this.wake();
  }

  onProgress(files: readonly FileProgress[]): void {
    this.files = files;
    this.wake();
  }

  onSource(source: Source): void {
    this.sources.set(source.id, source);
    this.wake();
  }

  onSegment(source: SourceId, index: number, segment: SegmentRecords): void {
    this.changes.push({ source, index, segment });
    this.wake();
  }

  onReset(source: SourceId): void {
    this.changes.push({ source, index: null });
    this.wake();
  }

  onUnrecognised(file: Unrecognised): void {
    this.unrecognised.push(file);
    this.wake();
  }

  onPicture(picture: Picture): void {
    this.picture = picture;
    this.wake();
  }

  onState(state: 'loading' | 'ready' | 'error'): void {
    this.pageState = state;
    this.wake();
  }

  /** Applies what was collected and forgets it. Unchanged parts of `before` keep their identity. O(what changed). */
  take(before: Evidence): Evidence {
    this.waiting = false;
    const after: Evidence = {
      pageState: this.pageState ?? before.pageState,
      files: this.files ?? before.files,
      sources: this.takeSources(before.sources),
      segments: this.takeSegments(before.segments),
      unrecognised:
        this.unrecognised.length === 0
          ? before.unrecognised
          : [...before.unrecognised, ...this.unrecognised],
      incident: this.picture?.incident ?? before.incident,
      lanes: this.picture?.lanes ?? before.lanes,
      formats: this.formats ?? before.formats,
      failure: this.failure ?? before.failure,
    };
    this.pageState = null;
    this.files = null;
    this.picture = null;
    this.unrecognised.length = 0;
    return after;
  }

  /** Forgets what waits and what is known of a source (all when null); used when the reader removes it. */
  forget(source: SourceId | null): void {
    const gone = (id: SourceId) => source === null || id === source;
    for (const id of [...this.sources.keys()]) if (gone(id)) this.sources.delete(id);
    for (const id of [...this.indexes.keys()]) if (gone(id)) this.indexes.delete(id);
    for (let i = this.changes.length - 1; i >= 0; i--) {
      if (gone(this.changes[i]!.source)) this.changes.splice(i, 1);
    }
    if (source !== null) return;
    this.unrecognised.length = 0;
    this.picture = null;
    this.files = null;
    this.pageState = null;
  }

  private wake(): void {
    if (this.waiting) return;
    this.waiting = true;
    this.notify();
  }

  private takeSources(before: readonly Source[]): readonly Source[] {
    if (this.sources.size === 0) return before;
    const after = before.map((source) => this.sources.get(source.id) ?? source);
    for (const known of before) this.sources.delete(known.id);
    after.push(...this.sources.values());
    this.sources.clear();
    return after;
  }

  private takeSegments(before: Evidence['segments']): Evidence['segments'] {
    if (this.changes.length === 0) return before;
    const after = { ...before };
    const fresh = new Map<SourceId, SegmentRecords[]>();
    for (const change of this.changes) {
      if (change.index === null) {
        this.indexes.delete(change.source);
        fresh.set(change.source, []);
        continue;
      }
      const list = fresh.get(change.source) ?? [...(before[change.source] ?? [])];
      fresh.set(change.source, list);
      this.place(change.source, change.index, change.segment, list);
    }
    for (const [source, list] of fresh) after[source] = list;
    this.changes.length = 0;
    return after;
  }

  /** Puts the segment where its index belongs among those that are here; a repeated index replaces. */
  private place(
    source: SourceId,
    index: number,
    segment: SegmentRecords,
    list: SegmentRecords[],
  ): void {
    const indexes = this.indexes.get(source) ?? [];
    this.indexes.set(source, indexes);
    let at = indexes.length;
    while (at > 0 && indexes[at - 1]! >= index) at--;
    const replaces = indexes[at] === index ? 1 : 0;
    indexes.splice(at, replaces, index);
    list.splice(at, replaces, segment);
  }
}
