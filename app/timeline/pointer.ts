import { panViewport, spanOf, toTime, zoomViewport } from '../../src/timeline/viewport.ts';
import type { ViewMotion } from './view-motion.ts';

/** What the pointer can do on a plot; x and y in CSS pixels from the plot's own corner. */
export interface PlotPointer {
  readonly motion: ViewMotion;
  /** Plot width in CSS pixels. */
  widthPx(): number;
  /** Left edge of the plot in client coordinates. */
  left(): number;
  /** Null where rows do not scroll (the ruler). */
  readonly scroller: HTMLElement | null;
  /** Whether a drag that begins so measures a span instead of moving the picture. */
  measures(event: PointerEvent): boolean;
  /** A measuring drag: from where it began to where the pointer is; `done` when it is let go. */
  onMeasure(from: PointerEvent, to: PointerEvent, done: boolean): void;
  onHover(event: PointerEvent | null): void;
  onClick(event: PointerEvent): void;
  onDoubleClick(event: MouseEvent): void;
}

/** Movement below this is a click. */
const DRAG_PX = 4;
const LINE_PX = 16;
const WHEEL_GLIDE_MS = 110;

/**
 * Wheel, drag and pinch on `element`, as `TIMELINE_STRINGS.help` tells them. `isPlot` says whether an event lies over the plot and not over
 * the names beside it. Returns a function that lets go of the element.
 */
export function attachPointer(
  element: HTMLElement,
  plot: PlotPointer,
  isPlot: (event: MouseEvent) => boolean,
  isCalm: () => boolean,
): () => void {
  const { motion } = plot;
  const held = new Map<number, { x: number; y: number }>();
  let drag: {
    x: number;
    y: number;
    view: typeof motion.current;
    scrollTop: number;
    moved: boolean;
    /** The press of a drag that measures; null: the picture moves. */
    measuring: PointerEvent | null;
  } | null = null;
  let pinch: { distance: number; anchorX: number; view: typeof motion.current } | null = null;

  const xOf = (event: MouseEvent) => event.clientX - plot.left();

  const onWheel = (event: WheelEvent) => {
    const zooms = event.ctrlKey || event.metaKey;
    if (!isPlot(event) && !zooms) return;
    const scale = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1 : LINE_PX;
    const [dx, dy] = [event.deltaX * scale, event.deltaY * scale];
    if (event.altKey && plot.scroller !== null) {
      event.preventDefault();
      plot.scroller.scrollTop += dy;
      return;
    }
    event.preventDefault();
    const width = plot.widthPx();
    if (!zooms && (event.shiftKey || Math.abs(dx) > Math.abs(dy))) {
      const by = Math.abs(dx) > Math.abs(dy) ? dx : dy;
      motion.move(panViewport(motion.target, (by / width) * spanOf(motion.target)), 'pan');
      return;
    }
    // A pinch comes as small steps with Ctrl, a wheel as notches of about 100: both reach twice the scale in three or four.
    const notched = Math.abs(dy) >= 50;
    const factor = Math.exp(
      Math.max(-240, Math.min(240, dy)) * (zooms && !notched ? 0.01 : 0.0022),
    );
    const x = Math.max(0, Math.min(width, xOf(event)));
    const anchor = toTime(motion.target, width, x);
    motion.move(
      zoomViewport(motion.target, factor, anchor),
      'zoom',
      notched && !isCalm() ? WHEEL_GLIDE_MS : 0,
    );
  };

  const onDown = (event: PointerEvent) => {
    if (!isPlot(event) || (event.pointerType === 'mouse' && event.button !== 0)) return;
    held.set(event.pointerId, { x: event.clientX, y: event.clientY });
    if (held.size === 2) {
      drag = null;
      startPinch();
      return;
    }
    drag = {
      x: event.clientX,
      y: event.clientY,
      view: motion.target,
      scrollTop: plot.scroller?.scrollTop ?? 0,
      moved: false,
      measuring: plot.measures(event) ? event : null,
    };
  };

  const startPinch = () => {
    const [a, b] = [...held.values()];
    if (a === undefined || b === undefined) return;
    pinch = {
      distance: Math.max(1, Math.hypot(a.x - b.x, a.y - b.y)),
      anchorX: (a.x + b.x) / 2 - plot.left(),
      view: motion.target,
    };
  };

  const onMove = (event: PointerEvent) => {
    const pointer = held.get(event.pointerId);
    if (pointer !== undefined) {
      pointer.x = event.clientX;
      pointer.y = event.clientY;
    }
    if (pinch !== null && held.size === 2) {
      movePinch(pinch);
      return;
    }
    if (drag !== null && pointer !== undefined) {
      const [dx, dy] = [event.clientX - drag.x, event.clientY - drag.y];
      if (!drag.moved && Math.hypot(dx, dy) < DRAG_PX) return;
      if (!drag.moved) {
        drag.moved = true;
        element.setPointerCapture(event.pointerId);
        if (drag.measuring === null) {
          element.dataset.dragging = '';
          plot.onHover(null);
        }
      }
      if (drag.measuring !== null) {
        plot.onMeasure(drag.measuring, event, false);
        plot.onHover(event);
        return;
      }
      motion.move(panViewport(drag.view, (-dx / plot.widthPx()) * spanOf(drag.view)), 'pan');
      if (plot.scroller !== null) plot.scroller.scrollTop = drag.scrollTop - dy;
      return;
    }
    plot.onHover(isPlot(event) ? event : null);
  };

  const movePinch = (from: NonNullable<typeof pinch>) => {
    const [a, b] = [...held.values()];
    if (a === undefined || b === undefined) return;
    const width = plot.widthPx();
    const factor = from.distance / Math.max(1, Math.hypot(a.x - b.x, a.y - b.y));
    const zoomed = zoomViewport(from.view, factor, toTime(from.view, width, from.anchorX));
    const shift = (a.x + b.x) / 2 - plot.left() - from.anchorX;
    motion.move(panViewport(zoomed, (-shift / width) * spanOf(zoomed)), 'zoom');
  };

  const onUp = (event: PointerEvent) => {
    if (!held.delete(event.pointerId)) return;
    if (pinch !== null) {
      pinch = null;
      drag = null;
      return;
    }
    const wasClick = drag !== null && !drag.moved && event.type === 'pointerup';
    if (drag?.measuring != null && drag.moved) plot.onMeasure(drag.measuring, event, true);
    drag = null;
    delete element.dataset.dragging;
    if (wasClick) plot.onClick(event);
  };

  const onLeave = () => {
    if (drag === null) plot.onHover(null);
  };
  const onDoubleClick = (event: MouseEvent) => {
    if (isPlot(event)) plot.onDoubleClick(event);
  };

  element.addEventListener('wheel', onWheel, { passive: false });
  element.addEventListener('pointerdown', onDown);
  element.addEventListener('pointermove', onMove);
  element.addEventListener('pointerup', onUp);
  element.addEventListener('pointercancel', onUp);
  element.addEventListener('pointerleave', onLeave);
  element.addEventListener('dblclick', onDoubleClick);
  return () => {
    element.removeEventListener('wheel', onWheel);
    element.removeEventListener('pointerdown', onDown);
    element.removeEventListener('pointermove', onMove);
    element.removeEventListener('pointerup', onUp);
    element.removeEventListener('pointercancel', onUp);
    element.removeEventListener('pointerleave', onLeave);
    element.removeEventListener('dblclick', onDoubleClick);
  };
}
