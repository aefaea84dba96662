import type { EdgeBasis } from '../../src/model/incident.ts';
import type { MarkerKind } from '../../src/model/marker.ts';

const number = new Intl.NumberFormat('en');
const plural = new Intl.PluralRules('en');

const count = (n: number, one: string, other: string) =>
  `${number.format(n)} ${plural.select(n) === 'one' ? one : other}`;

/** The tables below the timeline. */
export const TABLE_WORDS = {
  toolbar: (table: string) => `Rows of ${table}`,
  follow: 'Follow the view',
  followHint: 'Only what lies in the visible span',
  inView: (n: number, all: number) => `${number.format(n)} of ${number.format(all)} in view`,
  all: (n: number) => count(n, 'row', 'rows'),
  undated: (n: number) => `${number.format(n)} undated`,
  levels: 'Levels shown',
  severeOnly: 'Errors, warnings and critical only',
  severe: 'Show errors, warnings and critical only',
  someLevels: 'Some levels hidden',
  everyLevel: 'Show all levels',
  contains: (column: string, text: string) => `${column} contains “${text}”`,
  removeFilter: (filter: string) => `Remove filter: ${filter}`,
  filters: 'Filter columns',
  filterColumn: (column: string) => `${column} contains`,
  filterPlaceholder: 'contains …',
  copyTsv: 'Copy as TSV',
  copyMarkdown: 'Copy as Markdown',
  tsv: 'TSV',
  markdown: 'Markdown',
  copySelected: (n: number) => count(n, 'selected row', 'selected rows'),
  copyAll: 'all rows',
  copyHint: 'Shift and a click or an arrow selects several rows, Ctrl+A all; Ctrl+C copies them.',
  copied: (n: number, form: 'tsv' | 'markdown') =>
    `${count(n, 'row', 'rows')} copied as ${form === 'tsv' ? 'TSV' : 'Markdown'}.`,
  copiedFirst: (n: number, all: number, form: 'tsv' | 'markdown') =>
    `The first ${number.format(n)} of ${count(all, 'row', 'rows')} copied as ${form === 'tsv' ? 'TSV' : 'Markdown'}.`,
  copying: 'Reading the rows …',
  copyFailed: (reason: string) => `Nothing was copied: ${reason}`,
  noClipboard: 'the browser does not allow it',
  sorted: (column: string) => `Sort by ${column}`,
  hiddenSelection: 'The selected row is not shown here.',
  reveal: 'Show it',
  emptyView: 'Nothing in the visible span passes the filters.',
  emptyProblems: 'Every line was read as its format says.',
  allSources: 'All sources, by time',
  working: (share: number) => `sorting in … ${Math.floor(share * 100)} %`,
  searching: 'searching the text …',
  searchEnded: (message: string) => `The text filter ended early: ${message}`,
  code: 'Code',
  message: 'What was seen, what was expected',
  wholeFile: 'whole file',
  uncounted: (n: number) => `${number.format(n)} more are counted but not kept`,
};

const WHAT_HAPPENED: Readonly<Record<MarkerKind, (who: string, what: string) => string>> = {
  bugcheck: (who) => `${who} stopped with a bugcheck: Windows halted the machine.`,
  'unexpected-reboot': (who) => `${who} came up again without having been shut down.`,
  shutdown: (who) => `${who} was shut down.`,
  boot: (who) => `${who} started.`,
  'node-down': (who) => `The cluster took ${who} as down.`,
  'node-up': (who) => `The cluster took ${who} as up.`,
  'join-failed': (who) => `${who} could not join the cluster.`,
  'node-isolated': (who) =>
    `${who} was isolated: it lost contact but was given time before its roles move.`,
  'node-quarantined': (who) =>
    `${who} was quarantined: it left the cluster too often and may not join for a while.`,
  eviction: (who) => `${who} was taken out of the cluster.`,
  'kill-sent': (who, what) => `${who} told ${what} to leave the cluster.`,
  'kill-received': (who) => `${who} was told to leave the cluster.`,
  'member-kill': (who) => `A process of a cluster member was ended on ${who}.`,
  reconfiguration: (who) => `The members of the cluster changed, as ${who} tells it.`,
  'quorum-lost': (who) => `The cluster lost quorum, as ${who} tells it: too few votes to go on.`,
  'quorum-regained': (who) => `The cluster has quorum again, as ${who} tells it.`,
  'voting-disk-lost': (who, what) => `${who} can no longer reach the voting disk ${what}.`,
  'service-start': (who, what) => `The service ${what} started on ${who}.`,
  'service-stop': (who, what) => `The service ${what} stopped on ${who}.`,
  'service-failed': (who, what) => `The service ${what} ended unexpectedly on ${who}.`,
  'rhs-terminated': (who) =>
    `A Resource Hosting Subsystem process ended on ${who}; the resources in it have to start again.`,
  deadlock: (who, what) =>
    `A call to the resource ${what} did not come back in time on ${who}; the cluster takes it as hung.`,
  'resource-failed': (who, what) => `The resource ${what} failed on ${who}.`,
  'group-failed': (who, what) => `The role ${what} failed on ${who}.`,
  'group-move': (who, what) => `The role ${what} moved; ${who} tells it.`,
  'interface-failed': (who, what) => `The network interface ${what} failed on ${who}.`,
  'network-down': (who, what) => `The network ${what} is down, as ${who} tells it.`,
  'network-partitioned': (who, what) =>
    `The network ${what} is partitioned, as ${who} tells it: some nodes do not reach each other over it.`,
  'route-lost': (who, what) => `${who} lost a route to ${what}.`,
  'route-restored': (who, what) => `${who} has a route to ${what} again.`,
  'storage-lost': (who, what) => `${who} lost access to ${what}.`,
  'csv-paused': (who, what) => `The cluster shared volume ${what} was paused on ${who}.`,
  'clock-step': (who) => `The clock of ${who} was moved.`,
  change: (who, what) => `Something was changed on ${who}: ${what}.`,
};

const BEGINS: Readonly<Record<EdgeBasis, string>> = {
  observed: 'A record tells its beginning.',
  implied: 'Its beginning is worked out from other records.',
  carried: 'It held before the log begins.',
  unknown: 'When it began is not known: no log covers it.',
};
const ENDS: Readonly<Record<EdgeBasis, string>> = {
  observed: 'A record tells its end.',
  implied: 'Its end is worked out from other records.',
  carried: 'No later record speaks of it; it is drawn as far as the log reaches.',
  unknown: 'When it ended is not known: no log covers it.',
};

/** The details of what is selected. */
export const DETAIL_WORDS = {
  someone: 'A node that is not known',
  something: 'something unnamed',
  at: (time: string) => `At ${time} UTC.`,
  noTime: 'The log gives it no time.',
  from: (start: string, end: string, length: string) =>
    `From ${start} to ${end} UTC, ${length} in all.`,
  since: (start: string) => `Since ${start} UTC.`,
  until: (end: string) => `Until ${end} UTC.`,
  happened: (kind: MarkerKind, who: string, what: string) => WHAT_HAPPENED[kind](who, what),
  state: (what: string, node: string | null, state: string) =>
    node === null ? `${what} was ${state}.` : `${what} was ${state}, as ${node} tells it.`,
  nodeState: (node: string, state: string) => `${node} was ${state}.`,
  dark: (node: string) => `${node} was dark: nothing shows that it ran.`,
  missed: (node: string, peer: string) => `${node} did not hear ${peer}.`,
  deadlock: (what: string, call: string) => `The call ${call} to ${what} did not come back.`,
  deadline: (what: string, state: string) =>
    `${what} was given until the end of this span to leave ${state}.`,
  noCoverage: (what: string) =>
    `No log covers ${what} here. Nothing is known, and nothing is drawn as if it were.`,
  transition: (what: string, from: string, to: string) => `${what} went from ${from} to ${to}.`,
  transitionTo: (what: string, to: string) => `${what} became ${to}.`,
  begins: (basis: EdgeBasis) => BEGINS[basis],
  ends: (basis: EdgeBasis) => ENDS[basis],
  toldBy: (n: number) => (n === 1 ? 'One line tells it.' : `${number.format(n)} lines tell it.`),
  entry: (level: string, who: string, component: string) =>
    component === ''
      ? `${who} logged an entry of level ${level}.`
      : `${component} on ${who} logged an entry of level ${level}.`,

  ownWords: 'What the log says',
  eventMeaning: (id: number, meaning: string) => `Event ${id}: ${meaning}`,

  notProven: 'What is not proven',
  zoneUnknown: 'The zone of the source is not known: the time is its digits read as UTC.',
  zoneInferred: (share: string) => `The zone of the source is inferred, ${share} sure.`,
  nodeInferred: (node: string) => `That the log is of ${node} is inferred.`,
  nodeUnknown: 'Whose log it is, is not known.',
  edge: (edge: 'start' | 'end', basis: EdgeBasis) =>
    ({
      observed: '',
      implied: edge === 'start' ? 'The start is implied.' : 'The end is implied.',
      carried:
        edge === 'start'
          ? 'The start lies before the log.'
          : 'The end lies after the log, or was never written.',
      unknown: edge === 'start' ? 'The start is not known.' : 'The end is not known.',
    })[basis],
  repaired: (written: string, shown: string) =>
    `The name is written ${written} and read as ${shown}.`,
  allProven: 'Nothing is inferred here.',

  steps: 'This and what came before and after',
  stepOf: (at: number, all: number) => `${number.format(at)} of ${number.format(all)}`,
  previous: (what: string) => `Previous of ${what}`,
  next: (what: string) => `Next of ${what}`,
  previousEntry: 'Previous entry of the source',
  nextEntry: 'Next entry of the source',
  inTable: 'Show in the table',

  sameMoment: 'Same moment elsewhere',
  withinName: 'Seconds around this moment',
  plusMinus: (text: string) => `± ${text}`,
  nodeUnnamed: 'Node not known',
  quiet: 'no record in this span',
  notCovered: 'no log covers this span',
  noOther: 'No other log is open.',
};

/** The state diff of a span. */
export const WINDOW_WORDS = {
  title: 'What this span holds',
  choose: 'Span',
  span: (name: 'measured' | 'visible' | 'selected') =>
    ({
      measured: 'Measured span',
      visible: 'Visible window',
      selected: 'Selected interval',
    })[name],
  none: 'Nothing here has a time.',
  length: 'Length',
  from: 'From',
  to: 'To',
  records: (n: number) => count(n, 'record', 'records'),
  counting: 'counting …',
  bySource: 'Records by source',
  total: 'All',
  source: 'Source',
  changedTitle: 'What changed',
  changedNone: 'No state changed.',
  keptTitle: 'What stayed',
  kept: (n: number) => count(n, 'entity kept its state', 'entities kept their state'),
  unknown: 'not known',
  steps: (n: number) => count(n, 'step', 'steps'),
  markers: 'Markers',
  markersNone: 'No marker.',
  more: (n: number) => `${number.format(n)} more`,
  onNode: (node: string) => `on ${node}`,
};

export const FINDING_WORDS = {
  group: (role: 'cause' | 'consequence' | 'context') =>
    ({ cause: 'Cause', consequence: 'Consequences', context: 'Context' })[role],
  supports: 'What supports it',
  noSupport: 'It rests on what is absent: no line says it.',
  moreLines: (n: number) => count(n, 'more line', 'more lines'),
};
