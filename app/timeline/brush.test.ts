import { describe, expect, test } from 'vitest';
import type { Instant } from '../../src/time/instant.ts';
import type { Viewport } from '../../src/timeline/viewport.ts';
import { brushed, gripAt } from './brush.ts';

const view = (start: number, end: number): Viewport => ({
  start: start as Instant,
  end: end as Instant,
});
const strip = view(0, 1000);

describe('the brush', () => {
  test('is held at its edges, inside or beside it', () => {
    const shown = view(200, 400);
    expect(gripAt(202, shown, strip, 1000)).toBe('start');
    expect(gripAt(396, shown, strip, 1000)).toBe('end');
    expect(gripAt(300, shown, strip, 1000)).toBe('whole');
    expect(gripAt(700, shown, strip, 1000)).toBe('new');
  });

  test('that fills the strip gives way to a new span', () => {
    expect(gripAt(500, view(-10, 1010), strip, 1000)).toBe('new');
  });

  test('moves, resizes and is drawn anew', () => {
    const shown = view(200, 400);
    expect(brushed('whole', shown, strip, 1000, 300, 350)).toEqual(view(250, 450));
    expect(brushed('start', shown, strip, 1000, 200, 100)).toEqual(view(100, 400));
    expect(brushed('end', shown, strip, 1000, 400, 500)).toEqual(view(200, 500));
    expect(brushed('new', shown, strip, 1000, 900, 700)).toEqual(view(700, 900));
  });

  test('turns over when an edge is drawn past the other, and never gets empty', () => {
    expect(brushed('start', view(200, 400), strip, 1000, 200, 600)).toEqual(view(400, 600));
    expect(brushed('end', view(200, 400), strip, 1000, 400, 200)).toEqual(view(200, 201));
  });
});
