import { Clock } from '../model/clock.ts';
import type { Fact, SourceEvidence } from '../model/evidence.ts';
import type { FactBody } from '../model/fact.ts';
import type { LineRef, Placed } from '../model/incident.ts';
import { placeWall } from '../time/apply-time-base.ts';
import { type Instant, MS_PER_MINUTE, type WallTime } from '../time/instant.ts';
import type { ZoneRule } from '../time/time-base.ts';
import { type InstantRun, isInside, type StampWindow, stampWindowOf } from './stamp-bulk.ts';
import { createDater } from './wall-dates.ts';

/** A fact with its instant and the node that wrote it. */
export interface PlacedFact<Body extends FactBody = FactBody> {
  readonly body: Body;
  readonly placed: Placed;
  readonly ref: LineRef;
  /** Position of the fact in the facts of its source. */
  readonly index: number;
  /** Position of the source among all sources by path: orders facts independently of the order of intake. */
  readonly rank: number;
  readonly format: string;
  readonly channel: string | undefined;
  readonly writer: string | null;
}

export interface PlacedSource {
  readonly facts: readonly PlacedFact[];
  /** Runs of records on the axis, outliers left out, ascending. */
  readonly runs: readonly InstantRun[];
  readonly provisional: boolean;
  /** Facts whose stamp is too far from all others of the source to be drawn. */
  readonly outliers: readonly LineRef[];
}

/** Threads may write this much behind one another. */
const INTERLEAVE_MS = MS_PER_MINUTE;

/** Puts one source on the axis. `writerOf` names the node that wrote a record. */
export function placeSource(
  { source, facts, coverage }: SourceEvidence,
  rank: number,
  rule: ZoneRule,
  date: string | undefined,
  writerOf: (computer: string | undefined) => string | null,
): PlacedSource {
  const toInstant = (clock: number, time: number): Instant =>
    clock === Clock.Utc ? (time as Instant) : placeWall(rule, time as WallTime).instant;
  const allRuns = coverage.map((run) => ({
    first: toInstant(run.clock, run.first),
    last: toInstant(run.clock, run.last),
    records: run.records,
  }));
  const window = stampWindowOf(allRuns);
  const outliers: LineRef[] = [];
  const times = placeInFileOrder(facts, rule, createDater(date));
  const placedFacts = facts.map((fact, index): PlacedFact => {
    const ref: LineRef = { source: source.id, line: fact.line };
    let placed = times[index]!;
    if (placed.time !== null && !isInside(window, placed.time)) {
      outliers.push(ref);
      placed = { time: null, provisional: placed.provisional, written: placed.written };
    }
    return {
      body: fact.body,
      placed,
      ref,
      index,
      rank,
      format: source.format,
      channel: fact.channel,
      writer: writerOf(fact.computer),
    };
  });
  return {
    facts: placedFacts,
    runs: runsInside(allRuns, window),
    provisional:
      placeWall(rule, 0 as WallTime).provisional &&
      coverage.some((run) => run.clock === Clock.Wall),
    outliers,
  };
}

function runsInside(runs: readonly InstantRun[], window: StampWindow): InstantRun[] {
  return runs
    .filter(
      (run) => run.last >= run.first && isInside(window, run.first) && isInside(window, run.last),
    )
    .sort((a, b) => a.first - b.first || a.last - b.last);
}

/**
 * Instants of a source's facts. A wall time in a daylight-saving overlap is the later of its two instants when the file,
 * read in its own direction, has already passed the earlier one; it is then marked `overlap` without an alternative.
 */
function placeInFileOrder(
  facts: readonly Fact[],
  rule: ZoneRule,
  dateOf: (fact: Fact) => WallTime | null,
): Placed[] {
  const placed = facts.map((fact): Placed => {
    const { written } = fact;
    if (fact.clock === Clock.Utc)
      return { time: fact.time as Instant, provisional: false, written };
    const wall = fact.clock === Clock.Wall ? (fact.time as WallTime) : dateOf(fact);
    if (wall === null) return { time: null, provisional: false, written };
    const { instant, dst, alternative, provisional } = placeWall(rule, wall);
    return {
      time: instant,
      provisional,
      written,
      ...(dst === undefined ? {} : { dst }),
      ...(alternative === undefined ? {} : { alternative }),
    };
  });
  if (placed.some((item) => item.alternative !== undefined)) resolveOverlaps(placed);
  return placed;
}

function resolveOverlaps(placed: Placed[]): void {
  const newestFirst = isNewestFirst(placed);
  const step = newestFirst ? -1 : 1;
  let reached: Instant | null = null;
  for (let i = newestFirst ? placed.length - 1 : 0; i >= 0 && i < placed.length; i += step) {
    const item = placed[i]!;
    if (item.time === null) continue;
    if (item.alternative !== undefined && reached !== null) {
      const passed = item.time < reached - INTERLEAVE_MS;
      if (passed && item.alternative >= reached - INTERLEAVE_MS) {
        const { alternative, ...rest } = item;
        placed[i] = { ...rest, time: alternative };
      }
    }
    const time = placed[i]!.time!;
    if (reached === null || time > reached) reached = time;
  }
}

/** Exports of the Event Viewer begin with the newest entry. */
function isNewestFirst(placed: readonly Placed[]): boolean {
  let rising = 0;
  let falling = 0;
  let last: number | null = null;
  for (const { time } of placed) {
    if (time === null) continue;
    if (last !== null && time > last) rising++;
    if (last !== null && time < last) falling++;
    last = time;
  }
  return falling > rising;
}

/** Facts of one type, in the order given. */
export function ofType<Type extends FactBody['type']>(
  facts: readonly PlacedFact[],
  type: Type,
): PlacedFact<Extract<FactBody, { type: Type }>>[] {
  return facts.filter(
    (fact): fact is PlacedFact<Extract<FactBody, { type: Type }>> => fact.body.type === type,
  );
}
