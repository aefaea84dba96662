import { type Instant, MS_PER_MINUTE, type WallTime } from './instant.ts';
import type { ZoneRule } from './time-base.ts';
import { MAX_OFFSET_MS, type OffsetStretch, zoneOffsets } from './zone-offsets.ts';

/**
 * The instants that a wall time can mean. `gap`: the clocks skipped it; `shifted` reads it with the offset from before the
 * gap, so it lies as far behind the change as the digits lie behind the gap's begin. `overlap`: the clocks showed it twice.
 */
export type WallReading =
  | { readonly kind: 'exact'; readonly instant: Instant }
  | { readonly kind: 'gap'; readonly shifted: Instant }
  | { readonly kind: 'overlap'; readonly earlier: Instant; readonly later: Instant };

/** A change of a zone's offset; `before` holds up to `at`, `after` from `at` on. Minutes east of UTC. */
export interface OffsetChange {
  readonly at: Instant;
  readonly before: number;
  readonly after: number;
}

/** Names that Intl takes beside the IANA ones; three letters that mean several zones (CST, IST) are no name of one. */
const ICU_ONLY = /^(?:systemv\/.*|[a-z]{3})$/i;
const IANA_THREE_LETTERS = new Set([
  'cet',
  'eet',
  'est',
  'gmt',
  'hst',
  'met',
  'mst',
  'prc',
  'roc',
  'rok',
  'uct',
  'utc',
  'wet',
]);

/** Whether `zone` is a name of the IANA database that this browser knows; letter case is ignored, offsets are no names. */
export function isKnownZone(zone: string): boolean {
  if (!/^[a-z]/i.test(zone)) return false;
  if (ICU_ONLY.test(zone) && !IANA_THREE_LETTERS.has(zone.toLowerCase())) return false;
  return zoneOffsets(zone) !== null;
}

/**
 * The offset in force at an instant, in minutes east of UTC; whole but for local mean times of the past (New York until
 * 1883: -296.03). An unknown rule or a zone that this browser does not know counts as UTC. Never throws.
 */
export function offsetMinutesAt(rule: ZoneRule, instant: Instant): number {
  return offsetMsAt(rule, instant) / MS_PER_MINUTE;
}

/** What the clocks show at an instant. An unknown rule counts as UTC. */
export function wallOf(rule: ZoneRule, instant: Instant): WallTime {
  return (instant + offsetMsAt(rule, instant)) as WallTime;
}

function offsetMsAt(rule: ZoneRule, instant: number): number {
  if (rule.kind === 'offset') return rule.offsetMinutes * MS_PER_MINUTE;
  if (rule.kind !== 'zone') return 0;
  return zoneOffsets(rule.zone)?.stretchAt(instant).offsetMs ?? 0;
}

/** The instants at which the clocks showed `wall`. An unknown rule counts as UTC; NaN comes back as exactly NaN. */
export function instantsOf(rule: ZoneRule, wall: WallTime): WallReading {
  const zone = rule.kind === 'zone' ? zoneOffsets(rule.zone) : null;
  if (zone === null || !Number.isFinite(wall)) {
    return { kind: 'exact', instant: (wall - offsetMsAt(rule, wall)) as Instant };
  }
  const latest = wall + MAX_OFFSET_MS;
  let stretch = zone.stretchAt(wall - MAX_OFFSET_MS);
  if (stretch.end > latest) return { kind: 'exact', instant: (wall - stretch.offsetMs) as Instant };

  const found: Instant[] = [];
  let shifted: Instant | null = null;
  for (;;) {
    const instant = wall - stretch.offsetMs;
    if (instant >= stretch.start && instant < stretch.end) found.push(instant as Instant);
    if (stretch.end > latest) break;
    const next: OffsetStretch = zone.stretchAt(stretch.end);
    const inGap = wall >= stretch.end + stretch.offsetMs && wall < stretch.end + next.offsetMs;
    if (inGap && shifted === null) shifted = instant as Instant;
    stretch = next;
  }
  const earlier = found[0];
  const later = found[1];
  if (earlier === undefined) {
    return { kind: 'gap', shifted: shifted ?? ((wall - stretch.offsetMs) as Instant) };
  }
  if (later === undefined) return { kind: 'exact', instant: earlier };
  return { kind: 'overlap', earlier, later };
}

/** The years that `offsetChanges` looks at: 0000 to 9999, the ones that stamps can have. */
const FIRST_LISTED = -62_167_219_200_000;
const END_OF_LISTED = 253_402_300_800_000;

/** The changes of a rule's offset with `at` in `[start, end)`, ascending; none outside the years 0000 to 9999. */
export function offsetChanges(rule: ZoneRule, start: Instant, end: Instant): OffsetChange[] {
  const zone = rule.kind === 'zone' ? zoneOffsets(rule.zone) : null;
  if (zone === null || !(start < end)) return [];
  const changes: OffsetChange[] = [];
  const last = Math.min(end, END_OF_LISTED);
  let stretch = zone.stretchAt(Math.max(start, FIRST_LISTED) - 1);
  while (stretch.end < last) {
    const next = zone.stretchAt(stretch.end);
    if (next.offsetMs !== stretch.offsetMs && stretch.end >= start) {
      changes.push({
        at: stretch.end as Instant,
        before: stretch.offsetMs / MS_PER_MINUTE,
        after: next.offsetMs / MS_PER_MINUTE,
      });
    }
    stretch = next;
  }
  return changes;
}
