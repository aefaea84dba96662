import type { SourceEvidence } from '../model/evidence.ts';
import type { LineRef } from '../model/incident.ts';
import type { ReaderSettings } from '../model/settings.ts';
import type { SourceId } from '../model/source.ts';
import { type Instant, MS_PER_MINUTE, MS_PER_SECOND } from '../time/instant.ts';
import { type ClockPair, inferOffset } from '../time/offset-inference.ts';
import type { EvidenceLine, TimeBase, ZoneRule } from '../time/time-base.ts';
import { wallOf } from '../time/zone.ts';
import { isoOf } from './iso.ts';

/** The time base a source is placed by, and what else its lines say about its clock. */
export interface JudgedBase {
  readonly base: TimeBase;
  readonly proposals: readonly TimeBase[];
  /** Lines that show another offset than the base gives. */
  readonly contradictions: readonly LineRef[];
  /** The same lines in words. */
  readonly contradiction: string;
}

interface Evidence {
  readonly pair: ClockPair;
  readonly line: EvidenceLine;
}

/** Stamps in whole seconds, and a line flushed a moment after the instant that it tells. */
const PAIR_TOLERANCE_MS = 5 * MS_PER_SECOND;
/** A pair this far from what a time base gives contradicts it. */
const CONTRADICTS_MS = MS_PER_MINUTE;
const MAX_EVIDENCE_LINES = 5;
/** Copied text carries the zone of the machine that showed it, which need not be the node's. */
const OTHER_SOURCE_CONFIDENCE = 0.4;

/**
 * Decides each source's time base: set by the reader, declared by the file, inferred from its own lines, or the format's
 * default. Other sources of the same node only give proposals: nothing crosses from one file to another silently.
 */
export function judgeTimeBases(
  evidence: readonly SourceEvidence[],
  settings: ReaderSettings,
  nodeOf: (source: SourceId) => string | null,
): Map<SourceId, JudgedBase> {
  const own = new Map(evidence.map((item) => [item.source.id, evidenceOf(item)]));
  const bases = new Map(
    evidence.map(({ source }) => [
      source.id,
      decideBase(source.timeBase, settings.zones[source.id], own.get(source.id)!),
    ]),
  );
  return new Map(
    evidence.map(({ source }): [SourceId, JudgedBase] => {
      const base = bases.get(source.id)!;
      const against = contradicting(base.rule, own.get(source.id)!);
      return [
        source.id,
        {
          base,
          proposals:
            base.rule.kind === 'unknown'
              ? proposalsFor(source.id, evidence, own, bases, nodeOf)
              : [],
          contradictions: against.map(({ line }) => ({ source: source.id, line: line.line })),
          contradiction: against[0]?.line.text ?? '',
        },
      ];
    }),
  );
}

function evidenceOf({ facts }: SourceEvidence): Evidence[] {
  return facts.flatMap(({ body, line, written }): Evidence[] => {
    if (body.type !== 'clock-evidence') return [];
    const utc = isoOf(body.utc as Instant) ?? String(body.utc);
    const text = `${body.about}: ${written === '' ? 'the stamp' : written} is ${utc}`;
    const pair = { wall: body.wall, utc: body.utc as Instant, toleranceMs: PAIR_TOLERANCE_MS };
    return [{ pair, line: { line, text } }];
  });
}

function decideBase(
  told: TimeBase,
  set: ZoneRule | undefined,
  evidence: readonly Evidence[],
): TimeBase {
  if (set !== undefined) return { rule: set, basis: 'set', confidence: 1, evidence: [] };
  if (told.basis === 'declared' || told.basis === 'set') return told;
  const inferred = inferBase(evidence);
  if (inferred === null) return told;
  return told.basis === 'inferred' && told.confidence > inferred.confidence ? told : inferred;
}

function inferBase(evidence: readonly Evidence[]): TimeBase | null {
  const inference = inferOffset(evidence.map(({ pair }) => pair));
  if (inference?.kind !== 'offset') return null;
  const rule = ruleOf(inference.offsetMinutes);
  const against = new Set(contradicting(rule, evidence));
  return {
    rule,
    basis: 'inferred',
    confidence: inference.confidence,
    evidence: evidence
      .filter((item) => !against.has(item))
      .slice(0, MAX_EVIDENCE_LINES)
      .map(({ line }) => line),
  };
}

function ruleOf(offsetMinutes: number): ZoneRule {
  return offsetMinutes === 0 ? { kind: 'utc' } : { kind: 'offset', offsetMinutes };
}

function contradicting(rule: ZoneRule, evidence: readonly Evidence[]): Evidence[] {
  if (rule.kind === 'unknown') return [];
  return evidence.filter(({ pair }) => {
    const apart = pair.wall - wallOf(rule, pair.utc);
    return Number.isFinite(apart) && Math.abs(apart) > CONTRADICTS_MS;
  });
}

function proposalsFor(
  id: SourceId,
  evidence: readonly SourceEvidence[],
  own: ReadonlyMap<SourceId, readonly Evidence[]>,
  bases: ReadonlyMap<SourceId, TimeBase>,
  nodeOf: (source: SourceId) => string | null,
): TimeBase[] {
  const proposals = candidatesOf(own.get(id)!);
  const node = nodeOf(id);
  if (node === null) return proposals;
  for (const { source } of evidence) {
    if (source.id === id || nodeOf(source.id) !== node) continue;
    const base = bases.get(source.id)!;
    // A log in UTC says nothing about the local clock of its node.
    const isLocal = base.rule.kind === 'offset' || base.rule.kind === 'zone';
    if (!isLocal || proposals.some((known) => isSameRule(known.rule, base.rule))) continue;
    const why = base.basis === 'set' ? 'set by the reader' : base.basis;
    proposals.push({
      rule: base.rule,
      basis: 'inferred',
      confidence: base.confidence * OTHER_SOURCE_CONFIDENCE,
      evidence: [
        { line: 0, text: `${source.path} of the same node, ${why}` },
        ...base.evidence,
      ].slice(0, MAX_EVIDENCE_LINES),
    });
  }
  return proposals.sort((a, b) => b.confidence - a.confidence);
}

/** Offsets that a source's own lines speak for without agreeing on one. */
function candidatesOf(evidence: readonly Evidence[]): TimeBase[] {
  const inference = inferOffset(evidence.map(({ pair }) => pair));
  if (inference === null || inference.kind === 'offset') return [];
  const offsets: readonly number[] =
    inference.kind === 'daylight-saving'
      ? [inference.standardMinutes, inference.daylightMinutes]
      : inference.candidates.map((candidate) => candidate.offsetMinutes);
  return offsets.map((offsetMinutes) => {
    const rule = ruleOf(offsetMinutes);
    const against = new Set(contradicting(rule, evidence));
    const agreeing = evidence.filter((item) => !against.has(item));
    return {
      rule,
      basis: 'inferred' as const,
      confidence: (0.8 * agreeing.length) / evidence.length,
      evidence: agreeing.slice(0, MAX_EVIDENCE_LINES).map(({ line }) => line),
    };
  });
}

function isSameRule(a: ZoneRule, b: ZoneRule): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
