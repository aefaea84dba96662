import { assert } from '../base/assert.ts';
import { RANGE_BYTES } from './limits.ts';

/** Bytes `[start, end)` of a source; `index` counts from 0 and is the index of the segment that is scanned from it. */
export interface ByteRange {
  readonly index: number;
  readonly start: number;
  readonly end: number;
}

/**
 * Cuts a source into ranges of `rangeBytes` (even, so that UTF-16 units stay whole), the last one shorter. The plan
 * depends on the size alone, so any number of workers gives the same segments. An empty source has one empty range.
 */
export function planRanges(
  byteLength: number,
  options: { readonly rangeBytes?: number } = {},
): ByteRange[] {
  const rangeBytes = options.rangeBytes ?? RANGE_BYTES;
  assert(
    rangeBytes >= 4 && rangeBytes % 2 === 0,
    'ranges have an even size, longer than a byte order mark',
  );
  const ranges: ByteRange[] = [];
  for (let start = 0; start < byteLength || start === 0; start += rangeBytes) {
    ranges.push({ index: ranges.length, start, end: Math.min(start + rangeBytes, byteLength) });
  }
  return ranges;
}
