import { parseQuery } from '../../../src/search/parse-query.ts';
import { createEngine } from '../../../src/worker/client.ts';
import type { Engine, EngineListener } from '../../../src/worker/engine.ts';
import EngineWorker from '../../../src/worker/entry.ts?worker&inline';
import BareWorker from './bare-worker.ts?worker&inline';

interface Indexed {
  readonly ms: number;
  readonly records: number;
  readonly columnBytes: number;
  readonly transitions: number;
}

interface Searched {
  readonly ms: number;
  readonly firstHitsMs: number;
  readonly hits: number;
}

declare global {
  interface Window {
    bareBench(workers: number): Promise<{ ms: number; lines: number }>;
    indexBench(workers: number): Promise<Indexed>;
    searchBench(workers: number, queries: readonly string[]): Promise<Searched[]>;
  }
}

function chosenFile(): File {
  const file = document.querySelector('input')?.files?.[0];
  if (!file) throw new Error('no file was chosen');
  return file;
}

window.bareBench = async (workers) => {
  const file = chosenFile();
  const pool = Array.from({ length: workers }, () => new BareWorker());
  const started = performance.now();
  const counts = await Promise.all(
    pool.map(
      (worker, part) =>
        new Promise<number>((resolve, reject) => {
          worker.onmessage = (event: MessageEvent<number>) => resolve(event.data);
          worker.onerror = (event) => reject(new Error(event.message));
          worker.postMessage({ file, part, of: workers });
        }),
    ),
  );
  const ms = performance.now() - started;
  for (const worker of pool) worker.terminate();
  return { ms, lines: counts.reduce((a, b) => a + b, 0) };
};

window.indexBench = (workers) => {
  const file = chosenFile();
  return new Promise<Indexed>((resolve, reject) => {
    let started = 0;
    let records = 0;
    let columnBytes = 0;
    let transitions = 0;
    const ignore = () => undefined;
    const listener: EngineListener = {
      onFormats: ignore,
      onFailure: (message) => reject(new Error(message)),
      onProgress: ignore,
      onSource: ignore,
      onReset: ignore,
      onUnrecognised: (refused) => reject(new Error(refused.reason)),
      onSegment: (_source, _index, { columns }) => {
        records += columns.count;
        for (const column of Object.values(columns)) {
          if (ArrayBuffer.isView(column)) columnBytes += column.byteLength;
        }
      },
      onPicture: ({ incident }) => {
        transitions = incident.transitions.length;
      },
      onState: (state) => {
        if (state === 'loading') return;
        const ms = performance.now() - started;
        engine.dispose();
        resolve({ ms, records, columnBytes, transitions });
      },
    };
    const engine = createEngine(listener, () => new EngineWorker(), workers);
    started = performance.now();
    engine.add([{ path: file.name, blob: file }]);
  });
};

/** Reads the file, then searches it for each query in turn with as many searchers as `workers`. */
window.searchBench = async (workers, queries) => {
  const engine = await openEngine(workers, chosenFile());
  const results: Searched[] = [];
  for (const query of queries) results.push(await search(engine, query));
  engine.dispose();
  return results;
};

function openEngine(workers: number, file: File): Promise<Engine> {
  return new Promise((resolve, reject) => {
    const ignore = () => undefined;
    const listener: EngineListener = {
      onFormats: ignore,
      onFailure: (message) => reject(new Error(message)),
      onProgress: ignore,
      onSource: ignore,
      onSegment: ignore,
      onReset: ignore,
      onUnrecognised: (refused) => reject(new Error(refused.reason)),
      onPicture: ignore,
      onState: (state) => {
        if (state !== 'loading') resolve(engine);
      },
    };
    const engine = createEngine(listener, () => new EngineWorker(), workers);
    engine.add([{ path: file.name, blob: file }]);
  });
}

function search(engine: Engine, text: string): Promise<Searched> {
  const query = parseQuery(text);
  if ('error' in query) throw new Error(query.error.message);
  return new Promise((resolve, reject) => {
    const started = performance.now();
    let firstHitsMs = Number.POSITIVE_INFINITY;
    let hits = 0;
    engine.search(query, {
      onHits: (_source, _segment, records) => {
        if (hits === 0) firstHitsMs = performance.now() - started;
        hits += records.length;
      },
      onProgress: () => undefined,
      onDone: (outcome, message) => {
        if (outcome === 'done') resolve({ ms: performance.now() - started, firstHitsMs, hits });
        else reject(new Error(message ?? outcome));
      },
    });
  });
}

document.documentElement.dataset.bench = 'ready';
