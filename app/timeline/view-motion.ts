import { betweenViewports, clampViewport, type Viewport } from '../../src/timeline/viewport.ts';

/** How the view came to change. */
export type ViewChange = 'pan' | 'zoom' | 'brush' | 'fit';

/** The view is told at most this often while it moves, and once when it has come to rest. */
const REPORT_EVERY_MS = 100;
/** After this time without a move a series of wheel turns is over. */
const REST_MS = 140;
const GLIDE_MS = 220;

/**
 * The view on screen while it moves. Gestures move it at once, jumps glide; the page hears of it at a calm pace, so that panning costs it
 * no render a frame. Views that come back from the page as an echo of a report are not taken for a jump.
 */
export class ViewMotion {
  private view: Viewport;
  private bounds: Viewport | null = null;
  private glide: { from: Viewport; to: Viewport; start: number; length: number } | null = null;
  private readonly onFrame: () => void;
  private readonly report: (view: Viewport, how: ViewChange) => void;
  /** Views reported that have not come back yet. */
  private readonly echoes: Viewport[] = [];
  private told: Viewport | null = null;
  private lastReport = 0;
  private pending: { how: ViewChange; timer: ReturnType<typeof setTimeout> } | null = null;

  constructor(
    view: Viewport,
    onFrame: () => void,
    report: (view: Viewport, how: ViewChange) => void,
  ) {
    this.view = view;
    this.onFrame = onFrame;
    this.report = report;
  }

  get current(): Viewport {
    return this.view;
  }

  /** Where the view will stand when it has come to rest. */
  get target(): Viewport {
    return this.glide?.to ?? this.view;
  }

  setBounds(bounds: Viewport | null): void {
    this.bounds = bounds;
  }

  /** A view from outside: glides there, unless it is what was just reported from here. */
  follow(view: Viewport, calm: boolean): void {
    const echo = this.echoes.findIndex((told) => isSame(told, view));
    if (echo !== -1) {
      this.echoes.splice(0, echo + 1);
      return;
    }
    if (isSame(view, this.target)) return;
    this.cancelReport();
    this.echoes.length = 0;
    this.told = null;
    this.start(view, calm ? 0 : GLIDE_MS);
  }

  /** A move by the reader; over `glideMs` (0: at once). */
  move(to: Viewport, how: ViewChange, glideMs = 0): void {
    this.start(clampViewport(to, this.bounds), glideMs);
    this.scheduleReport(how);
  }

  /** Brings the view to the time of a frame. Returns whether another frame is wanted. */
  advance(now: number): boolean {
    const { glide } = this;
    if (glide === null) return false;
    const share = glide.length === 0 ? 1 : Math.min(1, (now - glide.start) / glide.length);
    this.view = betweenViewports(glide.from, glide.to, 1 - (1 - share) ** 3);
    if (share >= 1) this.glide = null;
    return share < 1;
  }

  dispose(): void {
    this.cancelReport();
  }

  private start(to: Viewport, length: number): void {
    if (length === 0) {
      this.view = to;
      this.glide = null;
    } else this.glide = { from: this.view, to, start: performance.now(), length };
    this.onFrame();
  }

  private scheduleReport(how: ViewChange): void {
    this.cancelReport();
    if (performance.now() - this.lastReport >= REPORT_EVERY_MS) this.tell(how);
    this.pending = { how, timer: setTimeout(() => this.tell(how), REST_MS) };
  }

  private tell(how: ViewChange): void {
    this.cancelReport();
    const view = this.target;
    if (this.told !== null && isSame(this.told, view)) return;
    this.told = view;
    this.lastReport = performance.now();
    this.echoes.push(view);
    if (this.echoes.length > 8) this.echoes.shift();
    this.report(view, how);
  }

  private cancelReport(): void {
    if (this.pending !== null) clearTimeout(this.pending.timer);
    this.pending = null;
  }
}

function isSame(a: Viewport, b: Viewport): boolean {
  return a.start === b.start && a.end === b.end;
}
