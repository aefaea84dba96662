import type { Encoding } from '../model/source.ts';
import { type DecodedRecords, RecordDecoder } from './decode-records.ts';
import { groupRecords } from './record-groups.ts';
import type { TextTerm } from './text-terms.ts';

/**
 * Which records hold the text that is searched for.
 *
 * A search never decodes record by record in the usual case: records are decoded together, in pieces that stay in the
 * processor's cache, and an expression that is bound to lines runs over a whole piece; where it matches, the record is found
 * by position. Every other expression, and every term when few records are left, is tested record by record. Either way
 * the answer is that of the expression run over each record's text alone.
 *
 * Who holds what: the page keeps the columns. It tests all conditions that need no text (`select-records`), gathers the
 * offsets and lengths of the records that are left, and hands those to a worker with the Blob: 8 bytes a record, copied
 * in less time than it takes to look at them, against 28 for all columns. The worker answers with positions in what it got.
 */

/** A record is searched up to this many bytes; the rest of a longer one is not looked at. As much as is scanned of it. */
export const MAX_SEARCHED_BYTES = 4 * 1024 * 1024;

/** Larger pieces fall out of the cache, smaller ones cost more calls. */
const PIECE_BYTES = 256 * 1024;
/** Bytes between two wanted records that are cheaper to decode than to begin a new piece. */
const PIECE_GAP_BYTES = 1024;
/** With fewer of the records of a piece left than one in this many, each is tested alone. */
const FEW = 8;

/** Terms compiled for use, in the order in which they are tested. */
export type Matcher = (
  bytes: Uint8Array,
  offset: Uint32Array,
  length: Uint32Array,
) => Uint32Array<ArrayBuffer>;

/**
 * Prepares terms for the records of one source. The matcher takes bytes and where in them records lie (ascending, not
 * overlapping) and gives the ascending positions in `offset` of those for which every term holds.
 *
 * @param pieceBytes other than the usual size, for tests of the cutting itself
 */
export function createMatcher(
  terms: readonly TextTerm[],
  encoding: Encoding,
  pieceBytes: number = PIECE_BYTES,
): Matcher {
  const tests = terms.map((term) => ({
    expression: new RegExp(term.source, `g${term.flags}`),
    ...term,
  }));
  const decoder = new RecordDecoder(encoding);
  return (bytes, offset, length) => {
    const hits = new Uint32Array(offset.length);
    let count = 0;
    for (const group of groupRecords(offset, length, pieceBytes, PIECE_GAP_BYTES)) {
      const piece = bytes.subarray(group.start, group.stop);
      const records = decoder.decode(piece, group, offset, length);
      const alive = new Uint8Array(group.end - group.first).fill(1);
      let left = alive.length;
      for (const test of tests) {
        if (left === 0) break;
        const isWhole = test.lineBound && left * FEW >= alive.length;
        const found = isWhole
          ? findInPiece(test.expression, records)
          : findOneByOne(test.expression, records, alive);
        left = 0;
        for (let i = 0; i < alive.length; i++) {
          if (found[i] === (test.exclude ? 1 : 0)) alive[i] = 0;
          left += alive[i]!;
        }
      }
      for (let i = 0; i < alive.length; i++) if (alive[i] === 1) hits[count++] = group.first + i;
    }
    return hits.slice(0, count);
  };
}

/** 1 for each record in which the line-bound expression matches, by runs over the whole text. */
function findInPiece(expression: RegExp, { text, starts, ends }: DecodedRecords): Uint8Array {
  const found = new Uint8Array(starts.length);
  for (let record = 0; record < starts.length; record++) {
    expression.lastIndex = starts[record]!;
    if (!expression.test(text)) break;
    const end = expression.lastIndex;
    while (record + 1 < starts.length && starts[record + 1]! <= end) record++;
    // The match ends in this record or behind it. Behind it, e.g. in its CR, the record has the last word.
    if (end <= ends[record]! || matches(expression, text, starts[record]!, ends[record]!)) {
      found[record] = 1;
    }
  }
  return found;
}

function findOneByOne(
  expression: RegExp,
  { text, starts, ends }: DecodedRecords,
  alive: Uint8Array,
): Uint8Array {
  const found = new Uint8Array(starts.length);
  for (let record = 0; record < starts.length; record++) {
    if (alive[record] === 1 && matches(expression, text, starts[record]!, ends[record]!)) {
      found[record] = 1;
    }
  }
  return found;
}

function matches(expression: RegExp, text: string, start: number, end: number): boolean {
  expression.lastIndex = 0;
  return expression.test(text.slice(start, end));
}
