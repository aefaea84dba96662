import { lowerBound } from '../../src/base/binary-search.ts';
import type { Incident } from '../../src/model/incident.ts';
import type { Source } from '../../src/model/source.ts';
import type { Evidence } from '../store/evidence-slice.ts';
import { memoizeLast } from './memoize-last.ts';
import { type RecordPlace, type RecordRows, undatedRecords } from './record-rows.ts';

/** A record without a time, in the source that it belongs to. */
export interface UndatedRow extends RecordPlace {
  readonly source: Source;
}

export interface UndatedTray {
  readonly count: number;
  row(index: number): UndatedRow;
}

/** Records without a time, source by source, each in file order. */
export const selectUndatedTray = memoizeLast(
  (sources: readonly Source[], segments: Evidence['segments']): UndatedTray => {
    const parts: { readonly source: Source; readonly rows: RecordRows }[] = [];
    const ends: number[] = [];
    let count = 0;
    for (const source of sources) {
      const rows = source.undated === 0 ? null : undatedRecords(segments[source.id] ?? []);
      if (rows === null || rows.count === 0) continue;
      count += rows.count;
      parts.push({ source, rows });
      ends.push(count);
    }
    return {
      count,
      row(index) {
        const at = lowerBound(ends.length, (i) => ends[i]! > index);
        const { source, rows } = parts[at]!;
        return { source, ...rows.place(index - (at === 0 ? 0 : ends[at - 1]!)) };
      },
    };
  },
);

/** What is known of a line although it has no time: the meaning of its event, its marker, its transition. */
export interface UndatedMeanings {
  readonly events: ReadonlyMap<string, Incident['events'][number]>;
  readonly markers: ReadonlyMap<string, Incident['markers'][number]>;
  readonly transitions: ReadonlyMap<string, Incident['transitions'][number]>;
}

/** By `source:line`; undated facts stand at the end of the incident's arrays. */
export const selectUndatedMeanings = memoizeLast(
  (incident: Incident): UndatedMeanings => ({
    events: undatedByLine(incident.events),
    markers: undatedByLine(incident.markers),
    transitions: undatedByLine(incident.transitions),
  }),
);

function undatedByLine<
  Item extends {
    readonly time: number | null;
    readonly ref: { readonly source: string; readonly line: number };
  },
>(items: readonly Item[]): ReadonlyMap<string, Item> {
  const first = lowerBound(items.length, (i) => items[i]!.time === null);
  return new Map(items.slice(first).map((item) => [`${item.ref.source}:${item.ref.line}`, item]));
}
