/**
 * Bugcheck and live-dump codes. Facts from Microsoft's driver documentation (windows-driver-docs,
 * `debugger/bug-check-*.md`, CC BY 4.0), in our own words.
 */

/** `livedump`: a report written while the machine went on running; never a stop. */
export type BugcheckKind = 'bugcheck' | 'livedump';

/** `[code, name, kind, meaning, parameters 1 to 4, note]`; an empty parameter means undocumented. */
export type BugcheckRow = readonly [
  code: number,
  name: string,
  kind: BugcheckKind,
  meaning: string,
  parameters: readonly [string, string, string, string],
  note: string,
];

// biome-ignore format: a table
export const BUGCHECK_ROWS: readonly BugcheckRow[] = [
  [0xA, 'IRQL_NOT_LESS_OR_EQUAL', 'bugcheck', 'Kernel code touched paged or invalid memory at too high an IRQL', ['Address that was accessed', 'IRQL at the time', 'Access type bit field: bit 0 write, bit 3 execute', 'Address of the instruction'], ''],
  [0x18, 'REFERENCE_BY_POINTER', 'bugcheck', 'An object reference count became illegal', ['Object type', 'Object address', 'Reserved', 'Reserved'], ''],
  [0x19, 'BAD_POOL_HEADER', 'bugcheck', 'A pool block header is corrupt', ['Violation type', 'Depends on parameter 1', 'Depends on parameter 1', 'Depends on parameter 1'], ''],
  [0x1A, 'MEMORY_MANAGEMENT', 'bugcheck', 'The memory manager found a severe inconsistency', ['Sub-code naming the violation (e.g. 0x31, 0x3F, 0x403, 0x404, 0x411, 0x1010, 0x1233, 0x41201, 0x41284, 0x41287, 0x41790, 0x41792, 0x61941)', 'Depends on parameter 1', 'Depends on parameter 1', 'Depends on parameter 1'], '0x403, 0x411 and 0x41792 with one differing bit point to hardware'],
  [0x1E, 'KMODE_EXCEPTION_NOT_HANDLED', 'bugcheck', 'Kernel code raised an exception nobody handled', ['Exception code', 'Address of the exception', 'Exception parameter 0', 'Exception parameter 1'], ''],
  [0x20, 'KERNEL_APC_PENDING_DURING_EXIT', 'bugcheck', 'A thread ended with asynchronous procedure calls still pending or disabled', ['Address of the pending APC', 'APC disable count of the thread', 'Current IRQL', 'Reserved'], ''],
  [0x24, 'NTFS_FILE_SYSTEM', 'bugcheck', 'NTFS driver fault', ['Source file (high 16 bits) and line (low 16 bits)', 'Exception record, if the NTFS filter is on the stack', 'Context record, likewise', 'Reserved'], ''],
  [0x2E, 'DATA_BUS_ERROR', 'bugcheck', 'Uncorrectable memory parity error on the bus', ['Virtual address', 'Physical address', 'Processor status register', 'Faulting instruction register'], ''],
  [0x34, 'CACHE_MANAGER', 'bugcheck', 'Cache manager fault', ['Source file and line', 'Reserved', 'Reserved', 'Reserved'], ''],
  [0x39, 'SYSTEM_EXIT_OWNED_MUTEX', 'bugcheck', 'A worker routine returned while still holding a mutex', ['Worker routine', 'Its parameter', 'Work item', 'Reserved'], ''],
  [0x3B, 'SYSTEM_SERVICE_EXCEPTION', 'bugcheck', 'An exception happened in a system call while moving to privileged code', ['Exception code', 'Instruction address', 'Context record address', '0'], ''],
  [0x44, 'MULTIPLE_IRP_COMPLETE_REQUESTS', 'bugcheck', 'A driver completed a request packet twice', ['IRP address', 'Reserved', 'Reserved', 'Reserved'], ''],
  [0x4E, 'PFN_LIST_CORRUPT', 'bugcheck', 'The page-frame database is corrupt', ['Violation type', 'Depends on parameter 1', 'Depends on parameter 1', 'Depends on parameter 1'], ''],
  [0x50, 'PAGE_FAULT_IN_NONPAGED_AREA', 'bugcheck', 'Kernel code used an invalid system address', ['Address', 'Access: 0 read, 2 write, 10 execute on current x64; 0/1/8 on Arm; 0/1 on old systems', 'Instruction address if known', 'Kind of page fault'], 'On current x64 parameter 2 = 2 means write; old tools print 1 = write'],
  [0x51, 'REGISTRY_ERROR', 'bugcheck', 'Registry hive error', ['Reserved', 'Reserved', 'Hive pointer if known', 'Return code of the hive check if corrupt'], ''],
  [0x5A, 'CRITICAL_SERVICE_FAILED', 'bugcheck', 'A critical service failed to start', ['Not documented', 'Not documented', 'Not documented', 'Not documented'], ''],
  [0x77, 'KERNEL_STACK_INPAGE_ERROR', 'bugcheck', 'A kernel-stack page could not be read back', ['0-2: how the page was obtained; otherwise an I/O status code', 'Depends on parameter 1', '0 or block number', 'Address'], ''],
  [0x7A, 'KERNEL_DATA_INPAGE_ERROR', 'bugcheck', 'Kernel data could not be read back from the page file (often a storage failure)', ['Lock type, or address of a PTE', 'Error status (I/O status code)', 'Process, or PTE contents', 'Virtual address'], 'Important for clusters: lost path to a boot LUN'],
  [0x7B, 'INACCESSIBLE_BOOT_DEVICE', 'bugcheck', 'The boot volume could not be reached during start', ['Address of a device object or of a UNICODE_STRING naming the device', 'Documented as 0; in practice often an NTSTATUS (not verified here)', '0', '0'], ''],
  [0x7E, 'SYSTEM_THREAD_EXCEPTION_NOT_HANDLED', 'bugcheck', 'A system thread raised an exception nobody handled', ['Exception code', 'Address of the exception', 'Exception record', 'Context record'], ''],
  [0x7F, 'UNEXPECTED_KERNEL_MODE_TRAP', 'bugcheck', 'The processor raised a trap the kernel cannot catch (8 = double fault)', ['Trap number', 'Depends on the trap', 'Depends on the trap', 'Depends on the trap'], ''],
  [0x80, 'NMI_HARDWARE_FAILURE', 'bugcheck', 'A non-maskable interrupt reported a hardware failure; also what an NMI-button (iLO, iDRAC, IPMI) dump shows', ['The documentation gives none; 0x4F4454 (ASCII ODT) is often seen and is undocumented', 'Not documented', 'Not documented', 'Not documented'], 'On servers first ask whether someone pressed the NMI button; see the BMC log'],
  [0x8E, 'KERNEL_MODE_EXCEPTION_NOT_HANDLED', 'bugcheck', 'Kernel exception not handled (32-bit)', ['Exception code', 'Address', 'Trap frame', 'Reserved'], ''],
  [0x9C, 'MACHINE_CHECK_EXCEPTION', 'bugcheck', 'Machine check (old form, superseded by 0x124)', ['Bank or P5 register', 'Address of the MCA exception structure', 'High 32 bits of the status', 'Low 32 bits of the status'], ''],
  [0x9E, 'USER_MODE_HEALTH_MONITOR', 'bugcheck', 'A critical user-mode component of the failover cluster (RHS or the cluster service) failed its health check and the netft driver stopped the node on purpose so that roles fail over', ['Address of the process object that failed the health check', 'Health-monitoring timeout in seconds', 'Who armed the watchdog', 'Reserved'], ''],
  [0x9F, 'DRIVER_POWER_STATE_FAILURE', 'bugcheck', 'A driver is stuck in, or out of step with, a power transition', ['Type: 1, 2, 3, 4, 5 ... (3 = a device object blocked an IRP too long, 4 = timed out waiting to synchronise with PnP)', 'Depends on parameter 1', 'Depends on parameter 1', 'Depends on parameter 1'], ''],
  [0xA0, 'INTERNAL_POWER_ERROR', 'bugcheck', 'Power policy manager fault', ['Type', 'Depends on parameter 1', 'Depends on parameter 1', 'Depends on parameter 1'], ''],
  [0xBE, 'ATTEMPTED_WRITE_TO_READONLY_MEMORY', 'bugcheck', 'A driver wrote to read-only memory', ['Virtual address', 'PTE contents', 'Reserved', 'Reserved'], ''],
  [0xC1, 'SPECIAL_POOL_DETECTED_MEMORY_CORRUPTION', 'bugcheck', 'A write outside a special-pool block was found', ['Address the driver tried to free', 'Depends on parameter 1', 'Depends on parameter 1', 'Violation type'], ''],
  [0xC2, 'BAD_POOL_CALLER', 'bugcheck', 'A driver made a bad pool request', ['Violation type', 'Depends on parameter 1', 'Depends on parameter 1', 'Depends on parameter 1'], ''],
  [0xC4, 'DRIVER_VERIFIER_DETECTED_VIOLATION', 'bugcheck', 'Driver Verifier caught a driver breaking the rules', ['Violation sub-code (e.g. 0x62 = pool not freed at unload, 0x91 = stack switched, 0xF6 = user handle used as kernel, 0x2000+ = code-integrity rules)', 'Depends on parameter 1', 'Depends on parameter 1', 'Depends on parameter 1'], 'Only with verifier on: not a product crash by itself'],
  [0xC5, 'DRIVER_CORRUPTED_EXPOOL', 'bugcheck', 'Invalid memory touched at high IRQL because pool is corrupt', ['Address', 'IRQL', '0 read, 1 write (2 or 8 execute)', 'Instruction address'], ''],
  [0xC9, 'DRIVER_VERIFIER_IOMANAGER_VIOLATION', 'bugcheck', 'Driver Verifier I/O verification failed', ['Violation type', 'Depends on parameter 1', 'Depends on parameter 1', 'Depends on parameter 1'], ''],
  [0xCA, 'PNP_DETECTED_FATAL_ERROR', 'bugcheck', 'Plug and Play found a fatal driver error', ['Type', 'Depends on parameter 1', 'Depends on parameter 1', 'Depends on parameter 1'], ''],
  [0xCE, 'DRIVER_UNLOADED_WITHOUT_CANCELLING_PENDING_OPERATIONS', 'bugcheck', 'A driver unloaded without cancelling timers, work items or DPCs', ['Address', '0 read, 1 write (2 or 8 execute)', 'Instruction address', 'Reserved'], ''],
  [0xD1, 'DRIVER_IRQL_NOT_LESS_OR_EQUAL', 'bugcheck', 'A driver touched paged or invalid memory at too high an IRQL', ['Address', 'IRQL', '0 read, 1 write, 2 or 8 execute', 'Address of the code'], ''],
  [0xD5, 'DRIVER_PAGE_FAULT_IN_FREED_SPECIAL_POOL', 'bugcheck', 'A driver used freed special pool', ['Address', '0 read, 1 write (2 or 8 execute)', 'Instruction address', 'Reserved'], ''],
  [0xE1, 'WORKER_THREAD_RETURNED_AT_BAD_IRQL', 'bugcheck', 'A worker thread came back at raised IRQL', ['Worker routine', 'IRQL', 'Work item parameter', 'Work item'], ''],
  [0xE2, 'MANUALLY_INITIATED_CRASH', 'bugcheck', 'Somebody crashed the machine on purpose (keyboard sequence, debugger or tool)', ['None documented (0)', 'None documented (0)', 'None documented (0)', 'None documented (0)'], 'Deliberate: do not present it as a fault'],
  [0xE3, 'RESOURCE_NOT_OWNED', 'bugcheck', 'A thread released a resource it does not own', ['Resource address', 'Thread address', 'Owner table if any', 'Sub-type seen in dumps'], ''],
  [0xEA, 'THREAD_STUCK_IN_DEVICE_DRIVER', 'bugcheck', 'A display driver thread loops waiting for the hardware', ['Thread', 'Pointer to DEFERRED_WATCHDOG', 'Context', 'Count'], ''],
  [0xEF, 'CRITICAL_PROCESS_DIED', 'bugcheck', 'A critical system process ended (csrss, wininit, smss, services, some svchost)', ['Process object (or thread object)', '0 a process ended, 1 a thread ended', 'Documented as reserved; current debuggers print it as the process that did it', 'Reserved'], 'For clusters: clussvc and rhs are not critical processes in this sense; they lead to 0x9E'],
  [0xF4, 'CRITICAL_OBJECT_TERMINATION', 'bugcheck', 'A process or thread vital to the system ended (older form of 0xEF)', ['3 process, 6 thread', 'Object that ended', 'Process image file name', 'Pointer to an explanatory message'], ''],
  [0xF7, 'DRIVER_OVERRAN_STACK_BUFFER', 'bugcheck', 'A driver overran a stack buffer', ['Cookie found', 'Cookie expected', 'Complement of the expected cookie', '0'], ''],
  [0xFC, 'ATTEMPTED_EXECUTE_OF_NOEXECUTE_MEMORY', 'bugcheck', 'Execution of non-executable memory was tried', ['Address', 'PTE contents', 'Reserved', 'Reserved'], ''],
  [0xFE, 'BUGCODE_USB_DRIVER', 'bugcheck', 'USB driver error', ['Type (1-9)', 'Depends on parameter 1', 'Depends on parameter 1', 'Depends on parameter 1'], ''],
  [0x101, 'CLOCK_WATCHDOG_TIMEOUT', 'bugcheck', 'A processor stopped answering clock interrupts', ['Timeout in nominal clock ticks', '0', 'Address of the control block (PRCB) of the hung processor', 'Index of the hung processor'], 'On virtual machines often host CPU starvation'],
  [0x109, 'CRITICAL_STRUCTURE_CORRUPTION', 'bugcheck', 'Kernel code or critical data was modified (also bad memory or a debugger)', ['Reserved', 'Reserved', 'Reserved', 'Kind of region that is corrupt'], ''],
  [0x10D, 'WDF_VIOLATION', 'bugcheck', 'Framework driver (WDF) error', ['Type', 'See type', 'See type', 'Reserved'], ''],
  [0x113, 'VIDEO_DXGKRNL_FATAL_ERROR', 'bugcheck', 'DirectX graphics kernel found a violation', ['Sub-code', 'Not documented', 'Not documented', 'Not documented'], ''],
  [0x116, 'VIDEO_TDR_FAILURE', 'bugcheck', 'The display driver did not recover from a timeout', ['TDR recovery context, if any', 'Pointer into the driver', 'Error code of the last failed operation', 'Internal context data'], ''],
  [0x117, 'VIDEO_TDR_TIMEOUT_DETECTED', 'livedump', 'The display driver did not answer in time; recovered, live dump only in practice', ['TDR recovery context, if any', 'Pointer into the driver', 'Driver-specific bucketing key', 'Internal context data'], ''],
  [0x119, 'VIDEO_SCHEDULER_INTERNAL_ERROR', 'bugcheck', 'The graphics scheduler found a fatal violation', ['Violation type', 'Depends on parameter 1', 'Depends on parameter 1', 'Depends on parameter 1'], ''],
  [0x124, 'WHEA_UNCORRECTABLE_ERROR', 'bugcheck', 'Hardware reported an uncorrectable error through WHEA', ['Error source: 0 machine check, 1 corrected machine check, 2 corrected platform, 3 NMI, 4 PCI Express, 5 generic, 6 initialisation, 7 boot, 8 SCI generic, 9-B Itanium, C+ newer sources', 'Address of the WHEA_ERROR_RECORD', 'For source 0: high 32 bits of MCi_STATUS', 'For source 0: low 32 bits of MCi_STATUS'], ''],
  [0x12B, 'FAULTY_HARDWARE_CORRUPTED_PAGE', 'bugcheck', 'A single-bit or decompression error on a page: faulty hardware', ['Address or status', 'Depends on parameter 1', 'Depends on parameter 1', 'Depends on parameter 1'], ''],
  [0x133, 'DPC_WATCHDOG_VIOLATION', 'bugcheck', 'The DPC watchdog expired: too long in a DPC/ISR or at DISPATCH_LEVEL', ['0: one DPC or ISR ran too long; 1: cumulative time at DISPATCH_LEVEL or above', '0: DPC time in ticks; 1: watchdog period', '0: allotment in ticks; 1: triage block address', '0: triage block address; 1: reserved'], ''],
  [0x139, 'KERNEL_SECURITY_CHECK_FAILURE', 'bugcheck', 'The kernel found a critical structure corrupted (fail-fast)', ['Corruption type: 0 legacy stack cookie, 2 stack cookie, 3 LIST_ENTRY, 4 reserved, 5 invalid argument, 6 cookie not initialised, 8 array bounds, 0xA control-flow guard, 0xE reference count, 0x1D red-black tree and others', 'Trap frame', 'Exception record', 'Reserved'], ''],
  [0x13A, 'KERNEL_MODE_HEAP_CORRUPTION', 'bugcheck', 'The kernel heap manager found corruption', ['Type of corruption (3-0x12)', 'Heap address', 'Address of the corruption', 'Reserved'], ''],
  [0x13C, 'INVALID_IO_BOOST_STATE', 'bugcheck', 'A thread ended with an invalid I/O boost state', ['Thread', 'Boost state or throttle count', 'Reserved', 'Reserved'], ''],
  [0x141, 'VIDEO_ENGINE_TIMEOUT_DETECTED', 'livedump', 'A display engine did not answer in time; recovered (live dump)', ['TDR recovery context', 'Pointer into the driver', 'Bucketing key', 'Internal context data'], ''],
  [0x144, 'BUGCODE_USB3_DRIVER', 'bugcheck', 'USB 3 stack error', ['Type', 'Depends on parameter 1', 'Depends on parameter 1', 'Depends on parameter 1'], ''],
  [0x14F, 'PDC_WATCHDOG_TIMEOUT', 'bugcheck', 'The power dependency coordinator timed out', ['Client ID of the hung component', 'Client type', 'Depends on parameter 2', 'Triage structure'], ''],
  [0x153, 'KERNEL_LOCK_ENTRY_LEAKED_ON_THREAD_TERMINATION', 'bugcheck', 'A thread ended without freeing all its lock entries', ['Thread', 'Entry not freed', 'Status of the entry (1-4)', 'Reserved'], ''],
  [0x154, 'UNEXPECTED_STORE_EXCEPTION', 'bugcheck', 'The memory-compression store raised an unexpected exception (often storage)', ['Store context', 'Exception information', 'Reserved', 'Reserved'], ''],
  [0x15F, 'CONNECTED_STANDBY_WATCHDOG_TIMEOUT_LIVEDUMP', 'livedump', 'Live dump: the machine stayed too long out of deep idle in connected standby', ['Sub-code: 1 DRIPS timeout, 2 device constraint, 3 pre-veto, 4 deep sleep, 5 deep-sleep power setting', 'Depends on parameter 1 (metrics or device)', 'Depends on parameter 1 (milliseconds or component)', 'Reserved or callback'], 'Not a crash; irrelevant on servers, never place it as a bugcheck marker'],
  [0x161, 'LIVE_SYSTEM_DUMP', 'livedump', 'Live system dump made by Task Manager', ['0x5461736B6D6772 = text Taskmgr', 'Reserved', 'Reserved', 'Reserved'], ''],
  [0x162, 'KERNEL_AUTO_BOOST_INVALID_LOCK_RELEASE', 'bugcheck', 'A lock with auto-boost was released by a thread that does not hold it', ['Thread', 'Lock', 'Session ID', 'Reserved'], ''],
  [0x164, 'WIN32K_CRITICAL_FAILURE', 'bugcheck', 'Win32k found a critical failure', ['Failure type', 'Depends on parameter 1', 'Depends on parameter 1', 'Depends on parameter 1'], ''],
  [0x165, 'CLUSTER_CSV_STATUS_IO_TIMEOUT_LIVEDUMP', 'livedump', 'Live dump: Cluster Shared Volume I/O timed out (event 5120 with STATUS_IO_TIMEOUT)', ['Cluster service PID if known', 'Cluster node id that saw the timeout', 'Reserved', 'Reserved'], ''],
  [0x166, 'CLUSTER_RESOURCE_CALL_TIMEOUT_LIVEDUMP', 'livedump', 'Live dump: a cluster resource call (Open, Online, IsAlive ...) took longer than its timeout', ['PID of the resource host (RHS)', 'Thread id that makes the call', 'Call type: 1 open, 2 close, 3 online, 4 offline, 5 terminate, 6 arbitrate, 7 release, 8 resource control, 9 resource type control, 10 looks alive, 11 is alive, 12 failure notification, 13 shutdown process, 14 cancel', 'Control code when parameter 3 is 8 or 9'], 'The closest kernel evidence of the resource deadlock that may end in 0x9E'],
  [0x167, 'CLUSTER_CSV_SNAPSHOT_DEVICE_INFO_TIMEOUT_LIVEDUMP', 'livedump', 'Live dump: Querying a CSV snapshot device took too long', ['Cluster service PID', 'Thread id of the query', '1 while the volume was active, 2 after it was taken down', 'Reserved'], ''],
  [0x168, 'CLUSTER_CSV_STATE_TRANSITION_TIMEOUT_LIVEDUMP', 'livedump', 'Live dump: A CSV state change took too long', ['Cluster service PID', 'Target state: 0 init, 1 paused, 2 draining, 3 set-down-level, 4 active', 'Reserved', 'Reserved'], ''],
  [0x169, 'CLUSTER_CSV_VOLUME_ARRIVAL_LIVEDUMP', 'livedump', 'Live dump: CSV arrival handling failed', ['Cluster service PID', 'Reserved', 'Reserved', 'Reserved'], ''],
  [0x16A, 'CLUSTER_CSV_VOLUME_REMOVAL_LIVEDUMP', 'livedump', 'Live dump: CSV removal handling failed', ['Cluster service PID', 'Reserved', 'Reserved', 'Reserved'], ''],
  [0x16B, 'CLUSTER_CSV_CLUSTER_WATCHDOG_LIVEDUMP', 'livedump', 'Live dump: A thread of the cluster service makes no progress', ['Cluster service PID', 'Stuck thread id', 'Reserved', 'Reserved'], ''],
  [0x16F, 'CLUSTER_CSV_STATE_TRANSITION_INTERVAL_TIMEOUT_LIVEDUMP', 'livedump', 'Live dump: The interval between CSV state changes was too long', ['Cluster service PID', 'Target state as for 0x168', 'Reserved', 'Reserved'], ''],
  [0x179, 'CLUSTER_CLUSPORT_STATUS_IO_TIMEOUT_LIVEDUMP', 'livedump', 'Live dump: I/O through the cluster port driver timed out (Storage Spaces Direct)', ['IRP that timed out', 'Reserved', 'Reserved', 'Reserved'], ''],
  [0x17E, 'MICROCODE_REVISION_MISMATCH', 'bugcheck', 'Processors run different microcode revisions', ['CPUID signature', 'Expected revision', 'Actual revision', 'Processor index'], ''],
  [0x188, 'CLUSTER_CSVFS_LIVEDUMP', 'livedump', 'Live dump: CSV file system cache purge or flush failed', ['Reason 1-4', 'Address of the SCB', 'Reserved', 'Reserved'], ''],
  [0x18B, 'SECURE_KERNEL_ERROR', 'bugcheck', 'The secure kernel failed', ['Reserved', 'Reserved', 'Reserved', 'Reserved'], ''],
  [0x192, 'KERNEL_AUTO_BOOST_LOCK_ACQUISITION_WITH_RAISED_IRQL', 'bugcheck', 'An auto-boost lock was taken at raised IRQL', ['Thread', 'Lock', 'IRQL', 'Reserved'], ''],
  [0x193, 'VIDEO_DXGKRNL_LIVEDUMP', 'livedump', 'Live dump of the graphics kernel', ['Reason code', 'Reserved', 'Reserved', 'Reserved'], ''],
  [0x195, 'SMB_SERVER_LIVEDUMP', 'livedump', 'Live dump: SMB server I/O did not complete in time', ['1', 'Work item address', 'Reserved', 'Reserved'], ''],
  [0x19C, 'WIN32K_POWER_WATCHDOG_TIMEOUT', 'bugcheck', 'Win32k did not finish a power state change in time', ['Failure type (0x10, 0x20, 0x30, 0x40, 0x50 ...)', 'Depends on parameter 1', 'Depends on parameter 1', 'Depends on parameter 1'], ''],
  [0x19D, 'CLUSTER_SVHDX_LIVEDUMP', 'livedump', 'Live dump: Shared virtual disk mount failed', ['Reason code', 'Virtual disk context', 'File object', 'NTSTATUS'], ''],
  [0x1AA, 'EXCEPTION_ON_INVALID_STACK', 'bugcheck', 'An exception happened on a stack that is not valid', ['Current stack pointer', 'Stack limit type 0-0xE', 'Context record', 'Exception record'], ''],
  [0x1C8, 'MANUALLY_INITIATED_POWER_BUTTON_HOLD', 'bugcheck', 'The power button was held until the machine gave up', ['Milliseconds the button was held', 'Triage block pointer', 'Reserved', 'Reserved'], 'Deliberate'],
  [0x1C9, 'USER_MODE_HEALTH_MONITOR_LIVEDUMP', 'livedump', 'Live dump (no crash): a cluster user-mode component failed its health check; the node tries to end the process and bugchecks with 0x9E only if that fails', ['Process that failed the health check', 'Timeout in seconds', 'Who armed the watchdog', 'Reserved'], ''],
  [0x1CA, 'SYNTHETIC_WATCHDOG_TIMEOUT', 'bugcheck', 'The synthetic (hypervisor) watchdog was not reset in time', ['Time since reset', 'Current interrupt time', 'QPC time stamp', 'Clock processor index'], ''],
  [0x1CC, 'EXRESOURCE_TIMEOUT_LIVEDUMP', 'livedump', 'Live dump: an executive resource waited too long', ['ERESOURCE', 'Thread that noticed', 'Contention count', 'Timeout in seconds'], ''],
  [0x1CF, 'HARDWARE_WATCHDOG_TIMEOUT', 'bugcheck', 'The hardware watchdog was not reset in time', ['Time since reset', 'Current interrupt time', 'QPC time stamp', 'Clock processor index'], ''],
  [0x20001, 'HYPERVISOR_ERROR', 'bugcheck', 'The hypervisor met a fatal error', ['Documented as reserved', 'Documented as reserved', 'Documented as reserved', 'Documented as reserved'], 'Parameter 1 is an internal hypervisor code in practice (undocumented)'],
  [0x1000007E, 'SYSTEM_THREAD_EXCEPTION_NOT_HANDLED_M', 'bugcheck', 'Same as 0x7E as written in minidumps (the M form)', ['Exception code', 'Address of the exception', 'Exception record', 'Context record'], 'Codes with 0x10000000 set are the minidump form: clear that bit and look the code up again'],
  [0xC000021A, 'WINLOGON_FATAL_ERROR', 'bugcheck', 'A critical user-mode subsystem (winlogon or csrss) ended', ['String naming the problem', 'Error code', 'Reserved', 'Reserved'], ''],
  [0xDEADDEAD, 'MANUALLY_INITIATED_CRASH1', 'bugcheck', 'Someone crashed the machine on purpose', ['Reserved', 'Reserved', 'Reserved', 'Reserved'], ''],
];

/** Parameter 3 of 0x9E: who armed the watchdog. `[value, symbol, meaning]` */
// biome-ignore format: a table
export const WATCHDOG_SOURCES: readonly (readonly [number, string, string])[] = [
  [0x0, 'WatchdogSourceDefault', 'No source was given when the watchdog was armed'],
  [0x1, 'WatchdogSourceRhsCleanup', 'RHS is leaving on a graceful exit and the watchdog waits for the process to disappear'],
  [0x2, 'WatchdogSourceRhsResourceDeadlockBugcheckNow', 'RHS was told to bugcheck the node at once because a resource deadlocked'],
  [0x3, 'WatchdogSourceRhsExceptionFromResource', 'A resource DLL let an exception escape an entry point; RHS terminates and the watchdog waits for it'],
  [0x4, 'WatchdogSourceRhsUnhandledException', 'Unhandled exception inside RHS itself; RHS terminates and the watchdog waits for it'],
  [0x5, 'WatchdogSourceRhsResourceDeadlock', 'RHS terminates because a resource call deadlocked; the watchdog waits for the process to disappear'],
  [0x6, 'WatchdogSourceRhsResourceTypeDeadlock', 'As 0x5, for a resource-type call'],
  [0x7, 'WatchdogSourceClussvcUnhandledException', 'Unhandled exception in the cluster service; it terminates and the watchdog waits for it'],
  [0x8, 'WatchdogSourceClussvcBugcheckMessageRecieved', 'Another cluster node sent a message asking this node to bugcheck (the documented spelling is Recieved)'],
  [0x9, 'WatchdogSourceClussvcWatchdogBugcheck', 'A user-mode watchdog of the cluster service expired and asked netft to bugcheck the node'],
  [0xA, 'WatchdogSourceClussvcIsAlive', 'The cluster service stopped sending its heartbeat to netft (sent every 500 ms; at least one a second is expected by default): it gets no CPU'],
  [0x65, 'WatchdogSourceRhsResourceDeadlockPhysicalDisk', 'Sub-case of 0x5 (RHS resource deadlock) for the PhysicalDisk resource type'],
  [0x66, 'WatchdogSourceRhsResourceDeadlockStoragePool', 'Sub-case of 0x5 (RHS resource deadlock) for the StoragePool resource type'],
  [0x67, 'WatchdogSourceRhsResourceDeadlockFileServer', 'Sub-case of 0x5 (RHS resource deadlock) for the FileServer resource type'],
  [0x68, 'WatchdogSourceRhsResourceDeadlockSODAFileServer', 'Sub-case of 0x5 (RHS resource deadlock) for the SODAFileServer resource type'],
  [0x69, 'WatchdogSourceRhsResourceDeadlockStorageReplica', 'Sub-case of 0x5 (RHS resource deadlock) for the StorageReplica resource type'],
  [0x6A, 'WatchdogSourceRhsResourceDeadlockStorageQOS', 'Sub-case of 0x5 (RHS resource deadlock) for the StorageQOS resource type'],
  [0x6B, 'WatchdogSourceRhsResourceDeadlockStorageNFSV2', 'Sub-case of 0x5 (RHS resource deadlock) for the StorageNFSV2 resource type'],
  [0xC9, 'WatchdogSourceRhsResourceTypeDeadlockPhysicalDisk', 'Sub-case of 0x6 (RHS resource-type deadlock) for the PhysicalDisk resource type'],
  [0xCA, 'WatchdogSourceRhsResourceTypeDeadlockStoragePool', 'Sub-case of 0x6 (RHS resource-type deadlock) for the StoragePool resource type'],
  [0xCB, 'WatchdogSourceRhsResourceTypeDeadlockFileServer', 'Sub-case of 0x6 (RHS resource-type deadlock) for the FileServer resource type'],
  [0xCC, 'WatchdogSourceRhsResourceTypeDeadlockSODAFileServer', 'Sub-case of 0x6 (RHS resource-type deadlock) for the SODAFileServer resource type'],
  [0xCD, 'WatchdogSourceRhsResourceTypeDeadlockStorageReplica', 'Sub-case of 0x6 (RHS resource-type deadlock) for the StorageReplica resource type'],
  [0xCE, 'WatchdogSourceRhsResourceTypeDeadlockStorageQOS', 'Sub-case of 0x6 (RHS resource-type deadlock) for the StorageQOS resource type'],
  [0xCF, 'WatchdogSourceRhsResourceTypeDeadlockStorageNFSV2', 'Sub-case of 0x6 (RHS resource-type deadlock) for the StorageNFSV2 resource type'],
];

/** Codes of which only the name is kept: `code name`, in hexadecimal, ascending. */
export const BUGCHECK_NAMES = `
1 APC_INDEX_MISMATCH
2 DEVICE_QUEUE_NOT_BUSY
3 INVALID_AFFINITY_SET
4 INVALID_DATA_ACCESS_TRAP
5 INVALID_PROCESS_ATTACH_ATTEMPT
6 INVALID_PROCESS_DETACH_ATTEMPT
7 INVALID_SOFTWARE_INTERRUPT
8 IRQL_NOT_DISPATCH_LEVEL
9 IRQL_NOT_GREATER_OR_EQUAL
B NO_EXCEPTION_HANDLING_SUPPORT
C MAXIMUM_WAIT_OBJECTS_EXCEEDED
D MUTEX_LEVEL_NUMBER_VIOLATION
E NO_USER_MODE_CONTEXT
F SPIN_LOCK_ALREADY_OWNED
10 SPIN_LOCK_NOT_OWNED
11 THREAD_NOT_MUTEX_OWNER
12 TRAP_CAUSE_UNKNOWN
13 EMPTY_THREAD_REAPER_LIST
14 CREATE_DELETE_LOCK_NOT_LOCKED
15 LAST_CHANCE_CALLED_FROM_KMODE
16 CID_HANDLE_CREATION
17 CID_HANDLE_DELETION
1B PFN_SHARE_COUNT
1C PFN_REFERENCE_COUNT
1D NO_SPIN_LOCK_AVAILABLE
1F SHARED_RESOURCE_CONV_ERROR
21 QUOTA_UNDERFLOW
22 FILE_SYSTEM
23 FAT_FILE_SYSTEM
25 NPFS_FILE_SYSTEM
26 CDFS_FILE_SYSTEM
27 RDR_FILE_SYSTEM
28 CORRUPT_ACCESS_TOKEN
29 SECURITY_SYSTEM
2A INCONSISTENT_IRP
2B PANIC_STACK_SWITCH
2C PORT_DRIVER_INTERNAL
2D SCSI_DISK_DRIVER_INTERNAL
2F INSTRUCTION_BUS_ERROR
30 SET_OF_INVALID_CONTEXT
31 PHASE0_INITIALIZATION_FAILED
32 PHASE1_INITIALIZATION_FAILED
33 UNEXPECTED_INITIALIZATION_CALL
35 NO_MORE_IRP_STACK_LOCATIONS
36 DEVICE_REFERENCE_COUNT_NOT_ZERO
37 FLOPPY_INTERNAL_ERROR
38 SERIAL_DRIVER_INTERNAL
3A SYSTEM_UNWIND_PREVIOUS_USER
3C INTERRUPT_UNWIND_ATTEMPTED
3D INTERRUPT_EXCEPTION_NOT_HANDLED
3E MULTIPROCESSOR_CONFIGURATION_NOT_SUPPORTED
3F NO_MORE_SYSTEM_PTES
40 TARGET_MDL_TOO_SMALL
41 MUST_SUCCEED_POOL_EMPTY
42 ATDISK_DRIVER_INTERNAL
43 NO_SUCH_PARTITION
45 INSUFFICIENT_SYSTEM_MAP_REGS
46 DEREF_UNKNOWN_LOGON_SESSION
47 REF_UNKNOWN_LOGON_SESSION
48 CANCEL_STATE_IN_COMPLETED_IRP
49 PAGE_FAULT_WITH_INTERRUPTS_OFF
4A IRQL_GT_ZERO_AT_SYSTEM_SERVICE
4B STREAMS_INTERNAL_ERROR
4C FATAL_UNHANDLED_HARD_ERROR
4D NO_PAGES_AVAILABLE
4F NDIS_INTERNAL_ERROR
52 MAILSLOT_FILE_SYSTEM
53 NO_BOOT_DEVICE
54 LM_SERVER_INTERNAL_ERROR
55 DATA_COHERENCY_EXCEPTION
56 INSTRUCTION_COHERENCY_EXCEPTION
57 XNS_INTERNAL_ERROR
58 FTDISK_INTERNAL_ERROR
59 PINBALL_FILE_SYSTEM
5B SET_ENV_VAR_FAILED
5C HAL_INITIALIZATION_FAILED
5D UNSUPPORTED_PROCESSOR
5E OBJECT_INITIALIZATION_FAILED
5F SECURITY_INITIALIZATION_FAILED
60 PROCESS_INITIALIZATION_FAILED
61 HAL1_INITIALIZATION_FAILED
62 OBJECT1_INITIALIZATION_FAILED
63 SECURITY1_INITIALIZATION_FAILED
64 SYMBOLIC_INITIALIZATION_FAILED
65 MEMORY1_INITIALIZATION_FAILED
66 CACHE_INITIALIZATION_FAILED
67 CONFIG_INITIALIZATION_FAILED
68 FILE_INITIALIZATION_FAILED
69 IO1_INITIALIZATION_FAILED
6A LPC_INITIALIZATION_FAILED
6B PROCESS1_INITIALIZATION_FAILED
6C REFMON_INITIALIZATION_FAILED
6D SESSION1_INITIALIZATION_FAILED
6E SESSION2_INITIALIZATION_FAILED
6F SESSION3_INITIALIZATION_FAILED
70 SESSION4_INITIALIZATION_FAILED
71 SESSION5_INITIALIZATION_FAILED
72 ASSIGN_DRIVE_LETTERS_FAILED
73 CONFIG_LIST_FAILED
74 BAD_SYSTEM_CONFIG_INFO
75 CANNOT_WRITE_CONFIGURATION
76 PROCESS_HAS_LOCKED_PAGES
78 PHASE0_EXCEPTION
79 MISMATCHED_HAL
7C BUGCODE_NDIS_DRIVER
7D INSTALL_MORE_MEMORY
81 SPIN_LOCK_INIT_FAILURE
82 DFS_FILE_SYSTEM
85 SETUP_FAILURE
8B MBR_CHECKSUM_MISMATCH
8F PP0_INITIALIZATION_FAILED
90 PP1_INITIALIZATION_FAILED
92 UP_DRIVER_ON_MP_SYSTEM
93 INVALID_KERNEL_HANDLE
94 KERNEL_STACK_LOCKED_AT_EXIT
96 INVALID_WORK_QUEUE_ITEM
97 BOUND_IMAGE_UNSUPPORTED
98 END_OF_NT_EVALUATION_PERIOD
99 INVALID_REGION_OR_SEGMENT
9A SYSTEM_LICENSE_VIOLATION
9B UDFS_FILE_SYSTEM
A1 PCI_BUS_DRIVER_INTERNAL
A2 MEMORY_IMAGE_CORRUPT
A3 ACPI_DRIVER_INTERNAL
A4 CNSS_FILE_SYSTEM_FILTER
A5 ACPI_BIOS_ERROR
A7 BAD_EXHANDLE
AB SESSION_HAS_VALID_POOL_ON_EXIT
AC HAL_MEMORY_ALLOCATION
AD VIDEO_DRIVER_DEBUG_REPORT_REQUEST
B1 BGI_DETECTED_VIOLATION
B4 VIDEO_DRIVER_INIT_FAILURE
B8 ATTEMPTED_SWITCH_FROM_DPC
B9 CHIPSET_DETECTED_ERROR
BA SESSION_HAS_VALID_VIEWS_ON_EXIT
BB NETWORK_BOOT_INITIALIZATION_FAILED
BC NETWORK_BOOT_DUPLICATE_ADDRESS
BD INVALID_HIBERNATED_STATE
BF MUTEX_ALREADY_OWNED
C6 DRIVER_CAUGHT_MODIFYING_FREED_POOL
C7 TIMER_OR_DPC_INVALID
C8 IRQL_UNEXPECTED_VALUE
CB DRIVER_LEFT_LOCKED_PAGES_IN_PROCESS
CC PAGE_FAULT_IN_FREED_SPECIAL_POOL
CD PAGE_FAULT_BEYOND_END_OF_ALLOCATION
CF TERMINAL_SERVER_DRIVER_MADE_INCORRECT_MEMORY_REFERENCE
D0 DRIVER_CORRUPTED_MMPOOL
D2 BUGCODE_ID_DRIVER
D3 DRIVER_PORTION_MUST_BE_NONPAGED
D4 SYSTEM_SCAN_AT_RAISED_IRQL_CAUGHT_IMPROPER_DRIVER_UNLOAD
D6 DRIVER_PAGE_FAULT_BEYOND_END_OF_ALLOCATION
D7 DRIVER_UNMAPPING_INVALID_VIEW
D8 DRIVER_USED_EXCESSIVE_PTES
D9 LOCKED_PAGES_TRACKER_CORRUPTION
DA SYSTEM_PTE_MISUSE
DB DRIVER_CORRUPTED_SYSPTES
DC DRIVER_INVALID_STACK_ACCESS
DE POOL_CORRUPTION_IN_FILE_AREA
DF IMPERSONATING_WORKER_THREAD
E0 ACPI_BIOS_FATAL_ERROR
E4 WORKER_INVALID
E6 DRIVER_VERIFIER_DMA_VIOLATION
E7 INVALID_FLOATING_POINT_STATE
E8 INVALID_CANCEL_OF_FILE_OPEN
E9 ACTIVE_EX_WORKER_THREAD_TERMINATION
EB DIRTY_MAPPED_PAGES_CONGESTION
EC SESSION_HAS_VALID_SPECIAL_POOL_ON_EXIT
ED UNMOUNTABLE_BOOT_VOLUME
F0 STORAGE_MINIPORT_ERROR
F1 SCSI_VERIFIER_DETECTED_VIOLATION
F2 HARDWARE_INTERRUPT_STORM
F3 DISORDERLY_SHUTDOWN
F5 FLTMGR_FILE_SYSTEM
F6 PCI_VERIFIER_DETECTED_VIOLATION
F8 RAMDISK_BOOT_INITIALIZATION_FAILED
F9 DRIVER_RETURNED_STATUS_REPARSE_FOR_VOLUME_OPEN
FA HTTP_DRIVER_CORRUPTED
FD DIRTY_NOWRITE_PAGES_CONGESTION
FF RESERVE_QUEUE_OVERFLOW
100 LOADER_BLOCK_MISMATCH
102 DPC_WATCHDOG_TIMEOUT
103 MUP_FILE_SYSTEM
104 AGP_INVALID_ACCESS
105 AGP_GART_CORRUPTION
106 AGP_ILLEGALLY_REPROGRAMMED
108 THIRD_PARTY_FILE_SYSTEM_FAILURE
10A APP_TAGGING_INITIALIZATION_FAILED
10C FSRTL_EXTRA_CREATE_PARAMETER_VIOLATION
10E VIDEO_MEMORY_MANAGEMENT_INTERNAL
10F RESOURCE_MANAGER_EXCEPTION_NOT_HANDLED
111 RECURSIVE_NMI
112 MSRPC_STATE_VIOLATION
114 VIDEO_SHADOW_DRIVER_FATAL_ERROR
115 AGP_INTERNAL
11A EM_INITIALIZATION_FAILURE
11B DRIVER_RETURNED_HOLDING_CANCEL_LOCK
11C ATTEMPTED_WRITE_TO_CM_PROTECTED_STORAGE
11D EVENT_TRACING_FATAL_ERROR
11E TOO_MANY_RECURSIVE_FAULTS
11F INVALID_DRIVER_HANDLE
120 BITLOCKER_FATAL_ERROR
121 DRIVER_VIOLATION
122 WHEA_INTERNAL_ERROR
123 CRYPTO_SELF_TEST_FAILURE
125 NMR_INVALID_STATE
126 NETIO_INVALID_POOL_CALLER
127 PAGE_NOT_ZERO
128 WORKER_THREAD_RETURNED_WITH_BAD_IO_PRIORITY
129 WORKER_THREAD_RETURNED_WITH_BAD_PAGING_IO_PRIORITY
12A MUI_NO_VALID_SYSTEM_LANGUAGE
12C EXFAT_FILE_SYSTEM
12D VOLSNAP_OVERLAPPED_TABLE_ACCESS
12E INVALID_MDL_RANGE
12F VHD_BOOT_INITIALIZATION_FAILED
130 DYNAMIC_ADD_PROCESSOR_MISMATCH
131 INVALID_EXTENDED_PROCESSOR_STATE
132 RESOURCE_OWNER_POINTER_INVALID
134 DRIVE_EXTENDER
135 REGISTRY_FILTER_DRIVER_EXCEPTION
136 VHD_BOOT_HOST_VOLUME_NOT_ENOUGH_SPACE
137 WIN32K_HANDLE_MANAGER
138 GPIO_CONTROLLER_DRIVER_ERROR
13B PASSIVE_INTERRUPT_ERROR
13D CRITICAL_INITIALIZATION_FAILURE
140 STORAGE_DEVICE_ABNORMALITY_DETECTED
142 VIDEO_TDR_APPLICATION_BLOCKED
143 PROCESSOR_DRIVER_INTERNAL
145 SECURE_BOOT_VIOLATION
147 ABNORMAL_RESET_DETECTED
149 REFS_FILE_SYSTEM
14A KERNEL_WMI_INTERNAL
14B SOC_SUBSYSTEM_FAILURE
14C FATAL_ABNORMAL_RESET_ERROR
14D EXCEPTION_SCOPE_INVALID
14E SOC_CRITICAL_DEVICE_REMOVED
150 TCPIP_AOAC_NIC_ACTIVE_REFERENCE_LEAK
151 UNSUPPORTED_INSTRUCTION_MODE
152 INVALID_PUSH_LOCK_FLAGS
155 OS_DATA_TAMPERING
156 WINSOCK_DETECTED_HUNG_CLOSESOCKET_LIVEDUMP
157 KERNEL_THREAD_PRIORITY_FLOOR_VIOLATION
158 ILLEGAL_IOMMU_PAGE_FAULT
159 HAL_ILLEGAL_IOMMU_PAGE_FAULT
15A SDBUS_INTERNAL_ERROR
15B WORKER_THREAD_RETURNED_WITH_SYSTEM_PAGE_PRIORITY_ACTIVE
15C PDC_WATCHDOG_TIMEOUT_LIVEDUMP
15D SOC_SUBSYSTEM_FAILURE_LIVEDUMP
15E BUGCODE_NDIS_DRIVER_LIVE_DUMP
160 WIN32K_ATOMIC_CHECK_FAILURE
163 WORKER_THREAD_TEST_CONDITION
16C INVALID_RUNDOWN_PROTECTION_FLAGS
16D INVALID_SLOT_ALLOCATOR_FLAGS
16E ERESOURCE_INVALID_RELEASE
170 CLUSTER_CSV_CLUSSVC_DISCONNECT_WATCHDOG
171 CRYPTO_LIBRARY_INTERNAL_ERROR
173 COREMSGCALL_INTERNAL_ERROR
174 COREMSG_INTERNAL_ERROR
175 PREVIOUS_FATAL_ABNORMAL_RESET_ERROR
178 ELAM_DRIVER_DETECTED_FATAL_ERROR
17B PROFILER_CONFIGURATION_ILLEGAL
17C Bug Check 17C: PDC_LOCK_WATCHDOG_LIVEDUMP
17D PDC_UNEXPECTED_REVOCATION_LIVEDUMP
187 VIDEO_DWMINIT_TIMEOUT_FALLBACK_BDD
189 BAD_OBJECT_HEADER
18C HYPERGUARD_VIOLATION
18D SECURE_FAULT_UNHANDLED
18E KERNEL_PARTITION_REFERENCE_VIOLATION
190 WIN32K_CRITICAL_FAILURE_LIVEDUMP
191 PF_DETECTED_CORRUPTION
196 LOADER_ROLLBACK_DETECTED
197 WIN32K_SECURITY_FAILURE
198 UFX_LIVEDUMP
199 KERNEL_STORAGE_SLOT_IN_USE
19A WORKER_THREAD_RETURNED_WHILE_ATTACHED_TO_SILO
19B TTM_FATAL_ERROR
1A0 TTM_WATCHDOG_TIMEOUT
1A1 WIN32K_CALLOUT_WATCHDOG_LIVEDUMP
1A2 WIN32K_CALLOUT_WATCHDOG_BUGCHECK
1A3 CALL_HAS_NOT_RETURNED_WATCHDOG_TIMEOUT_LIVEDUMP
1A4 DRIPS_SW_HW_DIVERGENCE_LIVEDUMP
1A5 USB_DRIPS_BLOCKER_SURPRISE_REMOVAL_LIVEDUMP
1A6 BLUETOOTH_ERROR_RECOVERY_LIVEDUMP
1A7 SMB_REDIRECTOR_LIVEDUMP
1A8 VIDEO_DXGKRNL_BLACK_SCREEN_LIVEDUMP
1A9 DIRECTED_FX_TRANSITION_LIVEDUMP
1AB UNWIND_ON_INVALID_STACK
1B0 VIDEO_MINIPORT_FAILED_LIVEDUMP
1B8 VIDEO_MINIPORT_BLACK_SCREEN_LIVEDUMP
1C4 DRIVER_VERIFIER_DETECTED_VIOLATION_LIVEDUMP
1C5 IO_THREADPOOL_DEADLOCK_LIVEDUMP
1C6 FAST_ERESOURCE_PRECONDITION_VIOLATION
1C7 STORE_DATA_STRUCTURE_CORRUPTION
1CB INVALID_SILO_DETACH
1CD INVALID_CALLBACK_STACK_ADDRESS
1CE INVALID_KERNEL_STACK_ADDRESS
1D0 ACPI_FIRMWARE_WATCHDOG_TIMEOUT
1D1 TELEMETRY_ASSERTS_LIVEDUMP
1D2 WORKER_THREAD_INVALID_STATE
1D3 WFP_INVALID_OPERATION
1D4 UCMUCSI_LIVEDUMP
1D5 DRIVER_PNP_WATCHDOG
1D6 WORKER_THREAD_RETURNED_WITH_NON_DEFAULT_WORKLOAD_CLASS
1D7 EFS_FATAL_ERROR
1D8 UCMUCSI_FAILURE
1D9 HAL_IOMMU_INTERNAL_ERROR
1DA HAL_BLOCKED_PROCESSOR_INTERNAL_ERROR
1DB IPI_WATCHDOG_TIMEOUT
1DC DMA_COMMON_BUFFER_VECTOR_ERROR
1DD BUGCODE_MBBADAPTER_DRIVER
1DE BUGCODE_WIFIADAPTER_DRIVER
1DF PROCESSOR_START_TIMEOUT
1E1 DEVICE_DIAGNOSTIC_LOG_LIVEDUMP
1E4 VIDEO_DXGKRNL_SYSMM_FATAL_ERROR
1E9 ILLEGAL_ATS_INITIALIZATION
1EA SECURE_PCI_CONFIG_SPACE_ACCESS_VIOLATION
1EB DAM_WATCHDOG_TIMEOUT
1ED HANDLE_ERROR_ON_CRITICAL_THREAD
1F1 KASAN_ENLIGHTENMENT_VIOLATION
1F2 KASAN_ILLEGAL_ACCESS
1F5 APPLICATION_HANG_KERNEL_LIVEDUMP
356 XBOX_ERACTRL_CS_TIMEOUT
BFE BC_BLUETOOTH_VERIFIER_FAULT
BFF BC_BTHMINI_VERIFIER_FAULT
21C8 MANUALLY_INITIATED_BLACKSCREEN_HOTKEY_LIVE_DUMP
1000007F UNEXPECTED_KERNEL_MODE_TRAP_M
1000008E KERNEL_MODE_EXCEPTION_NOT_HANDLED_M
100000EA THREAD_STUCK_IN_DEVICE_DRIVER_M
4000008A THREAD_TERMINATE_HELD_MUTEX
C0000218 STATUS_CANNOT_LOAD_REGISTRY_FILE
C0000221 STATUS_IMAGE_CHECKSUM_MISMATCH
`;
