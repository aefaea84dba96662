import type { Lane } from '../../src/timeline/lane.ts';
import type { LaneChoices } from '../../src/timeline/lane-choices.ts';
import { laneLabel } from './lane-label.ts';
import type { MenuEntry } from './PopupMenu.tsx';
import type { TimelineStrings } from './strings.ts';

/** What can be done with a lane. */
export type LaneCommand = 'hide' | 'pin' | 'solo' | 'up' | 'down' | 'fit-node' | 'menu' | 'undo';

/** The command of a key in the list of lanes; null for other keys. */
export function laneCommandFor(event: {
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}): LaneCommand | null {
  const { key, altKey, shiftKey } = event;
  if (event.ctrlKey || event.metaKey) {
    return key.toLowerCase() === 'z' && !shiftKey && !altKey ? 'undo' : null;
  }
  if (altKey) return key === 'ArrowUp' ? 'up' : key === 'ArrowDown' ? 'down' : null;
  if (key === 'ContextMenu' || (key === 'F10' && shiftKey)) return 'menu';
  if (shiftKey) return key === 'N' ? 'fit-node' : null;
  if (key === 'Delete') return 'hide';
  return key === 'p' ? 'pin' : key === 'o' ? 'solo' : null;
}

/** The menu of a lane. */
export function laneEntries(
  lane: Lane,
  choices: LaneChoices,
  strings: TimelineStrings,
  act: (command: LaneCommand) => void,
): MenuEntry[] {
  const { menu } = strings;
  const { text } = laneLabel(lane, strings);
  const isPinned = choices.pinned.includes(lane.key);
  const node = lane.node ?? strings.words.unplaced;
  const entry = (command: LaneCommand, label: string, keys: string): MenuEntry => ({
    id: command,
    label,
    keys,
    run: () => act(command),
  });
  return [
    entry('pin', isPinned ? menu.unpin(text) : menu.pin(text), 'P'),
    entry('solo', choices.solo === null ? menu.solo(node) : menu.allNodes, 'O'),
    entry('hide', menu.hide(text), 'Delete'),
    entry('up', menu.up, 'Alt ↑'),
    entry('down', menu.down, 'Alt ↓'),
    entry('fit-node', menu.fitNode(node), 'Shift N'),
  ];
}
