import { Clock } from '../../model/clock.ts';
import type { FactBody } from '../../model/fact.ts';
import { Level } from '../../model/level.ts';
import type { SegmentBuilder } from '../../model/segment-builder.ts';
import type { ScanBytes } from '../format.ts';
import { type DialectKind, dialectOf } from './dialect.ts';
import { findJoinedEntry } from './joined-entries.ts';
import type { EntryContext } from './line-pattern.ts';
import { PATTERNS } from './patterns.ts';
import { type EntryPrefix, MAX_PREFIX, readPrefix } from './prefix.ts';
import { ProbeIndex } from './probe-index.ts';
import { isStructLine, RouteStruct } from './route-struct.ts';
import { SECTION_HEADER, SectionReader } from './section.ts';
import { StandardPrefix } from './standard-prefix.ts';
import { latin1, TagReader } from './tag.ts';

const LF = 0x0a;
const CR = 0x0d;
const OPEN = 0x5b;
const MAIN = 'main';

/** Bytes of an entry that patterns look at, and of a section line; longer ones are text like any other. */
const MAX_MEANING = 4096;

const PROBES = new ProbeIndex(PATTERNS);

/** The section prefixes of raw files. */
const SECTION_PREFIXES = [
  { bytes: '[System] ', channel: 'system' },
  { bytes: '[Operational] ', channel: 'operational' },
  { bytes: '[Verbose] ', channel: 'verbose' },
].map(({ bytes, channel }) => ({ bytes: Uint8Array.from(bytes, (c) => c.charCodeAt(0)), channel }));

/** Scans whole lines; see LogFormat.scan. */
export function scanLog(input: ScanBytes, dialect: unknown, out: SegmentBuilder): number {
  return new Scan(input, dialectOf(dialect), out).run();
}

/** Whether a segment may begin with the line `[start, end)`; see LogFormat.isEntryStart. Lines within a struct do not count: it is read as a whole. */
export function isCuttable(
  input: ScanBytes,
  start: number,
  end: number,
  dialect: unknown,
): boolean {
  const head = latin1(input.bytes, start, Math.min(end, start + MAX_PREFIX));
  if (SECTION_HEADER.test(head)) return true;
  const prefix = readPrefix(head, dialectOf(dialect));
  return prefix !== null && !isStructLine(head.slice(prefix.textStart));
}

class Scan {
  private readonly input: ScanBytes;
  private readonly bytes: Uint8Array;
  private readonly dialect: DialectKind;
  private readonly out: SegmentBuilder;
  private readonly standard: StandardPrefix;
  private readonly tags: TagReader;
  private readonly struct = new RouteStruct();

  /** The record that continuation lines belong to; -1 before the first. */
  private open = -1;
  private openStart = 0;
  private openEnd = 0;
  /** The section whose lines are read until its first entry; null elsewhere. */
  private section: SectionReader | null = null;

  /** The open record, for its facts. `at` is where its standard prefix begins; -1 when `prefix` holds one of another form. */
  private at = -1;
  private prefix: EntryPrefix | null = null;
  private time = 0;
  private clock: Clock = Clock.Undated;
  private channel = MAIN;
  private textStart = 0;
  private lineEnd = 0;
  /** First probe in the open record; -1 when it carries no facts. */
  private hit = -1;

  constructor(input: ScanBytes, dialect: DialectKind, out: SegmentBuilder) {
    this.input = input;
    this.bytes = input.bytes;
    this.dialect = dialect;
    this.out = out;
    this.standard = new StandardPrefix(input.bytes);
    this.tags = new TagReader(input.bytes, out);
  }

  run(): number {
    const { bytes, standard, out } = this;
    const size = bytes.length;
    let line = 0;
    let start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
    while (start < size) {
      const section = bytes[start] === OPEN ? this.sectionPrefixAt(start) : null;
      const prefix = section === null ? start : start + section.bytes.length;
      let next: number;
      if (standard.read(prefix)) {
        next = this.lineFeedFrom(standard.textStart);
        const end = this.withoutCarriageReturn(start, next);
        out.entries++;
        this.standardEntry(start, prefix, section === null ? MAIN : section.channel, end, line);
      } else {
        next = this.lineFeedFrom(start);
        this.otherLine(start, this.withoutCarriageReturn(start, next), line);
      }
      line++;
      start = next + 1;
    }
    this.closeEntry();
    return line;
  }

  private standardEntry(
    start: number,
    prefix: number,
    channel: string,
    lineEnd: number,
    line: number,
  ): void {
    const { standard } = this;
    const { time, textStart } = standard;
    let { level } = standard;
    const joined = lineEnd - textStart > 30 ? findJoinedEntry(this.bytes, textStart, lineEnd) : -1;
    const end = joined < 0 ? lineEnd : joined - 1;
    if (level === Level.Debug && channel === 'system') level = Level.Critical;
    this.beginEntry(start, time, Clock.Wall, level, Math.min(textStart, end), end, line, channel);
    this.at = prefix;
    if (this.tags.component === 0) this.structLine(end);
    else this.struct.reset();
    if (joined >= 0) this.joinedEntry(joined, lineEnd, line);
  }

  /** An entry that begins in the middle of a line, at `start`. */
  private joinedEntry(start: number, lineEnd: number, line: number): void {
    if (this.standard.read(start) && this.standard.textStart <= lineEnd) {
      this.standardEntry(start, start, MAIN, lineEnd, line);
    } else this.tolerantEntry(start, lineEnd, line);
  }

  /** A line without a standard prefix: a section, an entry of another form, a continuation, or nothing readable. */
  private otherLine(start: number, end: number, line: number): void {
    const { out } = this;
    if (this.isBlank(start, end)) {
      out.blanks++;
      return;
    }
    if (this.bytes[start] === OPEN && this.bytes[start + 1] === 0x3d) {
      const name = SECTION_HEADER.exec(this.text(start, end))?.groups?.name;
      if (name !== undefined) {
        this.closeEntry();
        this.open = -1;
        this.struct.reset();
        this.section = new SectionReader(name);
        out.sections++;
        return;
      }
    }
    if (this.tolerantEntry(start, end, line)) {
      out.entries++;
    } else if (this.section !== null) {
      out.sections++;
      for (const body of this.section.read(this.text(start, end))) out.sectionFact(line, body);
    } else if (this.open >= 0) {
      out.continuations++;
      this.openEnd = end;
      out.setLength(this.open, end - this.openStart);
    } else {
      out.problemLines++;
      const seen = this.text(start, Math.min(end, start + 80));
      out.problem(
        line,
        'text-before-first-entry',
        `seen "${seen}"; expected an entry such as 00001148.00001158::2017/09/15-20:24:36.365 INFO  [RCM]. Kept as text.`,
      );
    }
  }

  /** Reads an entry of any form at `start`; false when there is none. */
  private tolerantEntry(start: number, lineEnd: number, line: number): boolean {
    const head = latin1(this.bytes, start, Math.min(lineEnd, start + MAX_PREFIX));
    const prefix = readPrefix(head, this.dialect);
    if (prefix === null) return false;
    const { time, clock, level, channel } = prefix;
    const textStart = start + prefix.textStart;
    const joined = findJoinedEntry(this.bytes, textStart, lineEnd);
    const end = joined < 0 ? lineEnd : joined - 1;
    this.beginEntry(start, time, clock, level, textStart, end, line, channel);
    this.at = -1;
    this.prefix = prefix;
    if (prefix.badStamp) {
      this.out.problem(
        line,
        'bad-timestamp',
        `seen "${prefix.stamp}"; expected a stamp of the calendar, YYYY/MM/DD-hh:mm:ss.mmm. Kept as an undated entry.`,
      );
    }
    if (this.tags.component === 0) this.structLine(end);
    else this.struct.reset();
    if (joined >= 0) this.joinedEntry(joined, lineEnd, line);
    return true;
  }

  private beginEntry(
    start: number,
    time: number,
    clock: Clock,
    level: Level,
    textStart: number,
    end: number,
    line: number,
    channel: string,
  ): void {
    const { bytes, tags } = this;
    if (this.hit >= 0) this.closeEntry();
    this.section = null;
    tags.read(textStart, end);
    this.open = this.out.record(time, clock, level, tags.component, line, start, end - start);
    this.openStart = start;
    this.openEnd = end;
    const thorough = level <= Level.Warning || channel === 'system' || channel === 'operational';
    this.hit = thorough
      ? PROBES.nextHit(bytes, tags.textStart, end)
      : PROBES.firstHit(bytes, tags.textStart, end);
    this.time = time;
    this.clock = clock;
    this.channel = channel;
    this.textStart = tags.textStart;
    this.lineEnd = end;
  }

  /** Turns the open record into facts when it holds a probe. Later lines may belong to it until now. */
  private closeEntry(): void {
    const { bytes, input, lineEnd } = this;
    for (let hit = this.hit; hit >= 0; hit = PROBES.nextHit(bytes, hit + 1, lineEnd)) {
      const text = input.decode(hit, Math.min(this.openEnd, hit + MAX_MEANING));
      const first = firstLine(text);
      for (const pattern of PROBES.patternsAt(bytes, hit, lineEnd)) {
        const groups = pattern.expression.exec(first);
        if (groups === null) continue;
        const facts = pattern.toFacts(groups.groups ?? {}, this.contextAt(hit, text));
        this.addFacts('type' in facts ? [facts] : facts);
        this.hit = -1;
        return;
      }
    }
    this.hit = -1;
  }

  private addFacts(facts: readonly FactBody[]): void {
    if (facts.length === 0) return;
    const written =
      this.at < 0 ? (this.prefix?.stamp ?? '') : latin1(this.bytes, this.at + 19, this.at + 42);
    for (const body of facts) this.out.fact(this.open, written, body, { channel: this.channel });
  }

  private contextAt(hit: number, text: string): EntryContext {
    const before = this.input.decode(this.textStart, hit);
    const selfId = /^[Nn]ode (\d{1,3})\b/.exec(before)?.[1];
    const process = /^([0-9a-f]+)\./i.exec(this.ids())?.[1];
    return {
      before,
      text,
      selfId: selfId === undefined ? null : Number(selfId),
      pid: process === undefined ? null : Number.parseInt(process, 16),
      time: this.time,
      clock: this.clock,
    };
  }

  private ids(): string {
    return this.at < 0 ? (this.prefix?.ids ?? '') : latin1(this.bytes, this.at, this.at + 17);
  }

  /** Offers an untagged entry to the struct reader. */
  private structLine(end: number): void {
    const first = this.bytes[this.textStart];
    if (this.textStart < end && (first === 0x3c || first === 0x61 || first === 0x72)) {
      const text = this.text(this.textStart, end);
      if (isStructLine(text)) {
        this.addFacts(this.struct.take(this.ids(), text));
        return;
      }
    }
    this.struct.reset();
  }

  private sectionPrefixAt(start: number): (typeof SECTION_PREFIXES)[number] | null {
    for (const prefix of SECTION_PREFIXES) {
      if (this.bytes[start + 1] !== prefix.bytes[1]) continue;
      let i = 2;
      while (i < prefix.bytes.length && this.bytes[start + i] === prefix.bytes[i]) i++;
      if (i === prefix.bytes.length) return prefix;
    }
    return null;
  }

  /** Position of the next line feed, or the end of the bytes. */
  private lineFeedFrom(from: number): number {
    const next = this.bytes.indexOf(LF, from);
    return next < 0 ? this.bytes.length : next;
  }

  private withoutCarriageReturn(start: number, next: number): number {
    return next > start && this.bytes[next - 1] === CR ? next - 1 : next;
  }

  private isBlank(start: number, end: number): boolean {
    for (let at = start; at < end; at++)
      if (this.bytes[at] !== 0x20 && this.bytes[at] !== 0x09) return false;
    return true;
  }

  private text(start: number, end: number): string {
    return this.input.decode(start, Math.min(end, start + MAX_MEANING));
  }
}

function firstLine(text: string): string {
  const feed = text.indexOf('\n');
  return (feed < 0 ? text : text.slice(0, feed)).trimEnd();
}
