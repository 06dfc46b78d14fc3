/** `npm start`: builds Fonds and opens it; where there is no display, takes the tour on a virtual one instead. */
import { join } from 'node:path';
import { build } from './build.mjs';
import { ensureElectron } from './ensure-electron.mjs';
import { ensureSystem } from './ensure-system.mjs';
import { hasDisplay, root, spawnInherited, withDisplay } from './lib/run.mjs';

try {
  const electron = await ensureElectron();
  ensureSystem(electron, { display: !hasDisplay() });
  await build({ ifNeeded: true });
  if (hasDisplay()) {
    // Chromium's own sandbox cannot start as root (docs/adr/0004).
    const asRoot = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    process.exitCode = await spawnInherited(electron, [...asRoot, root, ...process.argv.slice(2)]);
  } else {
    console.log('There is no display here: Fonds opens on a virtual one and takes a short tour.');
    process.exitCode = await withDisplay(process.execPath, [join(root, 'scripts/tour/index.mjs')]);
  }
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
