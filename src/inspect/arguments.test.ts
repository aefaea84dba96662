import { describe, expect, it } from 'vitest';
import { parseArguments } from './arguments.ts';

function read(...args: string[]) {
  const options = parseArguments(args);
  if ('error' in options) throw new Error(options.error);
  return options;
}

function refuse(...args: string[]): string {
  const options = parseArguments(args);
  if (!('error' in options)) throw new Error('taken');
  return options.error;
}

describe('parseArguments', () => {
  it('takes options in both spellings, before and after paths', () => {
    expect(
      read('a.log', '--from', '2017-09-15', '--records', '--to=2017-09-16T01:00', 'b'),
    ).toEqual({
      paths: ['a.log', 'b'],
      zones: [],
      records: true,
      from: Date.UTC(2017, 8, 15),
      to: Date.UTC(2017, 8, 16, 1),
    });
  });

  it('takes everything behind -- for a path', () => {
    expect(read('--', '--records', '-x').paths).toEqual(['--records', '-x']);
  });

  it('splits a zone at its last equals sign, so that paths may hold some', () => {
    expect(
      read('--zone', 'C:\\logs\\a=b\\x.log=+08:00', '--zone=zq1=Europe/Berlin', 'x').zones,
    ).toEqual([
      { target: 'C:\\logs\\a=b\\x.log', rule: { kind: 'offset', offsetMinutes: 480 } },
      { target: 'zq1', rule: { kind: 'zone', zone: 'Europe/Berlin' } },
    ]);
  });

  it('reads times without an offset as UTC and honours one that is written', () => {
    expect(read('--from', '2017-09-15 20:24:36.365', 'x').from).toBe(1505507076365);
    expect(read('--from', '2017-09-15T22:24:36,365+02:00', 'x').from).toBe(1505507076365);
  });

  it.each([
    [[]],
    [['--records']],
    [['--bogus', 'x']],
    [['-r', 'x']],
    [['--records=1', 'x']],
    [['--zone']],
    [['--zone', 'ZQ1', 'x']],
    [['--zone', '=UTC', 'x']],
    [['--zone', 'ZQ1=Mars/Olympus', 'x']],
    [['--zone', 'ZQ1=', 'x']],
    [['--from']],
    [['--from', 'yesterday', 'x']],
    [['--from', '2017-02-30', 'x']],
    [['--to', '2017-13-01', 'x']],
    [['--to', '2017-12-01T25:00', 'x']],
    [['--from', '2017-09-16', '--to', '2017-09-15', 'x']],
  ])('refuses %j in one line', (args) => {
    expect(refuse(...args)).toMatch(/^.+$/);
  });
});
