import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/** Directive to sources, in the order in which they are written. */
type Policy = Readonly<Record<string, string>>;

/**
 * What both builds share. Nothing may be fetched and nothing may be sent. Workers start from Blob
 * URLs only: a Blob worker inherits the policy of its page, whereas a worker with a URL of its own
 * would be bound only by headers, which a plain file host cannot set.
 */
const common: Policy = {
  'default-src': "'none'",
  'worker-src': 'blob:',
  'connect-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
};

const hosted: Policy = {
  ...common,
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data: blob:",
  'font-src': "'self' data:",
};

/** `default-src 'none'; worker-src blob:; ...` */
function toText(policy: Policy): string {
  return Object.entries(policy)
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; ');
}

/** The policy as a response header. `frame-ancestors` works only there: a meta element ignores it. */
export const cspHeader = toText({ ...hosted, 'frame-ancestors': "'none'" });

/** Puts the policy right after the charset, so that it precedes whatever it governs. */
function insertPolicy(html: string, policy: Policy): string {
  const charset = /<meta charset="utf-8"\s*\/?>/i;
  if (!charset.test(html)) throw new Error('index.html has no <meta charset="utf-8"> to follow');
  const meta = `<meta http-equiv="Content-Security-Policy" content="${toText(policy)}" />`;
  return html.replace(charset, (found) => `${found}\n    ${meta}`);
}

/** The hosted build: scripts and styles come from the page's own origin. */
export function hostedCsp(): Plugin {
  return {
    name: 'heartline:hosted-csp',
    apply: 'build',
    transformIndexHtml: { order: 'post', handler: (html) => insertPolicy(html, hosted) },
  };
}

/** `'sha256-...'` of the text of every inline script and style element of the page. */
function hashInline(html: string): { readonly script: string; readonly style: string } {
  const hashes: { script: string[]; style: string[] } = { script: [], style: [] };
  // One pattern for both, so that a "<style" inside the text of a script is not taken for an element.
  for (const found of html.matchAll(/<(script|style)\b[^>]*>([\s\S]*?)<\/\1>/g)) {
    const [, element, text = ''] = found;
    const hash = createHash('sha256').update(text).digest('base64');
    hashes[element === 'script' ? 'script' : 'style'].push(`'sha256-${hash}'`);
  }
  return { script: hashes.script.join(' ') || "'none'", style: hashes.style.join(' ') || "'none'" };
}

/**
 * The single file: everything is inline, so scripts and styles are named by hash, and the icon
 * becomes a data URL because a link would point to a file that is not there.
 * It must come after the plugin that does the inlining.
 */
export function singleFileCsp(options: { readonly fileName: string; readonly icon: URL }): Plugin {
  return {
    name: 'heartline:single-file-csp',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_output, bundle) {
        const page = bundle['index.html'];
        if (page?.type !== 'asset') throw new Error('The build gave no index.html');
        const strays = Object.keys(bundle).filter((name) => name !== 'index.html');
        if (strays.length > 0) throw new Error(`Not inlined: ${strays.join(', ')}`);

        const icon = readFileSync(options.icon).toString('base64');
        const html = String(page.source).replace(
          /(<link rel="icon"[^>]*href=")[^"]*(")/,
          (_link, before, after) => `${before}data:image/svg+xml;base64,${icon}${after}`,
        );
        const hashes = hashInline(html);
        const source = insertPolicy(html, {
          ...common,
          'script-src': hashes.script,
          'style-src': hashes.style,
          'img-src': 'data: blob:',
          'font-src': 'data:',
        });
        delete bundle['index.html'];
        this.emitFile({ type: 'asset', fileName: options.fileName, source });
      },
    },
  };
}
