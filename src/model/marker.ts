/** The kinds of instants that Heartline names; fixed by the inspect contract. Vendor words stay beside them in `attributes`. */
export const MARKER_KINDS = [
  'bugcheck',
  'unexpected-reboot',
  'shutdown',
  'boot',
  'node-down',
  'node-up',
  'join-failed',
  'node-isolated',
  'node-quarantined',
  'eviction',
  'kill-sent',
  'kill-received',
  'member-kill',
  'reconfiguration',
  'quorum-lost',
  'quorum-regained',
  'voting-disk-lost',
  'service-start',
  'service-stop',
  'service-failed',
  'rhs-terminated',
  'deadlock',
  'resource-failed',
  'group-failed',
  'group-move',
  'interface-failed',
  'network-down',
  'network-partitioned',
  'route-lost',
  'route-restored',
  'storage-lost',
  'csv-paused',
  'clock-step',
  'change',
] as const;
export type MarkerKind = (typeof MARKER_KINDS)[number];

/** JSON-safe extra facts of a marker, in the vendor's words; e.g. `{ code: '0x9E', parameters: ['0x…', …] }`. */
export type Attributes = Readonly<
  Record<string, string | number | boolean | null | readonly string[]>
>;
