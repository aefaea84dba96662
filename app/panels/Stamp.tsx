import type { Placed } from '../../src/model/incident.ts';
import { formatClock, formatDate, formatStamp } from '../../src/time/format-time.ts';
import type { Instant } from '../../src/time/instant.ts';
import type { ZoneRule } from '../../src/time/time-base.ts';
import { useApp } from '../store/heartline-context.tsx';
import type { Strings } from '../strings/en.ts';
import { useStrings } from '../strings/strings-context.ts';

const UTC: ZoneRule = { kind: 'utc' };

/** `2017-09-15 20:24:36.365` in a zone, for table cells. */
export function cellStamp(instant: Instant, zone: ZoneRule = UTC): string {
  return `${formatDate(instant, zone)} ${formatClock(instant, zone, 'millisecond')}`;
}

/** The UTC cell of something placed in time; what is not certain about it is said in its tip and by a question mark. */
export function placedCell(strings: Strings, placed: Omit<Placed, 'written'>) {
  if (placed.time === null) return <span className="text-dim italic">{strings.table.undated}</span>;
  const notes = [
    placed.provisional ? strings.table.provisionalNote : '',
    placed.dst === 'gap' ? strings.table.gapNote : '',
    placed.dst === 'overlap' && placed.alternative !== undefined
      ? strings.table.overlapNote(cellStamp(placed.alternative))
      : '',
  ].filter((note) => note !== '');
  const text = cellStamp(placed.time);
  if (notes.length === 0) return text;
  return <span title={notes.join(' ')}>{strings.table.provisional(text)}</span>;
}

/** An instant in full: UTC first, the second zone under it. */
export function Stamp({
  instant,
  provisional,
}: {
  readonly instant: Instant;
  readonly provisional?: boolean;
}) {
  const strings = useStrings();
  const second = useApp((state) => state.secondZone);
  const text = formatStamp(instant, UTC);
  return (
    <span className="font-mono text-[12px]">
      {provisional === true ? strings.table.provisional(text) : text}
      {second.kind !== 'utc' && (
        <span className="block text-dim">{formatStamp(instant, second)}</span>
      )}
    </span>
  );
}
