import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Clock } from '../../model/clock.ts';
import type { FactBody } from '../../model/fact.ts';
import { LEVEL_NAMES, type Level } from '../../model/level.ts';
import type { Segment } from '../../model/segment.ts';
import { SegmentBuilder } from '../../model/segment-builder.ts';
import type { Head } from '../format.ts';
import { describeFormat } from '../harness.testing.ts';
import { windowsEventText } from './format.ts';
import type { EventTextDialect } from './prepare.ts';

const SEED_EVENTS = `Log Name: System
Source: Microsoft-Windows-FailoverClustering
Date:
Event ID: 1573
Task Category: Quorum Manager
Level: Error
Keywords:
User: SYSTEM
Computer:
Description:
Node 'ZQ1' failed to form a cluster. This was because the witness was not accessible. Please ensure that the witness resource is online and available.
Log Name: System
Source: Microsoft-Windows-FailoverClustering
Date:
Event ID: 1069
Task Category: Resource Control Manager
Level: Error
Keywords:
User: SYSTEM
Computer:
Description:
Cluster resource '群集磁盘 1' in clustered role 'wlc' failed.
Log Name: System
Source: Microsoft-Windows-FailoverClustering
Date:
Event ID: 1230
Task Category: Resource Control Manager
Level: Error
Keywords:
User: SYSTEM
Computer:
Description:
A component on the server did not respond in a timely fashion. This caused the cluster resource '群集磁盘 1' (resource type '', DLL 'clusres.dll') to exceed its time-out threshold. As part of cluster health detection, recovery actions will be taken. The cluster will try to automatically recover by terminating and restarting the Resource Hosting Subsystem (RHS) process that is running this resource. Verify that the underlying infrastructure (such as storage, networking, or services) that are associated with the resource are functioning correctly.
`;
const SEED_BUGCHECK =
  'The computer has rebooted from a bugcheck. The bugcheck was: 0x0000009e (0xfffffab030cce600, 0x00000000000004b0, 0x0000000000000000, 0x0000000000000000). A dump was saved in: C:\\Windows\\MEMORY.DMP\n';

interface Localised {
  readonly tag: string;
  /** logName, source, date, eventId, task, level, keywords, user, computer, description. */
  readonly labels: readonly string[];
  readonly colon: string;
  readonly date: string;
  readonly level: string;
  readonly wall: string;
}

// biome-ignore format: a table
const LOCALISED: readonly Localised[] = [
  { tag: 'en', colon: ':      ', labels: ['Log Name', 'Source', 'Date', 'Event ID', 'Task Category', 'Level', 'Keywords', 'User', 'Computer', 'Description'], date: '9/15/2017 8:24:36 PM', level: 'Critical', wall: '2017-09-15T20:24:36Z' },
  { tag: 'zh-CN', colon: ':          ', labels: ['日志名称', '来源', '日期', '事件 ID', '任务类别', '级别', '关键字', '用户', '计算机', '描述'], date: '2022/4/16 22:37:05', level: '严重', wall: '2022-04-16T22:37:05Z' },
  { tag: 'zh-TW', colon: '：', labels: ['記錄檔名稱', '來源', '日期', '事件識別碼', '工作類別', '層級', '關鍵字', '使用者', '電腦', '描述'], date: '2021/8/27 下午 01:27:31', level: '重大', wall: '2021-08-27T13:27:31Z' },
  { tag: 'ja', colon: ':　　', labels: ['ログの名前', 'ソース', '日付', 'イベント ID', 'タスクのカテゴリ', 'レベル', 'キーワード', 'ユーザー', 'コンピューター', '説明'], date: '2018/04/01 22:04:42', level: '重大', wall: '2018-04-01T22:04:42Z' },
  { tag: 'ko', colon: ': ', labels: ['로그 이름', '원본', '날짜', '이벤트 ID', '작업 범주', '수준', '키워드', '사용자', '컴퓨터', '설명'], date: '2021-03-09 오전 12:07:41', level: '위험', wall: '2021-03-09T00:07:41Z' },
  { tag: 'ru', colon: ':', labels: ['Имя журнала', 'Источник', 'Дата', 'Код события', 'Категория задачи', 'Уровень', 'Ключевые слова', 'Пользователь', 'Компьютер', 'Описание'], date: '26.10.2022 21:03:25', level: 'Критический', wall: '2022-10-26T21:03:25Z' },
  { tag: 'de', colon: ':\u00a0', labels: ['Protokollname', 'Quelle', 'Datum', 'Ereignis-ID', 'Aufgabenkategorie', 'Ebene', 'Schlüsselwörter', 'Benutzer', 'Computer', 'Beschreibung'], date: '27.10.2021 12:28:26', level: 'Kritisch', wall: '2021-10-27T12:28:26Z' },
  { tag: 'fr', colon: ' :\u202f', labels: ['Nom du journal', 'Source', 'Date', 'ID de l’événement', 'Catégorie de la tâche', 'Niveau', 'Mots clés', 'Utilisateur', 'Ordinateur', 'Description'], date: '07/06/2021 12:28:26', level: 'Critique', wall: '2021-06-07T12:28:26Z' },
  { tag: 'es', colon: ': ', labels: ['Nombre de registro', 'Origen', 'Fecha', 'Id. del evento', 'Categoria de la tarea', 'Nivel', 'Palabras clave', 'Usuario', 'Equipo', 'Descripcion'], date: '7/6/2021 6:28:26 p. m.', level: 'Crítico', wall: '2021-06-07T18:28:26Z' },
  { tag: 'pt-BR', colon: ': ', labels: ['Nome do Log', 'Fonte', 'Data', 'Identificação do Evento', 'Categoria da Tarefa', 'Nível', 'Palavras-chave', 'Usuário', 'Computador', 'Descrição'], date: '07/06/2021 18:28:26', level: 'Crítico', wall: '2021-06-07T18:28:26Z' },
  { tag: 'tr', colon: ': ', labels: ['GÜNLÜK ADI', 'KAYNAK', 'TARİH', 'OLAY KİMLİĞİ', 'GÖREV KATEGORİSİ', 'DÜZEY', 'ANAHTAR SÖZCÜKLER', 'KULLANICI', 'BİLGİSAYAR', 'AÇIKLAMA'], date: '7.06.2021 18:28:26', level: 'Kritik', wall: '2021-06-07T18:28:26Z' },
];

function blockIn({ labels, colon, date, level }: Localised, id = 1135): string {
  const values = [
    'System',
    'Microsoft-Windows-FailoverClustering',
    date,
    String(id),
    '',
    level,
    '',
    'SYSTEM',
    'ZQ1.example.com',
    '',
  ];
  const header = labels.map((label, index) => `${label}${colon}${values[index]}`.trimEnd());
  return `${header.join('\n')}\nCluster node 'ZQ2' was removed from the active failover cluster membership.\n`;
}

const XML_BLOCK = `Log Name:      System
Source:        Microsoft-Windows-FailoverClustering
Date:          9/15/2017 8:24:36 PM
Event ID:      1069
Level:         Error
Computer:      zq1.example.com
Description:
Cluster resource 'Disk' failed.
Event Xml:
<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event">
  <System>
    <Provider Name="Microsoft-Windows-FailoverClustering" Guid="{baf908ea-3421-4ca9-9b84-6689b8c6f85f}" />
    <EventID>1069</EventID>
    <Level>2</Level>
    <TimeCreated SystemTime="2017-09-15T12:24:36.365123400Z" />
    <EventRecordID>4711</EventRecordID>
    <Channel>System</Channel>
    <Computer>zq1.example.com</Computer>
  </System>
  <EventData>
    <Data Name="ResourceName">群集磁盘 1</Data>
    <Data Name="ResourceGroup">wlc &amp; co</Data>
    <Data Name="ResTypeDll">Physical Disk</Data>
  </EventData>
</Event>
`;
const WEVTUTIL = `Event[0]:
  Log Name: System
  Source: EventLog
  Date: 2016-12-22T05:29:02.512
  Event ID: 6009
  Task: N/A
  Level: Information
  Opcode: N/A
  Keyword: Classic
  User: N/A
  User Name: N/A
  Computer: ZQ1
  Description:
Microsoft (R) Windows (R) 10.00. 14393  Multiprocessor Free.

Event[7]
  Log Name: System
  Source: Service Control Manager
  Date: 2016-12-22T05:30:02.012
  Event ID: 7036
  Level: Information
  Computer: ZQ1
  Description:
The Cluster Service service entered the running state.
`;
const WINDOWS_2003 = `Event Type:	Information
Event Source:	Save Dump
Event Category:	None
Event ID:	1001
Date:		12/11/2007
Time:		3:19:32 PM
User:		N/A
Computer:	NECKAR
Description:
The computer has rebooted from a bugcheck.  The bugcheck was: 0x100000d1 (0x00000000, 0x00000002, 0x00000001, 0xbc71e8a2). A dump was saved in: C:\\WINDOWS\\Minidump\\Mini111207-01.dmp.

For more information, see Help and Support Center at http://go.microsoft.com/fwlink/events.asp.
`;
const LIST = `        TimeCreated  : 9/15/2017 8:24:36 PM
        ProviderName : Microsoft-Windows-FailoverClustering
        Id           : 1069
        Message      : Cluster resource 'Disk 1' in clustered role 'wlc'
                       failed.

        TimeCreated  : 9/15/2017 8:20:06 PM
        ProviderName : Microsoft-Windows-FailoverClustering
        Id           : 1146
        Message      : The cluster Resource Hosting Subsystem (RHS) process was terminated and will be
                       restarted.
`;
const LOOSE = `Event ID: 50
Event Type: Warning
Event Source: Ftdisk
Description: {Lost Delayed-Write Data} The system was attempting to transfer file data from buffers to \\Device\\HarddiskVolume4. The write operation failed, and only some of the data may have been written to the file.
Data:
0000: 00 00 04 00 02 00 56 00
0028: 11 00 00 80

Event ID: 1135
Event Type: Error
Event Source: ClusSvc
Description: Cluster node 'ZQ2'was removed from the active failover cluster membership.
See also Event ID: 1177 in this log.
`;

describeFormat(windowsEventText, [
  { name: 'the three events of a disk deadlock, undated', text: SEED_EVENTS },
  { name: 'a bugcheck message alone', text: SEED_BUGCHECK },
  ...LOCALISED.map((language) => ({
    name: `labels in ${language.tag}`,
    text: `${blockIn(language)}\n${blockIn(language, 1177)}`,
  })),
  { name: 'a block with its XML', text: `${XML_BLOCK}\n${XML_BLOCK}` },
  { name: 'wevtutil text', text: WEVTUTIL },
  { name: 'a PowerShell list', text: LIST },
  { name: 'headers without a log name', text: LOOSE },
]);

interface Read {
  readonly segment: Segment;
  readonly dialect: EventTextDialect;
  readonly preparation: ReturnType<typeof windowsEventText.prepare>;
  readonly facts: readonly FactBody[];
}

function read(text: string, fileName = 'events.txt'): Read {
  const bytes = new TextEncoder().encode(text);
  const head: Head = {
    text,
    lines: text.split(/\r?\n/),
    fileName,
    path: fileName,
    encoding: 'utf-8',
    whole: true,
  };
  const preparation = windowsEventText.prepare(head);
  const out = new SegmentBuilder();
  const decoder = new TextDecoder();
  const lineCount = windowsEventText.scan(
    { bytes, decode: (start, end) => decoder.decode(bytes.subarray(start, end)) },
    preparation.dialect,
    out,
    { atSourceStart: true },
  );
  const segment = out.finish({ baseOffset: 0, byteLength: bytes.length, lineCount });
  return {
    segment,
    preparation,
    dialect: preparation.dialect as EventTextDialect,
    facts: segment.facts.map((fact) => fact.body),
  };
}

const isoTimes = ({ columns }: Segment) =>
  [...columns.time].map((time, i) =>
    columns.clock[i] === Clock.Undated ? null : new Date(time).toISOString(),
  );
const problemCodes = ({ problems }: Segment) => problems.map((problem) => problem.code);

describe('copied events', () => {
  it('reads three undated errors out of text with blank Date and Computer', () => {
    const { segment, facts, preparation } = read(SEED_EVENTS);
    expect([...segment.columns.eventId]).toEqual([1573, 1069, 1230]);
    expect([...segment.columns.level].map((level) => LEVEL_NAMES[level as Level])).toEqual([
      'error',
      'error',
      'error',
    ]);
    expect(isoTimes(segment)).toEqual([null, null, null]);
    expect(segment.undated).toBe(3);
    expect(segment.problemCount).toBe(0);
    expect(preparation.node.name).toBeNull();
    expect(facts).toContainEqual(
      expect.objectContaining({ type: 'node-state', node: { name: 'ZQ1' }, state: 'join-failed' }),
    );
    expect(facts).toContainEqual(
      expect.objectContaining({
        kind: 'resource-failed',
        entity: { kind: 'resource', name: '群集磁盘 1' },
        attributes: expect.objectContaining({ group: 'wlc' }),
      }),
    );
    expect(facts).toContainEqual(
      expect.objectContaining({
        kind: 'deadlock',
        entity: { kind: 'resource', name: '群集磁盘 1' },
      }),
    );
  });

  it('reads a bugcheck out of a message without a header', () => {
    const { segment, facts } = read(SEED_BUGCHECK);
    expect(segment.columns.count).toBe(1);
    expect(facts.filter((fact) => fact.type === 'bugcheck')).toEqual([
      {
        type: 'bugcheck',
        node: null,
        code: '0x9e',
        parameters: ['0xfffffab030cce600', '0x4b0', '0x0', '0x0'],
        dumpFile: 'C:\\Windows\\MEMORY.DMP',
      },
    ]);
  });

  it.each(LOCALISED)('reads the labels, the date and the level of $tag', (language) => {
    const { segment, preparation, facts } = read(blockIn(language));
    expect([...segment.columns.eventId]).toEqual([1135]);
    expect(isoTimes(segment)).toEqual([new Date(language.wall).toISOString()]);
    expect(segment.columns.clock[0]).toBe(Clock.Wall);
    expect(segment.columns.level[0]).toBe(1);
    expect(preparation.node).toMatchObject({ name: 'ZQ1.example.com', basis: 'declared' });
    expect(preparation.timeBase.rule.kind).toBe('unknown');
    expect(segment.problemCount).toBe(0);
    expect(facts).toContainEqual(
      expect.objectContaining({ type: 'node-state', node: { name: 'ZQ2' }, state: 'down' }),
    );
  });

  it('takes time, strings and record id from the XML, and the offset from the pair', () => {
    const { segment, preparation, facts } = read(`${XML_BLOCK}\n${blockIn(LOCALISED[0]!)}`);
    expect(segment.columns.count).toBe(2);
    expect([...segment.columns.clock]).toEqual([Clock.Utc, Clock.Wall]);
    expect(segment.columns.time[0]).toBeCloseTo(Date.UTC(2017, 8, 15, 12, 24, 36) + 365.1234, 3);
    expect(preparation.timeBase).toMatchObject({
      rule: { kind: 'offset', offsetMinutes: 480 },
      basis: 'inferred',
      evidence: [{ line: 3, text: 'Date:          9/15/2017 8:24:36 PM' }],
    });
    expect(facts).toContainEqual(
      expect.objectContaining({ type: 'event', id: 1069, recordId: 4711, group: 'wlc & co' }),
    );
    expect(facts).toContainEqual(
      expect.objectContaining({
        type: 'clock-evidence',
        wall: Date.UTC(2017, 8, 15, 20, 24, 36),
        utc: Date.UTC(2017, 8, 15, 12, 24, 36),
      }),
    );
  });

  it('says so when Date and SystemTime are no moment in any zone', () => {
    const { segment, preparation } = read(XML_BLOCK.replace('8:24:36 PM', '8:31:36 PM'));
    expect(problemCodes(segment)).toContain('contradictory-times');
    expect(preparation.timeBase.rule.kind).toBe('unknown');
    expect(segment.columns.clock[0]).toBe(Clock.Utc);
  });

  it('ignores an XML label whose tags were lost', () => {
    const { segment } = read(
      'Log Name: System\nSource: EventLog\nEvent ID: 6005\nDate: 9/15/2017 8:24:36 PM\nDescription:\nThe Event log service was started.\nEvent Xml:\n  EventLog 6005 2 4\n',
    );
    expect(isoTimes(segment)).toEqual(['2017-09-15T20:24:36.000Z']);
    expect(segment.tally).toMatchObject({ entries: 1, continuations: 7, problems: 0 });
  });

  it('keeps labels inside a description as description', () => {
    const { segment } = read(
      'Log Name: Application\nSource: X\nEvent ID: 5\nDescription:\nFirst line.\n\nEvent ID: 9\nSource: Y\nDate: 1/2/2003 4:05:06\n\nLast line.\n',
    );
    expect([...segment.columns.eventId]).toEqual([5]);
    expect(segment.undated).toBe(1);
  });

  it('ends a description at a line of dashes and keeps two descriptions under one header as one event', () => {
    const { segment } = read(
      "Log Name: System\nSource: Microsoft-Windows-FailoverClustering\nEvent ID: 5120\nDescription: Cluster Shared Volume 'V1' ('Disk 1') has entered a paused state because of 'STATUS_IO_TIMEOUT(c00000b5)'.\n\nCluster Shared Volume 'V1' ('Disk 1') has entered a paused state because of 'STATUS_CONNECTION_DISCONNECTED(c000020c)'.\n------------------------------------------------------------\n\nLog Name: System\nSource: Y\nEvent ID: 2\n",
    );
    expect([...segment.columns.eventId]).toEqual([5120, 2]);
    expect(segment.tally.sections).toBe(1);
    expect(segment.columns.length[0]).toBeLessThan(400);
  });

  it('reads comment and Markdown marks around labels', () => {
    const marked = blockIn(LOCALISED[0]!)
      .split('\n')
      .map((line, index) => (index % 2 === 0 ? `> ${line}  ` : `# ${line}</br>`))
      .join('\n')
      .replace('Log Name', '**Log Name**');
    const { segment, facts } = read(marked);
    expect([...segment.columns.eventId]).toEqual([1135]);
    expect(isoTimes(segment)).toEqual(['2017-09-15T20:24:36.000Z']);
    expect(facts).toContainEqual(expect.objectContaining({ type: 'node-state', state: 'down' }));
  });

  it.each(['<date>', 'Date/Time', 'yyyy/mm/dd HH:mm:ss', '***', 'XX/XX/XXXX', ''])(
    'takes the placeholder "%s" as no date, without a remark',
    (date) => {
      const { segment } = read(blockIn({ ...LOCALISED[0]!, date }));
      expect(segment.undated).toBe(1);
      expect(segment.problemCount).toBe(0);
    },
  );

  it('takes lines between the labels for no message when a description follows', () => {
    const header =
      'Log Name: System\nSource: Microsoft-Windows-FailoverClustering\nEvent ID: 1135\n';
    const text = `${header}copied by hand\nLevel: Critical\nDescription:\nCluster node 'ZQ2' was removed from the active failover cluster membership.\n`;
    expect(read(text).facts).toContainEqual(
      expect.objectContaining({ type: 'node-state', node: { name: 'ZQ2' }, state: 'down' }),
    );
  });

  it('reads the bytes of an event from 32-bit words as from bytes', () => {
    // SYSTEMTIME of 6008: 2017-09-15 20:24:36 local, then 12:24:36 UTC.
    const words =
      '0000: 000907e1 000f0005 00180014 00000024\n0010: 000907e1 000f0005 0018000c 00000024\n0020: 0000003c 0000003c\n';
    const bytes =
      '0000: e1 07 09 00 05 00 0f 00\n0008: 14 00 18 00 24 00 00 00\n0010: e1 07 09 00 05 00 0f 00\n0018: 0c 00 18 00 24 00 00 00\n0020: 3c 00 00 00 3c 00 00 00\n';
    const header =
      'Event Type: Error\nEvent Source: EventLog\nEvent Category: None\nEvent ID: 6008\nDate: 9/15/2017\nTime: 8:40:00 PM\nComputer: ZQ1\nDescription:\nThe previous system shutdown at 8:24:36 PM on 9/15/2017 was unexpected.\nData:\n';
    const told = (data: string) => read(`${header}${data}`).facts;
    expect(told(words)).toEqual(told(bytes));
    expect(told(words)).toContainEqual(
      expect.objectContaining({ type: 'alive', at: Date.UTC(2017, 8, 15, 12, 24, 36) }),
    );
  });

  it('leaves the zone open when two events prove two offsets', () => {
    const other = XML_BLOCK.replace('8:24:36 PM', '9:24:36 PM');
    expect(read(XML_BLOCK + other).preparation.timeBase).toMatchObject({
      rule: { kind: 'unknown' },
      evidence: [{ line: 3 }, { line: 28 }],
    });
    expect(read(XML_BLOCK + XML_BLOCK).preparation.timeBase.rule).toEqual({
      kind: 'offset',
      offsetMinutes: 480,
    });
  });

  it('lists a date that no log can have', () => {
    const year = (date: string) =>
      `Log Name: System\nSource: Disk\nDate: ${date}\nEvent ID: 7\nLevel: Error\nDescription:\nx\n`;
    const { segment } = read(`${year('2150-01-01 00:00:00')}${year('2024-03-09 00:00:00')}`);
    expect(problemCodes(segment)).toEqual(['outlier-timestamp']);
  });

  it('remarks on a date that is none', () => {
    const { segment } = read(blockIn({ ...LOCALISED[0]!, date: '13/13/2017 8:24:36 PM' }));
    expect(segment.undated).toBe(1);
    expect(problemCodes(segment)).toEqual(['bad-timestamp']);
    expect(segment.problems[0]).toMatchObject({ line: 2 });
  });

  it.each(['***', '<node name>', 'XXXXXXXX.com', 'Node#.corp.example'])(
    'takes the computer "%s" as no name',
    (computer) => {
      const text = blockIn(LOCALISED[0]!).replace('ZQ1.example.com', computer);
      const { segment, preparation } = read(text);
      expect(preparation.node.name).toBeNull();
      expect(segment.columns.computer[0]).toBe(0);
    },
  );

  it('leaves the node open when events name several computers', () => {
    const other = blockIn(LOCALISED[0]!).replace('ZQ1.example.com', 'ZQ3');
    const { preparation, segment } = read(`${blockIn(LOCALISED[0]!)}\n${other}`);
    expect(preparation.node.name).toBeNull();
    expect([...segment.columns.computer].map((index) => segment.dictionary[index])).toEqual([
      'ZQ1.example.com',
      'ZQ3',
    ]);
  });

  it('infers the node from a file name of the shape NODE_System only when no event names one', () => {
    expect(read(SEED_EVENTS, 'ZQ1_System.txt').preparation.node).toMatchObject({
      name: 'ZQ1',
      basis: 'inferred',
    });
    expect(read(SEED_EVENTS, 'events.txt').preparation.node.name).toBeNull();
  });
});

describe('the order of day and month', () => {
  const dated = (...dates: string[]) =>
    dates.map((date) => blockIn({ ...LOCALISED[0]!, date })).join('\n');

  it('is month first, but flagged once, when English labels are all there is', () => {
    const { segment, dialect } = read(dated('4/6/2016 4:52:23 PM', '4/7/2016 4:52:23 PM'));
    expect(dialect.order).toMatchObject({ order: 'mdy', basis: 'default', doubtful: true });
    expect(problemCodes(segment)).toEqual(['ambiguous-date-order']);
    expect(isoTimes(segment)[0]).toBe('2016-04-06T16:52:23.000Z');
  });

  it('follows a value over twelve anywhere in the source', () => {
    const { segment, dialect } = read(dated('4/6/2016 4:52:23 PM', '23/6/2016 4:52:23 PM'));
    expect(dialect.order).toMatchObject({ order: 'dmy', basis: 'values' });
    expect(isoTimes(segment)).toEqual(['2016-06-04T16:52:23.000Z', '2016-06-23T16:52:23.000Z']);
    expect(segment.problemCount).toBe(0);
  });

  it('follows the day in the name of a minidump, against AM and PM', () => {
    const { segment, dialect, preparation } = read(WINDOWS_2003);
    expect(dialect.order).toMatchObject({ order: 'dmy', basis: 'minidump' });
    expect(isoTimes(segment)).toEqual(['2007-11-12T15:19:32.000Z']);
    expect(preparation.node.name).toBe('NECKAR');
  });

  it('follows the pair with the XML', () => {
    const text = XML_BLOCK.replace('9/15/2017', '6/5/2017').replace('2017-09-15', '2017-05-06');
    expect(read(text).dialect.order).toMatchObject({ order: 'dmy', basis: 'xml' });
  });
});

describe('other layouts', () => {
  it('reads wevtutil text in local time, its numbers restarting or missing', () => {
    const { segment, preparation, facts } = read(WEVTUTIL);
    expect([...segment.columns.eventId]).toEqual([6009, 7036]);
    expect(isoTimes(segment)).toEqual(['2016-12-22T05:29:02.512Z', '2016-12-22T05:30:02.012Z']);
    expect(segment.columns.clock[0]).toBe(Clock.Wall);
    expect(preparation.timeBase.rule.kind).toBe('unknown');
    expect(facts).toContainEqual({
      type: 'service',
      service: 'clussvc',
      state: 'started',
      node: null,
    });
  });

  it('takes a Z of wevtutil as UTC and says that nothing proves it', () => {
    const { segment, preparation } = read(WEVTUTIL.replaceAll(/(:02\.\d{3})/g, '$10000Z'));
    expect(segment.columns.clock[0]).toBe(Clock.Utc);
    expect(problemCodes(segment)).toEqual(['unproven-utc']);
    expect(preparation.timeBase).toMatchObject({ rule: { kind: 'utc' }, confidence: 0.5 });
  });

  it('joins the wrapped message of a PowerShell list', () => {
    const { segment, facts } = read(LIST);
    expect([...segment.columns.eventId]).toEqual([1069, 1146]);
    expect(facts).toContainEqual(
      expect.objectContaining({
        kind: 'resource-failed',
        entity: { kind: 'resource', name: 'Disk 1' },
      }),
    );
    expect(facts).toContainEqual(expect.objectContaining({ kind: 'rhs-terminated' }));
  });

  it('reads properties behind the message of a list sorted as the object is', () => {
    const { segment } = read(
      'Message              : The Event log service was started.\nId                   : 6005\nProviderName         : EventLog\nMachineName          : ZQ1\nTimeCreated          : 9/15/2017 8:24:36 PM\n\nMessage              : The Event log service was stopped.\nId                   : 6006\nProviderName         : EventLog\nMachineName          : ZQ1\nTimeCreated          : 9/15/2017 8:20:36 PM\n',
    );
    expect([...segment.columns.eventId]).toEqual([6005, 6006]);
    expect(isoTimes(segment)).toEqual(['2017-09-15T20:24:36.000Z', '2017-09-15T20:20:36.000Z']);
  });

  it('parts headers without a log name by their first label, not by labels inside a description', () => {
    const { segment, facts } = read(LOOSE);
    expect([...segment.columns.eventId]).toEqual([50, 1135]);
    expect(facts).toContainEqual(
      expect.objectContaining({ type: 'node-state', node: { name: 'ZQ2' }, state: 'down' }),
    );
  });

  it('takes a message that stands above its labels', () => {
    const { segment, facts } = read(
      '上一次系统的 19:25:08 在 ‎2019/‎5/‎17 上的关闭是意外的。\n\n来源: EventLog\n事件ID: 6008\n',
    );
    expect([...segment.columns.eventId]).toEqual([6008]);
    expect(segment.columns.line[0]).toBe(0);
    expect(facts).toContainEqual({
      type: 'alive',
      node: null,
      at: Date.UTC(2019, 4, 17, 19, 25, 8),
      clock: Clock.Wall,
      atWritten: '2019/5/17 19:25:08',
    });
  });

  it('names the event of a headline when number and message agree', () => {
    const text =
      "Error 1135\nCluster node 'ZQ2' was removed from the active failover cluster membership.\n\nEvent 1177, FailoverClustering\nThe Cluster service is shutting down because quorum was lost.\n";
    const { segment, facts } = read(text);
    expect([...segment.columns.eventId]).toEqual([1135, 1177]);
    expect(facts.filter((fact) => fact.type === 'event').map((fact) => fact.provider)).toEqual([
      'Microsoft-Windows-FailoverClustering',
      'Microsoft-Windows-FailoverClustering',
    ]);
  });

  it('reads a dated message of two lines', () => {
    const { segment, facts } = read(
      'createTime:07/16/2023 19:25:08\nmessage:计算机已经从检测错误后重新启动。检测错误: 0x000000d1 (0xffffa90002b47010, 0x0000000000000002, 0x0000000000000000, 0xfffff80563e21981)。已将转储的数据保存在: C:\\Windows\\MEMORY.DMP。...\n',
    );
    expect(isoTimes(segment)).toEqual(['2023-07-16T19:25:08.000Z']);
    expect(facts).toContainEqual(
      expect.objectContaining({
        type: 'bugcheck',
        code: '0xd1',
        dumpFile: 'C:\\Windows\\MEMORY.DMP',
      }),
    );
  });

  it('reads Kernel-Power 41 out of the friendly view, its code in decimal', () => {
    const { segment, facts } = read(
      'EventData  \nBugcheckCode 159  \nBugcheckParameter1 0x3  \nBugcheckParameter2 0xfffffa8003b17060  \nBugcheckParameter3 0xfffff80002e1a518  \nBugcheckParameter4 0xfffffa80046d3010  \n',
    );
    expect([...segment.columns.eventId]).toEqual([41]);
    expect(facts).toContainEqual(
      expect.objectContaining({
        type: 'bugcheck',
        code: '0x9f',
        parameters: ['0x3', '0xfffffa8003b17060', '0xfffff80002e1a518', '0xfffffa80046d3010'],
      }),
    );
  });
});

describe('claims', () => {
  const claim = (text: string) =>
    windowsEventText.claim({
      text,
      lines: text.split('\n'),
      fileName: 'x',
      path: 'x',
      encoding: 'utf-8',
      whole: true,
    });

  it.each([
    [
      'XML',
      '<?xml version="1.0"?>\n<Events><Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System/></Event></Events>',
    ],
    [
      'a browser view of XML',
      '- <Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event">\n- <System>',
    ],
    [
      'an Event Viewer table',
      'Level,Date and Time,Source,Event ID,Task Category\nInformation,11/14/2016 07:12:51 PM,EventLog,6005,None',
    ],
    [
      'a cluster log',
      "00000250.00001838::2017/10/23-21:01:11.623 ERR   The Cluster service failed to bring clustered role 'ag' completely online or offline.",
    ],
    ['prose', 'Source: a book\nDate: yesterday\nNothing of this is an event.'],
  ])('leaves %s alone', (_name, text) => {
    expect(claim(text).score).toBe(0);
  });

  it('never throws and never leaves the range 0 to 1', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const { score } = claim(text);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
      }),
    );
  });
});
