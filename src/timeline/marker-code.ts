import type { Marker } from '../model/incident.ts';
import type { MarkerKind } from '../model/marker.ts';

/** How loud a marker is and which glyph it gets. Smaller ranks win where markers share a place. */
export type MarkerShape = 'flag' | 'triangle' | 'diamond' | 'square' | 'circle';
export type MarkerTone = 'bugcheck' | 'failure' | 'decision' | 'warning' | 'good' | 'neutral';

interface MarkerStyle {
  readonly shape: MarkerShape;
  readonly tone: MarkerTone;
  readonly rank: number;
}

const STYLES: Readonly<Record<MarkerKind, MarkerStyle>> = {
  bugcheck: { shape: 'flag', tone: 'bugcheck', rank: 0 },
  'quorum-lost': { shape: 'flag', tone: 'failure', rank: 1 },
  eviction: { shape: 'diamond', tone: 'decision', rank: 2 },
  'unexpected-reboot': { shape: 'flag', tone: 'bugcheck', rank: 3 },
  'kill-received': { shape: 'diamond', tone: 'decision', rank: 4 },
  'kill-sent': { shape: 'diamond', tone: 'decision', rank: 5 },
  'member-kill': { shape: 'diamond', tone: 'decision', rank: 5 },
  deadlock: { shape: 'triangle', tone: 'failure', rank: 6 },
  'node-down': { shape: 'triangle', tone: 'failure', rank: 7 },
  'node-quarantined': { shape: 'triangle', tone: 'failure', rank: 8 },
  'node-isolated': { shape: 'triangle', tone: 'warning', rank: 9 },
  'voting-disk-lost': { shape: 'triangle', tone: 'failure', rank: 9 },
  'storage-lost': { shape: 'triangle', tone: 'failure', rank: 9 },
  'resource-failed': { shape: 'triangle', tone: 'failure', rank: 10 },
  'group-failed': { shape: 'triangle', tone: 'failure', rank: 10 },
  'service-failed': { shape: 'triangle', tone: 'failure', rank: 11 },
  'rhs-terminated': { shape: 'triangle', tone: 'failure', rank: 11 },
  'join-failed': { shape: 'triangle', tone: 'failure', rank: 12 },
  'network-down': { shape: 'triangle', tone: 'failure', rank: 12 },
  'network-partitioned': { shape: 'triangle', tone: 'failure', rank: 12 },
  'interface-failed': { shape: 'triangle', tone: 'failure', rank: 13 },
  'route-lost': { shape: 'triangle', tone: 'warning', rank: 14 },
  'csv-paused': { shape: 'triangle', tone: 'warning', rank: 14 },
  'clock-step': { shape: 'square', tone: 'warning', rank: 15 },
  reconfiguration: { shape: 'diamond', tone: 'neutral', rank: 16 },
  'group-move': { shape: 'square', tone: 'neutral', rank: 17 },
  change: { shape: 'square', tone: 'neutral', rank: 18 },
  shutdown: { shape: 'square', tone: 'neutral', rank: 19 },
  'service-stop': { shape: 'square', tone: 'neutral', rank: 20 },
  boot: { shape: 'circle', tone: 'good', rank: 21 },
  'node-up': { shape: 'circle', tone: 'good', rank: 22 },
  'quorum-regained': { shape: 'circle', tone: 'good', rank: 22 },
  'route-restored': { shape: 'circle', tone: 'good', rank: 23 },
  'service-start': { shape: 'circle', tone: 'good', rank: 24 },
};

export function markerStyle(kind: MarkerKind): MarkerStyle {
  return STYLES[kind];
}

/** The short sign of a marker: a bugcheck's code as the vendor writes it, else the id of the event that tells it; null for none. */
export function markerCode(
  marker: Pick<Marker, 'attributes'>,
  eventId: number | null,
): string | null {
  const { code, eventId: written } = marker.attributes;
  if (typeof code === 'string' && code !== '') return code;
  if (eventId !== null) return String(eventId);
  return typeof written === 'number' || typeof written === 'string' ? String(written) : null;
}
