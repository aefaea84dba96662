import { type RawLine, readLines, readText } from '../ingest/record-text.ts';
import type { SegmentRecords } from '../model/evidence.ts';
import type { Incident } from '../model/incident.ts';
import type { ReaderSettings } from '../model/settings.ts';
import type { Encoding, Source, SourceId } from '../model/source.ts';
import type { Query } from '../search/query.ts';
import {
  type Engine,
  type EngineListener,
  type GivenFile,
  MAX_RAW_LINE,
  type Search,
  type SearchListener,
} from './engine.ts';
import { PictureAssembler } from './picture-parts.ts';
import type { FromCoordinator, ToCoordinator, ToWorker } from './protocol.ts';
import { SearchRun } from './search-run.ts';
import { SearcherPool } from './searcher-pool.ts';

/** Reading a file goes through one process of the browser: more workers than these would wait for it. */
const MAX_SEARCHERS = 2;

interface OpenSource {
  source: Source;
  blob: Blob;
  segments: SegmentRecords[];
}

/**
 * Starts one coordinator and `scanners` scanner workers and returns the page's handle on them.
 * @param spawn makes a worker that runs `entry.ts`
 */
export function createEngine(
  listener: EngineListener,
  spawn: () => Worker,
  scanners: number,
): Engine {
  return new EngineClient(listener, spawn, scanners);
}

class EngineClient implements Engine {
  private readonly workers: Worker[] = [];
  private readonly coordinator: Worker;
  private readonly sources = new Map<SourceId, OpenSource>();
  private readonly searchers: SearcherPool;
  private readonly pictures = new PictureAssembler();
  private incident: Incident | null = null;
  private readonly listener: EngineListener;

  constructor(listener: EngineListener, spawn: () => Worker, scanners: number) {
    this.listener = listener;
    this.searchers = new SearcherPool(spawn, Math.max(1, Math.min(scanners, MAX_SEARCHERS)));
    const ports: MessagePort[] = [];
    for (let i = 0; i < Math.max(1, scanners); i++) {
      const channel = new MessageChannel();
      const scanner = this.watched(spawn());
      send(scanner, { type: 'be-scanner', port: channel.port1 }, [channel.port1]);
      this.workers.push(scanner);
      ports.push(channel.port2);
    }
    this.coordinator = this.watched(spawn());
    this.workers.push(this.coordinator);
    this.coordinator.onmessage = (event: MessageEvent<FromCoordinator>) => this.receive(event.data);
    send(this.coordinator, { type: 'be-coordinator', scanners: ports }, ports);
  }

  add(files: readonly GivenFile[]): void {
    this.tell({ type: 'add', files });
  }

  cancel(): void {
    this.tell({ type: 'cancel' });
  }

  remove(source: SourceId): void {
    this.sources.delete(source);
    this.tell({ type: 'remove', source });
  }

  clear(): void {
    this.sources.clear();
    this.tell({ type: 'clear' });
  }

  updateSettings(settings: ReaderSettings): void {
    this.tell({ type: 'settings', settings });
  }

  setEncoding(source: SourceId, encoding: Encoding): void {
    this.tell({ type: 'encoding', source, encoding });
  }

  async readLines(source: SourceId, first: number, count: number): Promise<readonly RawLine[]> {
    const open = this.sources.get(source);
    if (!open) return [];
    return readLines(open.blob, open.source.encoding, open.segments, first, count, MAX_RAW_LINE);
  }

  async readRecords(
    source: SourceId,
    ranges: readonly { readonly offset: number; readonly length: number }[],
  ): Promise<readonly string[]> {
    const open = this.sources.get(source);
    if (!open) return [];
    return Promise.all(
      ranges.map(({ offset, length }) =>
        readText(open.blob, open.source.encoding, offset, length, MAX_RAW_LINE),
      ),
    );
  }

  search(query: Query, listener: SearchListener): Search {
    const targets = [...this.sources.values()].map((open) => ({ ...open }));
    const run = new SearchRun(query, targets, this.incident, this.searchers, listener, (target) => {
      return this.sources.get(target.source.id)?.segments === target.segments;
    });
    run.start();
    return run;
  }

  dispose(): void {
    this.searchers.dispose();
    for (const worker of this.workers) worker.terminate();
  }

  /** A worker that breaks off leaves a picture that will not be finished: the page has to say so. */
  private watched(worker: Worker): Worker {
    worker.onerror = (event) => {
      event.preventDefault();
      this.listener.onFailure(event.message);
      this.listener.onState('error');
    };
    return worker;
  }

  private tell(message: ToCoordinator): void {
    send(this.coordinator, message);
  }

  private receive(message: FromCoordinator): void {
    switch (message.type) {
      case 'formats':
        this.listener.onFormats(message.formats);
        break;
      case 'progress':
        this.listener.onProgress(message.files);
        break;
      case 'source': {
        const { source, blob } = message;
        const open = this.sources.get(source.id);
        if (open) open.source = source;
        else if (blob) this.sources.set(source.id, { source, blob, segments: [] });
        else break; // removed meanwhile
        this.listener.onSource(source);
        break;
      }
      case 'segment': {
        const open = this.sources.get(message.source);
        if (!open) break;
        open.segments[message.index] = message.segment;
        this.listener.onSegment(message.source, message.index, message.segment);
        break;
      }
      case 'reset': {
        const open = this.sources.get(message.source);
        if (open) open.segments = [];
        this.listener.onReset(message.source);
        break;
      }
      case 'unrecognised':
        this.listener.onUnrecognised(message.file);
        break;
      case 'picture': {
        const picture = this.pictures.take(message.part);
        if (picture === null) break;
        this.incident = picture.incident;
        this.listener.onPicture(picture);
        break;
      }
      case 'state':
        this.listener.onState(message.state);
        break;
    }
  }
}

function send(worker: Worker, message: ToWorker, transfer: Transferable[] = []): void {
  worker.postMessage(message, transfer);
}
