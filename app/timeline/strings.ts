import type { DateLabels } from '../../src/timeline/ticks.ts';
import type { TimelineWords } from '../../src/timeline/words.ts';

const month = new Intl.DateTimeFormat('en', { month: 'short', timeZone: 'UTC' });
const yearOf = (wall: number) => String(new Date(wall).getUTCFullYear());
const dayOf = (wall: number) => `${new Date(wall).getUTCDate()} ${month.format(wall)}`;

const ENGLISH_DATES: DateLabels = {
  day: dayOf,
  month: (wall) => `${month.format(wall)} ${yearOf(wall)}`,
  year: yearOf,
  fullDay: (wall) => `${dayOf(wall)} ${yearOf(wall)}`,
};

/** Every text of the timeline surface, in English. `words` go on bars and into accessible names. */
export const TIMELINE_STRINGS = {
  /** Fixed: tests, scripts and screen readers find the lanes by it. */
  treegrid: 'Timeline',
  /** For Intl: digits. */
  locale: 'en',
  dates: ENGLISH_DATES,
  heartbeat: (peer: string) => `heartbeat ⟵ ${peer}`,
  heartbeatShort: (peer: string) => `⟵ ${peer}`,
  quiet: (count: number) => `${count} quiet`,
  overview: 'Overview',
  inView: (duration: string) => `${duration} in view`,
  zoneTag: 'zone?',
  zoneTagShort: '?',
  zoneTagTitle: 'The zone of this source is not known: its times are placed as if they were UTC.',
  fold: (name: string) => `Fold ${name}`,
  unfold: (name: string) => `Unfold ${name}`,
  empty: 'Nothing here has a time.',
  help: 'Wheel over the lanes zooms at the pointer, over the names it scrolls the list. Shift and wheel, or a sideways wheel, moves in time. Control and wheel or a pinch zooms anywhere; Alt and wheel scrolls the list. Drag moves the picture; a double click fits the bar under the pointer. In the list: up and down move between lanes, left and right fold and unfold, Enter selects the next mark of the lane in view, Shift and Enter the one before.',
  line: (source: string, line: number) => `${source}:${line}`,
  alsoShown: (count: number) => `and ${count} more at this place`,
  startEdge: {
    observed: '',
    implied: 'start implied',
    carried: 'state before the log begins',
    unknown: 'start not known',
  },
  endEdge: {
    observed: '',
    implied: 'end implied',
    carried: 'holds to the end of the log',
    unknown: 'end not known',
  },
  levels: { 0: '', 1: 'critical', 2: 'error', 3: 'warning', 4: 'info', 5: 'debug' } as Readonly<
    Record<number, string>
  >,
  recordsHere: (count: string, worst: string) =>
    worst === '' ? `${count} log entries` : `${count} log entries, worst: ${worst}`,
  gap: 'No log: this source could not have spoken here.',
  matchCount: (count: number) => count.toLocaleString('en-GB'),
  matches: (count: number) =>
    `${count.toLocaleString('en-GB')} ${count === 1 ? 'hit' : 'hits'} of the search`,
  worstInView: (state: string) => `worst in view: ${state}`,
  written: (stamp: string) => `written ${stamp}`,
  words: {
    laneKind: {
      node: 'node',
      group: 'role',
      resource: 'resource',
      timers: 'timers of',
      heartbeat: 'heartbeat from',
      decisions: 'decisions',
      network: 'network',
      interface: 'interface',
      'voting-disk': 'voting disk',
      csv: 'cluster shared volume',
      service: 'service',
      source: 'log',
      quiet: 'quiet rows',
    },
    medium: { network: 'network', disk: 'disk', local: 'local' },
    unplaced: 'Node not known',
    nodeLife: {
      up: 'Up',
      stopped: 'Stopped',
      dark: 'Dark',
      booting: 'Booting',
      joining: 'Joining',
      isolated: 'Isolated',
      quarantined: 'Quarantined',
      unknown: 'Unknown',
    },
    marker: (kind) => kind.replaceAll('-', ' '),
    owned: (state, owner) => `${state} (owned by ${owner})`,
    dark: (code) => (code === null ? 'Dark: no sign of life' : `Dark: bugcheck ${code}`),
    missed: (duration, outcome) =>
      outcome === null ? `missed for ${duration}` : `missed for ${duration}, ${outcome}`,
    deadlock: (call, duration) => `${call} not answered, ${duration}`,
    deadline: (state, duration) => `${state}, ${duration}`,
    noLog: 'no log',
    noLogBefore: (clock) => `no log before ${clock}`,
    noLogAfter: (clock) => `no log after ${clock}`,
    fromTo: (what, from, to) => `${what} ${from} to ${to}`,
    since: (what, from) => `${what} since ${from}`,
    from: (what, from) => `${what} from ${from}, end not known`,
    event: (id) => `event ${id}`,
    until: (what, to) => `${what} until ${to}`,
    throughout: (what) => `${what} throughout`,
    at: (what, when) => `${what} at ${when}`,
    more: (count) => `${count} more`,
    zoneNotKnown: 'zone not known',
    writtenAs: (name) => `written as ${name}`,
  } satisfies TimelineWords as TimelineWords,
};

/** What another language has to supply. */
export type TimelineStrings = typeof TIMELINE_STRINGS;
