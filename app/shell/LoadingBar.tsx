import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import type { FileProgress } from '../../src/worker/engine.ts';
import { useActions, useApp } from '../store/heartline-context.tsx';
import { useStrings } from '../strings/strings-context.ts';
import { Button } from './Button.tsx';

const ENDED: ReadonlySet<FileProgress['stage']> = new Set(['done', 'failed', 'cancelled']);

/** How far the reading has come, over all and file by file, while it lasts. */
export function LoadingBar() {
  const strings = useStrings();
  const { cancelReading } = useActions();
  const files = useApp((state) => state.files);
  const loading = useApp((state) => state.pageState === 'loading');
  const [open, setOpen] = useState(false);
  if (!loading) return null;
  const words = strings.loading;
  const total = files.reduce((sum, file) => sum + file.bytesTotal, 0);
  const read = files.reduce((sum, file) => sum + Math.min(file.bytesRead, file.bytesTotal), 0);
  const done = files.filter(({ stage }) => ENDED.has(stage)).length;
  return (
    <section
      aria-label={words.name}
      className="relative border-line border-b bg-panel px-4 py-1.5 text-soft"
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <progress
          aria-label={words.name}
          max={total || 1}
          value={total === 0 ? undefined : read}
          className="heartline-progress h-1.5 w-52"
        />
        <span>{words.overall(strings.bytes(read), strings.bytes(total))}</span>
        <span className="text-dim">{words.files(done, files.length)}</span>
        <Button look="link" aria-expanded={open} onClick={() => setOpen(!open)}>
          {words.showFiles}
          <ChevronDown aria-hidden className={`size-3.5 ${open ? 'rotate-180' : ''}`} />
        </Button>
        <Button onClick={cancelReading} className="ml-auto h-7!">
          {words.cancel}
        </Button>
      </div>
      {open && <FileList files={files} />}
    </section>
  );
}

/** Files under way come first; a folder of thousands would otherwise cost more to list than to read. */
const MAX_LISTED = 60;

function FileList({ files }: { readonly files: readonly FileProgress[] }) {
  const strings = useStrings();
  const listed = [
    ...files.filter(({ stage }) => !ENDED.has(stage)),
    ...files.filter(({ stage }) => ENDED.has(stage)),
  ].slice(0, MAX_LISTED);
  return (
    <ul className="mt-1.5 grid max-h-56 gap-0.5 overflow-y-auto">
      {listed.map((file) => (
        <li
          key={file.path}
          className="grid grid-cols-[minmax(0,1fr)_140px_150px_80px] items-center gap-3 max-md:grid-cols-[minmax(0,1fr)_80px]"
        >
          <span className="truncate font-mono text-[12px]">{file.path}</span>
          <progress
            aria-label={strings.loading.progressOf(file.path)}
            max={file.bytesTotal || 1}
            value={file.stage === 'done' ? file.bytesTotal || 1 : file.bytesRead}
            className="heartline-progress h-1 max-md:hidden"
          />
          <span className="text-right text-dim max-md:hidden">
            {strings.bytes(file.bytesRead)} / {strings.bytes(file.bytesTotal)}
          </span>
          <span className={file.stage === 'failed' ? 'text-error' : 'text-dim'}>
            {strings.loading.stage(file.stage)}
          </span>
        </li>
      ))}
    </ul>
  );
}
