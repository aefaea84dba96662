import { ArrowRight } from 'lucide-react';
import type { ReactNode } from 'react';
import type { EntityChange, StateAt } from '../../../src/timeline/window-summary.ts';
import { selectionOfInterval } from '../../selectors/selections.ts';
import { useActions, useApp } from '../../store/heartline-context.tsx';
import { useStrings } from '../../strings/strings-context.ts';
import { cellStamp } from '../Stamp.tsx';
import { StateWord } from '../tables/StateWord.tsx';
import { SectionTitle } from './SectionTitle.tsx';

const STEPS_SHOWN = 12;

/** Entities whose state changed: from, to, and each step between, which leads to its bar. */
export function EntityChanges({ changes }: { readonly changes: readonly EntityChange[] }) {
  const strings = useStrings();
  const words = strings.window;
  return (
    <section>
      <SectionTitle>
        {words.changedTitle} · {strings.number(changes.length)}
      </SectionTitle>
      {changes.length === 0 && <p className="text-dim">{words.changedNone}</p>}
      <ul className="grid grid-cols-1 gap-2">
        {changes.map((change) => (
          <li key={keyOf(change)} className="rounded-lg border border-line bg-sunken px-2.5 py-2">
            <Name change={change} />
            <p className="flex flex-wrap items-center gap-1.5 font-mono text-[12px]">
              <State state={change.before} />
              <ArrowRight size={12} className="text-dim" aria-hidden="true" />
              <State state={change.after} />
            </p>
            <Steps steps={change.steps} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Entities that kept their state, out of the way until asked for. */
export function KeptEntities({ kept }: { readonly kept: readonly EntityChange[] }) {
  const words = useStrings().window;
  if (kept.length === 0) return null;
  return (
    <section>
      <SectionTitle>{words.keptTitle}</SectionTitle>
      <details>
        <summary className="text-soft">{words.kept(kept.length)}</summary>
        <ul className="mt-1 grid grid-cols-1 gap-1">
          {kept.map((change) => (
            <li key={keyOf(change)}>
              <Name change={change} />
              <p className="font-mono text-[12px]">
                <State state={change.after} />
              </p>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

function keyOf({ entity, node, peer, medium }: EntityChange): string {
  return [entity.kind, entity.name, node, peer, medium].join('\n');
}

function Name({ change }: { readonly change: EntityChange }) {
  const strings = useStrings();
  const { entity, node } = change;
  return (
    <p className="break-words">
      {strings.kind.entityNamed(entity.kind, entity.name)}
      {node !== null && entity.kind !== 'node' && (
        <span className="text-dim"> {strings.window.onNode(node)}</span>
      )}
    </p>
  );
}

function State({ state }: { readonly state: StateAt | null }) {
  const strings = useStrings();
  if (state === null) return <i className="font-sans text-dim">{strings.window.unknown}</i>;
  return (
    <StepButton index={state.interval}>
      <span title={strings.selection.edge(state.basis)}>
        <StateWord word={state.state} />
      </span>
    </StepButton>
  );
}

function Steps({ steps }: { readonly steps: readonly number[] }) {
  const words = useStrings().window;
  const intervals = useApp((state) => state.incident.intervals);
  if (steps.length === 0) return null;
  return (
    <details open={steps.length <= 4}>
      <summary className="text-[12px] text-dim">{words.steps(steps.length)}</summary>
      <ol className="grid grid-cols-1 gap-0.5 font-mono text-[12px]">
        {steps.slice(0, STEPS_SHOWN).map((index) => {
          const interval = intervals[index];
          if (interval?.start == null) return null;
          return (
            <li key={index}>
              <StepButton index={index}>
                <span className="text-dim">{cellStamp(interval.start)}</span>{' '}
                <StateWord word={interval.state} />
              </StepButton>
            </li>
          );
        })}
        {steps.length > STEPS_SHOWN && (
          <li className="font-sans text-dim">{words.more(steps.length - STEPS_SHOWN)}</li>
        )}
      </ol>
    </details>
  );
}

function StepButton(props: { readonly index: number; readonly children: ReactNode }) {
  const { select } = useActions();
  const interval = useApp((state) => state.incident.intervals[props.index]);
  if (interval === undefined) return props.children;
  return (
    <button
      type="button"
      onClick={() => select(selectionOfInterval(interval, props.index))}
      className="rounded-sm text-left underline-offset-2 hover:underline"
    >
      {props.children}
    </button>
  );
}
