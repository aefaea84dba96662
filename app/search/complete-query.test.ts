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

  it('makes a query of what it offers, wherever the caret is', () => {
    const piece = fc.constantFrom(
      'node:',
      'zq',
      ' ',
      '"',
      '/',
      '-',
      ',',
      'resource:clu',
      'id:1',
      'a:',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), fc.nat(30), (pieces, at) => {
        const text = pieces.join('');
        const caret = Math.min(at, text.length);
        for (const { from, to, what } of completeQuery(text, caret, names)) {
          expect(from).toBeLessThanOrEqual(to);
          expect(to).toBe(caret);
          expect(['key', 'value']).toContain(what);
        }
        const whole = completeQuery(text, text.length, names).filter(
          ({ what }) => what === 'value',
        );
        for (const { from, to, insert } of whole) {
          if ('error' in parseQuery(text.slice(0, from).replace(/\S*$/, ''))) continue;
          const term = /(?:^|\s)(\S*)$/.exec(text.slice(0, from))![1]!;
          const made = parseQuery(term + insert + text.slice(to));
          if (!term.includes(',')) expect(made, term + insert).not.toHaveProperty('error');
        }
      }),
    );
  });
});
