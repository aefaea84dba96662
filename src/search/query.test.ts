import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { Level } from '../model/level.ts';
import { formatQuery } from './format-query.ts';
import { parseQuery } from './parse-query.ts';
import { type Condition, NAME_KEYS, type Query, RECORD_KINDS } from './query.ts';

function conditionsOf(text: string): readonly Condition[] {
  const parsed = parseQuery(text);
  if ('error' in parsed) throw new Error(`${parsed.error.message} (at ${parsed.error.at})`);
  return parsed.terms.map(({ condition }) => condition);
}

function errorOf(text: string): { at: number; message: string } {
  const parsed = parseQuery(text);
  if (!('error' in parsed)) throw new Error(`read as ${JSON.stringify(parsed)}`);
  return parsed.error;
}

describe('parseQuery', () => {
  test.each<[string, Condition]>([
    ['denied', { type: 'text', text: 'denied' }],
    ['"access  denied"', { type: 'text', text: 'access  denied' }],
    ['"say \\"no\\" \\\\"', { type: 'text', text: 'say "no" \\' }],
    ['"C:\\Windows\\Cluster"', { type: 'text', text: 'C:\\Windows\\Cluster' }],
    ['10.0.0.1:3343', { type: 'text', text: '10.0.0.1:3343' }],
    ['20:24:36.365', { type: 'text', text: '20:24:36.365' }],
    ['rcm::RcmApi', { type: 'text', text: 'rcm::RcmApi' }],
    ['Offline-->Online', { type: 'text', text: 'Offline-->Online' }],
    ['status="x', { type: 'text', text: 'status="x' }],
    ['/fault domain \\d/', { type: 'regex', source: 'fault domain \\d', flags: '' }],
    ['/[/"]\\//i', { type: 'regex', source: '[/"]\\/', flags: 'i' }],
    ['/a/gusmi', { type: 'regex', source: 'a', flags: 'isu' }],
    ['node:ZQ1', { type: 'node', names: ['ZQ1'] }],
    ['Node:ZQ1,zq2,ZQ1', { type: 'node', names: ['ZQ1', 'zq2'] }],
    ['source:zq1/cluster.log', { type: 'source', names: ['zq1/cluster.log'] }],
    ['resource:"群集磁盘 2",Quorum', { type: 'resource', names: ['群集磁盘 2', 'Quorum'] }],
    ['component:RCM', { type: 'component', names: ['RCM'] }],
    ['provider:Failover', { type: 'provider', names: ['Failover'] }],
    ['level:error', { type: 'level', levels: [Level.Error] }],
    ['level:error,critical', { type: 'level', levels: [Level.Critical, Level.Error] }],
    ['level:ERR', { type: 'level', levels: [Level.Error] }],
    ['level:>=warning', { type: 'level', levels: [1, 2, 3] }],
    ['level:>=error,debug', { type: 'level', levels: [1, 2, 5] }],
    ['id:1135,1069,1069', { type: 'id', ids: [1069, 1135] }],
    ['is:undated,Marker', { type: 'is', kinds: ['marker', 'undated'] }],
  ])('reads %s', (text, condition) => {
    expect(parseQuery(text)).toEqual({ terms: [{ exclude: false, condition }] });
    expect(parseQuery(`-${text}`)).toEqual({ terms: [{ exclude: true, condition }] });
  });

  it('reads any number of terms with any blanks between them', () => {
    expect(parseQuery(' \t\u3000')).toEqual({ terms: [] });
    expect(conditionsOf(' a  "b c"\u3000level:info -d ').map(({ type }) => type)).toEqual([
      'text',
      'text',
      'level',
      'text',
    ]);
  });

  test.each([
    ['ok "no end', 3, 'no closing quote'],
    ['ok /no end', 3, 'no closing slash'],
    ['/[/', 0, 'no closing slash'],
    ['ok ""', 3, 'empty phrase'],
    ['//', 0, 'empty expression'],
    ['ok - x', 4, 'nothing after "-"'],
    ['-', 1, 'nothing after "-"'],
    ['"a"b', 3, 'expected a blank'],
    ['/dm/update', 4, '"update" after the expression'],
    ['/a/ii', 3, '"ii" after the expression'],
    ['ok /(/', 3, 'expected a regular expression'],
    ['ok /\\p{x}/u', 3, 'expected a regular expression'],
    ['level:', 6, 'nothing after ":"; expected critical, error'],
    ['level:eror', 6, 'unknown level "eror"; expected critical, error'],
    ['level:>=', 6, 'unknown level ">="'],
    ['level:error,', 12, 'nothing after ","'],
    ['x level:error,bad', 14, 'unknown level "bad"'],
    ['id:0', 3, 'unknown id "0"; expected an event id from 1 to 65535'],
    ['id:70000', 3, 'unknown id "70000"'],
    ['id:1e3', 3, 'unknown id "1e3"'],
    ['is:broken', 3, 'expected transition, marker, event, dated or undated'],
    ['resource:"a"b', 12, 'expected a blank or a comma'],
    ['levels:error', 0, 'unknown filter "levels:"; expected level:'],
    ['-nod:ZQ1', 1, 'expected node:'],
  ])('refuses %s and says where and why', (text, at, message) => {
    const error = errorOf(text);
    expect(error.message).toContain(message);
    expect(error.at).toBe(at);
  });

  it('never throws, and what it reads survives being written', () => {
    const pieces = fc.constantFrom(
      ...[
        '"',
        '\\',
        '/',
        '-',
        ':',
        ',',
        ' ',
        '>=',
        '[',
        ']',
        '(',
        'a',
        'ok',
        '群',
        'node',
        'level',
      ],
      ...['error', 'id', '7', 'is', 'dated', 'resource:', 'nodes:', 'i', '\u3000'],
    );
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: pieces }));
    fc.assert(
      fc.property(text, (typed) => {
        const parsed = parseQuery(typed);
        if ('error' in parsed) {
          expect(parsed.error.at).toBeGreaterThanOrEqual(0);
          expect(parsed.error.at).toBeLessThanOrEqual(typed.length);
          expect(parsed.error.message).not.toBe('');
        } else expect(parseQuery(formatQuery(parsed))).toEqual(parsed);
      }),
      { numRuns: 400 },
    );
  });
});

describe('formatQuery', () => {
  test.each([
    ['a "b c" -"-d" level:>=error', 'a "b c" -"-d" level:>=error'],
    ['"plain"', 'plain'],
    ['level:critical,error,warning', 'level:>=warning'],
    ['level:critical', 'level:critical'],
    ['"node:x" "levels:x" rcm::x', '"node:x" "levels:x" rcm::x'],
    ['id:7,5 is:event,marker', 'id:5,7 is:marker,event'],
  ])('writes %s as %s', (typed, written) => {
    const parsed = parseQuery(typed);
    expect('error' in parsed ? parsed.error : formatQuery(parsed)).toBe(written);
  });

  it('writes every query so that it is read as the same one', () => {
    const filled = fc.string({ unit: 'binary', minLength: 1 });
    const name = fc.oneof(filled, fc.constantFrom('a,b', '"', '\\', '\\"', ' ', 'Cluster Disk 1'));
    const condition: fc.Arbitrary<Condition> = fc.oneof(
      fc.record({
        type: fc.constant('text' as const),
        text: fc.oneof(filled, fc.constantFrom('-a', '/a/', 'id:7', 'lavel:', '"', 'a"b c\\')),
      }),
      fc.record({
        type: fc.constant('regex' as const),
        source: fc.constantFrom('a', '\\/', '[/]', '^x "y"$', '(?<n>a)\\d+ b', '\\\\', '-'),
        flags: fc.constantFrom('', 'i', 's', 'isu'),
      }),
      fc.record({
        type: fc.constantFrom(...NAME_KEYS),
        names: fc.uniqueArray(name, { minLength: 1, maxLength: 3 }),
      }),
      fc.record({
        type: fc.constant('level' as const),
        levels: fc.subarray(Object.values(Level), { minLength: 1 }),
      }),
      fc.record({
        type: fc.constant('id' as const),
        ids: fc
          .uniqueArray(fc.integer({ min: 1, max: 65535 }), { minLength: 1, maxLength: 4 })
          .map((ids) => ids.sort((a, b) => a - b)),
      }),
      fc.record({
        type: fc.constant('is' as const),
        kinds: fc.subarray([...RECORD_KINDS], { minLength: 1 }),
      }),
    );
    const query: fc.Arbitrary<Query> = fc.record({
      terms: fc.array(fc.record({ exclude: fc.boolean(), condition }), { maxLength: 4 }),
    });
    fc.assert(
      fc.property(query, (given) => {
        expect(parseQuery(formatQuery(given))).toEqual(given);
      }),
      { numRuns: 300 },
    );
  });
});
