import { type ArchiveContext, type ArchiveMember, messageOf } from './archive-member.ts';
import { fileKindOf, type OpenedKind } from './file-kind.ts';
import { readGzip } from './gzip.ts';
import { IntakeBudget } from './intake-budget.ts';
import { INTAKE_LIMITS, type IntakeLimits } from './limits.ts';
import { readBytes } from './scan-window.ts';
import { readTar } from './tar.ts';
import { readZip } from './zip.ts';

/** A file as the reader gave it; `path` with folders, as far as they are known. */
export interface InputFile {
  readonly path: string;
  readonly blob: Blob;
}

/** A file to read, or one that is not read and why. Members of archives have the archive's path, `!/`, and their own. */
export type IntakeResult =
  | { readonly kind: 'file'; readonly path: string; readonly blob: Blob }
  | {
      readonly kind: 'refused';
      readonly path: string;
      readonly bytes: number;
      readonly reason: string;
    };

export interface IntakeOptions {
  readonly signal: AbortSignal;
  readonly limits?: IntakeLimits;
  /** Progress through a given archive: `path` as given, bytes of the archive itself. */
  readonly onProgress?: (path: string, bytesRead: number, bytesTotal: number) => void;
}

interface Place {
  readonly path: string;
  readonly depth: number;
}

const MACOS_REASON = 'bookkeeping of macOS (resource fork or folder view), not a log';

/**
 * Opens the files one after the other: zip, tar and gzip, in any nesting, known by their first bytes. Everything given comes
 * out as a file or as a refusal; a damaged archive gives what is before the damage, then a refusal. Names of members are
 * text: they lead to nothing, whatever they say. Members are inflated into Blobs, one at a time, as they are asked for.
 *
 * @throws the signal's reason when aborted; nothing else
 */
export async function* openInputs(
  files: readonly InputFile[],
  options: IntakeOptions,
): AsyncGenerator<IntakeResult, void, undefined> {
  const intake = new Intake(options);
  for (const file of files) yield* intake.openGiven(file);
}

class Intake {
  private readonly signal: AbortSignal;
  private readonly limits: IntakeLimits;
  private readonly budget: IntakeBudget;
  private readonly onProgress: NonNullable<IntakeOptions['onProgress']>;

  constructor(options: IntakeOptions) {
    this.signal = options.signal;
    this.limits = options.limits ?? INTAKE_LIMITS;
    this.budget = new IntakeBudget(this.limits);
    this.onProgress = options.onProgress ?? (() => {});
  }

  async *openGiven({ path, blob }: InputFile): AsyncGenerator<IntakeResult, void, undefined> {
    const report = (bytesRead: number) => this.onProgress(path, bytesRead, blob.size);
    try {
      yield* this.open(blob, { path, depth: 0 }, report);
    } catch (error) {
      this.signal.throwIfAborted();
      const reason = `could not be read: ${messageOf(error)}. It may have been moved or changed since it was added; add it again`;
      yield { kind: 'refused', path, bytes: blob.size, reason };
    }
  }

  /** @param onProgress null inside archives: only the given file's own bytes are reported */
  private async *open(
    blob: Blob,
    place: Place,
    onProgress: ((bytesRead: number) => void) | null,
  ): AsyncGenerator<IntakeResult, void, undefined> {
    this.signal.throwIfAborted();
    const { path, depth } = place;
    const refused = (reason: string): IntakeResult => ({
      kind: 'refused',
      path,
      bytes: blob.size,
      reason,
    });
    if (isMacosBookkeeping(path)) {
      yield refused(MACOS_REASON);
      return;
    }
    if (blob.size === 0) {
      yield refused('empty file (0 bytes)');
      return;
    }
    const kind = fileKindOf(await readBytes(blob, 0, 512));
    if (kind?.type === 'packed') {
      yield refused(
        `${kind.name}, which is not opened here. Unpack it first and add what is in it`,
      );
    } else if (kind?.type !== 'opened') {
      yield { kind: 'file', path, blob };
    } else if (depth >= this.limits.depth) {
      const depths = `${depth} archives deep; the limit is ${this.limits.depth}`;
      yield refused(`${kind.kind} archive inside archives, ${depths}. Unpack it first`);
    } else {
      yield* this.openArchive(kind.kind, blob, place, onProgress);
    }
  }

  private async *openArchive(
    kind: OpenedKind,
    blob: Blob,
    { path, depth }: Place,
    onProgress: ((bytesRead: number) => void) | null,
  ): AsyncGenerator<IntakeResult, void, undefined> {
    const context: ArchiveContext = {
      signal: this.signal,
      budget: this.budget,
      onProgress: onProgress ?? (() => {}),
    };
    let given = 0;
    for await (const member of this.membersOf(kind, blob, path, context)) {
      given++;
      const memberPath = member.name === null ? path : `${path}!/${member.name}`;
      if (memberPath.length > this.limits.pathChars) {
        const bytes = member.kind === 'member' ? member.blob.size : member.bytes;
        yield this.refuseLongPath(memberPath, bytes);
      } else if (member.kind === 'refused') {
        const { bytes, reason } = member;
        yield { kind: 'refused', path: memberPath, bytes, reason };
      } else if (kind === 'gzip' && (await isTar(member.blob))) {
        // A .tar.gz is one archive to its reader: `case.tgz!/zq1/cluster.log`.
        yield* this.open(member.blob, { path, depth: depth + 1 }, null);
      } else {
        yield* this.open(member.blob, { path: memberPath, depth: depth + 1 }, null);
      }
    }
    if (given === 0) {
      yield { kind: 'refused', path, bytes: blob.size, reason: `${kind} archive without files` };
    }
  }

  private membersOf(
    kind: OpenedKind,
    blob: Blob,
    path: string,
    context: ArchiveContext,
  ): AsyncGenerator<ArchiveMember, void, undefined> {
    switch (kind) {
      case 'zip':
        return readZip(blob, context);
      case 'tar':
        return readTar(blob, context);
      case 'gzip':
        return readGzip(blob, gzipMemberName(path), context);
    }
  }

  private refuseLongPath(path: string, bytes: number): IntakeResult {
    const reason = `path of ${path.length} characters (cut here); the limit is ${this.limits.pathChars}. Unpack it first and shorten the name`;
    return { kind: 'refused', path: path.slice(0, this.limits.pathChars), bytes, reason };
  }
}

async function isTar(blob: Blob): Promise<boolean> {
  const kind = fileKindOf(await readBytes(blob, 0, 512));
  return kind?.type === 'opened' && kind.kind === 'tar';
}

/** `zq1/cluster.log.gz` gives `cluster.log`, as gunzip would call it. */
function gzipMemberName(path: string): string {
  const fileName = path.slice(path.lastIndexOf('/') + 1);
  return fileName.replace(/\.tgz$/i, '.tar').replace(/(?<=.)\.gz(?:ip)?$/i, '');
}

/** Resource forks (`__MACOSX/`, AppleDouble `._name`) and folder views that macOS puts beside the files. */
function isMacosBookkeeping(path: string): boolean {
  const parts = path.split('/');
  const fileName = parts.at(-1)!;
  return parts.includes('__MACOSX') || fileName === '.DS_Store' || fileName.startsWith('._');
}
