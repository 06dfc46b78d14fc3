/** `npm run soak -- kill`: the long runs, whose short slice is in `npm test`. */
import { join } from 'node:path';
import { build } from './build.mjs';
import { ensureElectron } from './ensure-electron.mjs';
import { root, withDisplay } from './lib/run.mjs';

const RUNS = {
  /** Kills imports and writers at 50 random moments each; nothing acknowledged may be missing. */
  kill: { args: ['tests/contract/terminal.test.ts', 'tests/storage', '-t', 'kill'], env: { FONDS_KILLS: '50' } },
};

const name = process.argv[2] ?? '';
const run = RUNS[name];
if (!run) {
  console.error(`Usage: npm run soak -- ${Object.keys(RUNS).join(' | ')}`);
  process.exit(2);
}
const electron = await ensureElectron();
await build({ ifNeeded: true });
process.exitCode = await withDisplay(electron, [join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...run.args], {
  env: { ...process.env, ...run.env, ELECTRON_RUN_AS_NODE: '1', FONDS_CHECK_OUTPUTS: '1' },
});
