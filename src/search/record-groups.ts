/** Records `[first, end)` whose bytes are taken together: `[start, stop)`. */
export interface RecordGroup {
  readonly first: number;
  readonly end: number;
  readonly start: number;
  readonly stop: number;
}

/**
 * Gathers neighbouring records until a group has `maxBytes` bytes (one record may exceed it) or the next record lies more
 * than `maxGap` bytes beyond. Records ascend and do not overlap.
 */
export function groupRecords(
  offset: Uint32Array,
  length: Uint32Array,
  maxBytes: number,
  maxGap: number,
): RecordGroup[] {
  const groups: RecordGroup[] = [];
  let first = 0;
  for (let i = 0; i < offset.length; i++) {
    const stop = offset[i]! + length[i]!;
    const start = offset[first]!;
    const next = offset[i + 1];
    if (next !== undefined && stop - start < maxBytes && next - stop <= maxGap) continue;
    groups.push({ first, end: i + 1, start, stop });
    first = i + 1;
  }
  return groups;
}
