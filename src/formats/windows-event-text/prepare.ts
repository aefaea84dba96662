import type { NodeClaim } from '../../model/source.ts';
import { type EvidenceLine, type TimeBase, UNKNOWN_TIME_BASE } from '../../time/time-base.ts';
import type { Head, Preparation } from '../format.ts';
import {
  type DateOrderRuling,
  type DateSample,
  dumpDayOf,
  offsetMinutesBetween,
  settleDateOrder,
} from '../windows-events/date-order.ts';
import { wallTimeOf } from '../windows-events/written-date.ts';
import type { Entry } from './entry.ts';
import { dateOrderOf } from './labels.ts';
import { findLayout, type Layout, LOOSE } from './layout.ts';
import { type CopiedEvent, readEntry } from './read-entry.ts';
import { splitEntries } from './split-entries.ts';

/** What the head tells about the whole source; plain JSON. */
export interface EventTextDialect {
  readonly layout: Layout;
  readonly order: DateOrderRuling;
  /** True when a stamp ends in Z and no XML of the source proves that it is UTC. */
  readonly unprovenUtc: boolean;
}

interface HeadEvent {
  readonly entry: Entry;
  readonly event: CopiedEvent;
}

const MAX_EVIDENCE = 5;
const MAX_EVIDENCE_CHARS = 500;

/** Settles layout, order of dates, node and time base of a source from its head. */
export function prepareEventText(head: Head): Preparation & { readonly dialect: EventTextDialect } {
  const layout = findLayout(head.lines) ?? LOOSE;
  const events = splitEntries(head.lines, layout).entries.map((entry) => ({
    entry,
    event: readEntry(entry),
  }));
  const order = settleDateOrder(samplesOf(events, head.lines), labelOrder(events));
  const unprovenUtc =
    events.some(({ event }) => event.date?.offsetMinutes === 0 && event.utc === null) &&
    !events.some(({ event }) => event.utc !== null);
  return {
    node: nodeOf(events, head),
    timeBase: timeBaseOf(events, order, unprovenUtc, head.lines),
    dialect: { layout, order, unprovenUtc },
  };
}

function evidenceAt(lines: readonly string[], at: number): EvidenceLine {
  return { line: at + 1, text: (lines[at] ?? '').slice(0, MAX_EVIDENCE_CHARS) };
}

function samplesOf(events: readonly HeadEvent[], lines: readonly string[]): DateSample[] {
  return events.flatMap(({ event }) =>
    event.date === null
      ? []
      : [
          {
            date: event.date,
            evidence: evidenceAt(lines, event.writtenLine),
            utc: event.utc,
            dumpDay: dumpDayOf(event.message),
          },
        ],
  );
}

/** The order of the labels' language, when all headers agree on one; English has none. */
function labelOrder(events: readonly HeadEvent[]) {
  const orders = new Set(
    events.flatMap(({ entry }) => (entry.languages === null ? [] : [dateOrderOf(entry.languages)])),
  );
  const [order = null] = orders;
  return orders.size === 1 ? order : null;
}

/**
 * The node when all computers named are one. Several: left open, each record carries its own. None: a file name of the
 * shape `NODE_System.txt` is a hint.
 */
function nodeOf(events: readonly HeadEvent[], head: Head): NodeClaim {
  const named = events.filter(({ event }) => event.computer !== '');
  const first = named[0];
  const computers = new Set(named.map(({ event }) => shortName(event.computer)));
  if (first && computers.size === 1) {
    const longest = named.reduce((best, next) =>
      next.event.computer.length > best.event.computer.length ? next : best,
    );
    const line = lineNaming(first, head.lines);
    return {
      name: longest.event.computer,
      basis: 'declared',
      evidence: [evidenceAt(head.lines, line)],
    };
  }
  const fromFile = computers.size === 0 ? FILE_NAME.exec(head.fileName)?.[1] : undefined;
  if (
    fromFile !== undefined &&
    !/^(?:windows|events?|copied|export|my|the|all|logs?)$/i.test(fromFile)
  ) {
    return { name: fromFile, basis: 'inferred', evidence: [{ line: 0, text: head.fileName }] };
  }
  return { name: null, basis: 'default', evidence: [] };
}

/** `NODE_System.txt`, `NODE-evt_Application.txt`: a NetBIOS name, then the log. */
const FILE_NAME =
  /^([A-Za-z0-9](?:[A-Za-z0-9-]{0,13}[A-Za-z0-9])?)[_. -]{1,3}(?:evt_?|eventlog_?)?(?:system|application|security|setup|failoverclustering)[^.]*\.(?:txt|log|text)$/i;

function shortName(computer: string): string {
  return computer.split('.')[0]!.toLowerCase();
}

function lineNaming({ entry, event }: HeadEvent, lines: readonly string[]): number {
  const header = entry.header.get('computer');
  if (header && header.value !== '') return header.line;
  for (let at = entry.first; at <= entry.last; at++) {
    if (lines[at]!.includes(event.computer)) return at;
  }
  return entry.first;
}

/**
 * Copied text is in the local time of the machine that showed it, and no line says which zone that was. Events with
 * their XML prove the offset when all pairs agree; a stamp with Z only claims UTC.
 */
function timeBaseOf(
  events: readonly HeadEvent[],
  order: DateOrderRuling,
  unprovenUtc: boolean,
  lines: readonly string[],
): TimeBase {
  const pairs = events.flatMap(({ event }) => {
    const read = event.date && wallTimeOf(event.date, order.order);
    if (!read || event.utc === null || event.date?.offsetMinutes != null) return [];
    const offset = offsetMinutesBetween(read.wall, event.utc);
    return offset === null ? [] : [{ offset, event }];
  });
  const offsets = new Set(pairs.map((pair) => pair.offset));
  const evidence = pairs
    .slice(0, MAX_EVIDENCE)
    .map(({ event }) => evidenceAt(lines, event.writtenLine));
  if (offsets.size === 1) {
    return {
      rule: { kind: 'offset', offsetMinutes: pairs[0]!.offset },
      basis: 'inferred',
      confidence: pairs.length > 1 ? 0.9 : 0.8,
      evidence,
    };
  }
  if (unprovenUtc) {
    const first = events.find(({ event }) => event.date?.offsetMinutes === 0);
    const line = first ? [evidenceAt(lines, first.event.writtenLine)] : [];
    return { rule: { kind: 'utc' }, basis: 'declared', confidence: 0.5, evidence: line };
  }
  return { ...UNKNOWN_TIME_BASE, evidence };
}
