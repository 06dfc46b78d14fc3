/** Style and correctness with Biome, then the direction of imports with dependency-cruiser. */
import { join } from 'node:path';
import { ensureElectron } from './ensure-electron.mjs';
import { onElectronNode, root, spawnInherited } from './lib/run.mjs';

const fix = process.argv.includes('--fix') ? ['--write'] : [];
const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
const style = await spawnInherited(process.execPath, [biome, 'check', ...fix, '--error-on-warnings', '.']);

// dependency-cruiser asks for a newer Node than the machine may have.
const electron = await ensureElectron();
const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
const direction = await onElectronNode(electron, cruiser, [
  '--config',
  '.dependency-cruiser.cjs',
  'electron',
  'renderer',
]);

process.exitCode = style || direction;
