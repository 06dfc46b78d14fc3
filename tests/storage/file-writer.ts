/**
 * Writes one file and is killed, as by `kill -9`, before its Nth call of the file system: FILE refuse|replace links|none N.
 * Ends well when there is no Nth call.
 */
import { promises } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { writeAtomically } from '../../electron/files/index.js';
import { refuseLinks } from '../support/without-links.js';

const [file = '', onExisting = '', disk = '', last = '1'] = process.argv.slice(2);
if (disk === 'none') refuseLinks('EPERM');

let left = Number(last);
type Doing = (this: unknown, ...args: unknown[]) => unknown;
function counted(holder: object, name: string): void {
  const methods = holder as Record<string, Doing>;
  const real = methods[name] as Doing;
  methods[name] = function (...args) {
    left -= 1;
    if (left === 0) process.kill(process.pid, 'SIGKILL');
    return real.apply(this, args);
  };
}
const handle = await promises.open(process.execPath, 'r');
const prototype = Object.getPrototypeOf(handle) as object;
await handle.close();
for (const name of ['appendFile', 'sync', 'close']) counted(prototype, name);
for (const name of ['open', 'link', 'rename', 'rm', 'stat']) counted(promises, name);
syncBuiltinESMExports();

await writeAtomically(
  file,
  ['the whole ', 'x'.repeat(70_000), ' file'],
  onExisting === 'replace' ? 'replace' : 'refuse',
);
