import { analyse } from '../analysis/analyse.ts';
import { NO_SETTINGS, type ReaderSettings } from '../model/settings.ts';
import { type InspectArguments, parseArguments } from './arguments.ts';
import { inspectDocument } from './document.ts';
import { readSources } from './read-sources.ts';
import { recordEntries } from './records.ts';
import { zoneSettings } from './zone-settings.ts';

/** The document and the records for texts by path, as the command line prints them. Sources are s1, s2 ... in the order given. */
export async function inspectTexts(
  texts: Readonly<Record<string, string>>,
  options: readonly string[] = [],
  more: Partial<ReaderSettings> = {},
) {
  const { sources, unrecognised } = await readSources(
    Object.entries(texts).map(([path, text]) => ({ path, blob: new Blob([text]) })),
  );
  const evidence = sources.map((source) => source.assembly.evidence());
  const before = analyse(evidence, NO_SETTINGS);
  const named = evidence.map(({ source: { id, path } }) => ({
    id,
    path,
    nodeNames: before.sources.flatMap(({ id: other, node }) =>
      other === id && node.name !== null ? [node.name] : [],
    ),
  }));
  const parsed = parseArguments([...options, 'given']);
  if ('error' in parsed) throw new Error(parsed.error);
  const window: InspectArguments = parsed;
  const settings = zoneSettings(parsed, named);
  if ('error' in settings) throw new Error(settings.error);
  const incident = analyse(evidence, { ...settings, ...more });
  const summaries = sources.map((source) => source.assembly.source());
  return {
    ...inspectDocument(summaries, incident, unrecognised, window),
    records: await recordEntries(sources, incident, window),
  };
}

/**
 * A cluster.log of 5 March 2024 as 2016 and later write it. A line is `10:20:04 INFO [RCM] text`, or with a date of its own
 * before the time.
 */
export function clusterLog(
  node: string | null,
  lines: string,
  header: readonly string[] = [],
): string {
  const entries = lines
    .trim()
    .split('\n')
    .map((line) => {
      const [, date = '2024/03/05', time, level, text] =
        /^(?:(\S+) )?(\d\d:\d\d:\d\d\S*) (\w+) (.*)$/.exec(line.trim())!;
      const stamp = time!.includes('.') ? time! : `${time}.000`;
      return `00001148.00001158::${date}-${stamp} ${level!.padEnd(5)} ${text}`;
    });
  const current = node === null ? [] : [`Current node: name (${node}) id (${node.at(-1)})`];
  const sections =
    current.length + header.length === 0
      ? []
      : ['[=== Cluster ===]', ...current, ...header, '[=== Cluster Logs ===]'];
  return [...sections, ...entries, ''].join('\r\n');
}

/** Intervals in one line each: `kind entity@node state start..end startBasis..endBasis`; times without the date, `?` for null; empty ones left out. */
export function linesOf(
  intervals: Awaited<ReturnType<typeof inspectTexts>>['intervals'],
  about: (interval: Awaited<ReturnType<typeof inspectTexts>>['intervals'][number]) => boolean,
): string[] {
  const shown = intervals.filter(
    (interval) => about(interval) && (interval.start === null || interval.start !== interval.end),
  );
  return shown.map(({ kind, entity, node, state, ...edges }) => {
    const what = kind === 'state' ? state : kind === state ? kind : `${kind} ${state}`;
    const times = `${clockOf(edges.start)} to ${clockOf(edges.end)}`;
    return `${entity.name}@${node}: ${what} ${times} (${edges.startBasis}, ${edges.endBasis})`;
  });
}

function clockOf(iso: string | null): string {
  return iso === null ? '?' : iso.slice(11, -1);
}
