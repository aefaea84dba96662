import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Level } from '../model/level.ts';
import type { Instant } from '../time/instant.ts';
import { segment } from './incident.testing.ts';
import { countLevels } from './level-counts.ts';
import { recordsNear } from './records-near.ts';

const UTC = { kind: 'utc' } as const;
const record = fc.record({
  time: fc.integer({ min: 0, max: 40 }),
  level: fc.constantFrom<Level>(1, 2, 3, 4, 5),
});

describe('recordsNear', () => {
  it('gives the worst first, then the nearest, both ends of the span included', () => {
    const part = segment([
      { time: 10, level: 4 },
      { time: 19, level: 2 },
      { time: 21, level: 2 },
      { time: 30, level: 1 },
      { time: 31, level: 1 },
    ]);
    const near = recordsNear([part], UTC, 20.5 as Instant, 10.5, 3);
    expect(near.map(({ time }) => time)).toEqual([30, 31, 21]);
    expect(near[0]!.line).toBe(4);
  });

  it('finds what looking at every record finds', () => {
    fc.assert(
      fc.property(
        fc.array(record, { maxLength: 400, size: 'max' }),
        fc.integer({ min: 1, max: 6 }),
        fc.nat(20),
        (items, limit, within) => {
          const expected = items
            .filter(({ time }) => Math.abs(time - 20) <= within)
            .map(({ time, level }) => [level, Math.abs(time - 20)] as const)
            .sort((a, b) => a[0] - b[0] || a[1] - b[1])
            .slice(0, limit);
          const half = items.length >> 1;
          const parts = [segment(items.slice(0, half)), segment(items.slice(half))];
          const near = recordsNear(parts, UTC, 20 as Instant, within, limit);
          expect(near.map(({ level, time }) => [level, Math.abs(time - 20)])).toEqual(expected);
        },
      ),
    );
  });
});

describe('countLevels', () => {
  it('counts the dated records of the half-open span by level', () => {
    fc.assert(
      fc.property(fc.array(record), fc.nat(40), fc.nat(40), (items, a, b) => {
        const part = segment(items);
        const span = { start: Math.min(a, b) as Instant, end: Math.max(a, b) as Instant };
        for (const each of [span, { start: -1 as Instant, end: 99 as Instant }, span]) {
          const counts = countLevels(part, UTC, each);
          for (const level of [1, 2, 3, 4, 5]) {
            const expected = items.filter(
              (item) => item.level === level && item.time >= each.start && item.time < each.end,
            );
            expect(counts[level]).toBe(expected.length);
          }
        }
      }),
    );
  });
});
