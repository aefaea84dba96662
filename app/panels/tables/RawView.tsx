import { useState } from 'react';
import type { LineRef } from '../../../src/model/incident.ts';
import type { Source } from '../../../src/model/source.ts';
import { sourcesById } from '../../selectors/incident-summary.ts';
import { useActions, useApp } from '../../store/heartline-context.tsx';
import { useStrings } from '../../strings/strings-context.ts';
import { VirtualGrid } from '../grid/VirtualGrid.tsx';
import { TextEditor } from '../TextEditor.tsx';
import { useLines } from '../use-text.ts';

/** A file as it is, line by line, at the selected line. */
export function RawView() {
  const strings = useStrings();
  const at = useApp((state) => state.rawAt);
  const source = useApp((state) =>
    state.rawAt === null ? undefined : sourcesById(state.sources).get(state.rawAt.source),
  );
  const { showLine } = useActions();
  if (at === null || source === undefined) {
    return <p className="p-3 text-dim">{strings.raw.none}</p>;
  }
  return (
    <div className="flex h-full flex-col">
      <div className="flex items-center gap-3 border-line border-b px-2.5 py-1">
        <span className="min-w-0 truncate font-mono text-[12px]">{source.path}</span>
        <span className="whitespace-nowrap text-dim">
          {source.encoding} · {strings.table.lines(source.lines)}
        </span>
        <div className="ml-auto w-56 shrink-0">
          <TextEditor
            key={`${at.source}:${at.line}`}
            label={strings.raw.goTo}
            action={strings.raw.goTo}
            start={String(at.line)}
            check={(text) =>
              isLine(text, source.lines) ? null : strings.raw.noSuchLine(source.lines)
            }
            onText={(text) => showLine({ source: source.id, line: Number(text) })}
          />
        </div>
      </div>
      <div className="min-h-0 grow">
        <RawGrid key={source.id} source={source} at={at} />
      </div>
    </div>
  );
}

function isLine(text: string, lines: number): boolean {
  return /^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= lines;
}

function RawGrid({ source, at }: { readonly source: Source; readonly at: LineRef }) {
  const strings = useStrings();
  const { showLine } = useActions();
  const [[first, end], setShown] = useState<readonly [number, number]>([0, 0]);
  const lines = useLines(source.id, first + 1, end - first, source.encoding);
  return (
    <VirtualGrid
      name={strings.raw.name(source.path)}
      empty={strings.table.emptyLines}
      wide
      columns={[
        { key: 'number', title: strings.column.line, widthPx: 92, align: 'end' },
        { key: 'text', title: strings.column.text },
      ]}
      rowCount={source.lines}
      rowKey={(row) => row}
      selectedRow={at.line - 1}
      onSelect={(row) => showLine({ source: source.id, line: row + 1 })}
      onWindow={(from, to) =>
        setShown((before) => (before[0] === from && before[1] === to ? before : [from, to]))
      }
      cell={(row, key) => {
        if (key === 'number') return <span className="text-dim">{row + 1}</span>;
        if (lines.state === 'failed') return strings.raw.unreadable(lines.reason);
        const read = lines.value ?? [];
        const line = read[row + 1 - (read[0]?.number ?? 0)];
        if (line === undefined) return null;
        return line.cut ? `${line.text} ${strings.raw.cut}` : line.text;
      }}
    />
  );
}
