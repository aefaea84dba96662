import type { GivenFile } from '../../src/worker/engine.ts';

/**
 * The files of a drop or paste, folders walked to their leaves, with paths from the dropped folder on.
 * Must be called within the event: the browser forgets the items afterwards. Entries that cannot be read are left out.
 */
export function droppedFiles(transfer: DataTransfer): Promise<GivenFile[]> {
  const entries: FileSystemEntry[] = [];
  const plain: GivenFile[] = [];
  for (const item of transfer.items) {
    if (item.kind !== 'file') continue;
    const entry = item.webkitGetAsEntry();
    const file = entry === null ? item.getAsFile() : null;
    if (entry !== null) entries.push(entry);
    else if (file !== null) plain.push(givenFile(file));
  }
  return Promise.all(entries.map((entry) => filesUnder(entry))).then((found) => [
    ...plain,
    ...found.flat(),
  ]);
}

/** A picked file, with its path below the picked folder when there is one. */
export function givenFile(file: File): GivenFile {
  return { path: file.webkitRelativePath || file.name, blob: file };
}

async function filesUnder(entry: FileSystemEntry): Promise<GivenFile[]> {
  if (entry.isFile) return fileOf(entry as FileSystemFileEntry);
  const found: GivenFile[] = [];
  for (const child of await childrenOf(entry as FileSystemDirectoryEntry)) {
    found.push(...(await filesUnder(child)));
  }
  return found;
}

function fileOf(entry: FileSystemFileEntry): Promise<GivenFile[]> {
  return new Promise((resolve) => {
    entry.file(
      (file) => resolve([{ path: entry.fullPath.replace(/^\//, ''), blob: file }]),
      () => resolve([]),
    );
  });
}

/** `readEntries` gives at most 100 at a time and an empty list at the end. */
async function childrenOf(directory: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = directory.createReader();
  const children: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve) =>
      reader.readEntries(resolve, () => resolve([])),
    );
    if (some.length === 0) return children;
    children.push(...some);
  }
}
