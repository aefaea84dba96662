import fc from 'fast-check';
import { expect, it } from 'vitest';
import { groupRecords } from './record-groups.ts';

it('gathers neighbours and begins anew where a group is full or a gap is wide', () => {
  const offset = Uint32Array.of(0, 10, 20, 100);
  const length = Uint32Array.of(9, 9, 9, 5);
  expect(groupRecords(offset, length, 15, 50)).toEqual([
    { first: 0, end: 2, start: 0, stop: 19 },
    { first: 2, end: 3, start: 20, stop: 29 },
    { first: 3, end: 4, start: 100, stop: 105 },
  ]);
  expect(groupRecords(new Uint32Array(), new Uint32Array(), 15, 50)).toEqual([]);
});

it('gives every record to exactly one group that holds its bytes', () => {
  const steps = fc.array(fc.record({ gap: fc.nat(20), length: fc.nat(20) }), { maxLength: 50 });
  fc.assert(
    fc.property(steps, fc.integer({ min: 1, max: 60 }), fc.nat(20), (given, maxBytes, maxGap) => {
      let at = 0;
      const offset = Uint32Array.from(given, ({ gap, length }) => (at += gap + length) - length);
      const length = Uint32Array.from(given, (step) => step.length);
      let expected = 0;
      for (const { first, end, start, stop } of groupRecords(offset, length, maxBytes, maxGap)) {
        expect(first).toBe(expected);
        expect(start).toBe(offset[first]);
        expect(stop).toBe(offset[end - 1]! + length[end - 1]!);
        if (end - first > 1)
          expect(offset[end - 2]! + length[end - 2]! - start).toBeLessThan(maxBytes);
        for (let i = first + 1; i < end; i++) {
          expect(offset[i]! - offset[i - 1]! - length[i - 1]!).toBeLessThanOrEqual(maxGap);
        }
        expected = end;
      }
      expect(expected).toBe(given.length);
    }),
  );
});
