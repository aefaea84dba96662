import { useEffect, useMemo, useRef, useState } from 'react';
import { arrangeLanes } from '../../src/timeline/arrange-lanes.ts';
import type { Lane } from '../../src/timeline/lane.ts';
import { quietLanes } from '../../src/timeline/quiet-lanes.ts';
import { layoutRows, type Row } from '../../src/timeline/rows.ts';
import type { Viewport } from '../../src/timeline/viewport.ts';
import type { Lanes } from '../store/lanes-slice.ts';
import type { TimelineStrings } from './strings.ts';

/** Lanes that have become quiet fold only when the view has rested this long: rows do not come and go while it moves. */
const REST_MS = 350;
const NONE: ReadonlySet<string> = new Set();

/** The lanes as the reader wants them, and their rows. `held` are lanes that do not fold themselves while they are open. */
export function useLaneRows(
  lanes: readonly Lane[],
  wishes: Lanes,
  folded: ReadonlySet<string>,
  viewport: Viewport | null,
  held: readonly (string | null)[],
  strings: TimelineStrings,
): { readonly arranged: readonly Lane[]; readonly rows: readonly Row[] } {
  const { laneChoices: choices, laneFilter: filter, laneHeight, foldsQuiet, openQuiet } = wishes;
  const rested = useRested(viewport);
  const gathered = useRef(NONE);
  const names = useMemo(() => {
    if (!foldsQuiet || viewport === null || rested === null) return '';
    const atRest = quietLanes(lanes, rested);
    const now = rested === viewport ? atRest : quietLanes(lanes, viewport);
    const stays = (key: string) => held.includes(key) && !gathered.current.has(key);
    return [...atRest].filter((key) => now.has(key) && !stays(key)).join('\n');
  }, [foldsQuiet, lanes, viewport, rested, held]);
  // By its text, so that a moving view in which the same lanes are quiet makes no new rows.
  const quiet = useMemo(() => (names === '' ? NONE : new Set(names.split('\n'))), [names]);
  useEffect(() => {
    gathered.current = quiet;
  }, [quiet]);
  const arranged = useMemo(
    () => arrangeLanes(lanes, { choices, filter, quiet }, strings.words),
    [lanes, choices, filter, quiet, strings],
  );
  const rows = useMemo(() => {
    const closed = new Set(folded);
    for (const { kind, key } of arranged) {
      if (kind === 'quiet' && !openQuiet.has(key)) closed.add(key);
    }
    return layoutRows(arranged, closed, laneHeight);
  }, [arranged, folded, openQuiet, laneHeight]);
  return { arranged, rows };
}

function useRested(viewport: Viewport | null): Viewport | null {
  const [rested, setRested] = useState(viewport);
  useEffect(() => {
    const timer = setTimeout(() => setRested(viewport), REST_MS);
    return () => clearTimeout(timer);
  }, [viewport]);
  return rested ?? viewport;
}
