import { FileQuestionMark } from 'lucide-react';
import { useId } from 'react';
import { useApp } from '../store/heartline-context.tsx';
import { useStrings } from '../strings/strings-context.ts';

/** The files that no format claims, each with its reason. Nothing when there are none. */
export function UnrecognisedList() {
  const strings = useStrings();
  const files = useApp((state) => state.unrecognised);
  const headingId = useId();
  if (files.length === 0) return null;
  return (
    <section
      aria-labelledby={headingId}
      className="grid gap-1.5 rounded-[10px] border border-line-strong p-3.5"
    >
      <h3 id={headingId} className="flex items-center gap-2 font-semibold">
        <FileQuestionMark aria-hidden className="size-4 text-warning" />
        {strings.sources.unrecognisedTitle}
      </h3>
      <ul className="grid max-h-72 gap-1.5 overflow-y-auto" tabIndex={-1}>
        {files.map((file, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same file may be dropped twice; the list only grows
          <li key={i}>
            <span className="break-all font-mono text-[12px]">{file.path}</span>{' '}
            <span className="text-dim">{strings.bytes(file.bytes)}</span>
            <p className="text-soft">{file.reason}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
