import type { Incident, LineRef, StateInterval } from '../../src/model/incident.ts';
import type { SourceId } from '../../src/model/source.ts';
import {
  formatClock,
  formatDate,
  formatDuration,
  formatStamp,
} from '../../src/time/format-time.ts';
import type { Instant } from '../../src/time/instant.ts';
import type { ZoneRule } from '../../src/time/time-base.ts';
import type { Mark } from '../../src/timeline/hit-test.ts';
import { intervalText } from '../../src/timeline/interval-text.ts';
import type { Lane } from '../../src/timeline/lane.ts';
import type { PickedRecord } from '../../src/timeline/pick-record.ts';
import type { TimelineStrings } from './strings.ts';

/** What a tooltip says, as plain text: log text is never read as HTML. */
export interface MarkText {
  readonly title: string;
  readonly lines: readonly string[];
}

export interface MarkContext {
  readonly incident: Incident;
  readonly lane: Lane;
  readonly strings: TimelineStrings;
  /** Zones that times are also told in. */
  readonly zones: readonly ZoneRule[];
  sourceName(source: SourceId): string;
  /** The record that answers for a bar of density. */
  record(mark: Extract<Mark, { type: 'records' }>): PickedRecord | null;
}

const UTC: ZoneRule = { kind: 'utc' };

/** What a mark is, when exactly, how its edges are known, and the line that says so. */
export function describeMark(mark: Mark, context: MarkContext): MarkText {
  switch (mark.type) {
    case 'interval':
      return describeInterval(mark, context);
    case 'marker': {
      const marker = context.incident.markers[mark.index];
      if (marker === undefined) return { title: '', lines: [] };
      const code = context.lane.markers.find(({ index }) => index === mark.index)?.code ?? null;
      const kind = context.strings.words.marker(marker.kind);
      const name = marker.entity === null ? '' : ` · ${marker.entity.name}`;
      return {
        title: `${code === null ? kind : `${kind} ${code}`}${name}`,
        lines: [
          ...stampLines(marker.time, context),
          ...provenance(marker.ref, mark.indexes, context),
        ],
      };
    }
    case 'event': {
      const event = context.incident.events[mark.index];
      if (event === undefined) return { title: '', lines: [] };
      return {
        title: `${event.id} ${event.meaning}`,
        lines: [
          ...stampLines(event.time, context),
          ...provenance(mark.ref ?? event.ref, mark.indexes, context),
        ],
      };
    }
    case 'records':
      return describeRecords(mark, context);
    case 'gap':
      return {
        title: context.strings.gap,
        lines: spanLines(mark.start, mark.end, context),
      };
  }
}

function describeInterval(mark: Extract<Mark, { index: number }>, context: MarkContext): MarkText {
  const { lane, strings } = context;
  const item = lane.intervals.find(({ index }) => index === mark.index);
  if (item === undefined) return { title: '', lines: [] };
  const { interval } = item;
  const edges = [strings.startEdge[interval.startBasis], strings.endEdge[interval.endBasis]].filter(
    (text) => text !== '',
  );
  return {
    title: titleOf(interval, intervalText(item, strings.words)),
    lines: [
      ...spanLines(item.start, item.end, context),
      ...(edges.length > 0 ? [edges.join(', ')] : []),
      ...(interval.reasoning === '' ? [] : [interval.reasoning]),
      ...provenance(interval.evidence[0] ?? null, mark.indexes, context),
      ...(lane.provisional ? [strings.zoneTagTitle] : []),
    ],
  };
}

function titleOf(interval: StateInterval, text: string): string {
  return interval.entity.kind === 'node' || interval.kind === 'heartbeat-miss'
    ? text
    : `${interval.entity.name} · ${text}`;
}

function describeRecords(mark: Extract<Mark, { type: 'records' }>, context: MarkContext): MarkText {
  const { strings } = context;
  const record = context.record(mark);
  const count = mark.count.toLocaleString(strings.locale);
  if (record === null) return { title: strings.recordsHere(count, ''), lines: [] };
  const parts = [
    strings.levels[record.level] ?? '',
    record.component,
    record.eventId === 0 ? '' : `${record.eventId}`,
  ];
  return {
    title: strings.recordsHere(count, strings.levels[record.level] ?? ''),
    lines: [
      ...stampLines(record.time, context),
      [
        parts.filter((part) => part !== '').join(' '),
        strings.line(context.sourceName(mark.source), record.line),
      ]
        .filter((part) => part !== '')
        .join(' · '),
    ],
  };
}

function stampLines(time: Instant | null, { zones, lane, strings }: MarkContext): string[] {
  if (time === null) return [];
  const lines = [UTC, ...zones].map((zone) => formatStamp(time, zone));
  if (lane.provisional) lines.push(strings.zoneTagTitle);
  return lines;
}

/** From when to when, how long, and the same in the further zones. */
function spanLines(start: Instant, end: Instant, { zones }: MarkContext): string[] {
  return [
    `${spanText(start, end, UTC)} · ${formatDuration(end - start)}`,
    ...zones.map((zone) => spanText(start, end, zone)),
  ];
}

/** `2017-09-15 20:19:36.365 → 20:24:36.365 UTC`; the second date only when it differs. */
function spanText(start: Instant, end: Instant, zone: ZoneRule): string {
  const clock = formatClock(start, zone, 'millisecond');
  const from = `${formatDate(start, zone)} ${clock}`;
  const sameDay = formatDate(start, zone) === formatDate(end, zone);
  const to = formatStamp(end, zone);
  return `${from} → ${sameDay ? to.slice(to.indexOf(' ') + 1) : to}`;
}

function provenance(
  ref: LineRef | null,
  indexes: readonly number[],
  context: MarkContext,
): string[] {
  const lines =
    ref === null ? [] : [context.strings.line(context.sourceName(ref.source), ref.line)];
  if (indexes.length > 1) lines.push(context.strings.alsoShown(indexes.length - 1));
  return lines;
}
