import type { Instant } from '../../src/time/instant.ts';
import { panViewport, spanOf, toTime, toX, type Viewport } from '../../src/timeline/viewport.ts';
import type { ViewMotion } from './view-motion.ts';

/** Distance from an edge of the brush at which a drag resizes it. */
const EDGE_PX = 7;
const CLICK_PX = 4;

type Grip = 'start' | 'end' | 'whole' | 'new';

/**
 * The brush in the overview: drag it to move, drag an edge to resize, drag beside it for a new span, click beside it to go there.
 * `spanShown` is what the strip shows. Returns a function that lets go of the element.
 */
export function attachBrush(
  strip: HTMLElement,
  motion: ViewMotion,
  spanShown: () => Viewport | null,
): () => void {
  let drag: { grip: Grip; x: number; view: Viewport; moved: boolean } | null = null;
  const xOf = (event: PointerEvent) => event.clientX - strip.getBoundingClientRect().left;

  const onDown = (event: PointerEvent) => {
    const span = spanShown();
    if (span === null || (event.pointerType === 'mouse' && event.button !== 0)) return;
    const x = xOf(event);
    drag = {
      grip: gripAt(x, motion.target, span, strip.clientWidth),
      x,
      view: motion.target,
      moved: false,
    };
    strip.setPointerCapture(event.pointerId);
    event.preventDefault();
  };

  const onMove = (event: PointerEvent) => {
    const span = spanShown();
    if (span === null) return;
    const x = xOf(event);
    const width = strip.clientWidth;
    if (drag === null) {
      strip.style.cursor = CURSORS[gripAt(x, motion.target, span, width)];
      return;
    }
    if (!drag.moved && Math.abs(x - drag.x) < CLICK_PX) return;
    drag.moved = true;
    motion.move(brushed(drag.grip, drag.view, span, width, drag.x, x), 'brush');
  };

  const onUp = (event: PointerEvent) => {
    const span = spanShown();
    if (
      drag !== null &&
      span !== null &&
      !drag.moved &&
      drag.grip === 'new' &&
      event.type === 'pointerup'
    ) {
      const centre = (drag.view.start + drag.view.end) / 2;
      motion.move(
        panViewport(drag.view, toTime(span, strip.clientWidth, drag.x) - centre),
        'brush',
        180,
      );
    }
    drag = null;
  };

  strip.addEventListener('pointerdown', onDown);
  strip.addEventListener('pointermove', onMove);
  strip.addEventListener('pointerup', onUp);
  strip.addEventListener('pointercancel', onUp);
  return () => {
    strip.removeEventListener('pointerdown', onDown);
    strip.removeEventListener('pointermove', onMove);
    strip.removeEventListener('pointerup', onUp);
    strip.removeEventListener('pointercancel', onUp);
  };
}

const CURSORS: Readonly<Record<Grip, string>> = {
  start: 'ew-resize',
  end: 'ew-resize',
  whole: 'grab',
  new: 'crosshair',
};

/** What a press at `x` takes hold of. A brush that fills the strip cannot be moved, so a drag in it draws a new span. */
export function gripAt(x: number, view: Viewport, span: Viewport, widthPx: number): Grip {
  const start = toX(span, widthPx, view.start);
  const end = toX(span, widthPx, view.end);
  const [toStart, toEnd] = [Math.abs(x - start), Math.abs(x - end)];
  if (Math.min(toStart, toEnd) <= EDGE_PX)
    return toStart <= toEnd && x < (start + end) / 2 ? 'start' : 'end';
  if (start <= 0 && end >= widthPx) return 'new';
  return x > start && x < end ? 'whole' : 'new';
}

/** The view after a drag from `fromX` to `x`. */
export function brushed(
  grip: Grip,
  view: Viewport,
  span: Viewport,
  widthPx: number,
  fromX: number,
  x: number,
): Viewport {
  const byMs = ((x - fromX) / widthPx) * spanOf(span);
  if (grip === 'whole') return panViewport(view, byMs);
  const [fixed, moved] =
    grip === 'start'
      ? [view.end, view.start + byMs]
      : grip === 'end'
        ? [view.start, view.end + byMs]
        : [toTime(span, widthPx, fromX), toTime(span, widthPx, x)];
  return {
    start: Math.min(fixed, moved) as Instant,
    end: Math.max(fixed, moved, Math.min(fixed, moved) + 1) as Instant,
  };
}
