import { memo, useCallback, useLayoutEffect, useRef } from 'react';
import type { Row } from '../../src/timeline/rows.ts';
import type { StateFamily } from '../../src/timeline/state-family.ts';
import { LaneRow } from './LaneRow.tsx';
import type { TimelineStrings } from './strings.ts';
import { canvasTheme } from './theme.ts';

export interface LaneRowsProps {
  readonly rows: readonly Row[];
  /** By the node's name. */
  readonly subtitles: ReadonlyMap<string | null, string>;
  /** The row that the Tab key reaches. */
  readonly currentKey: string | null;
  readonly selectedKey: string | null;
  /** Hits of a search by lane; null while nothing is searched for. */
  readonly matches: ReadonlyMap<string, number> | null;
  /** The worst trouble in view by lane. */
  readonly worst: ReadonlyMap<string, StateFamily>;
  readonly theme: 'dark' | 'light';
  readonly draggedKey: string | null;
  readonly strings: TimelineStrings;
  readonly onToggle: (key: string) => void;
  readonly onMenu: (key: string, anchor: HTMLElement) => void;
}

/** All rows of the treegrid. A moving view renders only those whose worst trouble has changed. */
export const LaneRows = memo(function LaneRows({
  rows,
  subtitles,
  currentKey,
  selectedKey,
  matches,
  worst,
  theme,
  draggedKey,
  strings,
  onToggle,
  onMenu,
}: LaneRowsProps) {
  const latest = useRef({ onToggle, onMenu });
  useLayoutEffect(() => {
    latest.current = { onToggle, onMenu };
  });
  const toggle = useCallback((key: string) => latest.current.onToggle(key), []);
  const openMenu = useCallback(
    (key: string, anchor: HTMLElement) => latest.current.onMenu(key, anchor),
    [],
  );
  const { families } = canvasTheme(theme);
  return rows.map((row, index) => {
    const trouble = worst.get(row.lane.key) ?? null;
    return (
      <LaneRow
        key={row.lane.key}
        row={row}
        index={index}
        subtitle={row.lane.kind === 'node' ? (subtitles.get(row.lane.node) ?? '') : ''}
        isCurrent={row.lane.key === currentKey}
        isSelected={row.lane.key === selectedKey}
        matches={matches?.get(row.lane.key) ?? 0}
        worst={trouble}
        worstColour={trouble === null ? '' : families[trouble].fill}
        isDragged={row.lane.key === draggedKey}
        strings={strings}
        onToggle={toggle}
        onMenu={openMenu}
      />
    );
  });
});
