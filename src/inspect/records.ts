import { readText } from '../ingest/record-text.ts';
import { Clock } from '../model/clock.ts';
import type { Incident } from '../model/incident.ts';
import { LEVEL_NAMES, type Level } from '../model/level.ts';
import { placeWall } from '../time/apply-time-base.ts';
import { formatIso } from '../time/format-time.ts';
import type { Instant, WallTime } from '../time/instant.ts';
import type { Window } from './document.ts';
import type { ReadSource } from './read-sources.ts';

export interface RecordEntry {
  readonly source: string;
  readonly line: number;
  readonly time: string | null;
  readonly written: string | null;
  readonly level: string;
  readonly component: string | null;
  readonly eventId: number | null;
  readonly provider: string | null;
  readonly node: string | null;
  readonly text: string;
}

const MAX_TEXT = 1_000_000;

/**
 * Every record of every source, by time (null last), then source, then line. Records dated by a reader's date stay null.
 * Holds one entry a record: meant for excerpts and windows, not for gigabytes.
 */
export async function recordEntries(
  sources: readonly ReadSource[],
  incident: Incident,
  window: Window,
): Promise<RecordEntry[]> {
  const found: { readonly time: number; readonly entry: RecordEntry }[] = [];
  for (const { blob, recognised, assembly, segments } of sources) {
    const { id, encoding } = assembly.source();
    const judged = incident.sources.find((judgement) => judgement.id === id);
    const rule = judged?.timeBase.rule ?? recognised.preparation.timeBase.rule;
    const { format, preparation } = recognised;
    for (const { columns, baseLine, baseOffset, dictionary } of segments) {
      for (let i = 0; i < columns.count; i++) {
        const clock = columns.clock[i]!;
        let time: Instant | null = null;
        if (clock === Clock.Utc) time = columns.time[i]! as Instant;
        else if (clock === Clock.Wall && rule.kind !== 'unknown') {
          time = placeWall(rule, columns.time[i]! as WallTime).instant;
        }
        if (window.from !== null && (time === null || time < window.from)) continue;
        if (window.to !== null && (time === null || time >= window.to)) continue;
        const text = await readText(
          blob,
          encoding,
          baseOffset + columns.offset[i]!,
          columns.length[i]!,
          MAX_TEXT,
        );
        const component = dictionary[columns.component[i]!] || null;
        found.push({
          time: time ?? Number.POSITIVE_INFINITY,
          entry: {
            source: id,
            line: baseLine + columns.line[i]!,
            time: time === null ? null : formatIso(time),
            written: format.stampOf(text, preparation.dialect),
            level: LEVEL_NAMES[columns.level[i]! as Level],
            component: format.componentIs === 'component' ? component : null,
            eventId: columns.eventId[i]! || null,
            provider: format.componentIs === 'provider' ? component : null,
            node: dictionary[columns.computer[i]!] || judged?.node.name || null,
            text,
          },
        });
      }
    }
  }
  return found.sort((a, b) => a.time - b.time || 0).map(({ entry }) => entry);
}
