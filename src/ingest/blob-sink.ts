/** Chunks are handed over to a Blob in parts of this size, so that no more than one part is in script memory. */
const PART_BYTES = 8 * 1024 * 1024;

/** Collects chunks into a Blob, whose bytes the browser keeps outside script memory (and on disk when they are many). */
export class BlobSink {
  private readonly parts: Blob[] = [];
  private pending: Uint8Array<ArrayBuffer>[] = [];
  private pendingBytes = 0;
  size = 0;

  /** Takes over `chunk`: it must not be changed afterwards. */
  add(chunk: Uint8Array<ArrayBuffer>): void {
    this.pending.push(chunk);
    this.pendingBytes += chunk.length;
    this.size += chunk.length;
    if (this.pendingBytes >= PART_BYTES) this.flush();
  }

  /** Everything added so far. */
  toBlob(): Blob {
    this.flush();
    return new Blob(this.parts);
  }

  private flush(): void {
    if (this.pending.length > 0) this.parts.push(new Blob(this.pending));
    this.pending = [];
    this.pendingBytes = 0;
  }
}
