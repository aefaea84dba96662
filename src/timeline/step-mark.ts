import type { Lane } from './lane.ts';
import type { Selection } from './selection.ts';
import type { Viewport } from './viewport.ts';

/**
 * The mark of a lane before (-1) or after (1) the selected one, in order of time; without a selection in this lane the first or last one that
 * touches the view, else of all. Null when the lane has none, or none further.
 */
export function stepMark(
  lane: Lane,
  selection: Selection | null,
  direction: -1 | 1,
  view: Viewport,
): Selection | null {
  const marks = marksOf(lane);
  const at = marks.findIndex(
    ({ kind, index }) =>
      selection !== null &&
      selection.laneKey === lane.key &&
      kind === selection.kind &&
      index === selection.index,
  );
  if (at !== -1) return marks[at + direction]?.selection ?? null;
  const seen = marks.filter(({ start, end }) => end >= view.start && start < view.end);
  const from = seen.length > 0 ? seen : marks;
  return (direction === 1 ? from[0] : from[from.length - 1])?.selection ?? null;
}

interface OrderedMark {
  readonly kind: Selection['kind'];
  readonly index: number;
  readonly start: number;
  readonly end: number;
  readonly selection: Selection;
}

function marksOf(lane: Lane): OrderedMark[] {
  const marks: OrderedMark[] = [];
  const add = (
    kind: Selection['kind'],
    index: number,
    start: number,
    end: number,
    ref: Selection['ref'],
    time: Selection['time'],
  ) =>
    marks.push({
      kind,
      index,
      start,
      end,
      selection: { kind, laneKey: lane.key, index, ref, time },
    });
  for (const { interval, index, start, end } of lane.intervals) {
    add('interval', index, start, end, interval.evidence[0] ?? null, interval.start);
  }
  for (const { marker, index, time } of lane.markers)
    add('marker', index, time, time, marker.ref, time);
  for (const { event, index, time } of lane.events)
    add('event', index, time, time, event.ref, time);
  return marks.sort((a, b) => a.start - b.start || a.end - b.end);
}
