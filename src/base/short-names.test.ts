import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shortNames } from './short-names.ts';

describe('names of sources', () => {
  test('are file names, with as much of the path as tells two apart', () => {
    expect(shortNames(['zq1/cluster.log', 'zq1/old/cluster.log', 'zq1/System.txt'])).toEqual([
      'zq1/cluster.log',
      'old/cluster.log',
      'System.txt',
    ]);
  });

  test('number paths that are the same', () => {
    expect(shortNames(['x/a.log', 'x/a.log'])).toEqual(['a.log', 'a.log (2)']);
  });

  test('are different for any paths', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[ab/!.() 2]{0,8}$/), { maxLength: 12 }), (paths) => {
        expect(new Set(shortNames(paths)).size).toBe(paths.length);
      }),
    );
  });
});
