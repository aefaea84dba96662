import { useMemo } from 'react';
import type { Incident, LineRef } from '../../../src/model/incident.ts';
import type { Selection } from '../../../src/timeline/selection.ts';
import { judgementsById, sourcesById } from '../../selectors/incident-summary.ts';
import { allRecords, rowOfLine } from '../../selectors/record-rows.ts';
import { placeRecord } from '../../selectors/record-time.ts';
import {
  selectionOfEvent,
  selectionOfMarker,
  selectionOfTransition,
} from '../../selectors/selections.ts';
import { Button } from '../../shell/Button.tsx';
import { useActions, useApp } from '../../store/heartline-context.tsx';
import type { Strings } from '../../strings/en.ts';
import { useStrings } from '../../strings/strings-context.ts';
import { componentCell, levelCell, levelText } from '../tables/record-cells.tsx';
import { MarkDetails } from './MarkDetails.tsx';
import { type Pair, placedPairs } from './pairs.tsx';

/** A log entry: who wrote it, how bad it is, and what it tells that has a mark of its own. */
export function RecordDetails(props: { readonly selection: Selection; readonly at: LineRef }) {
  const { selection, at } = props;
  const strings = useStrings();
  const source = useApp((state) => sourcesById(state.sources).get(at.source));
  const judgement = useApp((state) => judgementsById(state.incident).get(at.source));
  const segments = useApp((state) => state.segments[at.source]);
  const incident = useApp((state) => state.incident);
  const tells = useMemo(() => marksOfLine(strings, incident, at), [strings, incident, at]);
  const { select } = useActions();
  const row = segments === undefined ? -1 : rowOfLine(segments, at.line);
  if (source === undefined || segments === undefined || row === -1) {
    return <p className="text-dim">{strings.selection.gone}</p>;
  }
  const place = allRecords(segments).place(row);
  const placed = placeRecord(place, (judgement?.timeBase ?? source.timeBase).rule);
  const node = (judgement?.node ?? source.node).name;
  const words = strings.selection;
  const component = componentCell(place);
  const when = placedPairs(strings, { ...placed, written: '' });
  return (
    <MarkDetails
      selection={selection}
      kicker={words.sentence.record}
      sentences={[
        strings.detail.entry(levelText(strings, place), node ?? strings.detail.someone, component),
        ...tells.map(({ text }) => `${text}.`),
      ]}
      grounds={{ placed, edges: null, entity: null }}
      time={placed.time}
      linesTitle=""
      lines={[]}
      pairs={[
        [strings.column.level, levelCell(strings, place)],
        [strings.column.component, component],
        ...tells.map(
          ({ term, text, selection: mark }, i): Pair => [
            term,
            // biome-ignore lint/suspicious/noArrayIndexKey: the marks of a line have a fixed order
            <Button key={i} look="link" onClick={() => select(mark)} className="whitespace-normal!">
              {text}
            </Button>,
          ],
        ),
        ...when,
        [words.node, node],
      ]}
    />
  );
}

interface ToldMark {
  readonly term: string;
  readonly text: string;
  readonly selection: Selection;
}

/** The events, markers and transitions that a line tells, alone or with others. */
function marksOfLine(strings: Strings, incident: Incident, at: LineRef): ToldMark[] {
  const told: ToldMark[] = [];
  const isHere = (item: { readonly ref: LineRef; readonly alsoAt: readonly LineRef[] }) =>
    isLine(item.ref, at) || item.alsoAt.some((ref) => isLine(ref, at));
  incident.events.forEach((event, index) => {
    if (!isHere(event)) return;
    const text = strings.detail.eventMeaning(event.id, event.meaning);
    told.push({ term: strings.column.event, text, selection: selectionOfEvent(event, index) });
  });
  incident.markers.forEach((marker, index) => {
    if (!isHere(marker)) return;
    const text = strings.kind.marker(marker.kind);
    told.push({ term: strings.column.known, text, selection: selectionOfMarker(marker, index) });
  });
  incident.transitions.forEach((transition, index) => {
    if (!isHere(transition)) return;
    const { entity, from, to } = transition;
    const text = strings.selection.sentence.transition(entity.name, from, to);
    const selection = selectionOfTransition(transition, index);
    told.push({ term: strings.column.state, text, selection });
  });
  return told;
}

function isLine(a: LineRef, b: LineRef): boolean {
  return a.source === b.source && a.line === b.line;
}
