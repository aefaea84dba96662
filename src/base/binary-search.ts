/**
 * Index of the first item for which `isAtOrAfter` holds, or `count` when it holds for none.
 * `isAtOrAfter(i)` must be false for a (possibly empty) prefix and true from there on. O(log n).
 */
export function lowerBound(count: number, isAtOrAfter: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isAtOrAfter(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
