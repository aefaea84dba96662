import { Coordinator } from './coordinator.ts';
import type { FromCoordinator, ToWorker } from './protocol.ts';
import { runScanner } from './scanner.ts';
import { ScannerPool } from './scanner-pool.ts';
import { runSearcher } from './searcher.ts';

/** The script of every worker: what it is comes with its first message. */
let coordinator: Coordinator | null = null;

self.onmessage = (event: MessageEvent<ToWorker>) => {
  const message = event.data;
  if (message.type === 'be-scanner') {
    runScanner(message.port);
    return;
  }
  if (message.type === 'be-searcher') {
    runSearcher(message.port);
    return;
  }
  if (message.type === 'be-coordinator') {
    const pool = new ScannerPool(message.scanners);
    coordinator = new Coordinator(
      (job, priority, signal) => pool.scan(job, priority, signal),
      (answer: FromCoordinator, transfer: Transferable[]) => self.postMessage(answer, { transfer }),
    );
    return;
  }
  coordinator?.handle(message);
};
