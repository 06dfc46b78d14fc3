/**
 * `npm run package`: builds, then lays out the unpacked program under release/. `npm run package -- deb` makes a Debian
 * package of it. Both download nothing: Electron is the one already installed. The targets of electron-builder
 * (`npm run package -- --linux AppImage`) fetch their tools from outside.
 */
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from './build.mjs';
import { makeDeb } from './deb/index.mjs';
import { ensureElectron } from './ensure-electron.mjs';
import { copyLanguageData } from './lib/copy-language-data.mjs';
import { root, spawnInherited } from './lib/run.mjs';

await ensureElectron();
await build({ ifNeeded: true });
if (!(await copyLanguageData(join(root, 'dist', 'ocr')))) {
  console.warn('Without Russian for OCR: apt-get install tesseract-ocr-rus, and package again.');
}
const words = process.argv.slice(2);
const wantsDeb = words.includes('deb') && !words.some((word) => word.startsWith('-'));
const targets = wantsDeb ? [] : words;
// What an earlier run left would otherwise be packed over, file by file.
await rm(join(root, 'release', 'linux-unpacked'), { recursive: true, force: true });
const cli = join(root, 'node_modules/electron-builder/cli.js');
const code = await spawnInherited(
  process.execPath,
  [cli, ...(targets.length > 0 ? targets : ['--dir']), '--publish', 'never'],
  {
    env: {
      ...process.env,
      CSC_IDENTITY_AUTO_DISCOVERY: 'false',
      ELECTRON_BUILDER_DISABLE_UPDATE_CHECK: 'true',
      NO_UPDATE_NOTIFIER: '1',
    },
  },
);
const unpacked = join(root, 'release', 'linux-unpacked', 'fonds');
if (code === 0 && existsSync(unpacked)) console.log(unpacked);
if (code === 0 && wantsDeb)
  console.log(makeDeb({ unpacked: join(root, 'release', 'linux-unpacked'), out: join(root, 'release') }));
process.exitCode = code;
