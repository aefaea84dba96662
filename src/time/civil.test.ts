import fc from 'fast-check';
import { expect, test } from 'vitest';
import { civilFromDays, daysFromCivil, daysInMonth } from './civil.ts';

test('days count from 1970-01-01', () => {
  expect(daysFromCivil(1970, 1, 1)).toBe(0);
  expect(daysFromCivil(1969, 12, 31)).toBe(-1);
  expect(daysFromCivil(2000, 2, 29)).toBe(11_016);
  expect(daysFromCivil(1601, 1, 1)).toBe(-134_774);
});

test('days and dates agree with Date in all years that stamps can have', () => {
  fc.assert(
    fc.property(fc.integer({ min: -719_528, max: 2_932_896 }), (days) => {
      const date = new Date(days * 86_400_000);
      const civil = civilFromDays(days);
      expect(civil).toEqual({
        year: date.getUTCFullYear(),
        month: date.getUTCMonth() + 1,
        day: date.getUTCDate(),
      });
      expect(daysFromCivil(civil.year, civil.month, civil.day)).toBe(days);
    }),
    { numRuns: 2000 },
  );
});

test('February has 29 days in leap years only, and other numbers are no months', () => {
  expect([2000, 2024, 1900, 2023].map((year) => daysInMonth(year, 2))).toEqual([29, 29, 28, 28]);
  expect([0, 13, -1, 1.5, Number.NaN].map((month) => daysInMonth(2024, month))).toEqual([
    0, 0, 0, 0, 0,
  ]);
});
