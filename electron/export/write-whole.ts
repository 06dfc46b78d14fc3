/** Writes a file so that a reader finds the old one or the whole new one, never a part. */
import { randomUUID } from 'node:crypto';
import { link, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { FondsError } from '../contract/index.js';

/** A table comes in many small pieces; they are written together. */
const WRITE_UNITS = 64 * 1024;

/** What the place is at fault for, not the program. */
const UNWRITABLE: Readonly<Record<string, string>> = {
  ENOENT: 'the folder is not there',
  ENOTDIR: 'what should be its folder is a file',
  EISDIR: 'a folder has this name',
  EACCES: 'you may not write there',
  EPERM: 'you may not write there',
  EROFS: 'nothing can be written there',
  ENAMETOOLONG: 'its name is too long',
};

/**
 * @param onExisting `refuse` never replaces a file, not even one that appears meanwhile.
 * @returns size in bytes.
 * @throws FondsError FILE_EXISTS, DISK_FULL; INVALID_INPUT where no file can be.
 */
export async function writeWhole(
  path: string,
  chunks: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>,
  onExisting: 'refuse' | 'replace',
): Promise<number> {
  const exists = () =>
    new FondsError('FILE_EXISTS', `${path} is there already. Choose another name, or remove it first.`);
  if (onExisting === 'refuse' && (await stat(path).catch(() => null))) throw exists();
  const temporary = join(dirname(path), `.fonds-${randomUUID()}.part`);
  try {
    const file = await open(temporary, 'wx');
    try {
      let waiting = '';
      for await (const chunk of chunks) {
        if (typeof chunk !== 'string') {
          await file.appendFile(waiting, 'utf8');
          waiting = '';
          await file.appendFile(chunk);
          continue;
        }
        waiting += chunk;
        if (waiting.length < WRITE_UNITS) continue;
        await file.appendFile(waiting, 'utf8');
        waiting = '';
      }
      await file.appendFile(waiting, 'utf8');
      await file.sync();
    } finally {
      await file.close();
    }
    if (onExisting === 'replace') await rename(temporary, path);
    // A link fails where a rename would replace in silence.
    else await link(temporary, path);
    return (await stat(path)).size;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'EEXIST') throw exists();
    if (code === 'ENOSPC' || code === 'EDQUOT') {
      throw new FondsError('DISK_FULL', `The disk is full: ${path} was not written. Make room and export again.`);
    }
    const reason = UNWRITABLE[code ?? ''];
    if (reason) throw new FondsError('INVALID_INPUT', `${path} was not written: ${reason}. Choose another place.`);
    throw error;
  } finally {
    await rm(temporary, { force: true });
  }
}
