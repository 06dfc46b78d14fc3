/**
 * Builds dist/: the Node side with esbuild (packages stay outside the bundles), the window with Vite.
 * `--if-needed` does nothing when no source is newer than the last build.
 */
import { readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build as bundle } from 'esbuild';
import { build as buildWindow } from 'vite';
import { copyCsl } from './lib/copy-csl.mjs';
import { copyFonts } from './lib/copy-fonts.mjs';
import { root } from './lib/run.mjs';

const STAMP = join(root, 'dist', '.built');
const SOURCES = [
  'electron',
  'renderer',
  'data/vocabularies',
  'vite.config.ts',
  'package.json',
  'scripts/build.mjs',
  'scripts/lib/copy-csl.mjs',
  'scripts/lib/copy-fonts.mjs',
];

async function newest(path) {
  const info = await stat(path);
  if (!info.isDirectory()) return info.mtimeMs;
  const times = await Promise.all((await readdir(path)).map((name) => newest(join(path, name))));
  return Math.max(info.mtimeMs, ...times);
}

async function isCurrent() {
  const built = await stat(STAMP).catch(() => null);
  if (!built) return false;
  const times = await Promise.all(SOURCES.map((name) => newest(join(root, name))));
  return Math.max(...times) <= built.mtimeMs;
}

/** @param options.ifNeeded skip the work when the last build is newer than every source. */
export async function build({ ifNeeded = false } = {}) {
  if (ifNeeded && (await isCurrent())) return;
  await rm(STAMP, { force: true });
  const common = {
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    target: 'node24',
    sourcemap: 'linked',
    logLevel: 'warning',
  };
  await Promise.all([
    bundle({
      ...common,
      entryPoints: {
        main: 'electron/main/index.ts',
        service: 'electron/service/entry.ts',
        cli: 'electron/cli/index.ts',
        'collation-worker': 'electron/collation/collation-worker.ts',
        'drawing-worker': 'electron/notes/citation/drawing-worker.ts',
        'export-worker': 'electron/export/worker.ts',
        'annotation-worker': 'electron/annotation/anchoring-worker.ts',
        'ingest-worker': 'electron/ingest/worker.ts',
        'search-worker': 'electron/search/live/indexing-worker.ts',
        'spelling-worker': 'electron/notes/spelling/worker.ts',
      },
      outdir: 'dist/electron',
      format: 'esm',
      packages: 'external',
      external: ['electron'],
    }),
    bundle({
      ...common,
      entryPoints: { preload: 'electron/preload/index.ts' },
      // Read anew by every page that loads.
      minify: true,
      outdir: 'dist/electron',
      outExtension: { '.js': '.cjs' },
      format: 'cjs',
      external: ['electron'],
    }),
    copyCsl(join(root, 'dist', 'csl')),
    copyFonts(join(root, 'dist', 'fonts')),
    buildWindow({ root: join(root, 'renderer'), configFile: join(root, 'vite.config.ts'), logLevel: 'warn' }),
  ]);
  await writeFile(STAMP, new Date().toISOString());
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await build({ ifNeeded: process.argv.includes('--if-needed') });
}
