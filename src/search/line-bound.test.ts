import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { isLineBound } from './line-bound.ts';

test.each([
  'fault domain \\d quorum',
  '^\\w+ (?:a|b){2,}?\\b$',
  '(?<id>\\d+)-\\1',
  '[a-z\\d\\-\\]]+',
  '[^\\n]*x',
  '[^"\\s]+',
  '\\(\\[\\/\\\\',
  '群.*',
])('/%s/ stays within a line', (source) => {
  expect(isLineBound(source, '')).toBe(true);
});

test.each([
  'a\\sb',
  'a\\nb',
  'a\\x0ab',
  '\\u000a',
  '\\cJ',
  '\\W',
  '\\D',
  '\\p{L}',
  '[^"]',
  '[^\\\\n]',
  '[^\\w]',
  '[\\s\\S]',
  '[\\t-~]',
  '[\\0-~]',
  '[^]',
  'a(?=b)',
  'a(?!b)',
  '(?<=a)b',
  '(?<!a)b',
  '(?s:.)',
  'a\nb',
  'a\\',
])('/%s/ may not', (source) => {
  expect(isLineBound(source, '')).toBe(false);
});

test('a dot that matches line ends is not bound to a line', () => {
  expect(isLineBound('a.b', 'i')).toBe(true);
  expect(isLineBound('a.b', 's')).toBe(false);
});

it('never answers true for an expression that matches across a line feed', () => {
  const part = fc.constantFrom(
    ...['a', 'b', '.', '\\s', '\\w', '\\S', '\\n', '[', ']', '^', '(', ')', '(?:', '(?=', '\\x0a'],
    ...['|', '*', '+', '?', '$', '\\', '-', '\\d', '\\D', '\\t', '~', '\\1', '\\b'],
  );
  fc.assert(
    fc.property(
      fc.string({ unit: part, maxLength: 8 }),
      fc.string({ unit: fc.constantFrom('a', 'b', '\n', '\r', '~', '\t'), maxLength: 8 }),
      (source, text) => {
        let expression: RegExp;
        try {
          expression = new RegExp(source, 'gm');
        } catch {
          return;
        }
        if (!isLineBound(source, '')) return;
        for (const [match] of text.matchAll(expression)) expect(match).not.toContain('\n');
      },
    ),
    { numRuns: 3000 },
  );
});
