// The direction of imports, as pure functions over paths: which file may import what, and why not.
import { isBuiltin } from 'node:module';
import { posix } from 'node:path';

/** The engine's folders: each may import itself and those before it. */
const layers = [
  'base',
  'time',
  'model',
  'formats',
  'ingest',
  'analysis',
  'search',
  'timeline',
  'permalink',
];

/** Folders that put the engine to use: each may import any layer, and no layer may import them. */
const shells = ['worker', 'inspect'];

/** Format folders that other formats may import, with the reason. */
const sharedFormats = new Map([
  ['windows-events', 'its catalogue of event ids serves every format that carries Windows events'],
]);

/** Packages that belong to the page, so that the engine also runs in workers and under Node. */
const pagePackages = [
  '@base-ui/react',
  '@tanstack/react-virtual',
  'idb-keyval',
  'lucide-react',
  'react',
  'react-dom',
  'react-resizable-panels',
  'tinykeys',
  'zustand',
];

/** @typedef {{ rule: string; repair: string }} Fault */

/** Packages that only tests use; their types also bring Node's own names into every file of src. */
const testPackages = ['@date-fns/tz', 'fast-check', 'vitest'];

/** A test, or what only tests share: `x.test.ts`, `x.testing.ts`. @param {string} path */
export const isTest = (path) => /\.(?:test|testing)\.tsx?$/.test(path);

/**
 * @param {string} importer path relative to the repository, with slashes
 * @param {string} specifier as written, e.g. `../base/assert.ts` or `node:fs`
 * @returns {Fault | undefined} undefined when the import is allowed
 */
export function faultOfImport(importer, specifier) {
  const [bare = ''] = specifier.split('?');
  if (isBuiltin(bare)) return faultOfBuiltin(importer);
  if (!/^\.{1,2}\//.test(bare)) return faultOfPackage(importer, bare);
  if (posix.extname(bare) === '') {
    return {
      rule: 'the import of a file of ours names its extension',
      repair: `write "${bare}.ts" or "${bare}.tsx"`,
    };
  }
  return faultOfFile(importer, posix.join(posix.dirname(importer), bare));
}

/**
 * @param {string} importer
 * @returns {Fault | undefined}
 */
function faultOfBuiltin(importer) {
  const runsUnderNode =
    isTest(importer) || importer.startsWith('src/inspect/') || !/^(src|app)\//.test(importer);
  return runsUnderNode
    ? undefined
    : {
        rule: "Node's own modules are for src/inspect, scripts, e2e, configs and tests",
        repair: 'take a Blob, bytes or text as an argument and let the caller read the file',
      };
}

/**
 * @param {string} importer
 * @param {string} name
 * @returns {Fault | undefined}
 */
function faultOfPackage(importer, name) {
  if (!importer.startsWith('src/') || isTest(importer)) return undefined;
  const isOneOf = (/** @type {readonly string[]} */ packages) =>
    packages.some((pkg) => name === pkg || name.startsWith(`${pkg}/`));
  if (isOneOf(testPackages)) {
    return {
      rule: `"${name}" is for tests`,
      repair: 'call the file x.testing.ts when only tests use it, else do without the package',
    };
  }
  if (!isOneOf(pagePackages)) return undefined;
  return {
    rule: `"${name}" belongs to the page; src is plain TypeScript`,
    repair: 'move what needs it to app, or pass its result in as data',
  };
}

/**
 * @param {string} importer
 * @param {string} target
 * @returns {Fault | undefined}
 */
function faultOfFile(importer, target) {
  const [from, to] = [topOf(importer), topOf(target)];
  if (from === 'src' && to === 'src') return faultInsideSrc(importer, target);
  if (from === 'src') {
    return {
      rule: 'src imports nothing outside src',
      repair: 'move the needed code to a folder of src, or pass it in as an argument',
    };
  }
  if (from === 'app' && to !== 'src' && to !== 'app') {
    return {
      rule: 'app imports only app and src',
      repair: 'move the needed code to app or src',
    };
  }
  if (from === 'e2e' && to !== 'e2e') {
    return {
      rule: 'e2e imports neither app nor src: it knows the page only as a reader does',
      repair: 'find things by role and label, and write expected values out',
    };
  }
  return undefined;
}

/**
 * @param {string} importer
 * @param {string} target
 * @returns {Fault | undefined}
 */
function faultInsideSrc(importer, target) {
  if (isTest(importer)) return undefined;
  if (isTest(target)) {
    return {
      rule: 'nothing but tests imports a test',
      repair: 'move the shared part to a file of its own',
    };
  }
  const [from, to] = [folderOf(importer), folderOf(target)];
  if (shells.includes(from)) return undefined;
  const [fromRank, toRank] = [layers.indexOf(from), layers.indexOf(to)];
  if (toRank === -1 || fromRank < toRank) {
    return {
      rule: `src/${from} may import only ${layers.slice(0, fromRank + 1).join(', ')}`,
      repair: `move the shared part down to src/${from} or below, or pass it in as an argument`,
    };
  }
  return from === 'formats' ? faultBetweenFormats(importer, target) : undefined;
}

/**
 * @param {string} importer
 * @param {string} target
 * @returns {Fault | undefined}
 */
function faultBetweenFormats(importer, target) {
  const [from, to] = [formatOf(importer), formatOf(target)];
  if (from === undefined || to === undefined || from === to || sharedFormats.has(to)) {
    return undefined;
  }
  return {
    rule: 'a format knows no other format',
    repair:
      'move the shared part to a file in src/formats, or name the folder in sharedFormats of scripts/import-rules.mjs with the reason',
  };
}

/**
 * @param {string} path relative to the repository, with slashes
 * @returns {Fault | undefined}
 */
export function faultOfPlace(path) {
  if (topOf(path) !== 'src') return undefined;
  const folder = folderOf(path);
  if (layers.includes(folder) || shells.includes(folder)) return undefined;
  return {
    rule: `every file of src is in one of ${[...layers, ...shells].join(', ')}`,
    repair: 'move it there, or give the new folder its place in layers of scripts/import-rules.mjs',
  };
}

/** The fault of a file of src that only re-exports. @type {Fault} */
export const barrel = {
  rule: 'no barrels in src: they hide what depends on what and load more than is used',
  repair: 'delete the file and import from the files that define the names',
};

/** @param {string} path */
const topOf = (path) => (path.includes('/') ? path.slice(0, path.indexOf('/')) : '');

/** `base` for src/base/assert.ts, the file's own name for one right in src. @param {string} path */
const folderOf = (path) => path.split('/')[1] ?? '';

/** `corosync` for src/formats/corosync/scan.ts, undefined for src/formats/format.ts. @param {string} path */
function formatOf(path) {
  const [, , format, ...rest] = path.split('/');
  return rest.length > 0 ? format : undefined;
}
