import { type Dirent, openAsBlob } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import type { GivenFile } from '../worker/engine.ts';

export interface Walked {
  readonly files: readonly GivenFile[];
  readonly unreadable: readonly {
    readonly path: string;
    readonly bytes: number;
    readonly reason: string;
  }[];
}

/**
 * Opens every regular file at or below `paths`, in the order given, names within a directory by code point.
 * Paths are printed as typed, with `/`. Links are followed once at the top and skipped below; pipes and devices are listed as unreadable.
 */
export async function walk(paths: readonly string[]): Promise<Walked> {
  const files: GivenFile[] = [];
  const unreadable: { path: string; bytes: number; reason: string }[] = [];
  const refuse = (path: string, reason: string) => unreadable.push({ path, bytes: 0, reason });

  async function addFile(path: string): Promise<void> {
    try {
      files.push({ path: path.replaceAll('\\', '/'), blob: await openAsBlob(path) });
    } catch (error) {
      refuse(path, describe(error));
    }
  }

  async function addDirectory(path: string): Promise<void> {
    let entries: Dirent[];
    try {
      entries = await readdir(path, { withFileTypes: true });
    } catch (error) {
      return void refuse(path, describe(error));
    }
    entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
    for (const entry of entries) {
      const below = `${path.replace(/[\\/]+$/, '')}/${entry.name}`;
      if (entry.isDirectory()) await addDirectory(below);
      else if (entry.isFile()) await addFile(below);
      else
        refuse(
          below,
          entry.isSymbolicLink() ? 'a symbolic link: not followed' : 'not a regular file',
        );
    }
  }

  for (const path of paths) {
    try {
      const found = await stat(path);
      if (found.isDirectory()) await addDirectory(path);
      else if (found.isFile()) await addFile(path);
      else refuse(path, 'not a regular file');
    } catch (error) {
      refuse(path, describe(error));
    }
  }
  return { files, unreadable };
}

function describe(error: unknown): string {
  const code = (error as { code?: string }).code;
  if (code === 'ENOENT') return 'no such file or directory';
  if (code === 'EACCES' || code === 'EPERM') return 'permission denied';
  return error instanceof Error ? error.message : String(error);
}
