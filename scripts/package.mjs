/**
 * `npm run package`: builds, then lays out the unpacked program under release/. Downloads nothing: Electron is the one
 * already installed. Other targets (`npm run package -- --linux deb`) fetch their tools from outside.
 */
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from './build.mjs';
import { ensureElectron } from './ensure-electron.mjs';
import { root, spawnInherited } from './lib/run.mjs';

await ensureElectron();
await build({ ifNeeded: true });
const targets = process.argv.slice(2);
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
process.exitCode = code;
