import { Clock } from './clock.ts';
import { buildCoverage } from './coverage-runs.ts';
import { buildDensity } from './density.ts';
import type { FactBody, ScannedFact } from './fact.ts';
import type { Level } from './level.ts';
import type { Problem } from './problem.ts';
import { MAX_PROBLEMS_PER_SEGMENT, type Segment } from './segment.ts';

/**
 * Collects what a scan finds in one segment. A format calls `record` for each entry in file order, then
 * `fact` and `problem` for it, and counts every line in exactly one of the tally fields.
 */
export class SegmentBuilder {
  /** Lines by what became of them; a format increments these directly. */
  entries = 0;
  continuations = 0;
  sections = 0;
  blanks = 0;
  problemLines = 0;

  private count = 0;
  private capacity: number;
  private time: Float64Array<ArrayBuffer>;
  private clock: Uint8Array<ArrayBuffer>;
  private level: Uint8Array<ArrayBuffer>;
  private component: Uint16Array<ArrayBuffer>;
  private computer: Uint16Array<ArrayBuffer>;
  private eventId: Uint16Array<ArrayBuffer>;
  private line: Uint32Array<ArrayBuffer>;
  private offset: Uint32Array<ArrayBuffer>;
  private length: Uint32Array<ArrayBuffer>;
  private readonly dictionary: string[] = [''];
  private readonly indexOf = new Map<string, number>([['', 0]]);
  private readonly facts: ScannedFact[] = [];
  private readonly problems: Problem[] = [];
  private problemCount = 0;

  constructor(expectedRecords = 1024) {
    this.capacity = Math.max(16, expectedRecords);
    this.time = new Float64Array(this.capacity);
    this.clock = new Uint8Array(this.capacity);
    this.level = new Uint8Array(this.capacity);
    this.component = new Uint16Array(this.capacity);
    this.computer = new Uint16Array(this.capacity);
    this.eventId = new Uint16Array(this.capacity);
    this.line = new Uint32Array(this.capacity);
    this.offset = new Uint32Array(this.capacity);
    this.length = new Uint32Array(this.capacity);
  }

  /** Number of records so far; the next record's index. */
  get recordCount(): number {
    return this.count;
  }

  /** Index of `text` in the dictionary. Beyond 65 535 different texts the answer is 0 (none). */
  intern(text: string): number {
    const known = this.indexOf.get(text);
    if (known !== undefined) return known;
    if (this.dictionary.length > 0xffff) return 0;
    const index = this.dictionary.length;
    this.dictionary.push(text);
    this.indexOf.set(text, index);
    return index;
  }

  /**
   * Adds a record and returns its index.
   * @param time per `clock` (see Clock); 0 when undated
   * @param component dictionary index, 0 for none
   * @param line 0-based line within the segment
   * @param offset bytes from the segment's start, in scanned bytes (the driver maps them to source bytes)
   * @param length scanned bytes, continuation lines included; may be set later with `setLength`
   */
  record(
    time: number,
    clock: Clock,
    level: Level,
    component: number,
    line: number,
    offset: number,
    length: number,
  ): number {
    if (this.count === this.capacity) this.grow();
    const index = this.count++;
    this.time[index] = time;
    this.clock[index] = clock;
    this.level[index] = level;
    this.component[index] = component;
    this.line[index] = line;
    this.offset[index] = offset;
    this.length[index] = length;
    return index;
  }

  setLength(record: number, length: number): void {
    this.length[record] = length;
  }

  setLevel(record: number, level: Level): void {
    this.level[record] = level;
  }

  setTime(record: number, time: number, clock: Clock): void {
    this.time[record] = time;
    this.clock[record] = clock;
  }

  /** `eventId` outside 1..65535 is kept as 0; `computer` is a dictionary index. */
  setEvent(record: number, eventId: number, computer: number): void {
    this.eventId[record] = eventId > 0 && eventId <= 0xffff ? eventId : 0;
    this.computer[record] = computer;
  }

  /** Adds a fact about `record`. `line` (0-based) when it stands on a later line than the record's first. */
  fact(
    record: number,
    written: string,
    body: FactBody,
    extra?: { line?: number; channel?: string },
  ): void {
    const computer = this.dictionary[this.computer[record]!]!;
    this.facts.push({
      record,
      line: extra?.line ?? this.line[record]!,
      written,
      time: this.time[record]!,
      clock: this.clock[record]! as Clock,
      ...(computer !== '' && { computer }),
      ...(extra?.channel !== undefined && { channel: extra.channel }),
      body,
    });
  }

  /** Adds a fact that a section header or property dump states, outside any record: undated, `record` is -1. `line` is 0-based. */
  sectionFact(line: number, body: FactBody): void {
    this.facts.push({ record: -1, line, written: '', time: 0, clock: Clock.Undated, body });
  }

  /** Remarks on a line (0-based); the first `MAX_PROBLEMS_PER_SEGMENT` are kept, all are counted. */
  problem(line: number, code: string, message: string): void {
    this.problemCount++;
    if (this.problems.length < MAX_PROBLEMS_PER_SEGMENT)
      this.problems.push({ line, code, message });
  }

  /**
   * Ends the segment. `mapOffset` turns scanned bytes into source bytes (identity when they are the same).
   * The builder must not be used afterwards: its columns are handed over.
   */
  finish(place: {
    readonly baseOffset: number;
    readonly byteLength: number;
    readonly lineCount: number;
    readonly mapOffset?: (scannedOffset: number) => number;
  }): Segment {
    const { count } = this;
    if (place.mapOffset) {
      for (let i = 0; i < count; i++) {
        const start = place.mapOffset(this.offset[i]!);
        this.length[i] = place.mapOffset(this.offset[i]! + this.length[i]!) - start;
        this.offset[i] = start;
      }
    }
    const columns = {
      count,
      time: this.time.slice(0, count),
      clock: this.clock.slice(0, count),
      level: this.level.slice(0, count),
      component: this.component.slice(0, count),
      computer: this.computer.slice(0, count),
      eventId: this.eventId.slice(0, count),
      line: this.line.slice(0, count),
      offset: this.offset.slice(0, count),
      length: this.length.slice(0, count),
    };
    const levels = { 1: 0, 2: 0, 3: 0, 4: 0, 5: 0 };
    let undated = 0;
    for (let i = 0; i < count; i++) {
      levels[columns.level[i]! as Level]++;
      const clock = columns.clock[i]!;
      if (clock !== Clock.Wall && clock !== Clock.Utc) undated++;
    }
    return {
      baseOffset: place.baseOffset,
      byteLength: place.byteLength,
      lineCount: place.lineCount,
      columns,
      dictionary: this.dictionary,
      tally: {
        entries: this.entries,
        continuations: this.continuations,
        sections: this.sections,
        blanks: this.blanks,
        problems: this.problemLines,
      },
      levels,
      undated,
      density: buildDensity(columns),
      coverage: buildCoverage(columns),
      problems: this.problems,
      problemCount: this.problemCount,
      facts: this.facts,
    };
  }

  private grow(): void {
    this.capacity *= 2;
    this.time = grown(this.time, new Float64Array(this.capacity));
    this.clock = grown(this.clock, new Uint8Array(this.capacity));
    this.level = grown(this.level, new Uint8Array(this.capacity));
    this.component = grown(this.component, new Uint16Array(this.capacity));
    this.computer = grown(this.computer, new Uint16Array(this.capacity));
    this.eventId = grown(this.eventId, new Uint16Array(this.capacity));
    this.line = grown(this.line, new Uint32Array(this.capacity));
    this.offset = grown(this.offset, new Uint32Array(this.capacity));
    this.length = grown(this.length, new Uint32Array(this.capacity));
  }
}

function grown<T extends { set(source: T): void }>(from: T, to: T): T {
  to.set(from);
  return to;
}
