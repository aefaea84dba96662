import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Instant } from '../time/instant.ts';
import { computeMatchTicks, type MatchRun } from './match-ticks.ts';

const view = { start: 0 as Instant, end: 1000 as Instant };

function run(...instants: readonly number[]): MatchRun {
  const at = (index: number) => instants[index]!;
  return { count: instants.length, first: instants[0] ?? 0, last: instants.at(-1) ?? 0, at };
}

describe('ticks of matches', () => {
  it('stand where the matches in view are, and nowhere else', () => {
    expect(computeMatchTicks([run(-5, 0, 250, 999, 1000)], view, 100, 1)).toEqual([0, 25, 99.9]);
  });

  it('tell a crowd by its first', () => {
    expect(computeMatchTicks([run(100, 101, 102, 200)], view, 100, 2)).toEqual([10, 20]);
  });

  it('tell several at one instant once', () => {
    expect(computeMatchTicks([run(100, 100, 100)], view, 100, 2)).toEqual([10]);
  });

  it('leave no match further than the pitch from a tick, and draw no more than fit', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -200, max: 1200 })), (unsorted) => {
        const instants = unsorted.toSorted((a, b) => a - b);
        const ticks = computeMatchTicks([run(...instants)], view, 500, 3);
        expect(ticks.length).toBeLessThanOrEqual(500 / 3 + 1);
        for (const time of instants) {
          if (time < 0 || time >= 1000) continue;
          expect(ticks.some((x) => x <= time / 2 && time / 2 - x < 3)).toBe(true);
        }
      }),
    );
  });
});
