import { describe, expect, it } from 'vitest';
import {
  nextSort,
  SEVERE_LEVELS,
  START_TABLES,
  withContained,
  withLevel,
  withTable,
} from './tables-slice.ts';

describe('the tables', () => {
  it('start with errors, warnings and critical only where rows have a level, and follow the view', () => {
    expect(START_TABLES.followsView).toBe(true);
    expect(START_TABLES.tables.events.levels).toBe(SEVERE_LEVELS);
    expect(START_TABLES.tables.lines.levels).toBe(SEVERE_LEVELS);
    expect(START_TABLES.tables.markers.levels).not.toBe(SEVERE_LEVELS);
  });

  it('change one at a time', () => {
    const { tables } = withTable(START_TABLES, 'events', { levels: 2 });
    expect(tables.events.levels).toBe(2);
    expect(tables.lines).toBe(START_TABLES.tables.lines);
  });

  it('forget a column filter that is empty', () => {
    expect(withContained({ node: 'a' }, 'node', '')).toEqual({});
    expect(withContained({ node: 'a' }, 'id', '1069')).toEqual({ node: 'a', id: '1069' });
  });

  it('sort up, down, then not', () => {
    const up = nextSort(null, 'node');
    const down = nextSort(up, 'node');
    expect([up?.descending, down?.descending, nextSort(down, 'node')]).toEqual([false, true, null]);
    expect(nextSort(down, 'id')).toEqual({ column: 'id', descending: false });
  });

  it('never hide every level', () => {
    expect(withLevel(0b10, 1, false)).toBe(0b10);
    expect(withLevel(0b110, 1, false)).toBe(0b100);
    expect(withLevel(0b10, 5, true)).toBe(0b100010);
  });
});
