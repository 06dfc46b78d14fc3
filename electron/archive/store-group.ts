/**
 * Stores the originals of a group: copies each while hashing it, forces all of them to the disk, gives them their names,
 * and forces the folders once. Runs where waiting for a disk holds nobody up: in a worker thread. What it cannot read is
 * one answer among the others.
 */
import { createHash } from 'node:crypto';
import {
  closeSync,
  constants,
  existsSync,
  fchmodSync,
  fstatSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { type Failure, FondsError, type Sha256 } from '../contract/index.js';
import { asDiskFull, syncFolder, syncOpenFile, systemErrorCode } from '../files/index.js';
import { t } from '../wording/index.js';
import { FOLDER, INCOMING, originalPath } from './original-places.js';

export interface FileToStore {
  /** Bytes when the name is not UTF-8. */
  readonly path: string | Uint8Array;
  /** In `incoming/`; no other file has it. */
  readonly temporaryName: string;
  /** A larger file is not copied. */
  readonly mostBytes?: number;
}

export type StoredFile =
  | { readonly ok: true; readonly sha256: Sha256; readonly fileBytes: number; readonly path: string }
  | { readonly ok: false; readonly error: Failure };

/** Stores files of an archive folder, each with an answer at its place. @throws the reason of `signal`. */
export type StoreGroup = (dir: string, files: readonly FileToStore[], signal?: AbortSignal) => Promise<StoredFile[]>;

const PIECE_BYTES = 1 << 20;

interface CopiedFile {
  readonly handle: number;
  readonly temporary: string;
  readonly sha256: Sha256;
  readonly fileBytes: number;
}

/** @throws what cannot be told of one file alone; then some may have their names already, and no row names them. */
export function storeGroup(dir: string, files: readonly FileToStore[]): StoredFile[] {
  mkdirSync(join(dir, FOLDER, INCOMING), { recursive: true });
  const piece = Buffer.allocUnsafe(PIECE_BYTES);
  const copied = files.map((file): CopiedFile | Failure => {
    try {
      return copyFile(dir, file, piece);
    } catch (error) {
      return failureOf(asDiskFull(error, dir));
    }
  });
  const folders = new Set<string>();
  /** Copies that got their names. */
  const named = new Set<CopiedFile>();
  try {
    const unforced = new Map<CopiedFile, Failure>();
    for (const one of copied) {
      if (!('handle' in one)) continue;
      try {
        syncOpenFile(one.handle);
      } catch (error) {
        unforced.set(one, failureOf(asDiskFull(error, dir)));
      }
    }
    return copied.map((one): StoredFile => {
      if (!('handle' in one)) return { ok: false, error: one };
      const failure = unforced.get(one);
      if (failure) return { ok: false, error: failure };
      try {
        return {
          ok: true,
          sha256: one.sha256,
          fileBytes: one.fileBytes,
          path: nameFile(dir, one, piece, { folders, named }),
        };
      } catch (error) {
        return { ok: false, error: failureOf(asDiskFull(error, dir)) };
      }
    });
  } finally {
    for (const one of copied) {
      if (!('handle' in one)) continue;
      closeSync(one.handle);
      if (!named.has(one)) rmSync(one.temporary, { force: true });
    }
    for (const folder of folders) syncFolder(folder);
  }
}

function copyFile(dir: string, { path, temporaryName, mostBytes }: FileToStore, piece: Buffer): CopiedFile {
  const name = typeof path === 'string' ? path : Buffer.from(path);
  const shown = String(name);
  const unreadable = (message: string, details = {}) =>
    new FondsError('FILE_UNREADABLE', message, { path: shown, ...details });
  const guarded = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      const code = systemErrorCode(error) || String(error);
      throw unreadable(t('{path} cannot be read ({code}).', { path: shown, code }));
    }
  };
  // A pipe that somebody put in the place of a file would be waited for.
  const from = guarded(() => openSync(name, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)));
  const temporary = join(dir, FOLDER, INCOMING, temporaryName);
  let handle: number | null = null;
  try {
    const info = guarded(() => fstatSync(from));
    if (!info.isFile()) throw unreadable(t('{path} is not a file.', { path: shown }));
    if (mostBytes !== undefined && info.size > mostBytes) {
      throw unreadable(t('{path} is too large.', { path: shown }), { fileBytes: info.size });
    }
    handle = openSync(temporary, 'wx');
    const hash = createHash('sha256');
    let fileBytes = 0;
    for (;;) {
      const length = guarded(() => readSync(from, piece));
      if (length === 0) break;
      const bytes = piece.subarray(0, length);
      hash.update(bytes);
      for (let at = 0; at < length; ) at += writeSync(handle, bytes, at);
      fileBytes += length;
    }
    fchmodSync(handle, 0o444);
    return { handle, temporary, sha256: hash.digest('hex') as Sha256, fileBytes };
  } catch (error) {
    if (handle !== null) closeSync(handle);
    rmSync(temporary, { force: true });
    throw error;
  } finally {
    closeSync(from);
  }
}

/** An original that is there already stays where it is, unless it is damaged: then this copy heals it. */
function nameFile(
  dir: string,
  copy: CopiedFile,
  piece: Buffer,
  { folders, named }: { readonly folders: Set<string>; readonly named: Set<CopiedFile> },
): string {
  const { temporary, sha256 } = copy;
  const final = originalPath(dir, sha256);
  const folder = dirname(final);
  if (existsSync(final)) {
    if (hashOf(final, piece) === sha256) return final;
    if (process.platform === 'win32') rmSync(final, { force: true });
  } else if (!folders.has(folder) && !existsSync(folder)) {
    mkdirSync(folder, { recursive: true });
    folders.add(join(dir, FOLDER));
  }
  renameSync(temporary, final);
  named.add(copy);
  folders.add(folder);
  return final;
}

function hashOf(path: string, piece: Buffer): string {
  const handle = openSync(path, 'r');
  try {
    const hash = createHash('sha256');
    for (let length = readSync(handle, piece); length > 0; length = readSync(handle, piece)) {
      hash.update(piece.subarray(0, length));
    }
    return hash.digest('hex');
  } finally {
    closeSync(handle);
  }
}

function failureOf(error: unknown): Failure {
  if (error instanceof FondsError) {
    return { code: error.code, message: error.message, ...(error.details ? { details: error.details } : {}) };
  }
  return { code: 'FILE_UNREADABLE', message: error instanceof Error ? error.message : String(error) };
}
