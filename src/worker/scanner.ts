import { formatById } from '../formats/registry.ts';
import { scanRange } from '../ingest/scan-range.ts';
import type { FromScanner, ToScanner } from './protocol.ts';
import { buffersOf } from './transfer.ts';

/** Answers scan jobs on `port`, one answer a job, until the worker ends. */
export function runScanner(port: MessagePort): void {
  port.onmessage = async (event: MessageEvent<ToScanner>) => {
    const { job, blob, range, format, encoding, dialect } = event.data;
    try {
      const segment = await scanRange(blob, range, formatById(format), encoding, dialect);
      post(port, { type: 'scanned', job, segment }, buffersOf(segment));
    } catch (error) {
      post(port, {
        type: 'failed',
        job,
        message: error instanceof Error ? error.message : String(error),
      });
    }
  };
}

function post(port: MessagePort, message: FromScanner, transfer: Transferable[] = []): void {
  port.postMessage(message, transfer);
}
