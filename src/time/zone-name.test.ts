import { expect, it } from 'vitest';
import type { Instant } from './instant.ts';
import { zoneNameAt } from './zone-name.ts';

const at = (iso: string) => Date.parse(iso) as Instant;

it('names a zone by the season of the instant', () => {
  const berlin = { kind: 'zone', zone: 'Europe/Berlin' } as const;
  expect(zoneNameAt(berlin, at('2026-01-15T12:00:00Z'))).toBe(
    'Central European Standard Time, GMT+1',
  );
  expect(zoneNameAt(berlin, at('2026-07-15T12:00:00Z'))).toBe(
    'Central European Summer Time, GMT+2',
  );
});

it('is right in the hour around a change, whatever zone this machine is in', () => {
  const newYork = { kind: 'zone', zone: 'America/New_York' } as const;
  expect(zoneNameAt(newYork, at('2026-03-08T06:59:59Z'))).toBe('Eastern Standard Time, GMT-5');
  expect(zoneNameAt(newYork, at('2026-03-08T07:00:00Z'))).toBe('Eastern Daylight Time, GMT-4');
});

it('has no name for offsets and for what nobody knows', () => {
  expect(zoneNameAt({ kind: 'offset', offsetMinutes: 480 }, at('2026-01-01T00:00:00Z'))).toBeNull();
  expect(zoneNameAt({ kind: 'zone', zone: 'Mars/Olympus' }, at('2026-01-01T00:00:00Z'))).toBeNull();
});
