/**
 * The platform's inflate, fed step by step. What was inflated before the data break off is given to `onChunk` first, then
 * `close` fails.
 */
export class Inflater {
  private readonly writer: WritableStreamDefaultWriter<Uint8Array<ArrayBuffer>>;
  private readonly pump: Promise<void>;
  private failure: unknown;
  /**
   * The last byte is held back until more follows or the end is known: Node inflates the chunk that it knows to be the last
   * all or nothing, so that one must not matter.
   */
  private held: Uint8Array<ArrayBuffer> = new Uint8Array(0);

  /** @param onChunk may throw to stop; the same error then comes out of `write` or `close` */
  constructor(format: 'gzip' | 'deflate-raw', onChunk: (chunk: Uint8Array<ArrayBuffer>) => void) {
    const { readable, writable } = new DecompressionStream(format);
    this.writer = writable.getWriter() as WritableStreamDefaultWriter<Uint8Array<ArrayBuffer>>;
    this.writer.closed.catch(() => {});
    this.pump = this.read(readable.getReader(), onChunk);
    this.pump.catch(() => {});
  }

  /** Takes over `bytes`. @throws what `onChunk` threw, or the platform's error when the data are damaged */
  async write(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    if (bytes.length === 0) return;
    await this.send(this.held);
    await this.send(bytes.subarray(0, -1));
    this.held = bytes.subarray(-1);
  }

  /**
   * Waits until everything but the last byte has been inflated and given to `onChunk`. By the Streams standard, back-pressure
   * ends when the reader waits for more. Node ends it sooner, so there the output may still be on its way.
   */
  async settle(): Promise<void> {
    await this.writer.ready.catch(() => {});
  }

  /** Ends the data. @throws as `write`, also when the data are incomplete or their checksum is wrong */
  async close(): Promise<void> {
    await this.settle();
    await this.send(this.held);
    await this.orFailure(this.writer.close());
    await this.orFailure(this.pump);
  }

  /** Drops everything; for use after a failure or an abort. */
  async abort(): Promise<void> {
    await this.writer.abort().catch(() => {});
    await this.pump.catch(() => {});
  }

  private async send(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    if (bytes.length > 0) await this.orFailure(this.writer.write(bytes));
  }

  /** What `onChunk` threw is the cause of whatever the stream says after it. */
  private async orFailure(step: Promise<void>): Promise<void> {
    try {
      await step;
    } catch (error) {
      throw this.failure ?? error;
    }
    if (this.failure !== undefined) throw this.failure;
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
