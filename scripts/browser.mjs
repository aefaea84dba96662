// Finds a Chromium for the browser tests, or installs one.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { binOf, SetupError } from './setup.mjs';

/** @returns {string} the path of the browser's program */
export function ensureBrowser() {
  const chosen = process.env.HEARTLINE_CHROMIUM;
  if (chosen !== undefined && chosen !== '') {
    if (existsSync(chosen)) return chosen;
    throw new SetupError(`HEARTLINE_CHROMIUM names ${chosen}, which does not exist.`);
  }
  return findInstalled() ?? findPlaywrights() ?? installFromDebian() ?? installOwn();
}

/** @returns {string | undefined} */
function findInstalled() {
  return candidates().find((path) => existsSync(path));
}

/** Chrome, Chromium and Edge where each platform keeps them. @returns {string[]} */
function candidates() {
  switch (process.platform) {
    case 'win32': {
      const { ProgramFiles, LOCALAPPDATA } = process.env;
      return [ProgramFiles, process.env['ProgramFiles(x86)'], LOCALAPPDATA].flatMap((folder) =>
        folder === undefined
          ? []
          : [
              join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
              join(folder, 'Chromium', 'Application', 'chrome.exe'),
              join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
            ],
      );
    }
    case 'darwin':
      return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
        ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) =>
          join(folder, `${name}.app`, 'Contents', 'MacOS', name),
        ),
      );
    default: {
      const folders = (process.env.PATH ?? '').split(delimiter).concat('/usr/bin', '/snap/bin');
      const names = [
        'chromium',
        'chromium-browser',
        'google-chrome-stable',
        'google-chrome',
        'microsoft-edge-stable',
        'microsoft-edge',
      ];
      return names.flatMap((name) => folders.map((folder) => join(folder, name)));
    }
  }
}

/** The browser that Playwright itself downloaded, if it did. */
function findPlaywrights() {
  /** @type {typeof import('@playwright/test')} */
  const { chromium } = createRequire(import.meta.url)('@playwright/test');
  const path = chromium.executablePath();
  return path !== '' && existsSync(path) ? path : undefined;
}

/** @returns {string | undefined} */
function installFromDebian() {
  const isRoot = process.getuid?.() === 0;
  if (process.platform !== 'linux' || !isRoot || !existsSync('/usr/bin/apt-get')) return undefined;
  process.stderr.write('Installing Chromium with apt-get ...\n');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update'], ['install', '-y', 'chromium']]) {
    // Its own output goes to standard error, for it is no result of the tests.
    spawnSync('apt-get', ['-q', ...args], { stdio: ['ignore', 2, 'inherit'], env });
  }
  return findInstalled();
}

function installOwn() {
  process.stderr.write('Installing Chromium with Playwright ...\n');
  spawnSync(process.execPath, [binOf('@playwright/test', 'playwright'), 'install', 'chromium'], {
    stdio: ['ignore', 2, 'inherit'],
  });
  const path = findPlaywrights();
  if (path !== undefined) return path;
  throw new SetupError(
    'No browser was found or could be installed: install Chrome, Chromium or Edge, or set HEARTLINE_CHROMIUM to the path of one.',
  );
}
