import { describe, expect, test } from 'vitest';
import { Level } from '../model/level.ts';
import { segment } from './incident.testing.ts';
import { levelAtLine, pickRecord } from './pick-record.ts';

const UTC = { kind: 'utc' } as const;

describe('picking a record from a bar', () => {
  const segments = [
    segment(
      [
        { time: 100 },
        { time: 110, level: Level.Error },
        { time: 120 },
        { time: 130, level: Level.Error },
      ],
      1,
    ),
    segment([{ time: 125, level: Level.Warning }], 5),
  ];

  test('takes the worst level, and of that the nearest', () => {
    expect(pickRecord(segments, UTC, 100, 140, 128)).toMatchObject({
      line: 4,
      time: 130,
      level: Level.Error,
    });
    expect(pickRecord(segments, UTC, 100, 140, 104)).toMatchObject({ line: 2, time: 110 });
  });

  test('looks only inside the half-open span', () => {
    expect(pickRecord(segments, UTC, 111, 130, 111)).toMatchObject({
      line: 5,
      level: Level.Warning,
    });
    expect(pickRecord(segments, UTC, 140, 150, 145)).toBeNull();
  });

  test('finds records that are out of order in the file', () => {
    const shuffled = [segment([{ time: 300 }, { time: 100 }, { time: 200, level: Level.Warning }])];
    expect(pickRecord(shuffled, UTC, 50, 250, 100)).toMatchObject({ line: 3, time: 200 });
  });
});

describe('the level of a line', () => {
  test('is that of the record the line belongs to', () => {
    const segments = [
      segment([{ time: 1 }, { time: 2, level: Level.Critical }], 1),
      segment([{ time: 3, level: Level.Error }], 3),
    ];
    expect(levelAtLine(segments, 2)).toBe(Level.Critical);
    expect(levelAtLine(segments, 3)).toBe(Level.Error);
    expect(levelAtLine(segments, 99)).toBe(0);
  });
});
