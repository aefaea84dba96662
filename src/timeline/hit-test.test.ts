import { describe, expect, test } from 'vitest';
import { type HitBox, hitTest, selectionOf } from './hit-test.ts';
import { at, incident, interval, line, marker } from './incident.testing.ts';
import { buildLanes } from './lane-tree.ts';
import { layoutRows } from './rows.ts';
import { buildScene } from './scene.ts';
import { TEST_WORDS } from './words.testing.ts';

const mark = (index: number, x0: number, x1: number): HitBox => ({
  x0,
  x1,
  y0: 0,
  y1: 20,
  laneKey: 'node:N',
  target: { type: 'marker', index, indexes: [index], ref: line('s1', 1), time: at(0) },
});

describe('a point of the picture', () => {
  test('finds the mark under it, or the nearest within reach', () => {
    const boxes = [mark(1, 10, 20), mark(2, 30, 40)];
    expect(hitTest(boxes, 15, 10)?.target).toMatchObject({ index: 1 });
    expect(hitTest(boxes, 23, 10)?.target).toMatchObject({ index: 1 });
    expect(hitTest(boxes, 28, 10)?.target).toMatchObject({ index: 2 });
    expect(hitTest(boxes, 50, 10)).toBeNull();
  });

  test('never reaches into another row', () => {
    expect(hitTest([mark(1, 10, 20)], 15, 20)).toBeNull();
  });

  test('takes a wider reach for a finger', () => {
    expect(hitTest([mark(1, 10, 20)], 30, 10, 14)).not.toBeNull();
  });

  test('prefers a marker to the bar under it, and a short bar to the long one under it', () => {
    const given = incident({
      intervals: [
        interval('N', ['node', 'N'], 'up', 0, 100),
        interval('N', ['resource', 'd'], 'Online', 0, 50),
        interval('N', ['resource', 'd'], 'Failed', 50, 50.05),
        interval('N', ['resource', 'd'], 'Online', 50.05, 100),
      ],
      markers: [marker('N', 'boot', 50)],
    });
    const { hits } = buildScene({
      rows: layoutRows(buildLanes(given, []), new Set()),
      top: 0,
      bottom: 500,
      view: { start: at(0), end: at(100) },
      widthPx: 1000,
      extent: null,
      measure: (text) => text.length * 6,
      words: TEST_WORDS,
      selection: null,
      ticks: [],
      offsetMarks: [],
      segmentsOf: () => [],
      ruleOf: () => ({ kind: 'utc' }),
    });
    expect(hitTest(hits, 500, 10)?.target).toMatchObject({ type: 'marker' });
    expect(hitTest(hits, 300, 10)?.target).toMatchObject({ type: 'interval', index: 0 });
    expect(hitTest(hits, 501, 40)?.target).toMatchObject({ type: 'interval', index: 2 });
    expect(hitTest(hits, 700, 40)?.target).toMatchObject({ type: 'interval', index: 3 });
  });

  test('on a bar of density stands for its records', () => {
    const boxes: HitBox[] = [
      {
        ...mark(0, 0, 1000),
        target: {
          type: 'density',
          source: line('s1', 1).source,
          x: 0,
          pitch: 2,
          bars: {
            exponent: 10,
            first: 100,
            phaseMs: 0,
            counts: Uint32Array.of(0, 3),
            worst: Uint8Array.of(0, 2),
            peak: 3,
          },
        },
      },
    ];
    expect(hitTest(boxes, 3, 5)?.target).toEqual({
      type: 'records',
      source: 's1',
      start: 103_424,
      end: 104_448,
      count: 3,
    });
    expect(hitTest(boxes, 1, 5)).toBeNull();
  });
});

describe('a click', () => {
  test('selects a mark with its line', () => {
    const hit = hitTest([mark(4, 10, 20)], 12, 5)!;
    expect(selectionOf(hit)).toEqual({
      kind: 'marker',
      laneKey: 'node:N',
      index: 4,
      ref: line('s1', 1),
      time: at(0),
    });
  });
});
