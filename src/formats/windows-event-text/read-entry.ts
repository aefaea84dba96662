import { Clock } from '../../model/clock.ts';
import { Level } from '../../model/level.ts';
import { MS_PER_MINUTE } from '../../time/instant.ts';
import { readBugcheckText } from '../windows-events/bugcheck-text.ts';
import { eventOf, findEvent } from '../windows-events/catalogue.ts';
import { PROVIDERS } from '../windows-events/catalogue-data.ts';
import { readEventXml, readSystemTime, type XmlEvent } from '../windows-events/event-xml.ts';
import { plainText } from '../windows-events/fold-label.ts';
import { levelOfNumber, levelOfWord } from '../windows-events/level-words.ts';
import { recogniseMessage } from '../windows-events/message-templates.ts';
import type { EventDatum, WindowsEvent } from '../windows-events/windows-event.ts';
import {
  type DateOrder,
  isDatePlaceholder,
  parseWrittenDate,
  type WrittenDate,
  wallTimeOf,
} from '../windows-events/written-date.ts';
import type { Entry } from './entry.ts';
import { readFriendlyView } from './friendly-view.ts';
import { bareLine } from './labels.ts';

/** An entry as far as it can be read without knowing the order of its date. */
export interface CopiedEvent {
  readonly provider: string;
  /** 0 when the text gives none. */
  readonly id: number;
  readonly level: Level;
  /** Without placeholders; '' when unknown. */
  readonly computer: string;
  readonly message: string;
  readonly data: readonly EventDatum[];
  readonly binary: string | null;
  readonly recordId: number | null;
  readonly channel: string;
  /** The stamp as written: Date, with Time behind it when they stand apart; '' when there is none. */
  readonly written: string;
  readonly writtenLine: number;
  readonly date: WrittenDate | null;
  /** From the event's XML or friendly view. */
  readonly utc: number | null;
}

/** An event of more XML than this is cut: no event of Windows is larger than 64 KiB. */
const MAX_XML_CHARS = 256 * 1024;
/** Of a header value this much can matter. */
const MAX_VALUE_CHARS = 200;

/** Reads what the lines of an entry say; XML wins over the header. Never throws. */
export function readEntry(entry: Entry): CopiedEvent {
  const xml = entry.xml.length === 0 ? null : readXml(entry.xml);
  const friendly = entry.friendly.length === 0 ? null : readFriendlyView(entry.friendly);
  const value = (field: Parameters<Entry['header']['get']>[0]) =>
    (entry.header.get(field)?.value ?? '').slice(0, MAX_VALUE_CHARS);
  const message = messageOf(entry, xml);
  const data = xml?.data.length ? xml.data : (friendly?.data ?? []);
  const named = identify(
    sourceOf(xml, friendly?.provider || value('source')),
    xml?.id ?? readId(value('eventId')) ?? friendly?.id ?? 0,
    message,
    data,
  );
  const date = value('date');
  const time = value('time');
  const written = time === '' || /\d[:.]\d\d/.test(date) ? date : `${date} ${time}`.trim();
  const stamp = entry.header.get('date') ?? entry.header.get('time');
  const utc = xml?.time ?? readSystemTime(friendly?.systemTime ?? '');
  return {
    ...named,
    level:
      levelOfNumber(xml?.level ?? friendly?.level ?? -1) ??
      levelOfWord(value('level')) ??
      levelOfWord(value('keywords')) ??
      findEvent(named.provider, named.id, message)?.level ??
      Level.Info,
    computer:
      computerOf(xml?.computer || friendly?.computer || '') || computerOf(value('computer')),
    message,
    data,
    binary: xml?.binary ?? (entry.bytes === '' ? null : entry.bytes),
    recordId: xml?.recordId ?? friendly?.recordId ?? readRecordId(value('recordId')),
    channel: xml?.channel || value('logName'),
    written: written !== '' ? written : (xml?.timeWritten ?? friendly?.systemTime ?? ''),
    writtenLine: stamp?.line ?? entry.first,
    date: parseWrittenDate(written),
    utc,
  };
}

/** When the event was stamped: UTC from its XML or a stamp that states a zone, else wall time in the given order. */
export function stampedTime(
  event: CopiedEvent,
  order: DateOrder,
): { readonly time: number; readonly clock: Clock; readonly forced: boolean } {
  if (event.utc !== null) return { time: event.utc, clock: Clock.Utc, forced: false };
  const read = event.date && wallTimeOf(event.date, order);
  if (!event.date || !read) return { time: 0, clock: Clock.Undated, forced: false };
  const { offsetMinutes } = event.date;
  if (offsetMinutes !== null) {
    return { time: read.wall - offsetMinutes * MS_PER_MINUTE, clock: Clock.Utc, forced: false };
  }
  return { time: read.wall, clock: Clock.Wall, forced: read.forced };
}

/** Whether the text of a stamp is meant as a time, so that failing to read it is worth a remark. */
export function isUnreadableStamp(event: CopiedEvent): boolean {
  return event.utc === null && event.date === null && !isDatePlaceholder(event.written);
}

export function toWindowsEvent(event: CopiedEvent, time: number, clock: Clock): WindowsEvent {
  const { provider, id, message, data, binary, recordId, level } = event;
  return { provider, id, message, data, binary, recordId, time, clock, level };
}

function readXml(lines: readonly string[]): XmlEvent | null {
  return readEventXml(lines.join('\n').slice(0, MAX_XML_CHARS));
}

/** Name, unless only the old source name is one that the catalogue knows the event under. */
function sourceOf(xml: XmlEvent | null, header: string): string {
  if (!xml || xml.provider === '') return xml?.eventSourceName || header;
  const { provider, eventSourceName, id } = xml;
  if (eventSourceName !== '' && !findEvent(provider, id) && findEvent(eventSourceName, id)) {
    return eventSourceName;
  }
  return provider;
}

/**
 * Fills in what the header leaves open. A missing id comes from the message, a missing source from the catalogue when
 * id and message agree: the words of a template, a bugcheck's shape, or Kernel-Power's own data.
 */
function identify(
  source: string,
  id: number,
  message: string,
  data: readonly EventDatum[],
): { readonly provider: string; readonly id: number } {
  if (source !== '' && id !== 0) return { provider: source, id };
  if ((id === 0 || id === 41) && data.some((datum) => datum.name === 'BugcheckCode')) {
    return { provider: source || PROVIDERS.P[0], id: 41 };
  }
  const known = recogniseMessage(message);
  if (known && (id === 0 || id === known.id) && source === '') {
    return { provider: PROVIDERS[known.provider][0], id: known.id };
  }
  if ((id === 0 || id === 1001) && source === '' && readBugcheckText(message)) {
    return { provider: eventOf('W', 1001)!.provider, id: 1001 };
  }
  if (id === 0 && known && findEvent(source, known.id)) return { provider: source, id: known.id };
  return { provider: source, id };
}

function messageOf(entry: Entry, xml: XmlEvent | null): string {
  const text = entry.description
    .map((line) => bareDescription(line))
    .join('\n')
    .trim();
  const message = text === '' ? (xml?.message ?? '') : text;
  const help = message.search(/\bFor more information, see Help and Support Center\b/i);
  return (help < 0 ? message : message.slice(0, help)).trim();
}

/** Comment marks and trailing breaks off, but not the text's own dashes. */
function bareDescription(line: string): string {
  return /^\s*(?:[>#]|\/\/)/.test(line) || /<\/?br/i.test(line) || line.includes('**')
    ? bareLine(line)
    : line.trim();
}

/** `1135`, `1135 (0x46F)`; an instance id keeps its low 16 bits, which are the event id. */
function readId(text: string): number | null {
  const digits = /^\D{0,2}(\d{1,10})\b/.exec(plainText(text))?.[1];
  return digits === undefined ? null : Number(digits) & 0xffff;
}

function readRecordId(text: string): number | null {
  return /^\d{1,15}$/.test(text) ? Number(text) : null;
}

/** A computer's name, or '' for what pages put in its place: `***`, `<node name>`, `XXXX.com`, `Node#.corp`. */
function computerOf(text: string): string {
  const name = text.trim();
  const isMasked =
    /[<>*#?%\s()]|^x{3,}(?:\.|$)|x{4,}|^[-._]*$|^(?:computer|node|server|machine|host)_?name$/i.test(
      name,
    );
  return isMasked || /^(?:n\/a|none|null)$/i.test(name) ? '' : name;
}
