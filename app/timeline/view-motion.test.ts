import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Instant } from '../../src/time/instant.ts';
import type { Viewport } from '../../src/timeline/viewport.ts';
import { ViewMotion } from './view-motion.ts';

const view = (start: number, end: number): Viewport => ({
  start: start as Instant,
  end: end as Instant,
});

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function motion() {
  const told: Viewport[] = [];
  const made = new ViewMotion(
    view(0, 100),
    () => {},
    (to) => told.push(to),
  );
  return { made, told };
}

describe('the moving view', () => {
  test('moves at once, is told now and then, and once at rest', () => {
    const { made, told } = motion();
    vi.advanceTimersByTime(1000);
    for (let step = 1; step <= 20; step++) {
      made.move(view(step, 100 + step), 'pan');
      expect(made.current).toEqual(view(step, 100 + step));
      vi.advanceTimersByTime(16);
    }
    expect(told.length).toBeLessThan(6);
    vi.advanceTimersByTime(500);
    expect(told.at(-1)).toEqual(view(20, 120));
  });

  test('glides to a view from outside and arrives exactly', () => {
    const { made } = motion();
    made.follow(view(500, 600), false);
    expect(made.current).toEqual(view(0, 100));
    expect(made.target).toEqual(view(500, 600));
    expect(made.advance(performance.now() + 50)).toBe(true);
    expect(made.current.start).toBeGreaterThan(0);
    expect(made.advance(performance.now() + 5000)).toBe(false);
    expect(made.current).toEqual(view(500, 600));
  });

  test('goes there at once where motion is to be reduced', () => {
    const { made } = motion();
    made.follow(view(500, 600), true);
    expect(made.current).toEqual(view(500, 600));
  });

  test('does not take the echo of its own report for a jump', () => {
    const { made, told } = motion();
    vi.advanceTimersByTime(1000);
    made.move(view(10, 110), 'pan');
    made.move(view(20, 120), 'pan');
    made.follow(told[0]!, false);
    expect(made.target).toEqual(view(20, 120));
  });

  test('but goes back to a view it had reported when asked to later', () => {
    const { made, told } = motion();
    vi.advanceTimersByTime(1000);
    made.move(view(10, 110), 'pan');
    vi.advanceTimersByTime(500);
    made.follow(told[0]!, true);
    made.move(view(50, 150), 'pan');
    vi.advanceTimersByTime(500);
    for (const echo of told.slice(1)) made.follow(echo, true);
    made.follow(view(10, 110), true);
    expect(made.target).toEqual(view(10, 110));
  });
});
