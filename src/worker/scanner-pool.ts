import type { Segment } from '../model/segment.ts';
import type { FromScanner, ScanJob, ToScanner } from './protocol.ts';

/** Jobs a scanner holds at once: it reads the next range while it scans this one. */
const JOBS_PER_SCANNER = 2;

interface Waiting {
  readonly job: ScanJob;
  readonly priority: number;
  readonly signal: AbortSignal;
  readonly resolve: (segment: Segment) => void;
  readonly reject: (reason: unknown) => void;
}

interface Scanner {
  readonly port: MessagePort;
  running: number;
}

/** Shares scan jobs among scanners, lowest priority number first, then in the order they were asked for. */
export class ScannerPool {
  private readonly scanners: Scanner[];
  private readonly queue: Waiting[] = [];
  private readonly running = new Map<number, Waiting>();
  private nextJob = 1;

  constructor(ports: readonly MessagePort[]) {
    this.scanners = ports.map((port) => ({ port, running: 0 }));
    for (const scanner of this.scanners) {
      scanner.port.onmessage = (event: MessageEvent<FromScanner>) =>
        this.settle(scanner, event.data);
    }
  }

  /** Resolves with the segment; rejects when the scan failed or `signal` aborts first. */
  scan(job: ScanJob, priority: number, signal: AbortSignal): Promise<Segment> {
    return new Promise((resolve, reject) => {
      const waiting: Waiting = { job, priority, signal, resolve, reject };
      const at = this.queue.findIndex((other) => other.priority > priority);
      if (at === -1) this.queue.push(waiting);
      else this.queue.splice(at, 0, waiting);
      this.dispatch();
    });
  }

  private dispatch(): void {
    for (;;) {
      const next = this.queue[0];
      if (!next) return;
      if (next.signal.aborted) {
        this.queue.shift();
        next.reject(next.signal.reason);
        continue;
      }
      const scanner = this.scanners.reduce((a, b) => (b.running < a.running ? b : a));
      if (scanner.running >= JOBS_PER_SCANNER) return;
      this.queue.shift();
      const job = this.nextJob++;
      this.running.set(job, next);
      scanner.running++;
      const message: ToScanner = { type: 'scan', job, ...next.job };
      scanner.port.postMessage(message);
    }
  }

  private settle(scanner: Scanner, message: FromScanner): void {
    const waiting = this.running.get(message.job);
    this.running.delete(message.job);
    scanner.running--;
    if (waiting) {
      if (waiting.signal.aborted) waiting.reject(waiting.signal.reason);
      else if (message.type === 'scanned') waiting.resolve(message.segment);
      else waiting.reject(new Error(message.message));
    }
    this.dispatch();
  }
}
