import { ACTION_GROUPS, type ActionGroup } from './actions.ts';

interface Named {
  readonly group: ActionGroup;
  readonly title: string;
}

/**
 * The items whose title or group holds every word of `text`, whatever the letter case. Without a text all, group by group;
 * else those first in which the words begin words of the title, and of these the shortest.
 */
export function rankActions<Item extends Named>(
  items: readonly Item[],
  text: string,
  groupName: (group: ActionGroup) => string,
): readonly Item[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) {
    return items.toSorted(
      (a, b) => ACTION_GROUPS.indexOf(a.group) - ACTION_GROUPS.indexOf(b.group),
    );
  }
  return items
    .flatMap((item) => {
      const title = item.title.toLowerCase();
      const all = `${title} ${groupName(item.group).toLowerCase()}`;
      if (!words.every((word) => all.includes(word))) return [];
      const begun = words.filter((word) => ` ${title}`.includes(` ${word}`)).length;
      const rank = title.startsWith(words.join(' ')) ? words.length + 1 : begun;
      return [{ item, rank, length: title.length }];
    })
    .sort((a, b) => b.rank - a.rank || a.length - b.length)
    .map(({ item }) => item);
}
