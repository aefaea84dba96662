import type { LinePattern } from './line-pattern.ts';

const COLON = 0x3a;
const BLANK = 0x20;

/** Where a message begins behind a text that opens it. */
type Opener = (bytes: Uint8Array, at: number, end: number) => number;

/**
 * Texts that stand before a message, and how to step over the rest of them: `Node 2: `, `Node 1 CompareAndSetWitnessTag: `,
 * `SQL Server Availability Group <ag>: [hadrag] `, and the name of the method that speaks.
 */
const OPENERS: readonly (readonly [string, Opener])[] = [
  ['Node ', afterNodeNumber],
  ['node ', afterNodeNumber],
  ['SQL Server ', afterInnerTag],
  ['rcm::RcmResource::HandleMonitorReply: ', (_, at) => at],
];

/** Published lines have at most two, a node and a type; a line of nothing but openers is text. */
const MAX_OPENERS = 4;

/** States of the trie are rows of this many columns, one for each byte that occurs in probes; column 0 is any other byte. */
const COLUMN_BITS = 6;

/** What the hash table says of a text: no probe begins so; ask the trie; ask for the hash of bytes 8 to 11 first. */
const ABSENT = 0;
const DECIDE = 1;
const CONTINUE = 2;

/** Slots of the hash table over the first four bytes of probes and openers, a power of two. */
const SLOT_BITS = 12;

/**
 * Finds by bytes whether a text may match a pattern, without decoding it: one look into a hash table by the first
 * four bytes rejects most texts, a trie of all probes decides on the rest. Probes are ASCII and are compared in the bytes of any encoding that Heartline scans.
 */
export class ProbeIndex {
  /** By hash of the first four bytes of a text: ABSENT, or DECIDE, or CONTINUE when its bytes 8 to 11 must be in `continuations`. */
  private readonly beginnings = new Uint8Array(1 << SLOT_BITS);
  private readonly continuations = new Uint8Array(1 << SLOT_BITS);
  private readonly columns = new Uint8Array(256);
  /** `next[state << COLUMN_BITS | column]`; 0 is no such text. State 1 is the root. */
  private readonly next: Uint16Array;
  /** By state: 0, or 1 when a probe ends here, or 2 + index into OPENERS. */
  private readonly ends: Uint8Array;
  private readonly patterns: (readonly LinePattern[])[] = [];

  constructor(patterns: readonly LinePattern[]) {
    const texts = [...patterns.flatMap(({ probes }) => probes), ...OPENERS.map(([text]) => text)];
    const states = 2 + texts.reduce((sum, text) => sum + text.length, 0);
    const alphabet = new Set(texts.join(''));
    if (alphabet.size >= 1 << COLUMN_BITS || states > 0xffff)
      throw new Error('the probes need a larger trie');
    for (const [index, character] of [...alphabet].entries())
      this.columns[character.charCodeAt(0)] = index + 1;
    this.next = new Uint16Array(states << COLUMN_BITS);
    this.ends = new Uint8Array(states);
    let size = 2;
    const insert = (text: string): number => {
      if (text.length < 4) throw new Error(`the probe "${text}" is too short`);
      this.beginnings[
        slotOf(
          Uint8Array.from(text, (character) => character.charCodeAt(0)),
          0,
        )
      ] = 1;
      let state = 1;
      for (const character of text) {
        const edge = (state << COLUMN_BITS) | this.columns[character.charCodeAt(0)]!;
        if (this.next[edge] === 0) this.next[edge] = size++;
        state = this.next[edge]!;
      }
      return state;
    };
    this.fillBeginnings(texts);
    for (const [index, [text]] of OPENERS.entries()) this.ends[insert(text)] = 2 + index;
    for (const pattern of patterns) {
      for (const probe of pattern.probes) {
        const state = insert(probe);
        this.ends[state] = 1;
        this.patterns[state] = [...(this.patterns[state] ?? []), pattern];
      }
    }
  }

  private fillBeginnings(texts: readonly string[]): void {
    for (const text of texts) {
      if (text.length < 4) throw new Error(`the probe "${text}" is too short`);
      const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
      const slot = slotOf(bytes, 0);
      if (text.length < 12) this.beginnings[slot] = DECIDE;
      else {
        if (this.beginnings[slot] === ABSENT) this.beginnings[slot] = CONTINUE;
        this.continuations[slotOf(bytes, 8)] = 1;
      }
    }
  }

  /** Patterns that have a probe at `at`, in the order of their probes' lengths, then of the pattern list. */
  patternsAt(bytes: Uint8Array, at: number, end: number): readonly LinePattern[] {
    const found: LinePattern[] = [];
    let state = 1;
    for (let i = at; i < end; i++) {
      state = this.next[(state << COLUMN_BITS) | this.columns[bytes[i]!]!]!;
      if (state === 0) break;
      if (this.ends[state] === 1) found.push(...this.patterns[state]!);
    }
    return found;
  }

  /** Position of the first probe in a text where a message may begin: at its start or behind a few openers. -1 when there is none. */
  firstHit(bytes: Uint8Array, start: number, end: number): number {
    // `Node 2: ` opens so many texts that it is not left to the trie.
    const isOpened = bytes[start + 6] === COLON && start + 8 < end && isShortNode(bytes, start);
    return this.firstMessage(bytes, isOpened ? start + 8 : start, end, MAX_OPENERS);
  }

  private firstMessage(bytes: Uint8Array, start: number, end: number, openers: number): number {
    if (start + 4 > end) return -1;
    const beginning = this.beginnings[slotOf(bytes, start)]!;
    if (beginning === ABSENT) return -1;
    if (
      beginning === CONTINUE &&
      (start + 12 > end || this.continuations[slotOf(bytes, start + 8)] === 0)
    )
      return -1;
    const { next, columns, ends } = this;
    let state = 1;
    let opened = 0;
    let openedAt = 0;
    for (let at = start; at < end; at++) {
      state = next[(state << COLUMN_BITS) | columns[bytes[at]!]!]!;
      if (state === 0) break;
      const kind = ends[state]!;
      if (kind === 0) continue;
      if (kind === 1) return start;
      opened = kind;
      openedAt = at + 1;
    }
    if (opened === 0 || openers === 0) return -1;
    const message = OPENERS[opened - 2]![1](bytes, openedAt, end);
    return message < 0 ? -1 : this.firstMessage(bytes, message, end, openers - 1);
  }

  /** Position of the first probe at or after `from` that begins a word, or -1. */
  nextHit(bytes: Uint8Array, from: number, end: number): number {
    const last = end - 4;
    let inWord = 0;
    for (let at = from; at <= last; at++) {
      const before = inWord;
      inWord = WORD_BYTE[bytes[at]!]!;
      if (before === 1 || this.beginnings[slotOf(bytes, at)] === ABSENT) continue;
      if (this.hasProbe(bytes, at, end)) return at;
    }
    return -1;
  }

  private hasProbe(bytes: Uint8Array, start: number, end: number): boolean {
    const { next, columns, ends } = this;
    let state = 1;
    for (let at = start; at < end; at++) {
      state = next[(state << COLUMN_BITS) | columns[bytes[at]!]!]!;
      if (state === 0) return false;
      if (ends[state] === 1) return true;
    }
    return false;
  }
}

function slotOf(bytes: Uint8Array, at: number): number {
  const word = bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
  return Math.imul(word, 0x9e3779b1) >>> (32 - SLOT_BITS);
}

/** `Node 2: ` or `node 2: `, the colon known to be there. */
function isShortNode(bytes: Uint8Array, at: number): boolean {
  return (
    (bytes[at]! | 0x20) === 0x6e &&
    bytes[at + 1] === 0x6f &&
    bytes[at + 3] === 0x65 &&
    bytes[at + 4] === BLANK &&
    bytes[at + 5]! >= 0x30 &&
    bytes[at + 5]! <= 0x39 &&
    bytes[at + 7] === BLANK
  );
}

/** Behind `12: ` or `12 CompareAndSetWitnessTag: `; -1 for any other text. */
function afterNodeNumber(bytes: Uint8Array, start: number, end: number): number {
  if (start >= end || bytes[start]! < 0x30 || bytes[start]! > 0x39) return -1;
  const limit = Math.min(end, start + 60);
  for (let at = start + 1; at + 1 < limit; at++) {
    if (bytes[at] === COLON) return bytes[at + 1] === BLANK ? at + 2 : -1;
  }
  return -1;
}

/** Behind `: [hadrag] `; -1 when the text has no inner tag. */
function afterInnerTag(bytes: Uint8Array, start: number, end: number): number {
  for (let at = start + 1; at + 2 < end; at++) {
    if (bytes[at] !== 0x5b || bytes[at - 1] !== BLANK) continue;
    if (bytes[at - 2] !== COLON) continue;
    while (at < end && bytes[at] !== 0x5d) at++;
    return at + 2 < end ? at + 2 : -1;
  }
  return -1;
}

/** 1 for letters, digits and `_`: a probe that follows one is inside a word. */
const WORD_BYTE = Uint8Array.from({ length: 256 }, (_, byte) =>
  /\w/.test(String.fromCharCode(byte)) ? 1 : 0,
);
