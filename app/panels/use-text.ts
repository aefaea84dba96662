import { useEffect, useRef, useState } from 'react';
import type { RawLine } from '../../src/ingest/record-text.ts';
import type { SourceId } from '../../src/model/source.ts';
import { useTextReader } from '../store/heartline-context.tsx';

/** A wait that lets a fast scroll pass by without reading every place it crosses. */
const SETTLE_MS = 25;

type Read<Value> =
  | { readonly state: 'reading'; readonly value: Value | null }
  | { readonly state: 'read'; readonly value: Value }
  | { readonly state: 'failed'; readonly reason: string };

/** Reads again whenever `key` changes; keeps showing the old value of the same `owner` until the new one is there. */
function useRead<Value>(owner: string, key: string, read: () => Promise<Value>): Read<Value> {
  const [result, setResult] = useState<{ owner: string; read: Read<Value> } | null>(null);
  const readNow = useRef(read);
  readNow.current = read;
  useEffect(() => {
    let current = true;
    const timer = setTimeout(() => {
      readNow.current().then(
        (value) => {
          if (current) setResult({ owner, read: { state: 'read', value } });
        },
        (error: unknown) => {
          const reason = error instanceof Error ? error.message : String(error);
          if (current)
            setResult({ owner, read: { state: 'failed', reason: `${reason} (${key})` } });
        },
      );
    }, SETTLE_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [owner, key]);
  return result?.owner === owner ? result.read : { state: 'reading', value: null };
}

/** Lines `[first, first + count)` of a source, 1-based. `revision` changes when the same lines must be read anew. */
export function useLines(
  source: SourceId,
  first: number,
  count: number,
  revision: string,
): Read<readonly RawLine[]> {
  const reader = useTextReader();
  return useRead(`${source} ${revision}`, `${first}+${count}`, () =>
    count <= 0 ? Promise.resolve([]) : reader.readLines(source, first, count),
  );
}

/** Where the text of a record lies in its source. */
export interface TextRange {
  readonly source: SourceId;
  readonly offset: number;
  readonly length: number;
}

/** The texts of records, in their order; they may be of several sources. */
export function useRecordTexts(
  ranges: readonly TextRange[],
  revision: string,
): Read<ReadonlyMap<string, string>> {
  const reader = useTextReader();
  const key = ranges.map(rangeKey).join(' ');
  return useRead(revision, key, async () => {
    const texts = new Map<string, string>();
    const bySource = Map.groupBy(ranges, ({ source }) => source);
    for (const [source, wanted] of bySource) {
      const read = await reader.readRecords(source, wanted);
      wanted.forEach((range, i) => {
        texts.set(rangeKey(range), read[i] ?? '');
      });
    }
    return texts;
  });
}

export function rangeKey({ source, offset, length }: TextRange): string {
  return `${source}@${offset}+${length}`;
}
