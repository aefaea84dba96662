import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Clock } from '../model/clock.ts';
import type { SegmentRecords } from '../model/evidence.ts';
import { Level } from '../model/level.ts';
import { SegmentBuilder } from '../model/segment-builder.ts';
import type { Source, SourceId } from '../model/source.ts';
import { parseQuery } from '../search/parse-query.ts';
import type { SearchOutcome } from './engine.ts';
import type { ToSearcher } from './protocol.ts';
import { SearchRun, type SearchTarget } from './search-run.ts';
import { runSearcher } from './searcher.ts';
import { SearcherPool } from './searcher-pool.ts';

/** A worker that runs the searcher in this thread. It hangs for good at a job that looks for `hang`, as a runaway would. */
class FakeWorker {
  static readonly started: FakeWorker[] = [];
  onerror: ((event: { message: string }) => void) | null = null;
  isTerminated = false;
  private port: MessagePort | null = null;

  constructor() {
    FakeWorker.started.push(this);
  }

  postMessage({ type, port }: { type: string; port: MessagePort }): void {
    expect(type).toBe('be-searcher');
    this.port = port;
    runSearcher(port);
    const answer = port.onmessage as (event: MessageEvent<ToSearcher>) => Promise<void>;
    let hangs = false;
    port.onmessage = (event: MessageEvent<ToSearcher>) => {
      if (hangs) return;
      hangs = event.data.terms.some(({ source }) => source === 'hang');
      if (hangs) port.postMessage({ type: 'matching', job: event.data.job });
      else void answer.call(port, event);
    };
  }

  terminate(): void {
    this.isTerminated = true;
    this.port?.close();
  }
}

/** A source with one record a line, `linesPerSegment` to a segment; lines with `!` are errors. */
function targetOf(id: string, lines: readonly string[], linesPerSegment = 2): SearchTarget {
  const segments: SegmentRecords[] = [];
  const encoder = new TextEncoder();
  let baseOffset = 0;
  for (let first = 0; first < lines.length; first += linesPerSegment) {
    const builder = new SegmentBuilder();
    let offset = 0;
    const own = lines.slice(first, first + linesPerSegment);
    own.forEach((line, i) => {
      const { length } = encoder.encode(line);
      const level = line.includes('!') ? Level.Error : Level.Info;
      builder.record(0, Clock.Undated, level, 0, i, offset, length);
      offset += length + 1;
    });
    const place = { baseOffset, byteLength: offset, lineCount: own.length };
    segments.push({ ...builder.finish(place), baseLine: first + 1 });
    baseOffset += offset;
  }
  const node = { name: null, basis: 'default', evidence: [] };
  const source = { id: id as SourceId, path: `${id}.log`, encoding: 'utf-8', node };
  return {
    source: source as unknown as Source,
    blob: new Blob([`${lines.join('\n')}\n`]),
    segments,
  };
}

interface Told {
  /** `s1/0: 0,1` */
  readonly hits: string[];
  readonly progress: [number, number][];
  readonly done: [SearchOutcome, string | undefined][];
}

let pool: SearcherPool;

function begin(typed: string, targets: readonly SearchTarget[], isCurrent = () => true) {
  const query = parseQuery(typed);
  if ('error' in query) throw new Error(query.error.message);
  const told: Told = { hits: [], progress: [], done: [] };
  const run = new SearchRun(
    query,
    targets,
    null,
    pool,
    {
      onHits: (source, segment, records) =>
        told.hits.push(`${source}/${segment}: ${[...records].join()}`),
      onProgress: (bytesDone, bytesTotal) => told.progress.push([bytesDone, bytesTotal]),
      onDone: (outcome, message) => told.done.push([outcome, message]),
    },
    isCurrent,
  );
  run.start();
  return { run, told };
}

async function ended(told: Told): Promise<Told> {
  await vi.waitFor(() => expect(told.done).toHaveLength(1));
  return { ...told, hits: told.hits.toSorted() };
}

/** Lets `ms` of faked time pass, with real turns for the messages between. */
async function pass(ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += 20) {
    vi.advanceTimersByTime(20);
    for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve));
  }
}

const LOGS = [
  targetOf('s1', ['alpha', 'beta!', 'gamma', 'alpha beta!', 'alpha']),
  targetOf('s2', ['beta', 'ALPHA']),
];
const TOTAL = LOGS.reduce((sum, { blob }) => sum + blob.size, 0);

beforeEach(() => {
  FakeWorker.started.length = 0;
  pool = new SearcherPool(() => new FakeWorker() as unknown as Worker, 2);
});

afterEach(() => {
  vi.useRealTimers();
  pool.dispose();
  expect(FakeWorker.started.every((worker) => worker.isTerminated)).toBe(true);
});

describe('a search', () => {
  it('finds text in every segment of every source and says when it is done', async () => {
    const told = await ended(begin('alpha', LOGS).told);
    expect(told.hits).toEqual(['s1/0: 0', 's1/1: 1', 's1/2: 0', 's2/0: 1']);
    expect(told.done).toEqual([['done', undefined]]);
    expect(told.progress.at(-1)).toEqual([TOTAL, TOTAL]);
  });

  it('answers with indexes into the columns also when columns narrow it first', async () => {
    const told = await ended(begin('level:error beta', LOGS).told);
    expect(told.hits).toEqual(['s1/0: 1', 's1/1: 1']);
    const others = await ended(begin('source:s2 -alpha', LOGS).told);
    expect(others.hits).toEqual(['s2/0: 0']);
    expect(others.progress.at(-1)).toEqual([TOTAL, TOTAL]);
  });

  it('starts no worker when columns alone tell', async () => {
    const told = await ended(begin('-level:error', LOGS).told);
    expect(told.hits).toEqual(['s1/0: 0', 's1/1: 0', 's1/2: 0', 's2/0: 0,1']);
    expect(FakeWorker.started).toHaveLength(0);
  });

  it('ends at once over nothing', async () => {
    const told = await ended(begin('alpha', []).told);
    expect(told.done).toEqual([['done', undefined]]);
  });

  it('passes over segments that are not read yet and sources that are gone', async () => {
    const [first] = LOGS;
    const segments = [undefined, ...first!.segments.slice(1)];
    const told = await ended(begin('alpha', [{ ...first!, segments }]).told);
    expect(told.hits).toEqual(['s1/1: 1', 's1/2: 0']);
    const gone = await ended(begin('alpha', LOGS, () => false).told);
    expect(gone.hits).toEqual([]);
    expect(gone.done).toEqual([['done', undefined]]);
  });

  it('is over the moment it is cancelled', async () => {
    const { run, told } = begin('alpha', LOGS);
    run.cancel();
    run.cancel();
    expect(told.done).toEqual([['cancelled', undefined]]);
    await ended(begin('alpha', LOGS).told);
    expect(told).toEqual({ hits: [], progress: [], done: [['cancelled', undefined]] });
  });
});

describe('an expression that does not come back', () => {
  beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));

  it('has its worker ended, says so, and leaves the next search a new one', async () => {
    const { told } = begin('/hang/', [LOGS[1]!]);
    await pass(1900);
    expect(told.done).toEqual([]);
    await pass(400);
    expect(told.done).toEqual([
      ['too-slow', '/hang/ took over 2 s on one part of s2.log from line 1 and was ended'],
    ]);
    expect(FakeWorker.started.map((worker) => worker.isTerminated)).toEqual([true]);
    const next = begin('alpha', LOGS);
    await pass(200);
    expect(next.told.done).toEqual([['done', undefined]]);
    expect(FakeWorker.started.length).toBeGreaterThan(1);
  });

  it('does not keep other searches of the same worker from their answer', async () => {
    pool = new SearcherPool(() => new FakeWorker() as unknown as Worker, 1);
    const stuck = begin('/hang/', [LOGS[1]!]);
    const other = begin('alpha', LOGS);
    await pass(5000);
    expect(stuck.told.done[0]?.[0]).toBe('too-slow');
    expect(other.told.done).toEqual([['done', undefined]]);
    expect(other.told.hits.toSorted()).toEqual(['s1/0: 0', 's1/1: 1', 's1/2: 0', 's2/0: 1']);
  });

  it('has its worker ended soon when it is cancelled', async () => {
    const { run, told } = begin('/hang/', [LOGS[1]!]);
    await pass(100);
    run.cancel();
    expect(told.done).toEqual([['cancelled', undefined]]);
    await pass(300);
    expect(FakeWorker.started.map((worker) => worker.isTerminated)).toEqual([true]);
  });
});

it('tells of a worker that breaks off', async () => {
  const { told } = begin('/hang/', [LOGS[1]!]);
  await vi.waitFor(() => expect(FakeWorker.started).toHaveLength(1));
  FakeWorker.started[0]!.onerror?.({ message: 'out of memory' });
  await ended(told);
  expect(told.done).toEqual([['failed', 's2.log from line 1: out of memory']]);
});
