import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Level } from '../model/level.ts';
import { segment } from './incident.testing.ts';
import { mergeRecords } from './merged-records.ts';
import { buildRecordRun, EVERY_LEVEL, instantOfRun, recordOfRun } from './record-run.ts';

const UTC = { kind: 'utc' } as const;
const EVERYTHING = { levels: EVERY_LEVEL, component: '' };

const records = fc.array(
  fc.record({
    time: fc.oneof(fc.integer({ min: 0, max: 20 }), fc.double({ min: 0, max: 20, noNaN: true })),
    level: fc.constantFrom<Level>(1, 2, 3, 4, 5),
    clock: fc.constantFrom<0 | 1 | 2>(0, 1, 2),
  }),
  { maxLength: 12 },
);

describe('the merged list', () => {
  it('is the records of all runs by time, then run, the undated at the end, from whichever row it is read', () => {
    const levels = fc.nat(0b11111).map((bits) => bits << 1);
    fc.assert(
      fc.property(fc.array(records, { maxLength: 5 }), levels, (parts, wanted) => {
        const runs = parts.map((part) =>
          buildRecordRun(segment(part), UTC, { levels: wanted, component: '' }),
        );
        const rows = parts
          .flatMap((part, run) => part.map((item, record) => ({ ...item, run, record })))
          .filter(({ level }) => (wanted & (1 << level)) !== 0);
        const dated = rows
          .filter(({ clock }) => clock !== 0)
          .sort((a, b) => a.time - b.time || a.run - b.run || a.record - b.record);
        const undated = rows.filter(({ clock }) => clock === 0);
        const expected = [...dated, ...undated].map(({ run, record }) => ({ run, record }));

        const merged = mergeRecords(runs);
        expect([merged.dated, merged.undated]).toEqual([dated.length, undated.length]);
        expect(merged.rows(0, expected.length)).toEqual(expected);
        for (let row = 0; row < expected.length; row++) {
          expect(merged.rows(row, row + 1)).toEqual([expected[row]]);
          expect(merged.rowOf(expected[row]!.run, expected[row]!.record)).toBe(row);
        }
        for (const instant of [-1, 0, 7, 7.5, 30]) {
          expect(merged.rowAt(instant)).toBe(dated.filter(({ time }) => time < instant).length);
        }
      }),
    );
  });

  it('does not find a record that the filter left out', () => {
    const runs = [
      buildRecordRun(
        segment([
          { time: 1, level: 4 },
          { time: 1, level: 2 },
        ]),
        UTC,
        {
          levels: 1 << 2,
          component: '',
        },
      ),
    ];
    const merged = mergeRecords(runs);
    expect(merged.rowOf(0, 0)).toBe(-1);
    expect(merged.rowOf(0, 1)).toBe(0);
    expect(merged.rowOf(4, 0)).toBe(-1);
  });

  it('is empty without runs', () => {
    expect(mergeRecords([]).rows(0, 10)).toEqual([]);
  });
});

describe('buildRecordRun', () => {
  it('keeps the records that were found, in order of time', () => {
    const part = segment([{ time: 9 }, { time: 3 }, { time: 5 }]);
    const run = buildRecordRun(part, UTC, EVERYTHING, Uint32Array.of(0, 2));
    expect(Array.from({ length: run.count }, (_, place) => recordOfRun(run, place))).toEqual([
      2, 0,
    ]);
    expect(instantOfRun(run, 0)).toBe(5);
  });

  it('asks the component together with the event id, in any letter case', () => {
    const part = segment([{ time: 1 }, { time: 2 }, { time: 3 }]);
    const { columns } = part;
    columns.eventId[1] = 1069;
    columns.component[1] = 1;
    columns.component[2] = 1;
    const named = { ...part, dictionary: ['', 'FailoverClustering'] };
    const kept = (component: string) => {
      const run = buildRecordRun(named, UTC, { levels: EVERY_LEVEL, component });
      return Array.from({ length: run.count }, (_, place) => recordOfRun(run, place));
    };
    expect(kept('CLUSTERING')).toEqual([1, 2]);
    expect(kept('1069')).toEqual([1]);
    expect(kept('1069 failover')).toEqual([1]);
    expect(kept('RCM')).toEqual([]);
  });

  it('applies the zone of the source', () => {
    const run = buildRecordRun(
      segment([{ time: 3_600_000 }]),
      { kind: 'offset', offsetMinutes: 60 },
      EVERYTHING,
    );
    expect(instantOfRun(run, 0)).toBe(0);
  });
});
