import { useEffect, useState } from 'react';
import type { FilteredTable } from '../../store/tables-slice.ts';
import { useTable } from '../../store/use-tables.ts';
import { useStrings } from '../../strings/strings-context.ts';

/** Typing rests this long before rows are chosen anew. */
const SETTLE_MS = 150;

/** The text that a column must contain. */
export function FilterField(props: {
  readonly table: FilteredTable;
  readonly column: string;
  readonly title: string;
}) {
  const { table, column } = props;
  const words = useStrings().rows;
  const [view, actions] = useTable(table);
  const kept = view.contains[column] ?? '';
  const [text, setText] = useState(kept);
  useEffect(() => setText(kept), [kept]);
  useEffect(() => {
    if (text === kept) return;
    const timer = setTimeout(() => actions.filter(column, text), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [text, kept, column, actions]);
  return (
    <input
      type="text"
      value={text}
      aria-label={words.filterColumn(props.title)}
      placeholder={words.filterPlaceholder}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => setText(event.target.value)}
      className="h-6 w-full min-w-0 rounded border border-control-line bg-sunken px-1.5 text-[11.5px] placeholder:text-dim focus-visible:-outline-offset-1"
    />
  );
}
