import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segment } from '../../../src/timeline/incident.testing.ts';
import { mergeRecords } from '../../../src/timeline/merged-records.ts';
import { buildRecordRun, EVERY_LEVEL } from '../../../src/timeline/record-run.ts';
import { visibleRows } from './row-pages.ts';

const merged = mergeRecords([
  buildRecordRun(
    segment([
      ...Array.from({ length: 1000 }, (_, time) => ({ time })),
      { time: 0, clock: 0 as const },
      { time: 0, clock: 0 as const },
    ]),
    { kind: 'utc' },
    { levels: EVERY_LEVEL, component: '' },
  ),
]);

describe('the visible rows', () => {
  it('are those of the window from either end, then the undated', () => {
    const up = visibleRows(merged, 100, 102, false);
    expect([0, 1, 2, 3].map((row) => up.row(row).record)).toEqual([100, 101, 1000, 1001]);
    const down = visibleRows(merged, 100, 102, true);
    expect([0, 1, 2, 3].map((row) => down.row(row).record)).toEqual([101, 100, 1000, 1001]);
    expect([up.count, up.inView]).toEqual([4, 2]);
  });

  it('are found again by their place in the merged list', () => {
    const bounds = fc.tuple(fc.nat(1000), fc.nat(1000)).map((pair) => pair.sort((a, b) => a - b));
    fc.assert(
      fc.property(bounds, fc.boolean(), fc.nat(1001), ([from, to], descending, row) => {
        const rows = visibleRows(merged, from!, to!, descending);
        const index = rows.indexOf(row);
        if (row < 1000 && (row < from! || row >= to!)) expect(index).toBe(-1);
        else expect(rows.row(index).record).toBe(row);
      }),
    );
  });
});
