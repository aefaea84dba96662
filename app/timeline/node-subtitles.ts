import type { Incident } from '../../src/model/incident.ts';
import { formatZone } from '../../src/time/zone-text.ts';

/** Under a node's name: its address or another name, and the zones its logs are written in. Keyed by the node's name. */
export function nodeSubtitles(incident: Incident): Map<string | null, string> {
  const subtitles = new Map<string | null, string>();
  for (const { name, aliases } of incident.nodes) {
    const address = aliases.find((alias) => /^[\d.]+$|:.*:/.test(alias) && alias.length > 3);
    const zones = new Set<string>();
    for (const source of incident.sources) {
      if (source.node.name === name && source.timeBase.rule.kind !== 'unknown') {
        zones.add(formatZone(source.timeBase.rule));
      }
    }
    const parts = [
      address ?? aliases.find((alias) => alias !== name && !/^\d+$/.test(alias)),
      ...zones,
    ];
    subtitles.set(name, parts.filter((part) => part !== undefined).join(' · '));
  }
  return subtitles;
}
