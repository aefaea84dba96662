import type {
  CoverageSpan,
  EdgeBasis,
  LineRef,
  Progress,
  StateInterval,
} from '../model/incident.ts';
import { type Instant, MS_PER_MINUTE, MS_PER_SECOND } from '../time/instant.ts';
import type { Break } from './breaks.ts';
import type { ConfigValue, ConfigValues } from './config-values.ts';
import type { HeartbeatRecord } from './heartbeat-records.ts';
import { groupBy, uniqueRefs } from './order.ts';

/** SameSubnetDelay when nothing sets it, in every version (learn.microsoft.com, "SameSubnetDelay"). */
const DEFAULT_DELAY_MS = 1000;
/** SameSubnetThreshold since Windows Server 2016, the first that logs percentages; 5 before. */
const DEFAULT_PERCENT_THRESHOLD = 10;
/** Misses that no line follows up for this long have stopped. */
const QUIET_MS = MS_PER_MINUTE;
/** Several lines about one miss. */
const SAME_MISS_MS = 100;
/** Losses told this shortly after a removal belong to it. */
const AFTER_REMOVAL_MS = 10 * MS_PER_SECOND;

/** Where the observer's log stops telling: end of its coverage, stop, dark. */
export type ObserverEnd = (observer: string | null, time: Instant) => Instant;

/** One run of missed heartbeats, still open while its records are read. */
interface Miss {
  readonly records: HeartbeatRecord[];
  lost: HeartbeatRecord | null;
  /** Routes lost and not restored since. */
  readonly routes: Set<string>;
}

/**
 * Missed heartbeats by observer, peer and medium. The start is the last good beat: as a route history proves it, else
 * implied from how many beats are said to be missed; where no line says since when, the first record with an unknown basis.
 * The end is the restored route, the last one of several lost (`recovered`), the removal of the peer (`removed`), or, when the misses just stop, the last
 * record with an unknown basis. A loss that nothing ends is carried as far as the observer's log reaches.
 */
export function buildHeartbeatMisses(
  records: readonly HeartbeatRecord[],
  config: ConfigValues,
  endOf: ObserverEnd,
): StateInterval[] {
  const pairOf = ({ observer, peer, ref }: HeartbeatRecord) =>
    [observer ?? `? ${ref.source}`, peer].join('\n');
  const intervals: StateInterval[] = [];
  for (const pair of groupBy(records, pairOf).values()) {
    const media = new Set(pair.map((record) => record.medium));
    for (const medium of media) {
      const own = pair.filter(
        (record) =>
          record.medium === medium || record.kind === 'removed' || record.kind === 'joined',
      );
      for (const interval of foldPair(own, config, endOf)) intervals.push({ ...interval, medium });
    }
  }
  return intervals;
}

function foldPair(
  records: readonly HeartbeatRecord[],
  config: ConfigValues,
  endOf: ObserverEnd,
): StateInterval[] {
  const intervals: StateInterval[] = [];
  let open: Miss | null = null;
  let removedAt: Instant | null = null;
  let floor = Number.NEGATIVE_INFINITY;
  const close = (miss: Miss, end: End) => {
    const interval = toInterval(miss, end, config, floor);
    intervals.push(interval);
    floor = Math.max(interval.start ?? floor, interval.end ?? floor);
    open = null;
  };
  const closeQuiet = (miss: Miss, before: Instant | null) => {
    const last = miss.records[miss.records.length - 1]!;
    if (miss.lost === null) {
      close(miss, { time: last.time, basis: 'unknown', outcome: null, ref: null });
      return;
    }
    const reach = endOf(last.observer, last.time);
    const time = before !== null && before < reach ? before : reach;
    close(miss, { time, basis: 'carried', outcome: null, ref: null });
  };

  for (const record of records) {
    const { kind, time, ref } = record;
    const current: Miss | null = open;
    if (current !== null) {
      const last = current.records[current.records.length - 1]!;
      const isOver =
        current.lost === null
          ? time - last.time > QUIET_MS
          : endOf(last.observer, last.time) < time;
      if (isOver) closeQuiet(current, time);
    }
    switch (kind) {
      case 'missed':
      case 'lost': {
        const isAftermath = kind === 'lost' && removedAt !== null && open === null;
        if (isAftermath && (time - removedAt! <= AFTER_REMOVAL_MS || record.lastBeat === null))
          break;
        open ??= { records: [], lost: null, routes: new Set() };
        const miss: Miss = open;
        miss.records.push(record);
        if (kind === 'lost') miss.lost ??= record;
        if (kind === 'lost' && record.route !== null) miss.routes.add(record.route);
        break;
      }
      case 'restored':
        if (open !== null && isStillCut(open, record)) break;
        if (open !== null) close(open, { time, basis: 'observed', outcome: 'recovered', ref });
        removedAt = null;
        break;
      case 'removed':
        if (open !== null) close(open, { time, basis: 'observed', outcome: 'removed', ref });
        removedAt = time;
        break;
      case 'joined':
        if (open !== null) close(open, { time, basis: 'observed', outcome: 'recovered', ref });
        removedAt = null;
        break;
    }
  }
  if (open !== null) closeQuiet(open, null);
  return intervals;
}

/** Whether a route that came back leaves another one of the pair lost. */
function isStillCut(miss: Miss, { route }: HeartbeatRecord): boolean {
  if (route === null || miss.routes.size === 0) return false;
  miss.routes.delete(route);
  return miss.routes.size > 0;
}

interface End {
  readonly time: Instant;
  readonly basis: EdgeBasis;
  readonly outcome: StateInterval['outcome'];
  readonly ref: LineRef | null;
}

/** What turns beats and percentages into time. */
interface Pace {
  readonly delayMs: number;
  /** Beats until the route counts as dead; null when the logs do not say and no percentage implies a version. */
  readonly threshold: number | null;
  readonly words: string;
  readonly refs: readonly LineRef[];
}

function paceOf(first: HeartbeatRecord, config: ConfigValues): Pace {
  const delay = config.find(first.ref.source, 'SameSubnetDelay', null);
  const threshold = config.find(first.ref.source, 'SameSubnetThreshold', null);
  const assumed = first.percent === null ? null : DEFAULT_PERCENT_THRESHOLD;
  const delayMs = delay?.value ?? DEFAULT_DELAY_MS;
  const says = (value: ConfigValue | null) => (value === null ? 'default' : 'from the log');
  const thresholdWords =
    threshold === null && assumed === null
      ? ''
      : `, threshold ${threshold?.value ?? assumed} beats (${says(threshold)})`;
  return {
    delayMs,
    threshold: threshold?.value ?? assumed,
    words: `one beat every ${delayMs} ms (${says(delay)})${thresholdWords}`,
    refs: [delay, threshold].flatMap((value) => (value === null ? [] : [value.ref])),
  };
}

interface Start {
  readonly time: Instant;
  readonly basis: EdgeBasis;
  readonly reasoning: string;
}

function startOf(miss: Miss, pace: Pace, floor: number): Start {
  const first = miss.records[0]!;
  const lastBeat = miss.records.find((record) => record.lastBeat !== null)?.lastBeat ?? null;
  if (lastBeat !== null && lastBeat >= floor && lastBeat <= first.time) {
    return {
      time: lastBeat,
      basis: 'observed',
      reasoning: 'The route history shows the last beat.',
    };
  }
  const silence = silenceOf(first, pace);
  if (silence !== null) {
    const time = Math.max(first.time - silence, floor) as Instant;
    const said =
      first.beats !== null
        ? `${first.beats} beats missed`
        : `${first.percent} % of the threshold missed`;
    return {
      time,
      basis: 'implied',
      reasoning: `The last good beat: ${said} at the first record, ${pace.words}.`,
    };
  }
  return {
    time: Math.max(first.time, floor) as Instant,
    basis: 'unknown',
    reasoning: 'No record tells since when beats were missing.',
  };
}

/** How long no beat had come when the record was written. */
function silenceOf(record: HeartbeatRecord, pace: Pace): number | null {
  if (record.beats !== null) return record.beats * pace.delayMs;
  if (record.percent === null || pace.threshold === null) return null;
  return (record.percent / 100) * pace.threshold * pace.delayMs;
}

function progressOf(miss: Miss, pace: Pace): Progress[] {
  const steps: Progress[] = [];
  for (const record of miss.records) {
    const { time, beats } = record;
    const percent =
      record.percent ??
      (beats !== null && pace.threshold !== null ? (beats / pace.threshold) * 100 : null);
    if (percent === null) continue;
    const last = steps[steps.length - 1];
    if (last !== undefined && last.percent === percent && time - last.time! <= SAME_MISS_MS)
      continue;
    const remainingMs =
      pace.threshold === null
        ? null
        : Math.max(0, (1 - percent / 100) * pace.threshold * pace.delayMs);
    steps.push({ time, percent, remainingMs });
  }
  return steps;
}

function toInterval(miss: Miss, end: End, config: ConfigValues, floor: number): StateInterval {
  const first = miss.records[0]!;
  const pace = paceOf(first, config);
  const start = startOf(miss, pace, floor);
  const others = miss.records.slice(1).map((record) => record.ref);
  const name = `${first.observer ?? '?'} → ${first.peer}`;
  return {
    kind: 'heartbeat-miss',
    entity: { kind: 'link', name, writtenName: name },
    node: first.observer,
    peer: first.peer,
    medium: first.medium,
    state: miss.lost === null ? 'missed' : 'lost',
    start: start.time,
    end: end.time < start.time ? start.time : end.time,
    startBasis: start.basis,
    endBasis: end.basis,
    provisional: miss.records.some((record) => record.provisional),
    progress: progressOf(miss, pace),
    outcome: end.outcome,
    reasoning: reasonOf(start, end),
    evidence: [
      first.ref,
      ...uniqueRefs([...others, ...(end.ref === null ? [] : [end.ref]), ...pace.refs], first.ref),
    ],
    attributes: miss.lost === null ? {} : { lostAfterMs: miss.lost.time - start.time },
  };
}

function reasonOf(start: Start, end: End): string {
  if (end.basis === 'unknown') {
    return `${start.reasoning} No record tells when beats came again; the last miss ends the interval.`;
  }
  return start.reasoning;
}

/** The end of the span that holds `time`, cut at the first break after it. `spans` and `breaks` ascend. */
export function reachOf(
  time: Instant,
  spans: readonly CoverageSpan[],
  breaks: readonly Break[],
): Instant {
  const span = spans.find((one) => one.start <= time && time <= one.end);
  const cut = breaks.find((one) => one.start >= time);
  const end = span?.end ?? time;
  return cut !== undefined && cut.start < end ? cut.start : end;
}
