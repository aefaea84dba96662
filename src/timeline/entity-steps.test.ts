import { describe, expect, it } from 'vitest';
import { stepsOfSubject, subjectOf } from './entity-steps.ts';
import { at, event, incident, interval, line, marker } from './incident.testing.ts';
import type { Selection, SelectionKind } from './selection.ts';

const DISK = { kind: 'resource', name: 'Disk', writtenName: 'Disk' } as const;
const pick = (kind: SelectionKind, index: number): Selection => ({
  kind,
  laneKey: null,
  index,
  ref: line('s1', 1),
  time: at(0),
});
const names = (picture: ReturnType<typeof incident>, selection: Selection) => {
  const { steps, at: place } = stepsOfSubject(picture, selection);
  return { steps: steps.map(({ kind, index }) => `${kind} ${index}`), place };
};

describe('the steps of an entity', () => {
  const picture = incident({
    intervals: [
      interval('ZQ1', ['resource', 'Disk'], 'Online', 0, 10),
      interval('ZQ2', ['resource', 'Disk'], 'Online', 12, 20),
      interval('ZQ1', ['resource', 'Other'], 'Online', 0, 20),
      interval('ZQ1', ['resource', 'Disk'], 'Failed', null, 12),
    ],
    markers: [marker('ZQ1', 'deadlock', 10, { entity: DISK }), marker('ZQ1', 'boot', 1)],
    events: [{ ...event('s1', 3, 1069, 11), node: 'ZQ1', entity: DISK }],
  });

  it('go by time over every node that the entity is seen on, without the undated', () => {
    expect(names(picture, pick('marker', 0))).toEqual({
      steps: ['interval 0', 'marker 0', 'event 0', 'interval 1'],
      place: 1,
    });
  });

  it('of a mark without an entity are those of its node', () => {
    const crash = incident({
      markers: [marker('ZQ1', 'boot', 1), marker('ZQ2', 'boot', 2), marker('ZQ1', 'shutdown', 3)],
      intervals: [interval('ZQ1', ['node', 'ZQ1'], 'up', 4, 5)],
    });
    expect(names(crash, pick('marker', 2))).toEqual({
      steps: ['marker 0', 'marker 2', 'interval 0'],
      place: 1,
    });
  });

  it('keep services of different nodes apart', () => {
    const services = incident({
      intervals: [
        interval('ZQ1', ['service', 'ClusSvc'], 'running', 0, 1),
        interval('ZQ2', ['service', 'ClusSvc'], 'running', 0, 1),
      ],
    });
    expect(names(services, pick('interval', 1)).steps).toEqual(['interval 1']);
  });

  it('are none for a log entry, a mark that is gone, and a mark about nothing', () => {
    expect(names(picture, pick('record', 0)).steps).toEqual([]);
    expect(names(picture, pick('marker', 77)).steps).toEqual([]);
    expect(subjectOf(incident({ events: [event('s1', 1, 1, 1)] }), pick('event', 0))).toBeNull();
  });
});
