import { Clock } from '../../src/model/clock.ts';
import type { Placed } from '../../src/model/incident.ts';
import { placeWall } from '../../src/time/apply-time-base.ts';
import type { Instant, WallTime } from '../../src/time/instant.ts';
import type { ZoneRule } from '../../src/time/time-base.ts';
import type { RecordPlace } from './record-rows.ts';

/** Where a record lies on the axis under its source's zone; undated when its stamp has no date. */
export function placeRecord(
  { segment, index }: RecordPlace,
  zone: ZoneRule,
): Omit<Placed, 'written'> {
  const time = segment.columns.time[index]!;
  switch (segment.columns.clock[index]) {
    case Clock.Utc:
      return { time: time as Instant, provisional: false };
    case Clock.Wall: {
      const { instant, ...rest } = placeWall(zone, time as WallTime);
      return { time: instant, ...rest };
    }
    default:
      return { time: null, provisional: false };
  }
}
