import { FolderPlus, Plus } from 'lucide-react';
import { type ChangeEvent, useId } from 'react';
import { useActions } from '../store/heartline-context.tsx';
import { useStrings } from '../strings/strings-context.ts';
import { givenFile } from './dropped-files.ts';

/** The file input, shown as a button, and the folder input beside it. */
export function AddLogs() {
  const { addFiles } = useActions();
  const strings = useStrings();
  const filesId = useId();
  const folderId = useId();

  const onChange = (event: ChangeEvent<HTMLInputElement>) => {
    addFiles([...(event.target.files ?? [])].map(givenFile));
    // The same file may be chosen again after it was removed.
    event.target.value = '';
  };

  const label =
    'flex h-8 cursor-pointer items-center gap-1.5 whitespace-nowrap border border-line-strong bg-raised px-2.5 hover:border-control-line has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-accent';
  return (
    <div className="flex shrink-0">
      <label htmlFor={filesId} className={`${label} rounded-l-md`}>
        <Plus aria-hidden className="size-4" />
        {strings.add.files}
        <input
          id={filesId}
          type="file"
          multiple
          data-add-logs="files"
          className="sr-only"
          onChange={onChange}
        />
      </label>
      <label
        htmlFor={folderId}
        title={strings.add.folder}
        className={`${label} -ml-px rounded-r-md`}
      >
        <FolderPlus aria-hidden className="size-4" />
        <span className="sr-only">{strings.add.folder}</span>
        <input
          id={folderId}
          type="file"
          data-add-logs="folder"
          ref={(input) => input?.setAttribute('webkitdirectory', '')}
          className="sr-only"
          onChange={onChange}
        />
      </label>
    </div>
  );
}
