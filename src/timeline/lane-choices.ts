/** What the reader has chosen to see of the lanes. Lanes are named by their keys; keys of lanes that are not there have no effect. */
export interface LaneChoices {
  /** Hidden with all that lies under them. */
  readonly hidden: ReadonlySet<string>;
  /** Shown above all others, in this order. */
  readonly pinned: readonly string[];
  /** The only node that is shown; null: all are. */
  readonly solo: string | null;
  /** By the key of the parent (`''` for the nodes): its children in the order wanted. Those it does not name follow as they come. */
  readonly order: Readonly<Record<string, readonly string[]>>;
}

export const NO_CHOICES: LaneChoices = { hidden: new Set(), pinned: [], solo: null, order: {} };

export function hideLane(choices: LaneChoices, key: string): LaneChoices {
  if (choices.hidden.has(key)) return choices;
  return { ...choices, hidden: new Set([...choices.hidden, key]) };
}

/** Shows one hidden lane again, or all. */
export function showLane(choices: LaneChoices, key: string | null): LaneChoices {
  if (choices.hidden.size === 0) return choices;
  return {
    ...choices,
    hidden: new Set(key === null ? [] : [...choices.hidden].filter((other) => other !== key)),
  };
}

export function togglePinned(choices: LaneChoices, key: string): LaneChoices {
  const others = choices.pinned.filter((other) => other !== key);
  return {
    ...choices,
    pinned: others.length < choices.pinned.length ? others : [...others, key],
  };
}

/** Shows only this node; the same node again, or null, shows all. */
export function soloNode(choices: LaneChoices, key: string | null): LaneChoices {
  return { ...choices, solo: choices.solo === key ? null : key };
}

/**
 * Puts a lane before another of its siblings, or last for null. `siblings` are the keys of all children of `parent` in the order
 * shown, pinned ones for a parent of `PINNED`. The same choices when nothing moves.
 */
export function placeLane(
  choices: LaneChoices,
  parent: string,
  siblings: readonly string[],
  key: string,
  before: string | null,
): LaneChoices {
  if (key === before || !siblings.includes(key)) return choices;
  const others = siblings.filter((other) => other !== key);
  const at = before === null ? others.length : others.indexOf(before);
  if (at === -1) return choices;
  const placed = [...others.slice(0, at), key, ...others.slice(at)];
  if (placed.every((other, i) => other === siblings[i])) return choices;
  return parent === PINNED
    ? { ...choices, pinned: placed }
    : { ...choices, order: { ...choices.order, [parent]: placed } };
}

/** Stands for the parent of pinned lanes. */
export const PINNED = 'pinned';

/** Moves a lane one place up (-1) or down (1) among its siblings; the same choices at the end. */
export function moveLane(
  choices: LaneChoices,
  parent: string,
  siblings: readonly string[],
  key: string,
  by: -1 | 1,
): LaneChoices {
  const at = siblings.indexOf(key);
  const to = at + by;
  if (at === -1 || to < 0 || to >= siblings.length) return choices;
  return placeLane(choices, parent, siblings, key, siblings[by === -1 ? to : to + 1] ?? null);
}
