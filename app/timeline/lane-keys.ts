import type { Row } from '../../src/timeline/rows.ts';

/** What a key does in the list of lanes. */
export type LaneMove =
  | { readonly type: 'focus'; readonly index: number }
  | { readonly type: 'toggle'; readonly key: string }
  | { readonly type: 'mark'; readonly direction: -1 | 1 };

/**
 * The treegrid's keys: up, down, Home, End and the page keys move between rows; right unfolds or goes to the first child, left folds or goes to the
 * parent; Enter goes through the marks of the row. Null for a key that is not the list's.
 */
export function laneMoveFor(
  event: { readonly key: string; readonly shiftKey: boolean },
  rows: readonly Row[],
  index: number,
): LaneMove | null {
  const row = rows[index];
  if (row === undefined) return null;
  const focus = (to: number): LaneMove => ({
    type: 'focus',
    index: Math.max(0, Math.min(rows.length - 1, to)),
  });
  switch (event.key) {
    case 'ArrowDown':
      return focus(index + 1);
    case 'ArrowUp':
      return focus(index - 1);
    case 'PageDown':
      return focus(index + 10);
    case 'PageUp':
      return focus(index - 10);
    case 'Home':
      return focus(0);
    case 'End':
      return focus(rows.length - 1);
    case 'ArrowRight':
      if (!row.lane.hasChildren) return null;
      return row.folded ? { type: 'toggle', key: row.lane.key } : focus(index + 1);
    case 'ArrowLeft': {
      if (row.lane.hasChildren && !row.folded) return { type: 'toggle', key: row.lane.key };
      const parent = rows.findIndex(({ lane }) => lane.key === row.lane.parent);
      return parent === -1 ? null : focus(parent);
    }
    case 'Enter':
      return { type: 'mark', direction: event.shiftKey ? -1 : 1 };
    default:
      return null;
  }
}
