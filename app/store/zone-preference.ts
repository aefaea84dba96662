import type { ZoneRule } from '../../src/time/time-base.ts';
import { formatZone, parseZone } from '../../src/time/zone-text.ts';
import { keepPreference, readPreference } from './preferences.ts';
import type { View } from './view-slice.ts';

/** The zone of the machine that the page runs on: for showing times, never for reading them. */
export function browserZone(): ZoneRule {
  return parseZone(Intl.DateTimeFormat().resolvedOptions().timeZone) ?? { kind: 'utc' };
}

/** The further zones chosen last, else the browser's. */
export function readZonePreference(): Pick<View, 'secondZone' | 'moreZones'> {
  const kept = (readPreference('second-zone') ?? '')
    .split(' ')
    .map(parseZone)
    .filter((zone) => zone !== null);
  const [secondZone = browserZone(), ...moreZones] = kept;
  return { secondZone, moreZones };
}

/** `zones` from the second on. */
export function keepZonePreference(zones: readonly ZoneRule[]): void {
  keepPreference('second-zone', zones.map(formatZone).join(' '));
}
