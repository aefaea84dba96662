import type { Incident } from '../../src/model/incident.ts';
import type { Selection } from '../../src/timeline/selection.ts';
import { useApp } from '../store/heartline-context.tsx';
import { useStrings } from '../strings/strings-context.ts';
import { EventDetails, MarkerDetails, TransitionDetails } from './details/InstantDetails.tsx';
import { IntervalDetails } from './details/IntervalDetails.tsx';
import { RecordDetails } from './details/RecordDetails.tsx';

/** Explains the selected mark: what, since when, how it is known, the line itself, what else went on. */
export function SelectionPanel() {
  const strings = useStrings();
  const selection = useApp((state) => state.selection);
  const incident = useApp((state) => state.incident);
  if (selection === null) return <p className="text-dim">{strings.selection.none}</p>;
  return (
    <article className="grid grid-cols-1 gap-4">
      <SelectedMark selection={selection} incident={incident} />
    </article>
  );
}

function SelectedMark(props: { readonly selection: Selection; readonly incident: Incident }) {
  const { selection, incident } = props;
  const index = selection.index ?? -1;
  switch (selection.kind) {
    case 'interval': {
      const interval = incident.intervals[index];
      if (interval === undefined) break;
      return <IntervalDetails selection={selection} interval={interval} />;
    }
    case 'marker': {
      const marker = incident.markers[index];
      if (marker === undefined) break;
      return <MarkerDetails selection={selection} marker={marker} />;
    }
    case 'transition': {
      const transition = incident.transitions[index];
      if (transition === undefined) break;
      return <TransitionDetails selection={selection} transition={transition} />;
    }
    case 'event': {
      const event = incident.events[index];
      if (event === undefined) break;
      return <EventDetails selection={selection} event={event} />;
    }
    case 'record':
      if (selection.ref === null) break;
      return <RecordDetails selection={selection} at={selection.ref} />;
  }
  return <Gone />;
}

function Gone() {
  return <p className="text-dim">{useStrings().selection.gone}</p>;
}
