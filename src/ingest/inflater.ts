/** The platform's inflate, fed step by step. */
export class Inflater {
  private readonly writer: WritableStreamDefaultWriter<Uint8Array<ArrayBuffer>>;
  private readonly pump: Promise<void>;
  private failure: unknown;

  /** @param onChunk may throw to stop; the same error then comes out of `write` or `close` */
  constructor(format: 'gzip' | 'deflate-raw', onChunk: (chunk: Uint8Array<ArrayBuffer>) => void) {
    const { readable, writable } = new DecompressionStream(format);
    this.writer = writable.getWriter() as WritableStreamDefaultWriter<Uint8Array<ArrayBuffer>>;
    this.writer.closed.catch(() => {});
    this.pump = this.read(readable.getReader(), onChunk);
    this.pump.catch(() => {});
  }

  /** @throws what `onChunk` threw, or the platform's error when the data are damaged */
  async write(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    if (bytes.length === 0) return;
    try {
      await this.writer.write(bytes);
    } catch (error) {
      throw this.failure ?? error;
    }
    if (this.failure !== undefined) throw this.failure;
  }

  /**
   * Waits until everything that was written has been inflated and given to `onChunk`: what is on its way when a stream fails
   * is dropped by it.
   */
  async settle(): Promise<void> {
    // By the standard, back-pressure ends when the reader waits for more. Node ends it sooner, and delivers in a later task.
    await this.writer.ready.catch(() => {});
    await new Promise((resolve) => setTimeout(resolve));
  }

  /** Ends the data. @throws as `write`, also when the data are incomplete or their checksum is wrong */
  async close(): Promise<void> {
    try {
      await this.settle();
      await this.writer.close();
      await this.pump;
    } catch (error) {
      throw this.failure ?? error;
    }
    if (this.failure !== undefined) throw this.failure;
  }

  /** Drops everything; for use after a failure or an abort. */
  async abort(): Promise<void> {
    await this.writer.abort().catch(() => {});
    await this.pump.catch(() => {});
  }

  private async read(
    reader: ReadableStreamDefaultReader<Uint8Array>,
    onChunk: (chunk: Uint8Array<ArrayBuffer>) => void,
  ): Promise<void> {
    reader.closed.catch(() => {});
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      try {
        onChunk(next.value as Uint8Array<ArrayBuffer>);
      } catch (error) {
        this.failure = error;
        await reader.cancel(error);
        return;
      }
    }
  }
}
