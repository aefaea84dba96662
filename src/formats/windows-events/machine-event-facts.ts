import { Clock } from '../../model/clock.ts';
import type { FactBody } from '../../model/fact.ts';
import type { Attributes } from '../../model/marker.ts';
import type { WallTime } from '../../time/instant.ts';
import { readBugcheckText } from './bugcheck-text.ts';
import { parseHex } from './bugchecks.ts';
import type { CatalogueEvent } from './catalogue.ts';
import type { EventFactOptions } from './event-facts.ts';
import type { EventValues } from './event-values.ts';
import { readSystemTime } from './event-xml.ts';
import { lastAliveFacts } from './last-alive.ts';
import type { WindowsEvent } from './windows-event.ts';

/** The machine below the cluster: boots, shutdowns, bugchecks, clock steps, updates, storage. */
export function machineFacts(
  event: WindowsEvent,
  entry: CatalogueEvent,
  values: EventValues,
  options: EventFactOptions,
): readonly FactBody[] {
  switch (entry.kind) {
    case 'bugcheck':
      return bugcheckFacts(event, values);
    case 'boot':
      return bootFacts(event, values);
    case 'unexpected-reboot':
      return event.id === 41
        ? kernelPowerFacts(event)
        : event.id === 6008
          ? [shutdown(false, entry.meaning), ...lastAliveFacts(event, values, options)]
          : []; // 1076: a reason typed in later, at a time that means nothing
    case 'clean-shutdown':
      return shutdownFacts(event, entry, values);
    case 'time-change':
      return [clockStep(event, values)];
    case 'patch-installed':
      return event.id === 19 && values.title !== undefined
        ? [
            {
              type: 'mark',
              kind: 'change',
              node: null,
              entity: null,
              attributes: { what: 'update', title: values.title },
            },
          ]
        : [];
    case 'storage-lost':
      return [
        {
          type: 'mark',
          kind: 'storage-lost',
          node: null,
          entity: null,
          attributes: eventAttributes(event, values),
        },
      ];
    case 'network-adapter':
      return event.id === 27 || event.id === 10400
        ? [
            {
              type: 'mark',
              kind: 'interface-failed',
              node: null,
              entity: null,
              attributes: eventAttributes(event, values),
            },
          ]
        : [];
    default:
      return [];
  }
}

function eventAttributes(event: WindowsEvent, values: EventValues): Attributes {
  return { event: event.id, provider: event.provider, ...values };
}

function shutdown(clean: boolean, reason: string, attributes?: Attributes): FactBody {
  return { type: 'shutdown', node: null, clean, reason, ...(attributes && { attributes }) };
}

/** Event 1001, 1003: the strings hold code, dump and report apart; the message holds all three. */
function bugcheckFacts(event: WindowsEvent, values: EventValues): FactBody[] {
  const [first, dump, report] = event.data.map((datum) => datum.value);
  const read = readBugcheckText(first ?? '') ?? readBugcheckText(event.message);
  if (!read) return [];
  const dumpFile = read.dumpFile ?? dump ?? values.dump ?? null;
  const reportId = read.reportId ?? report ?? null;
  return [bugcheck(read.code, read.parameters, dumpFile, reportId)];
}

function bugcheck(
  code: string,
  parameters: readonly string[],
  dumpFile: string | null,
  reportId: string | null,
): FactBody {
  return {
    type: 'bugcheck',
    node: null,
    code,
    parameters,
    ...(dumpFile !== null && dumpFile !== '' && { dumpFile }),
    ...(reportId !== null && reportId !== '' && { reportId }),
  };
}

/** Days from 1601-01-01 to 1970-01-01, as milliseconds. */
const FILETIME_EPOCH_MS = 11_644_473_600_000;

/**
 * Kernel-Power 41: the machine started without having stopped in order. BugcheckCode is decimal, the parameters are hex;
 * code 0 says that no bugcheck was recorded. A PowerButtonTimestamp says that somebody held the button, and when (UTC).
 */
function kernelPowerFacts(event: WindowsEvent): FactBody[] {
  const named = (name: string) => event.data.find((datum) => datum.name === name)?.value;
  const code = Number.parseInt(named('BugcheckCode') ?? '0', 10);
  const button = Number(named('PowerButtonTimestamp') ?? '0');
  const attributes: Record<string, string | number> = { event: 41 };
  if (Number.isSafeInteger(code) && code > 0)
    attributes.bugcheckCode = `0x${code.toString(16).toUpperCase()}`;
  if (named('BugcheckCode') === '0') attributes.bugcheckCode = '0x0';
  if (Number.isFinite(button) && button > 0) {
    const held = new Date(button / 10_000 - FILETIME_EPOCH_MS);
    if (!Number.isNaN(held.getTime())) attributes.powerButtonHeldAt = held.toISOString();
  }
  const reason =
    attributes.powerButtonHeldAt !== undefined
      ? 'started without a clean shutdown; the power button was held'
      : 'started without a clean shutdown';
  const facts = [shutdown(false, reason, attributes)];
  if (Number.isSafeInteger(code) && code > 0) {
    const parameters = [1, 2, 3, 4].flatMap((number) => {
      const value = parseHex(named(`BugcheckParameter${number}`) ?? '');
      return value === null ? [] : [`0x${value.toString(16)}`];
    });
    facts.push(bugcheck(`0x${code.toString(16)}`, parameters, null, null));
  }
  return facts;
}

/** 6005, 6009 and Kernel-General 12 are written at every start; Kernel-Boot 20 and 27 only say how it went. */
function bootFacts(event: WindowsEvent, values: EventValues): FactBody[] {
  if (event.id === 20) {
    return /^false$/i.test(values.LastShutdownGood ?? '')
      ? [shutdown(false, 'the last shutdown did not succeed', { event: 20 })]
      : [];
  }
  if (event.id === 25) return [];
  if (event.id === 27) {
    const type = Number(values.BootType ?? Number.NaN);
    return type === 0 || type === 1 ? [{ type: 'boot', node: null }] : [];
  }
  return [{ type: 'boot', node: null }, ...timeInMessage(event, values.StartTime, 'start')];
}

function shutdownFacts(
  event: WindowsEvent,
  entry: CatalogueEvent,
  values: EventValues,
): FactBody[] {
  if (event.id !== 1074) {
    return [shutdown(true, entry.meaning), ...timeInMessage(event, values.StopTime, 'stop')];
  }
  const { process, user, reason, code, type, action, comment, node } = values;
  const attributes = Object.fromEntries(
    Object.entries({ process, user, code, type: type ?? action, comment }).filter(
      (pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== '',
    ),
  );
  const words = [`${action ?? type ?? 'stop'} asked for`];
  if (user !== undefined) words.push(`by ${user}`);
  if (reason !== undefined && reason !== '') words.push(`: ${reason}`);
  return [
    {
      type: 'shutdown',
      node: node === undefined || node === '' ? null : { name: node },
      clean: true,
      reason: words.join(' ').replace(' : ', ': '),
      attributes: { event: 1074, ...attributes },
    },
  ];
}

/** Kernel-General 12 and 13 carry their own time in UTC; beside a local stamp that gives the offset of the stamps. */
function timeInMessage(event: WindowsEvent, written: string | undefined, what: string): FactBody[] {
  const utc = readSystemTime(
    (written ?? '').replace(/[\u200e\u200f]/g, '').replace(/\s*[.。]?$/, ''),
  );
  if (utc === null || event.clock !== Clock.Wall) return [];
  const about = `the ${what} time in UTC in the text of event ${event.id}, beside its local stamp`;
  return [{ type: 'clock-evidence', wall: event.time as WallTime, utc, about }];
}

function clockStep(event: WindowsEvent, values: EventValues): FactBody {
  const tidy = (text: string | undefined) =>
    (text ?? '').replace(/[\u200e\u200f]/g, '').replace(/\s*[.。]?$/, '');
  const [to, from] = [tidy(values.NewTime), tidy(values.OldTime)];
  const [toUtc, fromUtc] = [readSystemTime(to), readSystemTime(from)];
  const attributes: Record<string, string | number> = { event: event.id, provider: event.provider };
  if (from !== '') attributes.from = from;
  if (to !== '') attributes.to = to;
  if (toUtc !== null && fromUtc !== null) attributes.stepMs = Math.round(toUtc - fromUtc);
  return { type: 'mark', kind: 'clock-step', node: null, entity: null, attributes };
}
