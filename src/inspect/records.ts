import { isNewestFirst } from '../analysis/placing.ts';
import { readText } from '../ingest/record-text.ts';
import { Clock } from '../model/clock.ts';
import type { Incident } from '../model/incident.ts';
import { LEVEL_NAMES, type Level } from '../model/level.ts';
import { formatIso } from '../time/format-time.ts';
import type { Instant } from '../time/instant.ts';
import { resolveOverlaps } from '../time/resolve-overlaps.ts';
import type { ZoneRule } from '../time/time-base.ts';
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
    const times = recordTimes(segments, rule, format.id);
    let next = 0;
    for (const { columns, baseLine, baseOffset, dictionary } of segments) {
      for (let i = 0; i < columns.count; i++) {
        const placed = times[next++]!;
        const time = Number.isNaN(placed) ? null : (placed as Instant);
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

/** The instants of a source's records in file order, which tells the passes of an overlap apart; NaN where there is none. */
function recordTimes(
  segments: ReadSource['segments'],
  rule: ZoneRule,
  format: string,
): Float64Array {
  const count = segments.reduce((sum, { columns }) => sum + columns.count, 0);
  const walls = new Float64Array(count).fill(Number.NaN);
  const known: { readonly at: number; readonly time: number }[] = [];
  let at = 0;
  for (const { columns } of segments) {
    for (let i = 0; i < columns.count; i++, at++) {
      const clock = columns.clock[i]!;
      if (clock === Clock.Utc) known.push({ at, time: columns.time[i]! });
      else if (clock === Clock.Wall && rule.kind !== 'unknown') walls[at] = columns.time[i]!;
    }
  }
  const newestFirst = isNewestFirst(walls, format);
  const { instants } = resolveOverlaps(newestFirst ? walls.toReversed() : walls, rule);
  if (newestFirst) instants.reverse();
  for (const { at: index, time } of known) instants[index] = time;
  return instants;
}
