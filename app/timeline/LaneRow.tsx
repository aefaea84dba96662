import { ChevronDown, ChevronRight, EllipsisVertical } from 'lucide-react';
import { memo } from 'react';
import { accessibleName } from '../../src/timeline/accessible-name.ts';
import type { Row } from '../../src/timeline/rows.ts';
import type { StateFamily } from '../../src/timeline/state-family.ts';
import { laneLabel } from './lane-label.ts';
import type { TimelineStrings } from './strings.ts';

export interface LaneRowProps {
  readonly row: Row;
  readonly index: number;
  /** Second line of a node: what its logs say of it. */
  readonly subtitle: string;
  readonly isCurrent: boolean;
  readonly isSelected: boolean;
  /** Hits of a search in this lane. */
  readonly matches: number;
  /** The worst trouble in view, and its colour; null: none. */
  readonly worst: StateFamily | null;
  readonly worstColour: string;
  readonly isDragged: boolean;
  readonly strings: TimelineStrings;
  readonly onToggle: (key: string) => void;
  readonly onMenu: (key: string, anchor: HTMLElement) => void;
}

/** The name of a lane: a row of the treegrid whose accessible name tells what the bars beside it show. */
export const LaneRow = memo(function LaneRow(props: LaneRowProps) {
  const { row, index, subtitle, isCurrent, isSelected, matches, strings, worst } = props;
  const { lane } = row;
  const { text, short, detail } = laneLabel(lane, strings);
  const isNode = lane.kind === 'node';
  const Chevron = row.folded ? ChevronRight : ChevronDown;
  return (
    // biome-ignore lint/a11y/useSemanticElements: absolutely placed rows beside a canvas make no table
    <div
      role="row"
      data-lane={lane.key}
      aria-label={[
        accessibleName(lane, strings.words),
        ...(matches === 0 ? [] : [strings.matches(matches)]),
      ].join(', ')}
      aria-description={worst === null ? undefined : strings.worstInView(strings.families[worst])}
      aria-level={lane.depth + 1}
      aria-posinset={row.position}
      aria-setsize={row.siblings}
      aria-rowindex={index + 1}
      aria-selected={isSelected}
      {...(lane.hasChildren && { 'aria-expanded': !row.folded })}
      tabIndex={isCurrent ? 0 : -1}
      title={lane.writtenName === null ? undefined : `${lane.name}\n${lane.writtenName}`}
      className={`group absolute inset-x-0 flex items-center gap-1 border-b pr-2 outline-offset-[-2px] ${
        isNode
          ? 'border-line bg-[var(--node-row)] font-semibold text-text'
          : 'border-line/60 text-soft'
      } ${isSelected ? 'bg-selected text-text' : ''} ${props.isDragged ? 'opacity-50' : ''} ${
        lane.kind === 'quiet' ? 'text-dim italic' : ''
      }`}
      style={{
        top: row.top,
        height: row.height,
        paddingLeft: `calc(6px + ${lane.depth} * var(--indent) + ${lane.hasChildren ? 0 : 14}px)`,
      }}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: absolutely placed rows beside a canvas make no table */}
      <div role="gridcell" tabIndex={-1} className="flex min-w-0 flex-1 items-center gap-1">
        {lane.hasChildren && (
          <button
            type="button"
            tabIndex={-1}
            aria-label={row.folded ? strings.unfold(text) : strings.fold(text)}
            onClick={() => props.onToggle(lane.key)}
            className="-ml-1 grid size-5 shrink-0 place-items-center rounded-sm text-dim hover:bg-sunken hover:text-text"
          >
            <Chevron size={13} strokeWidth={2.5} aria-hidden />
          </button>
        )}
        <div className="flex min-w-0 flex-1 flex-col justify-center leading-[15px]">
          <span className="flex min-w-0 items-baseline gap-1.5">
            <span className="hidden truncate text-[12px] @lg:inline">{text}</span>
            <span className="truncate text-[12px] @lg:hidden">{short}</span>
            {detail !== '' && (
              <span className="hidden truncate text-[10.5px] font-normal text-dim @lg:inline">
                {detail}
              </span>
            )}
          </span>
          {isNode && subtitle !== '' && (
            <span className="truncate text-[10.5px] font-normal text-dim">{subtitle}</span>
          )}
        </div>
        {worst !== null && (
          <span
            aria-hidden
            title={strings.worstInView(strings.families[worst])}
            className="flex min-w-2 shrink items-center gap-1 truncate text-[10px] font-normal text-soft"
          >
            <span
              className="size-2 shrink-0 rounded-full"
              style={{ background: props.worstColour }}
            />
            {lane.hasChildren && (
              <span className="hidden truncate @lg:inline">{strings.families[worst]}</span>
            )}
          </span>
        )}
        {matches > 0 && (
          <span
            title={strings.matches(matches)}
            className="shrink-0 rounded-full bg-match-ground px-1.5 font-mono text-[10.5px] text-text leading-4"
          >
            {strings.matchCount(matches)}
          </span>
        )}
        {lane.provisional && lane.source !== null && (
          <span
            title={strings.zoneTagTitle}
            className="shrink-0 rounded-full border border-dashed border-warning px-1.5 text-[10px] leading-4 text-warning"
          >
            <span className="hidden @lg:inline">{strings.zoneTag}</span>
            <span className="@lg:hidden">{strings.zoneTagShort}</span>
          </span>
        )}
        {lane.kind !== 'quiet' && (
          <button
            type="button"
            tabIndex={-1}
            aria-haspopup="menu"
            aria-label={strings.menu.ofLane(text)}
            onClick={(event) => props.onMenu(lane.key, event.currentTarget)}
            className="absolute top-1/2 right-0.5 grid size-5 -translate-y-1/2 place-items-center rounded-sm bg-raised text-dim opacity-0 hover:bg-sunken hover:text-text focus-visible:opacity-100 group-hover:opacity-100 group-focus:opacity-100"
          >
            <EllipsisVertical size={13} aria-hidden />
          </button>
        )}
      </div>
    </div>
  );
});
