import type { Clock } from '../../model/clock.ts';
import type { FactBody } from '../../model/fact.ts';

/** What an entry says besides the matched text. */
export interface EntryContext {
  /** Text between the tag and the match: `Node 1: `, `SQL Server Availability Group <ag>: [hadrag] `. */
  readonly before: string;
  /** From the match to the end of the entry, continuation lines included. */
  readonly text: string;
  /** Cluster number of the node that wrote the line, from `Node N:` before the match. */
  readonly selfId: number | null;
  /** Process that wrote the entry; null without ids. */
  readonly pid: number | null;
  readonly time: number;
  readonly clock: Clock;
}

/**
 * One kind of line that carries facts. `probes` are the texts that a match begins with: records are filtered by them as
 * bytes, and only the few that pass are decoded and shown to `expression`, which is anchored at the probe.
 */
export interface LinePattern {
  /** Section of the specification and where the line was published. */
  readonly reference: string;
  readonly probes: readonly string[];
  /** Matched against the first line from the probe on, without trailing blanks. Named groups only. */
  readonly expression: RegExp;
  readonly toFacts: (groups: Groups, context: EntryContext) => FactBody | readonly FactBody[];
  /** Text of an entry behind its tag. */
  readonly example: string;
}

/** Named groups of a match; a group that did not take part is undefined. */
export type Groups = Readonly<Record<string, string | undefined>>;

/** `10.0.0.1:~3343~` without its port; `10.0.0.1:3343`, the form of NETFTAPI, too when `plainPort` is set. A mask stays as it is. */
export function stripPort(endpoint: string, plainPort = false): string {
  const address = endpoint.replace(/:~\d+~\.?$/, '');
  return plainPort ? address.replace(/:\d{1,5}$/, '') : address;
}

/** An endpoint: an address with its port, or a mask such as `<endpoint address>`. */
export const ENDPOINT = '(?:<[^>]*>|\\S+)';
