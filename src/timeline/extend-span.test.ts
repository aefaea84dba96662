import { expect, test } from 'vitest';
import { extendSpan } from './extend-span.ts';
import { at } from './incident.testing.ts';

test('a span begins at the first instant and reaches to the next, whichever is earlier', () => {
  const first = extendSpan(null, at(10));
  expect(first).toEqual({ start: at(10), end: at(10) });
  expect(extendSpan(first, at(30))).toEqual({ start: at(10), end: at(30) });
  expect(extendSpan(first, at(5))).toEqual({ start: at(5), end: at(10) });
});
