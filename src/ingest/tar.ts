import { textDecoder } from '../base/text-decoder.ts';
import { isUtf8 } from '../base/utf8.ts';
import { type ArchiveContext, type ArchiveMember, damagedReason } from './archive-member.ts';
import { isTarHeader } from './file-kind.ts';
import { LimitReached } from './intake-budget.ts';
import { readBytes } from './scan-window.ts';

const BLOCK = 512;
/** Extended headers hold names; a larger one is no header of a log archive. */
const MAX_EXTENDED_BYTES = 1024 * 1024;

/** What a tar header says: POSIX.1-2001 (pax, ustar), and GNU tar's own extensions. */
interface TarHeader {
  readonly name: string;
  readonly size: number;
  readonly type: string;
}

/** Extended headers that apply to the next member, or (`g`) to all that follow. */
type PaxRecords = ReadonlyMap<string, string>;

/**
 * Reads a tar archive: v7, ustar, pax, GNU. Members are slices of the archive's Blob: nothing is copied. Zero blocks are
 * passed over, so archives written one behind the other are read as one. Links and devices are refused; directories are not given.
 */
export async function* readTar(
  blob: Blob,
  context: ArchiveContext,
): AsyncGenerator<ArchiveMember, void, undefined> {
  let globalPax: PaxRecords = new Map();
  let pax: PaxRecords = new Map();
  let longName: string | null = null;
  for (let position = 0; position < blob.size; ) {
    context.signal.throwIfAborted();
    context.onProgress(position);
    const block = await readBytes(blob, position, position + BLOCK);
    if (block.every((byte) => byte === 0)) {
      position = await endOfZeros(blob, position + BLOCK);
      continue;
    }
    if (!isTarHeader(block)) {
      const reason = damagedReason(`no valid tar header at byte ${position} of ${blob.size}`, 0);
      yield { kind: 'refused', name: null, bytes: blob.size - position, reason };
      return;
    }
    const header = parseHeader(block);
    const merged = new Map([...globalPax, ...pax]);
    const isExtended = 'xgXLK'.includes(header.type);
    const size = isExtended ? header.size : (numberOf(merged.get('size')) ?? header.size);
    const start = position + BLOCK;
    position = start + Math.ceil(size / BLOCK) * BLOCK;
    if (isExtended) {
      if (size > MAX_EXTENDED_BYTES || start + size > blob.size) {
        const what = `extended tar header of ${size} bytes at byte ${start - BLOCK}`;
        yield { kind: 'refused', name: null, bytes: blob.size, reason: damagedReason(what, 0) };
        return;
      }
      const content = await readBytes(blob, start, start + size);
      if (header.type === 'L') longName = textOf(content);
      else if (header.type === 'g') globalPax = new Map([...globalPax, ...parsePax(content)]);
      else if (header.type !== 'K') pax = new Map([...pax, ...parsePax(content)]);
      continue;
    }
    const name = merged.get('path') ?? longName ?? header.name;
    pax = new Map();
    longName = null;
    const refusal = refusalOf(header.type, merged);
    if (refusal !== null) {
      if (refusal !== '') yield { kind: 'refused', name, bytes: size, reason: refusal };
      continue;
    }
    if (name.endsWith('/')) continue;
    try {
      context.budget.countMember();
    } catch (error) {
      if (!(error instanceof LimitReached)) throw error;
      yield { kind: 'refused', name: null, bytes: blob.size, reason: error.message };
      return;
    }
    yield { kind: 'member', name, blob: blob.slice(start, start + size) };
    if (start + size > blob.size) {
      const what = `the archive ends inside this member, which should have ${size} bytes`;
      const bytesGiven = Math.max(0, blob.size - start);
      yield { kind: 'refused', name, bytes: size, reason: damagedReason(what, bytesGiven) };
      return;
    }
  }
}

/** null: a file with content. '': nothing to say (a directory). Else why it is not given. */
function refusalOf(type: string, pax: PaxRecords): string | null {
  if (pax.has('GNU.sparse.major') || type === 'S') {
    return 'sparse file in a tar archive: its holes are not filled in here. Unpack it first';
  }
  switch (type) {
    case '1':
      return 'hard link to another member of the archive: it has no content of its own';
    case '2':
      return 'symbolic link: it has no content, and links are not followed';
    case '3':
    case '4':
    case '6':
      return 'device or pipe: it has no content';
    case '5':
    case 'D':
      return '';
    default:
      return null;
  }
}

function parseHeader(block: Uint8Array): TarHeader {
  const magic = String.fromCharCode(...block.subarray(257, 263));
  // GNU tar ("ustar  ") uses the prefix field for other things.
  const prefix = magic === 'ustar\0' ? textOf(block.subarray(345, 500)) : '';
  const name = textOf(block.subarray(0, 100));
  return {
    name: prefix === '' ? name : `${prefix}/${name}`,
    size: sizeOf(block.subarray(124, 136)),
    type: String.fromCharCode(block[156]!),
  };
}

/** Octal digits, or with the top bit set a big-endian number (GNU, star: files over 8 GiB). */
function sizeOf(field: Uint8Array): number {
  if (field[0]! < 0x80) {
    const digits = textOf(field).trim();
    return /^[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : 0;
  }
  let size = field[0]! & 0x7f;
  for (const byte of field.subarray(1)) size = size * 256 + byte;
  return Math.min(size, Number.MAX_SAFE_INTEGER);
}

/** `length key=value\n` records; `length` counts the whole record in bytes. */
function parsePax(content: Uint8Array): Map<string, string> {
  const records = new Map<string, string>();
  for (let start = 0; start < content.length; ) {
    const space = content.indexOf(0x20, start);
    const length = space < 0 ? null : numberOf(textOf(content.subarray(start, space)));
    if (length === null || length < 5) break;
    const record = textOf(content.subarray(space + 1, start + length - 1));
    const equals = record.indexOf('=');
    if (equals > 0) records.set(record.slice(0, equals), record.slice(equals + 1));
    start += length;
  }
  return records;
}

function numberOf(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,16}$/.test(text) ? Number(text) : null;
}

/** Up to the first NUL; UTF-8, or windows-1252 when it is not. */
function textOf(field: Uint8Array): string {
  const nul = field.indexOf(0);
  const bytes = nul < 0 ? field : field.subarray(0, nul);
  return textDecoder(isUtf8(bytes) ? 'utf-8' : 'windows-1252').decode(bytes);
}

/** First block at or after `position` that is not all zeros, or the archive's end. */
async function endOfZeros(blob: Blob, position: number): Promise<number> {
  for (let at = position; at < blob.size; at += 128 * BLOCK) {
    const bytes = await readBytes(blob, at, at + 128 * BLOCK);
    const content = bytes.findIndex((byte) => byte !== 0);
    if (content >= 0) return at + Math.floor(content / BLOCK) * BLOCK;
  }
  return blob.size;
}
