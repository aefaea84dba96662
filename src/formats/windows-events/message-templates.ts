import type { ProviderKey } from './catalogue-data.ts';
import { plainText } from './fold-label.ts';
import { MESSAGE_ROWS } from './message-data.ts';

/** A message that a template fits: which event it is and the values between its words. */
export interface MessageMatch {
  readonly provider: ProviderKey;
  readonly id: number;
  readonly values: Readonly<Record<string, string>>;
}

interface Template {
  readonly provider: ProviderKey;
  readonly id: number;
  /** Lower-case start of the message up to the first value or quote, to skip templates that cannot fit. */
  readonly start: string;
  readonly text: string;
  /** With all quotes there, then with any of them lost; built when first needed. */
  regexes: readonly RegExp[] | null;
}

/** Longer messages carry help text at their end; values stand near the start. Also bounds the work on hostile text. */
const MAX_MATCHED = 2000;

/** A value's place in a template. */
const VALUE = /^\{(\w+)\}$/;

const templates: readonly Template[] = MESSAGE_ROWS.map(([provider, id, text]) => ({
  provider,
  id,
  start: (/^[^{'.,\s]*(?: [^{'.,\s]+(?= ))*/.exec(text)?.[0] ?? '').toLowerCase(),
  text,
  regexes: null,
}));

/**
 * The event whose text the message is, by the words alone; null when no template fits. The message must begin with
 * the text; help text may follow. English, and a few texts of other languages.
 */
export function recogniseMessage(message: string): MessageMatch | null {
  return match(message, () => true);
}

/** The values in the message of a known event, by the names that the catalogue uses; empty when no template fits. */
export function valuesInMessage(
  provider: ProviderKey,
  id: number,
  message: string,
): Readonly<Record<string, string>> {
  return match(message, (row) => row.id === id && row.provider === provider)?.values ?? {};
}

function match(message: string, wanted: (template: Template) => boolean): MessageMatch | null {
  const text = plainText(message.slice(0, MAX_MATCHED)).replace(/\s+/g, ' ').trim();
  const lower = text.toLowerCase();
  for (const template of templates) {
    if (!wanted(template) || !lower.startsWith(template.start)) continue;
    template.regexes ??= [true, false].map(
      (quoted) => new RegExp(patternOf(template.text, quoted), 'iu'),
    );
    const found = template.regexes[0]!.exec(text) ?? template.regexes[1]!.exec(text);
    if (!found) continue;
    const values: Record<string, string> = {};
    for (const [name, value] of Object.entries(found.groups ?? {})) {
      if (value !== undefined) values[name] = value.trim();
    }
    return { provider: template.provider, id: template.id, values };
  }
  return null;
}

/**
 * `'` in a template is any quote mark, and when not `quoted` may be lost; a blank is any run of blanks, or none beside a
 * quote, after `。` and before a value that ends the text; `{name}` is the shortest text that lets the rest fit, and runs
 * to the end of the message when it stands last; a full stop after a value ends a sentence, so `10.0.0.2` is one value.
 */
function patternOf(template: string, quoted: boolean): string {
  const parts = plainText(template)
    .split(/(\{[A-Za-z]\w*\}|'| )/)
    .filter((part) => part !== '');
  const last = parts.length - 1;
  const lastValue = parts.findLastIndex((part) => VALUE.test(part));
  const runsToEnd =
    lastValue === last || (!quoted && lastValue === last - 1 && parts[last] === "'");
  const compiled = parts.map((part, index) => {
    const [before, after] = [parts[index - 1], parts[index + 1]];
    if (part === "'") return quoted ? QUOTE : `${QUOTE}?`;
    if (part === ' ') {
      const isLoose = before === "'" || after === "'" || before?.endsWith('。');
      return isLoose || (index === last - 1 && isValue(after)) ? ' ?' : ' ';
    }
    const name = VALUE.exec(part)?.[1];
    if (name !== undefined) return `(?<${name}>.*${runsToEnd && index === lastValue ? '' : '?'})`;
    const endsValue = isValue(before) || (before === "'" && isValue(parts[index - 2]));
    if (part === '.' && endsValue) return '\\.(?= |$)';
    return part.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  });
  return `^${compiled.join('')}`;
}

const QUOTE = `["'‘’“”„«»「」『』]`;

function isValue(part: string | undefined): boolean {
  return part !== undefined && VALUE.test(part);
}
