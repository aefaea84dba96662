import { describe, expect, test } from 'vitest';
import type { Incident } from '../model/incident.ts';
import { Level } from '../model/level.ts';
import type { DrawItem } from './draw-list.ts';
import {
  at,
  event,
  incident,
  interval,
  judgement,
  line,
  marker,
  segment,
  source,
} from './incident.testing.ts';
import { buildLanes } from './lane-tree.ts';
import { heightOfRows, layoutRows } from './rows.ts';
import { buildScene, type SceneInput } from './scene.ts';
import { TEST_WORDS } from './words.testing.ts';

/** 10 CSS pixels a minute; a letter is 6 wide. */
function draw(
  given: Incident,
  extra: Partial<SceneInput> = {},
  files: Parameters<typeof buildLanes>[1] = [],
) {
  const rows = layoutRows(buildLanes(given, files), new Set());
  return buildScene({
    rows,
    top: 0,
    bottom: heightOfRows(rows),
    view: { start: at(0), end: at(100) },
    widthPx: 1000,
    extent: { start: at(0), end: at(100) },
    measure: (text) => [...text].length * 6,
    words: TEST_WORDS,
    selection: null,
    ticks: [],
    offsetMarks: [],
    segmentsOf: () => [],
    ruleOf: () => ({ kind: 'utc' }),
    ...extra,
  });
}

const only = <T extends DrawItem['type']>(items: readonly DrawItem[], type: T) =>
  items.filter((item): item is Extract<DrawItem, { type: T }> => item.type === type);
const texts = (items: readonly DrawItem[]) => only(items, 'text').map(({ text }) => text);

describe('the draw list', () => {
  test('ticks the rows in which a search has found something', () => {
    const run = { count: 2, first: at(10), last: at(20), at: (i: number) => at(10 + 10 * i) };
    const { items } = draw(
      incident({ sources: [judgement('s1', 'N', [[0, 100]])] }),
      { matchesOf: ({ lane }) => (lane.source === null ? [] : [run]) },
      [source('s1', 'a.log')],
    );
    expect(only(items, 'matches').map(({ xs }) => xs)).toEqual([[100, 200]]);
  });

  test('has a bar per state with the word in it, and says how each edge is known', () => {
    const { items } = draw(
      incident({
        sources: [judgement('s1', 'N', [[0, 100]])],
        intervals: [
          interval('N', ['resource', 'd'], 'Offline', null, 40),
          interval('N', ['resource', 'd'], 'OnlinePending', 40, 60, {
            startBasis: 'implied',
            endBasis: 'unknown',
          }),
        ],
      }),
    );
    expect(
      only(items, 'bar').map(({ x, width, family, startEdge, endEdge }) => [
        x,
        width,
        family,
        startEdge,
        endEdge,
      ]),
    ).toEqual([
      [0, 400, 'offline', 'carried', 'observed'],
      [400, 200, 'pending', 'implied', 'unknown'],
    ]);
    expect(texts(items)).toEqual(['Offline', 'OnlinePending']);
  });

  test('keeps the label in sight when the view cuts the bar', () => {
    const { items } = draw(
      incident({ intervals: [interval('N', ['resource', 'd'], 'Online', -500, 500)] }),
    );
    expect(only(items, 'bar')[0]).toMatchObject({
      x: 0,
      width: 1000,
      startEdge: 'cut',
      endEdge: 'cut',
      originX: -5000,
    });
    expect(only(items, 'text')[0]).toMatchObject({ text: 'Online', x: 6, ink: { on: 'online' } });
  });

  test('shortens a label that does not fit and drops one that would say nothing', () => {
    const { items } = draw(
      incident({
        intervals: [
          interval('N', ['resource', 'd'], 'ProcessingFailure', 10, 20),
          interval('N', ['resource', 'd'], 'ProcessingFailure', 20, 23),
        ],
      }),
    );
    expect(texts(items)).toEqual(['ProcessingFai…']);
  });

  test('draws crowded short states as one strip, losing none', () => {
    const intervals = Array.from({ length: 50 }, (_, i) =>
      interval(
        'N',
        ['network', '10.0.1.0/24'],
        i % 2 === 0 ? 'Up' : 'Unreachable',
        i * 0.5,
        (i + 1) * 0.5,
      ),
    );
    const { items } = draw(incident({ intervals }));
    const [strip] = only(items, 'strip');
    expect(strip?.bars.flatMap((bar) => bar.items)).toHaveLength(50);
  });

  test('marks what rests on an unknown zone, and what is selected', () => {
    const { items } = draw(
      incident({
        intervals: [interval('N', ['resource', 'd'], 'Online', 10, 11, { provisional: true })],
      }),
      { selection: { kind: 'interval', laneKey: null, index: 0, ref: null, time: null } },
    );
    expect(only(items, 'bar')[0]).toMatchObject({ provisional: true, selected: true });
  });

  test('puts the steps of a missed heartbeat on its ramp and its words beside it', () => {
    const progress = [50, 75, 90].map((percent) => ({
      time: at(40 + percent / 10),
      percent,
      remainingMs: null,
    }));
    const { items } = draw(
      incident({
        intervals: [
          interval('N', ['link', 'P'], 'missed', 40, 50, {
            kind: 'heartbeat-miss',
            peer: 'P',
            outcome: 'removed',
            progress,
          }),
        ],
      }),
    );
    expect(only(items, 'bar-tick').map(({ x }) => Math.round(x))).toEqual([450, 475, 490]);
    expect(only(items, 'text')[0]).toMatchObject({
      text: 'missed 10 min 00 s removed',
      x: 506,
      ink: { tone: 'heartbeat' },
    });
  });

  test('numbers the steps of a missed heartbeat where its label leaves room', () => {
    const progress = [50, 75, 90].map((percent) => ({
      time: at(percent),
      percent,
      remainingMs: null,
    }));
    const { items } = draw(
      incident({
        intervals: [
          interval('N', ['link', 'P'], 'missed', 0, 100, {
            kind: 'heartbeat-miss',
            peer: 'P',
            progress,
          }),
        ],
      }),
    );
    expect(texts(items).filter((text) => text.endsWith(' %'))).toEqual(['50 %', '75 %', '90 %']);
  });

  test('hatches where a source has no log, with the time it begins', () => {
    const { items } = draw(
      incident({ sources: [judgement('s1', 'N', [[30, 60]]), judgement('s2', 'N', [[0, 100]])] }),
      {},
      [source('s1', 'cluster.log')],
    );
    expect(only(items, 'gap').map(({ x, width }) => [x, width])).toEqual([
      [0, 300],
      [600, 400],
    ]);
    expect(texts(items)).toEqual(['no log before 20:30:00', 'no log after 21:00:00']);
  });

  test('says the day, too, where the logs span more than one', () => {
    const days = 3 * 24 * 60;
    const { items } = draw(
      incident({
        sources: [judgement('s1', 'N', [[30, days]]), judgement('s2', 'N', [[0, days]])],
      }),
      { extent: { start: at(0), end: at(days) } },
      [source('s1', 'cluster.log')],
    );
    expect(texts(items)).toEqual(['no log before 2017-09-15 20:30:00']);
  });

  test('draws a source as bars of density, and its events with their ids in the tone of their level', () => {
    const segments = [segment([{ time: at(10) }, { time: at(20), level: Level.Error }])];
    const { items } = draw(
      incident({
        sources: [judgement('s1', 'N', [[0, 100]])],
        events: [event('s1', 2, 1230, 20), event('s1', 1, 1069, 20.2)],
      }),
      { segmentsOf: () => segments },
      [source('s1', 'System.txt')],
    );
    const [density] = only(items, 'density');
    expect([...density!.bars.counts].reduce((sum, count) => sum + count, 0)).toBe(2);
    expect(only(items, 'glyph')).toMatchObject([{ shape: 'triangle', tone: 'failure', count: 2 }]);
    expect(texts(items)).toEqual(['1230 · 1069']);
  });

  test('draws a bugcheck as its code and a line through all rows of its node, also when its own row is out of sight', () => {
    const given = incident({
      intervals: [
        interval('A', ['resource', 'd'], 'Online', 0, 44),
        interval('B', ['node', 'B'], 'up', 0, 100),
      ],
      markers: [marker('A', 'bugcheck', 44, { attributes: { code: '0x9E' } })],
    });
    const whole = draw(given);
    expect(only(whole.items, 'pill')).toMatchObject([{ text: '0x9E', tone: 'bugcheck' }]);
    expect(only(whole.items, 'rule')).toMatchObject([{ x: 440, y: 0, height: 60 }]);
    const below = draw(given, { top: 34, bottom: 94 });
    expect(only(below.items, 'rule')).toMatchObject([{ x: 440, y: 0, height: 26 }]);
    expect(only(below.items, 'pill')).toEqual([]);
  });

  test('names a decision that has no code by its kind', () => {
    const { items } = draw(
      incident({ markers: [marker('N', 'kill-sent', 44, { ref: line('s9', 1) })] }),
    );
    expect(texts(items)).toEqual(['kill-sent']);
  });

  test('holds nothing of rows outside the painted part', () => {
    const intervals = Array.from({ length: 200 }, (_, i) =>
      interval('N', ['resource', `d${i}`], 'Online', 0, 100),
    );
    const { items } = draw(incident({ intervals }), { top: 1000, bottom: 1260 });
    expect(only(items, 'bar').length).toBeLessThanOrEqual(11);
    expect(items.every((item) => !('y' in item) || (item.y > -34 && item.y < 260 + 34))).toBe(true);
  });
});
