import {
  ArrowLeft,
  ArrowRight,
  ChevronLeft,
  ChevronRight,
  Maximize2,
  ZoomIn,
  ZoomOut,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { useActions, useApp } from '../store/heartline-context.tsx';
import { useStrings } from '../strings/strings-context.ts';
import { IconButton } from './Button.tsx';
import { useViewMoves, ZOOM_IN, ZOOM_OUT } from './use-view-moves.ts';

/** Where the view can go. */
export function ViewToolbar() {
  const strings = useStrings();
  const { goBack, goForward } = useActions();
  const moves = useViewMoves();
  const canGoBack = useApp((state) => state.back.length > 0);
  const canGoForward = useApp((state) => state.forward.length > 0);
  const hasMarkers = useApp((state) => state.incident.markers.length > 0);

  const tool = (label: string, act: () => void, icon: ReactNode, enabled = true) => (
    <IconButton label={label} onClick={act} disabled={!enabled}>
      {icon}
    </IconButton>
  );
  const size = 'size-4';
  return (
    <div role="toolbar" aria-label={strings.view.toolbar} className="flex items-center">
      {tool(strings.view.back, goBack, <ArrowLeft aria-hidden className={size} />, canGoBack)}
      {tool(
        strings.view.forward,
        goForward,
        <ArrowRight aria-hidden className={size} />,
        canGoForward,
      )}
      {tool(strings.keys.fit, moves.fit, <Maximize2 aria-hidden className={size} />)}
      {tool(
        strings.view.zoomIn,
        () => moves.zoom(ZOOM_IN),
        <ZoomIn aria-hidden className={size} />,
      )}
      {tool(
        strings.view.zoomOut,
        () => moves.zoom(ZOOM_OUT),
        <ZoomOut aria-hidden className={size} />,
      )}
      {tool(
        strings.view.previousMarker,
        () => moves.stepMarker(-1),
        <ChevronLeft aria-hidden className={size} />,
        hasMarkers,
      )}
      {tool(
        strings.view.nextMarker,
        () => moves.stepMarker(1),
        <ChevronRight aria-hidden className={size} />,
        hasMarkers,
      )}
    </div>
  );
}
