import type { CoverageSpan } from '../model/incident.ts';
import { COVERAGE_SILENCE_MS } from '../model/segment.ts';
import type { Instant } from '../time/instant.ts';

/** Spans that overlap or touch become one; ascending. */
export function uniteSpans(spans: readonly CoverageSpan[]): CoverageSpan[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start || a.end - b.end);
  const united: { start: Instant; end: Instant }[] = [];
  for (const span of sorted) {
    const last = united[united.length - 1];
    if (last !== undefined && span.start <= last.end) {
      if (span.end > last.end) last.end = span.end;
    } else {
      united.push({ ...span });
    }
  }
  return united;
}

/** United spans, with the silences between them that are too short to break a run of records of one source. */
export function bridgeSpans(spans: readonly CoverageSpan[]): CoverageSpan[] {
  const bridged: { start: Instant; end: Instant }[] = [];
  for (const span of uniteSpans(spans)) {
    const last = bridged[bridged.length - 1];
    if (last !== undefined && span.start - last.end <= COVERAGE_SILENCE_MS) last.end = span.end;
    else bridged.push({ ...span });
  }
  return bridged;
}

/** What of `whole` (ascending, disjoint) lies outside `taken` (ascending, disjoint); empty spans are left out. */
export function subtractSpans(
  whole: readonly CoverageSpan[],
  taken: readonly CoverageSpan[],
): CoverageSpan[] {
  const left: CoverageSpan[] = [];
  let at = 0;
  for (const span of whole) {
    let { start } = span;
    while (at < taken.length && taken[at]!.end <= start) at++;
    for (let i = at; i < taken.length && taken[i]!.start < span.end; i++) {
      if (taken[i]!.start > start) left.push({ start, end: taken[i]!.start });
      if (taken[i]!.end > start) start = taken[i]!.end;
    }
    if (start < span.end) left.push({ start, end: span.end });
  }
  return left;
}
