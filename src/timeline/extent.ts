import type { Incident } from '../model/incident.ts';
import type { Instant } from '../time/instant.ts';
import type { Viewport } from './viewport.ts';

/** First to last instant that anything of the incident has; null when nothing is dated. May have no length. */
export function incidentExtent(incident: Incident): Viewport | null {
  let start = Number.POSITIVE_INFINITY;
  let end = Number.NEGATIVE_INFINITY;
  const take = (time: number | null) => {
    if (time === null) return;
    if (time < start) start = time;
    if (time > end) end = time;
  };
  for (const source of incident.sources) {
    take(source.first);
    take(source.last);
  }
  for (const interval of incident.intervals) {
    take(interval.start);
    take(interval.end);
  }
  for (const marker of incident.markers) take(marker.time);
  for (const transition of incident.transitions) take(transition.time);
  for (const event of incident.events) take(event.time);
  return start <= end ? { start: start as Instant, end: end as Instant } : null;
}
