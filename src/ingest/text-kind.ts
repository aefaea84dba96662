/** A kind of text that is known and not read: what it is called, and what to bring in its place. */
export interface TextKind {
  readonly name: string;
  readonly advice: string;
}

/**
 * How a kind is known, as published logs show it. Every sign must stand at the start of some line; with `share`, the first
 * sign at the start of at least this share of the lines that are not blank, because single such lines are quoted elsewhere.
 */
interface TextSignature extends TextKind {
  readonly signs: readonly RegExp[];
  readonly share?: number;
}

/** Lines that are not blank, from the top, in which signs are looked for. */
const MAX_LINES = 400;
/** A sign is known from this much of a line. */
const MAX_LINE_CHARS = 400;

const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)';
const DAY = '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)';
/** RFC 3164, with the fraction that rsyslog and Pacemaker may add. */
const SYSLOG_STAMP = `(?:<\\d{1,3}>)?${MONTH} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,6})?`;
const ISO_STAMP =
  '\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?(?:Z|[+-]\\d\\d:?\\d\\d)';
const ORACLE_STAMP = '\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{3}(?:\\d{3})?';
/** Daemons of Pacemaker 1.1 and 2, corosync and sbd. */
const CLUSTER_DAEMON =
  '(?:pacemaker(?:d|-\\w{2,20})|crmd|pengine|stonith-ng|stonithd|attrd|lrmd|cib|corosync|sbd)';

const COPY_EVENTS =
  'Copy the events as text (Event Viewer, Copy Details as Text) or print them with wevtutil qe LOG /f:text';
const STOP_CODE =
  'The stop code and its parameters are also in event 1001 of the System log: copy that event as text';
const NOTHING_TO_DO = 'The other files are read without it';

/**
 * The more special first. Sources: Event Viewer exports and PowerShell output as published; DbgEng transcripts and WER
 * reports; SQL Server ERRORLOG; Oracle Clusterware 10.1 to 19c daemon traces and alert logs, Oracle Database alert logs;
 * RFC 3164, RFC 5424, journalctl -o json; Pacemaker lib/common/logging.c, corosync exec/logsys.c; Veritas Cluster Server
 * engine logs; vSphere and etcd logs.
 */
const SIGNATURES: readonly TextSignature[] = [
  {
    name: 'Windows events as XML',
    advice: COPY_EVENTS,
    signs: [
      /^\s*(?:<\?xml[^>]{0,100}>\s*)?(?:<Events>\s*)?(?:-\s*)?<Event xmlns=["']https?:\/\/schemas\.microsoft\.com\/win\/2004\/08\/events\/event/,
    ],
  },
  {
    name: "Windows events as XML (an event's data without its header)",
    advice: COPY_EVENTS,
    signs: [/^\s*(?:-\s*)?<EventData>/, /^\s*(?:<EventData>)?\s*<Data(?: Name="[^"]{1,80}")?>/],
  },
  {
    name: 'table (CSV) that Event Viewer saved',
    advice: COPY_EVENTS,
    signs: [
      /^"?(?:Level|Ebene|级别|層級|レベル|수준|Уровень|Niveau|Nivel|Nível|Düzey)"?[,;\t]"?[^,;\t]{2,30}"?[,;\t]"?[^,;\t]{2,30}"?[,;\t]"?(?:Event ID|Ereignis-ID|事件 ID|事件識別碼|イベント ID|이벤트 ID|Код события|ID de l[’']événement|Id\.? del evento|Identificação do Evento|Olay Kimliği)"?[,;\t][^,;\t]{2,40}$/,
    ],
  },
  {
    name: 'table (CSV) of Windows events from PowerShell',
    advice: COPY_EVENTS,
    signs: [
      /^"(?:[^"]{1,40}"[,;]"){0,30}(?:TimeCreated|TimeGenerated)"(?:[,;]|$)/,
      /^"(?:[^"]{1,40}"[,;]"){0,30}(?:Id|EventID|InstanceId)"(?:[,;]|$)/,
    ],
  },
  {
    name: 'Windows Error Reporting file (Report.wer)',
    advice:
      'The same report is in the Application log as event 1001 of Windows Error Reporting: copy that event as text',
    signs: [/^EventType=\S/, /^EventTime=\d{17,19}\s*$/],
  },
  {
    name: 'transcript of a Windows debugger',
    advice: STOP_CODE,
    signs: [
      /^[>\s]*(?:Microsoft \(R\) Windows Debugger Version|Loading [Dd]ump [Ff]ile \[?[A-Za-z\\]|\*\s+Bugcheck Analysis\s+\*|(?:\d{1,4}: ?)?l?kd> ?\S|\d{1,3}:\d{3}> ?[!.~\w]|Debug session time: |BugCheck [0-9A-F]{1,8}, \{[0-9a-f, ]+\})/,
    ],
  },
  {
    name: 'transcript of a Windows debugger',
    advice: STOP_CODE,
    signs: [/^[A-Z][A-Z0-9_]{5,60} \([0-9a-f]{1,8}\)\s*$/, /^Arg1: [0-9a-f`]{1,17}\b/],
  },
  {
    name: 'call stack that a Windows debugger printed',
    advice: STOP_CODE,
    signs: [/^\s*[0-9a-f]{2,3} [0-9a-f]{8}`[0-9a-f]{8} [0-9a-f]{8}`[0-9a-f]{8} \S/],
  },
  {
    name: 'SQL Server error log (ERRORLOG)',
    advice: 'Its errors are also in the Application log: copy those events as text',
    signs: [
      /^(?:\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.(?:\d{2} (?:Server|Backup|Logon)|\d{2,3} spid\d{1,6}s?)\s|\*\*Dump thread - spid = \d)/,
    ],
  },
  {
    name: 'SQL Server error log as Log File Viewer saved it',
    advice: 'Its errors are also in the Application log: copy those events as text',
    signs: [/^Date,Source,Severity,Message/],
  },
  {
    name: 'alert log of Oracle Clusterware',
    advice: NOTHING_TO_DO,
    signs: [
      new RegExp(
        `^(?:(?:${ORACLE_STAMP}):? )?\\[[^\\][()]{0,200}\\(\\d{1,10}\\)\\] ?CRS-\\d{3,5}: ?\\S`,
      ),
    ],
  },
  {
    name: 'trace of an Oracle Clusterware daemon (ocssd, crsd, ohasd, an agent)',
    advice: NOTHING_TO_DO,
    signs: [
      new RegExp(
        `^(?:\\[ *\\w{2,20}\\] ?${ORACLE_STAMP} ?\\[\\d{1,20}\\] ?>\\w+: |${ORACLE_STAMP}: ?\\[ *[\\w.]{2,20}\\]\\[\\d{1,20}\\]|${ORACLE_STAMP} ?: *\\w{2,20}:\\d{1,20}: )`,
      ),
    ],
  },
  {
    name: 'last-gasp record of Oracle Clusterware',
    advice: NOTHING_TO_DO,
    signs: [/^OLG01,\d{4},\d{4},/],
  },
  {
    name: 'log of the Oracle process monitor (oprocd)',
    advice: NOTHING_TO_DO,
    signs: [new RegExp(`^${MONTH} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{3} \\| [A-Z]{3} \\| `)],
  },
  {
    name: 'alert log of an Oracle database',
    advice: NOTHING_TO_DO,
    signs: [
      new RegExp(
        `^(?:${DAY} ${MONTH} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d(?: \\w{2,5})? \\d{4}|\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}[+-]\\d\\d:\\d\\d)\\s*$`,
      ),
      /^(?:Errors in file .{1,300}\.trc|ORA-\d{4,5}: |Starting ORACLE instance|Reconfiguration started \(old inc|License high water mark|Instance terminated by|NOTE: \S|Thread \d+ advanced to log sequence)/,
    ],
  },
  {
    name: 'log of Veritas Cluster Server',
    advice: NOTHING_TO_DO,
    signs: [
      /^(?:\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d |\S{1,40}: )VCS (?:INFO|NOTICE|WARNING|ERROR|CRITICAL) V-16-\d/,
    ],
  },
  {
    name: 'log of VMware vSphere',
    advice: NOTHING_TO_DO,
    signs: [
      /^\S{20,30} (?:\w{4,10} \S{1,60} \[Originator@6876 |cpu\d{1,4}:\d{1,12}(?: opID=\w+)?\))|^\S{20,30}: \[\w+\] \d+us: \[vob\./,
    ],
  },
  {
    name: 'Linux journal in JSON',
    advice: NOTHING_TO_DO,
    signs: [/^\s*\{.{0,300}"__(?:CURSOR|REALTIME_TIMESTAMP)"\s*:/],
  },
  {
    name: 'log of etcd',
    advice: NOTHING_TO_DO,
    signs: [
      /^(?:\{"level":"\w+","ts":"[^"]{10,40}","caller":"|\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{6} [A-Z] \| \w+: )/,
    ],
  },
  {
    name: 'table of Kubernetes events',
    advice: NOTHING_TO_DO,
    signs: [/^(?:NAMESPACE\s+)?LAST SEEN\s+TYPE\s+REASON\s+OBJECT\s/],
  },
  {
    name: 'log of Pacemaker or corosync',
    advice: NOTHING_TO_DO,
    signs: [
      new RegExp(
        `^(?:${SYSLOG_STAMP}|${ISO_STAMP})(?: \\[\\d{1,10}\\])? (?:\\S{1,64}(?: \\d\\d)? )?${CLUSTER_DAEMON}(?: *\\[\\d{1,10}\\]|:| (?:crit|error|warning|notice|info|debug) )`,
      ),
    ],
    share: 0.5,
  },
  {
    name: 'Linux system log (syslog or journal)',
    advice: NOTHING_TO_DO,
    signs: [
      new RegExp(
        `^(?:<\\d{1,3}>1 ${ISO_STAMP}|${SYSLOG_STAMP} |${ISO_STAMP} \\S{1,64} [^\\s:[]{1,64}(?:\\[\\d{1,10}\\])?: )`,
      ),
    ],
    share: 0.5,
  },
  {
    name: 'Linux kernel messages (dmesg)',
    advice: NOTHING_TO_DO,
    signs: [
      new RegExp(`^\\[(?:${DAY} ${MONTH} [ \\d]\\d [\\d:]{8} \\d{4}| *\\d{1,9}\\.\\d{6})\\] `),
    ],
    share: 0.5,
  },
];

const JSON_TEXT: TextKind = {
  name: 'JSON',
  advice: 'Bring the log itself as text',
};

/**
 * What a text that no format claims is for sure; null when nothing tells.
 * @param lines its first lines
 */
export function textKindOf(lines: readonly string[]): TextKind | null {
  const seen: string[] = [];
  for (const line of lines) {
    if (seen.length === MAX_LINES) break;
    if (line.trim() !== '') seen.push(line.slice(0, MAX_LINE_CHARS));
  }
  const known = SIGNATURES.find((signature) => isOf(signature, seen));
  if (known) return known;
  return seen.length > 0 && isJson(seen) ? JSON_TEXT : null;
}

function isOf({ signs, share }: TextSignature, lines: readonly string[]): boolean {
  if (!signs.every((sign) => lines.some((line) => sign.test(line)))) return false;
  if (share === undefined) return true;
  const hits = lines.reduce((sum, line) => sum + (signs[0]!.test(line) ? 1 : 0), 0);
  return hits >= share * lines.length;
}

/** Whether the text opens like a JSON object or an array of objects: `{`, then a quoted name and a colon. */
function isJson(lines: readonly string[]): boolean {
  return /^\s*\[?\s*\{\s*"(?:[^"\\]|\\.){1,100}"\s*:/.test(lines.slice(0, 3).join(' '));
}
