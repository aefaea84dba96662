// A large cluster.log in the shapes of Windows Server 2012 R2 and later, for measuring. Deterministic: the same size
// gives the same bytes on every machine.
import { closeSync, existsSync, openSync, statSync, writeSync } from 'node:fs';

const RESOURCES = [
  'Cluster Disk 1',
  'Cluster Disk 2',
  'Cluster IP Address',
  'Cluster Name',
  'SQL Network Name (VS1)',
  'ag-orders',
];
const STATES = ['Offline', 'OnlineCallIssued', 'OnlinePending', 'Online', 'OfflineCallIssued'];

/** Park-Miller. */
function randomNumbers(seed) {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

/**
 * Writes a log of at least `bytes` bytes to `path` unless one of that size is there; one line in a thousand is a
 * transition (some thousand in all, many times what a quiet day writes), a few in a hundred are replies and errors.
 * @param {string} path
 * @param {number} bytes
 * @returns {number} its size
 */
export function ensureClusterLog(path, bytes) {
  if (existsSync(path) && statSync(path).size >= bytes && statSync(path).size < bytes + 2 ** 20)
    return statSync(path).size;
  const random = randomNumbers(42);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const hex = (value) => Math.floor(value).toString(16).padStart(8, '0');
  const state = new Map(RESOURCES.map((name) => [name, 0]));
  const threads = Array.from({ length: 24 }, () => hex(0x400 + random() * 0x5000));
  const file = openSync(path, 'w');
  let written = 0;
  let time = Date.UTC(2024, 2, 4, 6, 0, 0);
  let day = '';
  let dayStart = -1;
  let gum = 1000;
  try {
    while (written < bytes) {
      const lines = [];
      for (let i = 0; i < 8000; i++) {
        time += Math.floor(random() * random() * 40);
        const today = Math.floor(time / 86_400_000);
        if (today !== dayStart) {
          dayStart = today;
          day = new Date(time).toISOString().slice(0, 10).replaceAll('-', '/');
        }
        const ms = time % 86_400_000;
        const clock = `${String(Math.floor(ms / 3_600_000)).padStart(2, '0')}:${String(Math.floor(ms / 60_000) % 60).padStart(2, '0')}:${String(Math.floor(ms / 1000) % 60).padStart(2, '0')}.${String(ms % 1000).padStart(3, '0')}`;
        lines.push(
          `00001b2c.${pick(threads)}::${day}-${clock} ${message(random, pick, state, () => ++gum)}\r\n`,
        );
      }
      written += writeSync(file, lines.join(''));
    }
  } finally {
    closeSync(file);
  }
  return written;
}

function message(random, pick, state, nextGum) {
  const kind = random();
  const resource = pick(RESOURCES);
  if (kind < 0.001) {
    const from = state.get(resource);
    const to = (from + 1) % STATES.length;
    state.set(resource, to);
    return `INFO  [RCM] TransitionToState(${resource}) ${STATES[from]}-->${STATES[to]}.`;
  }
  if (kind < 0.0012)
    return 'INFO  [IM] got event: LocalEndpoint 10.0.1.12:~3343~ has missed two consecutive heartbeats from 10.0.1.11:~3343~';
  if (kind < 0.00124)
    return `ERR   [RHS] RhsCall::DeadlockMonitor: Call ISALIVE timed out by 16 milliseconds for resource '${resource}'.`;
  if (kind < 0.02) return `WARN  [RHS] Error 1117 from ResourceControl for resource ${resource}.`;
  if (kind < 0.022)
    return `ERR   [RES] Physical Disk <${resource}>: IsAlive sanity check failed!, pending IO completed with status 1117.`;
  if (kind < 0.25)
    return `INFO  [GUM] Node 1: Executing locally gumId: ${nextGum()}, updates: 1, first action: /dm/update`;
  if (kind < 0.38)
    return `INFO  [GEM] Node 1: Deleting [1:${nextGum()} , 1:${nextGum()}] (both included) as it has been ack'd by every node`;
  if (kind < 0.5)
    return `INFO  [RES] Physical Disk <${resource}>: Path \\\\?\\GLOBALROOT\\Device\\Harddisk${Math.floor(random() * 9)}\\ClusterPartition2\\ is valid, signature ${Math.floor(random() * 2 ** 31).toString(16)}`;
  if (kind < 0.6)
    return `INFO  [RCM] HandleMonitorReply: INMEMORY_NODELOCAL_PROPERTIES for '${resource}', gen(${Math.floor(random() * 9)}) result 0/0.`;
  if (kind < 0.7)
    return `DBG   [NETFTAPI] received NsiParameterNotification for fe80::${Math.floor(random() * 65535).toString(16)}:${Math.floor(random() * 65535).toString(16)} (IpDadStatePreferred)`;
  if (kind < 0.8)
    return `INFO  [DCM] UpdateClusDiskMembership: ctl 300224 nodeSet (1 2 3 4), status 0`;
  if (kind < 0.9)
    return `INFO  [API] s_ApiOpenResourceEx: attempting to open resource with name ${resource}`;
  return 'INFO  [NM] Received request from client address FE80::6C1F:5A2:11D0:4C7E.';
}
