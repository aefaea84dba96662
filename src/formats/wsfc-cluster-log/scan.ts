import { Clock } from '../../model/clock.ts';
import type { FactBody } from '../../model/fact.ts';
import { Level } from '../../model/level.ts';
import type { SegmentBuilder } from '../../model/segment-builder.ts';
import { isPlausibleStamp } from '../../time/plausible-stamp.ts';
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

/** Bytes of an entry that patterns look at; the rest is text like any other. */
const MAX_MEANING = 4096;
/** Rows of property tables are long. */
const MAX_SECTION_LINE = 65_536;

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
  private readonly view: DataView;
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
    this.view = new DataView(input.bytes.buffer, input.bytes.byteOffset, input.bytes.byteLength);
    this.dialect = dialect;
    this.out = out;
    this.standard = new StandardPrefix(input.bytes);
    this.tags = new TagReader(input.bytes, out);
  }

  run(): number {
    const { bytes } = this;
    const size = bytes.length;
    let line = 0;
    let start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
    while (start < size) {
      let next = this.standardLine(start, line);
      if (next < 0) {
        next = this.lineFeedFrom(start);
        this.otherLine(start, this.withoutCarriageReturn(start, next), line);
      }
      line++;
      start = next + 1;
    }
    this.closeEntry();
    return line;
  }

  /** Reads a line that begins with a standard prefix and returns where it ends; -1 for any other line, untouched. */
  private standardLine(start: number, line: number): number {
    const { bytes, standard } = this;
    let prefix = start;
    let channel = MAIN;
    const first = bytes[start]!;
    if (first === OPEN || !standard.read(start)) {
      const column = first === OPEN ? start : afterViewerColumn(bytes, start);
      const section = bytes[column] === OPEN ? this.sectionPrefixAt(column) : null;
      if (section !== null) channel = section.channel;
      prefix = section === null ? column : column + section.bytes.length;
      if (prefix === start || !standard.read(prefix)) return -1;
    }
    const { textStart } = standard;
    const next = this.lineFeedFrom(textStart);
    const lineEnd = this.withoutCarriageReturn(start, next);
    this.out.entries++;
    const joined = findJoinedEntry(bytes, textStart, lineEnd);
    this.standardEntry(start, prefix, channel, joined < 0 ? lineEnd : joined - 1, line);
    if (joined >= 0) this.joinedEntries(joined, lineEnd, line);
    return next;
  }

  /** Adds the entry `[start, end)` whose prefix `standard` has just read. */
  private standardEntry(
    start: number,
    prefix: number,
    channel: string,
    end: number,
    line: number,
  ): void {
    const { time, level, textStart } = this.standard;
    const meant = level === Level.Debug && channel === 'system' ? Level.Critical : level;
    this.beginEntry(start, time, Clock.Wall, meant, Math.min(textStart, end), end, line, channel);
    this.at = prefix;
    if (!this.standard.plausible) this.outlier(latin1(this.bytes, prefix + 19, prefix + 42), line);
    if (this.tags.component === 0) this.structLine(end);
    else this.struct.reset();
  }

  /** Adds the entries that begin in the middle of a line; `first` is where the first does, or -1. */
  private joinedEntries(first: number, lineEnd: number, line: number): void {
    let start = first;
    while (start >= 0) {
      const next = findJoinedEntry(this.bytes, start, lineEnd);
      const end = next < 0 ? lineEnd : next - 1;
      if (this.standard.read(start) && this.standard.textStart <= end) {
        this.standardEntry(start, start, MAIN, end, line);
      } else {
        const prefix = this.prefixAt(start, end);
        if (prefix !== null) this.tolerantEntry(prefix, start, end, line);
      }
      start = next;
    }
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
    const prefix = this.prefixAt(start, end);
    if (prefix !== null) {
      out.entries++;
      const joined = findJoinedEntry(this.bytes, start + prefix.textStart, end);
      this.tolerantEntry(prefix, start, joined < 0 ? end : joined - 1, line);
      this.joinedEntries(joined, end, line);
    } else if (this.section !== null) {
      out.sections++;
      const text = this.input.decode(start, Math.min(end, start + MAX_SECTION_LINE));
      for (const body of this.section.read(text)) out.sectionFact(line, body);
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

  /** The prefix of an entry of any form at `start`, or null. */
  private prefixAt(start: number, end: number): EntryPrefix | null {
    return readPrefix(latin1(this.bytes, start, Math.min(end, start + MAX_PREFIX)), this.dialect);
  }

  /** Adds the entry `[start, end)` that begins with `prefix`. */
  private tolerantEntry(prefix: EntryPrefix, start: number, end: number, line: number): void {
    const { time, clock, level, channel } = prefix;
    this.beginEntry(start, time, clock, level, start + prefix.textStart, end, line, channel);
    this.at = -1;
    this.prefix = prefix;
    if (prefix.badStamp) {
      this.out.problem(
        line,
        'bad-timestamp',
        `seen "${prefix.stamp}"; expected a stamp of the calendar, YYYY/MM/DD-hh:mm:ss.mmm. Kept as an undated entry.`,
      );
    } else if (clock === Clock.Wall && !isPlausibleStamp(time)) this.outlier(prefix.stamp, line);
    if (this.tags.component === 0) this.structLine(end);
    else this.struct.reset();
  }

  private outlier(stamp: string, line: number): void {
    this.out.problem(
      line,
      'outlier-timestamp',
      `seen "${stamp}"; expected a stamp from 1990 to 2099. Kept as an entry that is not drawn.`,
    );
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
      ? PROBES.nextHit(bytes, tags.textStart, Math.min(end, tags.textStart + MAX_MEANING))
      : PROBES.firstHit(bytes, tags.textStart, end);
    if (this.hit >= 0 || tags.component === 0) {
      this.time = time;
      this.clock = clock;
      this.channel = channel;
      this.textStart = tags.textStart;
      this.lineEnd = end;
    }
  }

  /** Turns the open record into facts when it holds a probe. Later lines may belong to it until now. */
  private closeEntry(): void {
    const { bytes, input, lineEnd } = this;
    const limit = Math.min(lineEnd, this.textStart + MAX_MEANING);
    for (let hit = this.hit; hit >= 0; hit = PROBES.nextHit(bytes, hit + 1, limit)) {
      const patterns = PROBES.patternsAt(bytes, hit, lineEnd);
      const text = input.decode(hit, Math.min(this.openEnd, hit + MAX_MEANING));
      const first = this.openEnd === lineEnd ? text.trimEnd() : firstLine(text);
      for (const pattern of patterns) {
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
      this.at < 0 ? (this.prefix?.stamp ?? '') : this.input.decode(this.at + 19, this.at + 42);
    for (const body of facts) this.out.fact(this.open, written, body, { channel: this.channel });
  }

  private contextAt(hit: number, text: string): EntryContext {
    const before = hit > this.textStart ? this.input.decode(this.textStart, hit) : '';
    const selfId = before === '' ? undefined : /^[Nn]ode (\d{1,3})\b/.exec(before)?.[1];
    return {
      before,
      text,
      selfId: selfId === undefined ? null : Number(selfId),
      pid:
        this.at < 0
          ? processOf(this.prefix?.ids ?? '')
          : hexNumber(this.bytes, this.at, this.at + 8),
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
    const { view, bytes } = this;
    const size = bytes.length;
    let at = from;
    // Eight bytes at a time: a byte of `word ^ 0x0a0a0a0a` is zero where the text has a line feed.
    for (const last = size - 8; at <= last; at += 8) {
      const low = view.getInt32(at, true) ^ 0x0a0a0a0a;
      const high = view.getInt32(at + 4, true) ^ 0x0a0a0a0a;
      if (((((low - 0x01010101) & ~low) | ((high - 0x01010101) & ~high)) & 0x80808080) !== 0) break;
    }
    while (at < size && bytes[at] !== LF) at++;
    return at;
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

/** The process of `pid.tid`; null for the bare thread of NT4 and for masked ids. */
function processOf(ids: string): number | null {
  const process = /^([0-9a-f]+)\./i.exec(ids)?.[1];
  return process === undefined ? null : Number.parseInt(process, 16);
}

/** A lower-case hexadecimal number; null when a byte is no digit. */
function hexNumber(bytes: Uint8Array, start: number, end: number): number | null {
  let value = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    if (byte >= 0x30 && byte <= 0x39) value = value * 16 + byte - 0x30;
    else if (byte >= 0x61 && byte <= 0x66) value = value * 16 + byte - 0x57;
    else return null;
  }
  return value;
}

/** Behind the line-number column of a log viewer, one to nine digits and a blank; `start` when there is none. */
function afterViewerColumn(bytes: Uint8Array, start: number): number {
  let at = start;
  while (bytes[at] === 0x20 || bytes[at] === 0x09) at++;
  const digits = at;
  while (at - digits < 10 && bytes[at]! >= 0x30 && bytes[at]! <= 0x39) at++;
  if (at === digits || at - digits > 9 || (bytes[at] !== 0x20 && bytes[at] !== 0x09)) return start;
  while (bytes[at] === 0x20 || bytes[at] === 0x09) at++;
  return at;
}
