import type { ZoneRule } from './time-base.ts';
import { WINDOWS_ZONES } from './windows-zones.ts';
import { isKnownZone } from './zone.ts';

/** Fixed offsets that clocks on earth keep, in minutes east of UTC: -12:00 to +14:00. */
export const MIN_OFFSET_MINUTES = -720;
export const MAX_OFFSET_MINUTES = 840;

/** Current IANA names for the older ones that browsers list. */
const RENAMED: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Catamarca': 'America/Argentina/Catamarca',
  'America/Coral_Harbour': 'America/Atikokan',
  'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Jujuy': 'America/Argentina/Jujuy',
  'America/Louisville': 'America/Kentucky/Louisville',
  'America/Mendoza': 'America/Argentina/Mendoza',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
};

const UTC_NAME =
  /^(?:z|zulu|utc|uct|gmt0?|universal|greenwich|etc\/(?:utc|uct|gmt0?|zulu|universal|greenwich))$/i;

/** `+8`, `+08`, `+0800`, `+08:00`, `UTC+8`, `GMT - 5:30`; a sign is needed, U+2212 is one. */
const OFFSET =
  /^(?:utc|gmt)? ?(?<sign>[+\-\u2212]) ?(?:(?<hours>\d{1,2})(?::(?<minutes>\d\d))?|(?<packed>\d{4}))$/i;

/**
 * Reads a zone as people and files write it: an IANA name in any letter case (`asia/shanghai`), UTC (`UTC`, `Z`, `GMT`), an
 * offset east of UTC (`+08:00`, `+0800`, `UTC+8`, `-5`), or a Windows zone (`China Standard Time`, also its daylight form).
 * null for anything else: also offsets that no zone has (outside -12:00 to +14:00), and abbreviations that mean several
 * zones (`CST`). Offsets have the sign of ISO 8601; only in the IANA names `Etc/GMT+8` it is the opposite.
 */
export function parseZone(text: string): ZoneRule | null {
  const trimmed = text.trim();
  if (UTC_NAME.test(trimmed)) return { kind: 'utc' };
  const offset = OFFSET.exec(trimmed)?.groups;
  if (offset) return offsetRule(offset);
  const zone = ianaOfWindows(trimmed) ?? ianaName(trimmed);
  return zone === null ? null : { kind: 'zone', zone };
}

function offsetRule(parts: Readonly<Record<string, string | undefined>>): ZoneRule | null {
  const hours = Number(parts.hours ?? parts.packed!.slice(0, 2));
  const minutes = Number(parts.minutes ?? parts.packed?.slice(2) ?? 0);
  if (minutes > 59) return null;
  const offsetMinutes = (hours * 60 + minutes) * (parts.sign === '+' ? 1 : -1);
  if (offsetMinutes === 0) return { kind: 'utc' };
  if (offsetMinutes < MIN_OFFSET_MINUTES || offsetMinutes > MAX_OFFSET_MINUTES) return null;
  return { kind: 'offset', offsetMinutes };
}

const windowsByLowerName = new Map(
  Object.entries(WINDOWS_ZONES).map(([name, zone]) => [name.toLowerCase(), zone]),
);

function ianaOfWindows(text: string): string | null {
  const name = text.toLowerCase().replace(' daylight time', ' standard time');
  return windowsByLowerName.get(name) ?? null;
}

let namesByLowerName: ReadonlyMap<string, string> | null = null;

/** Names to show, by lower-case name: what the browser lists, in current spelling, and the zones of Windows. */
function ianaNames(): ReadonlyMap<string, string> {
  if (namesByLowerName === null) {
    const names = new Set(Intl.supportedValuesOf('timeZone').map(currentName));
    for (const zone of Object.values(WINDOWS_ZONES)) {
      if (!names.has(zone) && isKnownZone(zone)) names.add(zone);
    }
    namesByLowerName = new Map([...names].map((name) => [name.toLowerCase(), name]));
  }
  return namesByLowerName;
}

function currentName(name: string): string {
  const current = RENAMED[name];
  return current !== undefined && isKnownZone(current) ? current : name;
}

/** The name in its usual letter case; an alias that is not listed becomes the zone it stands for. */
function ianaName(text: string): string | null {
  const listed = ianaNames().get(text.toLowerCase());
  if (listed !== undefined) return listed;
  if (!isKnownZone(text)) return null;
  const { timeZone } = new Intl.DateTimeFormat('en-US', { timeZone: text }).resolvedOptions();
  return currentName(timeZone);
}

/** The text of a rule: `UTC`, `+08:00`, `Asia/Shanghai` or `unknown zone`. `parseZone` reads all but the last back. */
export function formatZone(rule: ZoneRule): string {
  switch (rule.kind) {
    case 'utc':
      return 'UTC';
    case 'offset':
      return formatOffset(rule.offsetMinutes);
    case 'zone':
      return rule.zone;
    case 'unknown':
      return 'unknown zone';
  }
}

/** Minutes east of UTC as `+08:00`, `-03:30`, `+00:00`; with seconds only where there are any: `-04:56:02`. */
export function formatOffset(minutes: number): string {
  const seconds = Math.round(Math.abs(minutes) * 60);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  if (seconds % 60 !== 0) parts.push(seconds % 60);
  const sign = minutes < 0 && seconds > 0 ? '-' : '+';
  return sign + parts.map((part) => String(part).padStart(2, '0')).join(':');
}

/**
 * Zones for a picker, best first: each text is one that `parseZone` reads. A query matches names without regard to letter
 * case, blanks standing for underscores; it may be an offset or a Windows zone. An empty query gives UTC and all names.
 */
export function suggestZones(query: string): string[] {
  const wanted = query.trim().toLowerCase();
  const typed = parseZone(query);
  const first = typed === null ? [] : [formatZone(typed)];
  const ofWindows = [...windowsByLowerName]
    .filter(([name]) => wanted.length > 2 && name.includes(wanted))
    .map(([, zone]) => formatZone(parseZone(zone)!));
  const ranked = ['UTC', ...[...ianaNames().values()].filter((name) => !UTC_NAME.test(name)).sort()]
    .map((name) => ({ name, rank: rankOf(name.toLowerCase(), wanted.replaceAll(' ', '_')) }))
    .filter(({ rank }) => rank !== null)
    .sort((a, b) => a.rank! - b.rank!)
    .map(({ name }) => name);
  return [...new Set([...first, ...ranked, ...ofWindows])];
}

/** 0: the place begins with the query; 1: the whole name does; 2: it stands elsewhere in the name; null: nowhere. */
function rankOf(name: string, wanted: string): number | null {
  if (wanted === '') return 0;
  if (name.slice(name.lastIndexOf('/') + 1).startsWith(wanted)) return 0;
  if (name.startsWith(wanted)) return 1;
  return name.includes(wanted) ? 2 : null;
}
