import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import { keepPreference, type Preference, readPreference } from '../store/preferences.ts';

interface PaneSize {
  readonly px: number;
  readonly minPx: number;
  readonly maxPx: number;
  resize(px: number): void;
}

/** A pane's size in CSS pixels, remembered between visits. */
export function usePaneSize(
  preference: Preference,
  startPx: number,
  minPx: number,
  maxPx: number,
): PaneSize {
  const held = (px: number) => Math.round(Math.min(maxPx, Math.max(minPx, px)));
  const [px, setPx] = useState(() => held(Number(readPreference(preference)) || startPx));
  return {
    px,
    minPx,
    maxPx,
    resize(wanted) {
      setPx(held(wanted));
      keepPreference(preference, String(held(wanted)));
    },
  };
}

const KEY_STEP_PX = 24;

/**
 * The line between two panes. Dragging it, or the arrow keys on it, resize the pane that lies after it (right or below).
 */
export function Separator(props: {
  readonly label: string;
  readonly orientation: 'vertical' | 'horizontal';
  readonly size: PaneSize;
  readonly className: string;
}) {
  const { label, orientation, size, className } = props;
  const vertical = orientation === 'vertical';
  const [grip, setGrip] = useState<number | null>(null);
  const along = (event: PointerEvent) => (vertical ? event.clientX : event.clientY);

  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, number> = vertical
      ? { ArrowLeft: KEY_STEP_PX, ArrowRight: -KEY_STEP_PX }
      : { ArrowUp: KEY_STEP_PX, ArrowDown: -KEY_STEP_PX };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    size.resize(size.px + step);
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a focusable separator is a widget, which <hr> is not
    <div
      role="separator"
      aria-label={label}
      aria-orientation={orientation}
      aria-valuenow={size.px}
      aria-valuemin={size.minPx}
      aria-valuemax={size.maxPx}
      tabIndex={0}
      className={`relative z-20 touch-none select-none bg-line hover:bg-accent ${grip === null ? '' : 'bg-accent'} ${
        vertical
          ? 'w-px cursor-col-resize before:absolute before:inset-y-0 before:-left-1 before:w-2.5'
          : 'h-px cursor-row-resize before:absolute before:inset-x-0 before:-top-1 before:h-2.5'
      } ${className}`}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setGrip(along(event) + size.px);
      }}
      onPointerMove={(event) => {
        if (grip !== null) size.resize(grip - along(event));
      }}
      onPointerUp={() => setGrip(null)}
      onPointerCancel={() => setGrip(null)}
    />
  );
}
