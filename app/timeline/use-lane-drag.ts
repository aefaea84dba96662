import { type PointerEvent, useRef, useState } from 'react';
import { siblingsOf } from '../../src/timeline/arrange-lanes.ts';
import type { Lane } from '../../src/timeline/lane.ts';
import { type LaneChoices, placeLane } from '../../src/timeline/lane-choices.ts';
import { heightOfRows, type Row } from '../../src/timeline/rows.ts';

/** Movement below this is a click. */
const DRAG_PX = 5;

interface Drag {
  readonly key: string;
  readonly fromY: number;
  moving: boolean;
  before: string | null;
}

/** Where a dragged lane would be put down. */
interface Drop {
  readonly key: string;
  /** Height of the line between the rows, from the top of the list. */
  readonly y: number;
}

/** Dragging a lane's name up and down among its siblings, with mouse or pen: a finger scrolls the list. */
export function useLaneDrag(
  arranged: readonly Lane[],
  rows: readonly Row[],
  choices: LaneChoices,
  onPlace: (change: (choices: LaneChoices) => LaneChoices) => void,
) {
  const drag = useRef<Drag | null>(null);
  const [drop, setDrop] = useState<Drop | null>(null);

  const end = (event: PointerEvent<HTMLElement>, isDone: boolean) => {
    const { current } = drag;
    drag.current = null;
    setDrop(null);
    if (current === null || !current.moving || !isDone) return;
    event.preventDefault();
    const siblings = siblingsOf(arranged, current.key, choices);
    if (siblings === null) return;
    const { parent, keys } = siblings;
    onPlace((before) => placeLane(before, parent, keys, current.key, current.before));
  };

  return {
    drop,
    handlers: {
      onPointerDown(event: PointerEvent<HTMLElement>) {
        const target = event.target as HTMLElement;
        const key = target.closest<HTMLElement>('[data-lane]')?.dataset.lane;
        if (event.button !== 0 || event.pointerType === 'touch') return;
        if (key === undefined || target.closest('button') !== null) return;
        drag.current = { key, fromY: event.clientY, moving: false, before: null };
      },
      onPointerMove(event: PointerEvent<HTMLElement>) {
        const { current } = drag;
        if (current === null) return;
        if (!current.moving && Math.abs(event.clientY - current.fromY) < DRAG_PX) return;
        const siblings = siblingsOf(arranged, current.key, choices);
        if (siblings === null) return;
        if (!current.moving) {
          current.moving = true;
          event.currentTarget.setPointerCapture(event.pointerId);
        }
        const y = event.clientY - event.currentTarget.getBoundingClientRect().top;
        const others = siblings.keys.filter((key) => key !== current.key);
        const place = placeAt(rows, others, y);
        current.before = place.before;
        setDrop({ key: current.key, y: place.y });
      },
      onPointerUp: (event: PointerEvent<HTMLElement>) => end(event, true),
      onPointerCancel: (event: PointerEvent<HTMLElement>) => end(event, false),
    },
  };
}

/** The sibling before which a height lies, null after the last, and the height of the line between them. */
function placeAt(
  rows: readonly Row[],
  siblings: readonly string[],
  y: number,
): { readonly before: string | null; readonly y: number } {
  const wanted = new Set(siblings);
  let bottom = heightOfRows(rows);
  let isLast = false;
  for (let i = 0; i < rows.length; i++) {
    const { lane, top, height } = rows[i]!;
    if (wanted.has(lane.key)) {
      if (y < top + height / 2) return { before: lane.key, y: top };
      isLast = lane.key === siblings[siblings.length - 1];
      bottom = top + height;
    } else if (isLast && rows[i - 1] !== undefined && lane.depth > depthOf(rows, siblings)) {
      bottom = top + height;
    } else isLast = false;
  }
  return { before: null, y: bottom };
}

function depthOf(rows: readonly Row[], siblings: readonly string[]): number {
  return rows.find(({ lane }) => lane.key === siblings[0])?.lane.depth ?? 0;
}
