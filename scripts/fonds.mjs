/** `npm run -s fonds -- VERB …`: the terminal's side of Fonds, on the Node inside Electron. */
import { join } from 'node:path';
import { build } from './build.mjs';
import { ensureElectron } from './ensure-electron.mjs';
import { onElectronNode, root } from './lib/run.mjs';

const electron = await ensureElectron();
await build({ ifNeeded: true });
// npm runs scripts in the project's folder; paths on the command line are meant from where the person stands.
const cwd = process.env.INIT_CWD ?? process.cwd();
process.exitCode = await onElectronNode(electron, join(root, 'dist/electron/cli.js'), process.argv.slice(2), { cwd });
