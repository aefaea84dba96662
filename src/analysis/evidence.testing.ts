import { Clock } from '../model/clock.ts';
import type { Fact, SourceEvidence } from '../model/evidence.ts';
import type { FactBody } from '../model/fact.ts';
import { COVERAGE_SILENCE_MS, type CoverageRun } from '../model/segment.ts';
import type { Basis, Source, SourceId } from '../model/source.ts';
import type { Instant } from '../time/instant.ts';
import { UNKNOWN_TIME_BASE, type ZoneRule } from '../time/time-base.ts';

/** The day on which times without a date fall. */
export const DAY = '2026-03-04';

/** `20:24:36.365` on `DAY`, or a whole ISO stamp, as an instant. */
export function at(time: string): Instant {
  const iso = time.includes('T') ? time : `${DAY}T${time}`;
  return Date.parse(iso.endsWith('Z') ? iso : `${iso}Z`) as Instant;
}

/** One record: when, and what it means; `body` null is a record without facts. */
export interface Line {
  readonly time: string | null;
  readonly body: FactBody | null;
  readonly channel?: string;
  readonly computer?: string;
  readonly clock?: Clock;
}

export function line(
  time: string | null,
  body: FactBody | null = null,
  more: Pick<Line, 'channel' | 'computer' | 'clock'> = {},
): Line {
  return { time, body, ...more };
}

interface About {
  readonly id?: string;
  readonly format?: string;
  readonly node?: string;
  readonly nodeBasis?: Basis;
  readonly rule?: ZoneRule;
  readonly ruleBasis?: 'declared' | 'inferred' | 'default';
}

/** A cluster.log in UTC unless `about` says otherwise; line numbers count from 1. */
export function log(path: string, about: About, lines: readonly Line[]): SourceEvidence {
  const facts: Fact[] = [];
  lines.forEach(({ time, body, channel, computer, clock }, i) => {
    if (body === null) return;
    facts.push({
      line: i + 1,
      written: time ?? '',
      time: time === null ? 0 : timeOf(time, clock),
      clock: time === null ? Clock.Undated : (clock ?? Clock.Wall),
      ...(channel === undefined ? {} : { channel }),
      ...(computer === undefined ? {} : { computer }),
      body,
    });
  });
  return { source: sourceOf(path, about, lines.length), facts, coverage: runsOf(lines) };
}

function timeOf(time: string, clock: Clock | undefined): number {
  return clock === Clock.TimeOfDay ? at(`1970-01-01T${time}`) : at(time);
}

function runsOf(lines: readonly Line[]): CoverageRun[] {
  const times = lines
    .filter(({ time, clock }) => time !== null && (clock ?? Clock.Wall) === Clock.Wall)
    .map(({ time }) => at(time!))
    .sort((a, b) => a - b);
  const runs: { clock: 1; first: number; last: number; records: number }[] = [];
  for (const time of times) {
    const run = runs[runs.length - 1];
    if (run === undefined || time - run.last > COVERAGE_SILENCE_MS) {
      runs.push({ clock: Clock.Wall, first: time, last: time, records: 1 });
    } else {
      run.last = time;
      run.records++;
    }
  }
  return runs;
}

function sourceOf(path: string, about: About, lines: number): Source {
  const { node = null, rule = { kind: 'utc' }, ruleBasis = 'default' } = about;
  return {
    id: (about.id ?? 's1') as SourceId,
    path,
    format: about.format ?? 'wsfc-cluster-log',
    encoding: 'utf-8',
    encodingBasis: 'ascii',
    node: {
      name: node,
      basis: about.nodeBasis ?? (node === null ? 'default' : 'declared'),
      evidence: [],
    },
    timeBase:
      rule.kind === 'unknown'
        ? UNKNOWN_TIME_BASE
        : { rule, basis: ruleBasis, confidence: 1, evidence: [] },
    bytes: lines * 100,
    lines,
    records: lines,
    undated: 0,
    tally: { entries: lines, continuations: 0, sections: 0, blanks: 0, problems: 0 },
    levels: { critical: 0, error: 0, warning: 0, info: lines, debug: 0 },
    problems: [],
    problemCount: 0,
  };
}

export function step(name: string, from: string, to: string, announced = false): FactBody {
  const entity = { kind: 'resource', name } as const;
  return { type: 'transition', entity, from, to, ...(announced ? { announced } : {}) };
}

export function service(
  state: Extract<FactBody, { type: 'service' }>['state'],
  name = 'clussvc',
): FactBody {
  return { type: 'service', service: name, state, node: null };
}

export function view(
  members: number[],
  changed: { joiners?: number[]; downers?: number[] },
): FactBody {
  return { type: 'view', members, joiners: changed.joiners ?? [], downers: changed.downers ?? [] };
}

export function isNode(
  self: boolean,
  node: { name?: string; id?: number; address?: string },
): FactBody {
  return { type: 'node-identity', self, node };
}
