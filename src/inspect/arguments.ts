import type { ZoneRule } from '../time/time-base.ts';
import { parseZone } from '../time/zone-text.ts';

export interface InspectArguments {
  readonly paths: readonly string[];
  /** In the order given; a later one wins. `target` is a path as printed, its last components, or a node. */
  readonly zones: readonly { readonly target: string; readonly rule: ZoneRule }[];
  readonly records: boolean;
  /** Milliseconds UTC, inclusive; null is open. */
  readonly from: number | null;
  /** Milliseconds UTC, exclusive; null is open. */
  readonly to: number | null;
}

export const USAGE =
  'usage: npm run --silent inspect -- [--zone PATH_OR_NODE=ZONE]... [--records] [--from ISO] [--to ISO] PATH...';

/** Reads the command line. Bad usage gives one sentence. */
export function parseArguments(
  args: readonly string[],
): InspectArguments | { readonly error: string } {
  const paths: string[] = [];
  const zones: { target: string; rule: ZoneRule }[] = [];
  let records = false;
  let from: number | null = null;
  let to: number | null = null;
  let onlyPaths = false;
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]!;
    if (onlyPaths || !arg.startsWith('-')) {
      paths.push(arg);
      continue;
    }
    const equals = arg.indexOf('=');
    const name = equals === -1 ? arg : arg.slice(0, equals);
    const value = (): string | undefined => (equals === -1 ? args[++i] : arg.slice(equals + 1));
    if (arg === '--') onlyPaths = true;
    else if (arg === '--records') records = true;
    else if (name === '--zone') {
      const zone = parseZoneArgument(value() ?? '');
      if ('error' in zone) return zone;
      zones.push(zone);
    } else if (name === '--from' || name === '--to') {
      const text = value() ?? '';
      const instant = parseIso(text);
      if (instant === null)
        return { error: `${name}: "${text}" is not an ISO 8601 time such as 2017-09-15T20:24:36Z` };
      if (name === '--from') from = instant;
      else to = instant;
    } else return { error: `unknown option ${name}; ${USAGE}` };
  }
  if (paths.length === 0) return { error: USAGE };
  if (from !== null && to !== null && from > to) return { error: '--from is later than --to' };
  return { paths, zones, records, from, to };
}

function parseZoneArgument(text: string): { target: string; rule: ZoneRule } | { error: string } {
  const equals = text.lastIndexOf('=');
  const target = text.slice(0, Math.max(0, equals));
  if (target === '') return { error: `--zone: "${text}" is not PATH_OR_NODE=ZONE` };
  const rule = parseZone(text.slice(equals + 1));
  if (!rule)
    return {
      error: `--zone: "${text.slice(equals + 1)}" is neither an IANA zone nor an offset such as +08:00`,
    };
  return { target, rule };
}

/** An ISO 8601 date or date-time; without an offset it is UTC, since everything `inspect` prints is. */
function parseIso(text: string): number | null {
  const match =
    /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?)\s*(Z|[+-]\d\d:?\d\d)?)?$/i.exec(
      text,
    );
  if (!match) return null;
  const [, date, clock = '00:00', offset = 'Z'] = match;
  const midnight = Date.parse(`${date}T00:00Z`);
  // February 30 is read as March 2.
  if (Number.isNaN(midnight) || !new Date(midnight).toISOString().startsWith(date!)) return null;
  const time = Date.parse(`${date}T${clock.replace(',', '.')}${offset.toUpperCase()}`);
  return Number.isNaN(time) ? null : time;
}
