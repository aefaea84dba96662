import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { useActions, useApp } from '../store/heartline-context.tsx';
import { useStrings } from '../strings/strings-context.ts';

/** What each key does. */
export function KeysDialog() {
  const strings = useStrings();
  const { showKeys } = useActions();
  const shown = useApp((state) => state.keysShown);
  const words = strings.keys;
  const rows: readonly (readonly [readonly string[], string])[] = [
    [['F'], words.fit],
    [['+', '−'], `${words.zoomIn}, ${words.zoomOut.toLowerCase()}`],
    [['←', '→'], words.pan],
    [['[', ']'], words.markers],
    [['Alt ←', 'Alt →'], words.history],
    [['T'], words.theme],
    [['?'], words.help],
    [['↑', '↓', 'Enter'], words.rows],
    [['← → ↑ ↓'], words.separators],
  ];
  return (
    <Dialog.Root open={shown} onOpenChange={showKeys}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-black/50" />
        <Dialog.Popup className="fixed top-1/2 left-1/2 z-50 grid w-[min(460px,calc(100vw-32px))] -translate-x-1/2 -translate-y-1/2 gap-3 rounded-xl border border-line-strong bg-panel p-5 shadow-float">
          <div className="flex items-center">
            <Dialog.Title className="font-semibold text-[15px]">{words.title}</Dialog.Title>
            <Dialog.Close
              aria-label={words.close}
              className="ml-auto rounded-md p-1 text-dim hover:bg-sunken hover:text-text"
            >
              <X aria-hidden className="size-4" />
            </Dialog.Close>
          </div>
          <dl className="grid gap-1.5">
            {rows.map(([keys, what]) => (
              <div key={what} className="grid grid-cols-[130px_1fr] items-center gap-3">
                <dt className="flex gap-1">
                  {keys.map((key) => (
                    <kbd
                      key={key}
                      className="rounded border border-line-strong border-b-2 px-1.5 font-mono text-[11px] text-soft"
                    >
                      {key}
                    </kbd>
                  ))}
                </dt>
                <dd>{what}</dd>
              </div>
            ))}
          </dl>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
