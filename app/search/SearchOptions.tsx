import { Clock, Search } from 'lucide-react';
import type { QueryError } from '../../src/search/parse-query.ts';
import type { Instant } from '../../src/time/instant.ts';
import { useStrings } from '../strings/strings-context.ts';
import type { Completion } from './complete-query.ts';

/** One thing that the search box offers. */
export type SearchOption = { readonly label: string; readonly detail: string } & (
  | { readonly type: 'go'; readonly time: Instant }
  | { readonly type: 'search' }
  | { readonly type: 'complete'; readonly completion: Completion }
);

/** Below the search box: what is wrong with the text and where, and what may follow. */
export function SearchOptions(props: {
  readonly listId: string;
  readonly options: readonly SearchOption[];
  /** -1: none. */
  readonly active: number;
  readonly text: string;
  readonly error: QueryError | null;
  onTake(option: SearchOption): void;
}) {
  const strings = useStrings();
  const { listId, options, active, error } = props;
  const offersKeys = options.some(
    (option) => option.type === 'complete' && option.completion.what === 'key',
  );
  return (
    <div className="absolute right-0 left-0 top-full z-30 mt-1 grid gap-1 lg:right-auto lg:w-[max(100%,460px)] rounded-lg border border-line-strong bg-panel p-1.5 shadow-float">
      {error !== null && <ErrorText text={props.text} error={error} />}
      <div id={listId} role="listbox" aria-label={strings.search.suggestions} tabIndex={-1}>
        {options.map((option, i) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the box above has the keys
          <div
            key={`${option.type} ${option.label}`}
            id={`${listId}-${i}`}
            role="option"
            aria-selected={i === active}
            tabIndex={-1}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => props.onTake(option)}
            className="flex cursor-pointer items-baseline gap-2 rounded-md px-2 py-1 hover:bg-sunken aria-selected:bg-selected"
          >
            {option.type === 'go' && (
              <Clock aria-hidden className="size-3.5 shrink-0 self-center" />
            )}
            {option.type === 'search' && (
              <Search aria-hidden className="size-3.5 shrink-0 self-center" />
            )}
            <span className="shrink-0 font-mono text-[12px]">{option.label}</span>
            <span className="truncate text-dim">{option.detail}</span>
          </div>
        ))}
      </div>
      {offersKeys && <p className="px-2 pb-0.5 text-dim">{strings.search.syntax}</p>}
    </div>
  );
}

/** The text with the place of its fault underlined, and what was expected there. */
function ErrorText({ text, error }: { readonly text: string; readonly error: QueryError }) {
  const strings = useStrings();
  const isUnfinished = error.at === text.length;
  const end = /^(?:\S+|)/.exec(text.slice(error.at))![0].length + error.at;
  return (
    <div role="status" className="grid gap-0.5 rounded-md bg-sunken px-2 py-1.5">
      <code className="truncate font-mono text-[12px]" aria-hidden>
        {text.slice(0, error.at)}
        <span
          className={
            isUnfinished
              ? 'text-dim'
              : 'text-error underline decoration-2 decoration-wavy underline-offset-4'
          }
        >
          {text.slice(error.at, end) || '␣'}
        </span>
        {text.slice(end)}
      </code>
      <p className="text-soft">
        <b className={`font-semibold ${isUnfinished ? '' : 'text-error'}`}>
          {strings.search.errorAt(error.at + 1)}:
        </b>{' '}
        {error.message}
      </p>
    </div>
  );
}
