import { expect, test } from 'vitest';
import { clusterLog, inspectTexts } from './inspect-texts.testing.ts';

const DEADLOCKS = ['Disk A', 'Disk B', 'Web']
  .map(
    (name) =>
      `10:30:00 ERR [RHS] RhsCall::DeadlockMonitor: Call LOOKSALIVE timed out for resource '${name}'.`,
  )
  .join('\n');

async function starts(header: readonly string[]) {
  const { intervals } = await inspectTexts({
    'n1/cluster.log': clusterLog('N1', DEADLOCKS, header),
  });
  return Object.fromEntries(
    intervals
      .filter(({ kind }) => kind === 'deadlock')
      .map(({ entity, start, attributes }) => [
        entity.name,
        `${start!.slice(11, 19)} ${attributes.deadlockTimeoutBasis}`,
      ]),
  );
}

test('a deadlock began a DeadlockTimeout before: the resource has its own, else that of its type, else the default', async () => {
  expect(
    await starts([
      '[=== Resources ===]',
      'Name,State,OwnerGroup,Type,DeadlockTimeout',
      'Disk A,Online,Role,Physical Disk,60000',
      'Disk B,Online,Role,Physical Disk,4294967295',
      'Web,Online,Role,Generic Application,4294967295',
      '[=== Resource Types ===]',
      'Name,DeadlockTimeout',
      'Physical Disk,120000',
      'Network Name,900000',
    ]),
  ).toEqual({
    'Disk A': '10:29:00 log',
    'Disk B': '10:28:00 log',
    Web: '10:25:00 default',
  });
});

test('a time-out of some resource type is not that of the cluster', async () => {
  expect(
    await starts(['[=== Resource Types ===]', 'Name,DeadlockTimeout', 'Network Name,900000']),
  ).toEqual({
    'Disk A': '10:25:00 default',
    'Disk B': '10:25:00 default',
    Web: '10:25:00 default',
  });
});
