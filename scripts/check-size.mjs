// Says how much the first load of the hosted build weighs, and fails when that is too much.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from './setup.mjs';

const limitBytes = 250_000;
const dist = join(root, 'dist');

/** The page, its scripts with all that they import at once, and its styles; not what is loaded on demand. */
function firstLoad() {
  const html = readFileSync(join(dist, 'index.html'), 'utf8');
  const tags = html.match(/<(?:script|link)\b[^>]*>/g) ?? [];
  const assets = tags
    .filter((tag) => /^<script|rel="(?:stylesheet|modulepreload)"/.test(tag))
    .flatMap((tag) => /\b(?:src|href)="\.?\/?([^"]+)"/.exec(tag)?.[1] ?? []);
  return ['index.html', ...new Set(assets)];
}

if (existsSync(join(dist, 'index.html'))) {
  const files = firstLoad().map((name) => ({
    name,
    bytes: gzipSync(readFileSync(join(dist, name)), { level: 9 }).length,
  }));
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const kB = (/** @type {number} */ bytes) => `${(bytes / 1000).toFixed(1).padStart(7)} kB`;
  for (const { name, bytes } of files) console.log(`${kB(bytes)}  ${name}`);
  console.log(`${kB(total)}  first load, gzip; the limit is ${limitBytes / 1000} kB`);
  if (total >= limitBytes) {
    console.error('Load less at first: import rarely used parts with import().');
    process.exitCode = 1;
  }
} else {
  console.error('dist/index.html is missing: run "npm run build" first.');
  process.exitCode = 1;
}
