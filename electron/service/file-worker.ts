/**
 * Entry of the worker thread that touches files of a person: looks at them for a scan, and stores them for an import.
 * Only code of Fonds runs in it, no parser. It waits for disks so that the service does not.
 */
import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { type FileToStore, type StoredFile, storeGroup } from '../archive/index.js';
import type { Sha256 } from '../contract/index.js';
import { HEAD_BYTES, recognise } from '../ingest/index.js';
import type { SeenFile } from './file-pool.js';
import { whyUnreadable } from './why-unreadable.js';

const PIECE_BYTES = 1 << 20;
const piece = Buffer.allocUnsafe(PIECE_BYTES);

export function store({ dir, files }: { readonly dir: string; readonly files: readonly FileToStore[] }): StoredFile[] {
  return storeGroup(dir, files);
}

/** @param files with the name that a person sees. */
export function lookAt(files: readonly { readonly path: string | Uint8Array; readonly name: string }[]): SeenFile[] {
  return files.map(({ path, name }) => {
    try {
      return look(typeof path === 'string' ? path : Buffer.from(path), name);
    } catch (error) {
      return { reader: null, remark: null, refusal: null, sha256: null, problem: whyUnreadable(error) };
    }
  });
}

function look(path: string | Buffer, name: string): SeenFile {
  const handle = openSync(path, 'r');
  try {
    let length = readSync(handle, piece);
    const { reader, remark, refusal } = recognise(piece.subarray(0, Math.min(length, HEAD_BYTES)), name);
    if (!reader) return { reader: null, remark, refusal, sha256: null, problem: null };
    const hash = createHash('sha256');
    for (; length > 0; length = length < PIECE_BYTES ? 0 : readSync(handle, piece))
      hash.update(piece.subarray(0, length));
    return { reader: reader.name, remark, refusal, sha256: hash.digest('hex') as Sha256, problem: null };
  } finally {
    closeSync(handle);
  }
}
