import type { ReactNode } from 'react';
import type { Entity } from '../../src/model/entity.ts';
import type {
  Incident,
  IncidentEvent,
  LineRef,
  Marker,
  Placed,
  StateInterval,
  Transition,
} from '../../src/model/incident.ts';
import type { Attributes } from '../../src/model/marker.ts';
import { formatDuration } from '../../src/time/format-time.ts';
import type { Selection } from '../../src/timeline/selection.ts';
import { fitViewport } from '../../src/timeline/viewport.ts';
import { judgementsById, sourcesById } from '../selectors/incident-summary.ts';
import { allRecords, rowOfLine } from '../selectors/record-rows.ts';
import { placeRecord } from '../selectors/record-time.ts';
import { Button } from '../shell/Button.tsx';
import { useViewMoves } from '../shell/use-view-moves.ts';
import { useActions, useApp } from '../store/heartline-context.tsx';
import type { Strings } from '../strings/en.ts';
import { useStrings } from '../strings/strings-context.ts';
import { Definitions } from './Definitions.tsx';
import { LineButton } from './LineButton.tsx';
import { RawExcerpt } from './RawExcerpt.tsx';
import { Stamp } from './Stamp.tsx';
import { componentCell, levelCell } from './tables/record-cells.tsx';

/** Explains the selected mark: what, since when, how it is known, the line itself. */
export function SelectionPanel() {
  const strings = useStrings();
  const selection = useApp((state) => state.selection);
  const incident = useApp((state) => state.incident);
  if (selection === null) return <p className="text-dim">{strings.selection.none}</p>;
  return (
    <article className="grid grid-cols-1 gap-4">
      <SelectedMark selection={selection} incident={incident} />
      {selection.ref !== null && <RawExcerpt at={selection.ref} />}
    </article>
  );
}

function SelectedMark(props: { readonly selection: Selection; readonly incident: Incident }) {
  const { selection, incident } = props;
  const index = selection.index ?? -1;
  switch (selection.kind) {
    case 'interval': {
      const interval = incident.intervals[index];
      return interval === undefined ? <Gone /> : <IntervalDetails interval={interval} />;
    }
    case 'marker': {
      const marker = incident.markers[index];
      return marker === undefined ? <Gone /> : <MarkerDetails marker={marker} />;
    }
    case 'transition': {
      const transition = incident.transitions[index];
      return transition === undefined ? <Gone /> : <TransitionDetails transition={transition} />;
    }
    case 'event': {
      const event = incident.events[index];
      return event === undefined ? <Gone /> : <EventDetails event={event} />;
    }
    case 'record':
      return selection.ref === null ? <Gone /> : <RecordDetails at={selection.ref} />;
  }
}

/** A log entry: when, how bad, from which component. */
function RecordDetails({ at }: { readonly at: LineRef }) {
  const strings = useStrings();
  const source = useApp((state) => sourcesById(state.sources).get(at.source));
  const judgement = useApp((state) => judgementsById(state.incident).get(at.source));
  const segments = useApp((state) => state.segments[at.source]);
  const row = segments === undefined ? -1 : rowOfLine(segments, at.line);
  if (source === undefined || segments === undefined || row === -1) return <Gone />;
  const place = allRecords(segments).place(row);
  const placed = placeRecord(place, (judgement?.timeBase ?? source.timeBase).rule);
  const words = strings.selection;
  return (
    <>
      <Heading kicker={strings.column.line} title={words.sentence.record} />
      <Definitions
        pairs={[
          ...placedPairs(strings, { ...placed, written: '' }),
          [words.node, (judgement?.node ?? source.node).name],
          [strings.column.level, levelCell(strings, place)],
          [strings.column.component, componentCell(place)],
        ]}
      />
      <Center placed={placed} />
    </>
  );
}

function Gone() {
  return <p className="text-dim">{useStrings().selection.gone}</p>;
}

function Heading(props: {
  readonly kicker: string;
  readonly title: string;
  readonly sentence?: string;
}) {
  return (
    <header>
      <p className="font-semibold text-[12px] text-warning uppercase tracking-wide">
        {props.kicker}
      </p>
      <h3 className="break-words font-semibold text-[15px]">{props.title}</h3>
      {props.sentence !== undefined && props.sentence !== '' && (
        <p className="text-soft">{props.sentence}</p>
      )}
    </header>
  );
}

function IntervalDetails({ interval }: { readonly interval: StateInterval }) {
  const strings = useStrings();
  const { moveView } = useActions();
  const { start, end } = interval;
  const words = strings.selection;
  return (
    <>
      <Heading
        kicker={[
          strings.kind.interval(interval.kind),
          interval.medium === null ? '' : strings.kind.medium(interval.medium),
        ]
          .filter((part) => part !== '')
          .join(' · ')}
        title={intervalTitle(strings, interval)}
        sentence={interval.reasoning}
      />
      <Definitions
        pairs={[
          [
            words.start,
            <Edge
              key="start"
              stamp={
                start === null ? (
                  words.sinceStart
                ) : (
                  <Stamp instant={start} provisional={interval.provisional} />
                )
              }
              basis={words.edge(interval.startBasis)}
            />,
          ],
          ...interval.progress.map(({ time, percent, remainingMs }): [string, ReactNode] => [
            strings.percent(percent / 100),
            <span key={percent}>
              {time !== null && <Stamp instant={time} provisional={interval.provisional} />}{' '}
              {words.progress(percent, remainingMs === null ? null : formatDuration(remainingMs))}
            </span>,
          ]),
          [
            words.end,
            <Edge
              key="end"
              stamp={
                end === null ? (
                  words.toEnd
                ) : (
                  <Stamp instant={end} provisional={interval.provisional} />
                )
              }
              basis={words.edge(interval.endBasis)}
            />,
          ],
          [words.length, start !== null && end !== null ? formatDuration(end - start) : null],
          [words.node, interval.node],
          [words.peer, interval.peer],
          [words.entity, strings.kind.entityNamed(interval.entity.kind, interval.entity.name)],
          [words.writtenName, writtenName(interval.entity)],
          [words.outcome, interval.outcome],
          ...attributePairs(interval.attributes),
        ]}
      />
      {start !== null && end !== null && (
        <p>
          <Button onClick={() => moveView(fitViewport(start, end))}>{words.fit}</Button>
        </p>
      )}
      <OtherLines title={words.evidence} lines={interval.evidence.slice(1)} />
    </>
  );
}

function Edge(props: { readonly stamp: ReactNode; readonly basis: string }) {
  return (
    <>
      <span className="block">{props.stamp}</span>
      <i className="text-dim">{props.basis}</i>
    </>
  );
}

function intervalTitle(strings: Strings, interval: StateInterval): string {
  const sentence = strings.selection.sentence;
  const entity = strings.kind.entityNamed(interval.entity.kind, interval.entity.name);
  if (interval.kind === 'heartbeat-miss') {
    return sentence.heartbeat(interval.node ?? '?', interval.peer ?? '?');
  }
  if (interval.kind === 'no-coverage') return sentence.noCoverage(entity);
  return sentence.state(entity, interval.state);
}

function MarkerDetails({ marker }: { readonly marker: Marker }) {
  const strings = useStrings();
  const words = strings.selection;
  const code = marker.attributes.code;
  return (
    <>
      <Heading
        kicker={strings.kind.marker(marker.kind)}
        title={[
          marker.node ?? '',
          strings.kind.marker(marker.kind),
          typeof code === 'string' ? code : '',
          marker.entity?.name ?? '',
        ]
          .filter((part) => part !== '')
          .join(' · ')}
      />
      <Definitions
        pairs={[
          ...placedPairs(strings, marker),
          [words.node, marker.node],
          [words.peer, marker.peer],
          [
            words.entity,
            marker.entity && strings.kind.entityNamed(marker.entity.kind, marker.entity.name),
          ],
          [words.writtenName, marker.entity && writtenName(marker.entity)],
          ...attributePairs(marker.attributes),
        ]}
      />
      <Center placed={marker} />
      <OtherLines title={words.otherLines} lines={marker.alsoAt} />
    </>
  );
}

function TransitionDetails({ transition }: { readonly transition: Transition }) {
  const strings = useStrings();
  const words = strings.selection;
  const { entity } = transition;
  return (
    <>
      <Heading
        kicker={strings.kind.entity(entity.kind)}
        title={words.sentence.transition(entity.name, transition.from, transition.to)}
      />
      <Definitions
        pairs={[
          ...placedPairs(strings, transition),
          [words.node, transition.node],
          [words.group, transition.group],
          [words.owner, transition.owner],
          [words.writtenName, writtenName(entity)],
        ]}
      />
      <Center placed={transition} />
      <OtherLines title={words.otherLines} lines={transition.alsoAt} />
    </>
  );
}

function EventDetails({ event }: { readonly event: IncidentEvent }) {
  const strings = useStrings();
  const words = strings.selection;
  return (
    <>
      <Heading kicker={`${words.eventId} ${event.id}`} title={event.meaning} />
      <Definitions
        pairs={[
          ...placedPairs(strings, event),
          [words.provider, event.provider],
          [words.node, event.node],
          [
            words.entity,
            event.entity && strings.kind.entityNamed(event.entity.kind, event.entity.name),
          ],
          [words.writtenName, event.entity && writtenName(event.entity)],
        ]}
      />
      <Center placed={event} />
      <OtherLines title={words.otherLines} lines={event.alsoAt} />
    </>
  );
}

function placedPairs(strings: Strings, placed: Placed): [string, ReactNode][] {
  const words = strings.selection;
  const notes = [
    placed.provisional ? strings.table.provisionalNote : '',
    placed.dst === 'gap' ? strings.table.gapNote : '',
  ].filter((note) => note !== '');
  return [
    [
      words.time,
      placed.time === null ? (
        strings.table.undated
      ) : (
        <span key="time">
          <Stamp instant={placed.time} provisional={placed.provisional} />
          {placed.alternative !== undefined && (
            <>
              {' / '}
              <Stamp instant={placed.alternative} />
            </>
          )}
          {notes.length > 0 && <i className="block text-dim">{notes.join(' ')}</i>}
        </span>
      ),
    ],
    [
      words.written,
      placed.written === '' ? null : (
        <span key="written" className="font-mono text-[12px]">
          {placed.written}
        </span>
      ),
    ],
  ];
}

/** The name in the log, when another one is shown. */
function writtenName(entity: Entity): string | null {
  return entity.writtenName === entity.name ? null : entity.writtenName;
}

/** Names of attributes that explain another one line by line, and that one. */
const EXPLAINED: Readonly<Record<string, string>> = { parameterMeanings: 'parameters' };

/** `dumpFile` is shown as `dump file`; values stay as the vendor spells them, each explanation under its value. */
function attributePairs(attributes: Attributes): [string, ReactNode][] {
  const explanations = new Map(
    Object.entries(EXPLAINED).map(([from, to]) => [to, attributes[from]]),
  );
  return Object.entries(attributes)
    .filter(([key, value]) => value !== null && EXPLAINED[key] === undefined)
    .map(([key, value]) => {
      const term = key.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
      const values = typeof value === 'object' && value !== null ? value : [String(value)];
      const meanings = explanations.get(key);
      return [
        term,
        <ul key={key}>
          {values.map((text, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: parameters are known by their place
            <li key={i}>
              <span className="break-all font-mono text-[12px]">{text}</span>
              {typeof meanings === 'object' && meanings?.[i] !== undefined && (
                <span className="block text-dim">{meanings[i]}</span>
              )}
            </li>
          ))}
        </ul>,
      ];
    });
}

function Center({ placed }: { readonly placed: Pick<Placed, 'time'> }) {
  const strings = useStrings();
  const { center } = useViewMoves();
  const { time } = placed;
  if (time === null) return null;
  return (
    <p>
      <Button onClick={() => center(time)}>{strings.selection.center}</Button>
    </p>
  );
}

function OtherLines(props: { readonly title: string; readonly lines: readonly LineRef[] }) {
  if (props.lines.length === 0) return null;
  return (
    <section>
      <h4 className="text-[11.5px] text-dim uppercase tracking-wide">{props.title}</h4>
      <ul>
        {props.lines.map((ref) => (
          <li key={`${ref.source}:${ref.line}`}>
            <LineButton at={ref} />
          </li>
        ))}
      </ul>
    </section>
  );
}
