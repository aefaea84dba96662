import { describe, expect, it } from 'vitest';
import type { SegmentRecords } from '../../src/model/evidence.ts';
import type { Source, SourceId } from '../../src/model/source.ts';
import { EvidenceBatch } from './evidence-batch.ts';
import { NO_EVIDENCE } from './evidence-slice.ts';

const id = (text: string) => text as SourceId;
const source = (text: string, records = 0) => ({ id: id(text), records }) as Source;
const segment = (baseLine: number) => ({ baseLine }) as SegmentRecords;

describe('EvidenceBatch', () => {
  it('asks once for a frame however many messages arrive', () => {
    let asked = 0;
    const batch = new EvidenceBatch(() => asked++);
    for (let i = 0; i < 1000; i++) batch.onSource(source('s1', i));
    expect(asked).toBe(1);
    batch.take(NO_EVIDENCE);
    batch.onState('ready');
    expect(asked).toBe(2);
  });

  it('keeps the identity of everything that did not change', () => {
    const batch = new EvidenceBatch(() => undefined);
    batch.onSource(source('s1'));
    batch.onSegment(id('s1'), 0, segment(1));
    const before = batch.take(NO_EVIDENCE);
    batch.onState('loading');
    const after = batch.take(before);
    expect(after.pageState).toBe('loading');
    expect(after.sources).toBe(before.sources);
    expect(after.segments).toBe(before.segments);
    expect(after.incident).toBe(before.incident);
    expect(after.files).toBe(before.files);
    expect(after.unrecognised).toBe(before.unrecognised);
  });

  it('replaces a source in its place and appends new ones in order', () => {
    const batch = new EvidenceBatch(() => undefined);
    batch.onSource(source('s1'));
    batch.onSource(source('s2'));
    const before = batch.take(NO_EVIDENCE);
    batch.onSource(source('s1', 7));
    batch.onSource(source('s3'));
    const after = batch.take(before);
    expect(after.sources.map((each) => [each.id, each.records])).toEqual([
      ['s1', 7],
      ['s2', 0],
      ['s3', 0],
    ]);
    expect(after.sources[1]).toBe(before.sources[1]);
  });

  it('puts segments in file order in whatever order they arrive, also across batches', () => {
    const batch = new EvidenceBatch(() => undefined);
    batch.onSegment(id('s1'), 2, segment(300));
    batch.onSegment(id('s1'), 0, segment(1));
    let evidence = batch.take(NO_EVIDENCE);
    batch.onSegment(id('s1'), 1, segment(200));
    batch.onSegment(id('s1'), 3, segment(400));
    evidence = batch.take(evidence);
    expect(evidence.segments[id('s1')]!.map(({ baseLine }) => baseLine)).toEqual([
      1, 200, 300, 400,
    ]);
  });

  it('forgets the segments of a source that is read again, and takes the new ones', () => {
    const batch = new EvidenceBatch(() => undefined);
    batch.onSegment(id('s1'), 0, segment(1));
    batch.onSegment(id('s2'), 0, segment(1));
    const before = batch.take(NO_EVIDENCE);
    batch.onReset(id('s1'));
    batch.onSegment(id('s1'), 0, segment(5));
    const after = batch.take(before);
    expect(after.segments[id('s1')]!.map(({ baseLine }) => baseLine)).toEqual([5]);
    expect(after.segments[id('s2')]).toBe(before.segments[id('s2')]);
  });

  it('brings nothing back of what the reader removed', () => {
    const batch = new EvidenceBatch(() => undefined);
    batch.onSource(source('s1'));
    batch.onSegment(id('s1'), 0, segment(1));
    batch.onSource(source('s2'));
    batch.forget(id('s1'));
    const after = batch.take(NO_EVIDENCE);
    expect(after.sources.map((each) => each.id)).toEqual(['s2']);
    expect(after.segments).toBe(NO_EVIDENCE.segments);
  });
});
