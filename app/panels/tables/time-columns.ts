import type { ZoneRule } from '../../../src/time/time-base.ts';
import { formatZone } from '../../../src/time/zone-text.ts';
import { useApp } from '../../store/heartline-context.tsx';
import { useStrings } from '../../strings/strings-context.ts';
import type { GridColumn } from '../grid/VirtualGrid.tsx';

/** The UTC column, and one of the second zone when the reader has chosen one. */
export function useTimeColumns(): {
  readonly columns: readonly GridColumn[];
  readonly second: ZoneRule;
} {
  const strings = useStrings();
  const second = useApp((state) => state.secondZone);
  const columns: GridColumn[] = [{ key: 'utc', title: strings.column.utc, widthPx: 200 }];
  if (second.kind !== 'utc') {
    columns.push({
      key: 'second',
      title: strings.column.second(formatZone(second)),
      widthPx: 200,
    });
  }
  return { columns, second };
}
