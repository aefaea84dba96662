import type { EventDatum } from '../windows-events/windows-event.ts';

/** An event in Event Viewer's friendly view, copied: `System` and `EventData` with a name and a value a line. */
export interface FriendlyEvent {
  readonly provider: string;
  readonly id: number | null;
  readonly level: number | null;
  readonly computer: string;
  readonly recordId: number | null;
  /** SystemTime as written; '' when it was not copied. */
  readonly systemTime: string;
  readonly data: readonly EventDatum[];
}

/** A heading of the friendly view: `EventData`, `- EventData`, `+ System`. */
export function isFriendlyHeading(line: string): boolean {
  return /^\s*(?:[-+]\s*)?(?:EventData|UserData|System)\s*$/.test(line);
}

/** Reads the lines from a heading on. Attributes are written `[ Name] value`. */
export function readFriendlyView(lines: readonly string[]): FriendlyEvent {
  const system = new Map<string, string>();
  const data: EventDatum[] = [];
  let inData = false;
  for (const line of lines) {
    if (isFriendlyHeading(line)) {
      inData = !/System/.test(line);
      continue;
    }
    const pair = /^(?:[-+]\s+)?(?:\[([^\]]+)\]|(\S+))(.*)$/.exec(line.trim());
    if (!pair) continue;
    const [name, value] = [(pair[1] ?? pair[2] ?? '').trim(), (pair[3] ?? '').trim()];
    if (inData) data.push({ name, value });
    else if (!system.has(name)) system.set(name, value);
  }
  const number = (name: string) => {
    const value = system.get(name) ?? '';
    return /^\d{1,15}$/.test(value) ? Number(value) : null;
  };
  return {
    provider: system.get('Name') ?? '',
    id: number('EventID'),
    level: number('Level'),
    computer: system.get('Computer') ?? '',
    recordId: number('EventRecordID'),
    systemTime: system.get('SystemTime') ?? '',
    data,
  };
}
