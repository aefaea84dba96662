import { expect, test } from 'vitest';
import { NO_SETTINGS } from '../model/settings.ts';
import { analyse } from './analyse.ts';

test('no evidence gives an empty incident', () => {
  const incident = analyse([], NO_SETTINGS);
  expect(incident.nodes).toEqual([]);
  expect(incident.transitions).toEqual([]);
});
