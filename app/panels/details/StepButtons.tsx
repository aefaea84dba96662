import { ChevronLeft, ChevronRight, Table2 } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import { tinykeys } from 'tinykeys';
import { stepsOfSubject, subjectOf } from '../../../src/timeline/entity-steps.ts';
import type { Selection, SelectionKind } from '../../../src/timeline/selection.ts';
import { judgementsById } from '../../selectors/incident-summary.ts';
import { allRecords, lineOf, rowOfLine } from '../../selectors/record-rows.ts';
import { placeRecord } from '../../selectors/record-time.ts';
import { selectionOfRecord } from '../../selectors/selections.ts';
import { Button } from '../../shell/Button.tsx';
import { useActions, useApp } from '../../store/heartline-context.tsx';
import type { BottomTab } from '../../store/view-slice.ts';
import { useStrings } from '../../strings/strings-context.ts';
import { useSelectInView } from '../use-select-in-view.ts';

const TABLE_OF: Readonly<Record<SelectionKind, BottomTab>> = {
  interval: 'intervals',
  marker: 'markers',
  transition: 'transitions',
  event: 'events',
  record: 'lines',
};

interface Steps {
  readonly previous: Selection | null;
  readonly next: Selection | null;
  readonly previousName: string;
  readonly nextName: string;
  /** Which of how many; null when it is not counted. */
  readonly place: string | null;
}

/** Steps to what the selected entity did before and after, and to the selection's row in its table. Keys: comma and full stop. */
export function StepButtons({ selection }: { readonly selection: Selection }) {
  const strings = useStrings();
  const { openBottomTab } = useActions();
  const { previous, next, previousName, nextName, place } = useSteps(selection);
  const go = useSelectInView();
  useEffect(() => {
    const step = (to: Selection | null) => (event: KeyboardEvent) => {
      if (to === null || event.defaultPrevented || isWriting(event.target)) return;
      event.preventDefault();
      go(to);
    };
    return tinykeys(window, { ',': step(previous), '.': step(next) });
  }, [previous, next, go]);
  return (
    <nav aria-label={strings.detail.steps} className="flex flex-wrap items-center gap-1">
      <Button
        look="quiet"
        aria-label={previousName}
        aria-keyshortcuts=","
        title={`${previousName} (,)`}
        disabled={previous === null}
        onClick={() => previous !== null && go(previous)}
      >
        <ChevronLeft size={15} aria-hidden="true" />
      </Button>
      {place !== null && <span className="text-dim">{place}</span>}
      <Button
        look="quiet"
        aria-label={nextName}
        aria-keyshortcuts="."
        title={`${nextName} (.)`}
        disabled={next === null}
        onClick={() => next !== null && go(next)}
      >
        <ChevronRight size={15} aria-hidden="true" />
      </Button>
      <Button
        look="quiet"
        className="ml-auto"
        onClick={() => openBottomTab(TABLE_OF[selection.kind])}
      >
        <Table2 size={13} aria-hidden="true" />
        {strings.detail.inTable}
      </Button>
    </nav>
  );
}

function useSteps(selection: Selection): Steps {
  const strings = useStrings();
  const words = strings.detail;
  const incident = useApp((state) => state.incident);
  const entries = useEntrySteps(selection);
  return useMemo((): Steps => {
    if (selection.kind === 'record') {
      const names = { previousName: words.previousEntry, nextName: words.nextEntry };
      return { ...entries, ...names, place: null };
    }
    const { steps, at } = stepsOfSubject(incident, selection);
    const subject = subjectOf(incident, selection);
    const what = subject?.entity?.name ?? subject?.node ?? words.something;
    return {
      previous: at === -1 ? null : (steps[at - 1] ?? null),
      next: at === -1 ? null : (steps[at + 1] ?? null),
      previousName: words.previous(what),
      nextName: words.next(what),
      place: at === -1 ? null : words.stepOf(at + 1, steps.length),
    };
  }, [incident, selection, entries, words]);
}

/** The records before and after a selected one in its file. */
function useEntrySteps({ kind, ref }: Selection): Pick<Steps, 'previous' | 'next'> {
  const source = kind === 'record' ? ref?.source : undefined;
  const segments = useApp((state) => (source === undefined ? undefined : state.segments[source]));
  const rule = useApp((state) =>
    source === undefined ? undefined : judgementsById(state.incident).get(source)?.timeBase.rule,
  );
  return useMemo(() => {
    if (segments === undefined || ref === null) return { previous: null, next: null };
    const rows = allRecords(segments);
    const row = rowOfLine(segments, ref.line);
    const entry = (at: number): Selection | null => {
      if (at < 0 || at >= rows.count) return null;
      const place = rows.place(at);
      const { time } = placeRecord(place, rule ?? { kind: 'unknown' });
      return selectionOfRecord({ source: ref.source, line: lineOf(place) }, time);
    };
    return { previous: entry(row - 1), next: row === -1 ? null : entry(row + 1) };
  }, [segments, rule, ref]);
}

function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.matches('input:not([type=checkbox], [type=radio], [type=file]), textarea, select') ||
      target.closest('[role=dialog]') !== null)
  );
}
