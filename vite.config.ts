import { readFileSync } from 'node:fs';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { viteSingleFile } from 'vite-plugin-singlefile';
import { cspHeader, hostedCsp, singleFileCsp } from './scripts/csp.ts';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as {
  version: string;
};

/** `vite build` makes the hosted page in dist/, `--mode single` one file in dist-single/. */
export default defineConfig(({ mode }) => {
  const single = mode === 'single';
  return {
    root: 'app',
    base: './',
    publicDir: single ? false : '../public',
    define: { __HEARTLINE_VERSION__: JSON.stringify(version) },
    plugins: [
      react(),
      tailwindcss(),
      ...(single
        ? [
            viteSingleFile({ removeViteModuleLoader: true }),
            singleFileCsp({
              fileName: 'heartline.html',
              icon: new URL('public/icon.svg', import.meta.url),
            }),
          ]
        : [hostedCsp()]),
    ],
    // Module workers cannot start from a Blob URL on file://, classic ones can.
    worker: { format: 'iife' },
    build: {
      outDir: single ? '../dist-single' : '../dist',
      emptyOutDir: true,
      target: 'es2022',
      // The polyfill fetches, which the policy forbids; every browser we target has the feature.
      modulePreload: { polyfill: false },
    },
    preview: { headers: { 'Content-Security-Policy': cspHeader } },
  };
});
