import { formatInTimeZone } from 'date-fns-tz';
import type { Instant } from './instant.ts';
import type { ZoneRule } from './time-base.ts';
import { isKnownZone } from './zone.ts';

/**
 * What people call a zone at an instant, for confirmation beside its id: `China Standard Time, GMT+8`, `Central European
 * Summer Time, GMT+2`. Null for rules without a name: fixed offsets, unknown zones and what the platform does not know.
 */
export function zoneNameAt(rule: ZoneRule, instant: Instant): string | null {
  if (rule.kind !== 'zone' || !isKnownZone(rule.zone)) return null;
  return formatInTimeZone(instant, rule.zone, 'zzzz, OOO');
}
