import type { GivenFile } from '../../src/worker/engine.ts';

/** The folder name says it in every path that the page shows: only part of these logs is published evidence. */
const FOLDER = 'sample, constructed around published lines';

/** The sample incident, loaded when asked for; opened like files that were dropped. */
export async function loadSampleFiles(): Promise<GivenFile[]> {
  const texts = await Promise.all([
    import('./ZQ1_cluster.log?raw').then((module) => ['ZQ1_cluster.log', module.default] as const),
    import('./ZQ1_System_events.txt?raw').then(
      (module) => ['ZQ1_System_events.txt', module.default] as const,
    ),
    import('./ZQ2_cluster.log?raw').then((module) => ['ZQ2_cluster.log', module.default] as const),
    import('./ZQ2_System_events.txt?raw').then(
      (module) => ['ZQ2_System_events.txt', module.default] as const,
    ),
    import('./published_events.txt?raw').then(
      (module) => ['published_events.txt', module.default] as const,
    ),
  ]);
  return texts.map(([name, text]) => ({ path: `${FOLDER}/${name}`, blob: new Blob([text]) }));
}
