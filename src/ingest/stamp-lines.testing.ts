import type { LogFormat } from '../formats/format.ts';
import { Clock } from '../model/clock.ts';
import { Level } from '../model/level.ts';
import { UNKNOWN_TIME_BASE } from '../time/time-base.ts';

const HASH = 0x23;

/** `#<milliseconds> text` begins an entry; blank lines are blanks; everything else continues the entry above. */
export const stampLines: LogFormat = {
  id: 'stamp-lines',
  title: 'stamped lines',
  versions: 'tests',
  reference: 'this file',
  componentIs: 'component',
  claim: (head) => {
    const entries = head.lines.filter((line) => /^#\d+ /.test(line)).length;
    return { score: entries / Math.max(1, head.lines.length), reason: `${entries} stamped lines` };
  },
  prepare: () => ({
    node: { name: null, basis: 'default', evidence: [] },
    timeBase: UNKNOWN_TIME_BASE,
    dialect: null,
  }),
  isEntryStart: ({ bytes }, start, end) => end > start && bytes[start] === HASH,
  scan: (input, _dialect, out) => {
    const { bytes } = input;
    let line = 0;
    let record = -1;
    let recordStart = 0;
    for (let start = 0; start < bytes.length; line++) {
      const newline = bytes.indexOf(10, start);
      const lineEnd = newline < 0 ? bytes.length : newline;
      const end = lineEnd > start && bytes[lineEnd - 1] === 13 ? lineEnd - 1 : lineEnd;
      if (end > start && bytes[start] === HASH) {
        const time = Number.parseInt(input.decode(start + 1, Math.min(end, start + 16)), 10);
        const clock = Number.isNaN(time) ? Clock.Undated : Clock.Utc;
        record = out.record(time || 0, clock, Level.Info, 0, line, start, end - start);
        recordStart = start;
        out.entries++;
        if (bytes[end - 1] === 0x21) {
          const written = String(time || 0);
          out.fact(record, written, { type: 'boot', node: null });
        }
      } else if (end === start) {
        out.blanks++;
      } else if (record < 0) {
        out.problemLines++;
        out.problem(line, 'text-before-first-entry', 'text before the first entry');
      } else {
        out.setLength(record, end - recordStart);
        out.continuations++;
      }
      start = lineEnd + 1;
    }
    return line;
  },
  stampOf: (text) => /^#(\d+)/.exec(text)?.[1] ?? null,
};
