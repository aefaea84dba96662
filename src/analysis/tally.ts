/** Counts how often each value was seen. */
export class Tally<T> {
  private readonly counts = new Map<T, number>();
  private total = 0;

  add(value: T, weight = 1): void {
    this.counts.set(value, (this.counts.get(value) ?? 0) + weight);
    this.total += weight;
  }

  addAll(other: Tally<T>): void {
    for (const [value, count] of other.counts) this.add(value, count);
  }

  values(): T[] {
    return [...this.counts.keys()];
  }

  /** The value seen most often; of equals the one that sorts first. undefined when empty. */
  most(): T | undefined {
    const [first] = [...this.counts].sort(
      ([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1),
    );
    return first?.[0];
  }

  /** The value that makes up at least `share` (above one half) of all sightings; undefined when they contradict. */
  dominant(share = 0.9): T | undefined {
    for (const [value, count] of this.counts) if (count >= this.total * share) return value;
    return undefined;
  }
}
