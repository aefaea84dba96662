import { bareLine, fieldOf, labelledLine } from './labels.ts';

/**
 * How the events of a source are laid out, found once from its head.
 * - `label`: every event begins with the label `startKey`, folded (`Log Name` in any language when `startKey` is '').
 * - `wevtutil`: every event begins with `Event[n]`.
 * - `list`: PowerShell's Format-List; every event begins with the property `startKey`.
 * - `loose`: headers without a fixed first label, messages alone, lines of a page: only the context tells.
 */
export interface Layout {
  readonly kind: 'label' | 'wevtutil' | 'list' | 'loose';
  readonly startKey: string;
}

export const LOOSE: Layout = { kind: 'loose', startKey: '' };

/** A start is known from this many characters, whatever the length of its line. */
export const START_PROBE_CHARS = 120;

const WEVTUTIL_START = /^Event\[\d{1,9}\]:?$/;
/** Lines that are not blank, after a first label, in which the others of its header stand. */
const HEADER_LINES = 12;
/** The same with the blank lines that pages put between them. */
export const MAX_HEADER_SPAN = 48;

/** Whether the line begins an event of this layout, whatever stands around it. Never true in a loose layout. */
export function isStart(line: string, layout: Layout): boolean {
  const probe = line.slice(0, START_PROBE_CHARS);
  switch (layout.kind) {
    case 'wevtutil':
      return probe.includes('Event[') && WEVTUTIL_START.test(bareLine(probe));
    case 'label': {
      const label = labelledLine(probe);
      if (!label) return false;
      return layout.startKey === '' ? label.field === 'logName' : label.key === layout.startKey;
    }
    case 'list':
      return listKey(probe) === layout.startKey;
    case 'loose':
      return false;
  }
}

/** The layout of the lines, or null when neither headers nor a list are there. */
export function findLayout(lines: readonly string[]): Layout | null {
  const list = findList(lines);
  if (list) return list;
  const isWevtutil = lines.some(
    (line, at) =>
      line.includes('Event[') && WEVTUTIL_START.test(bareLine(line)) && hasLabels(lines, at + 1),
  );
  if (isWevtutil) return { kind: 'wevtutil', startKey: '' };

  const labels = lines.flatMap((line, at) => {
    const label = labelledLine(line);
    return label ? [{ ...label, at }] : [];
  });
  const headers = labels.filter(({ at }) => hasLabels(lines, at));
  if (headers.length === 0) return null;
  const logNames = headers.filter(({ field }) => field === 'logName');
  const leading = logNames.filter(({ at }) => !followsLabel(lines, at));
  if (leading.length > 0 && leading.length * 2 > logNames.length)
    return { kind: 'label', startKey: '' };
  // Windows 2003: the type, then the source. The other orders of that block begin with labels that messages hold too.
  const typed = headers.find(
    ({ field, at }) =>
      field === 'level' && !followsLabel(lines, at) && labelAfter(lines, at)?.field === 'source',
  );
  return typed && logNames.length === 0 ? { kind: 'label', startKey: typed.key } : LOOSE;
}

/** Whether the line before, blank ones passed over, is a header line with a value of its own header: not a description. */
function followsLabel(lines: readonly string[], at: number): boolean {
  for (let line = at - 1; line >= 0; line--) {
    if (lines[line]!.trim() === '') continue;
    const field = fieldOf(lines[line]!);
    return field !== undefined && field !== 'description';
  }
  return false;
}

function labelAfter(lines: readonly string[], at: number) {
  for (let line = at + 1; line < lines.length; line++) {
    if (lines[line]!.trim() !== '') return labelledLine(lines[line]!);
  }
  return null;
}

/**
 * Whether a header begins here: an event id, and with it a source, a log name, a level or a description. Lines from the
 * next start of `layout` on belong to another event and are not looked at.
 */
export function hasLabels(lines: readonly string[], from: number, layout = LOOSE): boolean {
  let id = false;
  let other = false;
  let seen = 0;
  const end = Math.min(lines.length, from + MAX_HEADER_SPAN);
  for (let line = from; line < end && seen < HEADER_LINES; line++) {
    if (lines[line]!.trim() === '') continue;
    if (line > from && isStart(lines[line]!, layout)) return false;
    seen++;
    const field = fieldOf(lines[line]!);
    if (field === 'eventId') id = true;
    else if (
      field === 'source' ||
      field === 'logName' ||
      field === 'level' ||
      field === 'description'
    )
      other = true;
    if (id && other) return true;
    if (field === 'description') return false;
  }
  return false;
}

/** The property name of a Format-List line at its start (`TimeCreated  : ...`), folded to lower case; null when it is none. */
export function listKey(line: string): string | null {
  return /^\s*([A-Za-z][A-Za-z0-9]*)\s+:(?:\s|$)/.exec(line)?.[1]?.toLowerCase() ?? null;
}

const LIST_TIMES = ['timecreated', 'timegenerated'];
const LIST_PARTNERS = ['id', 'eventid', 'instanceid', 'message'];

const LIST_LINES = 60;

function findList(lines: readonly string[]): Layout | null {
  for (let line = 0; line < lines.length; line++) {
    const key = listKey(lines[line]!);
    if (key === null) continue;
    const keys = new Set(lines.slice(line, line + LIST_LINES).map(listKey));
    const has = (names: readonly string[]) => names.some((name) => keys.has(name));
    if (has(LIST_TIMES) && has(LIST_PARTNERS)) return { kind: 'list', startKey: key };
  }
  return null;
}
