import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identify, MIN_CLAIM, type Recognised } from '../ingest/detect.ts';
import { readText } from '../ingest/record-text.ts';
import { scanSource } from '../ingest/scan-source.ts';
import { Clock } from '../model/clock.ts';
import type { FactBody } from '../model/fact.ts';
import type { Segment } from '../model/segment.ts';
import type { Encoding } from '../model/source.ts';
import type { LogFormat } from './format.ts';
import { FORMATS } from './registry.ts';

/** A log of a format under test. */
export interface FormatSample {
  readonly name: string;
  /** Whole text, lines ended by LF. */
  readonly text: string;
  /** Path that the source pretends to have; default `sample.log`. */
  readonly path?: string;
}

/** What a scan means, free of offsets and of how the source was cut. */
interface Reading {
  readonly records: readonly RecordReading[];
  readonly facts: readonly FactReading[];
  readonly lines: number;
  readonly tally: Readonly<Record<string, number>>;
}

interface RecordReading {
  readonly time: number;
  readonly clock: number;
  readonly level: number;
  readonly component: string;
  readonly computer: string;
  readonly eventId: number;
  readonly line: number;
  readonly text: string;
}

interface FactReading {
  readonly line: number;
  readonly written: string;
  readonly time: number;
  readonly clock: number;
  readonly body: FactBody;
}

/** A sample's text as bytes. */
interface Variant {
  readonly name: string;
  readonly encoding: Encoding;
  readonly bytes: (text: string) => Uint8Array<ArrayBuffer>;
}

const VARIANTS: readonly Variant[] = [
  { name: 'UTF-8', encoding: 'utf-8', bytes: (text) => utf8(text) },
  { name: 'UTF-8 with a BOM', encoding: 'utf-8', bytes: (text) => utf8(`\ufeff${text}`) },
  { name: 'UTF-8 with CR LF', encoding: 'utf-8', bytes: (text) => utf8(withCrLf(text)) },
  { name: 'UTF-16LE', encoding: 'utf-16le', bytes: (text) => utf16(text, true) },
  {
    name: 'UTF-16LE with a BOM',
    encoding: 'utf-16le',
    bytes: (text) => utf16(`\ufeff${text}`, true),
  },
  { name: 'UTF-16BE', encoding: 'utf-16be', bytes: (text) => utf16(text, false) },
  {
    name: 'UTF-16BE with a BOM and CR LF',
    encoding: 'utf-16be',
    bytes: (text) => utf16(`\ufeff${withCrLf(text)}`, false),
  },
];

const RANGES = { 'at once': 1 << 20, 'in 1 KiB ranges': 1024, 'in 64-byte ranges': 64 };

/**
 * Tests that every format must pass, over its own samples: it claims them more than any other registered format does; reads
 * them the same whole or cut, in every Unicode encoding, with LF or CR LF; accounts for every line and byte, also of
 * arbitrary bytes and of mixed-up lines; and its records' byte ranges read back their text.
 */
export function describeFormat(format: LogFormat, samples: readonly FormatSample[]): void {
  describe(`${format.id}: every format`, () => {
    for (const sample of samples) describe(sample.name, () => testSample(format, sample));
    testHostileInput(format, samples);
  });
}

function testSample(format: LogFormat, sample: FormatSample): void {
  const recognise = async (bytes: Uint8Array<ArrayBuffer>): Promise<Recognised> => {
    const result = await identify(pathOf(sample), new Blob([bytes]), [format]);
    if (result.kind === 'unrecognised') throw new Error(`not claimed: ${result.reason}`);
    return result;
  };

  it('is claimed by its format, and by no other as strongly', async () => {
    const { head } = await recognise(utf8(sample.text));
    const { score } = format.claim(head);
    expect(score).toBeGreaterThanOrEqual(MIN_CLAIM);
    for (const other of FORMATS) {
      if (other.id !== format.id) expect(other.claim(head).score, other.id).toBeLessThan(score);
    }
  });

  for (const variant of VARIANTS) {
    it(`reads the same ${variant.name}, whole and cut`, async () => {
      const expected = await readWhole(await recognise(utf8(sample.text)), utf8(sample.text));
      const bytes = variant.bytes(sample.text);
      const recognised = await recognise(bytes);
      expect(recognised.encoding).toBe(variant.encoding);
      for (const [name, rangeBytes] of Object.entries(RANGES)) {
        const reading = await read(recognised, bytes, rangeBytes);
        expect(reading.records, name).toEqual(expected.records);
        expect(reading.facts, name).toEqual(expected.facts);
        expect(reading.tally, name).toEqual(expected.tally);
      }
    });
  }

  it('stands in its lines: text, stamp and order', async () => {
    const recognised = await recognise(utf8(sample.text));
    const { records } = await readWhole(recognised, utf8(sample.text));
    const lines = linesOf(sample.text);
    for (const record of records) {
      expect(lines[record.line], `record at line ${record.line + 1}`).toContain(
        linesOf(record.text)[0],
      );
      const stamp = format.stampOf(record.text, recognised.preparation.dialect);
      if (record.clock !== Clock.Undated) expect(record.text).toContain(stamp);
    }
  });
}

function testHostileInput(format: LogFormat, samples: readonly FormatSample[]): void {
  const sample = samples[0];
  if (!sample) return;
  const lines = samples.flatMap(({ text }) => linesOf(text));
  const line = fc.oneof(
    fc.constantFrom(...lines),
    fc.tuple(fc.constantFrom(...lines), fc.nat(200)).map(([text, end]) => text.slice(0, end)),
    fc.tuple(fc.constantFrom(...lines), fc.nat(200)).map(([text, start]) => text.slice(start)),
    fc.tuple(fc.constantFrom(...lines), fc.constantFrom(...lines)).map((pair) => pair.join('')),
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constant(''),
  );
  const text = fc
    .tuple(fc.array(line, { maxLength: 40 }), fc.constantFrom('\n', '\r\n'))
    .map(([list, end]) => list.join(end));

  async function expectSameCut(bytes: Uint8Array<ArrayBuffer>, encoding: Encoding): Promise<void> {
    const known = await identify(pathOf(sample!), new Blob([utf8(sample!.text)]), [format]);
    if (known.kind === 'unrecognised') throw new Error(known.reason);
    const recognised = { ...known, encoding };
    const whole = await readWhole(recognised, bytes);
    expect(await read(recognised, bytes, 64)).toEqual(whole);
  }

  it('accounts for every line of mixed-up samples, whole or cut', async () => {
    await fc.assert(
      fc.asyncProperty(text, (mixed) => expectSameCut(utf8(mixed), 'utf-8')),
      {
        numRuns: 60,
      },
    );
    await fc.assert(
      fc.asyncProperty(text, (mixed) => expectSameCut(utf16(mixed, true), 'utf-16le')),
      { numRuns: 20 },
    );
  });

  it('accounts for every line of arbitrary bytes, whole or cut', async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc.array(fc.constantFrom(0, 10, 13, 32, 48, 58, 91, 0x80, 0xc3, 0xd8, 0xff), {
        maxLength: 400,
      }),
    );
    const encoding = fc.constantFrom<Encoding>(
      'utf-8',
      'utf-16le',
      'utf-16be',
      'gbk',
      'windows-1252',
    );
    await fc.assert(
      fc.asyncProperty(bytes, encoding, (raw, name) => expectSameCut(Uint8Array.from(raw), name)),
      { numRuns: 100 },
    );
  });
}

const readWhole = (recognised: Recognised, bytes: Uint8Array<ArrayBuffer>) =>
  read(recognised, bytes, 1 << 20);

/** Scans `bytes` in ranges of `rangeBytes` and checks on the way that every byte and every line is accounted for. */
async function read(
  recognised: Recognised,
  bytes: Uint8Array<ArrayBuffer>,
  rangeBytes: number,
): Promise<Reading> {
  const { encoding } = recognised;
  const blob = new Blob([bytes]);
  const records: RecordReading[] = [];
  const facts: FactReading[] = [];
  const tally = { entries: 0, continuations: 0, sections: 0, blanks: 0, problems: 0 };
  let offset = 0;
  let lines = 0;
  for await (const segment of scanSource(blob, recognised, { rangeBytes })) {
    expectAccounted(segment);
    if (segment.byteLength > 0) expect(segment.baseOffset, 'segments tile the bytes').toBe(offset);
    offset += segment.byteLength;
    records.push(...(await readRecords(blob, encoding, segment, lines)));
    for (const { line, written, time, clock, body } of segment.facts) {
      facts.push({ line: line + lines, written, time, clock, body });
    }
    for (const key of Object.keys(tally) as (keyof typeof tally)[])
      tally[key] += segment.tally[key];
    lines += segment.lineCount;
  }
  expect(offset, 'segments tile the bytes').toBe(bytes.length);
  expect(lines, 'lines of the source').toBe(
    linesOf(new TextDecoder(encoding).decode(bytes.subarray(0, evenLength(bytes, encoding))))
      .length,
  );
  return { records, facts, lines, tally };
}

function expectAccounted({ tally, lineCount, columns, levels, byteLength, facts }: Segment): void {
  const { entries, continuations, sections, blanks, problems } = tally;
  expect(entries + continuations + sections + blanks + problems, 'tally of all lines').toBe(
    lineCount,
  );
  expect(levels[1] + levels[2] + levels[3] + levels[4] + levels[5], 'levels').toBe(columns.count);
  for (let i = 0; i < columns.count; i++) {
    expect(columns.line[i], 'line of a record').toBeLessThan(lineCount);
    expect(columns.offset[i]! + columns.length[i]!, 'end of a record').toBeLessThanOrEqual(
      byteLength,
    );
    if (i === 0) continue;
    expect(columns.line[i], 'records in the order of lines').toBeGreaterThanOrEqual(
      columns.line[i - 1]!,
    );
    expect(columns.offset[i], 'records in the order of bytes').toBeGreaterThan(
      columns.offset[i - 1]!,
    );
  }
  for (const fact of facts) {
    expect(fact.line, 'line of a fact').toBeLessThan(lineCount);
    expect(fact.record, 'record of a fact').toBeLessThan(columns.count);
  }
}

async function readRecords(
  blob: Blob,
  encoding: Encoding,
  { baseOffset, columns, dictionary }: Segment,
  linesBefore: number,
): Promise<RecordReading[]> {
  const records: RecordReading[] = [];
  for (let i = 0; i < columns.count; i++) {
    const start = baseOffset + columns.offset[i]!;
    const text = await readText(blob, encoding, start, columns.length[i]!, 1 << 20);
    records.push({
      time: columns.time[i]!,
      clock: columns.clock[i]!,
      level: columns.level[i]!,
      component: dictionary[columns.component[i]!]!,
      computer: dictionary[columns.computer[i]!]!,
      eventId: columns.eventId[i]!,
      line: linesBefore + columns.line[i]!,
      text: text.replaceAll('\r\n', '\n'),
    });
  }
  return records;
}

const pathOf = (sample: FormatSample) => sample.path ?? 'sample.log';

const withCrLf = (text: string) => text.replaceAll('\n', '\r\n');

function linesOf(text: string): string[] {
  const lines = text.split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

const evenLength = (bytes: Uint8Array, encoding: Encoding) =>
  encoding.startsWith('utf-16') ? bytes.length & -2 : bytes.length;

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(new TextEncoder().encode(text));
}

function utf16(text: string, littleEndian: boolean): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(2 * text.length));
  for (let i = 0; i < text.length; i++) view.setUint16(2 * i, text.charCodeAt(i), littleEndian);
  return new Uint8Array(view.buffer);
}
