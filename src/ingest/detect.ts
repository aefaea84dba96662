import { textDecoder } from '../base/text-decoder.ts';
import type { Claim, Head, LogFormat, Preparation } from '../formats/format.ts';
import type { Encoding } from '../model/source.ts';
import { detectEncoding, type EncodingBasis } from './encoding.ts';
import { fileKindOf } from './file-kind.ts';
import { HEAD_BYTES } from './limits.ts';
import { readBytes } from './scan-window.ts';
import { suggestEncodings } from './suggest-encodings.ts';
import { textKindOf } from './text-kind.ts';

/** A smaller score is no claim. */
export const MIN_CLAIM = 0.2;

/** A source that a format reads. */
export interface Recognised {
  readonly kind: 'recognised';
  readonly format: LogFormat;
  readonly encoding: Encoding;
  readonly encodingBasis: EncodingBasis;
  readonly head: Head;
  readonly preparation: Preparation;
  /** What the format recognised, one sentence. */
  readonly reason: string;
}

/** A source that none reads. `reason`: what was seen and what to do. */
export interface NotRecognised {
  readonly kind: 'unrecognised';
  readonly reason: string;
}

interface Candidate {
  readonly head: Head;
  readonly format: LogFormat;
  readonly claim: Claim;
}

/**
 * Finds encoding and format of a source from its first 64 KiB: the format with the highest claim, the earlier in `formats`
 * on equal claims. Text that is neither Unicode nor known in windows-1252 is tried in the other code pages.
 *
 * @param choice.encoding set by the reader: taken as it is
 */
export async function identify(
  path: string,
  blob: Blob,
  formats: readonly LogFormat[],
  choice: { readonly encoding?: Encoding } = {},
): Promise<Recognised | NotRecognised> {
  const bytes = await readBytes(blob, 0, HEAD_BYTES);
  const whole = bytes.length === blob.size;
  const detected = choice.encoding
    ? ({ encoding: choice.encoding, basis: 'set' } as const)
    : detectEncoding(bytes, whole);
  const { encoding, basis } = detected;
  if (bytes.length === 0) return unrecognised('empty file (0 bytes)');
  const kind = choice.encoding ? null : fileKindOf(bytes);
  if (kind?.type === 'binary') {
    return unrecognised(`${kind.name}${kind.advice && `. ${kind.advice}`}`);
  }
  if (kind?.type === 'packed') return unrecognised(`${kind.name}. Unpack it first`);
  if (encoding === 'binary') return unrecognised(describeBinary(bytes));

  const best = bestCandidate(headOf(path, bytes, whole, encoding), formats);
  if (best && best.claim.score >= MIN_CLAIM) return recognised(best, basis);
  if (basis === 'fallback') {
    const other = bestInOtherCodePages(path, bytes, whole, formats);
    if (other) return recognised(other, 'format-claim');
  }
  return unrecognised(describeText(headOf(path, bytes, whole, encoding), best, blob.size, formats));
}

/** The head of a source as formats see it. `bytes`: its first bytes; `whole`: they are all. */
export function headOf(path: string, bytes: Uint8Array, whole: boolean, encoding: Encoding): Head {
  // Streaming leaves a character out that the end of the head cuts in two.
  let text = textDecoder(encoding).decode(bytes, { stream: !whole || isUtf16(encoding) });
  if (!whole) text = text.slice(0, text.lastIndexOf('\n') + 1) || text;
  const lines = text.split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  return { text, lines, fileName: path.slice(path.lastIndexOf('/') + 1), path, encoding, whole };
}

const isUtf16 = (encoding: Encoding) => encoding === 'utf-16le' || encoding === 'utf-16be';

function bestCandidate(head: Head, formats: readonly LogFormat[]): Candidate | null {
  let best: Candidate | null = null;
  for (const format of formats) {
    const claim = format.claim(head);
    if (claim.score > (best?.claim.score ?? 0)) best = { head, format, claim };
  }
  return best;
}

function bestInOtherCodePages(
  path: string,
  bytes: Uint8Array,
  whole: boolean,
  formats: readonly LogFormat[],
): Candidate | null {
  let best: Candidate | null = null;
  for (const { encoding } of suggestEncodings(bytes)) {
    const candidate = bestCandidate(headOf(path, bytes, whole, encoding), formats);
    if (!candidate || candidate.claim.score < MIN_CLAIM) continue;
    if (candidate.claim.score > (best?.claim.score ?? 0)) best = candidate;
  }
  return best;
}

function recognised({ head, format, claim }: Candidate, encodingBasis: EncodingBasis): Recognised {
  const preparation = format.prepare(head);
  const { encoding } = head;
  const { reason } = claim;
  return { kind: 'recognised', format, encoding, encodingBasis, head, preparation, reason };
}

function unrecognised(reason: string): NotRecognised {
  return { kind: 'unrecognised', reason };
}

function describeBinary(bytes: Uint8Array): string {
  if (bytes.every((byte) => byte === 0)) {
    return 'only zero bytes in the first 64 KiB: the file was allocated but never written, or lost its content';
  }
  const first = [...bytes.subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, '0'));
  return `binary data, first bytes ${first.join(' ')}. Only text logs are read; export it as text`;
}

function describeText(
  head: Head,
  closest: Candidate | null,
  size: number,
  formats: readonly LogFormat[],
): string {
  const { lines, text, whole, encoding } = head;
  const extent = whole ? '' : ' in the first 64 KiB';
  const nearest = closest
    ? `; closest is ${closest.format.title} (score ${closest.claim.score.toFixed(2)}, needs ${MIN_CLAIM}: ${closest.claim.reason})`
    : '';
  if (!text.includes('\n') && text.includes('\r')) {
    return `text in ${encoding} whose lines end with CR alone${nearest}. Convert the line ends to LF or CR LF`;
  }
  const known = textKindOf(lines);
  if (known) return `${known.name}, which this version does not read. ${known.advice}`;
  if (lines.length === 1 && !whole) {
    return `text in ${encoding} without a line end in the first 64 KiB of ${size} bytes${nearest}. Only logs with lines are read`;
  }
  const titles = formats.map((format) => format.title).join(', ');
  const count = `${lines.length} line${lines.length === 1 ? '' : 's'}${extent}`;
  return `text in ${encoding}, ${count}; none matches a known format (${titles})${nearest}. If it is one of them, look at its encoding and its first lines`;
}
