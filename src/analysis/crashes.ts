import { lowerBound } from '../base/binary-search.ts';
import type { FactBody } from '../model/fact.ts';
import type { LineRef, Marker } from '../model/incident.ts';
import { type Instant, MS_PER_MINUTE, MS_PER_SECOND } from '../time/instant.ts';
import { isoOf } from './iso.ts';
import { mergeAttributes } from './markers.ts';
import { groupBy, uniqueRefs } from './order.ts';
import type { PlacedFact } from './placing.ts';
import type { Sighting } from './sightings.ts';
import { byAuthority } from './tellings.ts';

/**
 * One crash of a node, put together from what was written after its reboot. None of these records stands at the time of
 * the crash; it lies in `[notBefore, notAfter]`.
 */
export interface Crash {
  readonly node: string | null;
  /** All reports, the deciding one first: bugcheck before unexpected shutdown. */
  readonly reports: readonly Sighting[];
  readonly provisional: boolean;
  /** The node's last sign of life before the gap, and the line that gives it when it is a fact. */
  readonly notBefore: Instant | null;
  readonly lifeRef: LineRef | null;
  /** The first sign of life after the reboot; null when the reports are undated. */
  readonly upAgain: Instant | null;
  /** When a survivor removed the node, if that falls into the gap. */
  readonly removed: { readonly time: Instant; readonly ref: LineRef } | null;
}

/** What the node itself shows, from all its logs on one clock; ascending. */
export interface LifeSigns {
  /** First and last record of each run without a long silence. */
  readonly runs: readonly { readonly first: Instant; readonly last: Instant }[];
  /** Dated facts, and instants that 6008 tells after the fact. */
  readonly facts: readonly {
    readonly time: Instant;
    readonly ref: LineRef;
    readonly told: boolean;
  }[];
}

/** A last sign of life that a record tells after the fact. */
export interface Alive {
  readonly time: Instant;
  readonly ref: LineRef;
  readonly provisional: boolean;
}

/** What the record at a line says so; null when it says nothing of the kind. */
export type AliveAt = (ref: LineRef) => Alive | null;

/** 41, 1001 and 6008 of one boot are written within minutes. */
const ONE_BOOT_MS = 5 * MS_PER_MINUTE;
/** The first record after a reboot is at most this much older than the reports. */
const BOOT_TO_REPORT_MS = 15 * MS_PER_MINUTE;
/** Clocks of two nodes: a removal may carry a stamp slightly before the last sign of life. */
const REMOVAL_SLACK_MS = 5 * MS_PER_SECOND;

/**
 * `reports`: sightings of kind bugcheck and unexpected-reboot. `boots`: dated boots per node. `removals`: dated node-down
 * sightings by other nodes, ascending. `signsOf`: signs of life of a node on the clock of the reports.
 */
export function buildCrashes(
  reports: readonly Sighting[],
  boots: ReadonlyMap<string, readonly Instant[]>,
  removals: readonly Marker[],
  signsOf: (node: string | null, provisional: boolean) => LifeSigns,
  aliveAt: AliveAt,
): Crash[] {
  const crashes: Crash[] = [];
  for (const group of groupReports(reports)) {
    const sorted = [...group].sort(
      (a, b) =>
        Number(b.kind === 'bugcheck') - Number(a.kind === 'bugcheck') ||
        byAuthority(a.fact, b.fact),
    );
    const { node } = sorted.find((report) => report.node !== null) ?? sorted[0]!;
    const dated = group.filter((report) => report.fact.placed.time !== null);
    const provisional = dated.some((report) => report.fact.placed.provisional);
    const alive = latestAlive(group, aliveAt);
    if (dated.length === 0) {
      crashes.push({
        node,
        reports: sorted,
        provisional: alive?.provisional ?? false,
        notBefore: alive?.time ?? null,
        lifeRef: alive?.ref ?? null,
        upAgain: null,
        removed: null,
      });
      continue;
    }
    const reported = Math.min(...dated.map((report) => report.fact.placed.time!)) as Instant;
    const signs = signsOf(node, provisional);
    const upAgain = firstSignAfter(reported, boots.get(node ?? '') ?? [], signs);
    const seen = lastSignBefore(upAgain, reported, signs);
    const isLater =
      alive !== null && alive.time <= upAgain && (seen === null || alive.time > seen.time);
    const life = isLater ? alive : seen;
    const removed = removalOf(node, provisional, life?.time ?? null, upAgain, removals);
    crashes.push({
      node,
      reports: sorted,
      provisional,
      notBefore: life?.time ?? null,
      lifeRef: life?.ref ?? null,
      upAgain,
      removed,
    });
  }
  return crashes;
}

/** The latest instant at which one of the reports itself says that the node was alive. */
function latestAlive(reports: readonly Sighting[], aliveAt: AliveAt): Alive | null {
  let latest: Alive | null = null;
  for (const { fact } of reports) {
    const alive = aliveAt(fact.ref);
    if (alive !== null && (latest === null || alive.time > latest.time)) latest = alive;
  }
  return latest;
}

/** Reports of one boot; an undated report joins a dated or undated one that names the same stop with the same addresses. */
function groupReports(reports: readonly Sighting[]): Sighting[][] {
  const groups: Sighting[][] = [];
  const byNode = groupBy(reports, (report) =>
    report.fact.placed.time === null
      ? 'undated'
      : `${report.node}\n${report.fact.placed.provisional}`,
  );
  for (const [key, own] of byNode) {
    if (key === 'undated') continue;
    const sorted = [...own].sort((a, b) => a.fact.placed.time! - b.fact.placed.time!);
    let last: Sighting[] = [];
    for (const report of sorted) {
      const previous = last[last.length - 1];
      const isNear =
        previous !== undefined &&
        report.fact.placed.time! - previous.fact.placed.time! <= ONE_BOOT_MS &&
        last.every((other) => !contradicts(other, report));
      if (isNear) last.push(report);
      else groups.push((last = [report]));
    }
  }
  for (const report of byNode.get('undated') ?? []) {
    const stop = stopIdentity(report);
    const same = groups.find((group) =>
      group.some(
        (other) => isOneRecord(other, report) || (stop !== null && stopIdentity(other) === stop),
      ),
    );
    if (same === undefined) groups.push([report]);
    else same.push(report);
  }
  return groups;
}

function isOneRecord({ fact: { ref: a } }: Sighting, { fact: { ref: b } }: Sighting): boolean {
  return a.source === b.source && a.line === b.line;
}

/** Code and parameters, when a parameter is large enough to be an address that no second crash repeats. */
function stopIdentity({ fact: { body }, attributes }: Sighting): string | null {
  if (body.type !== 'bugcheck') return null;
  const parameters = attributes.parameters as readonly string[];
  if (!parameters.some((parameter) => parameter.length > '0xffff'.length)) return null;
  return [attributes.code, ...parameters].join(' ');
}

function contradicts(a: Sighting, b: Sighting): boolean {
  return (
    a.fact.body.type === 'bugcheck' &&
    b.fact.body.type === 'bugcheck' &&
    a.attributes.code !== b.attributes.code
  );
}

function firstSignAfter(reported: Instant, boots: readonly Instant[], signs: LifeSigns): Instant {
  const earliest = reported - BOOT_TO_REPORT_MS;
  const boot = boots.find((time) => time >= earliest && time <= reported + ONE_BOOT_MS);
  const bound = boot === undefined ? reported : Math.min(boot, reported);
  const run = signs.runs[lowerBound(signs.runs.length, (i) => signs.runs[i]!.first > bound) - 1];
  const begins =
    run !== undefined && run.first >= earliest && run.last >= bound ? run.first : bound;
  return Math.min(begins, bound) as Instant;
}

function lastSignBefore(
  upAgain: Instant,
  reported: Instant,
  signs: LifeSigns,
): { time: Instant; ref: LineRef | null } | null {
  let best: { time: Instant; ref: LineRef | null } | null = null;
  const run = signs.runs[lowerBound(signs.runs.length, (i) => signs.runs[i]!.last >= upAgain) - 1];
  if (run !== undefined) best = { time: run.last, ref: null };
  const end = lowerBound(signs.facts.length, (i) => signs.facts[i]!.time >= upAgain);
  const fact = signs.facts[end - 1];
  if (fact !== undefined && fact.time < reported && (best === null || fact.time >= best.time)) {
    best = { time: fact.time, ref: fact.ref };
  }
  return best;
}

function removalOf(
  node: string | null,
  provisional: boolean,
  notBefore: Instant | null,
  upAgain: Instant,
  removals: readonly Marker[],
): Crash['removed'] {
  if (node === null || notBefore === null) return null;
  for (const { time, ref, node: removed, provisional: unsure } of removals) {
    if (time === null || removed !== node || unsure !== provisional) continue;
    if (time >= notBefore - REMOVAL_SLACK_MS && time <= upAgain) return { time, ref };
  }
  return null;
}

/**
 * The marker of a crash, at the best estimate of its instant: the removal by the survivors, else the last sign of life,
 * else nowhere. `attributes` say which, and the bounds; never the time of a report, which is written after the reboot.
 */
export function crashMarker(crash: Crash): Marker {
  const { node, reports, notBefore, upAgain, removed } = crash;
  const report = reports[0]!;
  const time = removed?.time ?? notBefore;
  const notAfter = removed?.time ?? upAgain;
  const reported = report.fact.placed.time;
  return {
    time,
    provisional: time !== null && crash.provisional,
    written: report.fact.placed.written,
    kind: report.kind,
    ref: report.fact.ref,
    alsoAt: uniqueRefs(
      reports.slice(1).map((other) => other.fact.ref),
      report.fact.ref,
    ),
    node,
    peer: null,
    entity: null,
    attributes: {
      ...mergeAttributes(reports.map((other) => other.attributes)),
      timeBasis:
        removed !== null
          ? 'survivors-removal'
          : notBefore !== null
            ? 'last-sign-of-life'
            : 'unknown',
      notBefore: notBefore === null ? null : isoOf(notBefore),
      notAfter: notAfter === null ? null : isoOf(notAfter),
      reportedAt: reported === null ? null : isoOf(reported),
    },
  };
}

/** What a report says about the stop code, for the dark interval. */
export function stopOf(crash: Crash): Extract<FactBody, { type: 'bugcheck' }> | null {
  for (const { fact } of crash.reports as readonly { fact: PlacedFact }[]) {
    if (fact.body.type === 'bugcheck') return fact.body;
  }
  return null;
}
