import { describe, expect, it } from 'vitest';
import { NO_SETTINGS } from '../../src/model/settings.ts';
import type { Source, SourceId } from '../../src/model/source.ts';
import { corrected, encodingChanged, withoutSource, withRefusal } from './settings-slice.ts';

const s1 = 's1' as SourceId;

describe('corrections', () => {
  it('sets a value and takes it back', () => {
    const set = corrected(NO_SETTINGS, s1, { field: 'nodes', value: 'ZQ1' });
    expect(set.nodes).toEqual({ s1: 'ZQ1' });
    expect(corrected(set, s1, { field: 'nodes', value: null })).toEqual(NO_SETTINGS);
  });

  it('leaves the corrections of other fields and sources as they are', () => {
    const nodes = corrected(NO_SETTINGS, s1, { field: 'nodes', value: 'ZQ1' });
    const both = corrected(nodes, 's2' as SourceId, { field: 'zones', value: { kind: 'utc' } });
    expect(both.nodes).toBe(nodes.nodes);
    expect(withoutSource(both, s1)).toEqual({ ...NO_SETTINGS, zones: { s2: { kind: 'utc' } } });
  });

  it('refuses a name once and accepts it again', () => {
    const refused = withRefusal(withRefusal(NO_SETTINGS, 'Èº 2', true), 'Èº 2', true);
    expect(refused.refusedNames).toEqual(['Èº 2']);
    expect(withRefusal(refused, 'Èº 2', false).refusedNames).toEqual([]);
  });

  it('remembers the encoding that was found until it is set back', () => {
    const found = { id: s1, encoding: 'windows-1252', encodingBasis: 'fallback' } as Source;
    const once = encodingChanged({}, found, 'gbk');
    const twice = encodingChanged(
      once,
      { ...found, encoding: 'gbk', encodingBasis: 'set' },
      'big5',
    );
    expect(twice).toEqual({ s1: { encoding: 'windows-1252', encodingBasis: 'fallback' } });
    expect(encodingChanged(twice, { ...found, encoding: 'big5' }, 'windows-1252')).toEqual({});
  });
});
