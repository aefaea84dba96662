import type { FactBody } from '../../model/fact.ts';
import { statusAttributes } from '../status-codes.ts';
import type { EntryContext, LinePattern } from './line-pattern.ts';

const resource = (name: string) => ({ kind: 'resource', name }) as const;

/** Calls into resource DLLs, deadlocks and the life of RHS processes (2008 and later). */
export const RHS_PATTERNS: readonly LinePattern[] = [
  {
    reference: '7, RHS; joshthecoder.com 2018-12-03, jpwinsup blog 2017-03-01 (without "by")',
    probes: ['RhsCall::DeadlockMonitor: Call '],
    expression:
      /^RhsCall::DeadlockMonitor: Call (?<c>\w+) timed out(?: by (?<ms>\d+) milliseconds)? for resource '(?<r>.+)'/,
    toFacts: (g) => ({
      type: 'deadlock',
      resource: g.r!,
      call: g.c!,
      overdueMs: g.ms === undefined ? null : Number(g.ms),
    }),
    example:
      "RhsCall::DeadlockMonitor: Call LOOKSALIVE timed out by 16 milliseconds for resource 'File Share Witness'.",
  },
  {
    reference: '7, RHS; joshthecoder.com 2018-12-03: SeparateMonitor is set',
    probes: ["Resource '"],
    expression:
      /^Resource '(?<r>.+)' has crashed or deadlocked; marking it to run in a separate monitor/,
    toFacts: (g) => ({
      type: 'config-value',
      scope: resource(g.r!),
      property: 'SeparateMonitor',
      value: 1,
    }),
    example:
      "Resource 'File Share Witness' has crashed or deadlocked; marking it to run in a separate monitor.",
  },
  {
    reference:
      '7, RHS; joshthecoder.com 2018-12-03: a crash report was written for the RHS process',
    probes: ['WER report is submitted'],
    expression: /^WER report is submitted\.?(?: Result : (?<x>\w+))?/,
    toFacts: (g, context) => ({
      ...rhs('failed', context.pid),
      reason: g.x === undefined ? 'WER report submitted' : `WER report submitted: ${g.x}`,
    }),
    example: 'WER report is submitted. Result : WerReportQueued.',
  },
  {
    reference: '7, RHS; joshthecoder.com 2018-12-03: a new RHS takes over',
    probes: ['rcm::RcmMonitor::RestartResources: Monitor restart'],
    expression: /^rcm::RcmMonitor::RestartResources: Monitor restart for resource (?<r>.+)$/,
    toFacts: (g) => ({ ...rhs('starting', null), reason: `monitor restart for resource ${g.r!}` }),
    example: 'rcm::RcmMonitor::RestartResources: Monitor restart for resource File Share Witness',
  },
  {
    reference: '7, RHS; joshthecoder.com 2018-12-03: collateral resources keep their state',
    probes: ['rcm::RcmResource::ReattachToMonitorProcess: ('],
    expression: /^rcm::RcmResource::ReattachToMonitorProcess: \((?<r>.+), (?<s>\w+)\)/,
    toFacts: (g) => ({ type: 'state-seen', entity: resource(g.r!), state: g.s! }),
    example: 'rcm::RcmResource::ReattachToMonitorProcess: (File Share Witness, Online)',
  },
  {
    reference: '7, RHS; joshthecoder.com 2018-12-03',
    probes: ["Separate monitor flag has changed for resource '"],
    expression:
      /^Separate monitor flag has changed for resource '(?<r>.+)'\. +Now hosted by RHS process (?<p>\d+)/,
    toFacts: (g) => ({
      type: 'mark',
      kind: 'change',
      node: null,
      entity: resource(g.r!),
      attributes: { change: 'separate monitor flag', rhsProcess: Number(g.p) },
    }),
    example:
      "Separate monitor flag has changed for resource 'File Share Witness'.  Now hosted by RHS process 0",
  },
  {
    reference: '7, RHS; published excerpt: RHS ends a resource',
    probes: ['Terminating resource '],
    expression: /^Terminating resource (?<r>.+) \(state is (?<s>\w+)\)/,
    toFacts: (g) => [
      { type: 'state-seen', entity: resource(g.r!), state: g.s! },
      {
        type: 'rhs-call',
        resource: g.r!,
        call: 'TERMINATERESOURCE',
        phase: 'issued',
        result: null,
      },
    ],
    example: 'Terminating resource Disk 4 (state is Online).',
  },
  {
    reference: '7, RHS; SupportArticles: each RHS process notices that clussvc is gone',
    probes: ['Cluster service has terminated.'],
    expression: /^Cluster service has terminated\./,
    toFacts: () => ({
      type: 'service',
      service: 'clussvc',
      state: 'terminated',
      node: null,
      reason: 'noticed by RHS',
    }),
    example: 'Cluster service has terminated. Cluster.Service.Running.Event got signaled.',
  },
  {
    reference:
      '7, RHS; pugazhnetwork.blogspot.com 2019-08: a resource DLL or its entry point failed',
    probes: ['RhsCall::Perform_NativeEH: '],
    expression: /^RhsCall::Perform_NativeEH: (?<n>\w+)\((?<s>\d+)\)' because of '(?<why>.*?)'?\.?$/,
    toFacts: (g) => ({
      type: 'mark',
      kind: 'resource-failed',
      node: null,
      entity: null,
      attributes: { ...statusAttributes(Number(g.s)), statusName: g.n!, reason: g.why! },
    }),
    example:
      "RhsCall::Perform_NativeEH: ERROR_MOD_NOT_FOUND(126)' because of 'Unable to load resource DLL mqclus.dll.",
  },
  {
    reference: '7, RHS; SupportArticles, "Troubleshoot Always On Availability Groups failover"',
    probes: ['Lease timeout detected', 'Availability Group lease is no longer valid'],
    expression: /^(?<why>Lease timeout detected|Availability Group lease is no longer valid)/,
    toFacts: (g, context) => failedCheck(context, { check: 'lease', reason: g.why! }),
    example:
      'SQL Server Availability Group: [hadrag] Lease timeout detected, logging perf counter data collected so far',
  },
  {
    reference: '7, RHS; SupportArticles, "Troubleshoot Always On Availability Groups failover"',
    probes: ['Resource Alive result 0'],
    expression: /^Resource Alive result 0\b/,
    toFacts: (_, context) =>
      failedCheck(context, { check: 'alive', reason: 'Resource Alive result 0' }),
    example: 'SQL Server Availability Group <AG>: [hadrag] Resource Alive result 0.',
  },
  {
    reference: '7, RHS; SupportArticles, "Troubleshoot Always On Availability Groups failover"',
    probes: ['Failure detected, '],
    expression:
      /^Failure detected, (?<why>diagnostics heartbeat is lost|the state of (?<c>\w+) component is error)/,
    toFacts: (g, context) =>
      failedCheck(context, {
        check: 'health',
        reason: g.why!,
        ...(g.c !== undefined && { component: g.c }),
      }),
    example:
      'SQL Server Availability Group: [hadrag] Failure detected, the state of system component is error',
  },
  {
    reference: '7, RHS; github.com/zeroch/FailoverDetector test data',
    probes: ['SQL server service is not alive'],
    expression: /^SQL server service is not alive/,
    toFacts: () => ({
      type: 'service',
      service: 'SQL Server',
      state: 'failed',
      node: null,
      reason: 'service is not alive',
    }),
    example: 'SQL Server Availability Group <ag7>: [hadrag] SQL server service is not alive',
  },
  {
    reference:
      '7, RHS; SupportArticles: health of an SQL Server component; the time in the text is local',
    probes: ["SQL Server component '"],
    expression:
      /^SQL Server component '(?<c>\w+)' health state has been changed from '(?<a>\w+)' to '(?<b>\w+)'/,
    toFacts: (g) => ({
      type: 'transition',
      entity: { kind: 'service', name: `SQL Server component ${g.c!}` },
      from: g.a!,
      to: g.b!,
    }),
    example:
      "SQL Server Availability Group: [hadrag] SQL Server component 'system' health state has been changed from 'warning' to 'error' at 2019-06-20 15:05:52.330",
  },
];

function rhs(
  state: 'failed' | 'starting',
  pid: number | null,
): Extract<FactBody, { type: 'service' }> {
  return { type: 'service', service: 'RHS', state, node: null, ...(pid !== null && { pid }) };
}

/** A failed check of the resource named in `Type <Name>: [dll] `; lease and health lines often leave the name out. */
function failedCheck(
  context: EntryContext,
  attributes: Readonly<Record<string, string>>,
): FactBody {
  const name = /<(?<name>.*?)>: /.exec(context.before)?.groups?.name;
  return {
    type: 'mark',
    kind: 'resource-failed',
    node: null,
    entity: name === undefined ? null : resource(name),
    attributes,
  };
}
