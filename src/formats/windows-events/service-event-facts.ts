import type { FactBody } from '../../model/fact.ts';
import type { EventValues } from './event-values.ts';
import { isClusterRelevant, serviceName, serviceStateOf } from './service-names.ts';
import type { WindowsEvent } from './windows-event.ts';

type ServiceState = Extract<FactBody, { type: 'service' }>['state'];

/**
 * Service Control Manager. Failures count for every service; ordinary starts, stops and start types (7036, 7040, 7042)
 * only for services that matter to a cluster, because every machine writes hundreds of the others a day.
 */
export function serviceFacts(event: WindowsEvent, values: EventValues): FactBody[] {
  const written = values.service;
  if (written === undefined) return [];
  const service = serviceName(written);
  const fact = (state: ServiceState, reason?: string): FactBody[] => [
    {
      type: 'service',
      service,
      state,
      node: null,
      ...(reason !== undefined && reason !== '' && { reason }),
    },
  ];
  switch (event.id) {
    case 7000:
    case 7001:
    case 7009:
    case 7022:
      return fact('failed', values.status ?? FAILED_TO_START[event.id]);
    case 7023:
    case 7024:
    case 7031:
    case 7034:
      return fact('failed', values.status ?? 'ended unexpectedly');
    case 7011:
    case 7046:
      return [
        mark('deadlock', service, {
          event: event.id,
          ...(values.milliseconds !== undefined && { milliseconds: values.milliseconds }),
        }),
      ];
  }
  if (!isClusterRelevant(written) && !event.data.some((datum) => isClusterRelevant(datum.value)))
    return [];
  switch (event.id) {
    case 7036: {
      const state = serviceStateOf(values.state ?? '');
      return state === null ? [] : fact(state);
    }
    case 7040:
      return [
        mark('change', service, {
          what: 'start type',
          from: values.from ?? null,
          to: values.to ?? null,
        }),
      ];
    case 7042:
      return fact('stopping');
    default:
      return [];
  }
}

const FAILED_TO_START: Readonly<Record<number, string>> = {
  7000: 'failed to start',
  7001: 'a service it depends on failed to start',
  7009: 'start timed out',
  7022: 'hung on starting',
};

function mark(
  kind: 'deadlock' | 'change',
  service: string,
  attributes: Extract<FactBody, { type: 'mark' }>['attributes'] & object,
): FactBody {
  return { type: 'mark', kind, node: null, entity: { kind: 'service', name: service }, attributes };
}
