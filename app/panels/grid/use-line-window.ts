import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import {
  contentHeight,
  firstRowAt,
  type LineWindow,
  lastFirstRow,
  scrollTopOf,
} from './line-window.ts';

interface ScrolledWindow {
  readonly view: LineWindow;
  readonly contentHeightPx: number;
  /** First row with its hidden fraction. */
  readonly firstRow: number;
  scrollToRow(firstRow: number): void;
}

/**
 * Ties a line window to a scroll box. `headerPx` is the part of the box that the header covers.
 * While the scroll position is scaled, a wheel turn still moves by rows, not by scaled pixels.
 */
export function useLineWindow(
  box: RefObject<HTMLElement | null>,
  rowCount: number,
  rowHeightPx: number,
  headerPx: number,
): ScrolledWindow {
  const [heightPx, setHeightPx] = useState(0);
  const [firstRow, setFirstRow] = useState(0);
  /** The position that we set ourselves: its scroll event must not round the row. */
  const ownScrollTop = useRef(-1);
  const view: LineWindow = { rowCount, rowHeightPx, heightPx: Math.max(1, heightPx - headerPx) };
  const viewNow = useRef(view);
  viewNow.current = view;
  const firstRowNow = useRef(firstRow);
  firstRowNow.current = firstRow;

  const scrollToRow = useCallback(
    (row: number) => {
      const bounded = Math.max(0, Math.min(row, lastFirstRow(viewNow.current)));
      firstRowNow.current = bounded;
      setFirstRow(bounded);
      const element = box.current;
      if (element === null) return;
      element.scrollTop = scrollTopOf(viewNow.current, bounded);
      ownScrollTop.current = element.scrollTop;
    },
    [box],
  );

  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const measure = () => setHeightPx(element.clientHeight);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [box]);

  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const onScroll = () => {
      if (element.scrollTop === ownScrollTop.current) return;
      ownScrollTop.current = -1;
      setFirstRow(firstRowAt(viewNow.current, element.scrollTop));
    };
    const onWheel = (event: WheelEvent) => {
      const now = viewNow.current;
      const scaled = contentHeight(now) < now.rowCount * now.rowHeightPx;
      if (!scaled || event.deltaY === 0 || event.ctrlKey) return;
      event.preventDefault();
      const px = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? now.rowHeightPx : 1;
      scrollToRow(firstRowNow.current + (event.deltaY * px) / now.rowHeightPx);
    };
    element.addEventListener('scroll', onScroll, { passive: true });
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => {
      element.removeEventListener('scroll', onScroll);
      element.removeEventListener('wheel', onWheel);
    };
  }, [box, scrollToRow]);

  return {
    view,
    contentHeightPx: contentHeight(view),
    firstRow: Math.min(firstRow, lastFirstRow(view)),
    scrollToRow,
  };
}
