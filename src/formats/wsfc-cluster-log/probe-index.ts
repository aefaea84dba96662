import type { LinePattern } from './line-pattern.ts';

/** A probe as bytes with the patterns that begin with it, in the order of the pattern list. */
interface Probe {
  readonly bytes: Uint8Array;
  readonly patterns: readonly LinePattern[];
}

/** Bits of the two-byte table. */
const PROBE = 1;
const NODE_PREFIX = 2;
const TYPED_TEXT = 4;
const QUALIFIED = 8;

const COLON = 0x3a;
const BLANK = 0x20;

/**
 * Finds by bytes whether a text may match a pattern, without decoding it. One table lookup on the first two bytes
 * rejects most texts. All probes are ASCII; they are compared in the bytes of any encoding that Heartline scans.
 */
export class ProbeIndex {
  private readonly table = new Uint8Array(1 << 14);
  private readonly probes = new Map<number, Probe[]>();

  constructor(patterns: readonly LinePattern[]) {
    const byText = new Map<string, LinePattern[]>();
    for (const pattern of patterns) {
      for (const text of pattern.probes) {
        const known = byText.get(text);
        if (known) known.push(pattern);
        else byText.set(text, [pattern]);
      }
    }
    for (const [text, owners] of byText) {
      const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
      const key = keyOf(bytes[0]!, bytes[1]!);
      this.table[key]! |= PROBE;
      const probe = { bytes, patterns: owners };
      const known = this.probes.get(key);
      if (known) known.push(probe);
      else this.probes.set(key, [probe]);
    }
    this.mark('No', NODE_PREFIX);
    this.mark('no', NODE_PREFIX);
    this.mark('SQ', TYPED_TEXT);
    for (let first = 0x61; first <= 0x7a; first++) {
      for (let second = 0x61; second <= 0x7a; second++)
        this.table[keyOf(first, second)]! |= QUALIFIED;
    }
  }

  /** Patterns whose probe stands at `at`; empty when none does. Several probes may stand there. */
  patternsAt(bytes: Uint8Array, at: number, end: number): readonly LinePattern[] {
    if (at + 1 >= end) return [];
    const probes = this.probes.get(keyOf(bytes[at]!, bytes[at + 1]!));
    if (probes === undefined) return [];
    const found = probes.filter((probe) => startsWith(bytes, at, end, probe.bytes));
    return found.length === 1 ? found[0]!.patterns : found.flatMap((probe) => probe.patterns);
  }

  /**
   * Position of the first probe in a text where the grammar lets a message begin: at its start, after `Node N: `, after
   * a C++ name such as `rcm::RcmResource::HandleMonitorReply: `, and behind the inner tag of
   * `SQL Server Availability Group <name>: [hadrag] `. -1 when there is none.
   */
  firstHit(bytes: Uint8Array, start: number, end: number): number {
    if (start + 1 >= end) return -1;
    const flags = this.table[keyOf(bytes[start]!, bytes[start + 1]!)]!;
    if (flags === 0) return -1;
    if ((flags & PROBE) !== 0 && this.hasProbe(bytes, start, end)) return start;
    let at = -1;
    if ((flags & NODE_PREFIX) !== 0) at = afterNodeNumber(bytes, start, end);
    else if ((flags & TYPED_TEXT) !== 0) at = afterInnerTag(bytes, start, end);
    else if ((flags & QUALIFIED) !== 0) at = afterQualifier(bytes, start, end);
    return at >= 0 && this.hasProbe(bytes, at, end) ? at : -1;
  }

  /** Position of the first probe at or after `from` that begins a word, or -1. */
  nextHit(bytes: Uint8Array, from: number, end: number): number {
    for (let at = from; at + 1 < end; at++) {
      if ((this.table[keyOf(bytes[at]!, bytes[at + 1]!)]! & PROBE) === 0) continue;
      if (at > from && isWordByte(bytes[at - 1]!)) continue;
      if (this.hasProbe(bytes, at, end)) return at;
    }
    return -1;
  }

  private hasProbe(bytes: Uint8Array, at: number, end: number): boolean {
    if (at + 1 >= end) return false;
    const probes = this.probes.get(keyOf(bytes[at]!, bytes[at + 1]!));
    if (probes === undefined) return false;
    for (const probe of probes) if (startsWith(bytes, at, end, probe.bytes)) return true;
    return false;
  }

  private mark(text: string, bit: number): void {
    this.table[keyOf(text.charCodeAt(0), text.charCodeAt(1))]! |= bit;
  }
}

function keyOf(first: number, second: number): number {
  return ((first & 0x7f) << 7) | (second & 0x7f);
}

function startsWith(bytes: Uint8Array, at: number, end: number, probe: Uint8Array): boolean {
  if (at + probe.length > end) return false;
  for (let i = 0; i < probe.length; i++) if (bytes[at + i] !== probe[i]) return false;
  return true;
}

/** Behind `Node 12: ` or `Node 12 CompareAndSetWitnessTag: `; -1 for any other text. */
function afterNodeNumber(bytes: Uint8Array, start: number, end: number): number {
  let at = start + 5;
  if (at >= end || bytes[start + 3] !== 0x65 || bytes[start + 4] !== BLANK) return -1;
  if (!isDigit(bytes[at]!)) return -1;
  const limit = Math.min(end, start + 64);
  while (at < limit && bytes[at] !== COLON) at++;
  return at + 1 < limit && bytes[at + 1] === BLANK ? at + 2 : -1;
}

/** Behind the first word when it is a C++ name that ends in a colon; -1 otherwise. */
function afterQualifier(bytes: Uint8Array, start: number, end: number): number {
  if (start + 6 >= end) return -1;
  let at = start + 2;
  while (at < start + 6 && bytes[at] !== COLON) at++;
  if (bytes[at] !== COLON || bytes[at + 1] !== COLON) return -1;
  while (at < end && bytes[at] !== BLANK) at++;
  return at < end && bytes[at - 1] === COLON ? at + 1 : -1;
}

/** Behind `: [hadrag] `; -1 when the text has no inner tag. */
function afterInnerTag(bytes: Uint8Array, start: number, end: number): number {
  for (let at = start + 2; at + 2 < end; at++) {
    if (bytes[at] !== 0x5b || bytes[at - 1] !== BLANK || bytes[at - 2] !== COLON) continue;
    while (at < end && bytes[at] !== 0x5d) at++;
    return at + 2 < end ? at + 2 : -1;
  }
  return -1;
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

function isWordByte(byte: number): boolean {
  const letter = byte | 0x20;
  return (letter >= 0x61 && letter <= 0x7a) || isDigit(byte) || byte === 0x5f;
}
