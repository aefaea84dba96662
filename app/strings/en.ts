import type { EntityKind, HeartbeatMedium } from '../../src/model/entity.ts';
import type { EdgeBasis, IntervalKind } from '../../src/model/incident.ts';
import type { LevelName } from '../../src/model/level.ts';
import type { MarkerKind } from '../../src/model/marker.ts';
import type { FileStage } from '../../src/worker/engine.ts';
import type { BottomTab, RightTab } from '../store/view-slice.ts';
import { TIMELINE_STRINGS } from '../timeline/strings.ts';
import { DETAIL_WORDS, FINDING_WORDS, TABLE_WORDS, WINDOW_WORDS } from './en-panels.ts';
import { PALETTE_WORDS, PLACE_WORDS, SEARCH_WORDS } from './en-search.ts';

const number = new Intl.NumberFormat('en');
const percent = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 0 });
const plural = new Intl.PluralRules('en');
const list = new Intl.ListFormat('en', { type: 'conjunction' });
const month = new Intl.DateTimeFormat('en', { month: 'short', timeZone: 'UTC' });

const count = (n: number, one: string, other: string) =>
  `${number.format(n)} ${plural.select(n) === 'one' ? one : other}`;

const BYTE_UNITS = ['B', 'kB', 'MB', 'GB', 'TB'];

/** 1 234 567 is `1.2 MB`: decimal units, three digits at most. */
function bytes(n: number): string {
  let unit = 0;
  let size = n;
  while (size >= 999.5 && unit < BYTE_UNITS.length - 1) {
    size /= 1000;
    unit++;
  }
  const digits = unit > 0 && size < 9.95 ? 1 : 0;
  return `${size.toFixed(digits)} ${BYTE_UNITS[unit]}`;
}

const MARKERS: Readonly<Record<MarkerKind, string>> = {
  bugcheck: 'Bugcheck',
  'unexpected-reboot': 'Unexpected reboot',
  shutdown: 'Shutdown',
  boot: 'Boot',
  'node-down': 'Node down',
  'node-up': 'Node up',
  'join-failed': 'Join failed',
  'node-isolated': 'Node isolated',
  'node-quarantined': 'Node quarantined',
  eviction: 'Eviction',
  'kill-sent': 'Kill sent',
  'kill-received': 'Kill received',
  'member-kill': 'Member kill',
  reconfiguration: 'Reconfiguration',
  'quorum-lost': 'Quorum lost',
  'quorum-regained': 'Quorum regained',
  'voting-disk-lost': 'Voting disk lost',
  'service-start': 'Service started',
  'service-stop': 'Service stopped',
  'service-failed': 'Service failed',
  'rhs-terminated': 'RHS terminated',
  deadlock: 'Deadlock',
  'resource-failed': 'Resource failed',
  'group-failed': 'Role failed',
  'group-move': 'Role moved',
  'interface-failed': 'Interface failed',
  'network-down': 'Network down',
  'network-partitioned': 'Network partitioned',
  'route-lost': 'Route lost',
  'route-restored': 'Route restored',
  'storage-lost': 'Storage lost',
  'csv-paused': 'CSV paused',
  'clock-step': 'Clock step',
  change: 'Change',
};

const INTERVALS: Readonly<Record<IntervalKind, string>> = {
  state: 'State',
  'heartbeat-miss': 'Heartbeat missed',
  deadlock: 'Deadlock',
  dark: 'Dark',
  'pending-deadline': 'Pending deadline',
  'no-coverage': 'No log',
};

const ENTITIES: Readonly<Record<EntityKind, string>> = {
  node: 'node',
  resource: 'resource',
  group: 'role',
  network: 'network',
  interface: 'interface',
  link: 'heartbeat link',
  'voting-disk': 'voting disk',
  service: 'service',
  csv: 'cluster shared volume',
};

const EDGES: Readonly<Record<EdgeBasis, string>> = {
  observed: 'observed: a record says so',
  implied: 'implied: worked out from a record',
  carried: 'carried: no later record, holds as far as the log reaches',
  unknown: 'unknown: no log covers it',
};

const LEVELS: Readonly<Record<LevelName, string>> = {
  critical: 'Critical',
  error: 'Error',
  warning: 'Warning',
  info: 'Info',
  debug: 'Debug',
};

const STAGES: Readonly<Record<FileStage, string>> = {
  waiting: 'waiting',
  unpacking: 'unpacking',
  reading: 'reading',
  done: 'read',
  failed: 'not read',
  cancelled: 'cancelled',
};

const MEDIA: Readonly<Record<HeartbeatMedium, string>> = {
  network: 'network',
  disk: 'disk',
  local: 'local',
};

const RIGHT_TABS: Readonly<Record<RightTab, string>> = {
  selection: 'Selection',
  window: 'Window',
  findings: 'Findings',
  sources: 'Sources',
  names: 'Names',
};

const BOTTOM_TABS: Readonly<Record<BottomTab, string>> = {
  search: 'Search',
  events: 'Events',
  transitions: 'Transitions',
  markers: 'Markers',
  intervals: 'Intervals',
  lines: 'Log lines',
  problems: 'Problems',
  raw: 'Raw',
  undated: 'Undated',
};

/** Everything the page says, in English. Vendor words (states, event names, codes) are never translated and not here. */
export const en = {
  number: (n: number) => number.format(n),
  percent: (share: number) => percent.format(share),
  bytes,
  /** A day on the UTC axis: `15 Sep 2017`. */
  day: (instant: number) => {
    const date = new Date(instant);
    return `${date.getUTCDate()} ${month.format(date)} ${date.getUTCFullYear()}`;
  },
  list: (items: readonly string[]) => list.format(items),

  app: {
    name: 'Heartline',
    timelineName: 'Timeline of the incident',
    detailsName: 'Details',
    tablesName: 'Tables and raw lines',
    resizeDetails: 'Width of the details panel',
    resizeTables: 'Height of the tables',
  },

  incident: {
    title: (nodes: readonly string[], days: string) => {
      const shown = nodes.slice(0, 3);
      const more = nodes.length - shown.length;
      const who = list.format(more > 0 ? [...shown, `${more} more`] : shown);
      return [who, days].filter((part) => part !== '').join(', ');
    },
    noNodes: 'Node not known',
    undated: 'no dated record',
    days: (first: string, last: string) => (first === last ? first : `${first} to ${last}`),
    nodes: (n: number) => count(n, 'node', 'nodes'),
    sources: (n: number) => count(n, 'source', 'sources'),
    close: 'Close the incident and forget its files',
  },

  add: {
    files: 'Add logs',
    folder: 'Add folder',
    drop: 'Drop logs, folders or archives',
    dropHint: 'They are read on this machine and go nowhere.',
    pastedName: 'pasted text.txt',
  },

  zone: {
    label: 'Time zones',
    utc: 'UTC',
    second: 'Second time zone',
    none: 'No second zone',
    browser: 'This browser',
    ofSource: 'Used by a log',
    other: 'Other zone or offset',
    placeholder: 'Asia/Shanghai or +08:00',
    bad: (text: string) =>
      `“${text}” is no known zone. Write an IANA name (Asia/Shanghai) or an offset (+08:00).`,
    apply: 'Apply',
  },

  theme: {
    toDark: 'Switch to the dark theme',
    toLight: 'Switch to the light theme',
  },

  empty: {
    title: 'Drop the logs of every node here',
    lead: 'Heartline lines up what each node, role, resource and heartbeat did on one UTC axis, so that you can see what failed first and read the line that says so.',
    dropHere: 'Drop files, folders, zip, tar or gz anywhere on this page',
    sample: 'Open the sample incident',
    sampleNote:
      'Two nodes, one disk resource that never came online. Built around published log lines; the rest is constructed.',
    readsTitle: 'What it reads',
    collectTitle: 'How to collect',
    collect: [
      {
        what: 'Cluster log of every node, in UTC, into the current folder. UTC is the default; add -UseLocalTime only if you must, the header then says so.',
        command: 'Get-ClusterLog -Destination .',
      },
      {
        what: 'On Windows Server 2008, of all nodes:',
        command: 'cluster log /g /copy:.',
      },
      {
        what: 'Events: select them in Event Viewer, then Copy › Copy Details as Text, and paste into this page or a text file. The appended XML carries the exact time; keep it.',
        command: null,
      },
    ],
    privateTitle: 'Nothing leaves this machine',
    private:
      'Files are read in the browser. The page may not open any connection: its security policy forbids it, offline or not.',
  },

  loading: {
    name: 'Reading progress',
    overall: (read: string, total: string) => `Reading ${read} of ${total}`,
    files: (done: number, total: number) =>
      `${number.format(done)} of ${count(total, 'file', 'files')}`,
    cancel: 'Cancel',
    showFiles: 'Files',
    stage: (stage: FileStage) => STAGES[stage],
    progressOf: (path: string) => `Progress of ${path}`,
  },

  error: {
    title: 'None of these files could be read as a cluster log',
    hint: 'The reasons are listed below. Add other files, or start again.',
    startAgain: 'Start again',
    crash: 'The page met a fault of its own',
    crashHint: 'The files are unchanged. Reload the page to start again.',
  },

  notice: {
    unknownZone: (paths: readonly string[]) =>
      paths.length === 1
        ? `The time zone of ${paths[0]} is not known. Its records are drawn as if they were UTC.`
        : `The time zone of ${number.format(paths.length)} sources is not known. Their records are drawn as if they were UTC.`,
    setZone: 'Set zone',
    zoneOf: 'Zone of these sources',
    proposal: (zone: string) => `Use ${zone}`,
    failure: (detail: string) =>
      `A worker of this page ended: ${detail || 'the browser gave no reason'}. Reload the page and add the logs again; what is shown is not complete.`,
    unrecognised: (n: number) => `${count(n, 'file was', 'files were')} not recognised.`,
    showUnrecognised: 'Why?',
    cancelled: (n: number) =>
      `Reading was cancelled: ${count(n, 'file is', 'files are')} not or not wholly read.`,
    dismiss: 'Dismiss',
  },

  tabs: {
    right: (tab: RightTab) => RIGHT_TABS[tab],
    bottom: (tab: BottomTab) => BOTTOM_TABS[tab],
    rightName: 'Details',
    bottomName: 'Tables',
  },

  column: {
    utc: 'UTC',
    second: (zone: string) => zone,
    node: 'Node',
    source: 'Source',
    line: 'Line',
    level: 'Level',
    event: 'Event',
    meaning: 'Meaning',
    entity: 'What',
    from: 'From',
    to: 'To',
    owner: 'Owner',
    kind: 'Kind',
    state: 'State',
    start: 'Start (UTC)',
    end: 'End (UTC)',
    startBasis: 'Start known',
    endBasis: 'End known',
    duration: 'Length',
    detail: 'Detail',
    component: 'Component',
    text: 'Text',
    written: 'Written',
    known: 'Known as',
  },

  table: {
    emptyEvents: 'No known Windows event in these logs.',
    emptyTransitions: 'No state transition in these logs.',
    emptyMarkers: 'No marker in these logs.',
    emptyIntervals: 'No interval in these logs.',
    emptyLines: 'This source has no record.',
    emptyUndated: 'Every record has a time.',
    noSource: 'No source is open.',
    chooseSource: 'Source',
    undated: 'undated',
    provisional: (time: string) => `${time}?`,
    provisionalNote: 'The zone of this source is not known; shown as if UTC.',
    gapNote: 'This local time was skipped by a change to daylight saving time.',
    overlapNote: (other: string) =>
      `This local time occurred twice when daylight saving time ended; the other instant is ${other}.`,
    openEnd: 'to the end of the log',
    openStart: 'unknown',
    records: (n: number) => count(n, 'record', 'records'),
    lines: (n: number) => count(n, 'line', 'lines'),
    reading: 'reading …',
  },

  raw: {
    none: 'Select a mark or a row to see its line in the file.',
    name: (path: string) => `Lines of ${path}`,
    goTo: 'Go to line',
    noSuchLine: (lines: number) => `The file has the lines 1 to ${number.format(lines)}.`,
    cut: '… cut',
    unreadable: (reason: string) => `The file can no longer be read: ${reason}`,
  },

  selection: {
    none: 'Select a bar, a marker or a table row. This panel then says what it is, since when, how it is known, and shows its line.',
    fit: 'Show this span',
    center: 'Show this moment',
    openRaw: 'Open in the raw view',
    lineOf: (line: number, path: string) => `Line ${number.format(line)} of ${path}`,
    otherLines: 'Also told by',
    evidence: 'Evidence',
    attributes: 'Details',
    start: 'Start',
    end: 'End',
    length: 'Length',
    time: 'Time',
    written: 'Written',
    node: 'Node',
    peer: 'Peer',
    medium: 'Medium',
    entity: 'What',
    writtenName: 'Written as',
    group: 'Role',
    owner: 'Owner',
    outcome: 'Outcome',
    eventId: 'Event',
    provider: 'Provider',
    reasoning: 'How we know',
    progress: (percentMissed: number, remaining: string | null) =>
      remaining === null
        ? `${number.format(percentMissed)} % missed`
        : `${number.format(percentMissed)} % missed, ${remaining} left`,
    gone: 'The picture has changed; select again.',
    sentence: {
      state: (entity: string, state: string) => `${entity}: ${state}`,
      transition: (entity: string, from: string, to: string) => `${entity}: ${from} → ${to}`,
      heartbeat: (node: string, peer: string) => `${node} does not hear ${peer}`,
      noCoverage: (what: string) => `No log covers ${what}`,
      record: 'Log entry',
    },
    edge: (basis: EdgeBasis) => EDGES[basis],
    sinceStart: 'since before the log begins',
    toEnd: 'as far as the log reaches',
  },

  kind: {
    marker: (kind: MarkerKind) => MARKERS[kind],
    interval: (kind: IntervalKind) => INTERVALS[kind],
    entity: (kind: EntityKind) => ENTITIES[kind],
    level: (level: LevelName) => LEVELS[level],
    medium: (medium: HeartbeatMedium) => MEDIA[medium],
    entityNamed: (kind: EntityKind, name: string) => `${ENTITIES[kind]} ${name}`,
  },

  sources: {
    none: 'No source is open.',
    node: 'Node',
    nodeOpen: 'not known',
    zone: 'Time zone',
    zoneUnknown: 'not known, drawn as UTC',
    encoding: 'Encoding',
    date: 'Date of the first record',
    datePlaceholder: 'YYYY-MM-DD',
    badDate: (text: string) =>
      `“${text}” is no date. Write YYYY-MM-DD, or YYYY-MM where lines have the day.`,
    format: 'Format',
    size: 'Size',
    levels: 'Levels',
    first: 'First record',
    last: 'Last record',
    coverage: 'Covered',
    spans: (n: number) => count(n, 'span', 'spans'),
    lineTally: 'Lines',
    tally: (kind: 'entries' | 'continuations' | 'sections' | 'blanks' | 'problems', n: number) =>
      ({
        entries: `${number.format(n)} with entries`,
        continuations: `${number.format(n)} continued`,
        sections: `${number.format(n)} in sections`,
        blanks: `${number.format(n)} blank`,
        problems: `${number.format(n)} not understood`,
      })[kind],
    undated: (n: number) => `${count(n, 'record', 'records')} without a time`,
    showUndated: 'Show undated records',
    problems: (n: number) => count(n, 'problem', 'problems'),
    noProblems: 'no problems',
    moreProblems: (n: number) => `and ${number.format(n)} more`,
    wholeFile: 'whole file',
    remove: 'Remove this source',
    removeNamed: (path: string) => `Remove ${path}`,
    edit: (what: string, path: string) => `${what} of ${path}`,
    change: (what: string, path: string) => `Change ${what.toLowerCase()} of ${path}`,
    emptyNode: 'Write the name of the node.',
    dateOpen: 'not known',
    set: 'Set',
    resetNamed: (what: string, path: string) => `Reset ${what.toLowerCase()} of ${path}`,
    confidence: (share: number) => `${percent.format(share)} sure`,
    evidenceTitle: 'Evidence',
    evidenceLine: (line: number) => (line === 0 ? 'file name' : `line ${number.format(line)}`),
    takeProposal: (zone: string) => `Use ${zone}`,
    takeDate: (date: string) => `Use ${date}`,
    basis: (basis: string) =>
      ({
        declared: 'the file says so',
        inferred: 'inferred',
        set: 'set by you',
        default: 'default of the format, nothing in the file says',
      })[basis] ?? basis,
    encodingBasis: (basis: string) =>
      ({
        bom: 'byte order mark',
        'nul-parity': 'zero bytes at every second place',
        'valid-utf-8': 'valid UTF-8',
        ascii: 'ASCII only',
        fallback: 'assumed: not UTF-8, nothing says which',
        set: 'set by you',
      })[basis] ?? basis,
    unrecognisedTitle: 'Not recognised',
  },

  findings: {
    none: 'No rule has found anything to say yet. What the log does not cover is drawn hatched.',
    role: (role: 'cause' | 'consequence' | 'context') =>
      ({ cause: 'cause', consequence: 'consequence', context: 'context' })[role],
    confidence: (share: number) => `${percent.format(share)} sure`,
    evidence: 'Evidence',
    against: 'Against it',
    collectNext: 'Collect next',
    show: 'Show this span',
    more: (n: number) => `Show more of ${count(n, 'further finding', 'further findings')}`,
  },

  names: {
    none: 'No name needed repair.',
    lead: 'These names look as if they were written in one code page and read in another. The written name always stays in the raw line.',
    written: 'Written',
    proposed: 'Read as',
    method: (method: 'decoded' | 'skeleton') =>
      ({
        decoded: 'reversible: the bytes decode without loss',
        skeleton: 'lossy: one known name fits',
      })[method],
    proof: 'Proof',
    refuse: 'Refuse',
    accept: 'Accept',
    refused: 'refused, shown as written',
    accepted: 'applied',
    refuseNamed: (name: string) => `Refuse reading ${name}`,
    acceptNamed: (name: string) => `Accept reading ${name}`,
  },

  search: SEARCH_WORDS,
  palette: PALETTE_WORDS,
  places: PLACE_WORDS,

  keys: {
    title: 'Keys',
    open: 'Keyboard shortcuts',
    close: 'Close',
    fit: 'Show the whole incident',
    elsewhere: 'Where the focus is',
    others: [
      { keys: ['Enter', 'Shift Enter'], what: 'In the search box: next, previous hit' },
      { keys: ['Esc'], what: 'In the search box: cancel, then clear' },
      { keys: ['>'], what: 'In the search box: commands' },
      { keys: ['↑', '↓', 'Enter'], what: 'In tables: move the row, Enter selects it' },
      { keys: ['Shift ↓', 'Ctrl A', 'Ctrl C'], what: 'In tables: mark rows, mark all, copy them' },
      { keys: [',', '.'], what: 'With a selection: previous, next of the same entity' },
      { keys: ['↑', '↓', '←', '→'], what: 'In the lanes: move, fold, unfold' },
      { keys: ['Enter', 'Shift Enter'], what: 'In the lanes: next, previous mark of the lane' },
      { keys: ['Alt ↑', 'Alt ↓'], what: 'In the lanes: move the lane among its siblings' },
      { keys: ['P', 'O', 'Delete'], what: 'In the lanes: pin, show only its node, hide' },
      { keys: ['Shift F10'], what: 'In the lanes: menu of the lane' },
      { keys: ['Shift + drag'], what: 'On the picture: measure a span; Alt: without snapping' },
      { keys: ['← → ↑ ↓'], what: 'On a separator: resize' },
    ],
  },

  rows: TABLE_WORDS,
  detail: DETAIL_WORDS,
  window: WINDOW_WORDS,
  finding: FINDING_WORDS,

  /** The canvas has words of its own. */
  timeline: TIMELINE_STRINGS,

  view: {
    fit: 'Fit',
    back: 'Back to the view before',
    forward: 'Forward to the next view',
    toolbar: 'View',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    previousMarker: 'Previous marker',
    nextMarker: 'Next marker',
    loadingLanes: 'Lanes appear as soon as the first lines are read.',
  },
};

export type Strings = typeof en;
