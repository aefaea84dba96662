import { readBytes } from '../ingest/scan-window.ts';
import { createMatcher, MAX_SEARCHED_BYTES } from '../search/match-segment.ts';
import { groupRecords } from '../search/record-groups.ts';
import type { FromSearcher, SearchJob, ToSearcher } from './protocol.ts';

/** Bytes without a wanted record that are cheaper to read than to begin another read. */
const READ_GAP_BYTES = 256 * 1024;

/**
 * Answers search jobs on `port`, one answer a job, until the worker ends. While one job waits for its bytes another is
 * matched; matching itself cannot be interrupted, so it is announced, and the page ends the worker when it takes too long.
 */
export function runSearcher(port: MessagePort): void {
  port.onmessage = async (event: MessageEvent<ToSearcher>) => {
    const { job } = event.data;
    try {
      const records = await match(event.data, () => post(port, { type: 'matching', job }));
      post(port, { type: 'matched', job, records }, [records.buffer]);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      post(port, { type: 'failed', job, message });
    }
  };
}

async function match(job: SearchJob, onMatching: () => void): Promise<Uint32Array<ArrayBuffer>> {
  const { blob, baseOffset, offset } = job;
  const length = job.length.map((bytes) => Math.min(bytes, MAX_SEARCHED_BYTES));
  const groups = groupRecords(offset, length, Number.POSITIVE_INFINITY, READ_GAP_BYTES);
  const stretches = await Promise.all(
    groups.map(({ start, stop }) => readBytes(blob, baseOffset + start, baseOffset + stop)),
  );
  onMatching();
  const matcher = createMatcher(job.terms, job.encoding);
  const hits = groups.map(({ first, end, start }, i) => {
    const places = offset.slice(first, end).map((at) => at - start);
    return matcher(stretches[i]!, places, length.subarray(first, end)).map((at) => first + at);
  });
  const records = new Uint32Array(hits.reduce((sum, { length }) => sum + length, 0));
  let size = 0;
  for (const found of hits) {
    records.set(found, size);
    size += found.length;
  }
  return records;
}

function post(port: MessagePort, message: FromSearcher, transfer: Transferable[] = []): void {
  port.postMessage(message, transfer);
}
