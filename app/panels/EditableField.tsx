import { Pencil, Undo2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { IconButton } from '../shell/Button.tsx';
import { useStrings } from '../strings/strings-context.ts';

/** A value that the reader may overrule: shown with how it is known, changed in place, and set back. */
export function EditableField(props: {
  readonly term: string;
  /** Whose value it is, for accessible names. */
  readonly of: string;
  readonly value: ReactNode;
  /** How it is known. */
  readonly basis: string;
  /** Whether the reader has overruled it. */
  readonly isSet: boolean;
  /** The form; `done` closes it. */
  editor(done: () => void): ReactNode;
  onReset(): void;
}) {
  const strings = useStrings();
  const [editing, setEditing] = useState(false);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot take part in the grid of its list
    <div
      role="group"
      aria-label={strings.sources.edit(props.term, props.of)}
      className="grid gap-1"
    >
      <div className="flex items-baseline gap-2">
        <span className="w-[84px] shrink-0 text-dim">{props.term}</span>
        <span className="min-w-0 break-words">
          {props.value} <i className="text-dim">{props.basis}</i>
        </span>
        <span className="ml-auto flex shrink-0">
          {props.isSet && (
            <IconButton
              label={strings.sources.resetNamed(props.term, props.of)}
              onClick={() => {
                setEditing(false);
                props.onReset();
              }}
              className="h-5!"
            >
              <Undo2 aria-hidden className="size-3.5" />
            </IconButton>
          )}
          <IconButton
            label={strings.sources.change(props.term, props.of)}
            aria-expanded={editing}
            onClick={() => setEditing(!editing)}
            className="h-5!"
          >
            <Pencil aria-hidden className="size-3.5" />
          </IconButton>
        </span>
      </div>
      {editing && <div className="pl-[92px]">{props.editor(() => setEditing(false))}</div>}
    </div>
  );
}
