import type { LineRef } from '../../../src/model/incident.ts';
import { judgementsById, sourcesById } from '../../selectors/incident-summary.ts';
import { useApp } from '../../store/heartline-context.tsx';
import { useStrings } from '../../strings/strings-context.ts';
import { type Grounds, notProven } from './not-proven.ts';
import { SectionTitle } from './SectionTitle.tsx';

/** What the selected mark is, in plain language; the first sentence says it, the others when and how it is known. */
export function Told(props: { readonly kicker: string; readonly sentences: readonly string[] }) {
  const [first, ...others] = props.sentences;
  return (
    <header>
      <p className="font-semibold text-[12px] text-warning uppercase tracking-wide">
        {props.kicker}
      </p>
      <h3 className="break-words font-semibold text-[15px]">{first}</h3>
      <p className="break-words text-soft">{others.join(' ')}</p>
    </header>
  );
}

/** The list of what is not proven about a mark; says so when all is. */
export function NotProven(props: {
  readonly at: LineRef | null;
  readonly grounds: Pick<Grounds, 'placed' | 'edges' | 'entity'>;
}) {
  const strings = useStrings();
  const { at, grounds } = props;
  const judgement = useApp((state) =>
    at === null ? undefined : judgementsById(state.incident).get(at.source),
  );
  const source = useApp((state) =>
    at === null ? undefined : sourcesById(state.sources).get(at.source),
  );
  const known = judgement ?? source;
  const said = notProven(strings, {
    ...grounds,
    timeBase: known?.timeBase ?? null,
    node: known?.node ?? null,
  });
  return (
    <section>
      <SectionTitle>{strings.detail.notProven}</SectionTitle>
      {said.length === 0 ? (
        <p className="text-dim">{strings.detail.allProven}</p>
      ) : (
        <ul className="grid list-disc gap-0.5 pl-4 text-soft marker:text-warning">
          {said.map((sentence) => (
            <li key={sentence} className="break-words">
              {sentence}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
