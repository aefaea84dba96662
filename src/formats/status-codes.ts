/**
 * Win32, WSA, RPC and NTSTATUS codes that cluster logs and events print, by unsigned number.
 * Cluster codes 5007 to 5970 are checked against a public errno table; the others are those of winerror.h and ntstatus.h.
 */
const STATUS_NAMES: ReadonlyMap<number, string> = new Map([
  [0, 'ERROR_SUCCESS'],
  [2, 'ERROR_FILE_NOT_FOUND'],
  [3, 'ERROR_PATH_NOT_FOUND'],
  [5, 'ERROR_ACCESS_DENIED'],
  [13, 'ERROR_INVALID_DATA'],
  [21, 'ERROR_NOT_READY'],
  [121, 'ERROR_SEM_TIMEOUT'],
  [123, 'ERROR_INVALID_NAME'],
  [126, 'ERROR_MOD_NOT_FOUND'],
  [170, 'ERROR_BUSY'],
  [183, 'ERROR_ALREADY_EXISTS'],
  [258, 'WAIT_TIMEOUT'],
  [995, 'ERROR_OPERATION_ABORTED'],
  [997, 'ERROR_IO_PENDING'],
  [1117, 'ERROR_IO_DEVICE'],
  [1168, 'ERROR_NOT_FOUND'],
  [1226, 'ERROR_GRACEFUL_DISCONNECT'],
  [1311, 'ERROR_NO_LOGON_SERVERS'],
  [1460, 'ERROR_TIMEOUT'],
  [1722, 'RPC_S_SERVER_UNAVAILABLE'],
  [5007, 'ERROR_RESOURCE_NOT_FOUND'],
  [5008, 'ERROR_SHUTDOWN_CLUSTER'],
  [5013, 'ERROR_GROUP_NOT_FOUND'],
  [5015, 'ERROR_HOST_NODE_NOT_RESOURCE_OWNER'],
  [5016, 'ERROR_HOST_NODE_NOT_GROUP_OWNER'],
  [5017, 'ERROR_RESMON_CREATE_FAILED'],
  [5018, 'ERROR_RESMON_ONLINE_FAILED'],
  [5023, 'ERROR_INVALID_STATE'],
  [5027, 'ERROR_QUORUM_RESOURCE_ONLINE_FAILED'],
  [5034, 'ERROR_QUORUM_OWNER_ALIVE'],
  [5035, 'ERROR_NETWORK_NOT_AVAILABLE'],
  [5036, 'ERROR_NODE_NOT_AVAILABLE'],
  [5037, 'ERROR_ALL_NODES_NOT_AVAILABLE'],
  [5038, 'ERROR_RESOURCE_FAILED'],
  [5041, 'ERROR_CLUSTER_JOIN_IN_PROGRESS'],
  [5050, 'ERROR_CLUSTER_NODE_DOWN'],
  [5051, 'ERROR_CLUSTER_NODE_UNREACHABLE'],
  [5054, 'ERROR_CLUSTER_INVALID_NETWORK'],
  [5057, 'ERROR_CLUSTER_IPADDR_IN_USE'],
  [5070, 'ERROR_CLUSTER_NODE_PAUSED'],
  [5071, 'ERROR_NODE_CANT_HOST_RESOURCE'],
  [5074, 'ERROR_CLUSTER_JOIN_ABORTED'],
  [5084, 'ERROR_RESMON_INVALID_STATE'],
  [5086, 'ERROR_QUORUM_DISK_NOT_FOUND'],
  [5908, 'ERROR_CLUSTER_GROUP_MOVING'],
  [5910, 'ERROR_RESOURCE_CALL_TIMED_OUT'],
  [5925, 'ERROR_CLUSTER_NO_QUORUM'],
  [5930, 'ERROR_EXCEPTION_IN_RESOURCE_CALL'],
  [5931, 'ERROR_CLUSTER_RHS_FAILED_INITIALIZATION'],
  [5942, 'ERROR_CLUSTER_RESOURCE_PROVIDER_FAILED'],
  [5943, 'ERROR_CLUSTER_RESOURCE_CONFIGURATION_ERROR'],
  [5952, 'ERROR_CLUSTER_WATCHDOG_TERMINATING'],
  [5959, 'ERROR_CLUSTER_GROUP_QUEUED'],
  [5960, 'ERROR_CLUSTER_RESOURCE_LOCKED_STATUS'],
  [5962, 'ERROR_CLUSTER_NODE_DRAIN_IN_PROGRESS'],
  [5970, 'ERROR_CLUSTER_RESOURCE_IS_IN_MAINTENANCE_MODE'],
  [8240, 'ERROR_DS_NO_SUCH_OBJECT'],
  [10054, 'WSAECONNRESET'],
  [10060, 'WSAETIMEDOUT'],
  [0xc00000b5, 'STATUS_IO_TIMEOUT'],
  [0xc000020c, 'STATUS_CONNECTION_DISCONNECTED'],
  [0xc0000225, 'STATUS_NOT_FOUND'],
]);

export interface StatusDescription {
  /** The number as printed, unsigned. */
  readonly code: number;
  /** The symbol, e.g. `ERROR_RESMON_ONLINE_FAILED`. */
  readonly name: string;
}

/**
 * Names a status as cluster logs print it, or null when the number is not known or the text is no number.
 * Texts: decimal (`5018`), hexadecimal with 0x (`0x80070490`), or eight hex digits that start with 8 or C, which are an
 * HRESULT or NTSTATUS even when all digits are decimal (`80072030`). `0x8007xxxx` wraps a Win32 code in its low 16 bits.
 * Negative numbers are read as 32-bit two's complement.
 */
export function describeStatus(status: number | string): StatusDescription | null {
  const code = typeof status === 'number' ? status : parseStatus(status.trim());
  if (code === null || !Number.isSafeInteger(code)) return null;
  const unsigned = code < 0 ? code >>> 0 : code;
  const inner =
    unsigned >>> 16 === 0x8007 && unsigned <= 0xffff_ffff ? unsigned & 0xffff : unsigned;
  const name = STATUS_NAMES.get(inner);
  return name === undefined ? null : { code: unsigned, name };
}

function parseStatus(text: string): number | null {
  if (/^0x[0-9a-f]{1,8}$/i.test(text)) return Number.parseInt(text.slice(2), 16);
  if (/^[8c][0-9a-f]{7}$/i.test(text)) return Number.parseInt(text, 16);
  if (/^-?\d{1,10}$/.test(text)) return Number(text);
  return null;
}

/** Attributes that carry a status and, when it is known, its name: `{ status: 5018, statusName: 'ERROR_RESMON_ONLINE_FAILED' }`. */
export function statusAttributes(status: number | string): {
  status: number | string;
  statusName?: string;
} {
  const described = describeStatus(status);
  const shown = typeof status === 'string' && /^\d{1,7}$/.test(status) ? Number(status) : status;
  return described ? { status: shown, statusName: described.name } : { status: shown };
}

/** `5925 ERROR_CLUSTER_NO_QUORUM`, or the bare number when it has no name. */
export function statusText(status: string): string {
  const described = describeStatus(status);
  return described ? `${status} ${described.name}` : status;
}
