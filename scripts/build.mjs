/**
 * Builds dist/: the Node side with esbuild, the window with Vite.
 * `--if-needed` does nothing when no source is newer than the last build.
 */
import { readFileSync } from 'node:fs';
import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build as bundle } from 'esbuild';
import { build as buildWindow } from 'vite';
import { copyCsl } from './lib/copy-csl.mjs';
import { copyFonts } from './lib/copy-fonts.mjs';
import { root } from './lib/run.mjs';

/** The two halves of a build, each with the sources it is made from and the mark of its last build. */
const NODE_SIDE = {
  stamp: join(root, 'dist', '.built-node'),
  sources: [
    'electron',
    'data/vocabularies',
    'package.json',
    'scripts/build.mjs',
    'scripts/lib/copy-csl.mjs',
    'scripts/lib/copy-fonts.mjs',
  ],
};
const WINDOW = {
  stamp: join(root, 'dist', '.built-window'),
  sources: ['electron/contract', 'electron/wording', 'renderer', 'vite.config.ts', 'package.json', 'scripts/build.mjs'],
};

const COMMON = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node24',
  sourcemap: 'linked',
  logLevel: 'warning',
};

/**
 * Packages of ECMAScript modules, many of them of dozens of small files, which are put into the bundles: to look for
 * each of 300 files takes longer than to run it, at every start of the service, of the terminal and of each worker. The
 * others stay outside.
 */
const BUNDLED = [
  '@exodus/bytes',
  'csv-stringify',
  'docx',
  'edtf',
  'fflate',
  'franc-min',
  'hast-util-sanitize',
  'hast-util-to-html',
  'intl-messageformat',
  'mdast-util-from-markdown',
  'mdast-util-gfm',
  'mdast-util-to-hast',
  'mdast-util-to-markdown',
  'mdast-util-to-string',
  'micromark-extension-gfm',
  'uuid',
  'zod',
];
const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const UNBUNDLED = Object.keys(dependencies).filter((name) => !BUNDLED.includes(name));

/** What esbuild makes: the main process, the service, the terminal and the workers; and the preload, which is CommonJS. */
export const NODE_BUNDLES = [
  {
    ...COMMON,
    entryPoints: {
      main: 'electron/main/index.ts',
      service: 'electron/service/entry.ts',
      cli: 'electron/cli/index.ts',
      'disposable-entry': 'electron/workers/disposable-entry.ts',
      'collation-worker': 'electron/collation/collation-worker.ts',
      'citation-worker': 'electron/notes/citation/citation-worker.ts',
      'exchange-worker': 'electron/exchange/exchange-worker.ts',
      'export-worker': 'electron/export/export-worker.ts',
      'annotation-worker': 'electron/annotation/anchoring-worker.ts',
      'file-worker': 'electron/service/file-worker.ts',
      'image-worker': 'electron/images/image-worker.ts',
      'ingest-worker': 'electron/ingest/ingest-worker.ts',
      'ocr-worker': 'electron/ocr/ocr-worker.ts',
      'search-worker': 'electron/search/live/indexing-worker.ts',
      'spelling-worker': 'electron/notes/spelling/spelling-worker.ts',
    },
    outdir: 'dist/electron',
    format: 'esm',
    external: ['electron', ...UNBUNDLED.flatMap((name) => [name, `${name}/*`])],
  },
  {
    ...COMMON,
    entryPoints: { preload: 'electron/preload/index.ts' },
    // Read again by every page that loads.
    minify: true,
    outdir: 'dist/electron',
    outExtension: { '.js': '.cjs' },
    format: 'cjs',
    external: ['electron'],
  },
];

/** Styles and fonts, which lie beside the bundles. */
export const copyAssets = () =>
  Promise.all([copyCsl(join(root, 'dist', 'csl')), copyFonts(join(root, 'dist', 'fonts'))]);

async function newest(path) {
  const info = await stat(path);
  if (!info.isDirectory()) return info.mtimeMs;
  const times = await Promise.all((await readdir(path)).map((name) => newest(join(path, name))));
  return Math.max(info.mtimeMs, ...times);
}

async function isCurrent({ stamp, sources }) {
  const built = await stat(stamp).catch(() => null);
  if (!built) return false;
  const times = await Promise.all(sources.map((name) => newest(join(root, name))));
  return Math.max(...times) <= built.mtimeMs;
}

async function make(half, ifNeeded, work) {
  if (ifNeeded && (await isCurrent(half))) return;
  await rm(half.stamp, { force: true });
  await work();
  await mkdir(dirname(half.stamp), { recursive: true });
  await writeFile(half.stamp, new Date().toISOString());
}

/** Says that `dist/` is not what a build makes, so that the next one is whole. */
export const forgetBuild = () => Promise.all([NODE_SIDE, WINDOW].map(({ stamp }) => rm(stamp, { force: true })));

/**
 * @param options.ifNeeded skip a half that is newer than every source of it.
 * @param options.halves `all`, or `node` for what needs no window.
 */
export async function build({ ifNeeded = false, halves = 'all' } = {}) {
  const node = make(NODE_SIDE, ifNeeded, () =>
    Promise.all([...NODE_BUNDLES.map((options) => bundle(options)), copyAssets()]),
  );
  const options = { root: join(root, 'renderer'), configFile: join(root, 'vite.config.ts'), logLevel: 'warn' };
  const window = halves === 'all' ? make(WINDOW, ifNeeded, () => buildWindow(options)) : null;
  await Promise.all([node, window]);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await build({ ifNeeded: process.argv.includes('--if-needed') });
}
