import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { inSlices } from './in-slices.ts';

describe('inSlices', () => {
  let now = 0;
  beforeEach(() => {
    vi.useFakeTimers();
    now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => now);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  it('does short work at once', () => {
    const steps: number[] = [];
    const onDone = vi.fn();
    inSlices(3, (i) => steps.push(i), onDone);
    expect(steps).toEqual([0, 1, 2]);
    expect(onDone).toHaveBeenCalledOnce();
  });

  it('cuts long work and says how far it is', () => {
    const onSlice = vi.fn();
    const onDone = vi.fn();
    inSlices(5, () => (now += 5), onDone, onSlice);
    expect(onSlice.mock.calls).toEqual([[2]]);
    vi.runAllTimers();
    expect(onSlice.mock.calls).toEqual([[2], [4]]);
    expect(onDone).toHaveBeenCalledOnce();
  });

  it('does nothing more once it is ended', () => {
    const step = vi.fn(() => (now += 50));
    const onDone = vi.fn();
    const end = inSlices(5, step, onDone);
    end();
    vi.runAllTimers();
    expect(step).toHaveBeenCalledOnce();
    expect(onDone).not.toHaveBeenCalled();
  });
});
