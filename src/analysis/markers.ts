import type { Marker } from '../model/incident.ts';
import type { Attributes, MarkerKind } from '../model/marker.ts';
import { MS_PER_MINUTE } from '../time/instant.ts';
import { compareInstants, groupBy, uniqueRefs } from './order.ts';
import { withPlace } from './placing.ts';
import type { Sighting } from './sightings.ts';
import { byAuthority, voiceOf, writesMilliseconds } from './tellings.ts';

/** How far apart two sightings of one subject may be and still be one instant. */
interface Tolerance {
  /** Two lines of one voice. */
  readonly sameVoiceMs: number;
  /** Two logs or channels. */
  readonly otherVoiceMs: number;
}

const USUAL: Tolerance = { sameVoiceMs: 1000, otherVoiceMs: 1000 };
/** Each survivor logs a membership change when its own view changes; the lane of the node concerned shows it once. */
const MEMBERSHIP: Tolerance = { sameVoiceMs: 1000, otherVoiceMs: 10_000 };
/** Begin and end of one procedure: `starting` and `started`, 1074 and 6006, 12 and 6005. */
const PROCEDURE: Tolerance = { sameVoiceMs: 5 * MS_PER_MINUTE, otherVoiceMs: 5 * MS_PER_MINUTE };

const TOLERANCES: Partial<Record<MarkerKind, Tolerance>> = {
  'route-lost': { sameVoiceMs: 100, otherVoiceMs: 1000 },
  'route-restored': { sameVoiceMs: 100, otherVoiceMs: 1000 },
  'node-down': MEMBERSHIP,
  'node-up': MEMBERSHIP,
  'node-isolated': MEMBERSHIP,
  'node-quarantined': MEMBERSHIP,
  eviction: MEMBERSHIP,
  'group-move': MEMBERSHIP,
  'quorum-lost': MEMBERSHIP,
  'quorum-regained': MEMBERSHIP,
  deadlock: { sameVoiceMs: 1000, otherVoiceMs: 5000 },
  'rhs-terminated': { sameVoiceMs: 1000, otherVoiceMs: 5000 },
  'service-failed': { sameVoiceMs: 5000, otherVoiceMs: 5000 },
  'service-start': PROCEDURE,
  'service-stop': PROCEDURE,
  boot: PROCEDURE,
  shutdown: PROCEDURE,
  'unexpected-reboot': PROCEDURE,
};
/** Undated lines are one instant only when they stand together. */
const UNDATED_WITHIN_LINES = 2;

/** Every instant once, however many lines tell it; in no particular order. */
export function mergeSightings(sightings: readonly Sighting[]): Marker[] {
  const markers: Marker[] = [];
  for (const alike of groupBy(withEpochs(sightings), ([, key]) => key).values()) {
    for (const group of merged(alike.map(([sighting]) => sighting))) markers.push(toMarker(group));
  }
  return absorbEndings(markers);
}

/** RHS notices the end of a service that stopped on purpose this soon after. */
const NOTICED_WITHIN_MS = 5 * MS_PER_MINUTE;

/** A service that ends after it was stopped has not failed: what tells its end tells the stop. */
function absorbEndings(markers: readonly Marker[]): Marker[] {
  const keyOf = ({ node, entity, provisional, ref }: Marker) =>
    [node ?? `? ${ref.source}`, entity?.name ?? '', provisional].join('\n');
  const stops = groupBy(
    markers.filter(({ kind, time }) => kind === 'service-stop' && time !== null),
    keyOf,
  );
  const absorbed = new Map<Marker, Marker[]>();
  const kept = markers.filter((marker) => {
    if (marker.kind !== 'service-failed' || marker.time === null) return true;
    const stop = stops.get(keyOf(marker))?.findLast(({ time }) => {
      const after = marker.time! - time!;
      return after >= 0 && after <= NOTICED_WITHIN_MS;
    });
    if (stop === undefined) return true;
    absorbed.set(stop, [...(absorbed.get(stop) ?? []), marker]);
    return false;
  });
  return kept.map((marker) => {
    const endings = absorbed.get(marker) ?? [];
    if (endings.length === 0) return marker;
    const refs = endings.flatMap((ending) => [ending.ref, ...ending.alsoAt]);
    return { ...marker, alsoAt: uniqueRefs([...marker.alsoAt, ...refs], marker.ref) };
  });
}

/** A start and the next start are two when a stop lies between them. */
function withEpochs(sightings: readonly Sighting[]): [Sighting, string][] {
  const ordered = [...sightings].sort(
    (a, b) =>
      compareInstants(a.fact.placed.time, b.fact.placed.time) ||
      a.fact.rank - b.fact.rank ||
      a.fact.index - b.fact.index,
  );
  const epochs = new Map<string, { kind: MarkerKind; epoch: number }>();
  return ordered.map((sighting) => {
    const { kind, node, entity, subject } = sighting;
    if (TOLERANCES[kind] !== PROCEDURE) return [sighting, subject];
    const whose = `${node}\n${entity?.name ?? ''}`;
    const last = epochs.get(whose);
    const epoch = last === undefined ? 0 : last.epoch + Number(last.kind !== kind);
    epochs.set(whose, { kind, epoch });
    return [sighting, `${subject}\n${epoch}`];
  });
}

function merged(ordered: readonly Sighting[]): Sighting[][] {
  const groups: Sighting[][] = [];
  for (const sighting of ordered) {
    const last = groups[groups.length - 1];
    if (last?.some((other) => isSameInstant(other, sighting)) === true) last.push(sighting);
    else groups.push([sighting]);
  }
  return groups;
}

function isSameInstant(a: Sighting, b: Sighting): boolean {
  const { placed: placedA, ref: refA } = a.fact;
  const { placed: placedB, ref: refB } = b.fact;
  if (placedA.provisional !== placedB.provisional) return false;
  if (placedA.time === null || placedB.time === null) {
    const near =
      refA.source === refB.source && Math.abs(refA.line - refB.line) <= UNDATED_WITHIN_LINES;
    return placedA.time === placedB.time && near;
  }
  const tolerance = TOLERANCES[a.kind] ?? USUAL;
  const sameVoice = voiceOf(a.fact) === voiceOf(b.fact);
  const exact = writesMilliseconds(placedA.written) && writesMilliseconds(placedB.written);
  const allowed = sameVoice ? tolerance.sameVoiceMs : tolerance.otherVoiceMs + (exact ? 0 : 1000);
  return Math.abs(placedA.time - placedB.time) <= allowed;
}

function toMarker(group: readonly Sighting[]): Marker {
  const sorted = [...group].sort((a, b) => byAuthority(a.fact, b.fact));
  const { kind, fact, node, peer, entity } = sorted[0]!;
  const others = sorted.slice(1).map((other) => other.fact.ref);
  const attributes = mergeAttributes(sorted.map((sighting) => sighting.attributes));
  return withPlace(fact.placed, (time, provisional, written) => ({
    time,
    provisional,
    written,
    kind,
    ref: fact.ref,
    alsoAt: uniqueRefs(others, fact.ref),
    node,
    peer,
    entity,
    attributes,
  }));
}

/** The first telling's word for each attribute; later ones only add what it does not say. */
export function mergeAttributes(tellings: readonly Attributes[]): Attributes {
  if (tellings.length === 1) return tellings[0]!;
  const all: Record<string, Attributes[string]> = {};
  for (const attributes of tellings) {
    for (const [key, value] of Object.entries(attributes)) all[key] ??= value;
  }
  return all;
}
