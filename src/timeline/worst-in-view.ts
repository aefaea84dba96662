import { worstFamilyInView } from './culling.ts';
import type { Lane } from './lane.ts';
import { FAMILY_RANK, type StateFamily } from './state-family.ts';
import type { Viewport } from './viewport.ts';

/**
 * The worst trouble in view by lane key, that of what lies under a lane included; lanes without trouble are missing.
 * `lanes` is depth first. O(intervals in view).
 */
export function worstInView(lanes: readonly Lane[], view: Viewport): Map<string, StateFamily> {
  const worst = new Map<string, StateFamily>();
  const take = (key: string, family: StateFamily) => {
    const known = worst.get(key);
    if (known === undefined || FAMILY_RANK[family] < FAMILY_RANK[known]) worst.set(key, family);
  };
  for (let i = lanes.length - 1; i >= 0; i--) {
    const lane = lanes[i]!;
    const own = worstFamilyInView(lane.intervals, view);
    if (own !== null && FAMILY_RANK[own] <= FAMILY_RANK.pending) take(lane.key, own);
    const all = worst.get(lane.key);
    if (all !== undefined && lane.parent !== null) take(lane.parent, all);
  }
  return worst;
}
