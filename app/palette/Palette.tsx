import { Dialog } from '@base-ui/react/dialog';
import { Clock, Search } from 'lucide-react';
import {
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { Instant } from '../../src/time/instant.ts';
import { cellStamp } from '../panels/Stamp.tsx';
import { looksLikeTime, readGoTo } from '../search/go-to.ts';
import { focusSearchBox } from '../search/search-focus.ts';
import { useViewMoves } from '../shell/use-view-moves.ts';
import { useActions, useApp, useHeartline } from '../store/heartline-context.tsx';
import { useStrings } from '../strings/strings-context.ts';
import type { PageAction } from './actions.ts';
import { KeyCaps } from './KeyCaps.tsx';
import { rankActions } from './rank-actions.ts';
import { usePageActions } from './use-page-actions.ts';

/** The list of commands: everything the page can do, by name; a time or a step leads there. */
export function Palette() {
  const strings = useStrings();
  const { closePalette } = useActions();
  const isOpen = useApp((state) => state.paletteText !== null);
  const input = useRef<HTMLInputElement>(null);
  return (
    <Dialog.Root open={isOpen} onOpenChange={(open) => !open && closePalette()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-black/50" />
        <Dialog.Popup
          initialFocus={input}
          className="fixed top-[12vh] left-1/2 z-50 grid max-h-[70vh] w-[min(640px,calc(100vw-24px))] -translate-x-1/2 grid-rows-[auto_minmax(0,1fr)] overflow-hidden rounded-xl border border-line-strong bg-panel shadow-float"
        >
          <Dialog.Title className="sr-only">{strings.palette.name}</Dialog.Title>
          <PaletteList input={input} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

interface PaletteItem {
  readonly id: string;
  readonly title: string;
  readonly note: ReactNode;
  readonly icon: ReactNode;
  run(): void;
}

function PaletteList({ input }: { readonly input: RefObject<HTMLInputElement | null> }) {
  const strings = useStrings();
  const words = strings.palette;
  const { openPalette, closePalette } = useActions();
  const text = useApp((state) => state.paletteText ?? '');
  const { items, problem } = useItems(text);
  const [chosen, setChosen] = useState(0);
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const active = Math.min(chosen, items.length - 1);

  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  });

  const take = (item: PaletteItem | undefined) => {
    if (item === undefined) return;
    closePalette();
    // After the dialog has given the focus back: what runs may want it elsewhere.
    setTimeout(item.run, 50);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const to: Record<string, number> = {
      ArrowDown: (active + 1) % Math.max(1, items.length),
      ArrowUp: (active - 1 + items.length) % Math.max(1, items.length),
      PageDown: Math.min(items.length - 1, active + 8),
      PageUp: Math.max(0, active - 8),
    };
    const wanted = to[event.key];
    if (wanted !== undefined) setChosen(wanted);
    else if (event.key === 'Enter') take(items[active]);
    else if (event.key === 'k' && (event.ctrlKey || event.metaKey)) closePalette();
    else return;
    event.preventDefault();
  };

  return (
    <>
      <div className="border-line border-b p-2">
        <input
          ref={input}
          role="combobox"
          aria-label={words.label}
          aria-expanded
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={active >= 0 ? `${listId}-${active}` : undefined}
          value={text}
          placeholder={words.placeholder}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => {
            setChosen(0);
            openPalette(event.target.value);
          }}
          onKeyDown={onKeyDown}
          className="h-9 w-full rounded-md bg-sunken px-3 text-[14px] outline-none placeholder:text-dim"
        />
      </div>
      <div
        ref={list}
        id={listId}
        role="listbox"
        aria-label={words.name}
        tabIndex={-1}
        className="min-h-0 overflow-y-auto p-1.5"
      >
        {items.map((item, i) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the box above has the keys
          <div
            key={item.id}
            id={`${listId}-${i}`}
            role="option"
            aria-selected={i === active}
            tabIndex={-1}
            onMouseMove={() => i !== active && setChosen(i)}
            onClick={() => take(item)}
            className="flex cursor-pointer items-center gap-2.5 rounded-md px-2.5 py-1.5 aria-selected:bg-selected"
          >
            {item.icon}
            <span className="min-w-0 truncate">{item.title}</span>
            <span className="ml-auto flex shrink-0 items-center gap-3 text-[12px] text-dim">
              {item.note}
            </span>
          </div>
        ))}
      </div>
      {problem !== null && (
        <p role="status" className="border-line border-t px-4 py-2 text-warning">
          {problem}
        </p>
      )}
      {items.length === 0 && problem === null && (
        <p role="status" className="px-4 pb-3 text-dim">
          {words.none}
        </p>
      )}
    </>
  );
}

/** What fits the text: the time that it means, the actions that can be done now, and a search for it. */
function useItems(text: string): {
  readonly items: readonly PaletteItem[];
  readonly problem: string | null;
} {
  const strings = useStrings();
  const { store } = useHeartline();
  const { setSearchText, runSearch } = useActions();
  const { center } = useViewMoves();
  const actions = usePageActions();
  return useMemo(() => {
    const state = store.getState();
    const wanted = text.trim();
    const time = wanted === '' ? null : readGoTo(wanted, state);
    const isTime = typeof time === 'number';
    const items: PaletteItem[] = [];
    if (isTime) items.push(goToItem(time, () => center(time), strings));
    const available = actions.filter((action) => action.isListed(state));
    const ranked = rankActions(available, text, strings.palette.group);
    items.push(...ranked.map((action) => actionItem(action, strings)));
    if (wanted !== '' && state.sources.length > 0) {
      items.push({
        id: 'search-for',
        title: strings.search.searchFor(wanted),
        icon: <Search aria-hidden className="size-4 text-dim" />,
        note: null,
        run: () => {
          setSearchText(wanted);
          runSearch();
          focusSearchBox();
        },
      });
    }
    const refused = !isTime && time !== null && ranked.length === 0 && looksLikeTime(wanted);
    return { items, problem: refused ? time.error : null };
  }, [text, store, actions, center, strings, setSearchText, runSearch]);
}

function goToItem(
  time: Instant,
  run: () => void,
  strings: ReturnType<typeof useStrings>,
): PaletteItem {
  return {
    id: 'go-to-time',
    title: strings.search.goTo(`${cellStamp(time)} UTC`),
    icon: <Clock aria-hidden className="size-4 text-accent" />,
    note: null,
    run,
  };
}

function actionItem(action: PageAction, strings: ReturnType<typeof useStrings>): PaletteItem {
  const key = action.keys[0];
  return {
    id: action.id,
    title: action.title,
    icon: null,
    note: (
      <>
        <span className="max-sm:hidden">{strings.palette.group(action.group)}</span>
        {key !== undefined && <KeyCaps pattern={key} />}
      </>
    ),
    run: action.run,
  };
}
