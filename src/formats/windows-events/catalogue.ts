import { Level } from '../../model/level.ts';
import {
  EVENT_ROWS,
  type EventRow,
  OPERATIONAL_IDS,
  PROVIDERS,
  type ProviderKey,
} from './catalogue-data.ts';
import type { EventKind } from './event-kind.ts';

/** Where an event carries a value: an insertion string by number (the first that fits), or Data by name. */
export interface EventField {
  readonly name: string;
  /** 1-based; empty when the value is found by `dataName` only. */
  readonly positions: readonly number[];
  readonly dataName: string | null;
}

/** A Windows event that matters in a cluster incident. */
export interface CatalogueEvent {
  readonly id: number;
  /** The provider's name as events carry it, whichever alias was looked up. */
  readonly provider: string;
  readonly channel: string;
  readonly level: Level;
  readonly kind: EventKind;
  readonly meaning: string;
  readonly fields: readonly EventField[];
  /** `unverified`: general knowledge that no published log or document confirmed. */
  readonly basis: 'source' | 'unverified';
}

const LEVELS = { C: Level.Critical, E: Level.Error, W: Level.Warning, I: Level.Info } as const;

const providerKeys = new Map<string, ProviderKey[]>();
for (const [key, names] of Object.entries(PROVIDERS) as [ProviderKey, readonly string[]][]) {
  for (const name of names) {
    const keys = providerKeys.get(name.toLowerCase()) ?? [];
    // A provider's own name goes before the same name as an alias of another (vhdmp, also a storage port driver).
    if (!keys.includes(key)) name === names[0] ? keys.unshift(key) : keys.push(key);
    providerKeys.set(name.toLowerCase(), keys);
  }
}

const events = new Map<string, CatalogueEvent>();
for (const row of EVENT_ROWS) {
  const key = `${row[1]} ${row[0]}`;
  if (!events.has(key)) events.set(key, fromRow(row));
}

/** Events whose id has several texts: the first text that matches decides meaning and kind. */
const VARIANTS: readonly {
  readonly first: number;
  readonly last: number;
  readonly text: RegExp;
  readonly kind: EventKind;
  readonly meaning?: string;
}[] = [
  { first: 1554, last: 1554, text: /network connectivity/i, kind: 'network-partition' },
  {
    first: 1554,
    last: 1554,
    text: /restor/i,
    kind: 'other',
    meaning: 'Restore of the cluster configuration was refused',
  },
  {
    first: 1569,
    last: 1569,
    text: /witness|token/i,
    kind: 'storage-lost',
    meaning: 'Access token of the cloud witness is no longer valid',
  },
  {
    first: 1567,
    last: 1567,
    text: /\bIP\b/,
    kind: 'resource-failed',
    meaning: 'Disjoint IP address resource failed',
  },
  {
    first: 1647,
    last: 1795,
    text: /missed .*heartbeats|lost the (UDP|TCP) connection/i,
    kind: 'heartbeat-lost',
  },
];

/**
 * The catalogue's entry for an event, or null. `provider` may be any known name, in any case; a named SQL Server
 * instance (`MSSQL$NAME`) counts as MSSQLSERVER. `message` tells apart events that share one id. Event 1001 of
 * `Windows Error Reporting` is not in the catalogue: it is no bugcheck.
 */
export function findEvent(provider: string, id: number, message?: string): CatalogueEvent | null {
  for (const key of keysOf(provider)) {
    const event = events.get(`${key} ${id}`);
    if (event) return key === 'F' && message !== undefined ? refine(event, message) : event;
  }
  return null;
}

/** The key that the catalogue's rows and the message templates use for a provider, or null when it is unknown. */
export function providerKey(provider: string): ProviderKey | null {
  return keysOf(provider)[0] ?? null;
}

/** The entry of a known provider key; null when the catalogue does not list the id. */
export function eventOf(key: ProviderKey, id: number): CatalogueEvent | null {
  return events.get(`${key} ${id}`) ?? null;
}

function keysOf(provider: string): readonly ProviderKey[] {
  const name = provider.trim().toLowerCase();
  if (name.startsWith('mssql$')) return ['Q'];
  return providerKeys.get(name) ?? [];
}

function refine(event: CatalogueEvent, message: string): CatalogueEvent {
  for (const variant of VARIANTS) {
    if (event.id < variant.first || event.id > variant.last || !variant.text.test(message))
      continue;
    return { ...event, kind: variant.kind, meaning: variant.meaning ?? event.meaning };
  }
  return event;
}

function fromRow(row: EventRow): CatalogueEvent {
  const [id, key, level, kind, meaning, fields, basis] = row;
  const operational = key === 'F' && OPERATIONAL_IDS.includes(id);
  return {
    id,
    provider: PROVIDERS[key][0],
    channel: operational
      ? 'Microsoft-Windows-FailoverClustering/Operational'
      : key === 'Q'
        ? 'Application'
        : 'System',
    level: LEVELS[level],
    kind,
    meaning,
    fields: fields === '' ? [] : fields.split(',').map(parseField),
    basis: basis === 's' ? 'source' : 'unverified',
  };
}

/** `status=4or5`, `title=updateTitle`, `BugcheckCode`: before the `=` our name, after it number or Data name. */
function parseField(text: string): EventField {
  const [name = '', from = name] = text.split('=');
  const positions = from.split('or').map(Number);
  const byNumber = positions.every((position) => Number.isInteger(position));
  return { name, positions: byNumber ? positions : [], dataName: byNumber ? null : from };
}
