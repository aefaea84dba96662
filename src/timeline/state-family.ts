import { stateFamily } from '../formats/wsfc-cluster-log/states.ts';
import type { StateInterval } from '../model/incident.ts';

/** How a state is drawn. Many vendor words share a family; the word itself always stands on the bar. */
export const STATE_FAMILIES = [
  'online',
  'pending',
  'offline',
  'failed',
  'terminating',
  'up',
  'stopped',
  'dark',
  'booting',
  'joining',
  'isolated',
  'quarantined',
  'unknown',
  'no-coverage',
  'heartbeat',
  'deadlock',
  'deadline',
] as const;
export type StateFamily = (typeof STATE_FAMILIES)[number];

/** Node life, in the words of analysis. */
const NODE_LIFE: Readonly<Record<string, StateFamily>> = {
  up: 'up',
  stopped: 'stopped',
  down: 'stopped',
  dark: 'dark',
  booting: 'booting',
  joining: 'joining',
  isolated: 'isolated',
  quarantined: 'quarantined',
  unknown: 'unknown',
  paused: 'pending',
};

/**
 * Vendor words, most telling first: failures of Windows cluster resources (a failure that is being cleaned up is `terminating`), Oracle CRS
 * resource states, Pacemaker controller states, SQL Server availability roles, CSV states. A word is matched without regard to case and
 * never validated: one that fits nothing is `unknown` in colour and keeps its text.
 */
const VENDOR_WORDS: readonly (readonly [RegExp, StateFamily])[] = [
  [/terminat|^processingfailure$|^halt$/, 'terminating'],
  [
    /fail|error|fault|deadlock|cannotcomeonline|lost|unreachable|orphaned|expired|evicted|dead|resolving|crash|abort/,
    'failed',
  ],
  [
    /pending|callissued|waiting|initializing|starting|stopping|retrying|restarting|moving|queued|preparing|saving|bringing|draining|transition|election|integration|finalize|recover|promot|demot|redirected|partial|intermediate|delay|locked|synchronizing/,
    'pending',
  ],
  [/unknown|inherited/, 'unknown'],
  [/isolated|partitioned/, 'isolated'],
  [/quarantin/, 'quarantined'],
  [/join/, 'joining'],
  [/offline|unavailable|standby|disabled|down$|stopped|removed|paused/, 'offline'],
  [
    /online|running|started|^up$|primary|secondary|master|slave|leader|follower|idle|available|member|mounted|open|active|ready|fresh|synchronized|not_dc|policy_engine/,
    'online',
  ],
];

/** What the Windows cluster's own classes of words are drawn as; null: the words below decide. */
const WINDOWS_FAMILIES: Readonly<Record<ReturnType<typeof stateFamily>, StateFamily | null>> = {
  online: 'online',
  partial: 'pending',
  starting: 'pending',
  stopping: 'pending',
  waiting: 'pending',
  pending: 'pending',
  offline: 'offline',
  failed: null,
  unknown: 'unknown',
  other: null,
};

const known = new Map<string, StateFamily>();

/** The family of a vendor's state word, whatever entity it belongs to. */
export function familyOfWord(word: string): StateFamily {
  const cached = known.get(word);
  if (cached !== undefined) return cached;
  const lower = word.toLowerCase();
  const family =
    WINDOWS_FAMILIES[stateFamily(word)] ??
    VENDOR_WORDS.find(([pattern]) => pattern.test(lower))?.[1] ??
    'unknown';
  if (known.size < 1000) known.set(word, family);
  return family;
}

/** The family an interval is drawn in. */
export function familyOfInterval(
  interval: Pick<StateInterval, 'kind' | 'entity' | 'state'>,
): StateFamily {
  switch (interval.kind) {
    case 'heartbeat-miss':
      return 'heartbeat';
    case 'deadlock':
      return 'deadlock';
    case 'pending-deadline':
      return 'deadline';
    case 'dark':
      return 'dark';
    case 'no-coverage':
      return 'no-coverage';
    case 'state': {
      const life =
        interval.entity.kind === 'node' ? NODE_LIFE[interval.state.toLowerCase()] : undefined;
      return life ?? familyOfWord(interval.state);
    }
  }
}

/** Whether time spent in the family is trouble: what a lane header counts as the worst thing in view. Smaller is worse. */
export const FAMILY_RANK: Readonly<Record<StateFamily, number>> = {
  dark: 0,
  failed: 1,
  terminating: 2,
  deadlock: 3,
  quarantined: 4,
  isolated: 5,
  heartbeat: 6,
  stopped: 7,
  deadline: 8,
  pending: 9,
  unknown: 10,
  'no-coverage': 11,
  booting: 12,
  joining: 13,
  offline: 14,
  online: 15,
  up: 16,
};
