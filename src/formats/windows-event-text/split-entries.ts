import { readBugcheckText } from '../windows-events/bugcheck-text.ts';
import { recogniseMessage } from '../windows-events/message-templates.ts';
import { type Entry, emptyEntry, type SplitLines } from './entry.ts';
import { isFriendlyHeading } from './friendly-view.ts';
import { headlineOf } from './headline.ts';
import {
  bareLine,
  blockLabel,
  type Field,
  fieldOf,
  type LabelledLine,
  labelledLine,
} from './labels.ts';
import { hasLabels, isStart, type Layout, MAX_HEADER_SPAN } from './layout.ts';
import { splitList } from './list-entries.ts';

/** What the lines at hand belong to. `after`: the open entry is complete, but nothing else has begun. */
type State = 'outside' | 'header' | 'description' | 'xml' | 'bytes' | 'friendly' | 'after';

/** States in which the open entry may end without its layout's start. */
const COMPLETE_STATES: readonly State[] = ['after', 'bytes', 'friendly'];

/** A separator is not wider than a page. */
const MAX_DASHES = 300;
/** Fields that one header may give under two labels: `User` and `User Name`, `Category` and `Task`. */
const REPEATED_FIELDS: readonly Field[] = ['user', 'task', 'level'];
const DASHES = /^[\s>#*/]*(?:-{10,}|={10,}|_{10,}|\*{10,})\s*$/;
const HEX_LINE =
  /^\s*(?:0x)?[0-9a-f]{4,8}:?\s+((?:[0-9a-f]{2}\s+|[0-9a-f]{8}\s+)*(?:[0-9a-f]{2}|[0-9a-f]{8}))\b/i;
const XML_START = /^[\s>#*/]*(?:-\s*)?<Event[\s>]/;
/** A page title is shorter than any event's message. */
const MIN_LEADING_MESSAGE = 20;

/**
 * Sorts lines into events. An event ends at the next start of the layout, at a line of ten or more dashes, or at the end;
 * never at a blank line. In a loose layout also where a header, a headline or a known message begins after a description.
 */
export function splitEntries(lines: readonly string[], layout: Layout): SplitLines {
  return layout.kind === 'list' ? splitList(lines, layout) : new Splitter(lines, layout).run();
}

class Splitter {
  private readonly lines: readonly string[];
  private readonly layout: Layout;
  private readonly entries: Entry[] = [];
  private readonly separators: number[] = [];
  private readonly strays: number[] = [];
  private state: State = 'outside';
  private open: Entry | null = null;
  /** Text lines since the last entry: its message, when a header without a description follows. */
  private pending: number[] = [];
  private openPending: number[] = [];
  /** Label that opens the headers of a loose layout, from the first header on. */
  private openingKey: string | null = null;
  private messageFirst = false;

  constructor(lines: readonly string[], layout: Layout) {
    this.lines = lines;
    this.layout = layout;
  }

  run(): SplitLines {
    for (let at = 0; at < this.lines.length; at++) this.step(at, this.lines[at]!);
    this.close();
    this.dropPending();
    return {
      entries: this.entries,
      separators: this.separators,
      strays: this.strays.sort((a, b) => a - b),
    };
  }

  private step(at: number, line: string): void {
    if (isStart(line, this.layout)) {
      this.begin(at, 'header');
      const label = this.layout.kind === 'wevtutil' ? null : labelledLine(line);
      if (label) this.label(at, label);
      return;
    }
    if (line.trim() === '') {
      if (this.state === 'description') this.open!.description.push('');
      return;
    }
    if (line.length <= MAX_DASHES && DASHES.test(line)) {
      this.close();
      this.separators.push(at);
      return;
    }
    if (this.layout.kind !== 'loose' && this.open) {
      this.continueEntry(at, line);
      return;
    }
    if (this.beginLoosely(at, line)) return;
    if (this.open) this.continueEntry(at, line);
    else this.pending.push(at);
  }

  /** A line of the open entry, by the state that the entry is in. */
  private continueEntry(at: number, line: string): void {
    const entry = this.open!;
    entry.last = at;
    if (XML_START.test(line) && this.state !== 'xml') {
      this.state = 'xml';
      entry.xml.length = 0;
    }
    switch (this.state) {
      case 'header':
        this.headerLine(at, line);
        return;
      case 'description':
        if (this.leavesDescription(at, line)) return;
        entry.description.push(line);
        return;
      case 'xml':
        entry.xml.push(line);
        if (/<\/Event>/.test(line)) this.state = 'after';
        return;
      case 'bytes': {
        const hex = HEX_LINE.exec(line)?.[1];
        if (hex === undefined) this.state = 'after';
        else entry.bytes += littleEndian(hex);
        return;
      }
      case 'friendly':
        entry.friendly.push(line);
        return;
      default:
        return;
    }
  }

  private headerLine(at: number, line: string): void {
    const label = labelledLine(line);
    if (label) this.label(at, label);
    else if (!this.leavesDescription(at, line)) this.open!.description.push(line);
  }

  /** Labels and headings after which the lines are no description any more. */
  private leavesDescription(at: number, line: string): boolean {
    const block = blockLabel(line);
    if (block === 'xml') {
      this.state = 'xml';
      return true;
    }
    if (block === 'data' && HEX_LINE.test(this.nextText(at))) {
      this.state = 'bytes';
      return true;
    }
    if (isFriendlyHeading(line)) {
      this.state = 'friendly';
      this.open!.friendly.push(line);
      return true;
    }
    return false;
  }

  private nextText(at: number): string {
    return this.lines.slice(at + 1, at + 4).find((line) => line.trim() !== '') ?? '';
  }

  private label(at: number, label: LabelledLine): void {
    const entry = this.open!;
    entry.last = at;
    entry.languages =
      entry.languages === null
        ? label.languages
        : entry.languages.filter((tag) => label.languages.includes(tag));
    if (label.field === 'description') {
      // Loose lines of the header were no message after all when a description follows.
      entry.description.length = 0;
      if (label.value !== '') entry.description.push(label.value);
      this.state = 'description';
      return;
    }
    if (!entry.header.has(label.field)) {
      entry.header.set(label.field, { value: label.value, line: at });
    }
  }

  /** Starts that only their surroundings tell. True when the line was taken. */
  private beginLoosely(at: number, line: string): boolean {
    const label = labelledLine(line);
    if (label && this.isLooseStart(at, label)) {
      this.begin(at, 'header');
      this.openingKey ??= label.key;
      this.label(at, label);
      return true;
    }
    if (label && this.open?.headless && !hasDescription(this.lines, at)) {
      // The message stood first, its labels follow.
      this.open.headless = false;
      this.state = 'header';
      this.label(at, label);
      return true;
    }
    const canBegin = !this.open || this.open.headless || COMPLETE_STATES.includes(this.state);
    if (!canBegin) {
      const complete =
        this.messageFirst && this.state === 'header' && !label && blockLabel(line) === null;
      if (!complete) return false;
      this.close();
      return false;
    }
    const headline = headlineOf(bareLine(line));
    if (headline) {
      this.begin(at, 'description');
      const { header, description } = this.open!;
      header.set('eventId', { value: String(headline.id), line: at });
      if (headline.source !== '') header.set('source', { value: headline.source, line: at });
      if (headline.message !== '') description.push(headline.message);
      this.open!.headless = true;
      return true;
    }
    if (isFriendlyHeading(line)) {
      if (this.state === 'friendly') return false;
      this.begin(at, 'friendly');
      this.open!.friendly.push(line);
      return true;
    }
    if (XML_START.test(line)) {
      this.begin(at, 'xml');
      this.continueEntry(at, line);
      return true;
    }
    const awaitsMessage = this.open?.headless === true && !hasText(this.open.description);
    if (!awaitsMessage && isKnownMessage(bareLine(line))) {
      this.begin(at, 'description');
      this.open!.headless = true;
      this.open!.description.push(line);
      return true;
    }
    return false;
  }

  private isLooseStart(at: number, label: LabelledLine): boolean {
    return (
      this.mayOpen(at, label) &&
      (hasLabels(this.lines, at, this.layout) || isDatedMessage(this.lines, at, label))
    );
  }

  /** Whether a label can begin another header, as far as the open entry is concerned. */
  private mayOpen(at: number, label: LabelledLine): boolean {
    const entry = this.open;
    if (!entry || COMPLETE_STATES.includes(this.state)) return true;
    if (this.state === 'header') {
      return (
        !entry.headless && entry.header.has(label.field) && !REPEATED_FIELDS.includes(label.field)
      );
    }
    if (entry.headless) return hasDescription(this.lines, at);
    const isOpening = this.openingKey === null || label.key === this.openingKey;
    return this.state === 'description' && (isOpening || label.field === 'logName');
  }

  private begin(at: number, state: State): void {
    this.close();
    this.openPending = this.pending;
    this.pending = [];
    this.open = emptyEntry(at);
    this.state = state;
  }

  private close(): void {
    const entry = this.open;
    this.open = null;
    this.state = 'outside';
    if (!entry) return;
    const leading = this.openPending;
    this.openPending = [];
    const text = leading.map((at) => this.lines[at]!).join('\n');
    const lacksMessage = !hasText(entry.description) && entry.xml.length === 0;
    if (lacksMessage && entry.headless) {
      // A headline over nothing: the header of the event follows, or it was no headline.
      this.addStrays([...leading, entry.first]);
      return;
    }
    if (
      lacksMessage &&
      this.layout.kind === 'loose' &&
      text.length >= MIN_LEADING_MESSAGE &&
      !/[:：]\s*$/.test(text)
    ) {
      entry.first = leading[0]!;
      for (const at of leading) entry.description.push(this.lines[at]!);
      this.messageFirst = true;
    } else {
      this.addStrays(leading);
    }
    this.entries.push(entry);
  }

  private dropPending(): void {
    this.addStrays(this.pending);
    this.pending = [];
  }

  private addStrays(lines: readonly number[]): void {
    for (const line of lines) this.strays.push(line);
  }
}

function hasText(lines: readonly string[]): boolean {
  return lines.some((line) => line.trim() !== '');
}

/** Whether the header that begins here has a label for its description. */
function hasDescription(lines: readonly string[], from: number): boolean {
  for (const line of lines.slice(from, from + MAX_HEADER_SPAN)) {
    if (line.trim() === '') continue;
    const field = fieldOf(line);
    if (field === undefined || field === 'description') return field === 'description';
  }
  return false;
}

/** A date, then a message that is known: the two-line form of tools that print a query's result. */
function isDatedMessage(lines: readonly string[], at: number, label: LabelledLine): boolean {
  if (label.field !== 'date') return false;
  const next = labelledLine(lines.slice(at + 1, at + 4).find((line) => line.trim() !== '') ?? '');
  return next?.field === 'description' && isKnownMessage(next.value);
}

/** Whether a text is, by itself, the message of an event that the catalogue knows: its words, or a bugcheck's shape. */
export function isKnownMessage(text: string): boolean {
  return recogniseMessage(text) !== null || readBugcheckText(text)?.parameters.length === 4;
}

/** Bytes as they are; groups of eight digits are 32-bit words in number order and are turned back into bytes. */
function littleEndian(hex: string): string {
  return hex
    .trim()
    .split(/\s+/)
    .map((group) => (group.length === 8 ? (group.match(/../g) ?? []).reverse().join('') : group))
    .join('');
}
