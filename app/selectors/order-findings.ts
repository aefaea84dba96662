import type { Finding } from '../../src/model/incident.ts';
import { memoizeLast } from './memoize-last.ts';

const ROLES = ['cause', 'consequence', 'context'] as const satisfies readonly Finding['role'][];

export interface FindingGroup {
  readonly role: Finding['role'];
  /** By time, those without one last; of one instant, the surer first. */
  readonly findings: readonly Finding[];
}

/** Causes, then consequences, then context; roles without a finding are left out. */
export const orderFindings = memoizeLast((findings: readonly Finding[]): readonly FindingGroup[] =>
  ROLES.map((role) => ({
    role,
    findings: findings.filter((finding) => finding.role === role).sort(byTime),
  })).filter((group) => group.findings.length > 0),
);

function byTime(a: Finding, b: Finding): number {
  if (a.start !== b.start) {
    if (a.start === null) return 1;
    return b.start === null ? -1 : a.start - b.start;
  }
  return b.confidence - a.confidence;
}
