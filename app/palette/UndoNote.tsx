import { X } from 'lucide-react';
import { useEffect } from 'react';
import { Button, IconButton } from '../shell/Button.tsx';
import { useActions, useApp } from '../store/heartline-context.tsx';
import { useStrings } from '../strings/strings-context.ts';

/** Long enough to read and to reach the button. */
const SHOWN_MS = 8000;

/** What was just done, for a while, with the button that takes it back. */
export function UndoNote() {
  const strings = useStrings();
  const { undo, dismissUndo } = useActions();
  const undoable = useApp((state) => state.undoable);
  useEffect(() => {
    if (undoable === null) return;
    const timer = setTimeout(dismissUndo, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [undoable, dismissUndo]);
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-0 bottom-4 z-40 flex justify-center px-4"
    >
      {undoable !== null && (
        <div className="pointer-events-auto flex items-center gap-3 rounded-lg border border-line-strong bg-raised py-1.5 pr-1.5 pl-4 shadow-float">
          <span>{undoable.message}</span>
          {undoable.before !== null && (
            <Button className="h-7!" onClick={undo}>
              {strings.places.undo}
            </Button>
          )}
          <IconButton label={strings.places.dismiss} onClick={dismissUndo}>
            <X aria-hidden className="size-3.5" />
          </IconButton>
        </div>
      )}
    </div>
  );
}
