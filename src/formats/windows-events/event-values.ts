import type { CatalogueEvent } from './catalogue.ts';
import { providerKey } from './catalogue.ts';
import { valuesInMessage } from './message-templates.ts';
import type { WindowsEvent } from './windows-event.ts';

/** What an event says, by the catalogue's field names. Absent when not known. */
export type EventValues = Readonly<Record<string, string>>;

/** Data names that cluster events use for a field, when their Data are named. */
const DATA_NAMES: Readonly<Record<string, readonly string[]>> = {
  resource: ['ResourceName'],
  group: ['ResourceGroup', 'GroupName', 'ResourceGroupName'],
  type: ['ResourceType', 'ResTypeName'],
  dll: ['ResTypeDll', 'ResourceDll', 'DllName'],
  node: ['NodeName'],
  network: ['NetworkName'],
  interface: ['InterfaceName'],
  volume: ['VolumeName'],
  local: ['LocalEndpoint'],
  remote: ['RemoteEndpoint'],
  state_from: ['StateFrom', 'OldState'],
  state_to: ['StateTo', 'NewState'],
};

const QUOTED = /['"‘“„‚«「『]([^'"‘’“”„«»「」『』\r\n]+)['"’”“»」』]/;

/**
 * The values of an event: from its insertion strings, by name where they are named and else by position; what is missing
 * from the words of its message; and, for a message in a language without a template, from the first quoted word when
 * the event has one string only, so that no order of words has to be guessed.
 */
export function eventValues(event: WindowsEvent, entry: CatalogueEvent): EventValues {
  const values: Record<string, string> = {};
  const key = providerKey(event.provider);
  if (event.message !== '' && key !== null)
    Object.assign(values, valuesInMessage(key, event.id, event.message));
  for (const [name, value] of Object.entries(valuesInData(event, entry))) values[name] = value;
  const [field] = entry.fields;
  if (entry.fields.length === 1 && field?.positions[0] === 1 && values[field.name] === undefined) {
    const quoted = QUOTED.exec(event.message)?.[1]?.trim();
    if (quoted) values[field.name] = quoted;
  }
  return values;
}

function valuesInData(event: WindowsEvent, entry: CatalogueEvent): Record<string, string> {
  const values: Record<string, string> = {};
  if (event.data.length === 0) return values;
  for (const field of entry.fields) {
    const names = field.dataName !== null ? [field.dataName] : (DATA_NAMES[field.name] ?? []);
    const value =
      event.data.find((datum) => datum.name !== null && names.includes(datum.name))?.value ??
      valueAt(event, field.positions);
    if (value !== undefined && value !== '') values[field.name] = value;
  }
  return values;
}

/** The string at the position; of several possible positions the first that holds a code (a number, `0x...`). */
function valueAt(event: WindowsEvent, positions: readonly number[]): string | undefined {
  if (positions.length === 1) return event.data[positions[0]! - 1]?.value;
  return positions
    .map((position) => event.data[position - 1]?.value)
    .find((value) => value !== undefined && /^(0x[0-9a-f]+|\d+)$/i.test(value));
}
