import { describeStatus, type StatusDescription } from '../../src/formats/status-codes.ts';

/** A word that says a status follows, up to three words between, then the number: `gen(0) result 5018`, `status code: 0x80070490`. */
const STATUS =
  /\b(?:status|result|error|code|HrError|HRESULT|NTSTATUS)\b(?:[\s:=('"]+(?:code|of|is|was))?[\s:=('"]*(?<code>0x[0-9a-f]{1,8}|[8c][0-9a-f]{7}|-?\d{1,10})\b/gi;

export interface StatusInText extends StatusDescription {
  /** As the text writes it. */
  readonly written: string;
}

/** The Windows status codes that a log text states and whose names are known, each once; success is left out. */
export function statusCodesIn(text: string): readonly StatusInText[] {
  const found = new Map<string, StatusInText>();
  for (const { groups } of text.matchAll(STATUS)) {
    const written = groups!.code!;
    const status = describeStatus(written);
    if (status !== null && status.code !== 0) found.set(written, { written, ...status });
  }
  return [...found.values()];
}
