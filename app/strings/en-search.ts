import type { SearchKey } from '../../src/search/query.ts';
import type { ActionGroup } from '../palette/actions.ts';

const number = new Intl.NumberFormat('en');
const plural = new Intl.PluralRules('en');

const count = (n: number, one: string, other: string) =>
  `${number.format(n)} ${plural.select(n) === 'one' ? one : other}`;

const FILTERS: Readonly<Record<SearchKey, string>> = {
  node: 'the node that wrote the entry',
  source: 'a part of the path of the log',
  resource: 'a name, in any of its spellings',
  component: 'the tag of a cluster log: RCM, RHS',
  provider: 'a part of the event provider',
  level: 'error, warning, >=warning',
  id: 'event ids: 1069,1135',
  is: 'transition, marker, event, undated',
};

/** The search box and what it finds. */
export const SEARCH_WORDS = {
  name: 'Search',
  label: 'Search all log entries',
  placeholder: 'Search, filter or run a command',
  suggestions: 'Suggestions',
  filter: (key: SearchKey) => FILTERS[key],
  syntax: 'Also: "a phrase", /an expression/i, -what to leave out',
  errorAt: (position: number) => `At character ${number.format(position)}`,
  goTo: (time: string) => `Go to ${time}`,
  goToDetail: 'move the view there',
  searchFor: (text: string) => `Search for ${text}`,
  previous: 'Previous hit',
  next: 'Next hit',
  clear: 'Clear the search',
  cancel: 'Cancel',
  hits: (n: number) => count(n, 'hit', 'hits'),
  hitsInLane: (n: number) => `${count(n, 'hit', 'hits')} of the search`,
  position: (row: number, n: number) => `${number.format(row)} of ${number.format(n)}`,
  running: (done: string, total: string) => `Searching, ${done} of ${total}`,
  soFar: (n: number) => `${count(n, 'hit', 'hits')} so far`,
  progress: 'Search progress',
  outcome: (status: 'done' | 'cancelled' | 'too-slow' | 'failed') =>
    ({
      done: '',
      cancelled: 'cancelled: not all logs were searched',
      'too-slow':
        'ended: the expression takes too long. Make it simpler, or add a word or a filter',
      failed: 'ended: a log could not be read to its end',
    })[status],
  /** Beside the number of hits. */
  ended: (status: 'cancelled' | 'too-slow' | 'failed') =>
    ({ cancelled: 'cancelled', 'too-slow': 'too slow', failed: 'failed' })[status],
  inSources: (n: number) => `in ${count(n, 'source', 'sources')}`,
  undated: (n: number) => `${number.format(n)} without a time, listed last`,
  emptyIdle:
    'Type in the search box above: words, "a phrase", /an expression/, node:, source:, level:, id:, resource:, component:, is:, -what to leave out.',
  emptyRunning: 'Nothing found yet.',
  emptyDone: 'No entry matches.',
  emptyEnded: 'Nothing was found before the search ended.',
  outside: 'Entries are searched; section dumps and lines before the first entry are not.',
};

const GROUPS: Readonly<Record<ActionGroup, string>> = {
  search: 'Search',
  view: 'View',
  places: 'Saved views and marks',
  lanes: 'Lanes',
  panels: 'Panels',
  zones: 'Time zones',
  logs: 'Logs',
  page: 'Page',
};

/** The list of commands. */
export const PALETTE_WORDS = {
  open: 'Commands',
  name: 'Commands',
  label: 'Run a command, or type a time to go there',
  placeholder: 'Command, time (20:24:36, 2017-09-15 20:24 +08) or step (+5m)',
  none: 'No command fits.',
  group: (group: ActionGroup) => GROUPS[group],
  actions: {
    search: 'Search all logs',
    cancelSearch: 'Cancel the search',
    fitSelection: 'Show the selection',
    earlier: 'Move earlier',
    later: 'Move later',
    goTo: 'Go to a time …',
    showView: (slot: number) => `Show saved view ${slot}`,
    saveView: (slot: number) => `Save this view as ${slot}`,
    showViews: 'Show saved view 1 to 9',
    saveViews: 'Save this view as 1 to 9',
    mark: 'Mark the instant under the crosshair',
    foldNodes: 'Fold every node',
    unfoldAll: 'Unfold all lanes',
    showDetails: (tab: string) => `Show ${tab}`,
    showTable: (tab: string) => `Show table: ${tab}`,
    showZone: (zone: string) => `Second time zone: ${zone}`,
    onlyUtc: 'UTC only, no second time zone',
    cancelReading: 'Stop reading',
  },
};

/** Saved views and marked instants. */
export const PLACE_WORDS = {
  saved: (slot: number) => `View ${slot} saved.`,
  replaced: (slot: number) => `View ${slot} replaced.`,
  went: (slot: number) => `View ${slot} shown.`,
  notSaved: (slot: number) => `No view ${slot} is saved. Shift and ${slot} saves the one in sight.`,
  nothingToMark: 'Point at a moment on the lanes, or select something, then mark it.',
  cleared: 'Marks removed.',
  undo: 'Undo',
  dismiss: 'Dismiss',
  marks: 'Marked instants',
  removeMark: (time: string) => `Remove the mark at ${time}`,
  clearMarks: 'Remove all marks',
  difference: 'Time between these two marks',
};
