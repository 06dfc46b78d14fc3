/** Gathers the catalogue: `data/wording/en.json` has every message of the program once, as its own translation. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureElectron } from './ensure-electron.mjs';
import { onElectronNode, root } from './lib/run.mjs';

if (process.versions.electron) {
  const { gatherMessages } = await import('./lib/wording.mjs');
  const messages = gatherMessages();
  mkdirSync(join(root, 'data', 'wording'), { recursive: true });
  const catalogue = Object.fromEntries(messages.map((message) => [message, message]));
  writeFileSync(join(root, 'data', 'wording', 'en.json'), `${JSON.stringify(catalogue, null, 2)}\n`);
  console.log(`${messages.length} messages in data/wording/en.json`);
} else {
  process.exitCode = await onElectronNode(await ensureElectron(), join(root, 'scripts', 'wording.mjs'));
}
