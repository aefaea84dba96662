import { createEngine } from '../../../src/worker/client.ts';
import type { EngineListener } from '../../../src/worker/engine.ts';
import EngineWorker from '../../../src/worker/entry.ts?worker&inline';
import BareWorker from './bare-worker.ts?worker&inline';

interface Indexed {
  readonly ms: number;
  readonly records: number;
  readonly columnBytes: number;
  readonly transitions: number;
}

declare global {
  interface Window {
    bareBench(workers: number): Promise<{ ms: number; lines: number }>;
    indexBench(workers: number): Promise<Indexed>;
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
      onIncident: (incident) => {
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
document.documentElement.dataset.bench = 'ready';
