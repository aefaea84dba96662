import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { piecesOf } from './marked-text.ts';
import { shownText } from './shown-text.ts';

const line =
  "00001148.00001158::2017/09/15-20:24:36.365 ERR   [RHS] RhsCall::DeadlockMonitor: Call ONLINERESOURCE timed out for resource 'Cluster Disk 2'.";

describe('what a row of hits shows of a line', () => {
  it('leaves the stamp out, which has columns of its own', () => {
    expect(shownText(line, 'level:error')).toMatch(/^\[RHS\] RhsCall/);
    expect(shownText('A node was removed.', 'removed')).toBe('A node was removed.');
  });

  it('keeps the stamp when it is what was searched for', () => {
    expect(shownText(line, '00001158')).toBe(line);
  });

  it('begins shortly before a match that is far to the right', () => {
    expect(shownText(line, 'cluster')).toBe("… for resource 'Cluster Disk 2'.");
  });

  it('always shows the first match whole', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.string({ minLength: 1 }), (rest, word) => {
        const query = `"${word.replace(/["\\]/g, '\\$&')}"`;
        const text = `${rest}${word}${rest}`;
        expect(piecesOf(shownText(text, query), query).length).toBeGreaterThan(1);
      }),
    );
  });
});
