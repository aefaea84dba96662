import { ChevronDown, ChevronUp, Search, X } from 'lucide-react';
import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react';
import { parseQuery } from '../../src/search/parse-query.ts';
import { cellStamp } from '../panels/Stamp.tsx';
import { IconButton } from '../shell/Button.tsx';
import { useViewMoves } from '../shell/use-view-moves.ts';
import { useActions, useApp, useHeartline } from '../store/heartline-context.tsx';
import type { Strings } from '../strings/en.ts';
import { useStrings } from '../strings/strings-context.ts';
import { completeQuery } from './complete-query.ts';
import { readGoTo } from './go-to.ts';
import { selectHitRow, selectHits } from './hits.ts';
import { NO_NAMES, selectKnownNames } from './known-names.ts';
import { type SearchOption, SearchOptions } from './SearchOptions.tsx';
import { SEARCH_BOX_ID } from './search-focus.ts';

/**
 * The one box: what is typed is searched for as soon as typing pauses. Enter goes to the next hit, Shift and Enter to the
 * one before; a time leads there; `>` opens the list of commands.
 */
export function SearchBox() {
  const strings = useStrings();
  const words = strings.search;
  const { store } = useHeartline();
  const { setSearchText, runSearch, cancelSearch, clearSearch, stepHit, openPalette } =
    useActions();
  const { center } = useViewMoves();
  const text = useApp((state) => state.searchText);
  const searched = useApp((state) => state.search?.text ?? null);
  const running = useApp((state) => state.search?.status === 'running');
  const names = useApp((state) => (state.searchText === '' ? NO_NAMES : selectKnownNames(state)));
  const input = useRef<HTMLInputElement>(null);
  const listId = useId();
  const [caret, setCaret] = useState(0);
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState<number | null>(null);

  const query = useMemo(() => parseQuery(text), [text]);
  const options = useMemo(
    () => [
      ...timeOptions(text, strings, store.getState()),
      ...completions(text, caret, names, strings),
    ],
    [text, caret, names, strings, store],
  );
  // A time is meant as one: its option is taken by Enter unless the reader chooses another.
  const active = chosen ?? (options[0]?.type === 'go' ? 0 : -1);
  const error = 'error' in query && options[0]?.type !== 'go' ? query.error : null;
  // What is only not finished yet is no fault: the box says what it expects.
  const isBad = error !== null && error.at < text.length;
  // Beside a fault only what may mend it is offered.
  const offered = error !== null && options.every((option) => isKey(option)) ? NO_OPTIONS : options;
  const shown = open && (offered.length > 0 || error !== null);

  const type = (value: string, at: number) => {
    if (value.startsWith('>')) {
      setOpen(false);
      openPalette(value.slice(1).trimStart());
      return;
    }
    setSearchText(value);
    setCaret(at);
    setChosen(null);
    setOpen(true);
  };
  const take = (option: SearchOption) => {
    setChosen(null);
    if (option.type === 'complete') {
      const { from, to, insert } = option.completion;
      const at = from + insert.length;
      type(text.slice(0, from) + insert + text.slice(to), at);
      requestAnimationFrame(() => input.current?.setSelectionRange(at, at));
      return;
    }
    setOpen(false);
    if (option.type === 'go') {
      clearSearch();
      center(option.time);
    } else runSearch();
  };

  const onEnter = (direction: -1 | 1) => {
    const option = shown ? offered[active] : undefined;
    if (option !== undefined) take(option);
    else if (error !== null || query === null) setOpen(true);
    else {
      setOpen(false);
      if (searched !== text) runSearch();
      else stepHit(direction);
    }
  };
  const onEscape = () => {
    if (running) cancelSearch();
    else if (shown) setOpen(false);
    else if (text !== '') clearSearch();
    else input.current?.blur();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = (to: number) => {
      if (!shown) setOpen(true);
      else setChosen(((to % offered.length) + offered.length) % Math.max(1, offered.length));
    };
    switch (event.key) {
      case 'ArrowDown':
        step(active + 1);
        break;
      case 'ArrowUp':
        step(active === -1 ? offered.length - 1 : active - 1);
        break;
      case 'Tab': {
        const option = shown && !event.shiftKey ? offered[active] : undefined;
        if (option?.type !== 'complete') return;
        take(option);
        break;
      }
      case 'Enter':
        onEnter(event.shiftKey ? -1 : 1);
        break;
      case 'Escape':
        onEscape();
        break;
      default:
        return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <search
      aria-label={words.name}
      className="relative max-w-[560px] shrink-[0.2] grow basis-88 max-lg:order-last max-lg:max-w-none max-lg:basis-full lg:min-w-72"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
      }}
    >
      <div
        data-bad={isBad || undefined}
        className="relative flex h-8 items-center gap-1 overflow-hidden rounded-md border border-line-strong bg-sunken pr-1 pl-2 focus-within:border-accent hover:border-control-line data-bad:border-error"
      >
        <Search aria-hidden className="size-4 shrink-0 text-dim" />
        <input
          ref={input}
          id={SEARCH_BOX_ID}
          role="combobox"
          aria-label={words.label}
          aria-expanded={shown}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={shown && active >= 0 ? `${listId}-${active}` : undefined}
          aria-invalid={isBad}
          aria-describedby={`${listId}-state`}
          value={text}
          placeholder={words.placeholder}
          autoComplete="off"
          autoCorrect="off"
          autoCapitalize="off"
          spellCheck={false}
          onChange={(event) => type(event.target.value, event.target.selectionStart ?? 0)}
          onSelect={(event) => setCaret(event.currentTarget.selectionStart ?? 0)}
          onFocus={() => setOpen(true)}
          onClick={() => setOpen(true)}
          onKeyDown={onKeyDown}
          className="h-full min-w-0 grow bg-transparent font-mono text-[12.5px] outline-none placeholder:font-sans placeholder:text-dim"
        />
        {text === '' ? (
          <button
            type="button"
            aria-label={strings.palette.open}
            title={strings.palette.open}
            onClick={() => openPalette('')}
            className="shrink-0 whitespace-nowrap rounded border border-line-strong px-1.5 font-mono text-[11px] text-dim hover:text-text"
          >
            Ctrl K
          </button>
        ) : (
          <HitSteps isStale={error !== null} onClear={clearSearch} />
        )}
        <SearchProgress />
      </div>
      <SearchState id={`${listId}-state`} />
      {shown && (
        <SearchOptions
          listId={listId}
          options={offered}
          active={active}
          text={text}
          error={error}
          onTake={take}
        />
      )}
    </search>
  );
}

const NO_OPTIONS: readonly SearchOption[] = [];

function isKey(option: SearchOption): boolean {
  return option.type === 'complete' && option.completion.what === 'key';
}

/** Where the reader is among the hits, and the buttons that lead on. */
function HitSteps({
  isStale,
  onClear,
}: {
  /** The text is no query: the hits are those of an earlier one. */
  readonly isStale: boolean;
  readonly onClear: () => void;
}) {
  const strings = useStrings();
  const words = strings.search;
  const { stepHit } = useActions();
  const count = useApp((state) => selectHits(state)?.count ?? null);
  const row = useApp(selectHitRow);
  const status = useApp((state) => state.search?.status);
  const isCut = status === 'cancelled' || status === 'too-slow' || status === 'failed';
  const none = count === null || count === 0;
  return (
    <>
      {count !== null && !isStale && (
        <span
          className={`shrink-0 whitespace-nowrap text-[12px] ${count === 0 || isCut ? 'text-warning' : 'text-soft'}`}
        >
          {row === null ? words.hits(count) : words.position(row + 1, count)}
          {isCut && `, ${words.ended(status)}`}
        </span>
      )}
      <div className="flex shrink-0">
        <IconButton
          label={words.previous}
          disabled={none}
          onClick={() => stepHit(-1)}
          className="h-6! px-1!"
        >
          <ChevronUp aria-hidden className="size-4" />
        </IconButton>
        <IconButton
          label={words.next}
          disabled={none}
          onClick={() => stepHit(1)}
          className="h-6! px-1!"
        >
          <ChevronDown aria-hidden className="size-4" />
        </IconButton>
        <IconButton label={words.clear} onClick={onClear} className="h-6! px-1!">
          <X aria-hidden className="size-3.5" />
        </IconButton>
      </div>
    </>
  );
}

/** A line along the bottom of the box that grows with the bytes that are searched. */
function SearchProgress() {
  const share = useApp(({ search }) =>
    search?.status === 'running' ? search.bytesDone / (search.bytesTotal || 1) : null,
  );
  if (share === null) return null;
  return (
    <div
      aria-hidden
      className="absolute bottom-0 left-0 h-0.5 bg-accent"
      style={{ width: `${Math.max(2, share * 100)}%` }}
    />
  );
}

/** How the search stands, for those who hear the page: told when it ends, not at every step. */
function SearchState({ id }: { readonly id: string }) {
  const strings = useStrings();
  const status = useApp((state) => state.search?.status ?? null);
  const count = useApp((state) => selectHits(state)?.count ?? 0);
  const said =
    status === null || status === 'running'
      ? ''
      : [strings.search.hits(count), strings.search.outcome(status)]
          .filter((part) => part !== '')
          .join(', ');
  return (
    <p id={id} aria-live="polite" className="sr-only">
      {said}
    </p>
  );
}

function timeOptions(
  text: string,
  strings: Strings,
  state: Parameters<typeof readGoTo>[1],
): SearchOption[] {
  if (text.trim() === '') return [];
  const time = readGoTo(text, state);
  if (time === null || typeof time === 'object') return [];
  return [
    {
      type: 'go',
      time,
      label: strings.search.goTo(`${cellStamp(time)} UTC`),
      detail: strings.search.goToDetail,
    },
    { type: 'search', label: strings.search.searchFor(text), detail: '' },
  ];
}

function completions(
  text: string,
  caret: number,
  names: Parameters<typeof completeQuery>[2],
  strings: Strings,
): SearchOption[] {
  return completeQuery(text, Math.min(caret, text.length), names).map((completion) => ({
    type: 'complete',
    completion,
    label: completion.label,
    detail: completion.what === 'key' ? strings.search.filter(completion.key) : completion.detail,
  }));
}
