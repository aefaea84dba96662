/**
 * What a record's `time` column holds. One byte a record.
 * - `Undated`: nothing usable; `time` is 0.
 * - `Wall`: a WallTime; the source's time base turns it into an instant.
 * - `Utc`: an Instant, whatever the source's time base (the record itself says UTC).
 * - `TimeOfDay`: milliseconds since midnight; the line has no date.
 * - `DayOfMonth`: `day * 86 400 000 +` milliseconds since midnight; the line has a day (1-31) but no month (NT4).
 * The last two count as undated until the reader gives the date.
 */
export const Clock = { Undated: 0, Wall: 1, Utc: 2, TimeOfDay: 3, DayOfMonth: 4 } as const;
export type Clock = (typeof Clock)[keyof typeof Clock];
