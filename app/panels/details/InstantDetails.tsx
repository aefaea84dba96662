import type { IncidentEvent, Marker, Transition } from '../../../src/model/incident.ts';
import type { Selection } from '../../../src/timeline/selection.ts';
import { useStrings } from '../../strings/strings-context.ts';
import { MarkDetails } from './MarkDetails.tsx';
import { attributePairs, entityPairs, placedPairs } from './pairs.tsx';
import { sentencesOfEvent, sentencesOfMarker, sentencesOfTransition } from './plain-sentences.ts';

export function MarkerDetails(props: { readonly selection: Selection; readonly marker: Marker }) {
  const { marker } = props;
  const strings = useStrings();
  const words = strings.selection;
  return (
    <MarkDetails
      selection={props.selection}
      kicker={strings.kind.marker(marker.kind)}
      sentences={sentencesOfMarker(strings, marker)}
      grounds={{ placed: marker, edges: null, entity: marker.entity }}
      time={marker.time}
      linesTitle={words.otherLines}
      lines={marker.alsoAt}
      pairs={[
        ...attributePairs(marker.attributes),
        ...placedPairs(strings, marker),
        [words.node, marker.node],
        [words.peer, marker.peer],
        ...entityPairs(strings, marker.entity),
      ]}
    />
  );
}

export function TransitionDetails(props: {
  readonly selection: Selection;
  readonly transition: Transition;
}) {
  const { transition } = props;
  const strings = useStrings();
  const words = strings.selection;
  const { entity, from, to } = transition;
  return (
    <MarkDetails
      selection={props.selection}
      kicker={strings.kind.entity(entity.kind)}
      sentences={sentencesOfTransition(strings, transition)}
      grounds={{ placed: transition, edges: null, entity }}
      time={transition.time}
      linesTitle={words.otherLines}
      lines={transition.alsoAt}
      pairs={[
        [strings.column.state, <b key="state">{from === '' ? to : `${from} → ${to}`}</b>],
        ...placedPairs(strings, transition),
        [words.node, transition.node],
        [words.group, transition.group],
        [words.owner, transition.owner],
        ...entityPairs(strings, entity),
      ]}
    />
  );
}

export function EventDetails(props: {
  readonly selection: Selection;
  readonly event: IncidentEvent;
}) {
  const { event } = props;
  const strings = useStrings();
  const words = strings.selection;
  return (
    <MarkDetails
      selection={props.selection}
      kicker={`${words.eventId} ${event.id}`}
      sentences={sentencesOfEvent(strings, event)}
      grounds={{ placed: event, edges: null, entity: event.entity }}
      time={event.time}
      linesTitle={words.otherLines}
      lines={event.alsoAt}
      pairs={[
        [words.eventId, event.id],
        [words.provider, event.provider],
        ...placedPairs(strings, event),
        [words.node, event.node],
        ...entityPairs(strings, event.entity),
      ]}
    />
  );
}
