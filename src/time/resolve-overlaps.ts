import { MS_PER_MINUTE, type WallTime } from './instant.ts';
import type { ZoneRule } from './time-base.ts';
import { instantsOf } from './zone.ts';

/** The wall times of one file as instants. */
export interface ResolvedWalls {
  /** One instant a wall time, as `placeWall` gives it but for the `resolved` ones. NaN stays NaN. */
  readonly instants: Float64Array<ArrayBuffer>;
  /** Indices of the wall times in an overlap whose pass the order tells, ascending; their instant is that pass's. */
  readonly resolved: readonly number[];
  /** Indices of those for which it does not, ascending; their instant is the earlier one. */
  readonly ambiguous: readonly number[];
}

/** Records of one file lie this far out of order without anything being wrong. */
const DISORDER_MS = MS_PER_MINUTE;

/** A dated wall time with its instant, or its two in an overlap. */
interface Candidate {
  readonly index: number;
  readonly earlier: number;
  /** Equal to `earlier` outside of overlaps. */
  readonly later: number;
}

/**
 * Tells the two passes of an overlap apart by the order in the file. `walls` are in file order, oldest first (hand over an
 * export that is newest first in reverse); undated records are NaN.
 *
 * A log goes forward, so a step backwards by half the overlap's length or more is the clock being set back: up to it runs the
 * first pass, from it the second. Records up to a minute out of order around the step, or around the overlap's edges, find
 * their pass too. A stretch without such a step stays ambiguous, and so does one with more of them than one change explains.
 */
export function resolveOverlaps(walls: ArrayLike<number>, rule: ZoneRule): ResolvedWalls {
  const result = {
    instants: new Float64Array(walls.length),
    resolved: [] as number[],
    ambiguous: [] as number[],
  };
  let run: Candidate[] = [];
  for (let index = 0; index < walls.length; index++) {
    const candidate = candidateOf(index, walls[index]! as WallTime, rule);
    result.instants[index] = candidate.earlier;
    if (Number.isNaN(candidate.earlier)) continue;
    run.push(candidate);
    if (candidate.later === candidate.earlier) {
      settle(run, result);
      run = [candidate];
    }
  }
  settle(run, result);
  return result;
}

function candidateOf(index: number, wall: WallTime, rule: ZoneRule): Candidate {
  const reading = instantsOf(rule, wall);
  switch (reading.kind) {
    case 'exact':
      return { index, earlier: reading.instant, later: reading.instant };
    case 'gap':
      return { index, earlier: reading.shifted, later: reading.shifted };
    case 'overlap':
      return { index, earlier: reading.earlier, later: reading.later };
  }
}

interface Passes {
  readonly instants: Float64Array;
  readonly resolved: number[];
  readonly ambiguous: number[];
}

/** Contradictions with the order in the best reading that has an item in its first or in its second pass. */
type Fewest = readonly [firstPass: number, secondPass: number];

/** Decides a run of wall times in overlaps, with the unambiguous ones before and behind it, if any. */
function settle(run: readonly Candidate[], { instants, resolved, ambiguous }: Passes): void {
  if (!run.some(({ earlier, later }) => later > earlier)) return;
  const behind = fewestBehind(run);
  const least = Math.min(...behind[0]!);
  let before: Fewest = [0, 0];
  run.forEach(({ index, earlier, later }, i) => {
    if (i > 0) {
      const [a, b, c, d] = contradictions(run[i - 1]!, run[i]!);
      before = [Math.min(before[0] + a, before[1] + c), Math.min(before[0] + b, before[1] + d)];
    }
    if (later === earlier) return;
    const first = before[0] + behind[i]![0];
    const second = before[1] + behind[i]![1];
    const told = least === 0 && first !== second;
    (told ? resolved : ambiguous).push(index);
    if (told && second === 0) instants[index] = later;
  });
}

/** For each item, the fewest contradictions among it and the items behind it. */
function fewestBehind(run: readonly Candidate[]): Fewest[] {
  const behind: Fewest[] = [];
  let next: Fewest = [0, 0];
  for (let i = run.length - 1; i >= 0; i--) {
    const follower = run[i + 1];
    if (follower !== undefined) {
      const [a, b, c, d] = contradictions(run[i]!, follower);
      next = [Math.min(a + next[0], b + next[1]), Math.min(c + next[0], d + next[1])];
    }
    behind[i] = next;
  }
  return behind;
}

type Contradictions = readonly [number, number, number, number];
const NOTHING_TOLD: Contradictions = [0, 0, 0, 0];

/**
 * Which readings of two neighbours contradict the order, 1 each: both first pass, first then second, second then first, both
 * second. All 0 where every reading does: a new section of the file begins there, which tells nothing.
 */
function contradictions(before: Candidate, after: Candidate): Contradictions {
  const half = Math.max(before.later - before.earlier, after.later - after.earlier) / 2;
  const bothOverlap = before.later > before.earlier && after.later > after.earlier;
  const sameSlack = bothOverlap ? half : DISORDER_MS;
  const found: Contradictions = [
    before.earlier - after.earlier > sameSlack ? 1 : 0,
    before.earlier - after.later > DISORDER_MS ? 1 : 0,
    before.later - after.earlier > DISORDER_MS ? 1 : 0,
    before.later - after.later > sameSlack ? 1 : 0,
  ];
  return found.includes(0) ? found : NOTHING_TOLD;
}
