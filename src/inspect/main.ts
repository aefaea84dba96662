import { once } from 'node:events';
import { analyse } from '../analysis/analyse.ts';
import { NO_SETTINGS, type ReaderSettings } from '../model/settings.ts';
import type { SourceId } from '../model/source.ts';
import type { ZoneRule } from '../time/time-base.ts';
import { type InspectArguments, parseArguments } from './arguments.ts';
import { inspectDocument } from './document.ts';
import { type ReadSource, readSources } from './read-sources.ts';
import { recordEntries } from './records.ts';
import { walk } from './walk.ts';

const options = parseArguments(process.argv.slice(2));
if ('error' in options) {
  process.stderr.write(`${options.error}\n`);
  process.exitCode = 2;
} else {
  await inspect(options);
}

async function inspect(options: InspectArguments): Promise<void> {
  const { files, unreadable } = await walk(options.paths);
  const { sources, unrecognised } = await readSources(files);
  const evidence = sources.map((source) => source.assembly.evidence());
  const settings = settingsFor(options, sources, analyse(evidence, NO_SETTINGS).sources);
  if ('error' in settings) {
    process.stderr.write(`${settings.error}\n`);
    process.exitCode = 2;
    return;
  }
  const incident = analyse(evidence, settings);
  const summaries = sources.map((source) => source.assembly.source());
  const document = inspectDocument(summaries, incident, [...unreadable, ...unrecognised], options);
  await print(JSON.stringify(document, null, 1).replace(/\n\}$/, ''));
  if (options.records) {
    await print(',\n "records": [');
    let first = true;
    for (const entry of await recordEntries(sources, incident, options)) {
      await print(`${first ? '\n' : ',\n'}  ${JSON.stringify(entry)}`);
      first = false;
    }
    await print('\n ]');
  }
  await print('\n}\n');
}

/** Zones by source: a target is a source's path, its last components, or the node that analysis gave it. */
function settingsFor(
  options: InspectArguments,
  sources: readonly ReadSource[],
  judged: readonly { readonly id: SourceId; readonly node: { readonly name: string | null } }[],
): ReaderSettings | { readonly error: string } {
  const zones: Record<SourceId, ZoneRule> = {};
  for (const { target, rule } of options.zones) {
    const wanted = target.replaceAll('\\', '/').replace(/^\.\//, '');
    const hits = sources.filter(({ assembly }) => {
      const { id, path } = assembly.source();
      const node = judged.find((judgement) => judgement.id === id)?.node.name;
      return (
        path === wanted ||
        path.endsWith(`/${wanted}`) ||
        node?.toLowerCase() === wanted.toLowerCase()
      );
    });
    if (hits.length === 0) return { error: `--zone: no source or node is called "${target}"` };
    for (const { assembly } of hits) zones[assembly.source().id] = rule;
  }
  return { ...NO_SETTINGS, zones };
}

async function print(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}
