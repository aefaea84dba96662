import publishedEvents from './published_events.txt?raw';
import zq1Log from './ZQ1_cluster.log?raw';
import zq1Events from './ZQ1_System_events.txt?raw';
import zq2Log from './ZQ2_cluster.log?raw';
import zq2Events from './ZQ2_System_events.txt?raw';

/** The folder name says it in every path that the page shows: only part of these logs is published evidence. */
const FOLDER = 'sample, constructed around published lines';

/** The sample incident as files, each with the path under which it is opened. */
export function sampleFiles(): { readonly path: string; readonly blob: Blob }[] {
  const texts: readonly [string, string][] = [
    ['ZQ1_cluster.log', zq1Log],
    ['ZQ1_System_events.txt', zq1Events],
    ['ZQ2_cluster.log', zq2Log],
    ['ZQ2_System_events.txt', zq2Events],
    ['published_events.txt', publishedEvents],
  ];
  return texts.map(([name, text]) => ({ path: `${FOLDER}/${name}`, blob: new Blob([text]) }));
}
