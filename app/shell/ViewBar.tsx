import { ChevronRight, Focus, Ruler, Server, X } from 'lucide-react';
import { Fragment } from 'react';
import { formatClock, formatDuration } from '../../src/time/format-time.ts';
import { fitViewport, spanOf, type Viewport } from '../../src/timeline/viewport.ts';
import { zoomTrail } from '../../src/timeline/zoom-trail.ts';
import { memoizeLast } from '../selectors/memoize-last.ts';
import { useActions, useApp } from '../store/heartline-context.tsx';
import { useStrings } from '../strings/strings-context.ts';
import { IconButton } from './Button.tsx';
import { useViewMoves } from './use-view-moves.ts';

/** Of a longer way only its last steps are shown, after the whole. */
const SHOWN_STEPS = 3;
const trailOf = memoizeLast(zoomTrail);

/** The way of zooms that led to the view, what is measured, and fitting to what is selected. */
export function ViewBar() {
  const strings = useStrings();
  const { menu } = strings.timeline;
  const { measureHere } = useActions();
  const moves = useViewMoves();
  const hasSelection = useApp((state) => state.selection?.time != null);
  return (
    <div className="flex h-7 shrink-0 items-center gap-2 border-line border-b bg-panel pr-2 pl-3.5 text-[11.5px]">
      <Trail />
      <div className="grow" />
      <Measured />
      <IconButton
        label={menu.measureHere}
        onClick={measureHere}
        disabled={!hasSelection}
        className="h-6!"
      >
        <Ruler aria-hidden className="size-3.5" />
      </IconButton>
      <IconButton
        label={menu.fitSelection}
        onClick={moves.fitSelection}
        disabled={!hasSelection}
        className="h-6!"
      >
        <Focus aria-hidden className="size-3.5" />
      </IconButton>
      <IconButton
        label={menu.fitThisNode}
        onClick={moves.fitSelectedNode}
        disabled={!hasSelection}
        className="h-6!"
      >
        <Server aria-hidden className="size-3.5" />
      </IconButton>
    </div>
  );
}

function Trail() {
  const strings = useStrings();
  const { menu } = strings.timeline;
  const { moveView } = useActions();
  const trail = useApp((state) => trailOf(state.back, state.viewport));
  const [whole = null, ...rest] = trail;
  const steps = [whole, ...rest.slice(-SHOWN_STEPS)];
  return (
    <nav aria-label={menu.trail} className="min-w-0">
      <ol className="flex min-w-0 items-center gap-1">
        {steps.map((view, i) => {
          const text = view === null ? menu.whole : stepText(view);
          const isCurrent = i === steps.length - 1;
          return (
            <Fragment key={text}>
              {i > 0 && (
                <li aria-hidden className="text-dim">
                  <ChevronRight className="size-3" />
                </li>
              )}
              <li className="min-w-0 truncate">
                <button
                  type="button"
                  aria-current={isCurrent ? 'step' : undefined}
                  onClick={() => moveView(view)}
                  className={`max-w-full truncate rounded px-1 hover:bg-sunken ${isCurrent ? 'text-text' : 'text-soft'}`}
                >
                  {text}
                </button>
              </li>
            </Fragment>
          );
        })}
      </ol>
    </nav>
  );
}

/** `20:24:30 · 5 min 00 s` */
function stepText(view: Viewport): string {
  const span = spanOf(view);
  const precision = span < 10_000 ? 'millisecond' : 'second';
  const rounded = span > 2000 ? Math.round(span / 1000) * 1000 : Math.round(span);
  return `${formatClock(view.start, { kind: 'utc' }, precision)} · ${formatDuration(rounded)}`;
}

/** How long the measured span is: pressed, it fits the view to it. */
function Measured() {
  const strings = useStrings();
  const { menu } = strings.timeline;
  const measured = useApp((state) => state.measured);
  const { moveView, measure } = useActions();
  if (measured === null) return null;
  const text = strings.timeline.measured(formatDuration(spanOf(measured)));
  return (
    <span className="flex items-center gap-0.5" role="status">
      <button
        type="button"
        title={menu.fitMeasure}
        onClick={() => moveView(fitViewport(measured.start, measured.end, 0.1))}
        className="rounded-full bg-selected px-2 font-mono leading-5"
      >
        {text}
      </button>
      <IconButton label={menu.clearMeasure} onClick={() => measure(null)} className="h-6! px-0.5!">
        <X aria-hidden className="size-3.5" />
      </IconButton>
    </span>
  );
}
