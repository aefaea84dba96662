// Checks every import in src, app, e2e and scripts against import-rules.mjs.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { parseSync, Visitor } from 'vite';
import { barrel, faultOfImport, faultOfPlace, isTest } from './import-rules.mjs';
import { root } from './setup.mjs';

/** @typedef {import('./import-rules.mjs').Fault} Fault */

/**
 * The modules of a folder, as paths relative to the repository, with slashes.
 * @param {string} folder
 * @returns {string[]}
 */
function modulesIn(folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:m?[jt]s|tsx)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/**
 * What a module imports, in any way: statements, re-exports, `import()` and types of `import('x')`.
 * @param {string} path
 */
function readModule(path) {
  const text = readFileSync(join(root, path), 'utf8');
  const { program, errors } = parseSync(path, text);
  /** @type {{ specifier: string; line: number }[]} */
  const imports = [];
  /** @param {{ source?: unknown }} node */
  const add = ({ source }) => {
    const literal = /** @type {{ value?: unknown; start: number } | null | undefined} */ (source);
    if (typeof literal?.value !== 'string') return;
    const line = text.slice(0, literal.start).split('\n').length;
    imports.push({ specifier: literal.value, line });
  };
  new Visitor({
    ImportDeclaration: add,
    ExportNamedDeclaration: add,
    ExportAllDeclaration: add,
    ImportExpression: add,
    TSImportType: add,
  }).visit(program);
  const onlyReExports =
    program.body.length > 0 &&
    program.body.every(
      (statement) =>
        statement.type === 'ExportAllDeclaration' ||
        (statement.type === 'ExportNamedDeclaration' && statement.source !== null),
    );
  return { imports, onlyReExports, errors };
}

/** @param {{ at: string; what: string; fault: Fault }} finding */
const toText = ({ at, what, fault }) =>
  `${at}: ${what}\n    rule:   ${fault.rule}\n    repair: ${fault.repair}`;

let importCount = 0;
const modules = ['src', 'app', 'e2e', 'scripts'].flatMap(modulesIn);
const findings = modules.flatMap((path) => {
  const { imports, onlyReExports, errors } = readModule(path);
  importCount += imports.length;
  const faults = imports.flatMap(({ specifier, line }) => {
    const fault = faultOfImport(path, specifier);
    return fault ? [{ at: `${path}:${line}`, what: `imports "${specifier}"`, fault }] : [];
  });
  const misplaced = faultOfPlace(path);
  if (misplaced) faults.push({ at: path, what: 'is in no folder of the order', fault: misplaced });
  if (onlyReExports && path.startsWith('src/') && !isTest(path)) {
    faults.push({ at: path, what: 'only re-exports', fault: barrel });
  }
  if (errors[0]) {
    const fault = { rule: 'every module can be read', repair: 'see "npm run typecheck"' };
    faults.push({ at: path, what: errors[0].message, fault });
  }
  return faults;
});

for (const finding of findings) console.error(toText(finding));
console.log(
  `${importCount} imports in ${modules.length} modules, ${findings.length} against the rules`,
);
if (findings.length > 0) process.exitCode = 1;
