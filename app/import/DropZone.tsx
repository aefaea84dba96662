import { Upload } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useActions } from '../store/heartline-context.tsx';
import { useStrings } from '../strings/strings-context.ts';
import { droppedFiles } from './dropped-files.ts';

/** Takes drops and pastes anywhere on the page, and shows while something is held over it. */
export function DropZone() {
  const { addFiles } = useActions();
  const strings = useStrings();
  const [held, setHeld] = useState(false);

  useEffect(() => {
    const isFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const onOver = (event: DragEvent) => {
      if (!isFiles(event) || event.dataTransfer === null) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      setHeld(true);
    };
    const onLeave = (event: DragEvent) => {
      // A null related target means the window was left, not one element for another.
      if (event.relatedTarget === null) setHeld(false);
    };
    const onDrop = (event: DragEvent) => {
      setHeld(false);
      if (!isFiles(event) || event.dataTransfer === null) return;
      event.preventDefault();
      void droppedFiles(event.dataTransfer).then(addFiles);
    };
    const onPaste = (event: ClipboardEvent) => {
      if (event.clipboardData === null || isTextField(event.target)) return;
      const text = event.clipboardData.getData('text/plain');
      const files = droppedFiles(event.clipboardData);
      void files.then((given) => {
        if (given.length > 0) addFiles(given);
        else if (text.trim() !== '') {
          addFiles([
            { path: strings.add.pastedName, blob: new Blob([text], { type: 'text/plain' }) },
          ]);
        }
      });
    };
    addEventListener('dragover', onOver);
    addEventListener('dragleave', onLeave);
    addEventListener('drop', onDrop);
    addEventListener('paste', onPaste);
    return () => {
      removeEventListener('dragover', onOver);
      removeEventListener('dragleave', onLeave);
      removeEventListener('drop', onDrop);
      removeEventListener('paste', onPaste);
    };
  }, [addFiles, strings]);

  if (!held) return null;
  return (
    <div className="pointer-events-none fixed inset-0 z-50 grid place-items-center bg-ground/85 p-6">
      <div className="grid h-full w-full place-content-center justify-items-center gap-2 rounded-xl border-2 border-accent border-dashed text-center">
        <Upload aria-hidden className="size-8 text-accent" />
        <p className="font-semibold text-[17px]">{strings.add.drop}</p>
        <p className="text-soft">{strings.add.dropHint}</p>
      </div>
    </div>
  );
}

function isTextField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLInputElement ||
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLElement && target.isContentEditable)
  );
}
