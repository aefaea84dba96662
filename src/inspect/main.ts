import { once } from 'node:events';
import { analyse } from '../analysis/analyse.ts';
import type { SourceEvidence } from '../model/evidence.ts';
import { NO_SETTINGS } from '../model/settings.ts';
import { type InspectArguments, parseArguments } from './arguments.ts';
import { inspectDocument } from './document.ts';
import { readSources } from './read-sources.ts';
import { recordEntries } from './records.ts';
import { walk } from './walk.ts';
import { type NamedSource, zoneSettings } from './zone-settings.ts';

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
  const settings = zoneSettings(options, namedSources(evidence));
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

/** Nodes are named by what they are called before any zone is set. */
function namedSources(evidence: readonly SourceEvidence[]): NamedSource[] {
  const { nodes, sources } = analyse(evidence, NO_SETTINGS);
  return evidence.map(({ source: { id, path } }) => {
    const name = sources.find((judgement) => judgement.id === id)?.node.name ?? null;
    const aliases = nodes.find((node) => node.name === name)?.aliases ?? [];
    return { id, path, nodeNames: name === null ? [] : [name, ...aliases] };
  });
}

async function print(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}
