import { LEVEL_NAMES, type Level, type LevelName } from '../../../src/model/level.ts';
import type { SourceId } from '../../../src/model/source.ts';
import type { RecordPlace } from '../../selectors/record-rows.ts';
import type { Strings } from '../../strings/en.ts';
import type { TextRange } from '../use-text.ts';

const COLOURS: Readonly<Record<LevelName, string>> = {
  critical: 'text-critical font-bold',
  error: 'text-error font-bold',
  warning: 'text-warning font-bold',
  info: 'text-dim',
  debug: 'text-dim',
};

export function levelCell(strings: Strings, { segment, index }: RecordPlace) {
  const name = LEVEL_NAMES[segment.columns.level[index] as Level];
  return <span className={COLOURS[name]}>{strings.kind.level(name)}</span>;
}

/** The event id when there is one, and the component tag or event provider. */
export function componentCell({ segment, index }: RecordPlace) {
  const { component, eventId } = segment.columns;
  const id = eventId[index]!;
  return [id === 0 ? '' : id, segment.dictionary[component[index]!] ?? '']
    .filter((part) => part !== '')
    .join(' ');
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
