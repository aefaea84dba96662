import type { Viewport } from '../../src/timeline/viewport.ts';
import type { AppStore } from './app-store.ts';

/** A span that the reader measures, apart from what is in view. */
export interface Measure {
  /** null: nothing is measured. May have no length: one instant is marked and waits for the other. */
  readonly measured: Viewport | null;
}

export const NO_MEASURE: Measure = { measured: null };

export interface MeasureActions {
  measure(span: Viewport | null): void;
}

export function createMeasureActions(store: AppStore): MeasureActions {
  return { measure: (measured) => store.setState({ measured }) };
}
