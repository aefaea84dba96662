import type { LogFormat } from '../format.ts';
import { claimHead, dialectKind, surveyHead } from './claim.ts';
import { claimNode, claimTimeBase } from './cluster-header.ts';
import { type Dialect, dialectOf } from './dialect.ts';
import { MAX_PREFIX, readPrefix } from './prefix.ts';
import { isCuttable, scanLog } from './scan.ts';

/**
 * cluster.log of Windows failover clusters. Patterns cite the sections of the format's specification: 1 grammar,
 * 2 sections, 4 time base, 5 levels, 6 tags, 7 meaning of lines, 8 states, 10 status codes.
 */
export const wsfcClusterLog: LogFormat = {
  id: 'wsfc-cluster-log',
  title: 'Windows failover cluster log (cluster.log)',
  versions: 'Windows NT 4.0, 2000, 2003, 2008 to 2012 R2, 2016 to 2022',
  reference:
    'Microsoft: "Anatomy of a Cluster Log Entry" (cc962179), KB 286052, Get-ClusterLog; excerpts that Microsoft and administrators published',

  componentIs: 'component',

  claim: claimHead,

  prepare(head) {
    const survey = surveyHead(head.lines);
    const dialect: Dialect = { kind: dialectKind(survey) };
    const dated = dialect.kind === 'full' && (survey.counts.full > 0 || survey.sections > 0);
    return {
      node: claimNode(head.lines, head.fileName),
      timeBase: claimTimeBase(head.lines, dated),
      dialect,
    };
  },

  isEntryStart: isCuttable,

  scan(input, dialect, out) {
    return scanLog(input, dialect, out);
  },

  stampOf(recordText, dialect) {
    const stamp = readPrefix(recordText.slice(0, MAX_PREFIX), dialectOf(dialect))?.stamp;
    return stamp === undefined || stamp === '' ? null : stamp;
  },
};
