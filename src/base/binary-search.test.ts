import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lowerBound } from './binary-search.ts';

it('finds the first item at or after a value as a walk from the left does', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.integer(), (items, value) => {
      const sorted = [...items].sort((a, b) => a - b);
      const walked = sorted.findIndex((item) => item >= value);
      expect(lowerBound(sorted.length, (index) => sorted[index]! >= value)).toBe(
        walked === -1 ? sorted.length : walked,
      );
    }),
  );
});
