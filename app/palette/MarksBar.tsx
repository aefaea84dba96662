import { Flag, X } from 'lucide-react';
import { Fragment } from 'react';
import { formatDuration } from '../../src/time/format-time.ts';
import { cellStamp } from '../panels/Stamp.tsx';
import { Button, IconButton } from '../shell/Button.tsx';
import { useViewMoves } from '../shell/use-view-moves.ts';
import { useActions, useApp } from '../store/heartline-context.tsx';
import { useStrings } from '../strings/strings-context.ts';

/** The marked instants in order of time, and how long it is from each to the next. */
export function MarksBar() {
  const strings = useStrings();
  const words = strings.places;
  const { removeMark, clearMarks } = useActions();
  const { center } = useViewMoves();
  const marks = useApp((state) => state.marks);
  if (marks.length === 0) return null;
  return (
    <section
      aria-label={words.marks}
      className="flex min-h-9 flex-wrap items-center gap-x-1.5 gap-y-1 border-line border-b bg-panel px-4 py-1"
    >
      <Flag aria-hidden className="mr-1 size-4 text-match" />
      {marks.map((mark, i) => (
        <Fragment key={mark}>
          {i > 0 && (
            <span title={words.difference} className="px-1 font-mono text-[12px] text-soft">
              ← {formatDuration(mark - marks[i - 1]!)} →
            </span>
          )}
          <span className="flex items-center rounded-md border border-line-strong bg-raised">
            <Button look="link" onClick={() => center(mark)} className="px-2 font-mono text-[12px]">
              {cellStamp(mark)}
            </Button>
            <IconButton
              label={words.removeMark(cellStamp(mark))}
              onClick={() => removeMark(mark)}
              className="h-6! px-1!"
            >
              <X aria-hidden className="size-3.5" />
            </IconButton>
          </span>
        </Fragment>
      ))}
      {marks.length > 1 && (
        <Button look="quiet" onClick={clearMarks} className="ml-auto">
          {words.clearMarks}
        </Button>
      )}
    </section>
  );
}
