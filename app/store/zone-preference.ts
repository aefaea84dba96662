import type { ZoneRule } from '../../src/time/time-base.ts';
import { formatZone, parseZone } from '../../src/time/zone-text.ts';
import { keepPreference, readPreference } from './preferences.ts';

/** The zone of the machine that the page runs on: for showing times, never for reading them. */
export function browserZone(): ZoneRule {
  return parseZone(Intl.DateTimeFormat().resolvedOptions().timeZone) ?? { kind: 'utc' };
}

/** The second zone chosen last, else the browser's. */
export function readZonePreference(): ZoneRule {
  const kept = readPreference('second-zone');
  return (kept === null ? null : parseZone(kept)) ?? browserZone();
}

export function keepZonePreference(zone: ZoneRule): void {
  keepPreference('second-zone', formatZone(zone));
}
