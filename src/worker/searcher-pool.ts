import type { FromSearcher, SearchJob, ToSearcher } from './protocol.ts';

/** Matching one slice (about 8 MB) takes some 20 ms; an expression that needs this long backtracks without end. */
const TOO_SLOW_MS = 2000;
/** A slice of a search that was cancelled may hold its worker this long before the worker is ended for it. */
const LEFT_OVER_MS = 100;
/** Jobs a searcher holds at once: it reads the next slice while it matches this one. */
const JOBS_PER_SEARCHER = 2;

/** The expression took longer than `TOO_SLOW_MS` on one slice. */
export class TooSlowError extends Error {}

interface Waiting {
  readonly job: SearchJob;
  readonly signal: AbortSignal;
  readonly resolve: (records: Uint32Array<ArrayBuffer>) => void;
  readonly reject: (reason: unknown) => void;
}

interface Searcher {
  readonly worker: Worker;
  readonly port: MessagePort;
  readonly jobs: Map<number, Waiting>;
  /** The job that it is matching now, and when that becomes too long. */
  matching: number | null;
  timer: ReturnType<typeof setTimeout> | undefined;
}

/**
 * Shares search jobs among workers of their own, which are started when first needed. A worker that does not come back
 * from an expression is ended; its other jobs go to the next one.
 */
export class SearcherPool {
  private readonly spawn: () => Worker;
  private readonly size: number;
  private readonly searchers = new Set<Searcher>();
  private readonly queue: Waiting[] = [];
  private nextJob = 1;

  /** @param spawn makes a worker that runs `entry.ts` */
  constructor(spawn: () => Worker, size: number) {
    this.spawn = spawn;
    this.size = size;
  }

  /** Jobs that can be under way at once; more than these only wait. */
  get capacity(): number {
    return this.size * JOBS_PER_SEARCHER;
  }

  /**
   * Resolves with the ascending positions in `job.offset` of the records that match. Rejects with a `TooSlowError`, with
   * what failed, or at once with the reason of `signal` when it aborts
   * (it is not aborted yet).
   */
  match(job: SearchJob, signal: AbortSignal): Promise<Uint32Array<ArrayBuffer>> {
    let onAbort: () => void;
    const records = new Promise<Uint32Array<ArrayBuffer>>((resolve, reject) => {
      onAbort = () => {
        reject(signal.reason);
        this.hurryLeftOvers();
      };
      signal.addEventListener('abort', onAbort);
      this.queue.push({ job, signal, resolve, reject });
      this.dispatch();
    });
    return records.finally(() => signal.removeEventListener('abort', onAbort));
  }

  dispose(): void {
    for (const searcher of [...this.searchers]) this.end(searcher);
    this.queue.length = 0;
  }

  private dispatch(): void {
    for (;;) {
      while (this.queue[0]?.signal.aborted) this.queue.shift();
      const next = this.queue[0];
      if (!next) return;
      const searcher = this.freest();
      if (!searcher) return;
      this.queue.shift();
      const job = this.nextJob++;
      searcher.jobs.set(job, next);
      const message: ToSearcher = { job, ...next.job };
      searcher.port.postMessage(message);
    }
  }

  private freest(): Searcher | null {
    let best: Searcher | null = null;
    for (const searcher of this.searchers) {
      if (best === null || searcher.jobs.size < best.jobs.size) best = searcher;
    }
    if (best?.jobs.size === 0) return best;
    if (this.searchers.size < this.size) return this.start();
    return best !== null && best.jobs.size < JOBS_PER_SEARCHER ? best : null;
  }

  private start(): Searcher {
    const channel = new MessageChannel();
    const worker = this.spawn();
    const port = channel.port2;
    const searcher: Searcher = { worker, port, jobs: new Map(), matching: null, timer: undefined };
    port.onmessage = (event: MessageEvent<FromSearcher>) => this.receive(searcher, event.data);
    worker.onerror = (event) => {
      const waiting = [...searcher.jobs.values()];
      this.end(searcher);
      for (const { reject } of waiting)
        reject(new Error(event.message || 'the search worker broke off'));
      this.dispatch();
    };
    worker.postMessage({ type: 'be-searcher', port: channel.port1 }, [channel.port1]);
    this.searchers.add(searcher);
    return searcher;
  }

  private receive(searcher: Searcher, message: FromSearcher): void {
    const waiting = searcher.jobs.get(message.job);
    if (!waiting) return;
    clearTimeout(searcher.timer);
    if (message.type === 'matching') {
      searcher.matching = message.job;
      this.watch(searcher, waiting.signal.aborted ? LEFT_OVER_MS : TOO_SLOW_MS);
      return;
    }
    searcher.matching = null;
    searcher.jobs.delete(message.job);
    if (message.type === 'matched') waiting.resolve(message.records);
    else waiting.reject(new Error(message.message));
    this.dispatch();
  }

  private watch(searcher: Searcher, limitMs: number): void {
    clearTimeout(searcher.timer);
    searcher.timer = setTimeout(() => {
      // An answer may wait behind this timer when the page itself was busy: it gets its turn first.
      searcher.timer = setTimeout(() => this.giveUp(searcher), LEFT_OVER_MS);
    }, limitMs);
  }

  private hurryLeftOvers(): void {
    for (const searcher of this.searchers) {
      if (searcher.matching === null) continue;
      if (searcher.jobs.get(searcher.matching)?.signal.aborted) this.watch(searcher, LEFT_OVER_MS);
    }
  }

  /** Ends the worker that does not come back; what it was not matching is done again by another. */
  private giveUp(searcher: Searcher): void {
    const slow = searcher.jobs.get(searcher.matching!);
    const others = [...searcher.jobs.values()].filter((waiting) => waiting !== slow);
    this.end(searcher);
    this.queue.unshift(...others);
    slow?.reject(new TooSlowError(`over ${TOO_SLOW_MS / 1000} s`));
    this.dispatch();
  }

  private end(searcher: Searcher): void {
    clearTimeout(searcher.timer);
    searcher.worker.terminate();
    searcher.port.close();
    this.searchers.delete(searcher);
  }
}
