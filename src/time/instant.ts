/** Milliseconds since 1970-01-01T00:00:00Z (float64, exact to 0.25 µs). */
export type Instant = number & { readonly unit: 'Instant' };

/**
 * Milliseconds from 1970-01-01 00:00 to the digits that were written, read as if they were UTC.
 * Which instant it is depends on the zone of the writer: 0, 1 or 2 instants (gap, usual, overlap).
 */
export type WallTime = number & { readonly unit: 'WallTime' };

export const MS_PER_SECOND = 1000;
export const MS_PER_MINUTE = 60_000;
export const MS_PER_HOUR = 3_600_000;
export const MS_PER_DAY = 86_400_000;
