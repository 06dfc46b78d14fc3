/** Writes a file that a person named: whole or not at all. */
import { type FileHandle, open, rm, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { FondsError } from '../contract/index.js';
import { t } from '../wording/index.js';
import { syncHandle } from './durable-files.js';
import { type OnExisting, renameIntoPlace, temporaryBeside } from './rename-into-place.js';
import { asWriteFailure, fileExists, fileNameProblem } from './write-failure.js';

/** A table comes in many small pieces; they are written together. UTF-16 units. */
const WRITE_UNITS = 64 * 1024;
/** Bytes given to the system at once. */
const WRITE_BYTES = 1024 * 1024;

/**
 * @param onExisting `refuse` never replaces a file, not even one that appears meanwhile.
 * @returns size in bytes.
 * @throws FondsError FILE_EXISTS, DISK_FULL; INVALID_INPUT where no such file can be; what `chunks` throws, as it is.
 */
export async function writeAtomically(
  path: string,
  chunks: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>,
  onExisting: OnExisting,
): Promise<number> {
  // Windows would write `a:b` into a hidden stream of `a`, and `nul` nowhere.
  const trouble = process.platform === 'win32' ? fileNameProblem(basename(path)) : null;
  if (trouble !== null)
    throw new FondsError('INVALID_INPUT', t('{path} was not written: {trouble}.', { path, trouble }), { file: path });
  if (onExisting === 'refuse' && (await stat(path).catch(() => null))) throw fileExists(path);
  const temporary = temporaryBeside(path);
  const file = await open(temporary, 'wx').catch((error: unknown) => {
    throw asWriteFailure(error, path, 'entering');
  });
  try {
    const fileBytes = await pour(file, path, chunks);
    await renameIntoPlace(temporary, path, onExisting);
    return fileBytes;
  } catch (error) {
    // The reason is reported, also where a disk that was pulled out does not let its part be taken away.
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** Forces `chunks` to the disk and closes the file. @returns bytes. */
async function pour(file: FileHandle, path: string, chunks: Parameters<typeof writeAtomically>[1]): Promise<number> {
  let fileBytes = 0;
  const done = async (work: Promise<unknown>) => {
    try {
      await work;
    } catch (error) {
      throw asWriteFailure(error, path, 'writing', fileBytes);
    }
  };
  const write = async (bytes: Uint8Array) => {
    for (let at = 0; at < bytes.length; at += WRITE_BYTES) {
      const piece = bytes.subarray(at, at + WRITE_BYTES);
      await done(file.appendFile(piece));
      fileBytes += piece.length;
    }
  };
  try {
    let waiting = '';
    for await (const chunk of chunks) {
      const isText = typeof chunk === 'string';
      if (isText) waiting += chunk;
      if (isText && waiting.length < WRITE_UNITS) continue;
      await write(Buffer.from(waiting, 'utf8'));
      waiting = '';
      if (!isText) await write(chunk);
    }
    await write(Buffer.from(waiting, 'utf8'));
    await done(syncHandle(file));
  } finally {
    await file.close().catch(() => undefined);
  }
  return fileBytes;
}
