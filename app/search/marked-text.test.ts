import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { piecesOf } from './marked-text.ts';

describe('marking of what was searched for', () => {
  it('marks words, phrases and names, whatever their letter case', () => {
    expect(piecesOf('Access denied by RHS', 'ACCESS "denied by"')).toEqual([
      '',
      'Access',
      ' ',
      'denied by',
      ' RHS',
    ]);
    expect(piecesOf('[RCM] Quorum', 'resource:quorum')[1]).toBe('Quorum');
  });

  it('marks nothing for filters, expressions, what is left out, and a text that is no query', () => {
    for (const query of ['level:error', '/a+/', '-a', '"a', '']) {
      expect(piecesOf('a aa', query)).toEqual(['a aa']);
    }
  });

  it('loses no character of any text, and signs of expressions are signs', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 1 }), (text, word) => {
        const query = `"${word.replace(/["\\]/g, '\\$&')}"`;
        expect(piecesOf(text, query).join('')).toBe(text);
        expect(piecesOf(`x${word}y`, query).length).toBeGreaterThan(1);
      }),
    );
  });
});
