import {
  BUGCHECK_NAMES,
  BUGCHECK_ROWS,
  type BugcheckKind,
  type BugcheckRow,
  WATCHDOG_SOURCES,
} from './bugcheck-data.ts';

/** One parameter of a bugcheck: its value in lower-case hex without leading zeros, and what the number says. */
export interface DecodedParameter {
  readonly value: string;
  /** What the parameter is for this code; '' when undocumented. */
  readonly meaning: string;
  /** What this value says, e.g. `1200 s`; null when the number speaks for itself. */
  readonly decoded: string | null;
}

export interface DecodedBugcheck {
  /** `0x9E`: upper-case hex without leading zeros and without the minidump mark. */
  readonly code: string;
  /** As written, in lower-case hex without leading zeros: `0x100000d1` for a minidump of 0xD1. */
  readonly writtenCode: string;
  /** True when the code carried the minidump mark 0x10000000. */
  readonly minidump: boolean;
  /** `USER_MODE_HEALTH_MONITOR`; null when the code is not in the catalogue. */
  readonly name: string | null;
  /** `livedump`: the machine went on running. */
  readonly kind: BugcheckKind;
  readonly meaning: string;
  readonly note: string;
  readonly parameters: readonly DecodedParameter[];
}

const MINIDUMP_MARK = 0x10000000n;
/** The codes of the cluster's health monitor: the stop and its live dump share their parameters. */
const HEALTH_MONITOR_CODES: readonly bigint[] = [0x9en, 0x1c9n];

const rows = new Map<bigint, BugcheckRow>();
for (const row of BUGCHECK_ROWS) rows.set(BigInt(row[0]), row);
const names = new Map<bigint, string>();
for (const line of BUGCHECK_NAMES.trim().split('\n')) {
  const [code = '0', name = ''] = line.split(' ');
  names.set(BigInt(`0x${code}`), name);
}

/**
 * Names a bugcheck and puts its parameters in words. `code` and `parameters` are hex with or without `0x` and
 * back-ticks, any width; decimal numbers are passed as `number`. Returns null when the code is not a number.
 */
export function decodeBugcheck(
  code: string | number,
  parameters: readonly string[],
): DecodedBugcheck | null {
  const written = typeof code === 'number' ? fromInteger(code) : parseHex(code);
  if (written === null) return null;
  const minidump = (written & 0xf0000000n) === MINIDUMP_MARK && written <= 0xffffffffn;
  const value = minidump ? written & ~MINIDUMP_MARK : written;
  const row = rows.get(value);
  return {
    code: `0x${value.toString(16).toUpperCase()}`,
    writtenCode: `0x${written.toString(16)}`,
    minidump,
    name: row?.[1] ?? names.get(value) ?? null,
    kind: row?.[2] ?? 'bugcheck',
    meaning: row?.[3] ?? '',
    note: row?.[5] ?? '',
    parameters: parameters.map((text, index) => {
      const number = parseHex(text);
      return {
        value: number === null ? text : `0x${number.toString(16)}`,
        meaning: row?.[4][index] ?? '',
        decoded: number === null ? null : decodeParameter(value, index, number),
      };
    }),
  };
}

/** Hex with or without `0x`, back-ticks of the debugger allowed; null when it is not hex or longer than 64 bits. */
export function parseHex(text: string): bigint | null {
  const digits = /^(?:0x)?([0-9a-f`]{1,18})$/i.exec(text.trim())?.[1]?.replaceAll('`', '');
  return digits === undefined || digits === '' || digits.length > 16 ? null : BigInt(`0x${digits}`);
}

function fromInteger(code: number): bigint | null {
  return Number.isSafeInteger(code) && code >= 0 ? BigInt(code) : null;
}

/**
 * 0x9E and 0x1C9: parameter 2 is a time-out in seconds, parameter 3 says who armed the watchdog. Only the value in hand
 * is decoded; a parameter 3 of 0 means that no source was recorded (the rule before Windows Server 2012).
 */
function decodeParameter(code: bigint, index: number, value: bigint): string | null {
  if (!HEALTH_MONITOR_CODES.includes(code)) return null;
  if (index === 1) return `${value} s`;
  if (index !== 2) return null;
  const source = WATCHDOG_SOURCES.find(([number]) => BigInt(number) === value);
  return source ? `${source[1]}: ${source[2]}` : 'watchdog source not documented';
}
