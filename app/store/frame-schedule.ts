/** Longest wait for a frame; a page in the background is given none. */
const LONGEST_WAIT_MS = 200;

/** Runs `work` once, before the next frame, or soon when the page is not painted. */
function beforeNextFrame(work: () => void): void {
  let done = false;
  const run = () => {
    if (done) return;
    done = true;
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    work();
  };
  const frame = requestAnimationFrame(run);
  const timer = setTimeout(run, LONGEST_WAIT_MS);
}

/**
 * A schedule for work that comes in bursts: before the next frame, but not sooner than `pauseMs` after the last time, so that
 * a stream of small changes leaves most frames to the reader.
 */
export function atACalmPace(pauseMs: number): (work: () => void) => void {
  let lastAt = Number.NEGATIVE_INFINITY;
  return (work) => {
    const run = () => {
      lastAt = performance.now();
      work();
    };
    const wait = lastAt + pauseMs - performance.now();
    if (wait <= 0) beforeNextFrame(run);
    else setTimeout(() => beforeNextFrame(run), wait);
  };
}
