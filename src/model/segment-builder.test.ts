import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Clock } from './clock.ts';
import { Level } from './level.ts';
import { MAX_PROBLEMS_PER_SEGMENT } from './segment.ts';
import { SegmentBuilder } from './segment-builder.ts';

const PLACE = { baseOffset: 100, byteLength: 50, lineCount: 3 };

describe('SegmentBuilder', () => {
  it('grows its columns and hands over exactly the records that were added', () => {
    const builder = new SegmentBuilder(16);
    for (let i = 0; i < 1000; i++) builder.record(i, Clock.Utc, Level.Info, 0, i, i * 10, 9);
    const { columns } = builder.finish({ ...PLACE, lineCount: 1000 });
    expect(columns.count).toBe(1000);
    for (const column of Object.values(columns)) {
      if (ArrayBuffer.isView(column)) expect((column as Uint8Array).length).toBe(1000);
    }
    expect([...columns.time.slice(0, 3)]).toEqual([0, 1, 2]);
    expect(columns.offset[999]).toBe(9990);
  });

  it('takes at most 32 bytes a record', () => {
    const builder = new SegmentBuilder();
    builder.record(0, Clock.Utc, Level.Info, 0, 0, 0, 0);
    const { columns } = builder.finish(PLACE);
    const bytes = Object.values(columns).reduce(
      (sum, column) => sum + (ArrayBuffer.isView(column) ? column.byteLength : 0),
      0,
    );
    expect(bytes).toBeLessThanOrEqual(32);
  });

  it('gives one index to one text and none beyond what a 16 bit column can say', () => {
    const builder = new SegmentBuilder();
    expect(builder.intern('')).toBe(0);
    expect(builder.intern('RCM')).toBe(1);
    expect(builder.intern('RCM')).toBe(1);
    for (let i = 2; i <= 0xffff; i++) builder.intern(`tag ${i}`);
    expect(builder.intern('one too many')).toBe(0);
  });

  it('repeats the stamp and the computer of the record on its facts', () => {
    const builder = new SegmentBuilder();
    const record = builder.record(1505507076365, Clock.Wall, Level.Error, 0, 4, 0, 10);
    builder.setEvent(record, 1069, builder.intern('ZQ1'));
    builder.fact(
      record,
      '2017/09/15-20:24:36.365',
      { type: 'boot', node: null },
      { line: 6, channel: 'system' },
    );
    expect(builder.finish(PLACE).facts).toEqual([
      {
        record: 0,
        line: 6,
        written: '2017/09/15-20:24:36.365',
        time: 1505507076365,
        clock: Clock.Wall,
        computer: 'ZQ1',
        channel: 'system',
        body: { type: 'boot', node: null },
      },
    ]);
  });

  it('keeps event ids that fit their column and drops the others', () => {
    const builder = new SegmentBuilder();
    for (const id of [0, 1, 0xffff, 0x10000, -1]) {
      builder.setEvent(builder.record(0, Clock.Undated, Level.Info, 0, 0, 0, 0), id, 0);
    }
    expect([...builder.finish(PLACE).columns.eventId]).toEqual([0, 1, 0xffff, 0, 0]);
  });

  it('keeps the first problems and counts them all', () => {
    const builder = new SegmentBuilder();
    for (let i = 0; i < MAX_PROBLEMS_PER_SEGMENT + 5; i++)
      builder.problem(i, 'bad-timestamp', 'month 13');
    const { problems, problemCount } = builder.finish(PLACE);
    expect(problems).toHaveLength(MAX_PROBLEMS_PER_SEGMENT);
    expect(problemCount).toBe(MAX_PROBLEMS_PER_SEGMENT + 5);
  });

  it('maps scanned offsets to source offsets, lengths included', () => {
    const builder = new SegmentBuilder();
    builder.record(0, Clock.Undated, Level.Info, 0, 0, 4, 6);
    const { columns } = builder.finish({ ...PLACE, mapOffset: (offset) => 2 + offset * 2 });
    expect([columns.offset[0], columns.length[0]]).toEqual([10, 12]);
  });

  it('counts every record in exactly one level and counts the undated', () => {
    const records = fc.array(
      fc.record({
        clock: fc.constantFrom(...Object.values(Clock)),
        level: fc.constantFrom(...Object.values(Level)),
      }),
    );
    fc.assert(
      fc.property(records, (items) => {
        const builder = new SegmentBuilder();
        for (const { clock, level } of items) builder.record(1, clock, level, 0, 0, 0, 0);
        const segment = builder.finish(PLACE);
        expect(Object.values(segment.levels).reduce((a, b) => a + b, 0)).toBe(items.length);
        const dated = items.filter(
          ({ clock }) => clock === Clock.Wall || clock === Clock.Utc,
        ).length;
        expect(segment.undated).toBe(items.length - dated);
      }),
    );
  });
});
