import { useEffect, useMemo, useState } from 'react';
import type { SourceId } from '../../../src/model/source.ts';
import { type MergedRecords, mergeRecords } from '../../../src/timeline/merged-records.ts';
import type { RecordFilter, RecordRun } from '../../../src/timeline/record-run.ts';
import { inSlices } from '../../selectors/in-slices.ts';
import {
  type FoundRecords,
  type RecordPart,
  recordParts,
  runOfPart,
} from '../../selectors/record-runs.ts';
import { useApp } from '../../store/heartline-context.tsx';

export interface MergedParts {
  /** A part a run, in the same order. */
  readonly parts: readonly RecordPart[];
  readonly merged: MergedRecords;
}

const NOTHING: MergedParts = { parts: [], merged: mergeRecords([]) };

/**
 * The records of all sources (or one) that a filter keeps, merged by time. They are looked through in time slices, segment by segment;
 * until that is done the answer before stands and `share` tells how far it is, null when it is done.
 */
export function useMergedRecords(
  only: SourceId | null,
  filter: RecordFilter,
  found: FoundRecords | null,
): MergedParts & { readonly share: number | null } {
  const sources = useApp((state) => state.sources);
  const segments = useApp((state) => state.segments);
  const incident = useApp((state) => state.incident);
  const parts = useMemo(
    () => recordParts(sources, segments, incident, only),
    [sources, segments, incident, only],
  );
  const [result, setResult] = useState(NOTHING);
  const [share, setShare] = useState<number | null>(null);
  const { levels, component } = filter;
  useEffect(() => {
    const runs: RecordRun[] = [];
    return inSlices(
      parts.length,
      (i) => runs.push(runOfPart(parts[i]!, { levels, component }, found)),
      () => {
        setShare(null);
        setResult({ parts, merged: mergeRecords(runs) });
      },
      (done) => setShare(done / parts.length),
    );
  }, [parts, levels, component, found]);
  return { ...result, share };
}
