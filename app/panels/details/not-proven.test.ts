import { describe, expect, it } from 'vitest';
import type { Instant } from '../../../src/time/instant.ts';
import { en } from '../../strings/en.ts';
import { type Grounds, notProven } from './not-proven.ts';

const UTC = { kind: 'utc' } as const;
const PROVEN: Grounds = {
  placed: { provisional: false },
  edges: ['observed', 'observed'],
  entity: { kind: 'resource', name: 'disk', writtenName: 'disk' },
  timeBase: { rule: UTC, basis: 'declared', confidence: 1, evidence: [] },
  node: { name: 'ZQ1', basis: 'declared', evidence: [] },
};

describe('what is not proven', () => {
  it('is nothing where records say everything', () => {
    expect(notProven(en, PROVEN)).toEqual([]);
  });

  it('is the zone of a source that does not say it', () => {
    expect(notProven(en, { ...PROVEN, placed: { provisional: true } })).toEqual([
      en.detail.zoneUnknown,
    ]);
    const inferred = { ...PROVEN.timeBase!, basis: 'inferred' as const, confidence: 0.8 };
    expect(notProven(en, { ...PROVEN, timeBase: inferred })).toEqual([
      expect.stringContaining('80%'),
    ]);
  });

  it('is every edge that no record tells', () => {
    expect(notProven(en, { ...PROVEN, edges: ['implied', 'carried'] })).toEqual([
      en.detail.edge('start', 'implied'),
      en.detail.edge('end', 'carried'),
    ]);
  });

  it('is a repaired name, an inferred node, a node that is not known', () => {
    const entity = { kind: 'resource', name: '群集磁盘', writtenName: 'Èº¼¯' } as const;
    const node = { name: 'ZQ1', basis: 'inferred', evidence: [] } as const;
    expect(notProven(en, { ...PROVEN, entity, node })).toEqual([
      expect.stringContaining('Èº¼¯'),
      expect.stringContaining('ZQ1'),
    ]);
    expect(notProven(en, { ...PROVEN, node: { ...node, name: null } })).toEqual([
      en.detail.nodeUnknown,
    ]);
  });

  it('is the other instant of a time that occurred twice', () => {
    const placed = {
      provisional: false,
      dst: 'overlap' as const,
      alternative: Date.UTC(2017, 10, 5, 7) as Instant,
    };
    expect(notProven(en, { ...PROVEN, placed })).toEqual([
      expect.stringContaining('2017-11-05 07:00:00.000'),
    ]);
  });
});
