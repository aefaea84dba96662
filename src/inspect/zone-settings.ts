import { NO_SETTINGS, type ReaderSettings } from '../model/settings.ts';
import type { SourceId } from '../model/source.ts';
import type { ZoneRule } from '../time/time-base.ts';
import type { InspectArguments } from './arguments.ts';

/** A source as far as an option can name it. */
export interface NamedSource {
  readonly id: SourceId;
  readonly path: string;
  /** Every name of its node; none when no node is known. */
  readonly nodeNames: readonly string[];
}

/**
 * The zones of the command line by source. A target is the path of a source; else the last components of paths; else a node
 * under any of its names, in any letter case. A target that fits nothing gives one sentence.
 */
export function zoneSettings(
  options: Pick<InspectArguments, 'zones'>,
  sources: readonly NamedSource[],
): ReaderSettings | { readonly error: string } {
  const zones: Record<SourceId, ZoneRule> = {};
  for (const { target, rule } of options.zones) {
    const hits = sourcesCalled(target, sources);
    if (hits.length === 0) return { error: `--zone: no source or node is called "${target}"` };
    for (const { id } of hits) zones[id] = rule;
  }
  return { ...NO_SETTINGS, zones };
}

function sourcesCalled(target: string, sources: readonly NamedSource[]): readonly NamedSource[] {
  const wanted = plainPath(target);
  const tests: ((source: NamedSource) => boolean)[] = [
    ({ path }) => plainPath(path) === wanted,
    ({ path }) => plainPath(path).endsWith(`/${wanted}`),
    ({ nodeNames }) => nodeNames.some((name) => name.toLowerCase() === target.toLowerCase()),
  ];
  for (const test of tests) {
    const hits = sources.filter(test);
    if (hits.length > 0) return hits;
  }
  return [];
}

function plainPath(path: string): string {
  return path.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '');
}
