import { type KeyboardEvent, useEffect, useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';

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

const MARGIN = 4;

/**
 * The one menu of the timeline, opened at a row or at a point of the picture. Arrows, Home and End move, Enter and Space choose,
 * Escape, Tab and a press outside close it.
 */
export function PopupMenu({ menu, onClose }: { readonly menu: OpenMenu; onClose(): void }) {
  const popup = useRef<HTMLDivElement>(null);
  const latestClose = useRef(onClose);
  latestClose.current = onClose;
  const hadFocus = useRef<Element | null>(null);

  useLayoutEffect(() => {
    const element = popup.current;
    if (element === null) return;
    hadFocus.current = document.activeElement;
    const at = menu.anchor.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = element;
    const below = at.bottom + 2;
    const fitsBelow = below + height <= innerHeight - MARGIN;
    const top = fitsBelow ? below : Math.max(MARGIN, at.top - 2 - height);
    element.style.top = `${top}px`;
    element.style.left = `${Math.max(MARGIN, Math.min(at.left, innerWidth - width - MARGIN))}px`;
    itemsOf(element)[0]?.focus({ preventScroll: true });
  }, [menu]);

  useEffect(() => {
    const onPress = (event: PointerEvent) => {
      if (event.target instanceof Node && popup.current?.contains(event.target)) return;
      latestClose.current();
    };
    const onResize = () => latestClose.current();
    addEventListener('pointerdown', onPress, true);
    addEventListener('resize', onResize);
    return () => {
      removeEventListener('pointerdown', onPress, true);
      removeEventListener('resize', onResize);
    };
  }, []);

  const close = () => {
    const owner = menu.owner ?? hadFocus.current;
    onClose();
    if (owner instanceof HTMLElement) owner.focus({ preventScroll: true });
  };

  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      close();
      return;
    }
    const items = popup.current === null ? [] : itemsOf(popup.current);
    const at = items.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    items.at(to % items.length)?.focus();
  };

  return createPortal(
    <div
      ref={popup}
      role="menu"
      aria-label={menu.label}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      className="fixed z-40 max-h-[calc(100vh-8px)] min-w-52 overflow-y-auto rounded-lg border border-line-strong bg-panel p-1 shadow-float"
    >
      {menu.entries.map(({ id, label, keys, enabled = true, run }) => (
        <button
          key={id}
          type="button"
          role="menuitem"
          tabIndex={-1}
          disabled={!enabled}
          onClick={() => {
            close();
            run();
          }}
          className="flex w-full items-center gap-4 rounded-md px-2 py-1 text-left text-[12.5px] -outline-offset-2 hover:bg-selected focus:bg-selected disabled:opacity-45"
        >
          <span className="min-w-0 flex-1 truncate">{label}</span>
          {keys !== undefined && <kbd className="font-mono text-[11px] text-soft">{keys}</kbd>}
        </button>
      ))}
    </div>,
    document.querySelector('main') ?? document.body,
  );
}

/** The entries that can be chosen. */
function itemsOf(popup: HTMLElement): HTMLElement[] {
  return [...popup.querySelectorAll<HTMLElement>('[role=menuitem]:enabled')];
}
