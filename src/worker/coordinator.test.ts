import { describe, expect, it } from 'vitest';
import { formatById } from '../formats/registry.ts';
import { scanRange } from '../ingest/scan-range.ts';
import { NO_SETTINGS } from '../model/settings.ts';
import type { SourceId } from '../model/source.ts';
import { Coordinator } from './coordinator.ts';
import { PictureAssembler } from './picture-parts.ts';
import type { FromCoordinator, ScanJob } from './protocol.ts';

const LOG = `00001148.00001158::2017/09/15-20:24:36.365 ERR   [RHS] RhsCall::DeadlockMonitor: Call ONLINERESOURCE timed out for resource 'Disk 2'.
0000084c.0000159c::2017/09/15-20:24:36.366 INFO  [RCM] TransitionToState(Disk 2) OnlinePending-->ProcessingFailure.
`;
const EVENTS = `Log Name: System
Source: Microsoft-Windows-FailoverClustering
Date: 2017-09-16 04:24:36
Event ID: 1069
Level: Error
Computer: ZQ1
Description:
Cluster resource 'Disk 2' in clustered role 'wlc' failed.
`;
const FIRST = 's1' as SourceId;

function file(path: string, ...parts: BlobPart[]) {
  return { path, blob: new Blob(parts) };
}

/** A coordinator whose scans run in this thread, and what it said; `settled` waits until nothing is under way. */
function start(scan: (job: ScanJob) => ReturnType<typeof scanRange> = scanHere) {
  const said: FromCoordinator[] = [];
  let wake = () => {};
  const coordinator = new Coordinator(
    (job) => scan(job),
    (message) => {
      said.push(structuredClone(message));
      if (message.type === 'state' && message.state !== 'loading') wake();
    },
  );
  const settled = () =>
    new Promise<void>((resolve) => {
      wake = resolve;
    });
  const of = <T extends FromCoordinator['type']>(type: T) =>
    said.filter(
      (message): message is Extract<FromCoordinator, { type: T }> => message.type === type,
    );
  /** The last picture that was sent whole. */
  const picture = () => {
    const assembler = new PictureAssembler();
    const whole = of('picture').flatMap(({ part }) => assembler.take(part) ?? []);
    return whole.at(-1)!;
  };
  return { coordinator, said, settled, of, picture };
}

function scanHere({ blob, range, format, encoding, dialect }: ScanJob) {
  return scanRange(blob, range, formatById(format), encoding, dialect);
}

describe('Coordinator', () => {
  it('says first what it can read', () => {
    const { said } = start();
    expect(said[0]).toMatchObject({ type: 'formats' });
  });

  it('reads files into sources, segments and a picture, and then is ready', async () => {
    const { coordinator, settled, of, picture } = start();
    coordinator.handle({
      type: 'add',
      files: [file('zq1/cluster.log', LOG), file('photo.png', '\x89PNG\r\n\x1a\n')],
    });
    await settled();
    expect(of('state').map(({ state }) => state)).toEqual(['loading', 'ready']);
    expect(of('unrecognised').map((message) => message.file.path)).toEqual(['photo.png']);
    expect(of('segment')).toHaveLength(1);
    expect(of('segment')[0]!.segment).toMatchObject({ baseLine: 1, lineCount: 2 });
    expect(of('source').at(-1)!.source).toMatchObject({
      id: 's1',
      records: 2,
      format: 'wsfc-cluster-log',
    });
    expect(of('progress').at(-1)!.files).toContainEqual({
      path: 'zq1/cluster.log',
      stage: 'done',
      bytesRead: LOG.length,
      bytesTotal: LOG.length,
    });
    expect(picture().incident.transitions.map(({ from, to }) => [from, to])).toEqual([
      ['OnlinePending', 'ProcessingFailure'],
    ]);
  });

  it('calls it an error when nothing at all could be read', async () => {
    const { coordinator, settled, of } = start();
    coordinator.handle({ type: 'add', files: [file('empty.log', '')] });
    await settled();
    expect(of('state').at(-1)!.state).toBe('error');
  });

  it('keeps what was read when a scan fails, and says which file', async () => {
    const { coordinator, settled, of } = start((job) =>
      job.blob.size === LOG.length ? scanHere(job) : Promise.reject(new Error('gone')),
    );
    coordinator.handle({ type: 'add', files: [file('a.log', LOG), file('b.log', LOG, LOG)] });
    await settled();
    expect(of('unrecognised').map(({ file }) => [file.path, file.reason.includes('gone')])).toEqual(
      [['b.log', true]],
    );
    expect(of('segment').map(({ source }) => source)).toEqual(['s1']);
  });

  it('stops at a cancel, keeps what was read and marks the rest as cancelled', async () => {
    const { coordinator, settled, of } = start();
    coordinator.handle({ type: 'add', files: [file('a.log', LOG), file('b.log', LOG)] });
    coordinator.handle({ type: 'cancel' });
    await settled();
    const stages = of('progress')
      .at(-1)!
      .files.map(({ stage }) => stage);
    expect(stages).toEqual(['cancelled', 'cancelled']);
    expect(of('segment')).toHaveLength(0);
  });

  it('makes a new picture when the reader sets a zone, without reading again', async () => {
    const { coordinator, settled, of, picture } = start();
    coordinator.handle({ type: 'add', files: [file('events.txt', EVENTS)] });
    await settled();
    expect(picture().incident.events[0]).toMatchObject({ provisional: true });
    const segments = of('segment').length;
    coordinator.handle({
      type: 'settings',
      settings: { ...NO_SETTINGS, zones: { [FIRST]: { kind: 'offset', offsetMinutes: 480 } } },
    });
    expect(picture().incident.events[0]).toMatchObject({
      provisional: false,
      time: Date.UTC(2017, 8, 15, 20, 24, 36),
    });
    expect(of('segment')).toHaveLength(segments);
  });

  it('reads a source again in another encoding under the same id', async () => {
    const name = Uint8Array.of(0xc8, 0xba, 0xbc, 0xaf); // 群集 in GBK
    const { coordinator, settled, of, picture } = start();
    const line = LOG.split('\n')[1]!;
    const [before, after] = line.split('Disk 2') as [string, string];
    coordinator.handle({ type: 'add', files: [file('a.log', before, name, after, '\n')] });
    await settled();
    coordinator.handle({ type: 'encoding', source: FIRST, encoding: 'gbk' });
    await settled();
    expect(of('reset')).toEqual([{ type: 'reset', source: 's1' }]);
    expect(of('source').at(-1)!.source).toMatchObject({ id: 's1', encoding: 'gbk' });
    expect(picture().incident.transitions[0]!.entity.writtenName).toBe('群集');
  });

  it('does not open one file twice, and says under which path it is open', async () => {
    const { coordinator, settled, of } = start();
    coordinator.handle({ type: 'add', files: [file('zq1/a.log', LOG), file('again/a.log', LOG)] });
    await settled();
    expect(new Set(of('source').map(({ source }) => source.id))).toEqual(new Set(['s1']));
    expect(of('unrecognised')[0]!.file).toMatchObject({
      path: 'again/a.log',
      reason: 'already open as zq1/a.log: the same name and the same bytes',
    });
  });

  it('forgets a source that is removed', async () => {
    const { coordinator, settled, picture } = start();
    coordinator.handle({ type: 'add', files: [file('a.log', LOG)] });
    await settled();
    coordinator.handle({ type: 'remove', source: FIRST });
    expect(picture().incident.transitions).toEqual([]);
  });

  it('gives ids in the order of intake and never twice', async () => {
    const { coordinator, settled, of } = start();
    coordinator.handle({ type: 'add', files: [file('a.log', LOG), file('b.log', LOG)] });
    await settled();
    coordinator.handle({ type: 'clear' });
    coordinator.handle({ type: 'add', files: [file('c.log', LOG)] });
    await settled();
    expect([...new Set(of('source').map(({ source }) => `${source.id} ${source.path}`))]).toEqual([
      's1 a.log',
      's2 b.log',
      's3 c.log',
    ]);
  });
});
