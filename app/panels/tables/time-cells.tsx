import type { ReactNode } from 'react';
import type { LineRef, Placed } from '../../../src/model/incident.ts';
import type { Source, SourceId } from '../../../src/model/source.ts';
import type { ZoneRule } from '../../../src/time/time-base.ts';
import type { Strings } from '../../strings/en.ts';
import { fileName } from '../LineButton.tsx';
import { cellStamp, placedCell } from '../Stamp.tsx';

/** The content of the `utc` and `second` columns. */
export function timeCell(
  strings: Strings,
  placed: Omit<Placed, 'written'>,
  column: 'utc' | 'second',
  second: ZoneRule,
): ReactNode {
  if (column === 'utc') return placedCell(strings, placed);
  return placed.time === null ? null : (
    <span className="text-dim">{cellStamp(placed.time, second)}</span>
  );
}

/** `cluster.log:91 440`, in full as a tip. */
export function lineCell(
  strings: Strings,
  sources: ReadonlyMap<SourceId, Source>,
  ref: LineRef | null,
): ReactNode {
  if (ref === null) return null;
  const path = sources.get(ref.source)?.path ?? ref.source;
  return (
    <span title={strings.selection.lineOf(ref.line, path)}>
      {fileName(path)}:{strings.number(ref.line)}
    </span>
  );
}
