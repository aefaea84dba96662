import type { Instant } from '../time/instant.ts';

/** ISO 8601 in UTC with milliseconds, for attributes and reasons; null where no calendar reaches. */
export function isoOf(instant: Instant): string | null {
  const date = new Date(instant);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}
