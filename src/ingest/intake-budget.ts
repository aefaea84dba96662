import type { IntakeLimits } from './limits.ts';

/** A limit was reached; `message` says what was seen and what the limit is. */
export class LimitReached extends Error {}

/** What is left of the limits of one intake. Shared by all archives that it opens. */
export class IntakeBudget {
  readonly limits: IntakeLimits;
  private members = 0;
  private totalBytes = 0;

  constructor(limits: IntakeLimits) {
    this.limits = limits;
  }

  /** @throws LimitReached */
  countMember(): void {
    if (++this.members <= this.limits.members) return;
    throw new LimitReached(
      `more than ${this.limits.members} members in all archives together. Unpack it and add the logs that matter`,
    );
  }

  /** Starts counting one member. */
  meter(): MemberMeter {
    return new MemberMeter(
      this.limits,
      () => this.totalBytes,
      (bytes) => {
        this.totalBytes += bytes;
      },
    );
  }
}

/** Counts the bytes that one member inflates to, and stops it at the limits. */
export class MemberMeter {
  /** Bytes so far. */
  bytes = 0;
  private readonly limits: IntakeLimits;
  private readonly total: () => number;
  private readonly addToTotal: (bytes: number) => void;

  constructor(limits: IntakeLimits, total: () => number, addToTotal: (bytes: number) => void) {
    this.limits = limits;
    this.total = total;
    this.addToTotal = addToTotal;
  }

  /**
   * Refuses a member by the sizes that its archive declares, before any of it is inflated.
   * @throws LimitReached
   */
  checkDeclared(inflatedBytes: number, packedBytes: number): void {
    this.check(inflatedBytes, packedBytes, this.total() + inflatedBytes);
  }

  /**
   * Counts `bytes` more; `packedBytes`: what the member has taken up in its archive so far.
   * @throws LimitReached
   */
  add(bytes: number, packedBytes: number): void {
    this.bytes += bytes;
    this.addToTotal(bytes);
    this.check(this.bytes, packedBytes, this.total());
  }

  /** Gives back what was counted: the member is not kept. */
  release(): void {
    this.addToTotal(-this.bytes);
    this.bytes = 0;
  }

  private check(bytes: number, packedBytes: number, total: number): void {
    const { ratio, ratioFreeBytes, totalBytes } = this.limits;
    if (bytes > ratioFreeBytes && bytes > ratio * packedBytes) {
      throw new LimitReached(
        `inflates to over ${sizeText(ratioFreeBytes)} and over ${ratio} times its packed size (${packedBytes} bytes): no log does, a zip bomb does. Unpack it elsewhere if it is wanted`,
      );
    }
    if (total > totalBytes) {
      throw new LimitReached(
        `with it the inflated archives pass ${sizeText(totalBytes)}. Unpack it and add the logs that matter`,
      );
    }
  }
}

function sizeText(bytes: number): string {
  const gib = bytes / 1024 ** 3;
  return gib >= 1 ? `${gib} GiB` : `${bytes} bytes`;
}
