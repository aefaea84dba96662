import type { FileProgress } from './engine.ts';

const PAUSE_MS = 80;

/** Progress of every file, told to the page at most every `PAUSE_MS`. Paths are the keys. */
export class ProgressBoard {
  private readonly files = new Map<string, FileProgress>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly tell: (files: readonly FileProgress[]) => void;

  constructor(tell: (files: readonly FileProgress[]) => void) {
    this.tell = tell;
  }

  waiting(path: string, bytesTotal: number): void {
    this.set({ path, stage: 'waiting', bytesRead: 0, bytesTotal });
  }

  unpacking(path: string, bytesRead: number, bytesTotal: number): void {
    this.set({
      path,
      stage: bytesRead >= bytesTotal ? 'done' : 'unpacking',
      bytesRead,
      bytesTotal,
    });
  }

  reading(path: string, bytesRead: number, bytesTotal: number): void {
    this.set({ path, stage: 'reading', bytesRead, bytesTotal });
  }

  done(path: string): void {
    const file = this.files.get(path);
    if (file) this.set({ ...file, stage: 'done', bytesRead: file.bytesTotal });
  }

  failed(path: string): void {
    const file = this.files.get(path);
    this.set({
      path,
      bytesRead: file?.bytesRead ?? 0,
      bytesTotal: file?.bytesTotal ?? 0,
      stage: 'failed',
    });
  }

  /** What is not finished is now cancelled. */
  cancelRest(): void {
    for (const file of this.files.values()) {
      if (file.stage !== 'done' && file.stage !== 'failed')
        this.set({ ...file, stage: 'cancelled' });
    }
  }

  forget(path: string): void {
    this.files.delete(path);
    this.schedule();
  }

  clear(): void {
    this.files.clear();
    this.schedule();
  }

  flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.tell([...this.files.values()]);
  }

  private set(file: FileProgress): void {
    this.files.set(file.path, file);
    this.schedule();
  }

  private schedule(): void {
    this.timer ??= setTimeout(() => this.flush(), PAUSE_MS);
  }
}
