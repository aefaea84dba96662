/**
 * Puts spans into the fewest bands so that no two in a band overlap (touching is allowed): the first free band, in order
 * of start. `spans` must ascend by start. Returns the band of each and how many there are (at least 1). O(n × bands).
 *
 * Example: `[0,10) [5,8) [10,12)` gives bands `0 1 0`.
 */
export function packBands(spans: readonly { readonly start: number; readonly end: number }[]): {
  readonly bandOf: readonly number[];
  readonly bands: number;
} {
  const ends: number[] = [];
  const bandOf = spans.map((span) => {
    const free = ends.findIndex((end) => end <= span.start);
    const band = free === -1 ? ends.length : free;
    ends[band] = Math.max(span.end, span.start);
    return band;
  });
  return { bandOf, bands: Math.max(1, ends.length) };
}
