/**
 * Whether no match of the expression can hold a line feed and none depends on text beyond its own line. Then one run over
 * many records at once finds in each what a run over the record alone would find. Answers false where it is not sure.
 *
 * A negated class must name the line feed (`[^\n"]`, `[^\s"]`); `.` must not match it (no flag `s`); lookaround, inline
 * flags and escapes that may stand for a line feed (`\s`, `\W`, `\D`, `\n`, `\x0a`, `\p{..}` ...) are not line-bound.
 */
export function isLineBound(source: string, flags: string): boolean {
  if (flags.includes('s') || flags.includes('v')) return false;
  for (let at = 0; at < source.length; at++) {
    const char = source[at]!;
    if (char < ' ' && char !== '\t') return false;
    if (char === '\\') {
      at++;
      if (!SAFE_ESCAPE.test(source[at] ?? '')) return false;
    } else if (char === '(' && source[at + 1] === '?') {
      if (!/^\(\?(?::|<[^=!])/.test(source.slice(at, at + 4))) return false;
    } else if (char === '[') {
      const end = endOfClass(source, at);
      if (!isClassLineBound(source.slice(at + 1, end))) return false;
      at = end;
    }
  }
  return true;
}

/** Letters that stand for signs other than line feed, and every escaped punctuation mark. */
const SAFE_ESCAPE = /^[dwSbBt1-9]$|^[^\w\s]$/;

function endOfClass(source: string, open: number): number {
  for (let at = open + 1; at < source.length; at++) {
    if (source[at] === '\\') at++;
    else if (source[at] === ']') return at;
  }
  return source.length;
}

function isClassLineBound(body: string): boolean {
  if (body.startsWith('^')) return /^(?:[^\\]|\\[^sn])*\\[sn]/.test(body);
  for (let at = 0; at < body.length; at++) {
    // A tab may begin a range that holds the line feed.
    if (body[at]! < ' ') return false;
    if (body[at] !== '\\') continue;
    at++;
    if (!/^[dwS]$|^[^\w\s]$/.test(body[at] ?? '')) return false;
  }
  return true;
}
