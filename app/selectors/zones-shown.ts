import type { ZoneRule } from '../../src/time/time-base.ts';
import { hasOwnRuler } from '../../src/timeline/ticks.ts';
import type { View } from '../store/view-slice.ts';
import { memoizeLast } from './memoize-last.ts';

const together = memoizeLast((second: ZoneRule, more: readonly ZoneRule[]): readonly ZoneRule[] =>
  [second, ...more].filter(hasOwnRuler),
);

/** The zones that have a ruler under UTC, in their order. */
export function selectZones(state: Pick<View, 'secondZone' | 'moreZones'>): readonly ZoneRule[] {
  return together(state.secondZone, state.moreZones);
}
