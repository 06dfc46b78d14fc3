/** An archive folder takes its name only when it is whole, and never the name of something that exists. */
import { existsSync, readdirSync, renameSync, rmdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { FondsError } from '../contract/index.js';
import { syncFolder } from '../files/index.js';
import { t } from '../wording/index.js';

/** @throws FondsError ARCHIVE_EXISTS. An empty folder counts as a free name. */
export function refuseExisting(dir: string): void {
  if (!existsSync(dir)) return;
  if (statSync(dir).isDirectory() && readdirSync(dir).length === 0) return;
  throw new FondsError(
    'ARCHIVE_EXISTS',
    t('{dir} exists already and is not empty. Choose another name; nothing was changed.', { dir }),
    { dir },
  );
}

/** Gives a finished folder its name. @throws FondsError ARCHIVE_EXISTS when the name was taken meanwhile. */
export function renameFolderIntoPlace(temporary: string, final: string): void {
  syncFolder(temporary);
  refuseExisting(final);
  // Windows does not rename onto a folder, not even an empty one.
  if (existsSync(final)) rmdirSync(final);
  renameSync(temporary, final);
  syncFolder(dirname(final));
}
