import { decodeBugcheck } from '../formats/windows-events/bugchecks.ts';
import type { FactBody } from '../model/fact.ts';
import type { Attributes } from '../model/marker.ts';
import { DEFAULT_DEADLOCK_TIMEOUT_MS } from './deadlocks.ts';

type BugcheckBody = Extract<FactBody, { type: 'bugcheck' }>;

/** Stop code by which the cluster's health monitor ends a node whose RHS did not end in time. */
const HEALTH_MONITOR_STOP = '0x9E';

/**
 * The contract's attributes of a bugcheck: `code`, `name`, `parameters`, the files of the report; `parameterMeanings` in
 * words, one a parameter. For 0x9E also `timeoutSeconds` (parameter 2) and whether it is four times the default
 * DeadlockTimeout, the time that RHS is given to end.
 */
export function bugcheckAttributes(body: BugcheckBody): Attributes {
  const decoded = decodeBugcheck(body.code, body.parameters);
  const files = {
    ...(body.dumpFile === undefined ? {} : { dumpFile: body.dumpFile }),
    ...(body.reportId === undefined ? {} : { reportId: body.reportId }),
  };
  if (decoded === null)
    return { code: body.code, name: null, parameters: body.parameters, ...files };
  const timeoutSeconds = healthMonitorSeconds(body);
  return {
    code: decoded.code,
    name: decoded.name,
    parameters: decoded.parameters.map((parameter) => parameter.value),
    ...files,
    parameterMeanings: decoded.parameters.map(({ meaning, decoded: words }) =>
      words === null ? meaning : `${meaning}: ${words}`,
    ),
    ...(timeoutSeconds === null
      ? {}
      : {
          timeoutSeconds,
          isFourDefaultDeadlockTimeouts: timeoutSeconds * 1000 === 4 * DEFAULT_DEADLOCK_TIMEOUT_MS,
        }),
  };
}

/** Parameter 2 of 0x9E in seconds; null for any other stop. */
export function healthMonitorSeconds(body: BugcheckBody): number | null {
  const decoded = decodeBugcheck(body.code, body.parameters);
  const second = decoded?.parameters[1];
  if (decoded?.code !== HEALTH_MONITOR_STOP || second === undefined) return null;
  const seconds = Number(second.value);
  return Number.isSafeInteger(seconds) ? seconds : null;
}
