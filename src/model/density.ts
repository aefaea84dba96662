import { Clock } from './clock.ts';
import type { DensityLevel, RecordColumns } from './segment.ts';

/** The finest level of a segment has at most this many bins. */
const MAX_BINS = 4096;

/**
 * Builds the density pyramid of one segment, finest level first, one bin last (two, -1 and 0, when
 * records lie on both sides of 1970: those never meet). O(records + bins).
 * Bins are aligned to the epoch, so that pyramids of different segments add up bin by bin.
 */
export function buildDensity(
  columns: Pick<RecordColumns, 'count' | 'time' | 'clock' | 'level'>,
): DensityLevel[] {
  const { count, time, clock, level } = columns;
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < count; i++) {
    if (clock[i] !== Clock.Wall && clock[i] !== Clock.Utc) continue;
    const t = time[i]!;
    if (t < min) min = t;
    if (t > max) max = t;
  }
  if (min > max) return [];
  let exponent = 0;
  while (Math.floor(max / 2 ** exponent) - Math.floor(min / 2 ** exponent) >= MAX_BINS) exponent++;
  const width = 2 ** exponent;
  const firstBin = Math.floor(min / width);
  const bins = Math.floor(max / width) - firstBin + 1;
  const counts = new Uint32Array(bins);
  const worst = new Uint8Array(bins);
  for (let i = 0; i < count; i++) {
    if (clock[i] !== Clock.Wall && clock[i] !== Clock.Utc) continue;
    const bin = Math.floor(time[i]! / width) - firstBin;
    counts[bin]!++;
    if (worst[bin] === 0 || level[i]! < worst[bin]!) worst[bin] = level[i]!;
  }
  const levels: DensityLevel[] = [{ exponent, firstBin, counts, worst }];
  for (let level = levels[0]!; !isCoarsest(level); levels.push(level)) level = halved(level);
  return levels;
}

function isCoarsest({ firstBin, counts }: DensityLevel): boolean {
  return counts.length === 1 || (firstBin === -1 && counts.length === 2);
}

function halved(fine: DensityLevel): DensityLevel {
  const firstBin = Math.floor(fine.firstBin / 2);
  const bins = Math.floor((fine.firstBin + fine.counts.length - 1) / 2) - firstBin + 1;
  const counts = new Uint32Array(bins);
  const worst = new Uint8Array(bins);
  for (let i = 0; i < fine.counts.length; i++) {
    const bin = Math.floor((fine.firstBin + i) / 2) - firstBin;
    counts[bin]! += fine.counts[i]!;
    const level = fine.worst[i]!;
    if (level !== 0 && (worst[bin] === 0 || level < worst[bin]!)) worst[bin] = level;
  }
  return { exponent: fine.exponent + 1, firstBin, counts, worst };
}
