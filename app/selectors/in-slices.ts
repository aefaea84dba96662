/** Work of one slice; well below a frame, so that a frame with a slice in it is still on time. */
const SLICE_MS = 8;

/**
 * Calls `step` for 0, 1 … `count - 1`, as many in one go as fit a slice, and lets the page breathe between slices. The first slice
 * runs at once, so short work is done when this returns. `onSlice` is told how many steps are done after each slice but the last.
 * @returns ends the work; nothing is called afterwards
 */
export function inSlices(
  count: number,
  step: (index: number) => void,
  onDone: () => void,
  onSlice?: (done: number) => void,
): () => void {
  let at = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const run = () => {
    const end = performance.now() + SLICE_MS;
    while (at < count) {
      step(at++);
      if (performance.now() >= end) break;
    }
    if (at >= count) onDone();
    else {
      onSlice?.(at);
      timer = setTimeout(run, 0);
    }
  };
  run();
  return () => {
    at = count;
    clearTimeout(timer);
  };
}
