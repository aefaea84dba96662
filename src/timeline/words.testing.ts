import type { DateLabels } from './ticks.ts';
import type { TimelineWords } from './words.ts';

/** Plain words for tests; the page has its own catalogue. */
export const TEST_WORDS: TimelineWords = {
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
    csv: 'volume',
    service: 'service',
    source: 'log',
    quiet: 'quiet rows',
  },
  medium: { network: 'network', disk: 'disk', local: 'local' },
  unplaced: 'no node',
  nodeLife: { up: 'Up' },
  marker: (kind) => kind,
  owned: (state, owner) => `${state} (owned by ${owner})`,
  dark: (code) => `dark ${code}`,
  missed: (duration, outcome) => `missed ${duration} ${outcome}`,
  deadlock: (call, duration) => `${call} ${duration}`,
  deadline: (state, duration) => `${state} ${duration}`,
  noLog: 'no log',
  noLogBefore: (clock) => `no log before ${clock}`,
  noLogAfter: (clock) => `no log after ${clock}`,
  fromTo: (what, from, to) => `${what} ${from} to ${to}`,
  since: (what, from) => `${what} since ${from}`,
  from: (what, from) => `${what} from ${from}`,
  event: (id) => `event ${id}`,
  until: (what, to) => `${what} until ${to}`,
  throughout: (what) => `${what} throughout`,
  at: (what, when) => `${what} at ${when}`,
  more: (count) => `${count} more`,
  zoneNotKnown: 'zone not known',
  writtenAs: (name) => `written as ${name}`,
};

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const monthOf = (wall: number) => MONTHS[new Date(wall).getUTCMonth()]!;
const yearOf = (wall: number) => String(new Date(wall).getUTCFullYear());

export const TEST_DATES: DateLabels = {
  day: (wall) => `${new Date(wall).getUTCDate()} ${monthOf(wall)}`,
  month: (wall) => `${monthOf(wall)} ${yearOf(wall)}`,
  year: yearOf,
  fullDay: (wall) => `${new Date(wall).getUTCDate()} ${monthOf(wall)} ${yearOf(wall)}`,
};
