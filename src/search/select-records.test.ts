import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { Clock } from '../model/clock.ts';
import type { SegmentRecords } from '../model/evidence.ts';
import type { Incident, LineRef } from '../model/incident.ts';
import { LEVEL_NAMES, Level } from '../model/level.ts';
import { SegmentBuilder } from '../model/segment-builder.ts';
import type { NodeClaim, Source, SourceId } from '../model/source.ts';
import { parseQuery } from './parse-query.ts';
import { createSelector } from './select-records.ts';

interface Row {
  readonly level?: Level;
  readonly component?: string;
  readonly computer?: string;
  readonly id?: number;
  readonly clock?: Clock;
  readonly line?: number;
}

/** One segment whose first line is line 101 of its source. */
function segmentOf(rows: readonly Row[]): SegmentRecords {
  const builder = new SegmentBuilder();
  rows.forEach((row, i) => {
    const record = builder.record(
      0,
      row.clock ?? Clock.Wall,
      row.level ?? Level.Info,
      builder.intern(row.component ?? ''),
      row.line ?? i,
      i * 10,
      9,
    );
    builder.setEvent(record, row.id ?? 0, builder.intern(row.computer ?? ''));
  });
  const place = { baseOffset: 0, byteLength: rows.length * 10, lineCount: 1000 };
  return { ...builder.finish(place), baseLine: 101 };
}

const ID = 's1' as SourceId;
const OTHER = 's2' as SourceId;

function sourceOf(path: string, node: string | null, basis: NodeClaim['basis'] = 'declared') {
  return { id: ID, path, node: { name: node, basis, evidence: [] } } as unknown as Source;
}

const at = (line: number, source = ID): LineRef => ({ source, line });

function incidentOf(parts: object): Incident {
  const none = { sources: [], nodes: [], transitions: [], markers: [], events: [], repairs: [] };
  return { ...none, ...parts } as unknown as Incident;
}

const SOURCE = sourceOf('case.zip!/zq1/Cluster.log', 'ZQ1');

/** Indexes of the rows that the query selects; null when the source is ruled out as a whole. */
function select(
  typed: string,
  rows: readonly Row[],
  source: Source = SOURCE,
  incident: Incident | null = null,
): number[] | null {
  const query = parseQuery(typed);
  if ('error' in query) throw new Error(query.error.message);
  const selection = createSelector(query, source, incident)?.(segmentOf(rows));
  if (selection === undefined) return null;
  return selection === 'all' ? [...rows.keys()] : [...selection];
}

describe('conditions on columns', () => {
  const rows: Row[] = [
    { level: Level.Critical, component: 'RCM', id: 1069 },
    { level: Level.Error, component: 'RCM-rbtr', clock: Clock.Utc },
    { level: Level.Warning, component: 'RCMX', clock: Clock.Undated },
    { level: Level.Info, component: 'Microsoft-Windows-FailoverClustering', id: 1135 },
    { level: Level.Debug, clock: Clock.TimeOfDay },
  ];

  test.each<[string, number[]]>([
    ['level:>=error', [0, 1]],
    ['-level:>=error', [2, 3, 4]],
    ['level:debug,warning', [2, 4]],
    ['id:1069,1135', [0, 3]],
    ['-id:1069,1135', [1, 2, 4]],
    ['component:rcm', [0, 1]],
    ['-component:RCM', [2, 3, 4]],
    ['component:rcm,RCMX', [0, 1, 2]],
    ['component:rcm-rbtr', [1]],
    ['provider:failoverclustering', [3]],
    ['-provider:failoverclustering', [0, 1, 2, 4]],
    ['is:dated', [0, 1, 3]],
    ['is:undated', [2, 4]],
    ['is:undated,dated', [0, 1, 2, 3, 4]],
    ['-is:dated', [2, 4]],
    ['component:RCM level:error', [1]],
    ['level:>=warning -id:1069', [1, 2]],
    ['any words /and expressions/ resource:x', [0, 1, 2, 3, 4]],
  ])('%s', (typed, expected) => {
    expect(select(typed, rows)).toEqual(expected);
  });
});

describe('source:', () => {
  it('takes a part of the path, whatever the letter case, and rules the others out as a whole', () => {
    expect(select('source:cluster.log', [{}])).toEqual([0]);
    expect(select('source:zq1/', [{}])).toEqual([0]);
    expect(select('source:zq2,ZQ1', [{}])).toEqual([0]);
    expect(select('source:zq2', [{}])).toBeNull();
    expect(select('-source:zq2', [{}])).toEqual([0]);
    expect(select('-source:zq1', [{}])).toBeNull();
  });
});

describe('node:', () => {
  const incident = incidentOf({
    nodes: [
      { name: 'ZQ1', aliases: ['1', '10.0.1.11', 'zq1.example.com'] },
      { name: 'ZQ2', aliases: ['2'] },
    ],
  });

  it('knows a node under every name', () => {
    for (const name of ['ZQ1', 'zq1', '1', '10.0.1.11', 'ZQ1.example.com', 'zq1.other.org']) {
      expect(select(`node:${name}`, [{}], SOURCE, incident)).toEqual([0]);
    }
    expect(select('node:ZQ2', [{}], SOURCE, incident)).toEqual([]);
    expect(select('node:2,1', [{}], SOURCE, incident)).toEqual([0]);
    expect(select('-node:1', [{}], SOURCE, incident)).toEqual([]);
  });

  it('follows the computer that a record names before the node of its source', () => {
    const rows = [{}, { computer: 'ZQ2.example.com' }, { computer: 'zq1' }];
    expect(select('node:ZQ1', rows, SOURCE, incident)).toEqual([0, 2]);
    expect(select('node:2', rows, SOURCE, incident)).toEqual([1]);
  });

  it('follows the reader before anything else', () => {
    const rows = [{}, { computer: 'ZQ2' }];
    const node = { name: 'ZQ1', basis: 'set', evidence: [] };
    const set = incidentOf({ ...incident, sources: [{ id: ID, node }] });
    expect(select('node:ZQ1', rows, sourceOf('a.log', null), set)).toEqual([0, 1]);
    expect(select('node:ZQ2', rows, sourceOf('a.log', null), set)).toBeNull();
  });

  it('does without a picture, and finds nothing where no node is known', () => {
    expect(select('node:zq1.example.com', [{}])).toEqual([0]);
    expect(select('node:ZQ1', [{}], sourceOf('a.log', null))).toEqual([]);
  });
});

describe('is:', () => {
  const rows = [{ line: 0 }, { line: 5 }, { line: 5 }, { line: 8 }];
  const incident = incidentOf({
    transitions: [{ ref: at(101), alsoAt: [at(109, OTHER)] }],
    markers: [{ ref: at(50), alsoAt: [at(106)] }],
    events: [{ ref: at(2000), alsoAt: [at(111)] }],
  });

  it('finds the records that a mark was read from, on their first line or a later one', () => {
    expect(select('is:transition', rows, SOURCE, incident)).toEqual([0]);
    expect(select('is:marker', rows, SOURCE, incident)).toEqual([1, 2]);
    expect(select('is:event', rows, SOURCE, incident)).toEqual([3]);
    expect(select('is:event,marker', rows, SOURCE, incident)).toEqual([1, 2, 3]);
    expect(select('-is:marker', rows, SOURCE, incident)).toEqual([0, 3]);
    expect(select('is:transition', rows, SOURCE, null)).toEqual([]);
  });
});

it('selects what looking at every record alone selects', () => {
  const row = fc.record({
    level: fc.constantFrom(...Object.values(Level)),
    component: fc.constantFrom('', 'RCM', 'GUM'),
    id: fc.constantFrom(0, 7, 9),
  });
  const levels = fc.subarray(Object.values(Level), { minLength: 1 });
  const flags = fc.tuple(fc.boolean(), fc.boolean(), fc.boolean());
  fc.assert(
    fc.property(fc.array(row, { maxLength: 40 }), levels, flags, (rows, wanted, [a, b, c]) => {
      const sign = (exclude: boolean) => (exclude ? '-' : '');
      const names = wanted.map((level) => LEVEL_NAMES[level]).join(',');
      const typed = `${sign(a)}level:${names} ${sign(b)}component:gum ${sign(c)}id:7`;
      const expected = rows.flatMap(({ level, component, id }, i) => {
        const holds =
          wanted.includes(level) !== a && (component === 'GUM') !== b && (id === 7) !== c;
        return holds ? [i] : [];
      });
      expect(select(typed, rows)).toEqual(expected);
    }),
  );
});
