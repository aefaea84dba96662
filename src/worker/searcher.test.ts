import { expect, it } from 'vitest';
import { MAX_SEARCHED_BYTES } from '../search/match-segment.ts';
import type { TextTerm } from '../search/text-terms.ts';
import type { FromSearcher, SearchJob } from './protocol.ts';
import { runSearcher } from './searcher.ts';

const TERM: TextTerm = { source: 'ab', flags: 'im', exclude: false, lineBound: true };

/** What the searcher answers to one job. */
async function answersTo(job: Partial<SearchJob>): Promise<FromSearcher[]> {
  const answers: FromSearcher[] = [];
  const port = { onmessage: null, postMessage: (answer: FromSearcher) => answers.push(answer) };
  runSearcher(port as unknown as MessagePort);
  const receive = port.onmessage as unknown as (event: { data: object }) => Promise<void>;
  await receive({ data: { job: 7, encoding: 'utf-8', baseOffset: 0, terms: [TERM], ...job } });
  return answers;
}

it('announces that it matches before it answers', async () => {
  const answers = await answersTo({
    blob: new Blob(['--ab\ncd\nab']),
    baseOffset: 2,
    offset: Uint32Array.of(0, 3, 6),
    length: Uint32Array.of(2, 2, 2),
  });
  expect(answers).toEqual([
    { type: 'matching', job: 7 },
    { type: 'matched', job: 7, records: Uint32Array.of(0, 2) },
  ]);
});

it('does not read what lies between records that are far apart', async () => {
  const far = 1024 * 1024;
  const reads: number[] = [];
  const text = new Blob(['ab\n', new Uint8Array(far), '\nab\nab']);
  const blob = {
    slice: (start: number, end: number) => {
      reads.push(end - start);
      return text.slice(start, end);
    },
  };
  const answers = await answersTo({
    blob: blob as Blob,
    offset: Uint32Array.of(0, far + 4, far + 7),
    length: Uint32Array.of(2, 2, 2),
  });
  expect(answers.at(-1)).toEqual({ type: 'matched', job: 7, records: Uint32Array.of(0, 1, 2) });
  expect(reads).toEqual([2, 5]);
});

it('looks at the first part of an overlong entry only', async () => {
  const blob = new Blob(['ab', new Uint8Array(MAX_SEARCHED_BYTES).fill(0x2e), 'xy']);
  const job = { blob, offset: Uint32Array.of(0), length: Uint32Array.of(blob.size) };
  const found = await answersTo(job);
  expect(found.at(-1)).toEqual({ type: 'matched', job: 7, records: Uint32Array.of(0) });
  const missed = await answersTo({ ...job, terms: [{ ...TERM, source: 'xy' }] });
  expect(missed.at(-1)).toEqual({ type: 'matched', job: 7, records: new Uint32Array() });
});

it('says why it failed', async () => {
  const blob = { slice: () => ({ arrayBuffer: () => Promise.reject(new Error('file is gone')) }) };
  const place = { offset: Uint32Array.of(0), length: Uint32Array.of(2) };
  const answers = await answersTo({ blob: blob as unknown as Blob, ...place });
  expect(answers).toEqual([{ type: 'failed', job: 7, message: 'file is gone' }]);
});
