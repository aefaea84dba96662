import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Label, placeLabels } from './lane-labels.ts';

const measure = (text: string) => [...text].length * 6;
const label = (x: number, text: string, until: number | null, y = 10): Label => ({
  x,
  y,
  text,
  font: 'label',
  ink: { tone: 'quiet' },
  until,
});
const glyph = (x: number) => ({ x0: x - 5, x1: x + 5, y0: 5, y1: 15 });

function place(labels: readonly Label[], ...taken: readonly ReturnType<typeof glyph>[]) {
  return placeLabels(labels, taken, measure).map((item) =>
    item.type === 'text' ? [item.x, item.text] : [],
  );
}

describe('labels of a row', () => {
  test('stand where they want when the ground is free', () => {
    expect(place([label(10, 'Online', 200), label(100, '1230', null)])).toEqual([
      [10, 'Online'],
      [100, '1230'],
    ]);
  });

  test('move past a glyph', () => {
    expect(place([label(6, 'missed for 5.634 s', 400)], glyph(4))).toEqual([
      [13, 'missed for 5.634 s'],
    ]);
  });

  test('give way to those before them: moved and cut, or left out', () => {
    const codes = label(20, '41 · 6008', null);
    expect(place([codes, label(6, 'no log after 20:49:02', 300)])).toEqual([
      [20, '41 · 6008'],
      [78, 'no log after 20:49:02'],
    ]);
    expect(place([codes, label(6, 'no log after', 120)])).toEqual([
      [20, '41 · 6008'],
      [78, 'no log…'],
    ]);
    expect(place([codes, label(6, 'no log after', 80)])).toEqual([[20, '41 · 6008']]);
    expect(place([label(6, 'Online', 100), label(20, '1069', null)])).toEqual([[6, 'Online']]);
  });

  test('do not mind those of another line', () => {
    expect(place([label(6, 'Online', 100, 10), label(6, 'Offline', 100, 30)])).toHaveLength(2);
  });

  test('never overlap, and end before their limit', () => {
    const labels = fc.array(
      fc.record({
        x: fc.integer({ min: 0, max: 300 }),
        y: fc.constantFrom(8, 13, 20),
        text: fc.string({ minLength: 1, maxLength: 20 }),
        room: fc.option(fc.integer({ min: 0, max: 200 })),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(labels, fc.array(fc.integer({ min: 0, max: 300 })), (wanted, glyphs) => {
        const taken = glyphs.map(glyph);
        const items = placeLabels(
          wanted.map(({ x, y, text, room }) => label(x, text, room === null ? null : x + room, y)),
          taken,
          measure,
        );
        const boxes = items.flatMap((item) =>
          item.type === 'text'
            ? [{ x0: item.x, x1: item.x + measure(item.text), y0: item.y - 6, y1: item.y + 6 }]
            : [],
        );
        const all = [...taken, ...boxes];
        for (const [i, box] of boxes.entries()) {
          for (const [j, other] of all.entries()) {
            if (j === taken.length + i) continue;
            const apart =
              box.x1 <= other.x0 || box.x0 >= other.x1 || box.y1 <= other.y0 || box.y0 >= other.y1;
            expect(apart).toBe(true);
          }
        }
      }),
    );
  });
});
