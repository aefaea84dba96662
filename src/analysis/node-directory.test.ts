import { expect, test } from 'vitest';
import { NO_SETTINGS, type ReaderSettings } from '../model/settings.ts';
import type { SourceId } from '../model/source.ts';
import { isNode, line, log, view } from './evidence.testing.ts';
import { buildNodeDirectory } from './node-directory.ts';

const S1 = 's1' as SourceId;
const S2 = 's2' as SourceId;

test('short name, FQDN, letter case, number and address are one node, spelled as its own log spells it', () => {
  const directory = buildNodeDirectory(
    [
      log('zq1/cluster.log', { id: 's1', node: 'ZQ1.example.com' }, [
        line(null, isNode(true, { id: 1 })),
        line(null, isNode(false, { name: 'zq2', id: 2, address: '10.0.1.12:~3343~' })),
      ]),
      log('zq2/cluster.log', { id: 's2', node: 'ZQ2' }, [
        line(null, isNode(false, { name: 'zq1' })),
      ]),
    ],
    NO_SETTINGS,
  );
  expect(directory.nodes).toEqual([
    { name: 'ZQ1', aliases: ['1', 'ZQ1.example.com', 'zq1'] },
    { name: 'ZQ2', aliases: ['10.0.1.12', '2', 'zq2'] },
  ]);
  expect(directory.resolve({ id: 2 }, S1, 'ZQ1')).toBe('ZQ2');
  expect(directory.resolve({ id: 1 }, S2, 'ZQ2')).toBe('ZQ1');
  expect(directory.resolve({ address: '10.0.1.12:3343' }, S2, 'ZQ2')).toBe('ZQ2');
  expect(directory.resolve(null, S1, 'ZQ1')).toBe('ZQ1');
});

test('a number that two names claim stays a number', () => {
  const directory = buildNodeDirectory(
    [
      log('a/cluster.log', { id: 's1', node: 'ZQ1' }, [
        line(null, isNode(false, { name: 'ZQ2', id: 2 })),
        line(null, isNode(false, { name: 'ZQ3', id: 2 })),
      ]),
    ],
    NO_SETTINGS,
  );
  expect(directory.resolve({ id: 2 }, S1, 'ZQ1')).toBe('Node 2');
});

test('numbers do not cross from one cluster to another', () => {
  const directory = buildNodeDirectory(
    [
      log('a/cluster.log', { id: 's1', node: 'A1' }, [
        line(null, isNode(false, { name: 'A2', id: 2 })),
      ]),
      log('b/cluster.log', { id: 's2', node: 'B1' }, [line(null, isNode(false, { id: 2 }))]),
    ],
    NO_SETTINGS,
  );
  expect(directory.resolve({ id: 2 }, S1, null)).toBe('A2');
  expect(directory.resolve({ id: 2 }, S2, null)).toBe('Node 2');
  expect(directory.clusterOf(S1)).not.toBe(directory.clusterOf(S2));
});

test('the ends of one heartbeat route join two logs, and an address with a name gives a number its name', () => {
  const route = (local: string, remote: string) =>
    line(null, {
      type: 'link',
      state: 'lost',
      scope: 'route',
      peer: { address: remote },
      localEndpoint: local,
      remoteEndpoint: remote,
    });
  const directory = buildNodeDirectory(
    [
      log('a.log', { id: 's1' }, [
        line(null, isNode(true, { id: 1 })),
        route('10.0.1.11:3343', '10.0.1.12:3343'),
      ]),
      log('b.log', { id: 's2' }, [
        line(null, isNode(true, { id: 2 })),
        route('10.0.1.12:~3343~', '10.0.1.11:~3343~'),
        line(null, isNode(false, { name: 'ZQ1', address: '10.0.1.11' })),
      ]),
    ],
    NO_SETTINGS,
  );
  expect(directory.claimOf(S1)).toMatchObject({ name: 'ZQ1', basis: 'inferred' });
  expect(directory.claimOf(S2)).toMatchObject({ name: 'Node 2', basis: 'inferred' });
  expect(directory.resolve({ address: '10.0.1.12:3343' }, S1, 'ZQ1')).toBe('Node 2');
});

test('the reader comes before the header, the header before numbers, the file name before the computer field', () => {
  const settings: ReaderSettings = { ...NO_SETTINGS, nodes: { [S1]: 'Reader' } };
  const lines = [line(null, isNode(true, { name: 'SELF', id: 1 }), { computer: 'COMPUTER' })];
  const claim = (about: Parameters<typeof log>[1], chosen = NO_SETTINGS, own = lines) =>
    buildNodeDirectory([log('x.log', { id: 's1', ...about }, own)], chosen).claimOf(S1).name;
  expect(claim({ node: 'HEADER' }, settings)).toBe('Reader');
  expect(claim({ node: 'HEADER' })).toBe('HEADER');
  expect(claim({ node: 'FILE', nodeBasis: 'inferred' })).toBe('SELF');
  const event = [line(null, { type: 'boot', node: null }, { computer: 'COMPUTER.example.com' })];
  expect(claim({ node: 'FILE', nodeBasis: 'inferred' }, NO_SETTINGS, event)).toBe('FILE');
  expect(claim({}, NO_SETTINGS, event)).toBe('COMPUTER');
});

test('records of several computers keep their own writer and leave the source open', () => {
  const directory = buildNodeDirectory(
    [
      log('forwarded.txt', { id: 's1' }, [
        line(null, { type: 'boot', node: null }, { computer: 'ZQ1' }),
        line(null, { type: 'boot', node: null }, { computer: 'ZQ2' }),
      ]),
    ],
    NO_SETTINGS,
  );
  expect(directory.claimOf(S1).name).toBeNull();
  expect(directory.writerOf(S1, 'zq2.example.com')).toBe('ZQ2');
});

test('unnamed nodes of two clusters are told apart by no more of their paths than it takes', () => {
  const unnamed = () => [line(null, isNode(true, { id: 1 }))];
  const claims = (...paths: string[]) => {
    const sources = paths.map((path, i) => log(path, { id: `s${i + 1}` }, unnamed()));
    const directory = buildNodeDirectory(sources, NO_SETTINGS);
    return sources.map(({ source }) => directory.claimOf(source.id).name);
  };
  expect(claims('../drop/of/zq/a.log')).toEqual(['Node 1']);
  expect(claims('../drop/of/zq/a.log', '../drop/of/zq/b.log')).toEqual([
    'Node 1 (a.log)',
    'Node 1 (b.log)',
  ]);
  expect(claims('/x/one/cluster.log', '/x/two/cluster.log')).toEqual([
    'Node 1 (one/cluster.log)',
    'Node 1 (two/cluster.log)',
  ]);
});

test('a number that only leaves a view is a node of its cluster too', () => {
  const sources = ['a.log', 'b.log'].map((path, i) =>
    log(path, { id: `s${i + 1}`, node: `N${i}` }, [line(null, view([1], { downers: [2] }))]),
  );
  const directory = buildNodeDirectory(sources, NO_SETTINGS);
  expect(directory.resolve({ id: 2 }, S1, null)).toBe('Node 2 (a.log)');
  expect(directory.resolve({ id: 2 }, S2, null)).toBe('Node 2 (b.log)');
  expect(directory.nodes.map(({ name }) => name)).toContain('Node 2 (a.log)');
});

test('logs of one path stay two clusters unless they name a common node', () => {
  const directory = buildNodeDirectory(
    ['s1', 's2'].map((id) => log('cluster.log', { id }, [line(null, isNode(true, { id: 1 }))])),
    NO_SETTINGS,
  );
  expect(directory.claimOf(S1).name).toBe('Node 1 (cluster.log)');
  expect(directory.claimOf(S2).name).toBe('Node 1 (cluster.log (2))');
  expect(directory.clusterOf(S1)).not.toBe(directory.clusterOf(S2));
});
