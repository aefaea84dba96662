import { expect, it } from 'vitest';
import type { Source, SourceId } from '../../src/model/source.ts';
import type { Lane } from '../../src/timeline/lane.ts';
import type { MatchRun } from '../../src/timeline/match-ticks.ts';
import type { Row } from '../../src/timeline/rows.ts';
import { matchesOnLanes } from './matches.ts';

const run = (time: number): MatchRun => ({ count: 1, first: time, last: time, at: () => time });
const runs: Readonly<Record<string, readonly MatchRun[]>> = { s1: [run(1)], s2: [run(2), run(3)] };
const sources = ['s1', 's2'].map((id) => ({ id }) as unknown as Source);
const matches = {
  countOf: (source: SourceId) => (source === 's1' ? 10 : 20),
  runsOf: (source: SourceId) => runs[source] ?? [],
};

const lane = (key: string, source: string | null, parent: string | null) =>
  ({ key, source, parent, node: 'ZQ1', kind: source === null ? 'node' : 'source' }) as Lane;
const lanes = [lane('n', null, null), lane('n/a', 's1', 'n'), lane('n/b', 's2', 'n')];
const row = (index: number, folded = false) => ({ lane: lanes[index]!, folded }) as Row;

it('counts the hits of a source in its lane and in its node', () => {
  const { counts } = matchesOnLanes(matches, lanes, sources);
  expect([...counts!]).toEqual([
    ['n/a', 10],
    ['n', 30],
    ['n/b', 20],
  ]);
});

it('shows hits in the lane of their source, in the node only while it is folded', () => {
  const { runsOfRow, all } = matchesOnLanes(matches, lanes, sources);
  expect(runsOfRow!(row(2))).toBe(runs.s2);
  expect(runsOfRow!(row(0))).toEqual([]);
  expect(runsOfRow!(row(0, true))).toEqual([...runs.s1!, ...runs.s2!]);
  expect(all).toHaveLength(3);
});
