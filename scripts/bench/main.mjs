// `npm run bench [-- --megabytes N]`: measures the engine and the built page on one large log, in one run on one machine, and
// prints ratios. Needs a Chromium as `npm test` does. Nothing here passes or fails.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from '../browser.mjs';
import { ensureInstalled, root, SetupError } from '../setup.mjs';
import { ensureClusterLog } from './cluster-log.mjs';

const ROUNDS = 3;
/** Searches that are measured: a word, two plain expressions, one that must be run entry by entry, and one that columns narrow. */
const SEARCHES = [
  'clusterpartition2',
  String.raw`/gumId: \d+7, updates/`,
  String.raw`/(timed out|status|Error) .*11\d7/i`,
  String.raw`/resource\s+[^.]*Disk 2\b/`,
  'level:>=warning sanity',
];
/** `npm run bench -- --megabytes 64` for a quick look. */
const megabytes = Number(process.argv[process.argv.indexOf('--megabytes') + 1]) || 512;

try {
  ensureInstalled();
  await bench(ensureBrowser());
} catch (error) {
  process.stderr.write(`${error instanceof SetupError ? error.message : error.stack}\n`);
  process.exitCode = 1;
}

async function bench(executablePath) {
  const cache = join(root, 'node_modules', '.cache', 'heartline');
  mkdirSync(cache, { recursive: true });
  const log = join(cache, `bench-${megabytes}.log`);
  const bytes = ensureClusterLog(log, megabytes * 2 ** 20);
  print(
    `${(bytes / 2 ** 20).toFixed(0)} MiB cluster.log, best of ${ROUNDS}, ${new Date().toISOString().slice(0, 10)}`,
  );

  const { build, preview } = await import('vite');
  const { chromium } = await import('@playwright/test');
  const benchOut = join(cache, 'bench-page');
  await build({
    root: join(root, 'scripts/bench/page'),
    configFile: false,
    logLevel: 'warn',
    base: './',
    worker: { format: 'iife' },
    build: {
      outDir: benchOut,
      emptyOutDir: true,
      target: 'es2022',
      modulePreload: { polyfill: false },
    },
  });
  await build({
    root: join(root, 'app'),
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'warn',
  });

  const browser = await chromium.launch({
    executablePath,
    args: [
      '--disable-gpu',
      '--disable-background-networking',
      '--no-first-run',
      '--disable-dev-shm-usage',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
  try {
    const engine = await measureEngine(browser, preview, benchOut, log, bytes);
    await measurePage(browser, preview, log);
    measureLnav(log, engine);
  } finally {
    await browser.close();
  }
}

async function measureEngine(browser, preview, outDir, log, bytes) {
  const server = await preview({
    root: outDir,
    configFile: false,
    build: { outDir },
    preview: { port: 0, host: '127.0.0.1' },
    logLevel: 'silent',
  });
  const page = await browser.newPage();
  await page.goto(server.resolvedUrls.local[0]);
  await page.waitForSelector('html[data-bench=ready]');
  await page.setInputFiles('input', log);
  const best = { bare1: Infinity, bare2: Infinity, index1: Infinity, index2: Infinity };
  let indexed;
  for (let round = 0; round < ROUNDS; round++) {
    for (const workers of [1, 2]) {
      const bare = await page.evaluate((count) => window.bareBench(count), workers);
      indexed = await page.evaluate((count) => window.indexBench(count), workers);
      best[`bare${workers}`] = Math.min(best[`bare${workers}`], bare.ms);
      best[`index${workers}`] = Math.min(best[`index${workers}`], indexed.ms);
    }
  }
  const speed = (ms) => `${(bytes / 1e6 / (ms / 1000)).toFixed(0)} MB/s`;
  print(
    `bare read and newline count: ${speed(best.bare1)} with 1 worker, ${speed(best.bare2)} with 2`,
  );
  print(
    `indexing, facts included:    ${speed(best.index1)} with 1 worker, ${speed(best.index2)} with 2`,
  );
  print(
    `ratio indexing / bare:       ${(best.bare1 / best.index1).toFixed(2)} with 1 worker, ${(best.bare2 / best.index2).toFixed(2)} with 2 (reach 0.60)`,
  );
  print(
    `records ${indexed.records}, transitions ${indexed.transitions}, ${(indexed.columnBytes / indexed.records).toFixed(1)} bytes of columns a record (at most 32)`,
  );
  await measureSearch(page, best.bare2, speed);
  await page.close();
  await server.close();
  return best.index2;
}

async function measureSearch(page, bareMs, speed) {
  const rounds = [];
  for (let round = 0; round < ROUNDS; round++) {
    rounds.push(await page.evaluate((queries) => window.searchBench(2, queries), SEARCHES));
  }
  for (const [index, query] of SEARCHES.entries()) {
    const ms = Math.min(...rounds.map((results) => results[index].ms));
    const firstMs = Math.min(...rounds.map((results) => results[index].firstHitsMs));
    const { hits } = rounds[0][index];
    print(
      `search ${query}: first hits after ${firstMs.toFixed(0)} ms (reach 1000), whole ${speed(ms)}, ${(bareMs / ms).toFixed(2)} of bare (reach 0.50), ${hits} records`,
    );
  }
}

async function measurePage(browser, preview, log) {
  const server = await preview({
    root: join(root, 'app'),
    configFile: join(root, 'vite.config.ts'),
    preview: { port: 0, host: '127.0.0.1' },
    logLevel: 'silent',
  });
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.addInitScript(() => {
    globalThis.longTasks = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) globalThis.longTasks.push(entry.duration);
    }).observe({ type: 'longtask', buffered: true });
  });
  await page.goto(server.resolvedUrls.local[0]);
  await page.waitForSelector('html[data-heartline=empty]');
  await page.evaluate(() => {
    globalThis.longTasks.length = 0;
  });
  const started = Date.now();
  await page.setInputFiles('input[type=file][multiple]', log);
  await page.waitForSelector('[data-lane^="node:"], [data-lane*="/source:"]');
  print(`first lanes on the built page after ${((Date.now() - started) / 1000).toFixed(2)} s`);
  await page.waitForSelector('html[data-heartline=ready]', { timeout: 180_000 });
  print(`everything read after ${((Date.now() - started) / 1000).toFixed(2)} s`);
  const loading = await page.evaluate(() => globalThis.longTasks.slice());
  print(
    `main thread while loading: longest task ${longest(loading)} (reach none over 50 ms), ${loading.length} over 50 ms`,
  );

  await page.evaluate(() => {
    globalThis.longTasks.length = 0;
    performance.clearMeasures();
  });
  await page.evaluate(() => {
    globalThis.paints = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntriesByName('heartline:paint'))
        globalThis.paints.push(entry.duration);
    }).observe({ type: 'measure' });
  });
  const lanes = page.getByRole('treegrid', { name: 'Timeline' });
  const box = await lanes.boundingBox();
  const y = box.y + Math.min(box.height - 10, 140);
  // Zoomed in twofold, so that there is somewhere to go.
  await lanes.focus();
  for (let step = 0; step < 3; step++) await page.keyboard.press('+');
  await page.waitForTimeout(500);
  await page.evaluate(() => {
    globalThis.paints.length = 0;
  });
  for (const direction of [1, -1]) {
    await page.mouse.move(760 + 200 * direction, y);
    await page.mouse.down();
    for (let step = 0; step < 120; step++) {
      await page.mouse.move(760 + direction * (200 - 3 * step), y);
    }
    await page.mouse.up();
  }
  await page.waitForTimeout(200);
  const paints = await page.evaluate(() => globalThis.paints);
  const panning = await page.evaluate(() => globalThis.longTasks.slice());
  print(
    `panning: ${paints.length} frames, script p50 ${percentile(paints, 0.5)}, p95 ${percentile(paints, 0.95)} (reach 8 ms); longest task ${longest(panning)}`,
  );
  await context.close();
  await server.close();
}

function measureLnav(log, indexMs) {
  const lnav = spawnSync('lnav', ['-V'], { encoding: 'utf8' });
  if (lnav.status !== 0) {
    print('lnav is not installed: the comparison is left out (Debian: apt-get install lnav)');
    return;
  }
  const format = join(root, 'scripts/bench/lnav-format');
  const started = performance.now();
  const run = spawnSync(
    'lnav',
    ['-n', '-I', format, '-c', ';SELECT count(*) FROM wsfc_bench', '-c', ':write-csv-to -', log],
    { encoding: 'utf8', maxBuffer: 2 ** 28 },
  );
  const ms = performance.now() - started;
  const rows = /^(\d+)\s*$/m.exec(run.stdout)?.[1] ?? 'no';
  print(
    `${lnav.stdout.trim()}: ${(ms / 1000).toFixed(2)} s for ${rows} rows, no facts; indexing is ${(ms / indexMs).toFixed(2)} times as fast (reach 2)`,
  );
}

function percentile(values, share) {
  if (values.length === 0) return 'not measured';
  const sorted = [...values].sort((a, b) => a - b);
  return `${sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))].toFixed(1)} ms`;
}

function longest(tasks) {
  return tasks.length === 0 ? 'under 50 ms' : `${Math.max(...tasks).toFixed(0)} ms`;
}

function print(line) {
  process.stdout.write(`${line}\n`);
}
