/** Kinds of archive that intake opens. */
export type OpenedKind = 'zip' | 'tar' | 'gzip';

/** What a file is by its first bytes. */
export type FileKind =
  | { readonly type: 'opened'; readonly kind: OpenedKind }
  /** A packed file that intake does not open. */
  | { readonly type: 'packed'; readonly name: string }
  /** Something that is no text log. `advice`: what to bring instead; '' when nothing fits. */
  | { readonly type: 'binary'; readonly name: string; readonly advice: string };

interface Signature {
  readonly at: number;
  /** Bytes as Latin-1 text. */
  readonly magic: string;
  readonly kind: FileKind;
}

const opened = (kind: OpenedKind): FileKind => ({ type: 'opened', kind });
const packed = (name: string): FileKind => ({ type: 'packed', name });
const binary = (name: string, advice = ''): FileKind => ({ type: 'binary', name, advice });

const EVTX_ADVICE =
  'Export it as text: wevtutil qe FILE /lf:true /f:text, or copy the events as text from Event Viewer';
const DUMP_ADVICE =
  'The stop code and its parameters are also in event 1001 of the System log: copy that event as text';
const PROCESS_DUMP_ADVICE =
  'The Application log names the process and how it failed in events 1000 and 1001: copy those events as text';

/**
 * Signatures, the more certain first. Sources: APPNOTE.TXT 4.3 (zip), RFC 1952 (gzip), POSIX pax (ustar), 7zFormat.txt, RAR
 * technote, MS-CAB, xz-file-format.txt, RFC 8878 (zstd), MS-EVEN6 and libevtx (EVTX), MINIDUMP_HEADER and DUMP_HEADER in
 * the Windows SDK and WDK, PE format, ELF, SQLite file format, PNG, JFIF, GIF89a, ISO 32000 (PDF), MS-CFB.
 */
const SIGNATURES: readonly Signature[] = [
  { at: 0, magic: 'PK\x03\x04', kind: opened('zip') },
  { at: 0, magic: 'PK\x05\x06', kind: opened('zip') },
  { at: 0, magic: 'PK00PK\x03\x04', kind: opened('zip') },
  { at: 0, magic: 'PK\x07\x08PK\x03\x04', kind: packed('part of a split zip archive') },
  { at: 257, magic: 'ustar', kind: opened('tar') },
  { at: 0, magic: '\x1f\x8b\x08', kind: opened('gzip') },
  { at: 0, magic: '7z\xbc\xaf\x27\x1c', kind: packed('7z archive') },
  { at: 0, magic: 'Rar!\x1a\x07', kind: packed('RAR archive') },
  { at: 0, magic: 'MSCF\0\0\0\0', kind: packed('cabinet (CAB) archive') },
  { at: 0, magic: '\xfd7zXZ\0', kind: packed('xz file') },
  { at: 0, magic: '\x28\xb5\x2f\xfd', kind: packed('Zstandard (zst) file') },
  // `BZh` and a digit, then the digits of pi: three letters alone could be text.
  { at: 4, magic: '1AY&SY', kind: packed('bzip2 (bz2) file') },
  { at: 0, magic: '\x04\x22\x4d\x18', kind: packed('LZ4 file') },
  { at: 0, magic: '\x1f\x9d', kind: packed('compress (.Z) file') },
  { at: 0, magic: 'ElfFile\0', kind: binary('binary Windows event log (.evtx)', EVTX_ADVICE) },
  {
    at: 0,
    magic: '\x30\0\0\0LfLe',
    kind: binary('binary Windows event log of Windows 2003 and earlier (.evt)', EVTX_ADVICE),
  },
  { at: 0, magic: 'MDMP', kind: binary('Windows minidump of a process', PROCESS_DUMP_ADVICE) },
  { at: 0, magic: 'PAGEDU64', kind: binary('Windows kernel memory dump (64-bit)', DUMP_ADVICE) },
  { at: 0, magic: 'PAGEDUMP', kind: binary('Windows kernel memory dump (32-bit)', DUMP_ADVICE) },
  { at: 0, magic: 'SQLite format 3\0', kind: binary('SQLite database') },
  { at: 0, magic: '\x89PNG\r\n\x1a\n', kind: binary('PNG picture') },
  { at: 0, magic: '\xff\xd8\xff', kind: binary('JPEG picture') },
  { at: 0, magic: 'GIF87a', kind: binary('GIF picture') },
  { at: 0, magic: 'GIF89a', kind: binary('GIF picture') },
  { at: 8, magic: 'WEBPVP8', kind: binary('WebP picture') },
  { at: 4, magic: 'ftypheic', kind: binary('HEIC picture') },
  { at: 4, magic: 'ftypmif1', kind: binary('HEIF picture') },
  { at: 4, magic: 'ftyp', kind: binary('MP4 or QuickTime film') },
  { at: 0, magic: 'II*\0', kind: binary('TIFF picture') },
  { at: 0, magic: 'MM\0*', kind: binary('TIFF picture') },
  {
    at: 0,
    magic: '%PDF-',
    kind: binary('PDF document', 'Bring the log itself, not a print of it'),
  },
  { at: 0, magic: '\x7fELF', kind: binary('ELF program') },
  {
    at: 0,
    magic: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
    kind: binary(
      'OLE compound file (old Office document, .msi or .msg)',
      'Save its text as a file',
    ),
  },
  { at: 0, magic: 'regf', kind: binary('Windows registry hive') },
];

/** What the head of a file says it is; null when nothing certain. The name of the file plays no part. */
export function fileKindOf(head: Uint8Array): FileKind | null {
  const known = SIGNATURES.find(({ at, magic }) => holdsAt(head, at, magic));
  if (known) return known.kind;
  // Pre-POSIX tar has no magic: its header's checksum is the sign.
  if (isTarHeader(head)) return opened('tar');
  if (holdsAt(head, 0, 'MZ') && head.subarray(0, 64).includes(0)) return binary('Windows program');
  return null;
}

/** Whether the 512 bytes at the start of `block` are a tar header: its checksum field is right (POSIX ustar, 8 spaces in its own place). */
export function isTarHeader(block: Uint8Array): boolean {
  if (block.length < 512 || block[0] === 0) return false;
  const field = String.fromCharCode(...block.subarray(148, 156));
  const octal = /^[ \0]*([0-7]{1,7})[ \0]*$/.exec(field);
  if (!octal) return false;
  let unsigned = 0;
  let signed = 0;
  for (let i = 0; i < 512; i++) {
    const byte = i >= 148 && i < 156 ? 0x20 : block[i]!;
    unsigned += byte;
    signed += byte < 0x80 ? byte : byte - 256;
  }
  const written = Number.parseInt(octal[1]!, 8);
  return written === unsigned || written === signed;
}

function holdsAt(head: Uint8Array, at: number, magic: string): boolean {
  if (head.length < at + magic.length) return false;
  for (let i = 0; i < magic.length; i++) if (head[at + i] !== magic.charCodeAt(i)) return false;
  return true;
}
