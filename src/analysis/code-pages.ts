import { latin1ToWindows1252, WINDOWS_1252_80_TO_9F } from '../base/windows-1252.ts';

const byteOfHighControl = new Map(
  [...WINDOWS_1252_80_TO_9F].map((character, i) => [character, 0x80 + i]),
);

/** The bytes that windows-1252 prints as `text`; null when it cannot. */
export function toWindows1252(text: string): Uint8Array | null {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0)!;
    const byte =
      byteOfHighControl.get(character) ??
      (code < 0x80 || (code > 0x9f && code < 0x100) ? code : null);
    if (byte === null) return null;
    bytes.push(byte);
  }
  return Uint8Array.from(bytes);
}

export function fromWindows1252(bytes: readonly number[]): string {
  return latin1ToWindows1252(bytes.map((byte) => String.fromCharCode(byte)).join(''));
}

const decoders = new Map<string, TextDecoder>();

/** Text of `bytes`, or null when they are not valid in the encoding. */
export function decodeStrictly(bytes: Uint8Array, encoding: string): string | null {
  let decoder = decoders.get(encoding);
  if (decoder === undefined) {
    decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
    decoders.set(encoding, decoder);
  }
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

let gbk: Map<string, readonly [number, number]> | null = null;

/** The two bytes of a character in GBK; undefined when it has none. ASCII is not in the table. */
export function gbkPair(character: string): readonly [number, number] | undefined {
  gbk ??= buildGbk();
  return gbk.get(character);
}

/** Every pair of a lead and a trail byte that is one character. */
function buildGbk(): Map<string, readonly [number, number]> {
  const table = new Map<string, readonly [number, number]>();
  const decoder = new TextDecoder('gbk');
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    const bytes: number[] = [];
    const trails: number[] = [];
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      bytes.push(lead, trail, 0x0a);
      trails.push(trail);
    }
    const characters = decoder.decode(Uint8Array.from(bytes)).split('\n');
    trails.forEach((trail, i) => {
      const character = characters[i]!;
      const isOne = [...character].length === 1 && character !== '\ufffd';
      if (isOne && !table.has(character)) table.set(character, [lead, trail]);
    });
  }
  return table;
}
