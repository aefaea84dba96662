import type { IntakeBudget } from './intake-budget.ts';

/** What an archive reader gives: members, and what it could not give. `name` null: it is about the archive itself. */
export type ArchiveMember =
  | { readonly kind: 'member'; readonly name: string; readonly blob: Blob }
  | {
      readonly kind: 'refused';
      readonly name: string | null;
      readonly bytes: number;
      readonly reason: string;
    };

/** What every archive reader works with. */
export interface ArchiveContext {
  readonly signal: AbortSignal;
  readonly budget: IntakeBudget;
  /** Bytes of the archive read so far. */
  readonly onProgress: (bytesRead: number) => void;
}

/** The words for a member of which only the first bytes could be read; they are given beside this refusal. */
export function damagedReason(what: string, bytesGiven: number): string {
  const rest =
    bytesGiven > 0
      ? `Its first ${bytesGiven} bytes are shown; the rest is lost`
      : 'Nothing of it could be read';
  return `damaged archive: ${what}. ${rest}. Copy the archive again if its origin is whole`;
}

/** What an error says, without the browser's account of which call it came out of. */
export function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/^Failed to execute '[^']*' on '[^']*': /, '');
}
