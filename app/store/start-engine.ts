import { createEngine } from '../../src/worker/client.ts';
import type { Engine, EngineListener } from '../../src/worker/engine.ts';
import HeartlineWorker from '../../src/worker/entry.ts?worker&inline';

/** One scanner for each core but one, which the page and the coordinator need; more than a few only wait for the disk. */
const scanners = Math.min(4, Math.max(1, navigator.hardwareConcurrency - 1));

/** Starts the workers. Their code lies in this module, which is therefore loaded on its own. */
export function startEngine(listener: EngineListener): Engine {
  return createEngine(listener, () => new HeartlineWorker(), scanners);
}
