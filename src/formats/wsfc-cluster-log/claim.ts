import type { Claim, Head } from '../format.ts';
import type { DialectKind } from './dialect.ts';
import { MAX_PREFIX, readPrefix } from './prefix.ts';
import { SECTION_HEADER } from './section.ts';

/** Tags of all generations: they help to recognise an excerpt without stamps, and nothing else. */
const FAMILIAR_TAGS = new Set(
  (
    'ACCEPT API CAM CHANNEL CHM CLMSG CLNET CONNECT CORE CP CPROXY CS CSVFS DCM DM EP FM FTI GEM GUM HM IM INIT JOIN ' +
    'JPM LM MM MRR NDP NETFT NETFTAPI NETWORK NM NMINIT NMJOIN NODE OM PULLER QUORUM RCM RCP RES RGP RHS RM SBL ' +
    'SCHANNEL SM STM SV TM UPGRADEREPLICATE VER VSAM'
  ).split(' '),
);

const SECTION_NAMES =
  /^(?:Cluster(?: Logs)?|Resources|Groups|Group Sets|Resource Types|Nodes|Networks|Network Interfaces|Volumes|System|Microsoft-Windows-FailoverClustering\/.*)$/;

/** A text with fewer entries than this share of its lines is another document that quotes some. */
const QUOTED_SHARE = 0.03;

/** What the lines of a head look like. */
interface Survey {
  readonly counts: Readonly<Record<DialectKind, number>>;
  /** Stamped or bare entries with a tag that cluster logs are known to use. */
  readonly familiar: number;
  /** Headers of sections that Get-ClusterLog writes. */
  readonly sections: number;
  /** Lines that are neither blank, nor a section header, nor inside a property section. */
  readonly lines: number;
  /** Entries with process and thread ids, or a full stamp of the product's form. */
  readonly certain: number;
}

/** Reads the head under the widest dialect and counts what it finds. */
export function surveyHead(lines: readonly string[]): Survey {
  const counts: Record<DialectKind, number> = {
    full: 0,
    masked: 0,
    'day-of-month': 0,
    'time-only': 0,
    bare: 0,
  };
  let familiar = 0;
  let sections = 0;
  let seen = 0;
  let certain = 0;
  let inSection = false;
  for (const line of lines) {
    if (line.trim() === '') continue;
    const section = SECTION_HEADER.exec(line)?.groups?.name;
    if (section !== undefined && SECTION_NAMES.test(section)) {
      sections++;
      inSection = true;
      continue;
    }
    const head = line.slice(0, MAX_PREFIX);
    const prefix = readPrefix(head, 'bare');
    if (prefix === null || (inSection && prefix.kind === 'bare')) {
      if (!inSection) seen++;
      continue;
    }
    inSection = false;
    seen++;
    counts[prefix.kind]++;
    if (!prefix.badStamp && (prefix.ids !== '' || prefix.kind === 'full')) certain++;
    if (hasFamiliarTag(head.slice(prefix.textStart))) familiar++;
  }
  return { counts, familiar, sections, lines: seen, certain };
}

/** The kind that most entries have; stamps win over missing ones, since a bare line may be wrapped text. */
export function dialectKind(survey: Survey): DialectKind {
  const { counts } = survey;
  const stamped = (['full', 'time-only', 'day-of-month', 'masked'] as const).filter(
    (kind) => counts[kind] > 0,
  );
  if (stamped.length === 0) return survey.sections > 0 || counts.bare === 0 ? 'full' : 'bare';
  const best = stamped.reduce((a, b) => (counts[b] > counts[a] ? b : a));
  return counts.bare > 4 * counts[best] && survey.familiar > counts.bare ? 'bare' : best;
}

/** How sure the head is a cluster.log, by its sections, stamps and tags; the file's name does not count. */
export function claimHead(head: Head): Claim {
  const survey = surveyHead(head.lines);
  const { counts, certain, familiar, sections, lines } = survey;
  if (sections > 0) {
    return { score: 0.97, reason: `${count(sections, 'section header')} of Get-ClusterLog` };
  }
  const share = lines === 0 ? 0 : certain / lines;
  if (certain > 0) {
    const quoted = 0.3 * Math.min(1, share / QUOTED_SHARE);
    const score = Math.min(0.98, quoted + 0.7 * Math.min(1, 2 * share));
    return {
      score,
      reason: `${certain} of ${lines} lines begin with process, thread and stamp of a cluster log`,
    };
  }
  const loose = counts['time-only'] + counts.bare + counts.masked;
  if (loose > 0 && familiar > 0 && familiar >= loose / 3) {
    const covered = Math.min(1, (2 * loose) / lines);
    const strength = counts['time-only'] + counts.masked > counts.bare ? 0.75 : 0.65;
    return {
      score: strength * covered,
      reason: `${familiar} of ${lines} lines carry levels and component tags of a cluster log, without ${counts.bare >= loose / 2 ? 'stamps' : 'dates'}`,
    };
  }
  return { score: 0, reason: 'no line begins like an entry of a cluster log' };
}

function hasFamiliarTag(text: string): boolean {
  const tag = /^\[([A-Za-z][\w-]*)/.exec(text)?.[1];
  return tag !== undefined && FAMILIAR_TAGS.has(tag.toUpperCase());
}

function count(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? '' : 's'}`;
}
