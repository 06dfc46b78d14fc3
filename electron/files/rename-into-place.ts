/**
 * Gives files their names. Invariant: whoever looks finds the file that was there before or the whole new one, never a
 * part; where nothing may be replaced, nothing is, not even what another program puts there at the same moment.
 *
 * Where a disk has no hard links (FAT, exFAT, many network drives), the name is taken by an empty file before the whole
 * one gets it: a program that is killed between those two leaves the empty one behind. See docs/adr/0044.
 */
import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs';
import { link, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { syncFolder, systemErrorCode } from './durable-files.js';
import { asWriteFailure, fileExists } from './write-failure.js';

/** What a file that is there already means to a writer. */
export type OnExisting = 'refuse' | 'replace';

/** Where a file is written until it is whole. What a killed program leaves behind is known by such a name. */
export const temporaryBeside = (path: string): string => join(dirname(resolve(path)), `.fonds-${randomUUID()}.part`);

/**
 * @param temporary in the same folder, its bytes forced to the disk; gone when this returns.
 * @throws FondsError FILE_EXISTS, DISK_FULL; INVALID_INPUT where no file of this name can be. Then `temporary` is still there.
 */
export async function renameIntoPlace(temporary: string, path: string, onExisting: OnExisting): Promise<void> {
  try {
    await (onExisting === 'replace' ? rename(temporary, path) : nameNew(temporary, path));
    syncFolder(dirname(path));
  } catch (error) {
    throw asWriteFailure(error, path, 'naming');
  }
}

async function nameNew(temporary: string, path: string): Promise<void> {
  try {
    // Unlike a rename, a link fails when the name is taken.
    await link(temporary, path);
  } catch (error) {
    if (systemErrorCode(error) === 'EEXIST') throw error;
    // Without links Linux says EPERM, ENOSYS or EOPNOTSUPP, macOS ENOTSUP, Windows EISDIR, network drives what they
    // like. So no code is trusted: what every disk can do is tried, and if that is refused too, its reason is reported.
    return takeName(temporary, path);
  }
  await rm(temporary);
}

async function takeName(temporary: string, path: string): Promise<void> {
  await (await open(path, 'wx')).close();
  const isOurs = async () => (await stat(path)).size === 0;
  // Another program may have opened what looked like an empty file of its own.
  if (!(await isOurs())) throw fileExists(path);
  try {
    await rename(temporary, path);
  } catch (error) {
    if (await isOurs()) await rm(path);
    throw error;
  }
}

/**
 * For the small files that the program keeps for itself, and must have written before it goes on.
 * @param mode of a file that is new, as for `open`.
 * @throws what the system says.
 */
export function replaceFileSync(path: string, text: string, mode = 0o666): void {
  const temporary = `${path}.new`;
  const handle = openSync(temporary, 'w', mode);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(temporary, path);
  syncFolder(dirname(path));
}
