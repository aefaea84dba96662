import type { FormatSample } from '../harness.testing.ts';

/** Constructed from the specification of cluster.log; names and addresses are invented, message shapes are the product's. */
const lines = (...text: readonly string[]) => `${text.join('\n')}\n`;

/** The published lines of a disk deadlock: a mojibake disk name, a status that has a name, one millisecond for all. */
export const DISK_DEADLOCK = lines(
  "00001148.00001158::2017/09/15-20:24:36.365 ERR [RHS] RhsCall::DeadlockMonitor: Call ONLINERESOURCE timed out for resource 'èoˉ′ì 2'.",
  '00001148.00001158::2017/09/15-20:24:36.365 ERR [RHS] Resource èoˉ′ì 2 handling deadlock. Cleaning current operation.',
  '00001148.00001158::2017/09/15-20:24:36.365 ERR [RHS] About to send WER report.',
  "0000084c.0000159c::2017/09/15-20:24:36.365 WARN [RCM] HandleMonitorReply: FAILURENOTIFICATION for 'èoˉ′ì 2', gen(0) result 5018.",
  '0000084c.0000159c::2017/09/15-20:24:36.365 INFO [RCM] TransitionToState(èoˉ′ì 2) OnlinePending-->ProcessingFailure.',
  '0000084c.0000159c::2017/09/15-20:24:36.365 ERR [RCM] rcm::RcmResource::HandleFailure: (èoˉ′ì 2)',
);

/** 2016 and later: sections, a property table, event entries over several lines, then the main log. */
export const SECTIONS = lines(
  '[=== Cluster ===]',
  '',
  'Build Number 20348',
  'UTC = localtime + time zone offset;the time zone offset of this machine is 420 minutes, or 7 hours',
  'The logs were generated using Coordinated Universal Time (UTC).',
  'Current node: name (ZQ1) id (1)',
  'SameSubnetThreshold : 20',
  '',
  '[=== Resources ===]',
  '',
  'Name,OwnerGroup,OwnerNode,State,DeadlockTimeout,PendingTimeout',
  '"Disk 4, data",FS1,ZQ1,2,300000,180000',
  '群集磁盘 2,FS1,ZQ1,Offline,4294967295,240000',
  '',
  '[=== Groups ===]',
  'Name,OwnerNode,State',
  'FS1,ZQ1,3',
  '[=== Something New ===]',
  'free text that nobody knows',
  '[=== System ===]',
  '[System] 00000250.00000474::2021/10/23-21:20:11.225 DBG   The Cluster service is shutting down because quorum was lost. This could be due to the loss of network connectivity between some or all nodes in the cluster, or a failover of the witness disk. ',
  'Run the Validate a Configuration wizard to check your network configuration.',
  '',
  'Also check for failures in any other network components.',
  '[=== Microsoft-Windows-FailoverClustering/Operational logs ===]',
  "[Operational] 00000250.00000474::2021/10/23-21:20:12.000 WARN  Cluster node 'ZQ2' has been quarantined.  The node experienced '3' consecutive failures within a short amount of time.",
  "The node will be quarantined until '2021/10/23-16:20:12.000'.",
  '[=== Cluster Logs ===]',
  '000017ec.0000414c::2021/10/23-21:19:05.236 INFO  ---+ LOG BEGIN +---',
  '000017ec.00004150::2021/10/23-21:19:06.100 DBG   [NETFTAPI] Signaled NetftRemoteUnreachable event, local address 10.0.1.11:3343 remote address 10.0.1.12:3343',
  '000017ec.00004150::2021/10/23-21:19:06.101 INFO  [CHANNEL 10.0.1.12:~3343~] graceful close, status (of previous failure, may not indicate problem) (0)',
  '000017ec.00004150::2021/10/23-21:19:06.102 INFO  [DM]: Shutting down, so unloading the cluster database.',
);

/** A struct whose lines all have their own prefix, as 2012 R2 prints it. */
export const ROUTE_STRUCT = lines(
  '0000205c.00001a94::2014/06/10-07:54:34.099 INFO  [IM] Route history 1: Old: 05.936, Message: Response, Heartbeats counter/threshold: 5/5, Error: Success, NtStatus: 0 Timestamp: 2014/06/10-07:54:28.000, Ticks since last sending: 4',
  '0000205c.0000238c::2014/06/10-07:54:34.100 INFO  [FTI] Route <struct mscs::FaultTolerantRoute>',
  '0000205c.0000238c::2014/06/10-07:54:34.100 INFO    <realLocal>10.0.1.11:~3343~</realLocal>',
  '0000205c.0000238c::2014/06/10-07:54:34.100 INFO    <realRemote>10.0.1.12:~3343~</realRemote>',
  '0000205c.0000238c::2014/06/10-07:54:34.100 INFO    <virtualLocal>fe80::1:~0~</virtualLocal>',
  '0000205c.0000238c::2014/06/10-07:54:34.100 INFO    <Delay>1000</Delay>',
  '0000205c.0000238c::2014/06/10-07:54:34.100 INFO    <Threshold>5</Threshold>',
  '0000205c.0000238c::2014/06/10-07:54:34.100 INFO  </struct mscs::FaultTolerantRoute>',
  '0000205c.0000238c::2014/06/10-07:54:34.100 INFO   removed',
  '0000205c.000030e4::2014/06/10-07:54:38.433 ERR   lost quorum (status = 5925)',
);

/** -UseLocalTime without dates, as a web page shows it: the death timer is UTC beside a local time of day. */
export const TIME_ONLY = lines(
  '21:17:42.347 WARN  [QUORUM] Node 2: One off quorum (2)',
  '21:17:42.347 INFO  [QUORUM] Node 2: death timer is started at 2020/05/12-01:17:42.347 and expires in 90 seconds',
  '21:17:42.347 INFO  rcm::RcmResource::OnlineWorker[RCM] Issuing Arbitrate(Share Witness) to RHS.',
  '21:17:42.347 INFO  Shutdown lock acquired, proceeding with shutdown',
  "21:17:47.289 WARN  cxl::ConnectWorker::operator (): GracefulClose(1226)' because of 'channel is closed'",
);

export const NT4 = lines(
  '061::13-14:43:53.703 Physical Disk <Disks Z: Y: X:>: SCSI, error reserving disk, error 1.',
  '0e6::13-14:44:03.812 [FM] FmGetQuorumResource failed, error 1.',
);

export const W2K = lines(
  '390.198::1999/06/09-18:00:46.615 [INIT] Attempting to form cluster LECHC',
  '390.cd8::1999/06/09-18:00:18.874 Cluster service started - Cluster Node Version 3.2051',
  '000001b4.00000cf8::1999/10/21-23:09:04.905 [NM] Communication was lost with interface aa9e3e76-0dd3-4229-9ba0-a5b5473b068e (node: LECH1, network: clients(1))',
  '.',
  '000001b4.00000cf8::1999/10/21-23:09:04.905 ERR  IP Address <Cluster IP>: WorkerThread: cannot be brought online.',
);

export const BARE = lines(
  "ERR   [RHS] RhsCall::DeadlockMonitor: Call LOOKSALIVE timed out by 16 milliseconds for resource 'Share Witness'.",
  "WARN  [RCM] rcm::RcmResource::HandleMonitorReply: Resource 'Share Witness' has crashed or deadlocked; marking it to run in a separate monitor.",
  'and a line that the page wrapped',
  'INFO  rcm::RcmMonitor::RestartResources[RCM] rcm::RcmMonitor::RestartResources: Monitor restart for resource ag1_10.0.4.12',
);

export const MASKED = lines(
  '000040d0.0000398c::*<DateTime>* WARN [RES] Physical Disk <G:\\>: OnlineThread: Failed to get volume guid. Error 3',
  "[Verbose] 000027e8.0000149c:: YYYY/MM/DD -12:03:44.891 ERR [RES] Physical Disk <D1>: Failing online due to virtual disk in 'no redundancy' state.",
  '[Verbose] 000027e8.0000149c::YYYY/MM/DD-12:03:44.891 INFO [RES] Physical Disk <D1>: OnlineThread: SuGetSpace returned 0.',
);

/** A viewer's line numbers, ids of seven digits, entries run together, a month that does not exist, a missing prefix. */
export const ODDITIES = lines(
  '360329 [Operational] 000015f4.00002600::2024/07/07-12:16:59.868 INFO  The cluster service has been stopped and set as disabled as part of cluster node cleanup.',
  '...',
  '00000e58.0000180::2009/10/17-19:20:41.265 INFO  [CS] cluster service logging level is 3',
  '00002438.00004760::2023/01/04-15:36:54.762 WARN [RES] SQL Server Availability Group: [hadrag] 1/4/2023 15:35:57.0, 98.068572 00002438.00004760::2023/01/04-15:36:54.763 WARN [RES] SQL Server Availability Group: [hadrag] Lease timeout detected, logging perf counter data collected so far 00002438.00004760::2023/01/04-15:36:54.764 ERR [RES] SQL Server Availability Group <AG>: [hadrag] Resource Alive result 0.',
  '00002438.00004760::2023/13/04-15:36:54.762 INFO  [RCM] month thirteen',
  '00002438.00004760::2023/01/04-25:61:00.000 INFO  [RCM] hour twenty-five',
  '2024/07/07-12:17:00.000 ERR   [RCM] an excerpt without ids',
);

export const SAMPLES: readonly FormatSample[] = [
  { name: 'disk deadlock', text: DISK_DEADLOCK },
  { name: 'sections of 2016 and later', text: SECTIONS },
  { name: 'struct over several entries', text: ROUTE_STRUCT },
  { name: 'time only', text: TIME_ONLY },
  { name: 'NT4', text: NT4 },
  { name: 'Windows 2000', text: W2K },
  { name: 'no stamps', text: BARE },
  { name: 'masked stamps', text: MASKED },
  { name: 'oddities', text: ODDITIES },
];
