import { laneTitle } from './accessible-name.ts';
import type { Lane } from './lane.ts';
import { type LaneChoices, PINNED } from './lane-choices.ts';
import type { TimelineWords } from './words.ts';

/** Fewer quiet siblings are not worth a row of their own. */
const LEAST_QUIET = 2;

export interface LaneWishes {
  readonly choices: LaneChoices;
  /** Words that the name of a lane must hold, itself or its node, without regard to case; blanks part them. Empty: all lanes. */
  readonly filter: string;
  /** Lanes that fold themselves, as `quietLanes` gives them. */
  readonly quiet: ReadonlySet<string>;
}

/**
 * The lanes that the reader wants to see, depth first: pinned ones first with what lies under them, then the tree in the order chosen, without
 * what is hidden, filtered out, or of another node than the one alone; quiet siblings gathered last under a row of their own, whose key is
 * `quietKey` of their parent. Lanes that stay as they are keep their identity.
 */
export function arrangeLanes(
  lanes: readonly Lane[],
  { choices, filter, quiet }: LaneWishes,
  words: TimelineWords,
): Lane[] {
  const matches = matching(lanes, filter, words);
  const isWanted = (lane: Lane) =>
    !choices.hidden.has(lane.key) &&
    (matches === null || matches.has(lane.key)) &&
    (choices.solo === null || lane.depth > 0 || lane.key === choices.solo);
  const childrenOf = new Map<string, Lane[]>();
  const byKey = new Map<string, Lane>();
  for (const lane of lanes) {
    byKey.set(lane.key, lane);
    const parent = lane.parent ?? '';
    const siblings = childrenOf.get(parent);
    if (siblings === undefined) childrenOf.set(parent, [lane]);
    else siblings.push(lane);
  }
  const pinned = choices.pinned.flatMap((key) => byKey.get(key) ?? []);
  const isPinned = new Set(pinned.map(({ key }) => key));
  const arranged: Lane[] = [];
  const add = (lane: Lane, depth: number, parent: string | null) => {
    const place = arranged.length;
    arranged.push(lane);
    visit(lane, depth + 1);
    const hasChildren = arranged.length > place + 1;
    arranged[place] = placed(lane, depth, parent, hasChildren);
  };
  const visit = (parent: Lane | null, depth: number) => {
    const key = parent?.key ?? '';
    const children = inOrder(childrenOf.get(key) ?? [], choices.order[key]).filter(
      (lane) => isWanted(lane) && !isPinned.has(lane.key),
    );
    const calm =
      parent === null || filter.trim() !== '' ? [] : children.filter(({ key }) => quiet.has(key));
    const gathered = calm.length >= LEAST_QUIET ? new Set(calm) : null;
    for (const lane of children) {
      if (gathered?.has(lane) !== true) add(lane, depth, parent?.key ?? null);
    }
    if (gathered === null || parent === null) return;
    const row = quietLane(parent, depth, calm.length);
    arranged.push(row);
    for (const lane of calm) add(lane, depth + 1, row.key);
  };
  for (const lane of pinned) if (isWanted(lane)) add(lane, 0, null);
  visit(null, 0);
  return arranged;
}

/** Key of the row under which the quiet children of a lane are gathered. */
export function quietKey(parent: string): string {
  return `${parent}/quiet`;
}

function quietLane(parent: Lane, depth: number, count: number): Lane {
  return {
    key: quietKey(parent.key),
    kind: 'quiet',
    depth,
    parent: parent.key,
    hasChildren: true,
    name: String(count),
    writtenName: null,
    node: parent.node,
    peer: null,
    medium: null,
    source: null,
    provisional: false,
    intervals: [],
    bands: 1,
    markers: [],
    events: [],
    gaps: [],
  };
}

function placed(lane: Lane, depth: number, parent: string | null, hasChildren: boolean): Lane {
  return lane.depth === depth && lane.parent === parent && lane.hasChildren === hasChildren
    ? lane
    : { ...lane, depth, parent, hasChildren };
}

function inOrder(lanes: readonly Lane[], order: readonly string[] | undefined): readonly Lane[] {
  if (order === undefined) return lanes;
  const placeOf = new Map(order.map((key, place) => [key, place]));
  return [...lanes].sort(
    (a, b) => (placeOf.get(a.key) ?? order.length) - (placeOf.get(b.key) ?? order.length),
  );
}

/** Keys of the lanes that match, with those above and below them; null when there is no filter. */
function matching(
  lanes: readonly Lane[],
  filter: string,
  words: TimelineWords,
): ReadonlySet<string> | null {
  const wanted = filter
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '');
  if (wanted.length === 0) return null;
  const parents = new Map(lanes.map(({ key, parent }) => [key, parent]));
  const own = new Set<string>();
  const kept = new Set<string>();
  for (const lane of lanes) {
    const text = `${laneTitle(lane, words)} ${lane.writtenName ?? ''}`.toLowerCase();
    const underMatch = lane.parent !== null && own.has(lane.parent);
    if (!underMatch && !wanted.every((word) => text.includes(word))) continue;
    own.add(lane.key);
    for (let key: string | null = lane.key; key !== null; key = parents.get(key) ?? null) {
      kept.add(key);
    }
  }
  return kept;
}

/** The siblings of an arranged lane as `placeLane` wants them: the key of their parent, and their keys in the order shown. */
export function siblingsOf(
  arranged: readonly Lane[],
  key: string,
  choices: LaneChoices,
): { readonly parent: string; readonly keys: readonly string[] } | null {
  const lane = arranged.find((each) => each.key === key);
  if (lane === undefined || lane.kind === 'quiet') return null;
  const pinned = new Set(choices.pinned);
  const isPinned = pinned.has(key);
  const keys = arranged
    .filter(
      (each) =>
        each.parent === lane.parent && each.kind !== 'quiet' && pinned.has(each.key) === isPinned,
    )
    .map((each) => each.key);
  if (isPinned) return { parent: PINNED, keys };
  const above = arranged.find((each) => each.key === lane.parent);
  // Quiet lanes stand under a row that is not of the tree; their place is among their true siblings.
  return { parent: (above?.kind === 'quiet' ? above.parent : lane.parent) ?? '', keys };
}
