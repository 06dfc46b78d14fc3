/** Files that survive a power cut: bytes, then name, then the folder that holds the name, each forced to the disk. */
import { closeSync, fsyncSync, openSync } from 'node:fs';
import { type FileHandle, open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { FondsError } from '../contract/index.js';

/** Windows has no way to flush a folder and says so with one of these. */
const NO_FOLDER_SYNC = new Set(['EPERM', 'EACCES', 'EISDIR', 'EINVAL', 'EBADF']);

export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** @returns DISK_FULL when the system says that no room is left, else the error as it was. */
export function asDiskFull(error: unknown, place: string): unknown {
  if (!['ENOSPC', 'EDQUOT'].includes(codeOf(error))) return error;
  return new FondsError(
    'DISK_FULL',
    `The disk that holds ${place} is full. Make room and try again; nothing was lost.`,
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
    if (!NO_FOLDER_SYNC.has(codeOf(error))) throw error;
  }
}

/** Forces the bytes of `file` to the disk. */
export async function syncFile(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Gives `temporary`, already forced to the disk, its final name in the same file system. */
export async function settle(temporary: string, final: string): Promise<void> {
  await rename(temporary, final);
  syncFolder(dirname(final));
}

export const CHUNK_BYTES = 1 << 20;

/** The bytes of an open file in pieces of at most 1 MiB, so that memory stays bounded. Each piece is reused by the next. */
export async function* piecesOf(handle: FileHandle, signal?: AbortSignal): AsyncGenerator<Buffer> {
  const buffer = Buffer.allocUnsafe(CHUNK_BYTES);
  for (;;) {
    signal?.throwIfAborted();
    const { bytesRead } = await handle.read(buffer, 0, CHUNK_BYTES, null);
    if (bytesRead === 0) return;
    yield buffer.subarray(0, bytesRead);
  }
}
