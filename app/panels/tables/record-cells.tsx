import { LEVEL_NAMES, type Level, type LevelName } from '../../../src/model/level.ts';
import type { SourceId } from '../../../src/model/source.ts';
import { componentText } from '../../../src/timeline/record-run.ts';
import type { RecordPlace } from '../../selectors/record-rows.ts';
import type { Strings } from '../../strings/en.ts';
import type { TextRange } from '../use-text.ts';

export const LEVEL_COLOURS: Readonly<Record<LevelName, string>> = {
  critical: 'text-critical font-bold',
  error: 'text-error font-bold',
  warning: 'text-warning font-bold',
  info: 'text-dim',
  debug: 'text-dim',
};

export function levelText(strings: Strings, { segment, index }: RecordPlace): string {
  return strings.kind.level(LEVEL_NAMES[segment.columns.level[index] as Level]);
}

export function levelCell(strings: Strings, { segment, index }: RecordPlace) {
  const name = LEVEL_NAMES[segment.columns.level[index] as Level];
  return <span className={LEVEL_COLOURS[name]}>{strings.kind.level(name)}</span>;
}

/** The event id when there is one, and the component tag or event provider. */
export function componentCell({ segment, index }: RecordPlace): string {
  const { component, eventId } = segment.columns;
  return componentText(eventId[index]!, segment.dictionary[component[index]!] ?? '');
}

export function rangeOf(source: SourceId, { segment, index }: RecordPlace): TextRange {
  return {
    source,
    offset: segment.baseOffset + segment.columns.offset[index]!,
    length: segment.columns.length[index]!,
  };
}

const LONGEST_CELL = 600;

/** A record's text in one line. */
export function oneLine(text: string): string {
  return text.slice(0, LONGEST_CELL).replace(/\s*[\r\n]+\s*/g, ' ⏎ ');
}
