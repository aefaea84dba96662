import { type Entry, emptyEntry, type SplitLines } from './entry.ts';
import type { Field } from './labels.ts';
import { isStart, type Layout, listKey } from './layout.ts';

/** Properties of Get-WinEvent and Get-EventLog objects; the first that is there gives the field. */
const PROPERTIES: Readonly<Record<string, Field>> = {
  timecreated: 'date',
  timegenerated: 'date',
  providername: 'source',
  source: 'source',
  id: 'eventId',
  eventid: 'eventId',
  instanceid: 'eventId',
  leveldisplayname: 'level',
  entrytype: 'level',
  machinename: 'computer',
  logname: 'logName',
  recordid: 'recordId',
  index: 'recordId',
  message: 'description',
};

/**
 * PowerShell's Format-List: `Name : value`, a value going on in lines indented further than the names. Unlike copied text,
 * properties follow the message too. Other log lines may stand around the lists.
 */
export function splitList(lines: readonly string[], layout: Layout): SplitLines {
  const entries: Entry[] = [];
  const strays: number[] = [];
  let open: Entry | null = null;
  let indent = 0;
  let inMessage = false;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    const lineIndent = line.length - line.trimStart().length;
    if (isStart(line, layout)) {
      open = emptyEntry(at);
      entries.push(open);
      indent = lineIndent;
    } else if (line.trim() === '') {
      if (open && inMessage) open.description.push('');
      continue;
    }
    const key = lineIndent === indent ? listKey(line) : null;
    if (!open || (key === null && lineIndent <= indent)) {
      open = null;
      strays.push(at);
      continue;
    }
    open.last = at;
    if (key !== null) {
      inMessage = takeProperty(open, key, line.slice(line.indexOf(':') + 1).trim(), at);
    } else if (inMessage) {
      open.description.push(line.trim());
    }
  }
  return { entries, separators: [], strays };
}

/** Takes a property over; true when it is the message, so that the lines below belong to it. */
function takeProperty(entry: Entry, key: string, value: string, line: number): boolean {
  const field = PROPERTIES[key];
  if (field === 'description') entry.description.push(value);
  else if (field !== undefined && !entry.header.has(field))
    entry.header.set(field, { value, line });
  return field === 'description';
}
