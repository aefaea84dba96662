import { Clock } from '../../model/clock.ts';
import type { FactBody } from '../../model/fact.ts';
import { daysFromCivil, daysInMonth } from '../../time/civil.ts';
import { MS_PER_DAY, type WallTime } from '../../time/instant.ts';
import type { EventFactOptions } from './event-facts.ts';
import type { EventValues } from './event-values.ts';
import { plainText } from './fold-label.ts';
import type { WindowsEvent } from './windows-event.ts';
import {
  type DateOrder,
  ordersOf,
  parseWrittenDate,
  type WrittenDate,
  wallTimeOf,
} from './written-date.ts';

/**
 * When event 6008 says the machine was last alive. Its Binary holds the moment twice, in local time and in UTC, and wins;
 * else the time and date in the text, in the locale of the machine that wrote it, as wall time. The stamp is renewed every
 * 60 s, so the machine died up to about a minute later.
 */
export function lastAliveFacts(
  event: WindowsEvent,
  values: EventValues,
  options: EventFactOptions,
): FactBody[] {
  const written = writtenTime(event, values);
  const pair = readBinary(event.binary);
  if (pair) {
    const alive: FactBody = {
      type: 'alive',
      node: null,
      at: pair.utc,
      clock: Clock.Utc,
      atWritten: written,
    };
    // The pair is in the zone of the node that wrote it; beside stamps in UTC it would say nothing about them.
    if (event.clock !== Clock.Wall) return [alive];
    const about = 'the last-alive stamp of event 6008, in the local time of the node and in UTC';
    return [alive, { type: 'clock-evidence', wall: pair.local, utc: pair.utc, about }];
  }
  // Local digits mean nothing beside stamps that are UTC already: their zone cannot be known from this event.
  if (event.clock === Clock.Utc || written === '') return [];
  const date = parseWrittenDate(written);
  const read = date && wallTimeOf(date, orderFor(date, event, options));
  if (!read) {
    options.onDoubt?.(
      'bad-timestamp',
      `last-alive time "${written}" of event 6008 is no date and time`,
    );
    return [];
  }
  return [{ type: 'alive', node: null, at: read.wall, clock: Clock.Wall, atWritten: written }];
}

/** The sentence of 6008 is short; the bound keeps the work on hostile text small. */
const MAX_MESSAGE = 400;
const DATE = /\d{1,4}\s?[/.\-年]\s?\d{1,2}\s?[/.\-月]\s?\d{1,4}/;
const CLOCK_TIME =
  /(?:\p{L}{2}\s*)?\d{1,2}[:.]\d{2}[:.]\d{2}(?:\s*(?:[ap]\.?\s?m\.?|öö|ös|上午|下午|午前|午後|오전|오후))?/iu;

/** Date, blank, time, as written: from the strings, else by their shapes from the message of any language. */
function writtenTime(event: WindowsEvent, values: EventValues): string {
  const { time, date } = values;
  if (time !== undefined && date !== undefined) return plainText(`${date} ${time}`).trim();
  const message = plainText(event.message.slice(0, MAX_MESSAGE));
  const dateFound = DATE.exec(message);
  if (!dateFound) return '';
  const without = message.replace(dateFound[0], ' ');
  const candidates = [
    CLOCK_TIME.exec(without)?.[0] ?? '',
    /\d{1,2}:\d{2}:\d{2}/.exec(without)?.[0] ?? '',
  ];
  const stamp = candidates
    .map((time) => `${dateFound[0]} ${time}`)
    .find((text) => parseWrittenDate(text) !== null);
  return stamp ?? '';
}

/**
 * The order of an open date in the text: the one that puts the moment before the event itself (a day of slack for zones)
 * and nearer to it; for an undated event the source's order. Says so when nothing decides.
 */
function orderFor(date: WrittenDate, event: WindowsEvent, options: EventFactOptions): DateOrder {
  if (ordersOf(date).length < 2) return options.dateOrder;
  if (event.clock === Clock.Wall) {
    const latest = event.time + MS_PER_DAY;
    const gap = (order: DateOrder) => {
      const read = wallTimeOf(date, order);
      return read && read.wall <= latest ? latest - read.wall : Number.POSITIVE_INFINITY;
    };
    const [monthFirst, dayFirst] = [gap('mdy'), gap('dmy')];
    if (monthFirst !== dayFirst) return monthFirst < dayFirst ? 'mdy' : 'dmy';
  }
  const order = options.dateOrder === 'mdy' ? 'month/day' : 'day/month';
  options.onDoubt?.(
    'ambiguous-date-order',
    `the date in the text of event 6008 fits month/day and day/month; read as ${order}`,
  );
  return options.dateOrder;
}

/** Two SYSTEMTIMEs of 16 bytes: the first local, the second UTC (seen in published events). Null when it holds no such pair. */
function readBinary(hex: string | null): { readonly local: WallTime; readonly utc: number } | null {
  if (hex === null || !/^(?:[0-9a-f]{2}){32,}$/i.test(hex)) return null;
  const local = readSystemTimeStruct(hex.slice(0, 32));
  const utc = readSystemTimeStruct(hex.slice(32, 64));
  return local === null || utc === null ? null : { local: local as WallTime, utc };
}

/** Eight little-endian words: year, month, weekday, day, hour, minute, second, milliseconds. */
function readSystemTimeStruct(hex: string): number | null {
  const word = (index: number) =>
    Number.parseInt(
      hex.slice(index * 4 + 2, index * 4 + 4) + hex.slice(index * 4, index * 4 + 2),
      16,
    );
  const [year, month, day] = [word(0), word(1), word(3)];
  const [hour, minute, second, ms] = [word(4), word(5), word(6), word(7)];
  if (year < 1990 || year > 2199 || day < 1 || day > daysInMonth(year, month)) return null;
  if (hour > 23 || minute > 59 || second > 59 || ms > 999) return null;
  return (
    daysFromCivil(year, month, day) * MS_PER_DAY + ((hour * 60 + minute) * 60 + second) * 1000 + ms
  );
}
