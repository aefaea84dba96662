import { memo, useCallback, useLayoutEffect, useRef } from 'react';
import type { Row } from '../../src/timeline/rows.ts';
import { LaneRow } from './LaneRow.tsx';
import type { TimelineStrings } from './strings.ts';

export interface LaneRowsProps {
  readonly rows: readonly Row[];
  /** By the node's name. */
  readonly subtitles: ReadonlyMap<string | null, string>;
  /** The row that the Tab key reaches. */
  readonly currentKey: string | null;
  readonly selectedKey: string | null;
  /** Hits of a search by lane; null while nothing is searched for. */
  readonly matches: ReadonlyMap<string, number> | null;
  readonly strings: TimelineStrings;
  readonly onToggle: (key: string) => void;
}

/** All rows of the treegrid. They do not depend on the view, so that a moving view renders none of them. */
export const LaneRows = memo(function LaneRows({
  rows,
  subtitles,
  currentKey,
  selectedKey,
  matches,
  strings,
  onToggle,
}: LaneRowsProps) {
  const latest = useRef(onToggle);
  useLayoutEffect(() => {
    latest.current = onToggle;
  });
  const toggle = useCallback((key: string) => latest.current(key), []);
  return rows.map((row, index) => (
    <LaneRow
      key={row.lane.key}
      row={row}
      index={index}
      subtitle={row.lane.kind === 'node' ? (subtitles.get(row.lane.node) ?? '') : ''}
      isCurrent={row.lane.key === currentKey}
      isSelected={row.lane.key === selectedKey}
      matches={matches?.get(row.lane.key) ?? 0}
      strings={strings}
      onToggle={toggle}
    />
  ));
});
