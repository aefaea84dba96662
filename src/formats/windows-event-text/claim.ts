import type { Claim, Head } from '../format.ts';
import { isFriendlyHeading } from './friendly-view.ts';
import { headlineOf } from './headline.ts';
import { bareLine, labelledLine } from './labels.ts';
import { findLayout, type Layout } from './layout.ts';
import { isKnownMessage } from './split-entries.ts';

const NOT_MINE: Claim = { score: 0, reason: '' };

const LAYOUT_CLAIMS: Readonly<Record<Layout['kind'], Claim>> = {
  label: { score: 0.95, reason: 'event headers with a log name or type, a source and an event id' },
  wevtutil: { score: 0.95, reason: 'wevtutil text: Event[n] and labelled lines' },
  list: { score: 0.9, reason: 'PowerShell list of events: TimeCreated, Id, Message' },
  loose: { score: 0.8, reason: 'labelled lines with an event id and a source' },
};

/** Lines at the top of a source in which a message alone, or a page's headline, has to stand. */
const TOP_LINES = 5;

/**
 * How surely the head is event text. XML and tables are left to their own formats, and so are logs of which only a part
 * quotes an event.
 */
export function claimEventText(head: Head): Claim {
  const text = head.lines.filter((line) => line.trim() !== '');
  const first = text[0]?.replace(/^\ufeff/, '').trim() ?? '';
  if (/^(?:-\s*)?<(?:\?xml|Events?\b|EventData\b|QueryList\b)/i.test(first)) return NOT_MINE;
  const layout = findLayout(head.lines);
  if (layout) return LAYOUT_CLAIMS[layout.kind];
  for (const [at, line] of text.slice(0, TOP_LINES).entries()) {
    const bare = bareLine(line);
    const label = labelledLine(line);
    const message = label?.field === 'description' ? label.value : bare;
    if (isKnownMessage(message)) {
      return { score: 0.6, reason: 'the message of a Windows event, without its header' };
    }
    if (headlineOf(bare) && at + 1 < text.length && isKnownMessage(bareLine(text[at + 1]!))) {
      return { score: 0.6, reason: 'an event number over the message of a Windows event' };
    }
    if (
      isFriendlyHeading(line) &&
      text.slice(at).some((other) => /^\s*BugcheckCode\s/.test(other))
    ) {
      return { score: 0.7, reason: "an event in Event Viewer's friendly view" };
    }
  }
  return NOT_MINE;
}
