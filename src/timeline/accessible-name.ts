import { formatClock, formatDate } from '../time/format-time.ts';
import type { Instant } from '../time/instant.ts';
import { MS_PER_DAY } from '../time/instant.ts';
import type { ZoneRule } from '../time/time-base.ts';
import { intervalText } from './interval-text.ts';
import type { Lane, LaneInterval } from './lane.ts';
import type { TimelineWords } from './words.ts';

/** How many intervals and markers of a lane are read out; the rest is counted. */
const SPOKEN = 12;
const UTC: ZoneRule = { kind: 'utc' };

/**
 * What a row is and holds, in one line for those who do not see the bars, times in UTC:
 * `ZQ1, resource 群集磁盘 2, OnlinePending 20:19:36 to 20:24:36, ProcessingFailure since 20:24:36`.
 * Times carry their date when the row spans several UTC days.
 */
export function accessibleName(lane: Lane, words: TimelineWords): string {
  const clock = clockFor(lane);
  const things = [
    ...lane.intervals.map((item) => ({
      time: item.start,
      text: () => intervalName(item, clock, words),
    })),
    ...lane.markers.map(({ marker, time, code }) => ({
      time,
      text: () => {
        const kind = words.marker(marker.kind);
        return words.at(code === null ? kind : `${kind} ${code}`, clock(time));
      },
    })),
    ...lane.events.map(({ event, time }) => ({
      time,
      text: () => words.at(words.event(event.id), clock(time)),
    })),
    ...lane.gaps.map((gap) => ({
      time: gap.start,
      text: () => words.fromTo(words.noLog, clock(gap.start), clock(gap.end)),
    })),
  ].sort((a, b) => a.time - b.time);
  const parts = [laneTitle(lane, words)];
  if (lane.writtenName !== null && lane.kind !== 'source')
    parts.push(words.writtenAs(lane.writtenName));
  if (lane.provisional) parts.push(words.zoneNotKnown);
  parts.push(...things.slice(0, SPOKEN).map((thing) => thing.text()));
  if (things.length > SPOKEN) parts.push(words.more(things.length - SPOKEN));
  return parts.join(', ');
}

/** `ZQ1, resource 群集磁盘 2`: what the row shows, without what happened in it. */
export function laneTitle(lane: Lane, words: TimelineWords): string {
  const node = lane.node ?? words.unplaced;
  if (lane.kind === 'node') return lane.node === null ? node : `${node}, ${words.laneKind.node}`;
  const medium = lane.medium === null ? '' : ` ${words.medium[lane.medium]}`;
  const name = lane.name === '' ? '' : ` ${lane.name}`;
  return `${node}, ${words.laneKind[lane.kind]}${name}${medium}`;
}

function intervalName(
  item: LaneInterval,
  clock: (time: Instant) => string,
  words: TimelineWords,
): string {
  const what = intervalText(item, words);
  const opens = item.interval.startBasis === 'observed' || item.interval.startBasis === 'implied';
  const closes = item.interval.endBasis === 'observed' || item.interval.endBasis === 'implied';
  if (opens && closes) return words.fromTo(what, clock(item.start), clock(item.end));
  if (opens && item.interval.endBasis === 'unknown') return words.from(what, clock(item.start));
  if (opens) return words.since(what, clock(item.start));
  if (closes) return words.until(what, clock(item.end));
  const { start, end } = item.interval;
  return start !== null && end !== null
    ? words.fromTo(what, clock(start), clock(end))
    : words.throughout(what);
}

function clockFor(lane: Lane): (time: Instant) => string {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const { start, end } of [...lane.intervals, ...lane.gaps]) {
    first = Math.min(first, start);
    last = Math.max(last, end);
  }
  for (const { time } of [...lane.markers, ...lane.events]) {
    first = Math.min(first, time);
    last = Math.max(last, time);
  }
  const oneDay = Math.floor(first / MS_PER_DAY) === Math.floor(last / MS_PER_DAY);
  return (time) =>
    oneDay
      ? formatClock(time, UTC, 'second')
      : `${formatDate(time, UTC)} ${formatClock(time, UTC, 'second')}`;
}
