import { describe, expect, test } from 'vitest';
import { faultOfImport, faultOfPlace } from './import-rules.mjs';

describe('allowed imports', () => {
  test.each([
    ['src/base/result.ts', './assert.ts'],
    ['src/formats/corosync/scan.ts', '../../base/assert.ts'],
    ['src/formats/corosync/scan.ts', '../format.ts'],
    ['src/formats/registry.ts', './corosync/corosync.ts'],
    ['src/formats/wsfc-cluster-log/scan.ts', '../windows-events/catalogue.ts'],
    ['src/formats/corosync/corosync.test.ts', '../../worker/engine.ts'],
    ['src/formats/corosync/corosync.test.ts', 'node:fs'],
    ['src/formats/corosync/corosync.test.ts', '../harness.testing.ts'],
    ['src/formats/harness.testing.ts', 'vitest'],
    ['src/worker/host.ts', '../permalink/codec.ts'],
    ['src/search/select-records.ts', '../analysis/node-spelling.ts'],
    ['src/inspect/main.ts', 'node:fs'],
    ['src/timeline/scale.ts', 'd3'],
    ['app/main.tsx', './styles.css'],
    ['app/import/engine.ts', '../../src/worker/host.ts?worker&inline'],
    ['app/main.tsx', 'react'],
    ['e2e/empty.spec.ts', './fixtures/test.ts'],
    ['e2e/empty.spec.ts', 'node:fs/promises'],
    ['scripts/bench/main.mjs', '../../src/base/assert.ts'],
  ])('%s may import %s', (importer, specifier) => {
    expect(faultOfImport(importer, specifier)).toBeUndefined();
  });
});

describe('refused imports', () => {
  test.each([
    ['src/base/assert.ts', '../time/instant.ts', 'src/base may import only base'],
    ['src/ingest/open.ts', '../analysis/fold.ts', 'src/ingest may import only'],
    ['src/search/query.ts', '../timeline/lane.ts', 'src/search may import only base'],
    ['src/permalink/codec.ts', '../worker/engine.ts', 'src/permalink may import only'],
    ['src/time/instant.ts', '../../app/store/store.ts', 'src imports nothing outside src'],
    ['src/time/instant.test.ts', '../../app/store/store.ts', 'src imports nothing outside src'],
    ['src/time/instant.ts', './zone.test.ts', 'nothing but tests imports a test'],
    ['src/time/instant.ts', './zone.testing.ts', 'nothing but tests imports a test'],
    ['src/time/instant.ts', 'fast-check', 'is for tests'],
    ['src/formats/corosync/scan.ts', '../pacemaker/scan.ts', 'a format knows no other format'],
    ['src/ingest/open.ts', 'node:fs', "Node's own modules"],
    ['src/ingest/open.ts', 'fs', "Node's own modules"],
    ['app/main.tsx', 'node:path', "Node's own modules"],
    ['src/model/source.ts', 'zustand/vanilla', 'belongs to the page'],
    ['src/model/source.ts', 'react', 'belongs to the page'],
    ['src/model/source.ts', './level', 'names its extension'],
    ['app/main.tsx', '../e2e/fixtures/test.ts', 'app imports only app and src'],
    ['e2e/empty.spec.ts', '../src/base/assert.ts', 'e2e imports neither'],
    ['e2e/pages/timeline.ts', '../../app/store/store.ts', 'e2e imports neither'],
  ])('%s may not import %s', (importer, specifier, rule) => {
    expect(faultOfImport(importer, specifier)?.rule).toContain(rule);
  });
});

test('a file of src stands in a folder of the order', () => {
  expect(faultOfPlace('src/base/assert.ts')).toBeUndefined();
  expect(faultOfPlace('src/assert.ts')?.rule).toContain('every file of src');
  expect(faultOfPlace('src/utils/assert.ts')?.rule).toContain('every file of src');
  expect(faultOfPlace('app/main.tsx')).toBeUndefined();
});
