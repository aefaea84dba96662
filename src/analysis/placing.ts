import { Clock } from '../model/clock.ts';
import type { Fact, SourceEvidence } from '../model/evidence.ts';
import type { FactBody } from '../model/fact.ts';
import type { LineRef, Placed } from '../model/incident.ts';
import { COVERAGE_SILENCE_MS } from '../model/segment.ts';
import { placeWall } from '../time/apply-time-base.ts';
import type { Instant, WallTime } from '../time/instant.ts';
import { resolveOverlaps } from '../time/resolve-overlaps.ts';
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
  /** The instant that the body itself tells beside the stamp: last sign of life, last beat. */
  readonly told: Instant | null;
}

export interface PlacedSource {
  readonly facts: readonly PlacedFact[];
  /** Runs of records on the axis, outliers left out, ascending. */
  readonly runs: readonly InstantRun[];
  readonly provisional: boolean;
  /** Facts whose stamp is too far from all others of the source to be drawn. */
  readonly outliers: readonly LineRef[];
}

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
  const times = placeInFileOrder(facts, rule, createDater(date), source.format);
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
      told: toldInstant(fact.body, toInstant),
    };
  });
  return {
    facts: placedFacts,
    runs: allRuns.length > 0 ? runsInside(allRuns, window) : runsOfFacts(placedFacts),
    provisional:
      placedFacts.some((fact) => fact.placed.provisional) ||
      (placeWall(rule, 0 as WallTime).provisional &&
        coverage.some((run) => run.clock === Clock.Wall)),
    outliers,
  };
}

/** Runs of a source whose records had no date until the reader gave one: its dated facts stand for its records. */
function runsOfFacts(facts: readonly PlacedFact[]): InstantRun[] {
  const times = facts
    .flatMap(({ placed }) => (placed.time === null ? [] : [placed.time]))
    .sort((a, b) => a - b);
  const runs: { first: Instant; last: Instant; records: number }[] = [];
  for (const time of times) {
    const run = runs[runs.length - 1];
    if (run === undefined || time - run.last > COVERAGE_SILENCE_MS) {
      runs.push({ first: time, last: time, records: 1 });
    } else {
      run.last = time;
      run.records++;
    }
  }
  return runs;
}

function toldInstant(
  body: FactBody,
  toInstant: (clock: number, time: number) => Instant,
): Instant | null {
  if (body.type === 'alive' && (body.clock === Clock.Wall || body.clock === Clock.Utc)) {
    return toInstant(body.clock, body.at);
  }
  if (body.type === 'link' && body.lastBeat !== undefined)
    return toInstant(Clock.Wall, body.lastBeat);
  return null;
}

function runsInside(runs: readonly InstantRun[], window: StampWindow): InstantRun[] {
  return runs
    .filter(
      (run) => run.last >= run.first && isInside(window, run.first) && isInside(window, run.last),
    )
    .sort((a, b) => a.first - b.first || a.last - b.last);
}

/**
 * Instants of a source's facts. In a daylight-saving overlap the order of the file decides where it can: such a fact is
 * marked `overlap` without an alternative.
 */
function placeInFileOrder(
  facts: readonly Fact[],
  rule: ZoneRule,
  dateOf: (fact: Fact) => WallTime | null,
  format: string,
): Placed[] {
  const walls = facts.map((fact) =>
    fact.clock === Clock.Wall ? fact.time : (dateOf(fact) ?? Number.NaN),
  );
  const placed = facts.map((fact, index): Placed => {
    const { written } = fact;
    if (fact.clock === Clock.Utc)
      return { time: fact.time as Instant, provisional: false, written };
    const wall = walls[index] as WallTime;
    if (!Number.isFinite(wall)) return { time: null, provisional: false, written };
    const { instant, provisional, dst, alternative } = placeWall(rule, wall);
    // Nearly all: an object literal of one shape is many times cheaper than a spread.
    if (dst === undefined) return { time: instant, provisional, written };
    return alternative === undefined
      ? { time: instant, provisional, written, dst }
      : { time: instant, provisional, written, dst, alternative };
  });
  return placed.some((item) => item.alternative !== undefined)
    ? withOverlapsResolved(placed, walls, rule, isNewestFirst(walls, format))
    : placed;
}

function withOverlapsResolved(
  placed: readonly Placed[],
  walls: readonly number[],
  rule: ZoneRule,
  newestFirst: boolean,
): Placed[] {
  const { instants, resolved } = resolveOverlaps(newestFirst ? walls.toReversed() : walls, rule);
  const settled = [...placed];
  for (const at of resolved) {
    const index = newestFirst ? placed.length - 1 - at : at;
    const { alternative: _, ...rest } = placed[index]!;
    settled[index] = { ...rest, time: instants[at]! as Instant };
  }
  return settled;
}

/** Exports of the Event Viewer begin with the newest entry; a log that a service writes goes forward, whatever its clock does. */
export function isNewestFirst(
  walls: ArrayLike<number> & Iterable<number>,
  format: string,
): boolean {
  if (format !== 'windows-event-text') return false;
  let rising = 0;
  let falling = 0;
  let last = Number.NaN;
  for (const wall of walls) {
    if (Number.isNaN(wall)) continue;
    if (wall > last) rising++;
    if (wall < last) falling++;
    last = wall;
  }
  return falling > rising;
}

/** `item` with the place of a fact. A spread only for the rare doubt about daylight saving: it costs more than all else. */
export function withPlace<T extends object>(
  placed: Placed,
  make: (time: Placed['time'], provisional: boolean, written: string) => T,
): T & Pick<Placed, 'dst' | 'alternative'> {
  const item = make(placed.time, placed.provisional, placed.written);
  if (placed.dst === undefined) return item;
  return {
    ...item,
    dst: placed.dst,
    ...(placed.alternative === undefined ? {} : { alternative: placed.alternative }),
  };
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
