// `npm run --silent inspect -- ARGS`: bundles src/inspect/main.ts for Node when it has changed, then
// runs it here, so that its output and its exit code are this process's own.
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled, root, SetupError } from './setup.mjs';

const cache = join(root, 'node_modules', '.cache', 'heartline');

/** Changes with anything that goes into the bundle. */
function hashOfSources() {
  const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:ts|json)$/.test(path) && !/\.(?:test|testing)\.ts$/.test(path))
    .sort()
    .map((path) => join('src', path));
  const hash = createHash('sha256');
  for (const path of [...sources, 'package-lock.json', 'scripts/inspect.mjs']) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0');
  }
  return hash.digest('hex').slice(0, 16);
}

/** @returns {Promise<string>} the path of a bundle of the sources as they are now */
async function ensureBundle() {
  const name = `inspect-${hashOfSources()}.mjs`;
  const path = join(cache, name);
  if (existsSync(path)) return path;

  mkdirSync(cache, { recursive: true });
  const isOld = (/** @type {string} */ file) => /^inspect-\w+\.mjs$/.test(file) && file !== name;
  for (const old of readdirSync(cache).filter(isOld)) rmSync(join(cache, old), { force: true });
  // Built aside and renamed: two that start at once never read half a file.
  const folder = mkdtempSync(join(cache, 'inspect-build-'));
  try {
    const { build } = await import('vite');
    await build({
      root,
      configFile: false,
      logLevel: 'silent',
      ssr: { noExternal: true },
      build: {
        ssr: 'src/inspect/main.ts',
        outDir: folder,
        target: 'node20',
        minify: false,
        rolldownOptions: { output: { entryFileNames: name, codeSplitting: false } },
      },
    });
    renameSync(join(folder, name), path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return path;
}

/**
 * Node writes to a pipe in the background, and process.exit() drops what a slow reader has not
 * taken yet; so writes wait for the reader. A reader that has seen enough, as `head`, is no error.
 */
function flushStdoutAtOnce() {
  const { stdout } = process;
  const { _handle: handle } = /** @type {{ _handle?: { setBlocking?: (on: boolean) => void } }} */ (
    /** @type {unknown} */ (stdout)
  );
  handle?.setBlocking?.(true);
  stdout.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
}

try {
  ensureInstalled({ log: 'stderr' });
  const bundle = await ensureBundle();
  // npm runs scripts in the folder of package.json; paths are meant from where the user typed them.
  if (process.env.npm_lifecycle_event === 'inspect' && process.env.INIT_CWD) {
    process.chdir(process.env.INIT_CWD);
  }
  // Node 20 calls openAsBlob experimental on every run.
  process.removeAllListeners('warning');
  process.on('warning', (warning) => {
    if (warning.name !== 'ExperimentalWarning') console.error(String(warning));
  });
  flushStdoutAtOnce();
  process.argv = [process.execPath, bundle, ...process.argv.slice(2)];
  await import(pathToFileURL(bundle).href);
} catch (error) {
  const isOurs = error instanceof SetupError || !(error instanceof Error);
  process.stderr.write(`${isOurs ? String(error) : (error.stack ?? error.message)}\n`);
  process.exitCode = 1;
}
