import type { IncidentEvent } from '../../src/model/incident.ts';
import { Level } from '../../src/model/level.ts';
import { levelAtLine } from '../../src/timeline/pick-record.ts';
import type { Evidence } from '../store/evidence-slice.ts';
import { memoizeLast } from './memoize-last.ts';

/** Level of each event: that of its record. Where the record is not here yet, error, so that nothing is hidden too early. */
export const selectEventLevels = memoizeLast(
  (events: readonly IncidentEvent[], segments: Evidence['segments']): Uint8Array =>
    Uint8Array.from(
      events,
      ({ ref }) => levelAtLine(segments[ref.source] ?? [], ref.line) || Level.Error,
    ),
);
