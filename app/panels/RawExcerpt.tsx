import { useMemo } from 'react';
import type { SegmentRecords } from '../../src/model/evidence.ts';
import type { LineRef } from '../../src/model/incident.ts';
import { sourcesById } from '../selectors/incident-summary.ts';
import { allRecords, lineOf, rowOfLine } from '../selectors/record-rows.ts';
import { statusCodesIn } from '../selectors/status-codes-in-text.ts';
import { Button } from '../shell/Button.tsx';
import { useActions, useApp } from '../store/heartline-context.tsx';
import { useStrings } from '../strings/strings-context.ts';
import { Definitions } from './Definitions.tsx';
import { useLines } from './use-text.ts';

const BEFORE = 2;
const AFTER = 3;
/** Lines shown at most of an entry that goes on over many. */
const LONGEST_ENTRY = 24;

/** A line of a file with its neighbours, and the rest of its entry when that goes on. */
export function RawExcerpt({ at }: { readonly at: LineRef }) {
  const strings = useStrings();
  const { showLine } = useActions();
  const source = useApp((state) => sourcesById(state.sources).get(at.source));
  const first = Math.max(1, at.line - BEFORE);
  const segments = useApp((state) => state.segments[at.source]);
  const entryEnd = useMemo(() => endOfEntry(segments ?? [], at.line), [segments, at.line]);
  const last = Math.max(at.line + AFTER, Math.min(entryEnd, at.line + LONGEST_ENTRY));
  const lines = useLines(at.source, first, last - first + 1, source?.encoding ?? '');
  if (source === undefined) return null;
  const line =
    lines.state === 'failed' ? undefined : lines.value?.find((each) => each.number === at.line);
  const codes = line === undefined ? [] : statusCodesIn(line.text);
  return (
    <section aria-label={strings.selection.lineOf(at.line, source.path)} className="grid gap-1.5">
      <h4 className="break-words text-dim">{strings.selection.lineOf(at.line, source.path)}</h4>
      {lines.state === 'failed' ? (
        <p role="alert" className="text-error">
          {strings.raw.unreadable(lines.reason)}
        </p>
      ) : (
        <ol className="overflow-hidden rounded-lg border border-line bg-sunken py-1.5 font-mono text-[11.5px]">
          {lines.value?.map((line) => (
            <li
              key={line.number}
              aria-current={line.number === at.line ? 'true' : undefined}
              className="grid grid-cols-[auto_1fr] gap-2.5 px-2.5 text-soft aria-[current]:bg-selected aria-[current]:text-text"
            >
              <span className="select-none text-dim">{line.number}</span>
              <span className="line-clamp-6 whitespace-pre-wrap break-all">
                {line.text}
                {line.cut && <i className="text-dim"> {strings.raw.cut}</i>}
              </span>
            </li>
          )) ?? <li className="px-2.5 text-dim">{strings.table.reading}</li>}
        </ol>
      )}
      {codes.length > 0 && (
        <Definitions pairs={codes.map(({ written, name }): [string, string] => [written, name])} />
      )}
      <p>
        <Button look="link" onClick={() => showLine(at)}>
          {strings.selection.openRaw}
        </Button>
      </p>
    </section>
  );
}

/** Last line of the entry that holds a line; the line itself when nothing more is known. */
function endOfEntry(segments: readonly SegmentRecords[], line: number): number {
  const row = rowOfLine(segments, line);
  if (row === -1) return line;
  const rows = allRecords(segments);
  return row + 1 < rows.count
    ? Math.max(line, lineOf(rows.place(row + 1)) - 1)
    : line + LONGEST_ENTRY;
}
