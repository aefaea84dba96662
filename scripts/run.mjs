// `npm start` and `npm test`. Node built-ins only until the packages are there, and no shell: the
// same under cmd, PowerShell and bash.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { countPlaywright, countVitest } from './results.mjs';
import { binOf, ensureInstalled, root, SetupError } from './setup.mjs';

/** @typedef {import('./results.mjs').Counts} Counts */
/** @typedef {{ title: string; run: () => Counts }} Stage */

const vite = () => binOf('vite');
const reports = join(root, 'reports');

/**
 * Runs a JavaScript program of the project or of a package, its output going where ours goes.
 * @param {string} file
 * @param {readonly string[]} [args]
 * @param {Readonly<Record<string, string>>} [env] added to ours
 * @returns {number | null} the exit code, null when a signal ended it
 */
function runNode(file, args = [], env = {}) {
  return spawnSync(process.execPath, [file, ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...plainOutput(), ...env },
  }).status;
}

/** Our environment, without colours when the output is not read on a terminal. */
function plainOutput() {
  const { FORCE_COLOR, ...env } = process.env;
  if (process.stdout.isTTY) return process.env;
  return { ...env, NO_COLOR: '1' };
}

/**
 * A check that passes or fails as a whole.
 * @param {string} title
 * @param {() => number | null} run
 * @returns {Stage}
 */
function check(title, run) {
  return {
    title,
    run: () =>
      run() === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 },
  };
}

/**
 * A test runner that writes a JSON report.
 * @param {string} title
 * @param {string} reportName
 * @param {(reportPath: string) => number | null} run
 * @param {(report: unknown, status: number | null) => Counts} count
 * @returns {Stage}
 */
function tests(title, reportName, run, count) {
  const path = join(reports, reportName);
  return {
    title,
    run: () => {
      // A report of an earlier run must not speak for this one.
      rmSync(path, { force: true });
      const status = run(path);
      return count(readReport(path), status);
    },
  };
}

/**
 * @param {string} path
 * @returns {unknown} undefined when there is no whole report
 */
function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * The unit tests under one process time zone: results must not depend on where the reader sits.
 * @param {string} zone
 * @returns {Stage}
 */
function unitTests(zone) {
  return tests(
    `unit tests, TZ=${zone}`,
    `unit-${zone.replace('/', '-')}.json`,
    (path) =>
      runNode(
        binOf('vitest'),
        ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${path}`],
        { TZ: zone },
      ),
    countVitest,
  );
}

/**
 * @param {string} browser
 * @returns {Stage[]}
 */
function stages(browser) {
  const script = (/** @type {string} */ name) => join(root, 'scripts', name);
  return [
    check('lint and format (repair: npm run fix)', () =>
      runNode(binOf('@biomejs/biome'), ['check', '.']),
    ),
    check('types', () => runNode(binOf('typescript', 'tsc'), ['-b'])),
    check('import direction', () => runNode(script('check-imports.mjs'))),
    check('unused code', () => runNode(binOf('knip'), ['--no-progress'])),
    unitTests('UTC'),
    unitTests('America/New_York'),
    check('build', () => runNode(vite(), ['build'])),
    check('build, single file', () => runNode(vite(), ['build', '--mode', 'single'])),
    check('size of the first load', () => runNode(script('check-size.mjs'))),
    tests(
      'browser tests',
      'e2e.json',
      // playwright.config.ts names the report.
      () =>
        runNode(binOf('@playwright/test', 'playwright'), ['test'], { HEARTLINE_CHROMIUM: browser }),
      countPlaywright,
    ),
  ];
}

/** Runs every stage up to the first that fails. The last line is `N passed, N failed`, alone. */
async function test() {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  /** @type {string[]} */
  const table = [];
  try {
    ensureInstalled();
    mkdirSync(reports, { recursive: true });
    const browser = ensureBrowser();
    for (const { title, run } of stages(browser)) {
      print(`\n== ${title}`);
      const started = performance.now();
      const counts = run();
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
      table.push(
        `${counts.failed === 0 ? 'ok  ' : 'FAIL'} ${title}: ${counts.passed} passed, ${counts.failed} failed${skipped} (${seconds} s)`,
      );
      sum.passed += counts.passed;
      sum.failed += counts.failed;
      if (counts.failed > 0) break;
    }
  } catch (error) {
    sum.failed += 1;
    table.push(`FAIL ${describe(error)}`);
  }
  print(`\n${table.join('\n')}\n`);
  print(`${sum.passed} passed, ${sum.failed} failed`);
  process.exitCode = sum.failed === 0 ? 0 : 1;
}

/** Builds the page, serves it on this machine only and opens it. */
async function start() {
  ensureInstalled();
  if (runNode(vite(), ['build', '--logLevel', 'warn']) !== 0) {
    throw new SetupError('The build failed; the reason is above.');
  }
  const { preview } = await import('vite');
  const mayOpen = !process.env.CI && !process.env.HEARTLINE_NO_OPEN;
  process.chdir(root);
  const server = await preview({
    logLevel: 'error',
    // The next free port when this one is taken.
    preview: { host: '127.0.0.1', port: 4173, strictPort: false, open: mayOpen && '/#sample' },
  });
  const url = server.resolvedUrls?.local[0] ?? 'http://127.0.0.1:4173/';
  print(`Heartline runs at ${url}#sample\nNothing leaves this machine. Ctrl+C ends it.`);
}

/** @param {string} text */
function print(text) {
  process.stdout.write(`${text}\n`);
}

/** @param {unknown} error */
function describe(error) {
  if (error instanceof SetupError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

const commands = /** @type {Record<string, () => Promise<void>>} */ ({ start, test });
const command = commands[process.argv[2] ?? ''];
if (command === undefined) {
  process.stderr.write('Usage: node scripts/run.mjs start | test\n');
  process.exitCode = 2;
} else {
  try {
    await command();
  } catch (error) {
    process.stderr.write(`${describe(error)}\n`);
    process.exitCode = 1;
  }
}
