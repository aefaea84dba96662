import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../src/search/parse-query.ts';
import { completeQuery, type KnownNames } from './complete-query.ts';

const named = (...names: readonly string[]) => names.map((name) => ({ name, detail: '' }));
const names: KnownNames = {
  node: named('ZQ1', 'ZQ2'),
  source: named('ZQ1_cluster.log', 'System.evtx'),
  resource: named('Cluster Disk 2', '群集磁盘 2', 'Quorum'),
  component: named('RCM', 'RHS'),
  provider: named('Microsoft-Windows-FailoverClustering'),
  id: named('1069', '1135'),
};

const insertsAt = (text: string, caret = text.length) =>
  completeQuery(text, caret, names).map(({ from, to, insert }) => {
    return text.slice(0, from) + insert + text.slice(to);
  });

describe('what may follow in the search box', () => {
  it('offers every key in an empty box and after a blank', () => {
    expect(insertsAt('')).toContain('node:');
    expect(insertsAt('disk ')).toContain('disk level:');
    expect(insertsAt('-')).toContain('-level:');
  });

  it('offers the names of the incident behind a key, quoted where they hold blanks', () => {
    expect(insertsAt('node:')).toEqual(['node:ZQ1', 'node:ZQ2']);
    expect(insertsAt('resource:disk')).toEqual(['resource:"Cluster Disk 2"']);
    expect(insertsAt('resource:"Clu')).toEqual(['resource:"Cluster Disk 2"']);
    expect(insertsAt('resource:群')).toEqual(['resource:"群集磁盘 2"']);
    expect(insertsAt('id:1069,11')).toEqual(['id:1069,1135']);
    expect(insertsAt('is:tr')).toEqual(['is:transition']);
    expect(insertsAt('level:>')).toEqual(['level:>=error', 'level:>=warning']);
  });

  it('offers the names that a bare word is part of', () => {
    expect(insertsAt('zq')).toEqual(['node:ZQ1', 'node:ZQ2', 'source:ZQ1_cluster.log']);
    expect(insertsAt('-quor')).toEqual(['-resource:Quorum']);
  });

  it('offers nothing inside a phrase, an expression or a word, nor what already stands there', () => {
    expect(insertsAt('"cluster di')).toEqual([]);
    expect(insertsAt('/disk no')).toEqual([]);
    expect(insertsAt('node:ZQ1', 6)).toEqual([]);
    expect(insertsAt('node:ZQ1')).toEqual([]);
  });

  it('makes a query of every value that it offers', () => {
    for (const text of [
      'zq',
      '-quor',
      'resource:clu',
      'resource:"Clu',
      'level:',
      'is:',
      'id:1069,',
    ]) {
      const values = completeQuery(text, text.length, names).filter(({ what }) => what === 'value');
      expect(values, text).not.toEqual([]);
      for (const { from, insert } of values) {
        expect(parseQuery(text.slice(0, from) + insert), text).not.toHaveProperty('error');
      }
    }
  });

  it('replaces what stands before the caret and nothing else, whatever is typed', () => {
    const piece = fc.constantFrom(
      'node:',
      'zq',
      ' ',
      '"',
      '/',
      '-',
      ',',
      'resource:clu',
      '\\',
      'a:',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), fc.nat(30), (pieces, at) => {
        const text = pieces.join('');
        const caret = Math.min(at, text.length);
        for (const { from, to } of completeQuery(text, caret, names)) {
          expect(from).toBeLessThanOrEqual(to);
          expect(to).toBe(caret);
          expect(text.slice(0, from)).not.toMatch(/[^\s:,-]$/);
        }
      }),
    );
  });
});
