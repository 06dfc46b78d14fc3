/** What files need to survive a power cut: their bytes, and the folder that holds their name, forced to the disk. */
import { closeSync, fsyncSync, openSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { FondsError } from '../contract/index.js';
import { t } from '../wording/index.js';

/** Windows and some network drives have no way to flush a folder, and say so with one of these. */
const NO_FOLDER_SYNC = new Set(['EPERM', 'EACCES', 'EISDIR', 'EINVAL', 'EBADF', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP']);

export const systemErrorCode = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** @returns DISK_FULL when the system says that no room is left, else the error as it was. */
export function asDiskFull(error: unknown, place: string): unknown {
  if (!['ENOSPC', 'EDQUOT'].includes(systemErrorCode(error))) return error;
  return new FondsError(
    'DISK_FULL',
    t('The disk that holds {place} is full. Make room and try again; nothing was lost.', { place }),
    {
      place,
    },
  );
}

/** Forces the names in `dir` to the disk. */
export function syncFolder(dir: string): void {
  try {
    const handle = openSync(dir, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    if (!NO_FOLDER_SYNC.has(systemErrorCode(error))) throw error;
  }
}

/** Some network drives have no way to flush a file; what they were given is all that can be done. */
const NO_FILE_SYNC = new Set(['EINVAL', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP']);

/** Forces the bytes of an open file to the disk. */
export async function syncHandle(handle: FileHandle): Promise<void> {
  await handle.sync().catch((error: unknown) => {
    if (!NO_FILE_SYNC.has(systemErrorCode(error))) throw error;
  });
}

/** Forces the bytes of `file` to the disk. */
export async function syncFile(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await syncHandle(handle);
  } finally {
    await handle.close();
  }
}

export const CHUNK_BYTES = 1 << 20;

/** The bytes of an open file in pieces of at most 1 MiB, so that memory stays bounded. Each piece is reused by the next. */
export async function* readChunks(handle: FileHandle, signal?: AbortSignal): AsyncGenerator<Buffer> {
  const buffer = Buffer.allocUnsafe(CHUNK_BYTES);
  for (;;) {
    signal?.throwIfAborted();
    const { bytesRead } = await handle.read(buffer, 0, CHUNK_BYTES, null);
    if (bytesRead === 0) return;
    yield buffer.subarray(0, bytesRead);
  }
}
