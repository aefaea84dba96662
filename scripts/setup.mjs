// Installs the project's packages when they are missing or no longer those of the lock file.
// Node built-ins only: it runs in a bare clone, and without a shell, so it is the same everywhere.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of package.json. */
export const root = fileURLToPath(new URL('..', import.meta.url));

const oldestNode = /** @type {const} */ ([20, 19]);
const stampPath = join(root, 'node_modules', '.heartline-installed');

/** An error whose message says it all to the user; it is printed without a stack. */
export class SetupError extends Error {}

/**
 * Makes sure of Node's version and of the packages.
 * @param {{ log?: 'stdout' | 'stderr' }} [options] where the installer may write
 */
export function ensureInstalled({ log = 'stdout' } = {}) {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < oldestNode[0] || (major === oldestNode[0] && minor < oldestNode[1])) {
    throw new SetupError(
      `Node ${oldestNode.join('.')} or newer is needed; this is ${process.versions.node}.`,
    );
  }

  const stamp = stampOfLock();
  if (existsSync(stampPath) && readFileSync(stampPath, 'utf8') === stamp) return;
  if (!isInstalledByHand()) {
    process.stderr.write('Installing the packages of package-lock.json ...\n');
    runNpm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], log);
  }
  writeFileSync(stampPath, stamp);
}

/** Changes whenever the installed packages have to. */
function stampOfLock() {
  const lock = readFileSync(join(root, 'package-lock.json'));
  const hash = createHash('sha256').update(lock).digest('hex');
  return `${hash} ${process.platform}-${process.arch} node-${process.versions.node.split('.')[0]}\n`;
}

/**
 * Whether somebody else's `npm ci` or `npm install` already left exactly the locked packages, by
 * npm's own record of them. A record made on another platform does not count.
 */
function isInstalledByHand() {
  const recordPath = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(recordPath)) return false;
  const locked = packagesIn(join(root, 'package-lock.json'));
  const installed = packagesIn(recordPath);
  for (const [path, { version, optional, devOptional }] of Object.entries(locked)) {
    const found = installed[path];
    const mayBeAbsent = optional === true || devOptional === true;
    if (path !== '' && found?.version !== version && !(found === undefined && mayBeAbsent)) {
      return false;
    }
  }
  return Object.entries(installed).every(
    ([path, { os, cpu }]) =>
      path in locked &&
      (os === undefined || os.includes(process.platform)) &&
      (cpu === undefined || cpu.includes(process.arch)),
  );
}

/**
 * @param {string} path
 * @returns {Record<string, { version?: string; optional?: boolean; devOptional?: boolean; os?: string[]; cpu?: string[] }>}
 */
function packagesIn(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages ?? {};
}

/**
 * Runs npm through its own JavaScript: Windows has no `npm` that starts without a shell.
 * @param {readonly string[]} args
 * @param {'stdout' | 'stderr'} log
 */
function runNpm(args, log) {
  const cli = findNpmCli();
  const [command, first] = cli === undefined ? ['npm', []] : [process.execPath, [cli]];
  const { status, error } = spawnSync(command, [...first, ...args], {
    cwd: root,
    // Descriptor 2 is standard error: nothing may reach standard output but what was asked for.
    stdio: ['ignore', log === 'stdout' ? 'inherit' : 2, 'inherit'],
  });
  if (status !== 0) {
    const reason = error === undefined ? '' : ` (${error.message})`;
    throw new SetupError(`"npm ${args.join(' ')}" failed${reason}; run it by hand to see why.`);
  }
}

/** @returns {string | undefined} */
function findNpmCli() {
  const running = process.env.npm_execpath;
  const binFolder = dirname(process.execPath);
  const candidates = [
    ...(running !== undefined && basename(running) === 'npm-cli.js' ? [running] : []),
    join(binFolder, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(binFolder, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    '/usr/share/nodejs/npm/bin/npm-cli.js',
  ];
  return candidates.find((path) => existsSync(path));
}

/**
 * The JavaScript file behind a package's command, for `node <file>`.
 * @param {string} packageName
 * @param {string} [command] the package's own name when not given
 */
export function binOf(packageName, command = basename(packageName)) {
  const require = createRequire(join(root, 'package.json'));
  const folders = require.resolve.paths(packageName) ?? [];
  const folder = folders.map((path) => join(path, packageName)).find((path) => existsSync(path));
  if (folder === undefined) throw new SetupError(`The package ${packageName} is not installed.`);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = typeof bin === 'string' ? bin : bin?.[command];
  if (file === undefined) throw new SetupError(`${packageName} has no command "${command}".`);
  return join(folder, file);
}
