import { createStore, type StoreApi } from 'zustand/vanilla';
import { NO_SETTINGS } from '../../src/model/settings.ts';
import { type Evidence, NO_EVIDENCE } from './evidence-slice.ts';
import { type Lanes, startLanes } from './lanes-slice.ts';
import { type Measure, NO_MEASURE } from './measure-slice.ts';
import { NO_PLACES, type Places } from './places-slice.ts';
import { readPreference } from './preferences.ts';
import { NO_SEARCH, type SearchState } from './search-slice.ts';
import type { Corrections } from './settings-slice.ts';
import { START_TABLES, type Tables } from './tables-slice.ts';
import type { View } from './view-slice.ts';
import { readZonePreference } from './zone-preference.ts';

/** The one store: what the engine told, what the reader corrected, where the reader stands, what is searched for. */
export type AppState = Evidence &
  Corrections &
  View &
  SearchState &
  Places &
  Tables &
  Lanes &
  Measure;
export type AppStore = StoreApi<AppState>;

export function createAppStore(): AppStore {
  return createStore<AppState>(() => ({
    ...NO_EVIDENCE,
    ...START_TABLES,
    settings: NO_SETTINGS,
    encodingsFound: {},
    viewport: null,
    back: [],
    forward: [],
    ...readZonePreference(),
    theme: preferredTheme(),
    selection: null,
    rawAt: null,
    foldedLanes: new Set(),
    rightTab: 'findings',
    bottomTab: 'events',
    keysShown: false,
    ...NO_SEARCH,
    ...NO_MEASURE,
    ...startLanes(),
    ...NO_PLACES,
  }));
}

function preferredTheme(): View['theme'] {
  const kept = readPreference('theme');
  if (kept === 'dark' || kept === 'light') return kept;
  return matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark';
}
