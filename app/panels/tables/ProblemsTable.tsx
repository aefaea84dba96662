import { useMemo } from 'react';
import type { Problem } from '../../../src/model/problem.ts';
import type { Source } from '../../../src/model/source.ts';
import { useActions, useApp } from '../../store/heartline-context.tsx';
import { useStrings } from '../../strings/strings-context.ts';
import { fileName } from '../LineButton.tsx';
import { DataTable } from './DataTable.tsx';

interface Row extends Problem {
  readonly source: Source;
}

/** Every line that could not be read as its format says, of every source. A row opens the line in the raw view. */
export function ProblemsTable() {
  const strings = useStrings();
  const { showLine } = useActions();
  const sources = useApp((state) => state.sources);
  const rows = useMemo(
    () => sources.flatMap((source): Row[] => source.problems.map((each) => ({ ...each, source }))),
    [sources],
  );
  const at = useApp((state) => state.rawAt);
  const selected =
    at === null
      ? -1
      : rows.findIndex(({ source, line }) => source.id === at.source && line === at.line);
  const unkept = sources.reduce((sum, each) => sum + each.problemCount - each.problems.length, 0);
  const { column } = strings;
  return (
    <DataTable
      table="problems"
      empty={strings.rows.emptyProblems}
      items={rows}
      selectedItem={selected === -1 ? null : selected}
      onSelect={({ source, line }) => showLine({ source: source.id, line: Math.max(1, line) })}
      {...(unkept > 0 && { note: strings.rows.uncounted(unkept) })}
      columns={[
        {
          key: 'source',
          title: column.source,
          widthPx: 260,
          text: ({ source }) => source.path,
          cell: ({ source }) => <span title={source.path}>{fileName(source.path)}</span>,
        },
        {
          key: 'line',
          title: column.line,
          widthPx: 100,
          align: 'end',
          text: ({ line }) => (line === 0 ? strings.rows.wholeFile : String(line)),
          order: ({ line }) => line,
        },
        { key: 'code', title: strings.rows.code, widthPx: 200, text: ({ code }) => code },
        {
          key: 'message',
          title: strings.rows.message,
          text: ({ message }) => message,
          cell: ({ message }) => <span title={message}>{message}</span>,
        },
      ]}
    />
  );
}
