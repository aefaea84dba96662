import { expect, it } from 'vitest';
import type { ActionGroup } from './actions.ts';
import { rankActions } from './rank-actions.ts';

const items: readonly { group: ActionGroup; title: string }[] = [
  { group: 'page', title: 'Switch to the light theme' },
  { group: 'view', title: 'Zoom in' },
  { group: 'view', title: 'Show the whole incident' },
  { group: 'panels', title: 'Show Findings' },
];
const titles = (text: string) =>
  rankActions(items, text, (group) => group).map(({ title }) => title);

it('lists everything by group while nothing is typed', () => {
  expect(titles(' ')).toEqual([
    'Zoom in',
    'Show the whole incident',
    'Show Findings',
    'Switch to the light theme',
  ]);
});

it('asks for every word, in title or group', () => {
  expect(titles('THEME light')).toEqual(['Switch to the light theme']);
  expect(titles('view incident')).toEqual(['Show the whole incident']);
  expect(titles('view theme')).toEqual([]);
});

it('prefers beginnings of words, then short titles', () => {
  expect(titles('in')).toEqual(['Zoom in', 'Show the whole incident', 'Show Findings']);
  expect(titles('show')).toEqual(['Show Findings', 'Show the whole incident']);
});
