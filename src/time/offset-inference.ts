import {
  type Instant,
  MS_PER_DAY,
  MS_PER_MINUTE,
  MS_PER_SECOND,
  type WallTime,
} from './instant.ts';
import { MAX_OFFSET_MINUTES, MIN_OFFSET_MINUTES } from './zone-text.ts';

/** One instant told twice: by the clock whose offset is sought, and in UTC. */
export interface ClockPair {
  readonly wall: WallTime;
  readonly utc: Instant;
  /** How far the two tellings may lie apart beside the offset: resolution of the stamps, delay between them. Not negative. */
  readonly toleranceMs: number;
}

/**
 * Why a pair does not count for an offset.
 * - `beyond-zones`: the difference lies outside -12:00 to +14:00, whole days included; no zone explains it. `foldedMinutes` is
 *   what would remain without the whole days, for the reader to accept or not.
 * - `no-quarter-hour`: what is left after rounding to a quarter hour exceeds the pair's tolerance or `MAX_RESIDUE_MS`.
 * - `other-offset`: a sound pair that speaks for another offset than the one inferred.
 */
export interface RejectedPair {
  readonly pair: ClockPair;
  readonly reason: 'beyond-zones' | 'no-quarter-hour' | 'other-offset';
  /** `wall - utc`. */
  readonly differenceMs: number;
  /** The difference rounded to a quarter hour and what is left of it. */
  readonly roundedMinutes: number;
  readonly residueMs: number;
  /** Only for `beyond-zones`, and null when the remainder is no quarter hour either. */
  readonly foldedMinutes: number | null;
}

interface Candidate {
  readonly offsetMinutes: number;
  readonly pairs: number;
}

interface Counts {
  /** Pairs that the result rests on. */
  readonly agreeing: number;
  /** Pairs that do not fit it, for whatever reason; all are in `rejected`. */
  readonly disagreeing: number;
  readonly rejected: readonly RejectedPair[];
}

/**
 * What pairs of stamps say about a clock's offset from UTC.
 * - `offset`: one offset fits at least four fifths of the pairs that can be weighed.
 * - `daylight-saving`: two offsets an hour apart do, each for a week or more of its own; a zone with daylight saving explains
 *   both. `changes` are the spans of UTC in which the clock was changed, after one pair and before the next, ascending.
 * - `contradictory`: there are pairs, but no offset explains them. `candidates` are the offsets that some pairs speak for.
 *
 * Confidence is 0 to 1: the share of weighed pairs that agree, times 0.9 for one agreeing pair, 0.99 for two and so on, times
 * the chance that a pair without meaning would not have come as near to a quarter hour. Pairs beyond the zones have no weight.
 */
export type OffsetInference =
  | ({
      readonly kind: 'offset';
      readonly offsetMinutes: number;
      readonly confidence: number;
    } & Counts)
  | ({
      readonly kind: 'daylight-saving';
      readonly standardMinutes: number;
      readonly daylightMinutes: number;
      readonly changes: readonly { readonly after: Instant; readonly before: Instant }[];
      readonly confidence: number;
    } & Counts)
  | ({
      readonly kind: 'contradictory';
      readonly candidates: readonly Candidate[];
    } & Counts);

/** More than this beside a quarter hour is a clock that runs wrong, whatever tolerance a pair claims. */
export const MAX_RESIDUE_MS = MS_PER_MINUTE;

const QUARTER_MS = 15 * MS_PER_MINUTE;
const NEEDED_SHARE = 0.8;
/** No zone keeps daylight saving, or pauses it, for less than a week. */
const MIN_SEASON_MS = 7 * MS_PER_DAY - MS_PER_DAY / 24;

interface Weighed {
  readonly pair: ClockPair;
  readonly differenceMs: number;
  readonly roundedMinutes: number;
  readonly residueMs: number;
}

/**
 * Infers the offset of a clock, to a quarter hour, from pairs in any order. Never shifts by days. null when there is no pair
 * of finite numbers.
 */
export function inferOffset(pairs: readonly ClockPair[]): OffsetInference | null {
  const sound: Weighed[] = [];
  const rejected: RejectedPair[] = [];
  let beyondZones = 0;
  for (const pair of pairs) {
    const differenceMs = pair.wall - pair.utc;
    if (!Number.isFinite(differenceMs)) continue;
    const weighed = { pair, ...roundToQuarter(differenceMs) };
    if (
      weighed.roundedMinutes < MIN_OFFSET_MINUTES ||
      weighed.roundedMinutes > MAX_OFFSET_MINUTES
    ) {
      beyondZones++;
      rejected.push({
        ...weighed,
        reason: 'beyond-zones',
        foldedMinutes: foldedMinutes(pair, differenceMs),
      });
    } else if (fits(pair, weighed.residueMs)) {
      sound.push(weighed);
    } else {
      rejected.push({ ...weighed, reason: 'no-quarter-hour', foldedMinutes: null });
    }
  }
  if (sound.length + rejected.length === 0) return null;

  const weight = sound.length + rejected.length - beyondZones;
  const candidates = candidatesOf(sound);
  const best = candidates[0];
  if (best !== undefined) {
    const seasons = inferSeasons(candidates, sound, rejected, weight);
    if (seasons !== null) return seasons;
    if (best.pairs >= NEEDED_SHARE * weight) {
      const { agreeing, counts } = split(sound, rejected, [best.offsetMinutes]);
      const confidence = confidenceOf(agreeing, weight);
      return { kind: 'offset', offsetMinutes: best.offsetMinutes, confidence, ...counts };
    }
  }
  return { kind: 'contradictory', candidates, ...split(sound, rejected, []).counts };
}

function inferSeasons(
  [best, second]: readonly Candidate[],
  sound: readonly Weighed[],
  rejected: readonly RejectedPair[],
  weight: number,
): OffsetInference | null {
  if (best === undefined || second === undefined) return null;
  const offsets = [best.offsetMinutes, second.offsetMinutes];
  if (Math.abs(best.offsetMinutes - second.offsetMinutes) !== 60) return null;
  if (best.pairs + second.pairs < NEEDED_SHARE * weight) return null;
  const { agreeing, counts } = split(sound, rejected, offsets);
  const changes = seasonChanges(agreeing);
  if (changes === null) return null;
  return {
    kind: 'daylight-saving',
    standardMinutes: Math.min(...offsets),
    daylightMinutes: Math.max(...offsets),
    changes,
    confidence: confidenceOf(agreeing, weight),
    ...counts,
  };
}

function roundToQuarter(differenceMs: number): Omit<Weighed, 'pair'> {
  const quarters = Math.round(differenceMs / QUARTER_MS);
  return {
    differenceMs,
    roundedMinutes: quarters * 15,
    residueMs: differenceMs - quarters * QUARTER_MS,
  };
}

function fits(pair: ClockPair, residueMs: number): boolean {
  return Math.abs(residueMs) <= Math.min(pair.toleranceMs, MAX_RESIDUE_MS);
}

/** What the difference would be without its whole days, the smaller of two ways round; null when it is no quarter hour. */
function foldedMinutes(pair: ClockPair, differenceMs: number): number | null {
  const { roundedMinutes, residueMs } = roundToQuarter(
    differenceMs - Math.round(differenceMs / MS_PER_DAY) * MS_PER_DAY,
  );
  return fits(pair, residueMs) ? roundedMinutes : null;
}

/** Offsets that sound pairs speak for, the one with the most pairs first, then the smaller. */
function candidatesOf(sound: readonly Weighed[]): Candidate[] {
  const pairsByOffset = new Map<number, number>();
  for (const { roundedMinutes } of sound) {
    pairsByOffset.set(roundedMinutes, (pairsByOffset.get(roundedMinutes) ?? 0) + 1);
  }
  return [...pairsByOffset]
    .map(([offsetMinutes, pairs]) => ({ offsetMinutes, pairs }))
    .sort((a, b) => b.pairs - a.pairs || a.offsetMinutes - b.offsetMinutes);
}

function split(
  sound: readonly Weighed[],
  rejected: readonly RejectedPair[],
  offsets: readonly number[],
): { agreeing: Weighed[]; counts: Counts } {
  const agreeing: Weighed[] = [];
  const all = [...rejected];
  for (const weighed of sound) {
    if (offsets.includes(weighed.roundedMinutes)) agreeing.push(weighed);
    else all.push({ ...weighed, reason: 'other-offset', foldedMinutes: null });
  }
  const counts = { agreeing: agreeing.length, disagreeing: all.length, rejected: all };
  return { agreeing, counts };
}

function confidenceOf(agreeing: readonly Weighed[], weight: number): number {
  const byChance = Math.min(
    ...agreeing.map(({ pair }) => {
      const tolerance = Math.min(Math.max(pair.toleranceMs, MS_PER_SECOND), MAX_RESIDUE_MS);
      return (2 * tolerance) / QUARTER_MS;
    }),
  );
  return (agreeing.length / weight) * (1 - 0.1 ** agreeing.length) * (1 - byChance);
}

/**
 * The spans in which pairs of two offsets pass from one to the other, or null when they alternate faster than seasons do.
 */
function seasonChanges(agreeing: readonly Weighed[]): { after: Instant; before: Instant }[] | null {
  const sorted = [...agreeing].sort((a, b) => a.pair.utc - b.pair.utc);
  const changes: { after: Instant; before: Instant }[] = [];
  for (let i = 1; i < sorted.length; i++) {
    const last = sorted[i - 1]!;
    const next = sorted[i]!;
    if (last.roundedMinutes === next.roundedMinutes) continue;
    const previous = changes.at(-1);
    if (last.pair.utc === next.pair.utc) return null;
    if (previous !== undefined && next.pair.utc - previous.after < MIN_SEASON_MS) return null;
    changes.push({ after: last.pair.utc, before: next.pair.utc });
  }
  return changes;
}
