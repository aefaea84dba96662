/**
 * What windows-1252 prints for the bytes 0x80 to 0x9F; the five it leaves open print as C1 controls, as the WHATWG encoding
 * standard has it. All other bytes print as Latin-1.
 */
export const WINDOWS_1252_80_TO_9F = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Text that was decoded as Latin-1, as windows-1252 prints the same bytes. */
export function latin1ToWindows1252(text: string): string {
  return text.replace(
    /[\u0080-\u009f]/g,
    (character) => WINDOWS_1252_80_TO_9F[character.charCodeAt(0) - 0x80]!,
  );
}
