import type { LinePattern } from './line-pattern.ts';
import { EVENT_PATTERNS } from './patterns-event.ts';
import { HEARTBEAT_PATTERNS } from './patterns-heartbeat.ts';
import { LEGACY_PATTERNS } from './patterns-legacy.ts';
import { MEMBERSHIP_PATTERNS } from './patterns-membership.ts';
import { QUORUM_PATTERNS } from './patterns-quorum.ts';
import { RHS_PATTERNS } from './patterns-rhs.ts';
import { STATE_PATTERNS } from './patterns-state.ts';

/** Every line that carries facts. Where several begin with the same probe, the first whose expression matches wins. */
export const PATTERNS: readonly LinePattern[] = [
  ...STATE_PATTERNS,
  ...RHS_PATTERNS,
  ...HEARTBEAT_PATTERNS,
  ...MEMBERSHIP_PATTERNS,
  ...QUORUM_PATTERNS,
  ...EVENT_PATTERNS,
  ...LEGACY_PATTERNS,
];
