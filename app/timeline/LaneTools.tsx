import { ListFilter, SlidersHorizontal } from 'lucide-react';
import { LANE_HEIGHTS } from '../../src/timeline/rows.ts';
import type { LaneActions, Lanes } from '../store/lanes-slice.ts';
import type { MenuEntry, OpenMenu } from './PopupMenu.tsx';
import type { TimelineStrings } from './strings.ts';

/** Marks the box of the lane filter for `focusLaneFilter`. */
const FILTER_BOX = 'data-lane-filter';

export function focusLaneFilter(): void {
  document.querySelector<HTMLInputElement>(`input[${FILTER_BOX}]`)?.focus();
}

/** Above the names of the lanes: a box that filters them, and the menu of what is hidden, how high they are, and how to go back. */
export function LaneTools(props: {
  readonly lanes: Lanes;
  readonly actions: LaneActions;
  readonly strings: TimelineStrings;
  /** Names of hidden lanes by key. */
  readonly hiddenNames: ReadonlyMap<string, string>;
  openMenu(menu: OpenMenu): void;
}) {
  const { lanes, actions, strings, hiddenNames, openMenu } = props;
  const { menu } = strings;
  const hidden = hiddenNames.size;
  return (
    <div className="flex min-w-0 flex-1 items-center gap-1">
      <label className="relative flex min-w-0 flex-1 items-center">
        <ListFilter aria-hidden className="pointer-events-none absolute left-1.5 size-3 text-dim" />
        <input
          {...{ [FILTER_BOX]: '' }}
          type="text"
          value={lanes.laneFilter}
          aria-label={menu.filter}
          placeholder={menu.filterHint}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => actions.setLaneFilter(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.stopPropagation();
            if (lanes.laneFilter === '') event.currentTarget.blur();
            else actions.setLaneFilter('');
          }}
          className="h-[22px] w-full min-w-0 rounded border border-control-line bg-sunken pr-1 pl-5.5 text-[11.5px] text-text placeholder:text-dim"
        />
      </label>
      <button
        type="button"
        aria-haspopup="menu"
        aria-label={hidden === 0 ? menu.lanes : menu.lanesHidden(hidden)}
        title={hidden === 0 ? menu.lanes : menu.lanesHidden(hidden)}
        onClick={(event) =>
          openMenu({
            label: menu.lanes,
            anchor: event.currentTarget,
            owner: event.currentTarget,
            entries: laneToolEntries(lanes, actions, strings, hiddenNames),
          })
        }
        className="flex h-[22px] shrink-0 items-center gap-1 rounded px-1 text-[11px] text-soft hover:bg-sunken hover:text-text"
      >
        <SlidersHorizontal aria-hidden className="size-3.5" />
        {hidden > 0 && hidden}
      </button>
    </div>
  );
}

function laneToolEntries(
  lanes: Lanes,
  actions: LaneActions,
  { menu }: TimelineStrings,
  hiddenNames: ReadonlyMap<string, string>,
): MenuEntry[] {
  return [
    ...LANE_HEIGHTS.map((height) => ({
      id: height,
      label: `${height === lanes.laneHeight ? '✓ ' : ''}${menu.height[height]}`,
      run: () => actions.setLaneHeight(height),
    })),
    {
      id: 'quiet',
      label: lanes.foldsQuiet ? menu.showQuiet : menu.foldQuiet,
      run: () => actions.setFoldsQuiet(!lanes.foldsQuiet),
    },
    ...[...hiddenNames].slice(0, SHOWN_NAMES).map(([key, name]) => ({
      id: key,
      label: menu.show(name),
      run: () => actions.showLanes(key),
    })),
    {
      id: 'show-all',
      label: menu.showAll,
      enabled: hiddenNames.size > 0,
      run: () => actions.showLanes(null),
    },
    {
      id: 'undo',
      label: menu.undo,
      keys: 'Ctrl Z',
      enabled: lanes.laneHistory.length > 0,
      run: actions.undoLanes,
    },
    { id: 'reset', label: menu.reset, run: actions.resetLanes },
  ];
}

/** More hidden lanes than this are only shown again together. */
const SHOWN_NAMES = 8;
