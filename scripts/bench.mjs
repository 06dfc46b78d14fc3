/**
 * `npm run bench -- search`: measurements, each in tests/bench/<name>/. They run on Electron's Node, because that is
 * what ships; arguments go to the bench. Without a name, lists what there is. No test asserts a time: these tell one.
 */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { build as bundle } from 'esbuild';
import { ensureElectron } from './ensure-electron.mjs';
import { ensureSystem } from './ensure-system.mjs';
import { onElectronNode, root } from './lib/run.mjs';

const BENCHES = {
  anchoring: 'where annotations go when a text changes, beside the strategy of Hypothesis',
  collation: 'witnesses beside each other, beside jsdiff, fast-diff and a star of difflib',
  import: 'an import of text files, beside a bare loop that does the least there is to do',
  ocr: 'what is read of scans and photographs, beside Tesseract of Debian',
  reading: 'what is read of PDFs and pages, beside pdftotext and mutool',
  search: 'the search engine beside lunr, minisearch, flexsearch and FTS5',
};

const [name = '', ...args] = process.argv.slice(2);
if (!Object.hasOwn(BENCHES, name)) {
  const known = Object.entries(BENCHES).map(([bench, about]) => `  npm run bench -- ${bench}   ${about}`);
  console.error(`Benches:\n${known.join('\n')}`);
  process.exit(name === '' ? 0 : 2);
}

const electron = await ensureElectron();
// A bench opens no window.
ensureSystem(electron, { display: false });
const source = join(root, 'tests', 'bench', name);
// Below node_modules, so that packages are found from there, and nothing of it is ever packaged.
const outdir = join(root, 'node_modules', '.cache', 'fonds-bench', name);
const programs = (await readdir(source)).filter((file) => file === 'main.ts' || file === 'phase.ts');
await bundle({
  absWorkingDir: root,
  entryPoints: programs.map((file) => join(source, file)),
  outdir,
  bundle: true,
  // Each engine is a part of its own: a process that measures one must not load the others.
  splitting: true,
  format: 'esm',
  outExtension: { '.js': '.mjs' },
  platform: 'node',
  target: 'node24',
  packages: 'external',
  logLevel: 'warning',
});
process.exitCode = await onElectronNode(electron, join(outdir, 'main.mjs'), args);
