import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { ACTION_GROUPS, type PageAction } from '../palette/actions.ts';
import { KeyCap, KeyCaps } from '../palette/KeyCaps.tsx';
import { usePageActions } from '../palette/use-page-actions.ts';
import { useActions, useApp } from '../store/heartline-context.tsx';
import type { Strings } from '../strings/en.ts';
import { useStrings } from '../strings/strings-context.ts';

/** What each key does: the keys of all actions, and those of tables, lanes and separators. */
export function KeysDialog() {
  const strings = useStrings();
  const { showKeys } = useActions();
  const shown = useApp((state) => state.keysShown);
  const words = strings.keys;
  return (
    <Dialog.Root open={shown} onOpenChange={showKeys}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-black/50" />
        <Dialog.Popup className="fixed top-1/2 left-1/2 z-50 grid max-h-[86vh] w-[min(860px,calc(100vw-32px))] -translate-x-1/2 -translate-y-1/2 grid-rows-[auto_minmax(0,1fr)] gap-3 rounded-xl border border-line-strong bg-panel p-5 shadow-float">
          <div className="flex items-center">
            <Dialog.Title className="font-semibold text-[15px]">{words.title}</Dialog.Title>
            <Dialog.Close
              aria-label={words.close}
              className="ml-auto rounded-md p-1 text-dim hover:bg-sunken hover:text-text"
            >
              <X aria-hidden className="size-4" />
            </Dialog.Close>
          </div>
          <KeyList />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function KeyList() {
  const strings = useStrings();
  const words = strings.keys;
  const actions = usePageActions();
  const groups = ACTION_GROUPS.map((group) => ({
    title: strings.palette.group(group),
    rows: keyRows(
      actions.filter((action) => action.group === group),
      strings,
    ),
  })).filter(({ rows }) => rows.length > 0);
  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reached by the keyboard
      tabIndex={0}
      aria-label={words.title}
      className="min-h-0 gap-8 overflow-y-auto sm:columns-2"
    >
      {groups.map(({ title, rows }) => (
        <KeyGroup key={title} title={title}>
          {rows.map(({ id, title: what, patterns }) => (
            <KeyRow key={id} what={what}>
              {patterns.map((pattern) => (
                <KeyCaps key={pattern} pattern={pattern} />
              ))}
            </KeyRow>
          ))}
        </KeyGroup>
      ))}
      <KeyGroup title={words.elsewhere}>
        {words.others.map(({ keys, what }) => (
          <KeyRow key={what} what={what}>
            {keys.map((key) => (
              <KeyCap key={key}>{key}</KeyCap>
            ))}
          </KeyRow>
        ))}
      </KeyGroup>
    </section>
  );
}

function KeyGroup(props: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className="mb-4 break-inside-avoid">
      <h3 className="mb-1.5 font-semibold text-dim">{props.title}</h3>
      <dl className="grid gap-1.5">{props.children}</dl>
    </div>
  );
}

function KeyRow(props: { readonly what: string; readonly children: ReactNode }) {
  return (
    <div className="grid grid-cols-[120px_1fr] items-center gap-3">
      <dt className="flex flex-wrap gap-1.5">{props.children}</dt>
      <dd>{props.what}</dd>
    </div>
  );
}

interface KeyRowContent {
  readonly id: string;
  readonly title: string;
  readonly patterns: readonly string[];
}

/** One row an action that has a key, with the first two that do not say the same; nine slots share a row. */
function keyRows(actions: readonly PageAction[], strings: Strings): readonly KeyRowContent[] {
  const words = strings.palette.actions;
  const slots = (what: string, title: string): KeyRowContent[] => {
    const patterns = actions.filter(({ id }) => id.startsWith(what)).flatMap(({ keys }) => keys);
    if (patterns.length === 0) return [];
    return [{ id: what, title, patterns: [patterns[0]!, patterns.at(-1)!] }];
  };
  const single = actions
    .filter(({ id, keys }) => keys.length > 0 && !/-view-\d$/.test(id))
    .map(({ id, title, keys }) => ({
      id,
      title,
      patterns: keys.filter((key) => !key.startsWith('Shift+') || key === keys[0]).slice(0, 2),
    }));
  return [
    ...slots('show-view-', words.showViews),
    ...slots('save-view-', words.saveViews),
    ...single,
  ];
}
