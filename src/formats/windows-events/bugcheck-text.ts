/** A bugcheck as the message of event 1001 tells it, in any language. */
export interface BugcheckText {
  /** Lower-case hex without leading zeros, the minidump mark kept: `0x9e`, `0x100000d1`. */
  readonly code: string;
  readonly parameters: readonly string[];
  readonly dumpFile: string | null;
  readonly reportId: string | null;
}

/** `0x0000009e (0xfffffab030cce600, 0x00000000000004b0, 0x0, 0x0)`: code, blank, one to four hex values in brackets. */
const CODE_AND_PARAMETERS =
  /\b0x([0-9a-f]{1,16})[\s:：]*[(（]\s*((?:0x)?[0-9a-f]{1,16}(?:\s*[,，、;]\s*(?:0x)?[0-9a-f]{1,16}){0,3})\s*[)）]/i;
const DUMP_FILE = /[a-z]:\\[^\r\n"<>|*?。]*?\.dmp|%systemroot%\\[^\r\n"<>|*?。]*?\.dmp/i;
/** The message of 1001 is a few hundred characters; the bound keeps the work on hostile text small. */
const MAX_MESSAGE = 4000;
/** A GUID, or `mmddyy-ticks-nn`. */
const REPORT_ID = /\b([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{6}-\d{1,10}-\d{2})\b/i;

/**
 * Reads code, parameters, dump path and report id out of a text by their shapes alone, so the language does not matter.
 * Null when no code with parameters is there. It is not a proof that the text is an event 1001: the caller tests that.
 */
export function readBugcheckText(message: string): BugcheckText | null {
  const text = message.slice(0, MAX_MESSAGE);
  const found = CODE_AND_PARAMETERS.exec(text);
  if (!found) return null;
  const rest = text.slice(found.index + found[0].length);
  const dump = DUMP_FILE.exec(rest);
  const afterDump = dump ? rest.slice(dump.index + dump[0].length) : rest;
  return {
    code: shortHex(found[1]!),
    parameters: found[2]!
      .split(/\s*[,，、;]\s*/)
      .map((value) => shortHex(value.replace(/^0x/i, ''))),
    dumpFile: dump?.[0] ?? null,
    reportId: REPORT_ID.exec(afterDump)?.[1] ?? null,
  };
}

function shortHex(digits: string): string {
  return `0x${BigInt(`0x${digits}`).toString(16)}`;
}
