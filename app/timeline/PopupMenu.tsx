import { Menu } from '@base-ui/react/menu';

export interface MenuEntry {
  readonly id: string;
  readonly label: string;
  /** Keys that do the same. */
  readonly keys?: string;
  readonly enabled?: boolean;
  run(): void;
}

export interface OpenMenu {
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  /** Where it opens. */
  readonly anchor: { getBoundingClientRect(): DOMRect };
  /** What has the focus again afterwards; null: whatever had it. */
  readonly owner: HTMLElement | null;
}

/** The one menu of the timeline, opened at a row or at a point of the picture. */
export function PopupMenu(props: { readonly menu: OpenMenu | null; onClose(): void }) {
  const { menu, onClose } = props;
  if (menu === null) return null;
  return (
    <Menu.Root open modal={false} onOpenChange={(open) => !open && onClose()}>
      <Menu.Portal>
        <Menu.Positioner
          anchor={menu.anchor}
          side="bottom"
          align="start"
          sideOffset={2}
          className="z-40"
        >
          <Menu.Popup
            aria-label={menu.label}
            finalFocus={() => menu.owner}
            className="min-w-52 rounded-lg border border-line-strong bg-panel p-1 shadow-float outline-none"
          >
            {menu.entries.map(({ id, label, keys, enabled = true, run }) => (
              <Menu.Item
                key={id}
                disabled={!enabled}
                onClick={run}
                className="flex cursor-default items-center gap-4 rounded-md px-2 py-1 text-[12.5px] outline-none data-disabled:opacity-45 data-highlighted:bg-selected"
              >
                <span className="min-w-0 flex-1 truncate">{label}</span>
                {keys !== undefined && <kbd className="font-mono text-[11px] text-dim">{keys}</kbd>}
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
