/** What a vendor's state word means for a lane. `other` is a word Heartline does not know; it is shown as written. */
export type StateFamily =
  | 'online'
  | 'partial'
  | 'starting'
  | 'stopping'
  | 'offline'
  | 'failed'
  | 'waiting'
  | 'pending'
  | 'unknown'
  | 'other';

/** RCM's words since 2008 and the API's words of 2000 and 2003, in lower case. */
const FAMILIES: Readonly<Record<string, StateFamily>> = {
  online: 'online',
  partialonline: 'partial',
  onlinecallissued: 'starting',
  onlinepending: 'starting',
  onlineretrying: 'starting',
  waitingtocomeonline: 'starting',
  bringingtopersistentstate: 'starting',
  movingtopersistentstate: 'starting',
  initializing: 'starting',
  offlinecallissued: 'stopping',
  offlinepending: 'stopping',
  offlinesavingcheckpoints: 'stopping',
  waitingtogooffline: 'stopping',
  preparingtomove: 'stopping',
  offline: 'offline',
  failed: 'failed',
  processingfailure: 'failed',
  waitingtoterminate: 'failed',
  terminating: 'failed',
  embeddedfailure: 'failed',
  failedduetoinsufficientresources: 'failed',
  cannotcomeonlineonthisnode: 'failed',
  orphaned: 'failed',
  delayrestartingresource: 'waiting',
  queued: 'waiting',
  locked: 'waiting',
  pending: 'pending',
  moving: 'pending',
  unknown: 'unknown',
  stateunknown: 'unknown',
  inherited: 'unknown',
};

/** The family of a resource's or group's state word, whatever its case. Never fails: a word that is not listed is `other`. */
export function stateFamily(word: string): StateFamily {
  const key = word.toLowerCase();
  return Object.hasOwn(FAMILIES, key) ? FAMILIES[key]! : 'other';
}

/** CLUSTER_RESOURCE_STATE of clusapi.h, printed as `state N` by 2000 and 2003. */
const RESOURCE_STATES: Readonly<Record<string, string>> = {
  '-1': 'Unknown',
  '0': 'Inherited',
  '1': 'Initializing',
  '2': 'Online',
  '3': 'Offline',
  '4': 'Failed',
  '128': 'Pending',
  '129': 'OnlinePending',
  '130': 'OfflinePending',
};

/** CLUSTER_GROUP_STATE of clusapi.h. */
const GROUP_STATES: Readonly<Record<string, string>> = {
  '-1': 'Unknown',
  '0': 'Online',
  '1': 'Offline',
  '2': 'Failed',
  '3': 'PartialOnline',
  '4': 'Pending',
};

/** CLUSTER_NODE_STATE of clusapi.h. */
const NODE_STATES: Readonly<Record<string, string>> = {
  '-1': 'Unknown',
  '0': 'Up',
  '1': 'Down',
  '2': 'Paused',
  '3': 'Joining',
};

/** The name of a numeric state; a word, or a number that clusapi.h does not list, comes back as written. */
export function stateName(kind: 'resource' | 'group' | 'node', written: string): string {
  const names =
    kind === 'resource' ? RESOURCE_STATES : kind === 'group' ? GROUP_STATES : NODE_STATES;
  return Object.hasOwn(names, written) ? names[written]! : written;
}
