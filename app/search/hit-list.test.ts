import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Clock } from '../../src/model/clock.ts';
import type { SegmentRecords } from '../../src/model/evidence.ts';
import { SegmentBuilder } from '../../src/model/segment-builder.ts';
import type { SourceId } from '../../src/model/source.ts';
import type { ZoneRule } from '../../src/time/time-base.ts';
import { buildHitList, type HitPart } from './hit-list.ts';

const UTC: ZoneRule = { kind: 'utc' };
const s1 = 's1' as SourceId;
const s2 = 's2' as SourceId;

/** A segment of entries two lines long, one a stamp in ms; null: undated. */
function segment(baseLine: number, stamps: readonly (number | null)[]): SegmentRecords {
  const builder = new SegmentBuilder();
  stamps.forEach((stamp, i) => {
    builder.record(stamp ?? 0, stamp === null ? Clock.Undated : Clock.Wall, 4, 0, 2 * i, 10 * i, 9);
  });
  const { columns, dictionary, density, coverage, tally } = builder.finish({
    baseOffset: baseLine * 10,
    byteLength: stamps.length * 10,
    lineCount: stamps.length * 2,
  });
  const byteLength = stamps.length * 10;
  const lineCount = stamps.length * 2;
  const baseOffset = baseLine * 10;
  return {
    baseOffset,
    byteLength,
    lineCount,
    columns,
    dictionary,
    density,
    coverage,
    tally,
    baseLine,
  };
}

function part(source: SourceId, of: SegmentRecords, ...records: readonly number[]): HitPart {
  return { source, segment: of, records: Uint32Array.from(records) };
}

const list = (parts: readonly HitPart[], rule: ZoneRule = UTC) => buildHitList(parts, () => rule);
const timesOf = (parts: readonly HitPart[], rule: ZoneRule = UTC) =>
  list(parts, rule)
    .rows(0, 1000)
    .map(({ time }) => time);

describe('a list of hits', () => {
  it('mixes sources by time, equal instants in the order of sources, undated ones last', () => {
    const parts = [
      part(s1, segment(1, [100, 300, null, 500]), 0, 1, 2, 3),
      part(s2, segment(1, [50, 300, 400, null]), 0, 1, 2, 3),
    ];
    const hits = list(parts).rows(0, 99);
    expect(hits.map(({ source, time }) => [source, time])).toEqual([
      [s2, 50],
      [s1, 100],
      [s1, 300],
      [s2, 300],
      [s2, 400],
      [s1, 500],
      [s1, null],
      [s2, null],
    ]);
  });

  it('puts a log that does not ascend in order of time', () => {
    expect(timesOf([part(s1, segment(1, [300, 100, 200]), 0, 1, 2)])).toEqual([100, 200, 300]);
  });

  it('reads wall times in the zone of their source', () => {
    const east: ZoneRule = { kind: 'offset', offsetMinutes: 60 };
    expect(timesOf([part(s1, segment(1, [3_600_000]), 0)], east)).toEqual([0]);
  });

  it('finds the row of an entry by any of its lines, and none for an entry that is no hit', () => {
    const hits = list([part(s1, segment(11, [100, 200, 300]), 0, 2)]);
    expect(hits.rowOfLine(s1, 11)).toBe(0);
    expect(hits.rowOfLine(s1, 12)).toBe(0);
    expect(hits.rowOfLine(s1, 13)).toBeNull();
    expect(hits.rowOfLine(s1, 16)).toBe(1);
    expect(hits.rowOfLine(s1, 17)).toBeNull();
    expect(hits.rowOfLine(s2, 11)).toBeNull();
  });

  it('counts hits by source and gives their dated instants', () => {
    const hits = list([part(s1, segment(1, [100, null]), 0, 1), part(s1, segment(5, [50]), 0)]);
    expect(hits.countOf(s1)).toBe(3);
    expect(hits.countOf(s2)).toBe(0);
    expect(hits.runsOf(s1).map(({ count, first, last }) => [count, first, last])).toEqual([
      [1, 100, 100],
      [1, 50, 50],
    ]);
  });

  it('is one order however it is read: windows, rows of lines and rows of instants agree', () => {
    const stamps = fc.array(fc.option(fc.integer({ min: 0, max: 20 })), { maxLength: 12 });
    fc.assert(
      fc.property(fc.array(stamps, { maxLength: 4 }), fc.nat(12), (all, size) => {
        let baseLine = 1;
        const parts = all.map((each) => {
          const made = segment(baseLine, each);
          baseLine += made.lineCount;
          return part(s1, made, ...each.keys());
        });
        const hits = list(parts);
        const whole = hits.rows(0, hits.count);
        expect(whole).toHaveLength(all.flat().length);
        const times = whole.slice(0, hits.dated).map(({ time }) => time!);
        expect(times).toEqual(times.toSorted((a, b) => a - b));
        for (let first = 0; first < hits.count; first += size + 1) {
          expect(hits.rows(first, first + size + 1)).toEqual(whole.slice(first, first + size + 1));
        }
        whole.forEach((hit, row) => {
          const line = hit.segment.baseLine + hit.segment.columns.line[hit.index]!;
          expect(hits.rowOfLine(s1, line)).toBe(row);
          if (hit.time !== null) expect(hits.rowAt(hit.time)).toBe(times.indexOf(hit.time));
        });
      }),
    );
  });
});
