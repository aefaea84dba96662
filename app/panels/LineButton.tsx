import type { LineRef } from '../../src/model/incident.ts';
import { sourcesById } from '../selectors/incident-summary.ts';
import { useActions, useApp } from '../store/heartline-context.tsx';
import { useStrings } from '../strings/strings-context.ts';

/** Leads to a line of a source in the raw view. */
export function LineButton({ at, text }: { readonly at: LineRef; readonly text?: string }) {
  const strings = useStrings();
  const { showLine } = useActions();
  const path = useApp((state) => sourcesById(state.sources).get(at.source)?.path);
  return (
    <button
      type="button"
      onClick={() => showLine(at)}
      title={path === undefined ? undefined : strings.selection.lineOf(at.line, path)}
      className="rounded-sm text-left font-mono text-[12px] text-accent hover:underline"
    >
      {text ?? `${fileName(path ?? at.source)}:${strings.number(at.line)}`}
    </button>
  );
}

/** Last component of a path, whatever archive or folder it lies in. */
export function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1) || path;
}
