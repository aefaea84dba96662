import { expect, test } from 'vitest';
import { matchSkeleton, skeletonOf } from './skeleton.ts';

test('two wrong conversions leave a skeleton', () => {
  expect(skeletonOf('群集磁盘 2')).toBe('èoˉ′ì 2');
  expect(skeletonOf('Cluster Disk 1')).toBe('Cluster Disk 1');
});

test('a whole known name is preferred', () => {
  const match = matchSkeleton('èoˉ′ì 2', ['群集磁盘 1', '群集磁盘 2']);
  expect(match!.name).toBe('群集磁盘 2');
  expect(match!.proof).not.toContain('Less certain');
});

test('the Chinese part of a known name proves another number', () => {
  const match = matchSkeleton('èoˉ′ì 2', ['群集磁盘 1', 'wlc']);
  expect(match!.name).toBe('群集磁盘 2');
  expect(match!.proof).toContain('Less certain');
});

test('two names with one skeleton prove nothing', () => {
  // 盘 is C5 CC and 刑 is D0 CC: GBK has nothing like Å or Ð, so both keep only ì.
  expect(skeletonOf('群集磁刑 2')).toBe(skeletonOf('群集磁盘 2'));
  expect(matchSkeleton('èoˉ′ì 2', ['群集磁盘 2', '群集磁刑 2'])).toBeNull();
  expect(matchSkeleton('èoˉ′ì 2', ['群集磁盘 1', '群集磁刑 1'])).toBeNull();
});

test('nothing known, clean names and ASCII names match nothing', () => {
  expect(matchSkeleton('èoˉ′ì 2', [])).toBeNull();
  expect(matchSkeleton('èoˉ′ì 2', ['磁带 1', 'Cluster Disk 2'])).toBeNull();
  expect(matchSkeleton('Cluster Disk 2', ['群集磁盘 2'])).toBeNull();
  expect(matchSkeleton('群集磁盘 2', ['群集磁盘 2'])).toBeNull();
});
