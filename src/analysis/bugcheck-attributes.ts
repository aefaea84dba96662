import type { FactBody } from '../model/fact.ts';
import type { Attributes } from '../model/marker.ts';

type BugcheckBody = Extract<FactBody, { type: 'bugcheck' }>;

/** A number in hex as `0x4b0`: lower case, no leading zeros. Text that is no number stays as written. */
export function bareHex(written: string): string {
  try {
    return `0x${BigInt(written).toString(16)}`;
  } catch {
    return written;
  }
}

/** `0x9E`: the stop code as debuggers and Microsoft's reference print it. */
export function stopCode(written: string): string {
  return bareHex(written).replace(/^0x/, '').toUpperCase().replace(/^/, '0x');
}

/** The contract's attributes of a bugcheck: `code`, `parameters`, and what the report gives beside them. */
export function bugcheckAttributes(body: BugcheckBody): Attributes {
  return {
    code: stopCode(body.code),
    parameters: body.parameters.map(bareHex),
    ...(body.dumpFile === undefined ? {} : { dumpFile: body.dumpFile }),
    ...(body.reportId === undefined ? {} : { reportId: body.reportId }),
  };
}
