/** Longest wait for a frame; a page in the background is given none. */
const LONGEST_WAIT_MS = 200;

/** Runs `work` once, before the next frame, or soon when the page is not painted. */
export function beforeNextFrame(work: () => void): void {
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
