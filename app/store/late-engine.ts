import type { Engine, Search } from '../../src/worker/engine.ts';

/**
 * An engine that is still on its way: what is asked of it is done, in order, once it is there.
 * The page can be drawn and used before the workers' code has been read.
 */
export function lateEngine(arrival: Promise<Engine>): Engine {
  const whenThere = (act: (engine: Engine) => void) => void arrival.then(act, () => undefined);
  return {
    add: (files) => whenThere((engine) => engine.add(files)),
    cancel: () => whenThere((engine) => engine.cancel()),
    remove: (source) => whenThere((engine) => engine.remove(source)),
    clear: () => whenThere((engine) => engine.clear()),
    updateSettings: (settings) => whenThere((engine) => engine.updateSettings(settings)),
    setEncoding: (source, encoding) => whenThere((engine) => engine.setEncoding(source, encoding)),
    readLines: async (...place) => (await arrival).readLines(...place),
    readRecords: async (...place) => (await arrival).readRecords(...place),
    search(query, listener) {
      let started: Search | null = null;
      let ended = false;
      whenThere((engine) => {
        if (!ended) started = engine.search(query, listener);
      });
      return {
        cancel() {
          if (started !== null) started.cancel();
          else if (!ended) listener.onDone('cancelled');
          ended = true;
        },
      };
    },
    dispose: () => whenThere((engine) => engine.dispose()),
  };
}
