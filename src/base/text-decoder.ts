import { latin1ToWindows1252 } from './windows-1252.ts';

/** Some releases of Node 20 and 22 decode windows-1252 as Latin-1. */
const isWindows1252Right = new TextDecoder('windows-1252').decode(Uint8Array.of(0x80)) === '€';

/** A TextDecoder that is right for windows-1252 on every platform. */
export function textDecoder(
  encoding: string,
  options?: TextDecoderOptions,
): Pick<TextDecoder, 'decode'> {
  const decoder = new TextDecoder(encoding, options);
  if (isWindows1252Right || decoder.encoding !== 'windows-1252') return decoder;
  return { decode: (bytes, settings) => latin1ToWindows1252(decoder.decode(bytes, settings)) };
}
