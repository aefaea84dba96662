import type { ReactNode } from 'react';
import type { LineRef } from '../../../src/model/incident.ts';
import type { Instant } from '../../../src/time/instant.ts';
import type { Selection } from '../../../src/timeline/selection.ts';
import { Button } from '../../shell/Button.tsx';
import { useViewMoves } from '../../shell/use-view-moves.ts';
import { useStrings } from '../../strings/strings-context.ts';
import { Definitions } from '../Definitions.tsx';
import { LineButton } from '../LineButton.tsx';
import { RawExcerpt } from '../RawExcerpt.tsx';
import type { Grounds } from './not-proven.ts';
import type { Pair } from './pairs.tsx';
import { SameMoment } from './SameMoment.tsx';
import { SectionTitle } from './SectionTitle.tsx';
import { StepButtons } from './StepButtons.tsx';
import { NotProven, Told } from './Told.tsx';

/**
 * Everything about one selected mark, in the order of its use: what it means, what came before and after, what is not proven, the log's
 * own words, the line itself, the same moment elsewhere, further lines.
 */
export function MarkDetails(props: {
  readonly selection: Selection;
  readonly kicker: string;
  readonly sentences: readonly string[];
  readonly grounds: Pick<Grounds, 'placed' | 'edges' | 'entity'>;
  readonly pairs: readonly Pair[];
  readonly time: Instant | null;
  readonly linesTitle: string;
  readonly lines: readonly LineRef[];
  /** Stands under the log's own words. */
  readonly children?: ReactNode;
}) {
  const strings = useStrings();
  const { selection, time } = props;
  return (
    <>
      <Told kicker={props.kicker} sentences={props.sentences} />
      <StepButtons selection={selection} />
      <NotProven at={selection.ref} grounds={props.grounds} />
      <section>
        <SectionTitle>{strings.detail.ownWords}</SectionTitle>
        <Definitions pairs={props.pairs} />
        <div className="mt-2 flex flex-wrap gap-2">
          {props.children}
          {time !== null && <Center time={time} />}
        </div>
      </section>
      {selection.ref !== null && <RawExcerpt at={selection.ref} />}
      <Lines title={props.linesTitle} lines={props.lines} />
      {time !== null && <SameMoment at={time} except={selection.ref} />}
    </>
  );
}

function Center({ time }: { readonly time: Instant }) {
  const { center } = useViewMoves();
  return <Button onClick={() => center(time)}>{useStrings().selection.center}</Button>;
}

const LINES_SHOWN = 12;

function Lines(props: { readonly title: string; readonly lines: readonly LineRef[] }) {
  const words = useStrings().window;
  const { lines } = props;
  if (lines.length === 0) return null;
  return (
    <section>
      <SectionTitle>{props.title}</SectionTitle>
      <ul>
        {lines.slice(0, LINES_SHOWN).map((ref) => (
          <li key={`${ref.source}:${ref.line}`}>
            <LineButton at={ref} />
          </li>
        ))}
        {lines.length > LINES_SHOWN && (
          <li className="text-dim">{words.more(lines.length - LINES_SHOWN)}</li>
        )}
      </ul>
    </section>
  );
}
