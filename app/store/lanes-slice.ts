import { type LaneChoices, NO_CHOICES, showLane } from '../../src/timeline/lane-choices.ts';
import { LANE_HEIGHTS, type LaneHeight } from '../../src/timeline/rows.ts';
import type { AppStore } from './app-store.ts';
import { keepPreference, readPreference } from './preferences.ts';

/** How the reader wants the lanes: which, in what order, how high. */
export interface Lanes {
  readonly laneChoices: LaneChoices;
  /** Choices before the last changes, oldest first. */
  readonly laneHistory: readonly LaneChoices[];
  readonly laneFilter: string;
  readonly laneHeight: LaneHeight;
  /** Whether lanes in which nothing happens fold themselves. */
  readonly foldsQuiet: boolean;
  /** Keys of the rows of quiet lanes that the reader has opened. */
  readonly openQuiet: ReadonlySet<string>;
}

export interface LaneActions {
  /** A change of the choices, which can be undone. */
  changeLanes(change: (choices: LaneChoices) => LaneChoices): void;
  /** One hidden lane again, or all for null. */
  showLanes(key: string | null): void;
  /** Shows only a node's lanes, or those of all nodes for null. */
  soloLane(key: string | null): void;
  undoLanes(): void;
  resetLanes(): void;
  setLaneFilter(text: string): void;
  setLaneHeight(height: LaneHeight): void;
  setFoldsQuiet(folds: boolean): void;
  toggleQuiet(key: string): void;
}

const HISTORY_LENGTH = 50;

export function startLanes(): Lanes {
  const height = readPreference('lane-height');
  return {
    ...NO_LANES,
    laneHeight: LANE_HEIGHTS.find((known) => known === height) ?? 'normal',
    foldsQuiet: readPreference('folds-quiet') !== 'no',
  };
}

/** What begins anew with every incident. */
export const NO_LANES: Omit<Lanes, 'laneHeight' | 'foldsQuiet'> = {
  laneChoices: NO_CHOICES,
  laneHistory: [],
  laneFilter: '',
  openQuiet: new Set(),
};

export function createLaneActions(store: AppStore): LaneActions {
  const changeLanes: LaneActions['changeLanes'] = (change) =>
    store.setState((state) => {
      const laneChoices = change(state.laneChoices);
      if (laneChoices === state.laneChoices) return state;
      const laneHistory = [...state.laneHistory, state.laneChoices].slice(-HISTORY_LENGTH);
      return { laneChoices, laneHistory };
    });
  return {
    changeLanes,
    showLanes: (key) => changeLanes((choices) => showLane(choices, key)),
    soloLane: (solo) =>
      changeLanes((choices) => (choices.solo === solo ? choices : { ...choices, solo })),
    undoLanes: () =>
      store.setState((state) => {
        const laneChoices = state.laneHistory.at(-1);
        return laneChoices === undefined
          ? state
          : { laneChoices, laneHistory: state.laneHistory.slice(0, -1) };
      }),
    resetLanes() {
      changeLanes(() => NO_CHOICES);
      store.setState({ laneFilter: '' });
    },
    setLaneFilter: (laneFilter) => store.setState({ laneFilter }),
    setLaneHeight(laneHeight) {
      keepPreference('lane-height', laneHeight);
      store.setState({ laneHeight });
    },
    setFoldsQuiet(foldsQuiet) {
      keepPreference('folds-quiet', foldsQuiet ? 'yes' : 'no');
      store.setState({ foldsQuiet, openQuiet: new Set() });
    },
    toggleQuiet: (key) =>
      store.setState((state) => {
        const openQuiet = new Set(state.openQuiet);
        if (!openQuiet.delete(key)) openQuiet.add(key);
        return { openQuiet };
      }),
  };
}
