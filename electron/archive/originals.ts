/**
 * The bytes of originals: originals/<two hex>/<sha256>, byte for byte as they came, read-only. A file gets its name
 * only when its bytes are on the disk and hash to it, and before any row names it.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { chmod, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { FondsError, Sha256 } from '../contract/index.js';
import {
  asDiskFull,
  createKeyedLock,
  readChunks,
  renameIntoPlace,
  syncFolder,
  syncHandle,
  systemErrorCode,
} from '../files/index.js';
import { t } from '../wording/index.js';

const FOLDER = 'originals';
const INCOMING = 'incoming';

/** By the path that the bytes get. One process writes to an archive. */
const placing = createKeyedLock();

/** Where the original with this hash lies, or would lie. */
export const originalPath = (dir: string, sha256: string): string => join(dir, FOLDER, sha256.slice(0, 2), sha256);

export interface StoredOriginal {
  readonly sha256: Sha256;
  readonly fileBytes: number;
  readonly path: string;
}

/** @returns the SHA-256 of a file, or null when it does not exist. @throws what the system says of reading it. */
export async function hashFile(path: string, signal?: AbortSignal): Promise<string | null> {
  const handle = await open(path, 'r').catch((error: unknown) => {
    if (systemErrorCode(error) === 'ENOENT') return null;
    throw error;
  });
  if (!handle) return null;
  try {
    const hash = createHash('sha256');
    for await (const piece of readChunks(handle, signal)) hash.update(piece);
    return hash.digest('hex');
  } finally {
    await handle.close();
  }
}

/** Names a file of the archive that is whole on the disk already. Call only with the bytes hashed to `sha256`. */
export async function renameOriginalIntoPlace(dir: string, temporary: string, sha256: string): Promise<string> {
  const final = originalPath(dir, sha256);
  const folder = join(dir, FOLDER, sha256.slice(0, 2));
  if (!existsSync(folder)) {
    mkdirSync(folder, { recursive: true });
    syncFolder(join(dir, FOLDER));
  }
  await chmod(temporary, 0o444);
  // Only a damaged one is ever replaced. Windows does not rename onto a read-only file; elsewhere there is no moment without it.
  if (process.platform === 'win32' && existsSync(final)) await rm(final, { force: true });
  await renameIntoPlace(temporary, final, 'replace');
  return final;
}

/** Removes what a killed import left half-copied. Only for the holder of the lock. */
export function removeIncoming(dir: string): void {
  rmSync(join(dir, FOLDER, INCOMING), { recursive: true, force: true });
}

/**
 * Copies a file into the archive while hashing it. An identical original already stored is re-used, after its bytes
 * were hashed too: one that was damaged is healed by this copy.
 * @param path bytes when the name is not UTF-8.
 * @throws FondsError FILE_UNREADABLE, DISK_FULL; the reason of `signal` when aborted. Nothing is left behind.
 */
export async function storeOriginal(
  dir: string,
  path: string | Buffer,
  temporaryName: string,
  signal?: AbortSignal,
): Promise<StoredOriginal> {
  const unreadable = (error: unknown): FondsError =>
    new FondsError(
      'FILE_UNREADABLE',
      t('{path} cannot be read ({code}).', {
        path: String(path),
        code: systemErrorCode(error) || String(error),
      }),
      {
        path: String(path),
      },
    );
  const incoming = join(dir, FOLDER, INCOMING);
  const temporary = join(incoming, temporaryName);
  const from = await open(path, 'r').catch((error: unknown) => {
    throw unreadable(error);
  });
  try {
    if (!(await from.stat()).isFile())
      throw new FondsError('FILE_UNREADABLE', t('{path} is not a file.', { path: String(path) }), {
        path: String(path),
      });
    mkdirSync(incoming, { recursive: true });
    const to = await open(temporary, 'wx');
    const hash = createHash('sha256');
    let fileBytes = 0;
    try {
      const pieces = readChunks(from, signal);
      for (;;) {
        const piece = await pieces.next().catch((error: unknown) => {
          throw signal?.aborted ? error : unreadable(error);
        });
        if (piece.done) break;
        hash.update(piece.value);
        await to.writeFile(piece.value);
        fileBytes += piece.value.length;
      }
      await syncHandle(to);
    } finally {
      await to.close();
    }
    const sha256 = Sha256.parse(hash.digest('hex'));
    const stored = originalPath(dir, sha256);
    // Of two files with the same bytes the second finds the original of the first, and does not replace what is being read.
    return await placing(stored, async () => {
      if ((await hashFile(stored, signal)) === sha256) {
        await rm(temporary, { force: true });
        return { sha256, fileBytes, path: stored };
      }
      return { sha256, fileBytes, path: await renameOriginalIntoPlace(dir, temporary, sha256) };
    });
  } catch (error) {
    await rm(temporary, { force: true });
    throw asDiskFull(error, dir);
  } finally {
    await from.close();
  }
}
