import { describe, expect, it } from 'vitest';
import type { Incident, Marker, StateInterval } from '../../src/model/incident.ts';
import type { SourceId } from '../../src/model/source.ts';
import type { Instant } from '../../src/time/instant.ts';
import {
  reselect,
  selectionOfInterval,
  selectionOfMarker,
  selectionOfRecord,
} from './selections.ts';

const ref = (line: number) => ({ source: 's1' as SourceId, line });
const marker = (line: number, time: number) =>
  ({ kind: 'deadlock', ref: ref(line), time: time as Instant, entity: null }) as Marker;
const interval = (line: number, state: string, start: number) =>
  ({
    kind: 'state',
    state,
    start: start as Instant,
    evidence: [ref(line)],
    entity: { kind: 'resource', name: 'disk', writtenName: 'disk' },
    peer: null,
  }) as unknown as StateInterval;
const incident = (markers: readonly Marker[], intervals: readonly StateInterval[] = []) =>
  ({ markers, intervals }) as Incident;

describe('a selection in a newer picture', () => {
  it('follows its marker to another index and another time', () => {
    const before = incident([marker(5, 1000)]);
    const after = incident([marker(2, 500), marker(5, 9000)]);
    const selection = { ...selectionOfMarker(before.markers[0]!, 0), laneKey: 'node:ZQ1' };
    expect(reselect(selection, before, after)).toEqual({
      kind: 'marker',
      laneKey: 'node:ZQ1',
      index: 1,
      ref: ref(5),
      time: 9000,
    });
  });

  it('tells apart two intervals that rest on one line', () => {
    const before = incident([], [interval(5, 'OnlinePending', 0), interval(5, 'Failed', 10)]);
    const after = incident([], [interval(5, 'Failed', 10), interval(5, 'OnlinePending', 0)]);
    const selection = selectionOfInterval(before.intervals[1]!, 1);
    expect(reselect(selection, before, after)?.index).toBe(0);
  });

  it('is dropped when its mark is gone', () => {
    const before = incident([marker(5, 1000)]);
    expect(reselect(selectionOfMarker(before.markers[0]!, 0), before, incident([]))).toBeNull();
  });

  it('keeps its identity when nothing changed, and when it is a log entry', () => {
    const before = incident([marker(5, 1000)]);
    const selection = selectionOfMarker(before.markers[0]!, 0);
    expect(reselect(selection, before, before)).toBe(selection);
    const record = selectionOfRecord(ref(7), null);
    expect(reselect(record, before, incident([]))).toBe(record);
  });
});
