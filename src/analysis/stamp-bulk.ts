import { type Instant, MS_PER_DAY } from '../time/instant.ts';

/** A run of records on the axis; `[first, last]` closed. */
export interface InstantRun {
  readonly first: Instant;
  readonly last: Instant;
  readonly records: number;
}

/** Closed span of the stamps that are taken at their word. */
export interface StampWindow {
  readonly from: Instant;
  readonly to: Instant;
}

/** No cluster log is older, and none is from the future. */
const PLAUSIBLE: StampWindow = {
  from: Date.UTC(1990, 0, 1) as Instant,
  to: Date.UTC(2100, 0, 1) as Instant,
};
const ISLAND_GAP_MS = 400 * MS_PER_DAY;
/** An island with at least this share of a source's records makes outliers of all others. */
const BULK_SHARE = 0.9;

/**
 * Where the stamps of a source lie. Outside it a stamp is an outlier: it is listed, but has no place on the axis.
 * Outliers are stamps before 1990 or after 2100, and stamps more than 400 days away from an unbroken stretch that holds at
 * least nine tenths of the source's records. A log that really spans years has no such islands and loses nothing.
 */
export function stampWindowOf(runs: readonly InstantRun[]): StampWindow {
  const plausible = runs
    .filter((run) => run.first >= PLAUSIBLE.from && run.last <= PLAUSIBLE.to)
    .sort((a, b) => a.first - b.first);
  let total = 0;
  let bulk = { from: PLAUSIBLE.from, to: PLAUSIBLE.to, records: 0 };
  let island: typeof bulk | null = null;
  let islands = 0;
  for (const run of plausible) {
    total += run.records;
    if (island === null || run.first - island.to > ISLAND_GAP_MS) {
      island = { from: run.first, to: run.last, records: 0 };
      islands++;
    }
    island.records += run.records;
    if (run.last > island.to) island.to = run.last;
    if (island.records > bulk.records) bulk = island;
  }
  if (islands < 2 || bulk.records < total * BULK_SHARE) return PLAUSIBLE;
  return { from: bulk.from, to: bulk.to };
}

export function isInside(window: StampWindow, time: number): boolean {
  return time >= window.from && time <= window.to;
}
