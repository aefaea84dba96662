import { expect, test } from 'vitest';
import { NO_SETTINGS } from '../model/settings.ts';
import { analyse } from './analyse.ts';
import { line, log, step } from './evidence.testing.ts';

test('a resource belongs to the role that the latest line gives, before the first line to the first', () => {
  const inRole = (group: string, from: string, to: string) => ({
    ...step('Disk', from, to),
    group,
  });
  const { transitions } = analyse(
    [
      log('n1.log', { node: 'N1' }, [
        line('10:00:00', step('Disk', 'Offline', 'Online')),
        line('10:10:00', inRole('Available Storage', 'Online', 'Offline')),
        line('10:20:00', step('Disk', 'Offline', 'Online')),
        line('10:30:00', inRole('SQL', 'Online', 'Offline')),
        line('10:40:00', step('Disk', 'Offline', 'Online')),
      ]),
    ],
    NO_SETTINGS,
  );
  expect(transitions.map(({ group }) => group)).toEqual([
    'Available Storage',
    'Available Storage',
    'Available Storage',
    'SQL',
    'SQL',
  ]);
});
