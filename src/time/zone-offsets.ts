import { MS_PER_DAY, MS_PER_HOUR } from './instant.ts';

/** A stretch `[start, end)` of instants in which a zone's offset is known to stay the same. */
export interface OffsetStretch {
  readonly start: number;
  readonly end: number;
  readonly offsetMs: number;
}

/** No zone was ever further from Greenwich: Manila kept -15:56 until 1844, Metlakatla +15:13 until 1867. */
export const MAX_OFFSET_MS = 16 * MS_PER_HOUR;

/** Offsets are looked up and kept in chunks, 48 to the Gregorian calendar's period of 400 years; 8.3 years each. */
const CHUNKS_PER_PERIOD = 48;
const CHUNK_MS = (146_097 * MS_PER_DAY) / CHUNKS_PER_PERIOD;
/** Before this chunk (year 1795) no zone has rules; its first offset stands for all earlier time. */
const FIRST_CHUNK = -21;
/** From this chunk (year 2503) on all rules repeat with the calendar, so a chunk equals the one 400 years before. */
const FIRST_REPEATED_CHUNK = 64;
/** The last instant that an ECMAScript date can hold; the offset there stands for all later time. */
const END_OF_DATES = 8.64e15;
/** Shorter than any time for which a zone kept an offset (Recife in October 2000: a week), so no change is stepped over. */
const PROBE_MS = 6 * MS_PER_DAY;

/** The offsets of one IANA zone, read from Intl once and then kept in tables. */
export interface ZoneOffsets {
  /** The stretch that holds `instant`, at most one chunk long. NaN gives an empty stretch with offset 0. Never throws. */
  stretchAt(instant: number): OffsetStretch;
}

const zones = new Map<string, ZoneOffsets | null>();

/** The offsets of an IANA zone in any letter case, or null when Intl does not know it. */
export function zoneOffsets(zone: string): ZoneOffsets | null {
  let offsets = zones.get(zone);
  if (offsets === undefined) {
    offsets = openZone(zone);
    zones.set(zone, offsets);
  }
  return offsets;
}

function openZone(zone: string): ZoneOffsets | null {
  const readOffset = offsetReader(zone);
  if (readOffset === null) return null;
  const chunks = new Map<number, readonly OffsetStretch[]>();
  let last: OffsetStretch = { start: 0, end: 0, offsetMs: 0 };

  const chunkOf = (index: number): readonly OffsetStretch[] => {
    let chunk = chunks.get(index);
    if (chunk === undefined) {
      chunk = readChunk(readOffset, index * CHUNK_MS, (index + 1) * CHUNK_MS);
      chunks.set(index, chunk);
    }
    return chunk;
  };

  const find = (instant: number): OffsetStretch => {
    if (Number.isNaN(instant)) return { start: 0, end: 0, offsetMs: 0 };
    const index = Math.floor(instant / CHUNK_MS);
    if (index < FIRST_CHUNK) {
      const { offsetMs } = chunkOf(FIRST_CHUNK)[0]!;
      return { start: -Infinity, end: FIRST_CHUNK * CHUNK_MS, offsetMs };
    }
    if (index < FIRST_REPEATED_CHUNK) return stretchIn(chunkOf(index), instant);
    if (instant >= END_OF_DATES) {
      return { start: END_OF_DATES, end: Infinity, offsetMs: find(END_OF_DATES - 1).offsetMs };
    }
    const periods = Math.ceil((index - FIRST_REPEATED_CHUNK + 1) / CHUNKS_PER_PERIOD);
    const shift = periods * CHUNKS_PER_PERIOD * CHUNK_MS;
    const { start, end, offsetMs } = stretchIn(
      chunkOf(index - periods * CHUNKS_PER_PERIOD),
      instant - shift,
    );
    return { start: start + shift, end: end + shift, offsetMs };
  };

  return {
    stretchAt(instant) {
      if (!(instant >= last.start && instant < last.end)) last = find(instant);
      return last;
    },
  };
}

function stretchIn(chunk: readonly OffsetStretch[], instant: number): OffsetStretch {
  let index = chunk.length - 1;
  while (index > 0 && chunk[index]!.start > instant) index--;
  return chunk[index]!;
}

type OffsetReader = (instant: number) => number;

/** Reads offsets in ms, to the second, from the digits that Intl prints; null when Intl does not know the zone. */
function offsetReader(zone: string): OffsetReader | null {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    return null;
  }
  return (instant) => {
    const seconds = Math.floor(instant / 1000) * 1000;
    let year = 0;
    let month = 1;
    let day = 1;
    let hour = 0;
    let minute = 0;
    let second = 0;
    for (const { type, value } of format.formatToParts(seconds)) {
      if (type === 'year') year = Number(value);
      else if (type === 'month') month = Number(value);
      else if (type === 'day') day = Number(value);
      else if (type === 'hour') hour = Number(value);
      else if (type === 'minute') minute = Number(value);
      else if (type === 'second') second = Number(value);
    }
    return Date.UTC(year, month - 1, day, hour, minute, second) - seconds;
  };
}

/** The stretches that tile `[start, end)`, a multiple of the probe's step or not. */
function readChunk(readOffset: OffsetReader, start: number, end: number): OffsetStretch[] {
  const stretches: OffsetStretch[] = [];
  let from = start;
  let offsetMs = readOffset(start);
  for (let probe = start; probe < end; ) {
    const next = Math.min(probe + PROBE_MS, end - 1000);
    const reached = readOffset(next);
    let known = probe;
    while (offsetMs !== reached) {
      const change = firstChange(readOffset, known, next, offsetMs);
      stretches.push({ start: from, end: change, offsetMs });
      from = change;
      known = change;
      offsetMs = readOffset(change);
    }
    if (next === end - 1000) break;
    probe = next;
  }
  stretches.push({ start: from, end, offsetMs });
  return stretches;
}

/** An instant in `(low, high]`, on a whole second, at which the offset stops being `offsetMs`; at `high` it is another one. */
function firstChange(
  readOffset: OffsetReader,
  low: number,
  high: number,
  offsetMs: number,
): number {
  let same = Math.floor(low / 1000);
  let other = Math.floor(high / 1000);
  while (other - same > 1) {
    const middle = Math.floor((same + other) / 2);
    if (readOffset(middle * 1000) === offsetMs) same = middle;
    else other = middle;
  }
  return other * 1000;
}
