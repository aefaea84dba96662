import type { Finding } from '../model/incident.ts';
import { MS_PER_DAY } from '../time/instant.ts';
import { compareInstants, distinctRefs, groupBy } from './order.ts';

/** A finding before repetitions are counted. */
export interface Occurrence extends Omit<Finding, 'count'> {
  /** Equal for findings of one rule that say the same of the same: node, resource, call. */
  readonly subject: string;
}

/** What happens again later than this is told again. */
const ONE_SERIES_MS = MS_PER_DAY;

/**
 * One finding for what happened again and again: a call that deadlocks all night is one cause, not hundreds. It spans from
 * the first to the last, counts them, is as sure as the least sure of them, and cites the lines of the first and the last.
 */
export function foldRepeats(occurrences: readonly Occurrence[]): Finding[] {
  const findings: Finding[] = [];
  for (const alike of groupBy(occurrences, keyOf).values()) {
    const sorted = [...alike].sort((a, b) => compareInstants(a.start, b.start));
    let series: Occurrence[] = [];
    for (const occurrence of sorted) {
      const last = series.at(-1);
      if (last !== undefined && !goesOn(last, occurrence)) {
        findings.push(toFinding(series));
        series = [];
      }
      series.push(occurrence);
    }
    findings.push(toFinding(series));
  }
  return findings;
}

function keyOf({ rule, subject, provisional }: Occurrence): string {
  return `${rule}\n${provisional}\n${subject}`;
}

function goesOn(last: Occurrence, next: Occurrence): boolean {
  const end = last.end ?? last.start;
  if (end === null || next.start === null) return end === next.start;
  return next.start - end <= ONE_SERIES_MS;
}

function toFinding(series: readonly Occurrence[]): Finding {
  const { subject: _, ...first } = series[0]!;
  const last = series[series.length - 1]!;
  if (series.length === 1) return { ...first, count: 1 };
  return {
    ...first,
    title: `${first.title} (the first of ${series.length} times)`,
    confidence: Math.min(...series.map((occurrence) => occurrence.confidence)),
    end: last.end,
    count: series.length,
    evidence: distinctRefs([...first.evidence, ...last.evidence]),
  };
}
