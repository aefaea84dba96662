import { expect, it } from 'vitest';
import { inspectTexts } from './inspect-texts.testing.ts';

it('places records of a repeated hour by their order in the file, as it places what they say', async () => {
  const entry = (time: string, name: string) =>
    `00000a10.00000b20::2024/11/03-${time}.000 INFO  [RCM] TransitionToState(${name}) Online-->Failed.\n`;
  const log = [
    entry('00:59:00', 'A'),
    entry('01:10:00', 'B'),
    entry('01:59:59', 'C'),
    entry('01:00:01', 'D'),
    entry('01:59:00', 'E'),
    entry('02:10:00', 'F'),
  ];
  const { records, transitions } = await inspectTexts({ 'zq1.log': log.join('') }, [
    '--zone',
    'zq1.log=America/New_York',
  ]);
  expect(records.map(({ line, time }) => [line, time])).toEqual([
    [1, '2024-11-03T04:59:00.000Z'],
    [2, '2024-11-03T05:10:00.000Z'],
    [3, '2024-11-03T05:59:59.000Z'],
    [4, '2024-11-03T06:00:01.000Z'],
    [5, '2024-11-03T06:59:00.000Z'],
    [6, '2024-11-03T07:10:00.000Z'],
  ]);
  expect(transitions.map(({ line, time }) => [line, time])).toEqual(
    records.map(({ line, time }) => [line, time]),
  );
});

it('places them so too in an export that begins with the newest', async () => {
  const event = (time: string) =>
    `Log Name: System\nSource: Disk\nDate: 2024/11/03 ${time}\nEvent ID: 7\nLevel: Error\nDescription:\nx\n\n`;
  const text = ['02:10:00', '01:50:00', '01:05:00', '01:40:00', '00:50:00'].map(event).join('');
  const { records } = await inspectTexts({ 'events.txt': text }, [
    '--zone',
    'events.txt=America/New_York',
  ]);
  expect(records.map(({ time }) => time)).toEqual([
    '2024-11-03T04:50:00.000Z',
    '2024-11-03T05:40:00.000Z',
    '2024-11-03T06:05:00.000Z',
    '2024-11-03T06:50:00.000Z',
    '2024-11-03T07:10:00.000Z',
  ]);
});
