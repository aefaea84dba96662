import type { LineRef } from '../../src/model/incident.ts';
import { NO_SETTINGS, type ReaderSettings } from '../../src/model/settings.ts';
import type { Encoding, Source, SourceId } from '../../src/model/source.ts';
import type { ZoneRule } from '../../src/time/time-base.ts';
import { formatZone } from '../../src/time/zone-text.ts';
import type { Selection } from '../../src/timeline/selection.ts';
import { hasOwnRuler } from '../../src/timeline/ticks.ts';
import type { Viewport } from '../../src/timeline/viewport.ts';
import type { Engine, EngineListener, GivenFile } from '../../src/worker/engine.ts';
import { createPlaceActions, type PlaceActions } from '../palette/place-actions.ts';
import { createSearchActions, type SearchActions } from '../search/search-actions.ts';
import { reselect } from '../selectors/selections.ts';
import { type AppState, type AppStore, createAppStore } from './app-store.ts';
import { EvidenceBatch } from './evidence-batch.ts';
import { type Evidence, NO_EVIDENCE } from './evidence-slice.ts';
import { atACalmPace } from './frame-schedule.ts';
import { createLaneActions, type LaneActions, NO_LANES } from './lanes-slice.ts';
import { createMeasureActions, type MeasureActions, NO_MEASURE } from './measure-slice.ts';
import { keepPreference } from './preferences.ts';
import {
  type Correction,
  corrected,
  encodingChanged,
  withoutSource,
  withRefusal,
} from './settings-slice.ts';
import {
  type BottomTab,
  movedTo,
  type RightTab,
  type Theme,
  wentBack,
  wentForward,
} from './view-slice.ts';
import { keepZonePreference } from './zone-preference.ts';

/** The store, the engine behind it, and everything a reader can do. */
export interface Heartline {
  readonly store: AppStore;
  readonly engine: Pick<Engine, 'readLines' | 'readRecords' | 'search'>;
  readonly actions: Actions;
}

/** Everything a reader can do. */
export interface Actions
  extends PageActions,
    SearchActions,
    PlaceActions,
    LaneActions,
    MeasureActions {}

interface PageActions {
  addFiles(files: readonly GivenFile[]): void;
  cancelReading(): void;
  removeSource(source: SourceId): void;
  closeIncident(): void;
  correct(source: SourceId, correction: Correction): void;
  correctAll(sources: readonly SourceId[], correction: Correction): void;
  setEncoding(source: Source, encoding: Encoding): void;
  refuseName(written: string, refused: boolean): void;
  /** `null` shows the whole incident and follows it while it grows. */
  moveView(viewport: Viewport | null): void;
  goBack(): void;
  goForward(): void;
  /** Selects a mark and opens the panel that explains it. */
  select(selection: Selection | null): void;
  /** Opens the raw view at a line. */
  showLine(ref: LineRef): void;
  toggleFold(laneKey: string): void;
  /** Shows a zone in the tables and on the second ruler in place of the one there; UTC: none but UTC. */
  setSecondZone(zone: ZoneRule): void;
  /** Zones shown besides UTC, the second first; UTC and unknown ones and repetitions are left out. */
  setZones(zones: readonly ZoneRule[]): void;
  setTheme(theme: Theme): void;
  openRightTab(tab: RightTab): void;
  openBottomTab(tab: BottomTab): void;
  showKeys(shown: boolean): void;
}

/** While logs are read the picture changes this often: lanes are seen growing, and the page stays free in between. */
const EVIDENCE_PAUSE_MS = 120;

/**
 * Joins a store to an engine. Whatever the engine tells reaches the store at once, or `EVIDENCE_PAUSE_MS` after the last time.
 * @param startEngine makes the engine that reports to the listener
 */
export function createHeartline(startEngine: (listener: EngineListener) => Engine): Heartline {
  const store = createAppStore();
  const schedule = atACalmPace(EVIDENCE_PAUSE_MS);
  const batch = new EvidenceBatch(() =>
    schedule(() => store.setState((state) => withSelection(state, batch.take(state)))),
  );
  const engine = startEngine(batch);
  const actions = createActions(store, engine, batch);
  return {
    store,
    engine,
    actions: {
      ...actions,
      ...createSearchActions(store, engine, actions),
      ...createPlaceActions(store, actions),
      ...createLaneActions(store),
      ...createMeasureActions(store),
    },
  };
}

/** New evidence, with the selection led over to it. */
function withSelection(state: AppState, evidence: Evidence): Partial<AppState> {
  const selection = reselect(state.selection, state.incident, evidence.incident);
  return selection === state.selection ? evidence : { ...evidence, selection };
}

function createActions(store: AppStore, engine: Engine, batch: EvidenceBatch): PageActions {
  const set = (change: Partial<AppState> | ((state: AppState) => Partial<AppState>)) =>
    store.setState(change);
  const applySettings = (change: (settings: ReaderSettings) => ReaderSettings) => {
    const settings = change(store.getState().settings);
    set({ settings });
    engine.updateSettings(settings);
  };
  const setZones = (zones: readonly ZoneRule[]) => {
    const kept = new Map(zones.filter(hasOwnRuler).map((zone) => [formatZone(zone), zone]));
    const [secondZone = { kind: 'utc' as const }, ...moreZones] = kept.values();
    keepZonePreference([secondZone, ...moreZones]);
    set({ secondZone, moreZones });
  };
  let lastMoveAt = Number.NEGATIVE_INFINITY;

  return {
    addFiles(files) {
      if (files.length === 0) return;
      set({ pageState: 'loading' });
      engine.add(files);
    },
    cancelReading() {
      engine.cancel();
    },
    removeSource(source) {
      engine.remove(source);
      batch.forget(source);
      set((state) => {
        const { [source]: _segments, ...segments } = state.segments;
        const { [source]: _encoding, ...encodingsFound } = state.encodingsFound;
        const sources = state.sources.filter(({ id }) => id !== source);
        return {
          segments,
          encodingsFound,
          sources,
          pageState: sources.length === 0 ? 'empty' : state.pageState,
          selection: state.selection?.ref?.source === source ? null : state.selection,
          rawAt: state.rawAt?.source === source ? null : state.rawAt,
        };
      });
      applySettings((settings) => withoutSource(settings, source));
    },
    closeIncident() {
      engine.clear();
      batch.forget(null);
      set({
        ...NO_EVIDENCE,
        formats: store.getState().formats,
        encodingsFound: {},
        viewport: null,
        back: [],
        forward: [],
        selection: null,
        rawAt: null,
        foldedLanes: new Set(),
        ...NO_LANES,
        ...NO_MEASURE,
      });
      applySettings(() => NO_SETTINGS);
    },
    correct(source, correction) {
      applySettings((settings) => corrected(settings, source, correction));
    },
    correctAll(sources, correction) {
      applySettings((settings) =>
        sources.reduce((changed, source) => corrected(changed, source, correction), settings),
      );
    },
    setEncoding(source, encoding) {
      set((state) => ({ encodingsFound: encodingChanged(state.encodingsFound, source, encoding) }));
      engine.setEncoding(source.id, encoding);
    },
    refuseName(written, refused) {
      applySettings((settings) => withRefusal(settings, written, refused));
    },
    moveView(viewport) {
      const now = performance.now();
      set((state) => movedTo(state, viewport, now - lastMoveAt));
      lastMoveAt = now;
    },
    goBack() {
      lastMoveAt = Number.NEGATIVE_INFINITY;
      set(wentBack);
    },
    goForward() {
      lastMoveAt = Number.NEGATIVE_INFINITY;
      set(wentForward);
    },
    select(selection) {
      if (selection === null) set({ selection: null });
      else
        set((state) => ({
          selection,
          rightTab: 'selection',
          rawAt: selection.ref ?? state.rawAt,
        }));
    },
    showLine(ref) {
      set({ rawAt: ref, bottomTab: 'raw' });
    },
    toggleFold(laneKey) {
      set((state) => {
        const foldedLanes = new Set(state.foldedLanes);
        if (!foldedLanes.delete(laneKey)) foldedLanes.add(laneKey);
        return { foldedLanes };
      });
    },
    setSecondZone(zone) {
      setZones(zone.kind === 'utc' ? [] : [zone, ...store.getState().moreZones]);
    },
    setZones,
    setTheme(theme) {
      keepPreference('theme', theme);
      set({ theme });
    },
    openRightTab(rightTab) {
      set({ rightTab });
    },
    openBottomTab(bottomTab) {
      set({ bottomTab });
    },
    showKeys(keysShown) {
      set({ keysShown });
    },
  };
}
