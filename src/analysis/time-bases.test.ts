import { expect, test } from 'vitest';
import { Clock } from '../model/clock.ts';
import type { FactBody } from '../model/fact.ts';
import { NO_SETTINGS } from '../model/settings.ts';
import { analyse } from './analyse.ts';
import { at, line, log, step } from './evidence.testing.ts';

const pair = (wall: string, utc: string): FactBody => ({
  type: 'clock-evidence',
  wall: at(wall) as never,
  utc: at(utc),
  about: 'death timer start, written in UTC',
});

test('a cluster.log whose own lines give UTC beside local stamps is placed by their offset', () => {
  const incident = analyse(
    [
      log('cluster.log', { node: 'ZQ1' }, [
        line('21:17:42.347', pair('21:17:42.347', '2026-03-05T01:17:42.347')),
        line('21:17:43.000', step('Disk', 'Online', 'Failed')),
      ]),
    ],
    NO_SETTINGS,
  );
  expect(incident.sources[0]!.timeBase).toMatchObject({
    rule: { kind: 'offset', offsetMinutes: -240 },
    basis: 'inferred',
    evidence: [{ line: 1 }],
  });
  expect(incident.transitions[0]).toMatchObject({
    time: at('2026-03-05T01:17:43.000'),
    provisional: false,
  });
});

test('a declared base is kept, and lines that speak against it are a finding', () => {
  const { sources, findings } = analyse(
    [
      log('cluster.log', { node: 'ZQ1', ruleBasis: 'declared' }, [
        line('21:17:42.347', pair('21:17:42.347', '2026-03-05T01:17:42.347')),
      ]),
    ],
    NO_SETTINGS,
  );
  expect(sources[0]!.timeBase.rule).toEqual({ kind: 'utc' });
  expect(findings).toMatchObject([{ rule: 'clock-contradiction', evidence: [{ line: 1 }] }]);
});

test('a zone that nothing tells is placed as UTC, provisionally, and is a finding', () => {
  const { transitions, findings } = analyse(
    [
      log('events.txt', { rule: { kind: 'unknown' } }, [
        line('10:00:00.000', step('Disk', 'Online', 'Failed')),
      ]),
    ],
    NO_SETTINGS,
  );
  expect(transitions[0]).toMatchObject({ time: at('10:00:00.000'), provisional: true });
  expect(findings.map((finding) => finding.rule)).toEqual(['zone-unknown']);
});

test('another source of the same node only proposes its offset', () => {
  const { sources } = analyse(
    [
      log('a.txt', { id: 's1', node: 'ZQ1', rule: { kind: 'unknown' } }, [
        line('10:00:00.000', step('D', 'a', 'b')),
      ]),
      log(
        'b.txt',
        {
          id: 's2',
          node: 'zq1',
          rule: { kind: 'offset', offsetMinutes: 480 },
          ruleBasis: 'inferred',
        },
        [line('10:00:00.000')],
      ),
      log(
        'c.txt',
        {
          id: 's3',
          node: 'ZQ2',
          rule: { kind: 'offset', offsetMinutes: 60 },
          ruleBasis: 'inferred',
        },
        [line('10:00:00.000')],
      ),
    ],
    NO_SETTINGS,
  );
  expect(sources[0]!.timeBase.rule.kind).toBe('unknown');
  expect(sources[0]!.zoneProposals.map((proposal) => proposal.rule)).toEqual([
    { kind: 'offset', offsetMinutes: 480 },
  ]);
});

test('times of day stay undated until the reader gives a date, and then pass midnight in file order', () => {
  const evidence = [
    log('cluster.log', { node: 'ZQ1' }, [
      line('23:59:58.000', step('D', 'a', 'b'), { clock: Clock.TimeOfDay }),
      line('00:00:01.000', step('D', 'b', 'c'), { clock: Clock.TimeOfDay }),
      line(
        '00:00:02.000',
        {
          type: 'date-evidence',
          at: at('2020-05-12T00:00:02.000') as never,
          about: 'a dated line',
        },
        { clock: Clock.TimeOfDay },
      ),
    ]),
  ];
  const undated = analyse(evidence, NO_SETTINGS);
  expect(undated.transitions.map((found) => found.time)).toEqual([null, null]);
  expect(undated.sources[0]!.dateProposal).toMatchObject({ date: '2020-05-11', ref: { line: 3 } });
  const dated = analyse(evidence, { ...NO_SETTINGS, dates: { s1: '2020-05-11' } as never });
  expect(dated.transitions.map((found) => found.time)).toEqual([
    at('2020-05-11T23:59:58.000'),
    at('2020-05-12T00:00:01.000'),
  ]);
});

test('in the repeated hour of autumn the order of the file tells the two passes apart', () => {
  const zone = { kind: 'zone', zone: 'America/New_York' } as const;
  const { transitions } = analyse(
    [
      log('events.txt', { rule: zone, ruleBasis: 'declared' }, [
        line('2026-11-01T00:30:00.000', step('D', 'a', 'b')),
        line('2026-11-01T01:50:00.000', step('D', 'b', 'c')),
        line('2026-11-01T01:05:00.000', step('D', 'c', 'd')),
        line('2026-11-01T02:30:00.000', step('D', 'd', 'e')),
      ]),
    ],
    NO_SETTINGS,
  );
  expect(transitions.map((found) => [found.time, found.dst, found.alternative])).toEqual([
    [at('2026-11-01T04:30:00.000'), undefined, undefined],
    [at('2026-11-01T05:50:00.000'), 'overlap', undefined],
    [at('2026-11-01T06:05:00.000'), 'overlap', undefined],
    [at('2026-11-01T07:30:00.000'), undefined, undefined],
  ]);
});

test('a stamp decades away is listed and stretches nothing', () => {
  const many = Array.from({ length: 20 }, (_, i) => line(`10:00:${String(i + 10)}.000`));
  const { transitions, sources, findings } = analyse(
    [
      log('cluster.log', { node: 'ZQ1' }, [
        ...many,
        line('2060-01-01T00:00:00.000', step('D', 'a', 'b')),
      ]),
    ],
    NO_SETTINGS,
  );
  expect(transitions[0]).toMatchObject({ time: null, written: '2060-01-01T00:00:00.000' });
  expect(sources[0]!.last).toBe(at('10:00:29.000'));
  expect(findings).toMatchObject([{ rule: 'stamp-outlier', evidence: [{ line: 21 }] }]);
});
