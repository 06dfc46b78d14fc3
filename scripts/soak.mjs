/** `npm run soak -- kill`: the long runs, whose short slice is in `npm test`. */
import { join } from 'node:path';
import { build } from './build.mjs';
import { ensureElectron } from './ensure-electron.mjs';
import { root, withDisplay } from './lib/run.mjs';

const RUNS = {
  /** Kills imports and writers at 50 random moments each; nothing acknowledged may be missing. */
  kill: { args: ['tests/contract/terminal.test.ts', 'tests/storage', '-t', 'kill'], kills: 50 },
  /** Kills indexing only: single changes, bulks, merges and rebuilding; nothing may be stale, missing or there twice. */
  index: { args: ['tests/storage/search-index-kill.test.ts'], kills: 200 },
};

const [name = '', times] = process.argv.slice(2);
const run = RUNS[name];
const kills = Number(times ?? run?.kills);
if (!run || !Number.isInteger(kills) || kills < 1) {
  console.error(`Usage: npm run soak -- ${Object.keys(RUNS).join(' | ')} [number of kills]`);
  process.exit(2);
}
const electron = await ensureElectron();
await build({ ifNeeded: true });
process.exitCode = await withDisplay(electron, [join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...run.args], {
  env: { ...process.env, FONDS_KILLS: String(kills), ELECTRON_RUN_AS_NODE: '1', FONDS_CHECK_OUTPUTS: '1' },
});
