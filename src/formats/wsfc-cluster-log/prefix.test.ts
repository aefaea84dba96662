import { describe, expect, it } from 'vitest';
import { Clock } from '../../model/clock.ts';
import { wsfcClusterLog } from './format.ts';
import { headOf, readLog } from './read-log.testing.ts';

const STANDARD = '00000a10.00000b20::2024/03/09-09:00:00.000';
const transition = { type: 'transition', from: 'Online', to: 'Failed' };

describe('what stands before the text of an entry', () => {
  it.each([
    [`${STANDARD} INFO  [RCM] TransitionToState(a) Online-->Failed.`],
    [`${STANDARD} INFO  [RCM]: TransitionToState(a) Online-->Failed.`],
    [`${STANDARD} INFO  [RCM]  TransitionToState(a) Online-->Failed.`],
    [`${STANDARD} INFO [RCM] TransitionToState(a) Online-->Failed.`],
    [`${STANDARD} INFO      [RCM] TransitionToState(a) Online-->Failed.`],
    [`${STANDARD} INFO  TransitionToState(a) Online-->Failed.`],
    [`${STANDARD} INFO  rcm::RcmResource::X[RCM] TransitionToState(a) Online-->Failed.`],
    [`${STANDARD} INFO  [CHANNEL 10.0.0.1:~3343~] TransitionToState(a) Online-->Failed.`],
    ['a10.b20:: 2024/03/09-09:00:00.000 INFO [RCM] TransitionToState(a) Online-->Failed.'],
  ])('is passed over to the message: %s', (line) => {
    // The tag is known from a first line, so that both ways of reading it are taken.
    const known = `${STANDARD} INFO  [RCM] nothing\n`;
    expect(readLog(`${line}\n`).bodies).toMatchObject([transition]);
    expect(readLog(`${known}${line}\n`).bodies).toMatchObject([transition]);
  });

  it.each([
    [`${STANDARD} ERRORS in x`, 'info'],
    [`${STANDARD} ERR`, 'error'],
    [`${STANDARD} WARNING x`, 'info'],
    [`${STANDARD} DBG   [X] y`, 'debug'],
    ['a10.b20::2024/03/09-09:00:00.000 ERRORS in x', 'info'],
    ['a10.b20::2024/03/09-09:00:00.000 DBG x', 'debug'],
    ['[System] a10.b20::2024/03/09-09:00:00.000 DBG x', 'critical'],
    ['[System] a10.b20::2024/03/09-09:00:00.000 WARN x', 'warning'],
    ['[Verbose] a10.b20::2024/03/09-09:00:00.000 DBG x', 'debug'],
  ])('gives "%s" the level %s', (line, level) => {
    expect(readLog(`${line}\n`).records).toMatchObject([{ level }]);
  });

  it.each([
    ['00000a10.00000b20::2024/03/09-25:00:00.000 INFO  x'],
    ['00000a10.00000b20::2024/13/09-09:00:00.000 INFO  x'],
    ['00000a10.00000b20::2023/02/29-09:00:00.000 INFO  x'],
    ['00000a10.00000b20::2024/03/09-09:60:00.000 INFO  x'],
    ['390.198::1999/13 [INIT] x'],
  ])('is a stamp that cannot be read: %s', (line) => {
    const { records, segment } = readLog(`${STANDARD} INFO  x\n${line}\n`);
    expect(records.map(({ clock }) => clock)).toEqual([Clock.Wall, Clock.Undated]);
    expect(segment.problems).toMatchObject([{ line: 1, code: 'bad-timestamp' }]);
  });

  it.each(['13-14:43:53.703 text', '09:00:00.000 text', '2024-03-09 09:00:00.000 text', 'x'])(
    'is no entry in a log with whole stamps: %s',
    (line) => {
      const { records, segment } = readLog(`${STANDARD} INFO  x\n${line}\n`);
      expect(records).toHaveLength(1);
      expect(segment.tally).toMatchObject({ entries: 1, continuations: 1 });
    },
  );

  it('gives the process whatever the letters of its number', () => {
    for (const id of ['0000ab10', '0000AB10', 'ab10']) {
      expect(
        readLog(`${id}.00000b20::2024/03/09-09:00:00.000 INFO  ---+ LOG BEGIN +---\n`).bodies,
      ).toMatchObject([{ type: 'service', pid: 0xab10 }]);
    }
  });

  it('begins another entry inside a line only behind a blank', () => {
    const joined = (between: string) =>
      readLog(`${STANDARD} INFO  a${between}${STANDARD} INFO  b\n`).records.length;
    expect(joined(' ')).toBe(2);
    expect(joined('')).toBe(1);
    expect(joined('(')).toBe(1);
  });
});

describe('a table of properties', () => {
  it('reads quotes doubled inside quotes', () => {
    const { bodies } = readLog(
      '[=== Resources ===]\nname,state,DeadlockTimeout\n"Disk ""A"", 1",2,300000\n',
    );
    expect(bodies).toMatchObject([
      { type: 'state-seen', entity: { name: 'Disk "A", 1' }, state: 'Online' },
      { type: 'config-value', scope: { name: 'Disk "A", 1' }, value: 300_000 },
    ]);
  });
});

describe('levels and tags without stamps', () => {
  it('make a claim only when enough of the tags are known', () => {
    const score = (text: string) => wsfcClusterLog.claim(headOf(text)).score;
    const own = 'INFO  [RCM] x\n';
    const other = 'INFO  [main] x\n';
    expect(score(`${own.repeat(2)}${other}`)).toBeGreaterThan(0.2);
    expect(score(`${own}${other.repeat(5)}`)).toBeLessThan(0.2);
  });
});
