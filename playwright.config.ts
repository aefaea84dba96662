import { defineConfig } from '@playwright/test';
import { freePort } from './scripts/free-port.mjs';

/**
 * Kept in the environment, because every worker reads this file again and must find the same port.
 * A port of our own means that the pages under test are this build's and no other's.
 */
process.env.HEARTLINE_E2E_PORT ??= String(await freePort());
const port = process.env.HEARTLINE_E2E_PORT;
const baseURL = `http://127.0.0.1:${port}/`;
const isRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  // Pictures are compared on one platform only, so their names do not say which.
  snapshotPathTemplate: '{testDir}/pictures/{testFileName}/{arg}{ext}',
  forbidOnly: Boolean(process.env.CI),
  fullyParallel: true,
  retries: 0,
  reporter: [['list'], ['json', { outputFile: 'reports/e2e.json' }]],
  use: {
    baseURL,
    browserName: 'chromium',
    timezoneId: 'UTC',
    locale: 'en-US',
    viewport: { width: 1440, height: 900 },
    trace: 'retain-on-failure',
    launchOptions: {
      ...(process.env.HEARTLINE_CHROMIUM ? { executablePath: process.env.HEARTLINE_CHROMIUM } : {}),
      args: [
        // Chromium's sandbox refuses to run as root.
        ...(isRoot ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
        '--disable-dev-shm-usage',
        '--font-render-hinting=none',
        '--force-color-profile=srgb',
      ],
    },
  },
  webServer: {
    command: `node node_modules/vite/bin/vite.js preview --host 127.0.0.1 --port ${port} --strictPort`,
    url: baseURL,
    stdout: 'ignore',
    stderr: 'pipe',
    // Its messages are read as plain text.
    env: { FORCE_COLOR: '0' },
  },
});
