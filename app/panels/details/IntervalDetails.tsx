import type { EdgeBasis, StateInterval } from '../../../src/model/incident.ts';
import { formatDuration } from '../../../src/time/format-time.ts';
import type { Instant } from '../../../src/time/instant.ts';
import type { Selection } from '../../../src/timeline/selection.ts';
import { fitViewport } from '../../../src/timeline/viewport.ts';
import { Button } from '../../shell/Button.tsx';
import { useActions } from '../../store/heartline-context.tsx';
import { useStrings } from '../../strings/strings-context.ts';
import { Stamp } from '../Stamp.tsx';
import { StateWord } from '../tables/StateWord.tsx';
import { MarkDetails } from './MarkDetails.tsx';
import { attributePairs, entityPairs, type Pair } from './pairs.tsx';
import { sentencesOfInterval } from './plain-sentences.ts';

export function IntervalDetails(props: {
  readonly selection: Selection;
  readonly interval: StateInterval;
}) {
  const { selection, interval } = props;
  const strings = useStrings();
  const { moveView } = useActions();
  const { start, end, medium, provisional } = interval;
  const words = strings.selection;
  const kicker = [
    strings.kind.interval(interval.kind),
    medium === null ? '' : strings.kind.medium(medium),
  ];
  return (
    <MarkDetails
      selection={selection}
      kicker={kicker.filter((part) => part !== '').join(' · ')}
      sentences={sentencesOfInterval(strings, interval)}
      grounds={{
        placed: { provisional },
        edges: [interval.startBasis, interval.endBasis],
        entity: interval.entity,
      }}
      time={start}
      linesTitle={words.evidence}
      lines={interval.evidence.slice(1)}
      pairs={[
        [strings.column.state, <StateWord key="state" word={interval.state} />],
        [
          words.start,
          <Edge
            key="start"
            instant={start}
            open={words.sinceStart}
            basis={interval.startBasis}
            provisional={provisional}
          />,
        ],
        ...interval.progress.map(
          ({ time, percent, remainingMs }): Pair => [
            strings.percent(percent / 100),
            <span key={percent}>
              {time !== null && <Stamp instant={time} provisional={provisional} />}{' '}
              {words.progress(percent, remainingMs === null ? null : formatDuration(remainingMs))}
            </span>,
          ],
        ),
        [
          words.end,
          <Edge
            key="end"
            instant={end}
            open={words.toEnd}
            basis={interval.endBasis}
            provisional={provisional}
          />,
        ],
        [words.length, start !== null && end !== null ? formatDuration(end - start) : null],
        [words.node, interval.node],
        [words.peer, interval.peer],
        ...entityPairs(strings, interval.entity),
        [words.outcome, interval.outcome],
        ...attributePairs(interval.attributes),
      ]}
    >
      {start !== null && end !== null && (
        <Button onClick={() => moveView(fitViewport(start, end))}>{words.fit}</Button>
      )}
    </MarkDetails>
  );
}

function Edge(props: {
  readonly instant: Instant | null;
  readonly open: string;
  readonly basis: EdgeBasis;
  readonly provisional: boolean;
}) {
  const strings = useStrings();
  return (
    <>
      <span className="block">
        {props.instant === null ? (
          props.open
        ) : (
          <Stamp instant={props.instant} provisional={props.provisional} />
        )}
      </span>
      <i className="text-dim">{strings.selection.edge(props.basis)}</i>
    </>
  );
}
