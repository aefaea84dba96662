import { useState } from 'react';
import { type TableTextForm, tableText } from '../../selectors/table-text.ts';
import { useStrings } from '../../strings/strings-context.ts';
import type { RowRange } from '../grid/VirtualGrid.tsx';
import { writeClipboard } from './write-clipboard.ts';

/** Rows copied at most at once; more would freeze what they are pasted into. */
const MAX_ROWS = 10_000;

/** Rows made into text in one go; between two lots the page breathes. */
const ROWS_AT_ONCE = 128;

/** Texts of the rows `[first, end)`, cell by cell. */
export type RowReader = (first: number, end: number) => Promise<readonly (readonly string[])[]>;

export interface Copying {
  /** What became of the last copy, for the live region; '' at first. */
  readonly said: string;
  copy(form: TableTextForm, rows: RowRange): void;
}

/** Copies rows with their titles to the clipboard and says how many. */
export function useCopy(titles: readonly string[], read: RowReader): Copying {
  const words = useStrings().rows;
  const [said, setSaid] = useState('');
  const copy = async (form: TableTextForm, { first, end }: RowRange) => {
    const all = end - first;
    const count = Math.min(all, MAX_ROWS);
    setSaid(words.copying);
    try {
      await writeClipboard(
        readAll(read, first, first + count).then((rows) => tableText(form, titles, rows)),
      );
      setSaid(count < all ? words.copiedFirst(count, all, form) : words.copied(count, form));
    } catch (error) {
      const reason = error instanceof Error && error.message !== '' ? error.message : null;
      setSaid(words.copyFailed(reason ?? words.noClipboard));
    }
  };
  return { said, copy: (form, rows) => void copy(form, rows) };
}

async function readAll(
  read: RowReader,
  first: number,
  end: number,
): Promise<readonly (readonly string[])[]> {
  const rows: (readonly string[])[] = [];
  for (let at = first; at < end; at += ROWS_AT_ONCE) {
    rows.push(...(await read(at, Math.min(at + ROWS_AT_ONCE, end))));
    if (end - first > ROWS_AT_ONCE) await new Promise((resolve) => setTimeout(resolve, 0));
  }
  return rows;
}
