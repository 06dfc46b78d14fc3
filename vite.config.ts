/** Builds the window into dist/renderer. Everything is bundled; nothing is fetched from anywhere. */
import { createReadStream, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** What pdf.js asks for by name while it draws: character maps, the standard fonts, decoders without WebAssembly. */
const PDF_ASSETS = [
  { from: 'cmaps', to: 'cmaps', which: /\.bcmap$|^LICENSE/ },
  { from: 'standard_fonts', to: 'standard_fonts', which: /./ },
  { from: 'wasm', to: 'decoders', which: /_nowasm_fallback\.js$|^LICENSE_(PDFJS_)?(JBIG2|OPENJPEG)$/ },
];

const pdfAssets = (): Plugin => ({
  name: 'pdf-assets',
  generateBundle() {
    for (const { from, to, which } of PDF_ASSETS) {
      const folder = join(import.meta.dirname, 'node_modules', 'pdfjs-dist', from);
      for (const name of readdirSync(folder).filter((file) => which.test(file)))
        this.emitFile({ type: 'asset', fileName: `pdf/${to}/${name}`, source: readFileSync(join(folder, name)) });
    }
  },
  configureServer(server) {
    for (const { from, to, which } of PDF_ASSETS) {
      const folder = join(import.meta.dirname, 'node_modules', 'pdfjs-dist', from);
      server.middlewares.use(`/pdf/${to}`, (request, response, next) => {
        const name = (request.url ?? '').replace(/^\/|\?.*$/g, '');
        if (!which.test(name) || name.includes('/')) next();
        else {
          response.setHeader('content-type', name.endsWith('.js') ? 'text/javascript' : 'application/octet-stream');
          createReadStream(join(folder, name)).on('error', next).pipe(response);
        }
      });
    }
  },
});

export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react(), pdfAssets()],
  css: { modules: { localsConvention: 'camelCaseOnly' } },
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    // Electron 42 is Chromium 148: nothing to translate for older browsers.
    target: 'chrome140',
    cssTarget: 'chrome140',
    sourcemap: true,
    // A data: URL would need a hole in the content security policy.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2_000,
    modulePreload: { polyfill: false },
  },
});
