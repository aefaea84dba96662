import type { ZoneRule } from '../../src/time/time-base.ts';
import { formatZone } from '../../src/time/zone-text.ts';
import { LANE_HEIGHTS } from '../../src/timeline/rows.ts';
import { focusSearchBox } from '../search/search-focus.ts';
import { zonesOfSources } from '../selectors/source-zones.ts';
import { selectZones } from '../selectors/zones-shown.ts';
import { openSample } from '../shell/use-sample.ts';
import { type ViewMoves, ZOOM_IN, ZOOM_OUT } from '../shell/use-view-moves.ts';
import type { AppState } from '../store/app-store.ts';
import type { Heartline } from '../store/heartline.ts';
import { VIEW_SLOTS } from '../store/places-slice.ts';
import { BOTTOM_TABS, RIGHT_TABS } from '../store/view-slice.ts';
import { browserZone } from '../store/zone-preference.ts';
import type { Strings } from '../strings/en.ts';
import { focusLaneFilter } from '../timeline/LaneTools.tsx';

/** Groups in the order in which they are listed. */
export const ACTION_GROUPS = [
  'search',
  'view',
  'places',
  'lanes',
  'panels',
  'zones',
  'logs',
  'page',
] as const;
export type ActionGroup = (typeof ACTION_GROUPS)[number];

/** One thing that a reader can do by name or by key. */
export interface PageAction {
  /** Stable, kebab-case. */
  readonly id: string;
  readonly group: ActionGroup;
  readonly title: string;
  /** As tinykeys reads them; the first is shown. */
  readonly keys: readonly string[];
  /** Its keys work while the reader writes in a field, too. */
  readonly everywhere: boolean;
  /** Whether its keys do anything now. */
  isAvailable(state: AppState): boolean;
  /** Whether it is worth a line in the list of commands now. */
  isListed(state: AppState): boolean;
  run(): void;
}

/** Share of the span that one press moves. */
const PAN_SHARE = 0.15;

const hasLogs = (state: AppState) => state.sources.length > 0;
const always = () => true;

/**
 * Everything that the page can do: the list of commands, the keys and the list of keys are made of this. Actions that
 * depend on the incident (its zones) are those of the state that is given.
 */
export function pageActions(
  { store, actions }: Pick<Heartline, 'store' | 'actions'>,
  moves: ViewMoves,
  strings: Strings,
  state: Pick<AppState, 'incident' | 'theme'>,
): readonly PageAction[] {
  const words = strings.palette.actions;
  const list: PageAction[] = [];
  const add = (
    group: ActionGroup,
    id: string,
    title: string,
    keys: readonly string[],
    run: () => void,
    more: Partial<Pick<PageAction, 'isAvailable' | 'isListed' | 'everywhere'>> = {},
  ) => {
    const isAvailable = more.isAvailable ?? hasLogs;
    const isListed = more.isListed ?? isAvailable;
    const everywhere = more.everywhere ?? false;
    list.push({ id, group, title, keys, everywhere, isAvailable, isListed, run });
  };

  add('search', 'search', words.search, ['/', 'Shift+/'], focusSearchBox);
  add('search', 'next-hit', strings.search.next, ['F3'], () => actions.stepHit(1), {
    everywhere: true,
    isAvailable: (now) => now.search !== null,
  });
  add('search', 'previous-hit', strings.search.previous, ['Shift+F3'], () => actions.stepHit(-1), {
    everywhere: true,
    isAvailable: (now) => now.search !== null,
  });
  add('search', 'cancel-search', words.cancelSearch, [], actions.cancelSearch, {
    isAvailable: (now) => now.search?.status === 'running',
  });
  add('search', 'clear-search', strings.search.clear, [], actions.clearSearch, {
    isAvailable: (now) => now.searchText !== '',
  });

  add('view', 'fit', strings.keys.fit, ['f'], moves.fit);
  add('view', 'fit-selection', words.fitSelection, ['Shift+F'], moves.fitSelection, {
    isAvailable: (now) => now.selection?.time != null,
  });
  add('view', 'zoom-in', strings.view.zoomIn, ['+', 'w', 'Shift++', '='], () =>
    moves.zoom(ZOOM_IN),
  );
  add('view', 'zoom-out', strings.view.zoomOut, ['-', 's'], () => moves.zoom(ZOOM_OUT));
  add('view', 'earlier', words.earlier, ['ArrowLeft', 'a'], () => moves.pan(-PAN_SHARE));
  add('view', 'later', words.later, ['ArrowRight', 'd'], () => moves.pan(PAN_SHARE));
  add('view', 'previous-marker', strings.view.previousMarker, ['['], () => moves.stepMarker(-1));
  add('view', 'next-marker', strings.view.nextMarker, [']'], () => moves.stepMarker(1));
  add('view', 'back', strings.view.back, ['Alt+ArrowLeft'], actions.goBack, {
    isAvailable: (now) => now.back.length > 0,
  });
  add('view', 'forward', strings.view.forward, ['Alt+ArrowRight'], actions.goForward, {
    isAvailable: (now) => now.forward.length > 0,
  });
  add('view', 'go-to', words.goTo, ['g'], () => actions.openPalette(''));

  for (let slot = 0; slot < VIEW_SLOTS; slot++) {
    const digit = slot + 1;
    add(
      'places',
      `show-view-${digit}`,
      words.showView(digit),
      [`Digit${digit}`],
      () => actions.showSavedView(slot),
      { isListed: (now) => now.savedViews[slot] !== undefined },
    );
  }
  for (let slot = 0; slot < VIEW_SLOTS; slot++) {
    const digit = slot + 1;
    add(
      'places',
      `save-view-${digit}`,
      words.saveView(digit),
      [`Shift+Digit${digit}`],
      () => actions.saveView(slot),
      { isListed: (now) => hasLogs(now) && slot <= firstFreeSlot(now) },
    );
  }
  add('places', 'mark', words.mark, ['m'], actions.toggleMarkHere);
  add('places', 'clear-marks', strings.places.clearMarks, [], actions.clearMarks, {
    isAvailable: (now) => now.marks.length > 0,
  });

  add('lanes', 'fold-nodes', words.foldNodes, [], () => foldLanes(store, actions, true));
  add('lanes', 'unfold-all', words.unfoldAll, [], () => foldLanes(store, actions, false));
  const { menu } = strings.timeline;
  add('lanes', 'filter-lanes', menu.filter, ['l'], focusLaneFilter);
  for (const height of LANE_HEIGHTS) {
    add('lanes', `lanes-${height}`, menu.height[height], [], () => actions.setLaneHeight(height), {
      isAvailable: (now) => hasLogs(now) && now.laneHeight !== height,
    });
  }
  add('lanes', 'fold-quiet', menu.foldQuiet, [], () => actions.setFoldsQuiet(true), {
    isAvailable: (now) => hasLogs(now) && !now.foldsQuiet,
  });
  add('lanes', 'show-quiet', menu.showQuiet, [], () => actions.setFoldsQuiet(false), {
    isAvailable: (now) => hasLogs(now) && now.foldsQuiet,
  });
  add('lanes', 'show-hidden', menu.showAll, [], () => actions.showLanes(null), {
    isAvailable: (now) => now.laneChoices.hidden.size > 0,
  });
  add('lanes', 'all-nodes', menu.allNodes, [], () => actions.soloLane(null), {
    isAvailable: (now) => now.laneChoices.solo !== null,
  });
  add('lanes', 'undo-lanes', menu.undo, ['$mod+z'], actions.undoLanes, {
    isAvailable: (now) => now.laneHistory.length > 0,
  });
  add('lanes', 'reset-lanes', menu.reset, [], actions.resetLanes);

  add('view', 'fit-node', menu.fitThisNode, ['Shift+N'], moves.fitSelectedNode, {
    isAvailable: (now) => now.selection !== null,
  });
  add('view', 'measure', menu.measureHere, ['x'], actions.measureHere);
  add('view', 'clear-measure', menu.clearMeasure, ['Escape'], () => actions.measure(null), {
    isAvailable: (now) => now.measured !== null,
  });
  add('view', 'copy-time', menu.copyIn('UTC'), ['c'], () =>
    actions.copyTime(null, { kind: 'utc' }),
  );
  for (const zone of selectZones(store.getState())) {
    const name = formatZone(zone);
    add('view', `copy-time-${name}`, menu.copyIn(name), [], () => actions.copyTime(null, zone));
  }

  for (const tab of RIGHT_TABS) {
    add('panels', `details-${tab}`, words.showDetails(strings.tabs.right(tab)), [], () =>
      actions.openRightTab(tab),
    );
  }
  for (const tab of BOTTOM_TABS) {
    add('panels', `table-${tab}`, words.showTable(strings.tabs.bottom(tab)), [], () =>
      actions.openBottomTab(tab),
    );
  }

  const zones = new Map<string, ZoneRule>();
  for (const zone of [...zonesOfSources(state.incident), browserZone()]) {
    if (zone.kind !== 'utc') zones.set(formatZone(zone), zone);
  }
  for (const [name, zone] of zones) {
    add('zones', `zone-${name}`, words.showZone(name), [], () => actions.setSecondZone(zone), {
      isAvailable: (now) => formatZone(now.secondZone) !== name,
    });
  }
  add('zones', 'zone-none', words.onlyUtc, [], () => actions.setSecondZone({ kind: 'utc' }), {
    isAvailable: (now) => now.secondZone.kind !== 'utc',
  });

  const isOpen = { isAvailable: always };
  add('logs', 'add-logs', strings.add.files, [], () => openChooser('files'), isOpen);
  add('logs', 'add-folder', strings.add.folder, [], () => openChooser('folder'), isOpen);
  add('logs', 'sample', strings.empty.sample, [], () => void openSample(actions), {
    isAvailable: (now) => !hasLogs(now),
  });
  add('logs', 'cancel-reading', words.cancelReading, [], actions.cancelReading, {
    isAvailable: (now) => now.pageState === 'loading',
  });
  add('logs', 'close', strings.incident.close, [], actions.closeIncident);

  const other = state.theme === 'dark' ? 'light' : 'dark';
  const theme = other === 'dark' ? strings.theme.toDark : strings.theme.toLight;
  add('page', 'theme', theme, ['t'], () => actions.setTheme(other), isOpen);
  add('page', 'commands', strings.palette.open, ['$mod+k'], () => actions.openPalette(''), {
    ...isOpen,
    isListed: () => false,
    everywhere: true,
  });
  add('page', 'keys', strings.keys.open, ['Shift+?'], () => actions.showKeys(true), isOpen);
  return list;
}

/** The slot after the last ones that are used without a break, 0-based. */
function firstFreeSlot({ savedViews }: AppState): number {
  let slot = 0;
  while (savedViews[slot] !== undefined) slot++;
  return slot;
}

function foldLanes(store: Heartline['store'], actions: Heartline['actions'], fold: boolean): void {
  const nodes = store.getState().lanes.filter(({ kind }) => kind === 'node');
  actions.foldLanes(new Set(fold ? nodes.map(({ key }) => key) : []));
}

/** Presses the button of the header that asks for files. */
function openChooser(what: 'files' | 'folder'): void {
  document.querySelector<HTMLInputElement>(`input[data-add-logs="${what}"]`)?.click();
}
