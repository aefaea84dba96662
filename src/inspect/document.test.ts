import { expect, test } from 'vitest';
import type { SourceId } from '../model/source.ts';
import { clusterLog, inspectTexts } from './inspect-texts.testing.ts';

const STEP = (from: string, to: string) => `INFO [RCM] TransitionToState(Disk) ${from}-->${to}.`;

test('a stamp far outside the others is a problem of its source, and its transition has no time', async () => {
  const usual = Array.from(
    { length: 30 },
    (_, i) => `10:00:${String(i).padStart(2, '0')} INFO [CORE] tick`,
  );
  const { sources, transitions } = await inspectTexts({
    'n1/cluster.log': clusterLog(
      'N1',
      [...usual, `2019/03/05 10:00:30 ${STEP('Online', 'Offline')}`].join('\n'),
    ),
  });
  expect(sources[0]).toMatchObject({
    problemCount: 1,
    problems: [{ line: 34, code: 'outlier-timestamp' }],
    first: '2024-03-05T10:00:00.000Z',
  });
  expect(transitions).toMatchObject([{ time: null, written: '2019/03/05-10:00:30.000', line: 34 }]);
});

test('a stamp that no log can have is listed once', async () => {
  const { sources } = await inspectTexts({
    'n1/cluster.log': clusterLog(
      null,
      `10:00:00 INFO [CORE] tick
       1601/01/01 00:00:00 ${STEP('Online', 'Offline')}`,
    ),
  });
  expect(sources[0]).toMatchObject({
    problemCount: 1,
    problems: [{ line: 2, code: 'outlier-timestamp' }],
  });
});

test('a window keeps what touches it and leaves out what has no time', async () => {
  const texts = {
    'n1/cluster.log': clusterLog(
      'N1',
      `10:00:00 ${STEP('Offline', 'OnlinePending')}
       10:10:00 ${STEP('OnlinePending', 'Online')}
       10:20:00 ${STEP('Online', 'Offline')}
       10:30:00 INFO [CORE] tail`,
    ),
    'undated.log': 'INFO  [RCM] TransitionToState(Web) Online-->Failed.\r\n',
  };
  const seen = async (...options: string[]) => {
    const { transitions, intervals, records } = await inspectTexts(texts, options);
    return {
      transitions: transitions.map(({ to }) => to),
      states: intervals.flatMap(({ entity, state }) => (entity.kind === 'resource' ? [state] : [])),
      records: records.length,
    };
  };
  expect((await seen()).transitions).toEqual(['OnlinePending', 'Online', 'Offline', 'Failed']);
  expect(await seen('--from=2024-03-05T10:10:00Z', '--to=2024-03-05T10:20:00Z')).toEqual({
    transitions: ['Online'],
    states: ['Online'],
    records: 1,
  });
});

test('times of day alone are undated until the reader gives a date', async () => {
  const texts = {
    'n1.log':
      '23:59:58.100 INFO  [RCM] TransitionToState(Web) Online-->Offline.\r\n00:00:02.200 INFO  [RCM] TransitionToState(Web) Offline-->Online.\r\n',
  };
  const undated = await inspectTexts(texts);
  expect(undated.transitions.map(({ time, written }) => [time, written])).toEqual([
    [null, '23:59:58.100'],
    [null, '00:00:02.200'],
  ]);
  expect(undated.intervals).toEqual([]);
  const dated = await inspectTexts(texts, ['--zone=n1.log=UTC'], {
    dates: { ['s1' as SourceId]: '2024-03-05' },
  });
  expect(dated.transitions.map(({ time }) => time)).toEqual([
    '2024-03-05T23:59:58.100Z',
    '2024-03-06T00:00:02.200Z',
  ]);
});

test('wall times in an overlap say so, with both instants unless the order of the file tells', async () => {
  const at = async (...lines: string[]) => {
    const { transitions } = await inspectTexts(
      { 'n1/cluster.log': clusterLog('N1', lines.join('\n')) },
      ['--zone=N1=Europe/Berlin'],
    );
    return transitions.map(({ time, dst, alternative }) => [
      time?.slice(11, 16),
      ...(dst === undefined ? [] : [dst]),
      ...(alternative === undefined ? [] : [alternative?.slice(11, 16)]),
    ]);
  };
  const single = `2024/10/27 02:50:00 ${STEP('Online', 'Offline')}`;
  expect(await at(single)).toEqual([['00:50', 'overlap', '01:50']]);
  expect(await at(single, `2024/10/27 02:00:00 ${STEP('Offline', 'Online')}`)).toEqual([
    ['00:50', 'overlap'],
    ['01:00', 'overlap'],
  ]);
  expect(await at(`2024/03/31 02:30:00 ${STEP('Online', 'Offline')}`)).toEqual([['01:30', 'gap']]);
});
