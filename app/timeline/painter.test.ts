import { describe, expect, test } from 'vitest';
import { computeBars } from '../../src/timeline/culling.ts';
import type { DrawItem } from '../../src/timeline/draw-list.ts';
import { at, incident, interval } from '../../src/timeline/incident.testing.ts';
import { buildLanes } from '../../src/timeline/lane-tree.ts';
import { paintScene, type Surface } from './painter.ts';
import { DARK_CANVAS } from './theme.ts';

/** Records the calls of a canvas context with the fill and stroke that they were made with. */
function recorder() {
  const calls: string[] = [];
  const state: Record<string, unknown> = {};
  const handler: ProxyHandler<Record<string, unknown>> = {
    get: (_target, name: string) => {
      if (name in state) return state[name];
      return (...args: unknown[]) => {
        const ink =
          name === 'stroke'
            ? ` ${state.strokeStyle}`
            : /^fill/.test(name)
              ? ` ${state.fillStyle}`
              : '';
        calls.push(
          `${name}(${args.map((arg) => (typeof arg === 'number' ? Math.round(arg * 10) / 10 : arg)).join(' ')})${ink}`,
        );
        return { addColorStop: () => {} };
      };
    },
    set: (_target, name: string, value) => {
      state[name] = value;
      return true;
    },
  };
  return { calls, context: new Proxy({}, handler) as unknown as CanvasRenderingContext2D };
}

function paint(...items: DrawItem[]): { calls: string[]; pixels: DrawItem['type'][] } {
  const { calls, context } = recorder();
  const pixels: DrawItem['type'][] = [];
  const surface = {
    context,
    widthPx: 400,
    heightPx: 100,
    pixelRatio: 1,
    theme: DARK_CANVAS,
    patterns: { hatch: () => 'hatch', stripes: (family: string) => `stripes of ${family}` },
    pixels: { paint: (list: readonly DrawItem[]) => pixels.push(...list.map(({ type }) => type)) },
  } as unknown as Surface;
  paintScene(items, surface);
  return { calls, pixels };
}

const bar: Extract<DrawItem, { type: 'bar' }> = {
  type: 'bar',
  x: 10,
  width: 101,
  y: 4,
  height: 18,
  family: 'online',
  startEdge: 'observed',
  endEdge: 'observed',
  provisional: false,
  selected: false,
  originX: 10,
  farX: 111,
  count: 1,
};

describe('painting', () => {
  test('ticks what a search has found, through the whole lane while there are few', () => {
    const matches = { type: 'matches', y: 10, height: 28, xs: [50] } as const;
    const { match } = DARK_CANVAS;
    expect(paint(matches).calls).toEqual(
      expect.arrayContaining([`fillRect(50 10 1 27) ${match}`, `fillRect(49.5 32 2 5) ${match}`]),
    );
    const many = paint({ ...matches, xs: Array.from({ length: 200 }, (_, i) => 2 * i) }).calls;
    expect(many.filter((call) => call.endsWith(match))).toHaveLength(200);
  });

  test('begins with the ground', () => {
    expect(paint().calls).toContain(`fillRect(0 0 400 100) ${DARK_CANVAS.ground}`);
  });

  test('fills a bar in its family’s colour, rounded where its edges are known', () => {
    const { calls } = paint(bar);
    expect(calls).toContain('roundRect(10 4 100 18 3,3,3,3)');
    expect(calls).toContain(`fill() ${DARK_CANVAS.families.online.fill}`);
  });

  test('a pending bar is striped, an unknown one hatched', () => {
    expect(paint({ ...bar, family: 'pending' }).calls).toContain('fill() stripes of pending');
    expect(paint({ ...bar, family: 'unknown' }).calls).toContain('fill() hatch');
  });

  test('edges are drawn by how they are known', () => {
    expect(paint({ ...bar, startEdge: 'implied' }).calls).toContain('setLineDash(3,2)');
    expect(paint({ ...bar, endEdge: 'carried' }).calls).toContain(
      'createLinearGradient(10 0 110 0)',
    );
    expect(
      paint({ ...bar, endEdge: 'unknown' }).calls.filter((call) => call.startsWith('lineTo'))
        .length,
    ).toBeGreaterThan(4);
    expect(paint({ ...bar, startEdge: 'cut', endEdge: 'cut' }).calls).toContain(
      'roundRect(10 4 100 18 0,0,0,0)',
    );
  });

  test('a provisional bar is outlined with dashes, a selected one in the accent', () => {
    expect(paint({ ...bar, provisional: true }).calls).toContain('setLineDash(4,3)');
    expect(paint({ ...bar, selected: true }).calls).toContain(`stroke() ${DARK_CANVAS.accent}`);
  });

  test('crowded bars and density go down as pixels before anything drawn by path', () => {
    const strip: DrawItem = { type: 'strip', y: 0, height: 18, bars: new Array(50).fill(null) };
    const { pixels, calls } = paint({ type: 'row', y: 0, height: 26, look: 'node' }, bar, strip);
    expect(pixels).toEqual(['strip']);
    expect(calls.indexOf(`fillRect(0 0 400 26) ${DARK_CANVAS.nodeRow}`)).toBeGreaterThan(0);
  });

  test('a few narrow bars are rectangles of their families’ colours', () => {
    const [node] = buildLanes(
      incident({
        intervals: [
          interval('N', ['node', 'N'], 'up', 0, 1),
          interval('N', ['node', 'N'], 'joining', 1, 2),
        ],
      }),
      [],
    );
    const bars = computeBars(node!.intervals, { start: at(0), end: at(100) }, 1000);
    const { pixels, calls } = paint({ type: 'strip', y: 4, height: 18, bars });
    expect(pixels).toEqual([]);
    expect(calls).toContain(`fillRect(0 4 9 18) ${DARK_CANVAS.families.up.fill}`);
    expect(calls).toContain('fillRect(10 4 9 18) stripes of joining');
  });

  test('a label takes the ink of the bar it stands on', () => {
    const text: DrawItem = {
      type: 'text',
      x: 16,
      y: 13,
      text: 'Online',
      font: 'label',
      ink: { on: 'online' },
    };
    expect(paint(text).calls).toContain(
      `fillText(Online 16 13.5) ${DARK_CANVAS.families.online.ink}`,
    );
  });
});
