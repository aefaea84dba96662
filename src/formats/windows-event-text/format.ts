import { Clock } from '../../model/clock.ts';
import type { FactBody } from '../../model/fact.ts';
import type { SegmentBuilder } from '../../model/segment-builder.ts';
import type { WallTime } from '../../time/instant.ts';
import { isPlausibleStamp } from '../../time/plausible-stamp.ts';
import type { Claim, Head, LogFormat, ScanBytes } from '../format.ts';
import { offsetMinutesBetween } from '../windows-events/date-order.ts';
import { eventFacts } from '../windows-events/event-facts.ts';
import { ordersOf, wallTimeOf } from '../windows-events/written-date.ts';
import { claimEventText } from './claim.ts';
import type { Entry } from './entry.ts';
import { isStart, START_PROBE_CHARS } from './layout.ts';
import { type EventTextDialect, prepareEventText } from './prepare.ts';
import {
  type CopiedEvent,
  isUnreadableStamp,
  readEntry,
  stampedTime,
  toWindowsEvent,
} from './read-entry.ts';
import { splitEntries } from './split-entries.ts';

/** Bytes that hold `START_PROBE_CHARS` characters in every encoding that is scanned. */
const START_PROBE_BYTES = START_PROBE_CHARS * 4;

/** Windows events as text: copied from Event Viewer, from web pages and mails, and printed by wevtutil or PowerShell. */
export const windowsEventText: LogFormat = {
  id: 'windows-event-text',
  title: 'Windows events as text',
  versions: 'Windows 2000 and later, Event Viewer, wevtutil and PowerShell, twelve languages',
  reference:
    'Microsoft: Failover Clustering system log events; layouts from published copies of Event Viewer, wevtutil qe and Get-WinEvent output',
  componentIs: 'provider',
  claim: (head: Head): Claim => claimEventText(head),
  prepare: prepareEventText,

  isEntryStart(input: ScanBytes, start: number, end: number, dialect: unknown): boolean {
    const { layout } = dialect as EventTextDialect;
    if (layout.kind === 'loose') return false;
    return isStart(input.decode(start, Math.min(end, start + START_PROBE_BYTES)), layout);
  },

  scan(input: ScanBytes, dialect: unknown, out: SegmentBuilder, place): number {
    return new Scan(input, dialect as EventTextDialect, out, place.atSourceStart).run();
  },

  stampOf(recordText: string, dialect: unknown): string | null {
    const { layout } = dialect as EventTextDialect;
    const [entry] = splitEntries(recordText.split(/\r?\n/), layout).entries;
    return (entry && readEntry(entry).written) || null;
  },
};

class Scan {
  private readonly input: ScanBytes;
  private readonly dialect: EventTextDialect;
  private readonly out: SegmentBuilder;
  /** True while the source's one remark on its dates is still to be made. */
  private remarkDue: boolean;
  private readonly lines: string[] = [];
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];

  constructor(
    input: ScanBytes,
    dialect: EventTextDialect,
    out: SegmentBuilder,
    atSourceStart: boolean,
  ) {
    this.input = input;
    this.dialect = dialect;
    this.out = out;
    this.remarkDue = atSourceStart;
  }

  run(): number {
    this.readLines();
    const { lines, out } = this;
    const { entries, separators, strays } = splitEntries(lines, this.dialect.layout);
    for (const entry of entries) this.add(entry);
    for (const at of strays) {
      const seen = lines[at]!.slice(0, 80);
      out.problem(
        at,
        'text-outside-event',
        `"${seen}" belongs to no event; expected a header such as "Log Name:"`,
      );
    }
    const blanks = lines.reduce((count, line) => count + (line.trim() === '' ? 1 : 0), 0);
    out.entries += entries.length;
    out.sections += separators.length;
    out.problemLines += strays.length;
    out.blanks += blanks;
    out.continuations += lines.length - entries.length - separators.length - strays.length - blanks;
    return lines.length;
  }

  private readLines(): void {
    const { bytes } = this.input;
    for (let start = 0; start < bytes.length; ) {
      const newline = bytes.indexOf(10, start);
      const next = newline < 0 ? bytes.length : newline + 1;
      let end = newline < 0 ? next : newline;
      if (end > start && bytes[end - 1] === 13) end--;
      this.lines.push(this.input.decode(start, end));
      this.starts.push(start);
      this.ends.push(end);
      start = next;
    }
  }

  private add(entry: Entry): void {
    const { out, dialect } = this;
    const event = readEntry(entry);
    const { order } = dialect.order;
    const { time, clock, forced } = stampedTime(event, order);
    const offset = this.starts[entry.first]!;
    const length = this.ends[entry.last]! - offset;
    const component = out.intern(event.provider);
    const record = out.record(time, clock, event.level, component, entry.first, offset, length);
    out.setEvent(record, event.id, out.intern(event.computer));
    this.remarkOnStamp(event, clock, forced);
    if (clock !== Clock.Undated && !isPlausibleStamp(time)) this.remarkOnOutlier(event);

    const channel = channelOf(event.channel);
    for (const body of this.factsOf(event, time, clock)) {
      out.fact(record, event.written, body, channel === '' ? {} : { channel });
    }
  }

  private factsOf(event: CopiedEvent, time: number, clock: Clock): FactBody[] {
    const { out } = this;
    const pair = this.clockPair(event);
    const facts = eventFacts(toWindowsEvent(event, time, clock), {
      dateOrder: this.dialect.order.order,
      onDoubt: (code, message) => out.problem(event.writtenLine, code, message),
    });
    return pair === null ? facts : [...facts, pair];
  }

  /** The local Date and the UTC time of one event's XML: the offset of the stamps. */
  private clockPair(event: CopiedEvent): FactBody | null {
    const read = event.date && wallTimeOf(event.date, this.dialect.order.order);
    if (!read || event.utc === null || event.date?.offsetMinutes != null) return null;
    if (offsetMinutesBetween(read.wall, event.utc) === null) {
      const message = `Date "${event.written}" and the event's SystemTime are not one moment in any zone; SystemTime is used`;
      this.out.problem(event.writtenLine, 'contradictory-times', message);
      return null;
    }
    const utc = Math.floor(event.utc / 1000) * 1000;
    return {
      type: 'clock-evidence',
      wall: read.wall as WallTime,
      utc,
      about: 'Event Xml beside the copied text',
    };
  }

  private remarkOnStamp(event: CopiedEvent, clock: Clock, forced: boolean): void {
    const { out } = this;
    const { order, unprovenUtc } = this.dialect;
    const line = event.writtenLine;
    if (isUnreadableStamp(event)) {
      const seen = event.written.slice(0, 60);
      out.problem(
        line,
        'bad-timestamp',
        `date "${seen}" is no date and time of Event Viewer; kept without a time`,
      );
    }
    if (forced && !order.mixed) {
      const words = ORDER_WORDS[order.order];
      out.problem(
        line,
        'date-order-conflict',
        `"${event.written}" cannot be ${words}, in which the source's dates are read`,
      );
    }
    if (!this.remarkDue) return;
    if (unprovenUtc && clock === Clock.Utc && event.utc === null) {
      this.remarkDue = false;
      out.problem(
        line,
        'unproven-utc',
        `the Z of "${event.written}" claims UTC; no event of the source proves it`,
      );
    } else if (
      order.doubtful &&
      clock === Clock.Wall &&
      event.date &&
      ordersOf(event.date).length === 2
    ) {
      this.remarkDue = false;
      out.problem(line, 'ambiguous-date-order', this.doubtAbout(event));
    }
  }

  private remarkOnOutlier({ written, writtenLine }: CopiedEvent): void {
    const seen = written.slice(0, 60);
    const message = `date "${seen}" lies outside 1990 to 2099; the event is kept, but not drawn`;
    this.out.problem(writtenLine, 'outlier-timestamp', message);
  }

  private doubtAbout(event: CopiedEvent): string {
    const { order } = this.dialect;
    const evidence = order.evidence
      .map(({ line, text }) => `line ${line} "${text.trim()}"`)
      .join(', ');
    const why = order.mixed
      ? `the source holds both orders (${evidence}); dates that fit both are read so`
      : order.basis === 'rows'
        ? 'only so do the events follow each other closely'
        : 'nothing in the source decides, English text is often month/day';
    return `"${event.written}" fits month/day and day/month; read as ${ORDER_WORDS[order.order]}: ${why}`;
  }
}

/** The channels that the cluster log repeats, under its names for them; any other log by its own name. */
function channelOf(logName: string): string {
  if (/^system$/i.test(logName)) return 'system';
  return /^microsoft-windows-failoverclustering\/operational$/i.test(logName)
    ? 'operational'
    : logName;
}

const ORDER_WORDS = { mdy: 'month/day', dmy: 'day/month' } as const;
