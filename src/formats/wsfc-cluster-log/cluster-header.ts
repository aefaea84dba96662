import type { NodeClaim } from '../../model/source.ts';
import type { EvidenceLine, TimeBase } from '../../time/time-base.ts';

/** `Current node: name (ZQ1) id (1)` in the `Cluster` section: whose log it is. */
export const CURRENT_NODE = /^\s*Current node: *name *\((?<name>.+?)\) *id *\((?<id>\d+)\)/i;

/** The wording varies by build: `UTC = localtime + time zone offset;the time zone offset of this machine is 420 minutes, or 7 hours`. */
const ZONE_OFFSET =
  /UTC ?= ?localtime ?\+ ?time zone offset;.*?offset of this machine is (?<minutes>-?\d+) minutes/i;
const UTC_SENTENCE = /generated (?:using|in) .*(?:Coordinated Universal Time|\(UTC\)|\bUTC\b)/i;
const LOCAL_SENTENCE = /generated (?:using|in) (?:the )?local time/i;

/** `NODE_cluster.log`, the name that Get-ClusterLog -Destination gives. */
const NODE_FILE = /^(?<name>[\p{L}\d][\p{L}\d._-]*?)_cluster\.(?:log|txt)$/iu;

/** The node that wrote the log, from the `Cluster` section or, failing that, from the file's name; else left open. */
export function claimNode(lines: readonly string[], fileName: string): NodeClaim {
  for (const [index, text] of lines.entries()) {
    const name = CURRENT_NODE.exec(text)?.groups?.name;
    if (name !== undefined) return { name, basis: 'declared', evidence: [lineOf(index, text)] };
  }
  const name = NODE_FILE.exec(fileName)?.groups?.name;
  if (name !== undefined) {
    return {
      name,
      basis: 'inferred',
      evidence: [{ line: 0, text: `the file is named ${fileName}` }],
    };
  }
  return { name: null, basis: 'default', evidence: [] };
}

/**
 * The clock of the stamps. Every generation writes UTC unless Get-ClusterLog ran with -UseLocalTime, which the `Cluster`
 * section then says. `UTC = localtime + offset` has the opposite sign of ISO 8601: 420 minutes is UTC-07:00.
 * @param dated false when no line of the head has a full stamp: then nothing tells, not even the default
 */
export function claimTimeBase(lines: readonly string[], dated: boolean): TimeBase {
  const local = find(lines, LOCAL_SENTENCE);
  const offset = find(lines, ZONE_OFFSET);
  if (local) {
    const minutes = Number(ZONE_OFFSET.exec(offset?.text ?? '')?.groups?.minutes);
    // Local time all the same when the offset is missing or none that a clock can have.
    if (!offset || !(Math.abs(minutes) <= 14 * 60))
      return { rule: { kind: 'unknown' }, basis: 'declared', confidence: 1, evidence: [local] };
    return {
      rule: { kind: 'offset', offsetMinutes: minutes === 0 ? 0 : -minutes },
      basis: 'declared',
      confidence: 0.8,
      evidence: [
        local,
        {
          ...offset,
          text: `${offset.text} [in force when the log was generated; older lines may be on the other side of a daylight-saving change]`,
        },
      ],
    };
  }
  const utc = find(lines, UTC_SENTENCE);
  if (utc) return { rule: { kind: 'utc' }, basis: 'declared', confidence: 1, evidence: [utc] };
  if (!dated) return { rule: { kind: 'unknown' }, basis: 'default', confidence: 0, evidence: [] };
  return { rule: { kind: 'utc' }, basis: 'default', confidence: 0.9, evidence: [] };
}

function find(lines: readonly string[], expression: RegExp): EvidenceLine | null {
  const index = lines.findIndex((text) => text.length < 1000 && expression.test(text));
  return index < 0 ? null : lineOf(index, lines[index]!);
}

function lineOf(index: number, text: string): EvidenceLine {
  return { line: index + 1, text: text.slice(0, 500) };
}
