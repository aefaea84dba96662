import { daysFromCivil, daysInMonth } from '../../time/civil.ts';
import { type Instant, MS_PER_DAY } from '../../time/instant.ts';
import type { EventDatum } from './windows-event.ts';

/** One `<Event>` element, read. Absent parts are null, '' or empty. */
export interface XmlEvent {
  readonly provider: string;
  readonly eventSourceName: string;
  readonly id: number;
  /** 0 to 5, or null. */
  readonly level: number | null;
  readonly keywords: bigint | null;
  readonly channel: string;
  readonly computer: string;
  readonly recordId: number | null;
  readonly time: Instant | null;
  /** SystemTime as written. */
  readonly timeWritten: string;
  readonly data: readonly EventDatum[];
  readonly binary: string | null;
  /** RenderingInfo's Message; '' when the event was not rendered. */
  readonly message: string;
}

/**
 * Reads the text of one event: from `<Event` to `</Event>`, or as much of it as is there. Namespaces, quote styles and
 * the `- ` marks of a browser's tree view do not matter. Null when it names no event id. Never throws.
 */
export function readEventXml(text: string): XmlEvent | null {
  const xml = text.replace(/^[ \t]*-[ \t]*(?=<)/gm, '');
  const id = Number(/<EventID\b[^<>]*>\s*(\d{1,10})\s*</i.exec(xml)?.[1] ?? Number.NaN);
  if (!Number.isInteger(id)) return null;
  const provider = /<Provider\b([^<>]*)>/i.exec(xml)?.[1] ?? '';
  const timeWritten = attribute(/<TimeCreated\b([^<>]*)>/i.exec(xml)?.[1] ?? '', 'SystemTime');
  const level = element(xml, 'Level');
  return {
    provider: attribute(provider, 'Name'),
    eventSourceName: attribute(provider, 'EventSourceName'),
    id: id & 0xffff,
    level: /^\d{1,3}$/.test(level) ? Number(level) : null,
    keywords: readKeywords(element(xml, 'Keywords')),
    channel: element(xml, 'Channel'),
    computer: element(xml, 'Computer'),
    recordId: safeInteger(element(xml, 'EventRecordID')),
    time: readSystemTime(timeWritten),
    timeWritten,
    data: readData(xml),
    binary: element(xml, 'Binary') || null,
    message: element(/<RenderingInfo\b[\s\S]*/i.exec(xml)?.[0] ?? '', 'Message'),
  };
}

/** `2017-09-15T20:24:36.3651234Z` in UTC, with 0 to 9 fraction digits; a missing Z means UTC as well. Null when it is no such time. */
export function readSystemTime(written: string): Instant | null {
  const parts =
    /^\s*(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(?:Z|[+-]00:?00)?\s*$/.exec(
      written,
    );
  if (!parts) return null;
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  if (day < 1 || day > daysInMonth(year, month) || hour > 23 || minute > 59 || second > 59)
    return null;
  const fraction = Number(`0.${parts[7] ?? '0'}`) * 1000;
  const seconds = (hour * 60 + minute) * 60 + second;
  return (daysFromCivil(year, month, day) * MS_PER_DAY + seconds * 1000 + fraction) as Instant;
}

/** The entities that XML predefines, and character references. Unknown ones stay as they are. */
export function decodeXmlText(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(lt|gt|amp|quot|apos));/gi,
    (whole, hex, decimal, name) => {
      if (name !== undefined) return ENTITIES[String(name).toLowerCase()] ?? whole;
      const code = hex !== undefined ? Number.parseInt(hex, 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

const ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
};

/** Values in document order: EventData's Data (an empty one counts), else the leaf elements of UserData. */
function readData(xml: string): EventDatum[] {
  const eventData = /<EventData\b[^<>]*>([\s\S]*)/i.exec(xml)?.[1]?.split(/<\/EventData>/i)[0];
  if (eventData !== undefined) {
    return [...eventData.matchAll(/<Data\b([^<>]*?)(?:\/>|>([^<]*)<\/Data>)/gi)].map((match) => ({
      name: attribute(match[1]!, 'Name') || null,
      value: decodeXmlText(match[2] ?? '').trim(),
    }));
  }
  const userData = /<UserData\b[^<>]*>([\s\S]*)/i.exec(xml)?.[1]?.split(/<\/UserData>/i)[0] ?? '';
  return [...userData.matchAll(/<([A-Za-z_][\w.-]*)\b[^<>]*?(?:\/>|>([^<]*)<\/\1\s*>)/g)].map(
    (match) => ({
      name: match[1]!,
      value: decodeXmlText(match[2] ?? '').trim(),
    }),
  );
}

function element(xml: string, name: string): string {
  const found = new RegExp(`<${name}\\b[^<>]*?(?<!/)>([^<]*)<`, 'i').exec(xml);
  return decodeXmlText(found?.[1] ?? '').trim();
}

function attribute(attributes: string, name: string): string {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'i').exec(
    attributes,
  );
  return decodeXmlText(found?.[1] ?? found?.[2] ?? '').trim();
}

function readKeywords(text: string): bigint | null {
  return /^0x[0-9a-f]{1,16}$/i.test(text) ? BigInt(text) : null;
}

function safeInteger(text: string): number | null {
  const value = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
  return Number.isSafeInteger(value) ? value : null;
}
