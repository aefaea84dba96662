import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at, incident, interval, marker } from './incident.testing.ts';
import { markersWithin, stateChanges } from './window-summary.ts';

const DISK = ['resource', 'Cluster Disk 2'] as const;
const window = (start: number, end: number) => ({ start: at(start), end: at(end) });

describe('stateChanges', () => {
  const picture = incident({
    intervals: [
      interval('ZQ1', DISK, 'Online', 0, 10),
      interval('ZQ1', DISK, 'Failed', 10, 20),
      interval('ZQ1', DISK, 'Online', 20, null),
      interval('ZQ1', ['group', 'wlc'], 'Online', null, null),
    ],
  });

  it('tells the state at both ends and what began between', () => {
    const { changed, kept } = stateChanges(picture, window(5, 25));
    expect(changed).toHaveLength(1);
    expect(changed[0]).toMatchObject({
      entity: { name: 'Cluster Disk 2' },
      before: { state: 'Online', interval: 0 },
      after: { state: 'Online', interval: 2, basis: 'carried' },
      steps: [1, 2],
    });
    expect(kept.map(({ entity }) => entity.name)).toEqual(['wlc']);
  });

  it('finds nothing changed where nothing began', () => {
    const { changed, kept } = stateChanges(picture, window(12, 18));
    expect(changed).toEqual([]);
    expect(kept.find(({ entity }) => entity.kind === 'resource')).toMatchObject({
      before: { state: 'Failed' },
      after: { state: 'Failed' },
    });
  });

  it('takes a state that begins at the start as a change, and one that begins at the end as none', () => {
    expect(stateChanges(picture, window(10, 20)).changed[0]).toMatchObject({
      before: { state: 'Online' },
      after: { state: 'Failed' },
      steps: [1],
    });
  });

  it('says not known where an unknown edge leaves the state open', () => {
    const { changed } = stateChanges(
      incident({ intervals: [interval('ZQ1', DISK, 'Online', 0, 5, { endBasis: 'unknown' })] }),
      window(2, 9),
    );
    expect(changed[0]).toMatchObject({ before: { state: 'Online' }, after: null, steps: [] });
  });

  it('counts a first known state that was not seen to begin as the state at the start', () => {
    const { changed, kept } = stateChanges(
      incident({
        intervals: [interval('ZQ1', DISK, 'Online', 3, null, { startBasis: 'unknown' })],
      }),
      window(0, 9),
    );
    expect(changed).toEqual([]);
    expect(kept[0]).toMatchObject({ before: { state: 'Online', basis: 'unknown' } });
  });

  it('keeps the same resource on two nodes apart and leaves heartbeats out', () => {
    const { kept, changed } = stateChanges(
      incident({
        intervals: [
          interval('ZQ1', DISK, 'Online', 0, 10),
          interval('ZQ2', DISK, 'Offline', 0, 10),
          interval('ZQ1', ['link', 'ZQ2'], 'missed', 1, 2, { kind: 'heartbeat-miss' }),
        ],
      }),
      window(2, 8),
    );
    expect(changed).toEqual([]);
    expect(kept.map(({ node }) => node)).toEqual(['ZQ1', 'ZQ2']);
  });

  it('joins: the states after one window are the states before the next', () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(lengths, fc.nat(60), fc.integer({ min: 1, max: 30 }), (spans, from, width) => {
        let time = 0;
        const intervals = spans.map((length, i) => {
          const start = time;
          time += length;
          return interval('ZQ1', DISK, `state ${i}`, start, time);
        });
        const picture = incident({ intervals });
        const states = (start: number, end: number) => {
          const { changed, kept } = stateChanges(picture, window(start, end));
          return [...changed, ...kept][0];
        };
        const [first, second] = [
          states(from, from + width),
          states(from + width, from + width + 5),
        ];
        expect(second?.before?.state).toBe(first?.after?.state);
      }),
    );
  });
});

describe('markersWithin', () => {
  it('gives the markers of the half-open window, undated ones never', () => {
    const markers = [
      marker('ZQ1', 'boot', 1),
      marker('ZQ1', 'deadlock', 5),
      marker('ZQ1', 'shutdown', 9),
      { ...marker('ZQ1', 'boot', 0), time: null },
    ];
    expect(markersWithin(markers, window(1, 9))).toEqual({ first: 0, end: 2 });
    expect(markersWithin(markers, window(20, 90))).toEqual({ first: 3, end: 3 });
  });
});
