import { expect, test } from 'vitest';
import { at } from './evidence.testing.ts';
import { type ChainPoint, foldChain, unknownStretches } from './state-chains.ts';

const SOURCE = 's1' as never;
function point(time: string, from: string | null, to: string): ChainPoint {
  return { time: at(time), from, to, provisional: false, refs: [{ source: SOURCE, line: 1 }] };
}
const span = (start: string, end: string) => ({ start: at(start), end: at(end) });
const picture = (states: ReturnType<typeof foldChain>) =>
  states.map(({ state, start, end, startBasis, endBasis }) =>
    [
      state,
      new Date(start).toISOString().slice(11, 19),
      startBasis,
      new Date(end).toISOString().slice(11, 19),
      endBasis,
    ].join(' '),
  );

test('the first state reaches back to the start of the log, the last to its end', () => {
  const points = [
    point('10:00:00', 'Offline', 'OnlinePending'),
    point('10:00:05', 'OnlinePending', 'Online'),
  ];
  expect(picture(foldChain(points, [span('09:00:00', '11:00:00')], []))).toEqual([
    'Offline 09:00:00 unknown 10:00:00 observed',
    'OnlinePending 10:00:00 observed 10:00:05 observed',
    'Online 10:00:05 observed 11:00:00 carried',
  ]);
});

test('a step that was not logged leaves the end of the earlier state unknown', () => {
  const points = [point('10:00:00', 'Offline', 'Online'), point('10:30:00', 'Failed', 'Offline')];
  const states = foldChain(points, [span('10:00:00', '11:00:00')], []);
  expect(picture(states)).toEqual([
    'Offline 10:00:00 unknown 10:00:00 observed',
    'Online 10:00:00 observed 10:30:00 unknown',
    'Offline 10:30:00 observed 11:00:00 carried',
  ]);
  expect(states[1]!.reasoning).toContain('from Failed');
});

test('a hole cuts the state, is unknown itself, and the next record tells what held behind it', () => {
  const points = [point('10:00:00', 'Offline', 'Online'), point('12:30:00', 'Online', 'Failed')];
  const spans = [span('10:00:00', '10:10:00'), span('12:00:00', '13:00:00')];
  const holes = [{ cause: 'hole' as const, start: at('10:10:00'), end: at('12:00:00'), ref: null }];
  const states = foldChain(points, spans, holes);
  expect(picture(states)).toEqual([
    'Offline 10:00:00 unknown 10:00:00 observed',
    'Online 10:00:00 observed 10:10:00 unknown',
    'Online 12:00:00 unknown 12:30:00 observed',
    'Failed 12:30:00 observed 13:00:00 carried',
  ]);
  expect(picture(unknownStretches(points, states, holes, ['hole']))).toEqual([
    'unknown 10:10:00 unknown 12:00:00 unknown',
  ]);
});

test('the end of the service ends the state, as told', () => {
  const stop = [
    { cause: 'stop' as const, start: at('10:05:00'), end: null, ref: { source: SOURCE, line: 9 } },
  ];
  const states = foldChain(
    [point('10:00:00', null, 'Online')],
    [span('10:00:00', '10:06:00')],
    stop,
  );
  expect(picture(states)).toEqual(['Online 10:00:00 observed 10:05:00 observed']);
  expect(states[0]!.evidence).toContainEqual({ source: SOURCE, line: 9 });
});
